import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { CommandBus } from '@nestjs/cqrs';
import { createTransactor, type EventLog, type Transactor } from '@plumbline/event-log';
import { gate, type PublishedFact } from '@plumbline/feed';
import { isRejection, manualClock, type Rejection } from '@plumbline/kernel';
import { createSealer } from '@plumbline/privacy';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import fc from 'fast-check';
import * as cycles from './cycle/cycle.histories.ts';
import type { CycleCommand } from './cycle/cycle.commands.ts';
import { cycleAggregate, cycleStream, reviewAggregate, reviewStream } from './cycles.facts.ts';
import { reviewsCodec, type ReviewsFact } from './facts.ts';
import { finalisingBegun } from './reviewing.finalising.ts';
import type { ReviewLooking } from './reviewing.looking.ts';
import { ReviewingReactions } from './reviewing.reactions.ts';
import { refuseByCycle } from './reviewing.rules.ts';
import type { ReviewCommand } from './review/review.commands.ts';
import * as example from './review/review.histories.ts';
import { commandOf, life, lives, wholeLives, type Drawn } from './review/review.life.testing.ts';
import { logsForLives } from './review/review.logs.testing.ts';
import { evolveReview, initialReview, isFinal } from './review/review.state.ts';
import type { LiveReview, Review } from './review/review.state.ts';
import type { ReviewFact } from './review/review.ts';
import { publish } from './reviews.publish.ts';
import type { ReviewsEnvelope, ReviewsPorts } from './reviews.ports.ts';

/**
 * Who acts has read before, and others act in between: a command is decided by what it brings from
 * an earlier read, upon a review that has gone on. Whatever comes of it, what is recorded keeps the
 * rules that hold of a review and its cycle.
 */
const clock = manualClock('2026-07-01T09:00:00.000Z');
const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: randomBytes(32) });
const tenant = 'acme';
const stream = reviewStream(tenant, example.reviewId);
const cycleId = example.opening.cycleId;
const at = cycleStream(tenant, cycleId);

/** A log in which others act before a read is answered, and before what follows is appended. */
function lettingIn(log: EventLog, others: () => Promise<void>): EventLog {
  return {
    ...log,
    read: async (...asked) => {
      const facts = await log.read(...asked);
      await others();
      return facts;
    },
    append: async (facts) => {
      await others();
      return log.append(facts);
    },
  };
}

type Acting = Drawn | 'cancel' | 'lock';

function contextOf(commandId: string, command: unknown) {
  return {
    ...{ tenant, commandId, correlationId: commandId, causationId: commandId },
    ...{ actor: { sub: 'somebody', via: 'http' }, fingerprint: JSON.stringify(command) },
    effectiveAt: example.opened.at,
  };
}

let acts = 0;

/** As the handler does: it reads, finds out the rest, and decides. */
async function act(transactor: Transactor, acting: Acting): Promise<boolean> {
  // Each one is another: who sends the same again is looked at elsewhere.
  const own = `act-${(acts += 1)}`;
  if (acting === 'cancel' || acting === 'lock') {
    // What it was told of the reviews is old by then.
    const { lock, cancel } = cycles;
    const told = { act: own, cycleId };
    const command =
      acting === 'lock'
        ? { ...lock, ...told, opened: 3, unsettled: 0 }
        : { ...cancel, ...told, finalised: 0 };
    const asked = { stream: at, command, context: contextOf(own, command) };
    return isRecorded(await transactor.transact(cycleAggregate, asked));
  }
  const { state } = await transactor.load(reviewAggregate, stream);
  const command: ReviewCommand = { ...commandOf(acting, state), act: own };
  const context = contextOf(own, command);
  if (command.type === 'FinaliseReview') {
    const envelope = { context };
    const unbegun = await finalisingBegun({ transactor, clock }, command, { stream, envelope });
    if (unbegun !== undefined) return false;
  }
  if (command.type === 'ReopenReview' && state.stage !== 'none') {
    const { state: cycle } = await transactor.load(cycleAggregate, at);
    if (refuseByCycle(command, state, cycle.stage) !== undefined) return false;
  }
  return isRecorded(await transactor.transact(reviewAggregate, { stream, command, context }));
}

function isRecorded(answer: Rejection | { readonly changed: boolean }): boolean {
  return !isRejection(answer) && answer.changed;
}

/** Who follows what is published, each fact once: the policies, with the reads of a process. */
function followersOf(log: EventLog): (transactor: Transactor) => Promise<void> {
  const passes = gate(reviewsCodec, publish);
  let heard = 0;
  return async (transactor) => {
    const policies = policiesWith(transactor);
    const { facts } = await log.readAll(null, { limit: 5_000, context: 'reviews' });
    const news = facts.slice(heard).flatMap((stored) => passes.publish(stored) ?? []);
    heard = facts.length;
    for (const fact of news as PublishedFact<never>[]) {
      if (fact.type === 'reviews.CycleCancelled.v1') await policies.cancelled([fact]);
      if (fact.type === 'reviews.ReviewReopened.v1') await policies.reopened([fact]);
    }
  };
}

