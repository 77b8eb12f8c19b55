import { factCodec, type Aggregate } from '@plumbline/event-log';
import { present, type Decider, type Instant } from '@plumbline/kernel';

/** Somebody has seen what is told of a person: whom it is about, who looked, and by which rule. */
export interface RecordViewed {
  readonly type: 'RecordViewed';
  /** The person whom it is about. */
  readonly subject: string;
  readonly by: string;
  /** The person in whose place the reader looked. */
  readonly onBehalfOf?: string;
  readonly action: string;
  /** The rule of the policy table that let it be seen. */
  readonly rule: string;
  /** What was seen, as in `goal:<id>`. */
  readonly record: string;
  readonly at: Instant;
}

/** One record, as a reader has seen it. */
export type ViewedRecord = Pick<RecordViewed, 'action' | 'rule' | 'record'>;

/** A stream holds a month of one person's readers; who they were matters for the minute only. */
export interface ViewedLately {
  /** The newest minute that anything was seen in, as in `2026-07-01T09:00`. */
  readonly minute: string;
  readonly seen: readonly string[];
}

/** One reader has seen records of one person: 1 to `viewedRecordsMax` of them. */
export interface ViewRecords {
  readonly subject: string;
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly records: readonly ViewedRecord[];
  readonly at: Instant;
}

export const viewedRecordsMax = 256;

/** Whoever looks again within the same minute has looked once. */
export const viewedDecider: Decider<ViewRecords, ViewedLately, RecordViewed> = {
  initial: { minute: '', seen: [] },
  evolve: (lately, fact) => {
    const minute = minuteOf(fact.at);
    // A process whose clock is behind adds to the newest minute: there it is looked for.
    const isNew = minute > lately.minute;
    const seen = isNew ? [] : lately.seen;
    return { minute: isNew ? minute : lately.minute, seen: [...seen, nameOf(fact, fact)] };
  },
  decide: (command, lately) => {
    const { subject, by, onBehalfOf, at } = command;
    const seen = new Set(minuteOf(at) > lately.minute ? [] : lately.seen);
    const facts: RecordViewed[] = [];
    for (const viewed of command.records) {
      const name = nameOf(command, viewed);
      if (seen.has(name)) continue;
      seen.add(name);
      const { action, rule, record } = viewed;
      const who = { subject, by, ...present({ onBehalfOf }) };
      facts.push({ type: 'RecordViewed', ...who, action, rule, record, at });
    }
    return facts;
  },
};

export const viewedVersions = { RecordViewed: 1 } as const;

export const viewedAggregate: Aggregate<ViewRecords, ViewedLately, RecordViewed> = {
  name: 'log',
  foldVersion: 1,
  decider: viewedDecider,
  codec: factCodec<RecordViewed>({ context: 'access', versions: viewedVersions }),
};

/** `2026-07-01T09:00` of an instant. */
export function minuteOf(at: Instant): string {
  return at.slice(0, 16);
}

/** The rule is no part of it: the same look, however it was permitted. */
function nameOf(
  { by, onBehalfOf = '' }: Pick<RecordViewed, 'by' | 'onBehalfOf'>,
  { action, record }: Pick<RecordViewed, 'action' | 'record'>,
): string {
  return [by, onBehalfOf, action, record].join('\u001f');
}
