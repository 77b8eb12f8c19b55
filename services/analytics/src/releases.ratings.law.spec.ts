import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isRejection, type Position } from '@plumbline/kernel';
import { builtInMetrics } from './metric-definition/built-in.ts';
import { counterOf } from './metric-release/counting.ts';
import { metricReleaseDecider } from './metric-release/metric-release.decide.ts';
import { besideSpan } from './metric-release/metric-release.rules.ts';
import { evolveReleases, initialReleases } from './metric-release/metric-release.ts';
import { isShown } from './metric-release/metric-release.ts';
import type { HeldRelease, MetricReleases } from './metric-release/metric-release.ts';
import type { RatingsRef, Scope } from './metric-release/source.ts';
import { ratingAfter, ratingBefore } from './rating/rated-review.ts';
import { ratingsIn, wholePoints } from './releases.ratings.ts';
import { foldedBy, positionOf } from './views/published.testing.ts';
import { ratedAnswers, ratingAt, type RatedAnswers } from './views/rated-answers.ts';
import { reviewStanding, type ReviewsFact } from './views/review-standing.ts';
import * as history from './views/reviews.testing.ts';

const threshold = 5;
const people = Array.from({ length: 18 }, (_, no) => `person-${no}`);
/** Everybody is of the company, and of one of three teams: two of enough, and one that is small. */
const unitsOf = (subject: string): readonly string[] => {
  const no = people.indexOf(subject);
  return [no < 8 ? 'north' : no < 15 ? 'south' : 'east', 'company'];
};

/** What becomes of a review, in an order that there may be. */
type Act = 'calibrate' | 'finalise' | 'reopen' | 'not-rated' | 'withdraw';
const acts = fc.array(
  fc.record({
    who: fc.nat(people.length - 1),
    act: fc.constantFrom<Act>(
      'calibrate',
      'finalise',
      'finalise',
      'reopen',
      'not-rated',
      'withdraw',
    ),
    rating: fc.integer({ min: 1, max: 5 }),
  }),
  { maxLength: 60 },
);

type Steps = typeof acts extends fc.Arbitrary<infer All> ? All : never;

const opened = people.map((subject) => history.opened(`r-${subject}`, { subject }));

/** What steps make of reviews that are open, or finalised. */
function playedBy(steps: Steps, from: 'open' | 'final'): ReviewsFact[] {
  const stage = new Map<string, 'open' | 'final' | 'over'>();
  return steps.flatMap(({ who, act, rating }): ReviewsFact[] => {
    const reviewId = `r-${people[who] ?? ''}`;
    const now = stage.get(reviewId) ?? from;
    const of = (fact: ReviewsFact): ReviewsFact[] => {
      return [{ ...fact, data: { ...fact.data, reviewId } } as ReviewsFact];
    };
    if (now === 'open' && act === 'calibrate') return of(history.calibrated(rating, 6 - rating));
    if (now === 'open' && act === 'finalise') {
      stage.set(reviewId, 'final');
      return of(history.finalised(rating));
    }
    if (now === 'final' && act === 'reopen') {
      stage.set(reviewId, 'open');
      return of(history.reopened());
    }
    if (now === 'open' && (act === 'not-rated' || act === 'withdraw')) {
      stage.set(reviewId, 'over');
      return of(act === 'withdraw' ? history.withdrawn : history.notRated);
    }
    return [];
  });
}

/** A year in which all were rated, before something is reopened. */
const allRated: ReviewsFact[] = people.flatMap((subject, no) => {
  const of = { reviewId: `r-${subject}` };
  const facts = [history.calibrated(1 + (no % 5), 3), history.finalised(1 + (no % 4))];
  return [
    history.opened(of.reviewId, { subject }),
    ...facts.map((fact) => ({ ...fact, data: { ...fact.data, ...of } }) as ReviewsFact),
  ];
});

const asked = fc.record({
  question: fc.constantFrom('rating' as const, 'rating-before-calibration' as const),
  byUnit: fc.boolean(),
  /** How far of the history, in hundredths. */
  at: fc.integer({ min: 0, max: 100 }),
});
type AskedRelease = typeof asked extends fc.Arbitrary<infer One> ? One : never;

const refOf = (question: RatingsRef['question']): RatingsRef => {
  return { kind: 'ratings', cycle: 'cycle-1', question, scale: { min: 1, max: 5 } };
};

