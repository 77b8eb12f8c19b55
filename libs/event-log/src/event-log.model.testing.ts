import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { derivedId, manualClock, type ManualClock, type Position } from '@plumbline/kernel';
import fc from 'fast-check';
import type { Append, EventLog, ExpectedRevision, FactPage } from './event-log.ts';
import type { Receipt, StoredFact } from './event-log.ts';

/** What the model knows of a fact: everything that a reader may ask for but its position. */
interface ModelFact {
  readonly tenant: string;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: number;
  readonly id: string;
  readonly body: string;
  readonly sealed: string;
  readonly commandId: string;
  readonly fingerprint: string;
}

/** A receipt, with the fact that lies at its position. */
type Answer = { readonly revision: number; readonly last: string; readonly replayed: boolean };

/** The log as one would explain it: a list, and rules that look through all of it. */
class ModelLog {
  readonly facts: ModelFact[] = [];
  /** Of each fact; what a log calls a place is its own affair. */
  readonly positions: Position[] = [];

  append(append: Append, now: number): Answer | string {
    const { tenant, stream, expected, commandId, fingerprint } = append;
    const own = this.facts.filter((one) => one.stream === stream);
    if (own.some((one) => one.tenant !== tenant)) return 'ForeignStream';
    const recorded = own.filter((one) => one.commandId === commandId).at(-1);
    if (recorded !== undefined) {
      if (recorded.fingerprint !== fingerprint) return 'CommandReused';
      return { revision: recorded.revision, last: recorded.id, replayed: true };
    }
    if ((expected === 'none' ? -1 : expected) !== own.length - 1) return 'RevisionConflict';
    const recordedAt = Math.max(now, this.facts.at(-1)?.recordedAt ?? 0);
    for (const [index, { id, body, sealed }] of append.facts.entries()) {
      const place = { tenant, stream, revision: own.length + index, recordedAt };
      const part = Buffer.from(sealed ?? []).toString('hex');
      this.facts.push({ ...place, id, body, sealed: part, commandId, fingerprint });
    }
    const revision = own.length + append.facts.length - 1;
    return { revision, last: append.facts.at(-1)?.id ?? '', replayed: false };
  }

  /** Of appends that were sent at once, the log says which were first. */
  place(read: readonly StoredFact[]): void {
    const places = new Map(read.map((one, index) => [one.id, index]));
    const added = this.facts.splice(this.positions.length);
    const placeOf = (one: ModelFact) => places.get(one.id) ?? Infinity;
    this.facts.push(...added.toSorted((one, other) => placeOf(one) - placeOf(other)));
    this.positions.push(...read.map((one) => one.position));
  }
}

/** A step of a random run. Small ranges, so that steps meet each other all the time. */
interface Step {
  readonly kind: 'append' | 'clock' | 'reopen';
  /** Appends that are sent at once. */
  readonly appends: readonly AppendStep[];
  readonly ms: number;
}

interface AppendStep {
  readonly stream: number;
  readonly isForeign: boolean;
  /** How far the expected revision is off the newest one; most are right. */
  readonly off: number;
  readonly command: number;
  readonly asked: number;
  readonly facts: number;
  readonly isSealed: boolean;
}

const appendStep: fc.Arbitrary<AppendStep> = fc.record({
  stream: fc.nat(3),
  isForeign: fc.nat(9).map((one) => one === 9),
  off: fc.nat(9).map((one) => (one < 7 ? 0 : one - 8)),
  command: fc.nat(14),
  asked: fc.nat(9).map((one) => (one < 9 ? 0 : 1)),
  facts: fc.integer({ min: 1, max: 3 }),
  isSealed: fc.boolean(),
});

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('append', 'append', 'append', 'append', 'clock', 'reopen'),
    appends: fc.array(appendStep, { minLength: 1, maxLength: 6 }),
    ms: fc.integer({ min: -5_000, max: 20_000 }),
  }),
  { minLength: 1, maxLength: 25 },
);

const start = '2026-07-01T00:00:00.000Z';
const contexts = ['goals', 'reviews'];
const tenants = ['acme', 'other'];

export interface ModelledLog {
  readonly log: EventLog;
  /** The same log once more, as after a restart; the log itself where nothing outlasts it. */
  reopen(): Promise<EventLog>;
  done(): void;
}

/**
 * Random runs against a model: whatever is appended, in whatever order and however many at once,
 * the answers are the model's, and so is everything that can be read afterwards.
 */
export function eventLogModel(
  name: string,
  open: (clock: ManualClock) => ModelledLog,
  numRuns = 60,
): void {
  it(`answers random commands as a simple model does: ${name}`, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (run) => {
        const clock = manualClock(start);
        const opened = open(clock);
        const model = new ModelLog();
        let { log } = opened;
        try {
          for (const step of run) {
            if (step.kind === 'clock') clock.advance(step.ms);
            else if (step.kind === 'reopen') log = await opened.reopen();
            else await appendAll(log, model, step, clock.now());
          }
          await compare(log, model);
        } finally {
          await log.close();
          opened.done();
        }
      }),
      { numRuns },
    );
  });
}

