import type { Actor, EpochMs, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import { isChartsFact } from '../charts.facts.ts';
import { evolveChart, initialChart } from '../control-chart/control-chart.ts';
import type { ControlChartFact, DrawnChart, Measured } from '../control-chart/control-chart.ts';
import type { Period } from '../control-chart/period.ts';
import type { AnalyticsFact } from '../facts.ts';

/** One control chart as it stands, with who froze its limits and why, and what was restated. */
export interface ControlChartSheet extends Quoting {
  readonly chartId: string;
  readonly name: Said | null;
  readonly drawnAt: Instant;
  /** What the rules know of it, but for the ids of its commands. */
  readonly standing: Omit<DrawnChart, 'acts'>;
  /** One for each version of the limits. */
  readonly freezings: readonly Freezing[];
  readonly restatements: readonly RestatementLine[];
  readonly revision: number;
}

export interface Freezing {
  readonly version: number;
  readonly at: Instant;
  readonly by: Actor;
  readonly reason: Said | null;
}

export interface RestatementLine {
  readonly period: Period;
  readonly at: Instant;
  readonly recordedAt: EpochMs;
  readonly before: Measured | null;
  readonly after: Measured | null;
}

export const controlChartSheet: View<ControlChartSheet, AnalyticsFact> = {
  name: 'control-chart-sheet',
  version: 1,
  context: 'analytics',
  keys: ({ fact }) => (isChartsFact(fact) ? [fact.chartId] : []),
  fold: (sheet, recorded) =>
    isChartsFact(recorded.fact) ? foldChart(sheet, recorded as Recorded<ControlChartFact>) : sheet,
  index: ({ standing }) => ({
    owner: standing.owner,
    place: standing.place === null ? 'everywhere' : `${standing.place.by} ${standing.place.is}`,
  }),
};

function foldChart(
  sheet: ControlChartSheet | undefined,
  { fact, id, revision, recordedAt, actor: by }: Recorded<ControlChartFact>,
): ControlChartSheet | undefined {
  const standing = standingOf(sheet?.standing, fact);
  if (fact.type === 'LimitsFrozen') {
    const { chartId, version, at, text } = fact;
    const freezing = { version, at, by, reason: quote(id, text, 'reason') };
    return {
      ...{ chartId, standing, revision, drawnAt: sheet?.drawnAt ?? at },
      name: quote(id, text, 'name') ?? sheet?.name ?? null,
      freezings: [...(sheet?.freezings ?? []), freezing],
      restatements: sheet?.restatements ?? [],
      texts: withText(sheet?.texts ?? {}, id, text),
    };
  }
  if (sheet === undefined) return undefined;
  if (fact.type !== 'PointRestated') return { ...sheet, standing, revision };
  const { period, at, before, after } = fact;
  const line = { period, at, recordedAt, before, after };
  return { ...sheet, standing, revision, restatements: [...sheet.restatements, line] };
}

function standingOf(
  before: ControlChartSheet['standing'] | undefined,
  fact: ControlChartFact,
): ControlChartSheet['standing'] {
  const folded = evolveChart(before === undefined ? initialChart : { ...before, acts: {} }, fact);
  if (folded.stage === 'none') throw new Error('A chart that was drawn is there.');
  const { acts: _, ...standing } = folded;
  return standing;
}