/** Releases one after the other, each decided beside those before it, as the handler does. */
function releasedOf(
  facts: readonly ReviewsFact[],
  steps: readonly AskedRelease[],
  remembers = true,
) {
  const docs = [...foldedBy(ratedAnswers, facts)].map(([key, doc]) => ({ key, doc }));
  let [all, state]: [HeldRelease[], MetricReleases] = [[], initialReleases];
  for (const [no, { question, byUnit, at }] of steps.entries()) {
    const position = positionOf(1 + Math.round(((facts.length - 1) * at) / 100));
    const dimensions = byUnit ? ['unit'] : [];
    const scope: Scope = { from: '2026-01-01', until: '2026-12-31', dimensions, position };
    const known = state.stage === 'none' || !remembers ? [] : state.releases;
    const beside = besideSpan(known, scope);
    const counter = counterOf(beside.map(({ shown }) => shown.map(({ of }) => of)));
    const scopes = [...beside, scope];
    for (const one of docs) {
      const units = scopes.map(() => unitsOf);
      for (const answer of ratingsIn(refOf(question), scopes, units, one)) counter.add(answer);
    }
    // Each by a metric of its own, as the same one twice is restated.
    const definition = { name: `distribution-${no}`, version: 1 };
    const terms = { ...builtInMetrics.get('distribution'), definition } as never;
    const told = {
      act: `act-${no}`,
      at: '2027-03-01T00:00:00.000Z',
      now: '2027-03-01T00:00:00.000Z',
    };
    const decided = metricReleaseDecider.decide(
      {
        ...{ type: 'PublishRelease', ...told, releaseId: `release-${no}`, source: refOf(question) },
        ...{ terms, scope, promised: threshold, counted: counter.counted() },
        beside: beside.map(({ releaseId }) => releaseId),
      },
      remembers ? state : initialReleases,
    );
    if (isRejection(decided)) throw new Error(`${decided.code}: ${decided.detail}`);
    state = decided.reduce<MetricReleases>(evolveReleases, remembers ? state : initialReleases);
    all =
      state.stage === 'none' ? all : remembers ? [...state.releases] : [...all, ...state.releases];
    // What is shown is what the ratings come to, counted by hand.
    for (const fact of decided) {
      if (fact.type !== 'MetricReleased') continue;
      for (const figure of fact.figures.filter(isShown)) {
        expect([figure.of, figure.counts]).toEqual([
          figure.of,
          countedByHand(docs, { question, position, unit: figure.of[0] ?? null }),
        ]);
      }
    }
  }
  return all.flatMap(({ shown, position, dimensions }) =>
    shown.map(({ of }) =>
      membersOf(docs, { position, unit: dimensions.length > 0 ? (of[0] ?? null) : null }),
    ),
  );
}

interface Cell {
  readonly position: Position;
  readonly unit: string | null;
}
type Docs = readonly { readonly key: string; readonly doc: RatedAnswers }[];

const within = (docs: Docs, { position, unit }: Cell) =>
  docs.flatMap(({ key, doc }) => {
    const rating = ratingAt(doc, position);
    const isOfIt = unit === null || unitsOf(doc.subject).includes(unit);
    return rating === undefined || !isOfIt ? [] : [{ id: `${key} ${rating.since}`, rating }];
  });

/** The ratings that a cell is of: one that was finalised anew is another one. */
function membersOf(docs: Docs, cell: Cell): ReadonlySet<string> {
  return new Set(within(docs, cell).map(({ id }) => id));
}

function countedByHand(docs: Docs, { question, ...cell }: Cell & Pick<AskedRelease, 'question'>) {
  const counts = new Map<number, number>();
  for (const { rating } of within(docs, cell)) {
    const score = (question === 'rating' ? rating.after : rating.before) / 1_000_000;
    counts.set(score, (counts.get(score) ?? 0) + 1);
  }
  return [...counts].toSorted(([one], [other]) => one - other);
}

/** The attack: of any two cells that are shown, whatever is in the one and not in the other. */
function smallDifferences(cells: readonly ReadonlySet<string>[]): number {
  return cells.flatMap((one) =>
    cells.filter((other) => {
      const rest = [...one].filter((id) => !other.has(id)).length;
      return rest > 0 && rest < one.size && rest < threshold;
    }),
  ).length;
}

describe('ratings as a source of releases', () => {
  it('are at every position what the review says, before and after calibration', () => {
    fc.assert(
      fc.property(acts, (steps) => {
        const facts = [...opened, ...playedBy(steps, 'open')];
        const answers = foldedBy(ratedAnswers, facts);
        for (let length = people.length; length <= facts.length; length += 1) {
          const standing = foldedBy(reviewStanding, facts.slice(0, length));
          for (const [id, review] of standing) {
            const rating = ratingAt(answers.get(id) as RatedAnswers, positionOf(length));
            const said = [rating?.before ?? null, rating?.after ?? null];
            expect(said).toEqual([ratingBefore(review), ratingAfter(review)]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tell in all releases together, before and after, of no fewer than five', () => {
    fc.assert(
      fc.property(acts, fc.array(asked, { minLength: 1, maxLength: 5 }), (steps, releases) => {
        const facts = [...allRated, ...playedBy(steps, 'final')];
        expect(smallDifferences(releasedOf(facts, releases))).toBe(0);
      }),
      { numRuns: 80 },
    );
  });

  it('would tell of single ones, were each decided by itself', () => {
    const reopened = {
      ...history.reopened(),
      data: { ...history.reopened().data, reviewId: 'r-person-3' },
    };
    const facts = [...allRated, reopened as ReviewsFact];
    const both = [
      { question: 'rating-before-calibration', byUnit: false, at: 98 },
      { question: 'rating', byUnit: true, at: 100 },
    ] as const;
    expect(smallDifferences(releasedOf(facts, both, false))).toBeGreaterThan(0);
    expect(smallDifferences(releasedOf(facts, both))).toBe(0);
  });
});

describe('the scale of a release', () => {
  const points = (min: number, max: number) => wholePoints({ min: min * 1e6, max: max * 1e6 });

  it.each([
    [1, 5],
    [0, 10],
    [-2, 2],
    // On a longer one ratings are counted by tens.
    [0, 100],
  ])('is that of the ratings, from %d to %d', (min, max) => {
    expect(points(min, max)).toEqual({ min, max });
  });

  it.each([
    [0.5, 4.5],
    [1, 4.5],
    [0, 11],
    [0, 105],
  ])('is none where its points are no whole numbers, from %d to %d', (min, max) => {
    expect(points(min, max)).toBeUndefined();
  });
});
