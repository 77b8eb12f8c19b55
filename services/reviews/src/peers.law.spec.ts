import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { gate, type Gate, type PublishedFact } from '@plumbline/feed';
import { reviewsCodec, type ReviewsFact } from './facts.ts';
import { hashOf, streamOf, type Authors, type Rated } from './peers.world.testing.ts';
import { publishForFigures, publish } from './reviews.publish.ts';
import { reviewsParts } from './reviews.parts.ts';

const people = ['ann', 'ben', 'cid', 'dot', 'eli', 'fay'] as const;
const real = reviewsParts.gates[0] as Gate;

/** A cycle, and who wrote it in two worlds that have all else in common. */
const worlds = fc
  .subarray([...people], { minLength: 1 })
  .chain((subjects) =>
    fc.tuple(
      ...subjects.map((subject) => {
        const others = people.filter((one) => one !== subject);
        const drawn = fc.shuffledSubarray(others, { minLength: 5, maxLength: 5 });
        const rating = fc.record({
          role: fc.constantFrom('peer' as const, 'upward' as const),
          rating: fc.integer({ min: 1, max: 5 }),
        });
        const ratings = fc.array(rating, { minLength: 1, maxLength: 3 });
        return fc.record({ subject: fc.constant(subject), ratings, one: drawn, other: drawn });
      }),
    ),
  )
  .map((reviews) => ({
    cycle: reviews.map(({ subject, ratings }): Rated => ({ subject, ratings })),
    one: reviews.map(({ one }) => one) satisfies Authors,
    other: reviews.map(({ other }) => other) satisfies Authors,
  }));

/** Whether a reader of the stream sees any difference between two worlds. */
async function tellsApart({ cycle, one, other }: Worlds, by: Gate): Promise<boolean> {
  const [here, there] = [await streamOf(cycle, one, by), await streamOf(cycle, other, by)];
  return JSON.stringify(here) !== JSON.stringify(there);
}
type Worlds = typeof worlds extends fc.Arbitrary<infer World> ? World : never;

/** A team of which everybody rates everybody else, and nobody themselves. */
const team: readonly Rated[] = people.map((subject, no) => ({
  subject,
  ratings: people.slice(1).map((_, place) => ({ role: 'peer', rating: 1 + ((no + place) % 5) })),
}));
const teamAuthors: Authors = people.map((subject, no) =>
  people
    .map((_, place) => people[(no + place) % people.length] ?? '')
    .filter((one) => one !== subject),
);

/** What a gate would let out that has a name of its own for each rater. */
const leaking = (calledAs: (reviewId: string, by: string) => string): Gate =>
  gate(reviewsCodec, (fact: ReviewsFact) => {
    const passed = publishForFigures(fact);
    if (passed?.type !== 'reviews.PeerSectionSubmitted.v1') return passed;
    const { reviewId, by } = passed.data;
    return { ...passed, data: { ...passed.data, by: calledAs(reviewId, by) } };
  });

const secret = 'a secret of the tenant, which is in no stream';
const planted: readonly (readonly [what: string, gate: Gate])[] = [
  ['the author', leaking((_, by) => by)],
  ['a plain hash of the author', leaking((_, by) => hashOf(by))],
  ['a keyed name within the cycle', leaking((_, by) => hashOf(secret + by))],
  ['a keyed name within the review', leaking((review, by) => hashOf(secret + review + by))],
  [
    'the actor and the request',
    gate(reviewsCodec, (fact: ReviewsFact) => {
      const passed = publishForFigures(fact);
      if (passed?.type !== 'reviews.PeerSectionSubmitted.v1') return passed;
      return { type: passed.type, data: { ...passed.data, by: 'withheld' } };
    }),
  ],
  ['reminders of what is asked of peers', gate(reviewsCodec, publish)],
];

/**
 * The attack: sections by names that hide who it is, and the list of people. Nobody rates
 * themselves, so whoever rated all of a team but one is that one.
 */
function byElimination(stream: readonly PublishedFact[]): ReadonlyMap<string, string> {
  const subjects = new Map<string, string>();
  const ratedBy = new Map<string, Set<string>>();
  for (const { type, data } of stream) {
    const { reviewId = '', subject = '', by = '' } = data as Readonly<Record<string, string>>;
    if (type === 'reviews.ReviewOpened.v1') subjects.set(reviewId, subject);
    if (type === 'reviews.PeerSectionSubmitted.v1') {
      ratedBy.set(by, (ratedBy.get(by) ?? new Set()).add(subjects.get(reviewId) ?? ''));
    }
  }
  const found = [...ratedBy].flatMap(([by, rated]) => {
    const left = people.filter((one) => !rated.has(one));
    return left.length === 1 ? [[by, left[0] ?? ''] as const] : [];
  });
  return new Map(found);
}

describe('who wrote as a peer or from below, in a cycle of named ones', () => {
  it('makes no difference to anything that is published, so that nobody can tell', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        expect(await tellsApart(world, real)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('is published with what they gave, as numbers of nobody', async () => {
    const stream = await streamOf(team, teamAuthors, real);
    const scored = stream.filter(({ type }) => type === 'reviews.ReviewScored.v1');
    expect(scored).toHaveLength(people.length);
    for (const { data } of scored) {
      const { segments } = data as { segments: { ratings: { part: string; rating: number }[] }[] };
      const peers = segments[0]?.ratings.filter(({ part }) => part === 'peers') ?? [];
      expect(peers.map(({ rating }) => rating / 1_000_000)).toEqual([1, 2, 3, 4, 5]);
    }
    const types = new Set(stream.map(({ type }) => type));
    expect([...types].filter((type) => /Invitation|Peer|Reminder|Draft/.test(type))).toEqual([]);
  });

  it.each(planted)('is found out where %s leaks', async (_, leak) => {
    const told = await Promise.all(
      fc.sample(worlds, { numRuns: 20, seed: 7 }).map((world) => tellsApart(world, leak)),
    );
    expect(told).toContain(true);
  });

  it('would be known of a whole team by a keyed name, were it in the stream', async () => {
    const named = leaking((_, by) => hashOf(secret + by));
    const found = byElimination(await streamOf(team, teamAuthors, named));
    expect(found).toEqual(new Map(people.map((one) => [hashOf(secret + one), one])));
    expect(byElimination(await streamOf(team, teamAuthors, real)).size).toBe(0);
  });
});
