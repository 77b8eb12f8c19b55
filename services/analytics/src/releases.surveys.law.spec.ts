import { describe, expect, it } from '@jest/globals';
import { isGivenAway, type Known } from '@plumbline/disclosure/testing';
import { isRejection } from '@plumbline/kernel';
import fc from 'fast-check';
import { builtInMetrics } from './metric-definition/built-in.ts';
import { counterOf } from './metric-release/counting.ts';
import type { Counting } from './metric-release/metric-release.commands.ts';
import { metricReleaseDecider } from './metric-release/metric-release.decide.ts';
import { held, stateOf } from './metric-release/metric-release.histories.ts';
import { besideSpan } from './metric-release/metric-release.rules.ts';
import { isShown, type MetricReleased } from './metric-release/metric-release.ts';
import type { MetricReleaseFact } from './metric-release/metric-release.ts';
import type { Scope } from './metric-release/source.ts';
import { releasesDue, type SurveyRelease } from './policies/release-survey.ts';
import { answersIn, participants } from './releases.surveys.ts';
import type { KeyedAnswer } from './releases.sources.ts';
import type { FeedbackFact } from './views/satisfaction-cells.ts';
import { surveyBatches } from './views/survey-batches.ts';
import { promisedAt, surveyTerms, type SurveyTerms } from './views/survey-terms.ts';
import {
  counted,
  documentsOf,
  launched,
  left,
  parents,
  positionOf,
} from './views/surveys.testing.ts';
import { raised, rating, saying, surveyId } from './views/surveys.testing.ts';

/**
 * Whatever is answered of whichever unit: also batches with groups that are smaller than promised,
 * as a question that is left out by some has, and groups that were asked of fewer.
 */
const k = 5;
const anyUnit = fc.constantFrom('desk', 'shop', 'lab', 'alone', 'sales', 'all', null);
const anyGroup = fc.record({
  unit: anyUnit,
  count: fc.integer({ min: 1, max: 8 }),
  value: fc.integer({ min: 1, max: 5 }),
});
type Group = typeof anyGroup extends fc.Arbitrary<infer One> ? One : never;
const anyBatches = fc.array(fc.array(anyGroup, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
});
const anyAudience = fc.uniqueArray(
  fc.record({ unit: anyUnit, invited: fc.integer({ min: 1, max: 12 }) }),
  { selector: ({ unit }) => unit, minLength: 1, maxLength: 5 },
);

const batchOf = (groups: readonly Group[], no: number) =>
  left(
    no,
    ...groups.map(({ unit, count, value }) => {
      return saying(count, unit, { ratings: [rating('pride', value)] });
    }),
  );

interface Step {
  readonly due: SurveyRelease;
  readonly place: number;
}

/** All that these steps release, each decided beside those before, as the handler does it. */
function releasedBy(facts: readonly FeedbackFact[], steps: readonly Step[], remembers = true) {
  const batches = [...documentsOf(surveyBatches, facts)];
  return steps.reduce<readonly MetricReleaseFact[]>((history, { due, place }) => {
    const before = remembers ? history : [];
    const terms = termsOf(facts);
    const position = positionOf(place);
    const { metric, source, ...span } = due;
    const scope: Scope = { ...span, position };
    const answers = function* (scopes: readonly Scope[]): Generator<KeyedAnswer> {
      if (source.kind === 'survey-participation') return yield* participants(terms, scopes);
      for (const [key, doc] of batches) {
        yield* answersIn(terms, source.question, scopes, { key, doc });
      }
    };
    const act = `act-${place}`;
    const asked = { act, at: '2026-05-12T00:00:00.000Z', now: '2026-05-12T00:00:00.000Z' };
    const counting = {
      promised: promisedAt(terms, position),
      ...countedIn(answers, scope, before),
    };
    const ref = held(before).at(-1)?.releaseId;
    const found = builtInMetrics.get(metric);
    if (found === undefined) throw new Error(`There is no metric ${metric}.`);
    const definition = { ...found, definition: { name: metric, version: 1 } };
    const told = { ...asked, ...counting, releaseId: `release-${place}` };
    const decided = metricReleaseDecider.decide(
      ref === undefined
        ? { type: 'PublishRelease', ...told, source, terms: definition, scope }
        : { type: 'RestateRelease', ...told, ref, position },
      stateOf(before),
    );
    if (isRejection(decided)) throw new Error(`${decided.code}: ${decided.detail}`);
    return [...history, ...decided];
  }, []);
}

function countedIn(
  answers: (scopes: readonly Scope[]) => Iterable<KeyedAnswer>,
  scope: Scope,
  history: readonly MetricReleaseFact[],
): Pick<Counting, 'counted' | 'beside'> {
  const beside = besideSpan(held(history), scope);
  const counter = counterOf(beside.map(({ shown }) => shown.map(({ of }) => of)));
  for (const one of answers([...beside, scope])) counter.add(one);
  return { counted: counter.counted(), beside: beside.map(({ releaseId }) => releaseId) };
}

function termsOf(facts: readonly FeedbackFact[]): SurveyTerms {
  const terms = documentsOf(surveyTerms, facts).get(surveyId);
  if (terms === undefined) throw new Error('There is no such survey.');
  return terms;
}

