import { describe, expect, it } from '@jest/globals';
import { isGivenAway, type Known } from '@plumbline/disclosure/testing';
import { fold, isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import fc from 'fast-check';
import { placedIn, type TestAnswer } from './answers.testing.ts';
import type { MetricReleaseCommand } from './metric-release.commands.ts';
import { metricReleaseDecider } from './metric-release.decide.ts';
import * as the from './metric-release.histories.ts';
import { isShown, type MetricReleased, type MetricReleaseFact } from './metric-release.ts';
import type { Scope, Segments } from './source.ts';

const threshold = 5;
const { initial } = metricReleaseDecider;

/** A tree of units, as an answer names them: with all above. */
const units = { board: ['board'], desk: ['desk', 'board'], till: ['till', 'desk', 'board'] };
const anyNamed = fc.record({
  location: fc.constantFrom([], ['north'], ['south']),
  unit: fc.constantFrom([], units.board, units.desk, units.till, [...units.till, 'sales']),
});

/** Some alike who answered; they may come late, move from one segment to another, and go. */
const anyGroup = fc.record({
  count: fc.integer({ min: 1, max: 7 }),
  score: fc.integer({ min: 1, max: 5 }),
  day: fc.constantFrom('2026-01-10', '2026-02-10'),
  moments: fc
    .array(
      fc.record({
        since: fc.constantFrom(1, 15, 25, 35),
        in: fc.option(anyNamed, { freq: 5 }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((moments) => moments.toSorted((one, other) => one.since - other.since)),
});
const anyAnswers = fc
  .array(anyGroup, { minLength: 1, maxLength: 7 })
  .map((groups) =>
    groups.flatMap(({ count, ...one }) => Array.from({ length: count }, (): TestAnswer => one)),
  );

const spans = [
  { from: '2026-01-01', until: '2026-01-31' },
  { from: '2026-02-01', until: '2026-02-28' },
  { from: '2026-01-01', until: '2026-02-28' },
];
const anyStep = fc.record({
  span: fc.constantFrom(...spans),
  dimensions: fc.constantFrom([], ['location'], ['unit'], ['location', 'unit']),
  /** Restates the newest release that was not restated yet, where there is one. */
  restates: fc.boolean(),
});
type Step = typeof anyStep extends fc.Arbitrary<infer One> ? One : never;
const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 4 });

function commandOf(
  { span, dimensions, restates }: Step,
  at: number,
  answers: readonly TestAnswer[],
  history: readonly MetricReleaseFact[],
): MetricReleaseCommand {
  const position = the.position(10 * (at + 1));
  const named = { act: `act-${at}`, releaseId: `release-${at}` };
  const releases = the.held(history);
  const newest = releases.findLast(({ releaseId }) => {
    return !releases.some((one) => one.restates === releaseId);
  });
  if (restates && newest !== undefined) {
    const more = { ...named, position, ref: newest.releaseId };
    return the.restate(answers, history, more);
  }
  return the.publish(answers, { ...span, dimensions, position }, history, named);
}

/** All that was ever released; what is refused leaves nothing behind. */
function releasedBy(
  answers: readonly TestAnswer[],
  steps: readonly Step[],
  remembers = true,
): readonly MetricReleaseFact[] {
  return steps.reduce<readonly MetricReleaseFact[]>((history, step, at) => {
    const before = remembers ? history : [];
    const command = commandOf(step, at, answers, before);
    const decided = metricReleaseDecider.decide(command, the.stateOf(before));
    if (isRejection(decided)) return history;
    repeatDecidesNothing(metricReleaseDecider, command, the.stateOf(before), decided);
    return [...history, ...decided];
  }, []);
}

const releasesOf = (facts: readonly MetricReleaseFact[]) =>
  facts.filter((one): one is MetricReleased => one.type === 'MetricReleased');

/** Whether an answer is in a figure, by looking at it alone. */
function isWithin(answer: TestAnswer, scope: Scope, of: Segments): boolean {
  const [place] = placedIn([scope], answer).places;
  if (place === null || place === undefined) return false;
  return of.every((one, at) => one === null || place[at]?.includes(one) === true);
}

/** What readers of all releases know: which answers are in the sum of each shown figure. */
function knownFrom(answers: readonly TestAnswer[], facts: readonly MetricReleaseFact[]): Known {
  const rows = releasesOf(facts).flatMap((release) =>
    release.figures.filter(isShown).map(({ of }) => {
      return answers.map((one) => Number(isWithin(one, release, of)));
    }),
  );
  const alike = new Map<string, number>();
  answers.forEach((_, at) => {
    const within = rows.map((row) => row[at]).join('');
    alike.set(within, (alike.get(within) ?? 0) + 1);
  });
  const classes = [...alike].filter(([within]) => within.includes('1'));
  return {
    weights: classes.map(([, n]) => n),
    rows: rows.map((_, row) => classes.map(([within]) => Number(within[row]))),
  };
}

const givesNothingAway = (remembers: boolean) =>
  fc.property(anyAnswers, anySteps, (answers, steps) => {
    const known = knownFrom(answers, releasedBy(answers, steps, remembers));
    return !isGivenAway(known, threshold);
  });

describe('whatever is released of the same answers', () => {
  it('lets nothing be computed about few of them, by any sums and differences', () => {
    fc.assert(givesNothingAway(true), { numRuns: 400 });
  });

  it('would, if each release were decided by itself', () => {
    const found = fc.check(givesNothingAway(false), { numRuns: 2_000, endOnFailure: true });
    expect(found.failed).toBe(true);
    expect(String(found.errorInstance)).toBe('Error: Property failed by returning false');
  });

  it('is counted from the answers that are in it', () => {
    fc.assert(
      fc.property(anyAnswers, anySteps, (answers, steps) => {
        for (const release of releasesOf(releasedBy(answers, steps))) {
          for (const figure of release.figures.filter(isShown)) {
            const within = answers.filter((one) => isWithin(one, release, figure.of));
            const scores = within.map(({ score }) => score);
            const counts = [1, 2, 3, 4, 5].map((score) => {
              return [score, scores.filter((one) => one === score).length] as const;
            });
            expect(figure.n).toBe(within.length);
            expect(figure.counts).toEqual(counts.filter(([, count]) => count > 0));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is withheld without a value or a count', () => {
    fc.assert(
      fc.property(anyAnswers, anySteps, (answers, steps) => {
        const figures = releasesOf(releasedBy(answers, steps)).flatMap((one) => one.figures);
        for (const one of figures.filter((figure) => !isShown(figure))) {
          expect(Object.keys(one).toSorted()).toEqual(['of', 'suppressed']);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is never changed by what comes later', () => {
    fc.assert(
      fc.property(anyAnswers, anySteps, (answers, steps) => {
        const facts = releasedBy(answers, steps);
        const all = the.held(facts);
        facts.forEach((_, upTo) => {
          const then = fold(metricReleaseDecider, initial, facts.slice(0, upTo));
          const earlier = then.stage === 'none' ? [] : then.releases;
          expect(all.slice(0, earlier.length)).toEqual(earlier);
        });
      }),
      { numRuns: 100 },
    );
  });
});