function policiesWith(transactor: Transactor): ReviewingReactions {
  const bus = {
    execute: ({ command, context }: ReviewsEnvelope) => {
      const asking = { stream, command: command as ReviewCommand, context };
      return transactor.transact(reviewAggregate, asking);
    },
  } as CommandBus;
  const ports = { transactor, clock } as Partial<ReviewsPorts> as ReviewsPorts;
  const looking = { hasHandedOver: () => true } as Partial<ReviewLooking> as ReviewLooking;
  return new ReviewingReactions(bus, ports, looking);
}

const actings = fc.record({
  /** After so many reads and appends of one, others act. */
  after: fc.nat(6),
  others: fc.array(fc.nat(1_000), { maxLength: 2 }),
  onCycle: fc.constantFrom<Acting | null>(null, null, null, null, null, 'cancel', 'lock'),
  /** Then policies hear of it at once; or else later, when they are overtaken themselves. */
  isHeard: fc.boolean(),
});

const asked = fc.record({
  all: lives,
  meanwhile: fc.array(actings, { minLength: 1, maxLength: 8 }),
});

async function begun(log: EventLog): Promise<Transactor> {
  const transactor = createTransactor({ log, sealer });
  const { plan, collect, calibrate } = cycles;
  const { reviewId } = example;
  const launch = { ...cycles.launch, members: [{ ...cycles.adaIn, reviewId }] };
  for (const one of [plan, launch, collect, calibrate]) {
    const command = { ...one, act: one.type, cycleId } as CycleCommand;
    const of = { stream: at, command, context: contextOf(one.type, command) };
    await transactor.transact(cycleAggregate, of);
  }
  const { open } = example;
  const of = { stream, command: open, context: contextOf(open.act, open) };
  await transactor.transact(reviewAggregate, of);
  return transactor;
}

async function recorded(log: EventLog): Promise<readonly ReviewsFact[]> {
  const { facts } = await log.readAll(null, { limit: 5_000, context: 'reviews' });
  return facts.map((stored) => reviewsCodec.decode(stored).fact);
}

/** What holds of a fact upon what stood, however old the reads are that have led to it. */
function holds(before: LiveReview, fact: ReviewFact, after: LiveReview): void {
  const allowed = life[before.stage][fact.type] ?? [];
  const to = allowed.find((one) => one === after.stage);
  expect([before.stage, fact.type, after.stage]).toEqual([before.stage, fact.type, to]);
  const told = fact as unknown as Readonly<Record<string, unknown>>;
  const by = [told['by'], told['onBehalfOf'], told['approver']];
  const isOwn = ['SectionSubmitted', 'ReviewAcknowledged', 'ReviewDisputed'].includes(fact.type);
  if (!isOwn) expect(by).not.toContain(before.subject);
  for (const segment of before.segments) {
    if (segment.sealed === undefined) continue;
    // Pinned anew it may be of other days; what was given in it is what it was.
    const { manager, sealed } = segment;
    const kept = fact.type === 'ReviewRepinned' ? { manager, sealed } : segment;
    expect(after.segments).toContainEqual(expect.objectContaining(kept));
  }
  switch (fact.type) {
    case 'ReviewScored':
      return expect(fact.basis).toBe(before.inputs);
    case 'RatingOverridden':
    case 'RatingCalibrated':
      return expect(fact.from).toBe(before.rating);
    case 'ReviewFinalised':
      return expect([fact.rating, fact.revision]).toEqual([before.rating, before.revision]);
    case 'ReviewReopened':
      return expect(fact.revision).toBe(before.revision + 1);
  }
}

/**
 * No rating is final in a cycle that is cancelled, whichever of the two came first; and once all
 * that follows of it has followed, nothing goes on in it.
 */
function holdsOfCycle(facts: readonly ReviewsFact[], review: Review): void {
  const types = facts.map(({ type }) => type);
  const isCancelled = types.includes('CycleCancelled');
  if (isCancelled) expect(types).not.toContain('ReviewFinalised');
  if (isCancelled && review.stage !== 'none') {
    expect([review.stage, isFinal(review)]).toEqual([review.stage, true]);
  }
  const first = types.indexOf('ReviewFinalised');
  if (first < 0) return;
  const before = types.slice(0, first);
  expect(before.some((one) => one === 'FinalisingBegun' || one === 'CycleLocked')).toBe(true);
}