/** Releases of one question, or of who took part, after the facts at these places. */
function stepsAfter(facts: readonly FeedbackFact[], question: string, places: readonly number[]) {
  const ended = counted('2026-05-12', [['desk', 5, 5]], true);
  const end = { position: positionOf(facts.length + 1), data: ended.data } as never;
  const due = releasesDue(termsOf([...facts, ended]), end);
  const of = due.find(({ source }) => source.question === question);
  return of === undefined ? [] : places.map((place): Step => ({ due: of, place }));
}

/** By looking at the group alone, and up the tree by hand. */
const isIn = (unit: string | null, segment: string | null): boolean =>
  segment === null || (unit !== null && (unit === segment || isIn(parents[unit] ?? null, segment)));

interface Atom {
  readonly unit: string | null;
  readonly n: number;
  /** From which fact on it counts. */
  readonly place: number;
}

/** What readers of all releases know: which groups of which batch are in each shown figure. */
function knownFrom(atoms: readonly Atom[], facts: readonly MetricReleaseFact[]): Known {
  const releases = facts.filter((one): one is MetricReleased => one.type === 'MetricReleased');
  const rows = releases.flatMap(({ figures, position }) =>
    figures.filter(isShown).map(({ of: [segment = null], n }) => {
      const row = atoms.map(({ unit, place }) => {
        return Number(positionOf(place) <= position && isIn(unit, segment));
      });
      const within = atoms.reduce((sum, one, at) => sum + one.n * (row[at] ?? 0), 0);
      expect(n).toBe(within);
      return row;
    }),
  );
  return classesOf(atoms, rows);
}

/** Answers that are in the same figures cannot be told apart. */
function classesOf(atoms: readonly Atom[], rows: readonly (readonly number[])[]): Known {
  const alike = new Map<string, number>();
  atoms.forEach(({ n }, at) => {
    const within = rows.map((row) => row[at]).join('');
    alike.set(within, (alike.get(within) ?? 0) + n);
  });
  const classes = [...alike].filter(([within]) => within.includes('1'));
  return {
    weights: classes.map(([, n]) => n),
    rows: rows.map((_, row) => classes.map(([within]) => Number(within[row]))),
  };
}

const factsOf = (batches: readonly (readonly Group[])[]): readonly FeedbackFact[] => [
  launched(),
  ...batches.map((groups, at) => batchOf(groups, at + 1)),
];
const atomsOf = (batches: readonly (readonly Group[])[]): readonly Atom[] =>
  batches.flatMap((groups, at) => groups.map(({ unit, count: n }) => ({ unit, n, place: at + 2 })));

const releasedWhenever = (remembers: boolean) =>
  fc.property(anyBatches, (batches) => {
    const facts = factsOf(batches);
    const places = batches.map((_, at) => at + 2);
    const released = releasedBy(facts, stepsAfter(facts, 'pride', places), remembers);
    return !isGivenAway(knownFrom(atomsOf(batches), released), k);
  });

describe('whatever is released of a survey', () => {
  it('when it has ended, lets nothing be computed of few answers', () => {
    fc.assert(
      fc.property(anyBatches, (batches) => {
        const facts = factsOf(batches);
        const released = releasedBy(facts, stepsAfter(facts, 'pride', [facts.length]));
        return !isGivenAway(knownFrom(atomsOf(batches), released), k);
      }),
      { numRuns: 300 },
    );
  });

  it('batch by batch, each beside those before, lets nothing be computed either', () => {
    fc.assert(releasedWhenever(true), { numRuns: 200 });
  });

  it('batch by batch, each decided by itself, would let it be computed', () => {
    const found = fc.check(releasedWhenever(false), { numRuns: 2_000, endOnFailure: true });
    expect(found.failed).toBe(true);
    expect(String(found.errorInstance)).toBe('Error: Property failed by returning false');
  });

  it('shows nothing of fewer than were promised by then', () => {
    fc.assert(
      fc.property(anyBatches, fc.integer({ min: 6, max: 9 }), (batches, promised) => {
        const facts = [...factsOf(batches), raised(promised)];
        const released = releasedBy(facts, stepsAfter(facts, 'pride', [facts.length]));
        return !isGivenAway(knownFrom(atomsOf(batches), released), promised);
      }),
      { numRuns: 200 },
    );
  });

  it('says how many took part of enough who were asked, count after count', () => {
    const anyShares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(anyAudience, anyShares, (audience, shares) => {
        const counts = shares.toSorted().map((share) =>
          counted(
            '2026-05-06',
            audience.map(({ unit, invited }) => [unit, invited, Math.floor(share * invited)]),
          ),
        );
        const facts = [launched(), ...counts];
        const places = counts.map((_, at) => at + 2);
        const released = releasedBy(facts, stepsAfter(facts, 'participation', places));
        const atoms = audience.map(({ unit, invited: n }) => ({ unit, n, place: 2 }));
        return !isGivenAway(knownFrom(atoms, released), k);
      }),
      { numRuns: 200 },
    );
  });
});
