import { createHash, randomBytes } from 'node:crypto';
import type { Gate, PublishedFact } from '@plumbline/feed';
import { openMemoryLog } from '@plumbline/event-log/memory';
import { fold, manualClock } from '@plumbline/kernel';
import { createSealer } from '@plumbline/privacy';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import { draftIdOf, draftStream } from './drafts.facts.ts';
import { remindersStream } from './due.facts.ts';
import { cycleStream, reviewStream } from './cycles.facts.ts';
import * as cycle from './cycle/cycle.histories.ts';
import { reviewsCodec, type ReviewsFact } from './facts.ts';
import * as review from './review/review.histories.ts';
import { scoreReview, type Rules } from './review/review.score.ts';
import { evolveReview, initialReview } from './review/review.state.ts';
import type { ReviewFact, Role } from './review/review.ts';

/** What is rated of one person, in the order in which it was written; by whom is said apart. */
export interface Rated {
  readonly subject: string;
  readonly ratings: readonly { readonly role: 'peer' | 'upward'; readonly rating: number }[];
}

/** Who wrote which section: by review, and place in it. */
export type Authors = readonly (readonly string[])[];

const [tenant, at] = ['acme', review.opened.at] as const;
const { million, scale } = review;
const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: randomBytes(32) });

const rules: Rules = {
  pack: {
    ...{ name: 'yearly', version: 1, total: 'all', daysMin: 90, rules: [] },
    parts: {
      all: {
        kind: 'weighed',
        of: [
          { part: 'manager', weight: 1 },
          { part: 'peers', weight: 1 },
        ],
      },
      manager: { kind: 'rated', scale, ratingsMin: 1 },
      peers: { kind: 'rated', scale, ratingsMin: 1 },
    },
    result: { scale, decimals: 2 },
  },
  ...{ packHash: 'b'.repeat(64), measured: {}, factOf: (act) => hashOf(act) },
  feeding: (['manager', 'peer', 'upward'] as const).map((role) => {
    return { role, item: 'results', part: role === 'manager' ? 'manager' : 'peers' };
  }),
};

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Plays a cycle of named peers, down to drafts, declined invitations and reminders, and gives all
 * that a gate lets out of it to those who read the stream.
 */
export async function streamOf(
  cycleOf: readonly Rated[],
  authors: Authors,
  gate: Gate,
): Promise<readonly PublishedFact[]> {
  const log = openMemoryLog({ clock: manualClock('2026-09-02T09:00:00Z') });
  let acts = 0;
  const record = async (stream: string, sub: string, facts: readonly ReviewsFact[]) => {
    const commandId = `act-${(acts += 1)}`;
    const length = (await log.read(stream)).length;
    const causes = { correlationId: `request of ${sub}`, causationId: `request of ${sub}` };
    const about = {
      ...{ tenant, stream, actor: { sub, via: 'http' }, effectiveAt: at },
      ...{ commandId, fingerprint: 'f', ...causes },
    };
    const expected = length === 0 ? ('none' as const) : length - 1;
    await log.append({
      ...{ tenant, stream, expected, commandId, fingerprint: 'f' },
      facts: await reviewsCodec.encode([...facts], about, sealer),
    });
  };
  await record(cycleStream(tenant, cycle.cycleId), 'hana', [cycle.planned, cycle.launched]);
  for (const [no, { subject, ratings }] of cycleOf.entries()) {
    const reviewId = `review-${no}`;
    const stream = reviewStream(tenant, reviewId);
    const written: ReviewFact[] = [];
    const write = async (sub: string, ...facts: readonly ReviewFact[]) => {
      const named = facts.map((fact) => ({
        ...fact,
        reviewId,
        act: `${reviewId} ${written.length}`,
      }));
      written.push(...named);
      await record(stream, sub, named);
    };
    await write('hana', { ...review.opened, subject, peers: { mode: 'named', min: 1 } });
    const of = authors[no] ?? [];
    for (const [place, { role, rating }] of ratings.entries()) {
      const [by = '', named] = [of[place], true as const];
      const asked = { reviewer: by, role, named };
      await write(review.mia, { ...review.invited, ...asked });
      await write(by, { ...review.declined, ...asked }, { ...review.lapsed, ...asked });
      await write(review.mia, { ...review.invited, ...asked });
      await record(draftStream(tenant, draftIdOf(tenant, reviewId, by)), by, [
        draftOf(reviewId, by),
      ]);
      await record(remindersStream(tenant, by), 'remind', [reminderOf(by, role, reviewId)]);
      const given = { ratings: [{ item: 'results', rating: rating * million }], named };
      await write(by, { ...review.peerSubmitted, role, by, ...given });
    }
    await write(subject, { ...review.selfSubmitted, by: subject });
    await write(review.mia, review.managerSubmitted);
    const state = fold({ evolve: evolveReview }, initialReview, written);
    if (state.stage === 'none') throw new Error('It was opened.');
    await write('score', { ...review.reviewScored, ...scoreReview(state, rules) });
  }
  const { facts } = await log.readAll(null, { limit: 5_000 });
  return facts.flatMap((stored) => {
    const fact = gate.publish(stored);
    return fact === null || gate.forServices?.has(fact.type) === true ? [] : [fact];
  });
}

function draftOf(reviewId: string, author: string): ReviewsFact {
  const draftId = draftIdOf(tenant, reviewId, author);
  const text = { of: 'person:x', fields: {} };
  return { type: 'DraftSaved', act: 'a', draftId, reviewId, author, ratings: [], at, text };
}

function reminderOf(person: string, what: Role, id: string): ReviewsFact {
  const task = { task: `${id}/${what}`, urgency: 'asked', what, of: 'review', id } as const;
  const told = { person, day: '2027-01-13', zone: 'UTC', until: at };
  return { type: 'ReminderIssued', act: 'a', at, ...told, tasks: [{ ...task, due: '2027-01-31' }] };
}