function lookThrough(facts: readonly ReviewsFact[]): readonly string[] {
  let review: Review = initialReview;
  const stages: string[] = [];
  for (const fact of facts as readonly ReviewFact[]) {
    if (!('reviewId' in fact)) continue;
    const after = evolveReview(review, fact);
    if (after.stage === 'none') throw new Error('It was opened.');
    if (review.stage !== 'none') holds(review, fact, after);
    stages.push(after.stage);
    review = after;
  }
  holdsOfCycle(facts, review);
  return stages;
}

type Meanwhile = typeof actings extends fc.Arbitrary<infer One> ? One : never;
const none: Meanwhile = { after: 0, others: [], onCycle: null, isHeard: false };
const undisturbed = wholeLives.map((all): [{ all: Drawn[]; meanwhile: Meanwhile[] }] => {
  return [{ all, meanwhile: [none] }];
});

const drawn = { act: 1, lent: 'no', to: 'mo', rating: null } as const;

/** Its cycle is cancelled, and that is followed, after so many reads of who reopens it. */
const cancelled = [0, 1, 2, 3, 4, 5, 6].map((after): [{ all: Drawn[]; meanwhile: Meanwhile[] }] => {
  const all: Drawn[] = [
    { ...drawn, command: example.notRate, by: 'bo' },
    { ...drawn, command: example.reopen, by: 'own' },
  ];
  return [{ all, meanwhile: [none, { ...none, after, onCycle: 'cancel', isHeard: true }] }];
});

/** Another part is written after so many reads of who writes the own: both are in. */
const beside = [0, 1, 2].map((after): [{ all: Drawn[]; meanwhile: Meanwhile[] }] => {
  const all: Drawn[] = [
    { ...drawn, command: example.submitSelf, by: 'own' },
    { ...drawn, command: example.submitManager, by: 'own' },
  ];
  return [{ all, meanwhile: [{ ...none, after, others: [1] }] }];
});
const overtaken = [...cancelled, ...beside];

/** Plays one life, where others act and policies hear of it meanwhile; what is recorded then. */
async function played(
  log: EventLog,
  { all, meanwhile }: { readonly all: readonly Drawn[]; readonly meanwhile: readonly Meanwhile[] },
  count: (what: string) => void,
): Promise<readonly ReviewsFact[]> {
  const quick = await begun(log);
  let [left, others] = [0, async (): Promise<void> => undefined];
  const slow = createTransactor({
    log: lettingIn(log, async () => ((left -= 1) === -1 ? others() : undefined)),
    sealer,
  });
  const follow = followersOf(log);
  for (const [turn, one] of all.entries()) {
    const { after, others: who, onCycle, isHeard } = meanwhile[turn % meanwhile.length] ?? none;
    let isOvertaken = false;
    left = after;
    others = async () => {
      const drawn = who.flatMap((place) => all[place % all.length] ?? []);
      for (const other of onCycle === null ? drawn : [...drawn, onCycle]) {
        isOvertaken = (await act(quick, other)) || isOvertaken;
      }
      if (isHeard) await follow(quick);
    };
    const isTaken = await act(slow, one);
    if (isOvertaken) count(isTaken ? 'taken all the same' : 'refused or so already');
    if (!isHeard) await follow(slow);
  }
  others = async () => undefined;
  await follow(slow);
  const facts = await recorded(log);
  // Delivered once more, and from the beginning: what was done is done.
  await followersOf(log)(slow);
  expect(await recorded(log)).toHaveLength(facts.length);
  return facts;
}

/** Over a network only the lives in which it counts who was first, which are short. */
const runs = { memory: 600, SQLite: 25, EventStoreDB: overtaken.length };

describe('a command whose reads are older than what it appends', () => {
  it.each(logsForLives())('leaves nothing that is forbidden: %s', async (name, open) => {
    const reached = new Map<string, number>();
    const count = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1);
    await fc.assert(
      fc.asyncProperty(asked, async (lived) => {
        const { log, done } = open();
        try {
          const facts = await played(log, lived, count);
          for (const stage of lookThrough(facts)) count(stage);
          for (const { type } of facts) count(type);
        } finally {
          await log.close();
          done();
        }
      }),
      {
        ...{ numRuns: runs[name], endOnFailure: name !== 'memory' },
        examples: [...overtaken, ...undisturbed],
      },
    );
    // Others were first, and it came to something; also at the ends, or nothing was looked at.
    const late = ['calibrated', 'closed', 'RatingOverridden', 'ReviewFinalised'];
    const ends = [...late, 'refused or so already'];
    const always = ['taken all the same', 'CycleCancelled', 'ReviewReopened', 'ReviewWithdrawn'];
    const least = name === 'memory' ? 5 : 0;
    for (const what of name === 'EventStoreDB' ? always : [...always, ...ends]) {
      expect([what, (reached.get(what) ?? 0) > least]).toEqual([what, true]);
    }
  });
});