async function appendAll(log: EventLog, model: ModelLog, { appends }: Step, now: number) {
  const expected: (Answer | string)[] = [];
  const sent = appends.map((one) => {
    const append = appendOf(model, one);
    expected.push(model.append(append, now));
    return log.append(append).catch((cause: Error) => cause);
  });
  const outcomes = await Promise.all(sent);
  const read = await readOut(log, {}, model.positions.at(-1) ?? null);
  const before = model.positions.length;
  model.place(read);
  expect(read.map(seen)).toEqual(model.facts.slice(before).map(expectedOf));
  expect(outcomes.map((one) => answerOf(model, one))).toEqual(expected);
}

function appendOf(model: ModelLog, step: AppendStep): Append {
  const owner = tenants[step.stream % 3 === 0 ? 0 : 1] ?? '';
  const tenant = step.isForeign ? 'stranger' : owner;
  const stream = `${contexts[step.stream % 2] ?? ''}.thing-${owner}.${step.stream}`;
  const newest = model.facts.filter((one) => one.stream === stream).length - 1 + step.off;
  const expected: ExpectedRevision = newest < 0 ? 'none' : newest;
  const commandId = `command-${step.command}`;
  const facts = Array.from({ length: step.facts }, (_, index) => {
    const id = derivedId(stream, commandId, index);
    const fact = { id, type: `${stream.split('.')[0]}.Happened.v1`, body: `{"id":"${id}"}` };
    return step.isSealed ? { ...fact, sealed: Uint8Array.of(step.command, index) } : fact;
  });
  const fingerprint = `asked-${step.asked}`;
  return { tenant, stream, expected, commandId, fingerprint, facts };
}

/** An outcome in the model's words. */
function answerOf(model: ModelLog, outcome: Receipt | Error): Answer | string {
  if (outcome instanceof Error) return outcome.name;
  const { revision, position, replayed } = outcome;
  const last = model.facts[model.positions.indexOf(position)]?.id ?? 'nowhere';
  return { revision, last, replayed };
}

async function compare(log: EventLog, model: ModelLog): Promise<void> {
  const { facts, positions } = model;
  expect(await log.head()).toBe(positions.at(-1) ?? null);
  for (const stream of new Set(facts.map((one) => one.stream))) {
    const own = facts.filter((one) => one.stream === stream);
    expect((await log.read(stream)).map(seen)).toEqual(own.map(expectedOf));
    expect((await log.read(stream, { from: 1, to: 2 })).map(seen)).toEqual(
      own.slice(1, 3).map(expectedOf),
    );
  }
  for (const tenant of [undefined, ...tenants]) {
    for (const context of [undefined, ...contexts]) {
      for (const until of [undefined, Math.ceil(facts.length / 2)]) {
        const wanted = facts.slice(0, until).filter((one) => {
          const isOfContext = context === undefined || one.stream.startsWith(`${context}.`);
          return isOfContext && (tenant === undefined || one.tenant === tenant);
        });
        const read = await readOut(log, { tenant, context, until: positions[(until ?? 0) - 1] });
        expect(read.map(seen)).toEqual(wanted.map(expectedOf));
      }
    }
  }
  for (const { recordedAt } of facts) {
    for (const instant of [recordedAt - 1, recordedAt]) {
      const by = facts.findLastIndex((one) => one.recordedAt <= instant) + 1;
      expect(await log.positionAt(instant)).toBe(positions[by - 1] ?? null);
    }
  }
}

interface Wanted {
  readonly tenant?: string | undefined;
  readonly context?: string | undefined;
  readonly until?: Position | undefined;
}

async function readOut(log: EventLog, { tenant, context, until }: Wanted, start?: Position | null) {
  const filter = {
    limit: 2,
    ...(tenant === undefined ? {} : { tenant }),
    ...(context === undefined ? {} : { context }),
    ...(until === undefined ? {} : { until }),
  };
  const facts: StoredFact[] = [];
  let after = start ?? null;
  for (;;) {
    const page: FactPage = await log.readAll(after, filter);
    facts.push(...page.facts);
    if (page.atHead) return facts;
    // Moving on is part of the promise: a page that stays where it was would be read for ever.
    expect(page.next).not.toBe(after);
    after = page.next;
  }
}

function seen(fact: StoredFact) {
  const { tenant, stream, revision, recordedAt, id, body, bodyHash, sealed } = fact;
  const part = Buffer.from(sealed ?? []).toString('hex');
  return { tenant, stream, revision, recordedAt, id, body, bodyHash, sealed: part };
}

function expectedOf({ commandId: _, fingerprint: __, ...fact }: ModelFact) {
  return { ...fact, bodyHash: createHash('sha256').update(fact.body).digest('hex') };
}
