import { isPositionWithin, type EventLog, type StoredFact } from '@plumbline/event-log';
import type { Gate, PublishedFact } from '@plumbline/feed';
import { Fault, NotFound, type Position } from '@plumbline/kernel';

/** So many facts of the log are read at once, published or not. */
export const readFactsMax = 200;
/** So often the log is read for one batch: what is private is passed over, not for ever. */
export const readsMax = 50;
/** A batch ends with the fact whose body makes it larger than this. */
export const batchBytesMax = 1024 * 1024;

/** Which facts are asked for. */
export interface FactsQuestion {
  readonly tenant: string;
  readonly context: string;
  /** Who reads, as their token names them: what is of them is passed over as what is private. */
  readonly reader: string;
  /** What was read before; null from the very beginning. */
  readonly after: Position | null;
  /** Nothing beyond this is read; null: the log was empty. */
  readonly until: Position | null;
  readonly limit: number;
}

export interface FactBatch {
  readonly facts: readonly PublishedFact[];
  /**
   * Where to go on: everything up to here has been told. It moves over what is not published and
   * over what is of others, so that a reader of a quiet context gets to the end as well.
   */
  readonly position: Position | null;
  /** Whether all that was asked for has been looked at. */
  readonly isAll: boolean;
}

/** So many streams are known by whom they are about. */
export const knownSubjectsMax = 50_000;

/** There is no such position here: it is of another log, or still to come. */
export class PositionUnknown extends Fault {
  readonly code = 'stream/position-unknown';
  readonly retriable = false;
}

/**
 * What contexts publish, read from the log by position: the facts of one tenant that the gate of
 * the context lets out, in the order of the log, each as it goes to Kafka. What is for services
 * alone is passed over as what is private.
 */
export interface FactReader {
  /** Throws `NotFound` for a context that this process has no facts of. */
  demand(context: string): void;
  /** The position of the newest fact: what is asked up to here is complete. */
  head(): Promise<Position | null>;
  batch(question: FactsQuestion): Promise<FactBatch>;
}

export function createFactReader(options: {
  readonly log: Pick<EventLog, 'read' | 'readAll' | 'head'>;
  readonly gates: readonly Gate[];
}): FactReader {
  const { log } = options;
  const isOf = subjectsOf(log);
  const gateOf = gatesByContext(options.gates);

  const batch = async (question: FactsQuestion): Promise<FactBatch> => {
    const { tenant, context, limit, until, reader } = question;
    const letOut = lettingOut(gateOf(context), reader, isOf);
    const taken: Taken = { facts: [], position: question.after, bytes: 0 };
    const told = (isAll: boolean) => ({ facts: taken.facts, position: taken.position, isAll });
    for (let reads = 0; reads < readsMax; reads += 1) {
      if (until === null || (taken.position ?? '') >= until) return told(true);
      const page = await log.readAll(taken.position, {
        ...{ limit: readFactsMax, tenant, context, until },
      });
      if (!(await takeFrom(page.facts, letOut, taken, limit)))
        return told(taken.position === until);
      taken.position = page.next ?? taken.position;
      if (page.atHead) return told(true);
      // Reading from memory or a file waits for nothing: others would not get a turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return told(false);
  };

  return { demand: (context) => void gateOf(context), head: () => log.head(), batch };
}

function gatesByContext(all: readonly Gate[]): (context: string) => Gate {
  const gates = new Map(all.map((gate) => [gate.context, gate]));
  return (context) => {
    const gate = gates.get(context);
    if (gate !== undefined) return gate;
    const known = [...gates.keys()].toSorted().join(', ');
    throw new NotFound(`No facts of such a context are told here; there are those of ${known}.`);
  };
}

interface Taken {
  readonly facts: PublishedFact[];
  position: Position | null;
  bytes: number;
}

/**
 * Takes what the gate lets out of a page, one stored fact after the other; false when the batch is
 * full before the page is through. A fact that this release cannot read ends a batch before it, and
 * fails the one that would begin with it: it is never passed over, however pages fall.
 */
async function takeFrom(
  page: readonly StoredFact[],
  letOut: ReturnType<typeof lettingOut>,
  taken: Taken,
  limit: number,
): Promise<boolean> {
  for (const stored of page) {
    try {
      const fact = await letOut(stored);
      if (fact !== null) {
        taken.facts.push(fact);
        taken.bytes += stored.body.length;
      }
    } catch (cause) {
      if (taken.facts.length === 0) throw cause;
      return false;
    }
    taken.position = stored.position;
    if (taken.facts.length === limit || taken.bytes >= batchBytesMax) return false;
  }
  return true;
}

/** What a gate lets out to somebody who reads for themselves. */
function lettingOut(
  { publish, forServices, own }: Gate,
  reader: string,
  isOf: ReturnType<typeof subjectsOf>,
): (stored: StoredFact) => PublishedFact | null | Promise<PublishedFact | null> {
  const forAll = (fact: PublishedFact | null) =>
    fact !== null && forServices?.has(fact.type) === true ? null : fact;
  if (own === undefined) return (stored) => forAll(publish(stored));
  return async (stored) => {
    if (await isOf(stored, own.subjectOf, reader)) return null;
    return forAll(own.publishTo(stored, reader));
  };
}

/** Whom streams are about: their first facts say it, and are read once. It never changes. */
function subjectsOf(log: Pick<EventLog, 'read'>) {
  const subjects = new Map<string, string | null>();
  const find = async ({ stream }: StoredFact, subjectOf: (first: StoredFact) => string | null) => {
    const [first] = await log.read(stream, { from: 0, to: 0 });
    const subject = first === undefined ? null : subjectOf(first);
    if (subjects.size >= knownSubjectsMax) subjects.clear();
    subjects.set(stream, subject);
    return subject;
  };
  return async (
    stored: StoredFact,
    subjectOf: (first: StoredFact) => string | null,
    reader: string,
  ): Promise<boolean> => {
    const known = subjects.get(stored.stream);
    return (known === undefined ? await find(stored, subjectOf) : known) === reader;
  };
}

/** A position as a caller gives it back, of this log and not beyond its head; or a fault. */
export function positionWithin(text: string, head: Position | null): Position {
  if (isPositionWithin(text, head)) return text;
  throw new PositionUnknown(
    'This log has no such position: send one that it gave, or none to begin anew.',
  );
}
