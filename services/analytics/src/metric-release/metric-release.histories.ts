import { fold } from '@plumbline/kernel';
import type { Position } from '@plumbline/kernel';
import { at, countedFrom, manyOf, type TestAnswer } from './answers.testing.ts';
import type { PublishRelease, RestateRelease, Terms } from './metric-release.commands.ts';
import { metricReleaseDecider } from './metric-release.decide.ts';
import type { HeldRelease, MetricReleaseFact, MetricReleases } from './metric-release.ts';
import type { Scope, SourceRef } from './source.ts';

/** The example histories of releases: customers of January, in two places. */
export const source: SourceRef = {
  ...{ kind: 'customer-responses', question: 'csat', scale: { min: 1, max: 5 } },
};

export const terms: Terms = {
  ...{ definition: { name: 'csat', version: 1 }, formula: 'csat@1', question: 'csat' },
  ...{ minN: 5, dimensions: null },
};

export const position = (of: number) => at(of) as Position;

export const january: Scope = {
  ...{ from: '2026-01-01', until: '2026-01-31', dimensions: ['location'] },
  position: position(10),
};

/** Ten content ones in the north, six who are not in the south. */
export const answers: readonly TestAnswer[] = [...manyOf(10, 'north', 5), ...manyOf(6, 'south', 2)];

/** Recorded after the first release: of January all the same. */
export const late = (count: number, location: string, score: number, since = 15) =>
  manyOf(count, location, score, { moments: [{ since, in: { location: [location] } }] });

export const held = (history: readonly MetricReleaseFact[]): readonly HeldRelease[] => {
  const state = stateOf(history);
  return state.stage === 'none' ? [] : state.releases;
};

export const stateOf = (history: readonly MetricReleaseFact[]): MetricReleases =>
  fold(metricReleaseDecider, metricReleaseDecider.initial, history);

const asked = (act: string) => {
  return { act, at: '2026-02-01T09:00:00.000Z', now: '2026-02-01T09:00:00.000Z' };
};

/** A release of some answers, beside those of a history. */
export function publish(
  some: readonly TestAnswer[] = answers,
  scope: Scope = january,
  history: readonly MetricReleaseFact[] = [],
  more: Partial<PublishRelease> = {},
): PublishRelease {
  return {
    ...{ type: 'PublishRelease', ...asked('act-publish'), releaseId: 'first' },
    ...{ source, terms, scope, promised: 0, ...countedFrom(some, scope, held(history)) },
    ...more,
  };
}

export function restate(
  some: readonly TestAnswer[],
  history: readonly MetricReleaseFact[],
  more: Partial<RestateRelease> = {},
): RestateRelease {
  const { ref = 'first', position: then = position(20) } = more;
  const before = held(history).find(({ releaseId }) => releaseId === ref) ?? january;
  const { from, until, dimensions } = before;
  const scope = { from, until, dimensions, position: then };
  return {
    ...{ type: 'RestateRelease', ...asked('act-restate'), releaseId: 'second' },
    ...{ ref, position: then, promised: 0, ...countedFrom(some, scope, held(history)) },
    ...more,
  };
}

export const released = {
  ...{ type: 'MetricReleased', act: 'act-publish', at: '2026-02-01T09:00:00.000Z' },
  ...{ releaseId: 'first', source, definition: terms.definition, formula: 'csat@1' },
  ...{ ...january, threshold: 5, restates: null, part: 1, parts: 1 },
  figures: [
    {
      ...{ of: [null], n: 16, value: 0.625, low: 0.38641040545502725, high: 0.8151876744113636 },
      ...{ counts: [[2, 6], [5, 10]], mean: 3.875 }, // prettier-ignore
    },
    {
      ...{ of: ['north'], n: 10, value: 1, low: 0.7224672001371106, high: 1 },
      ...{ counts: [[5, 10]], mean: 5 },
    },
    {
      ...{ of: ['south'], n: 6, value: 0, low: 0, high: 0.39033428790216534 },
      ...{ counts: [[2, 6]], mean: 2 },
    },
  ],
} as const satisfies MetricReleaseFact;

/** What the first release came to once five more answers were in. */
export const restated = {
  ...{ type: 'MetricRestated', act: 'act-restate', at: '2026-02-01T09:00:00.000Z' },
  ...{ releaseId: 'second', ref: 'first', dimensions: ['location'], part: 1, parts: 1 },
  diff: [
    {
      ...{ of: [null], before: { n: 16, value: 0.625 }, after: { n: 21, value: 15 / 21 } },
      difference: { n: 5, value: 15 / 21 - 0.625 },
    },
    { of: ['west'], before: null, after: { n: 5, value: 1 }, difference: null },
  ],
} as const satisfies MetricReleaseFact;
