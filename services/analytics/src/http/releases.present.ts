import type { WithheldReason } from '@plumbline/disclosure';
import { present } from '@plumbline/kernel';
import { displayTier, lowerBoundRanking } from '@plumbline/statistics';
import { explained } from '../measure.ts';
import { builtInMetrics } from '../metric-definition/built-in.ts';
import { termsOf, type Terms } from '../metric-definition/metric-definition.ts';
import { cellId } from '../metric-release/counting.ts';
import { isShown, type ReleasedFigure, type Stated } from '../metric-release/metric-release.ts';
import { definitionName } from '../metric-release/source.ts';
import type { ShownRelease } from '../releases.queries.ts';
import { namedOf } from '../releases.sources.ts';
import type { Traced } from '../releases.trace.ts';
import type { MetricSheet } from '../views/metric-sheet.ts';
import type { ReleaseSheet } from '../views/release-sheet.ts';

/** Metrics and releases as readers see them. */
export function metricDetail({ name, versions, revision, ...terms }: MetricSheet) {
  return { name, isBuiltIn: false, ...termsOf(terms), versions, revision };
}

export function builtInDetail(name: string) {
  const terms = builtInMetrics.get(name) as Terms;
  return { name, isBuiltIn: true, ...termsOf(terms), versions: [], revision: null };
}

export function releaseSummary(sheet: ReleaseSheet) {
  const { releaseId: id, definition, formula, source, from, until, dimensions, position } = sheet;
  const { threshold, restates, restatedBy, at, by, figures } = sheet;
  return {
    ...{ id, definition: definitionName(definition), formula, source, from, until, dimensions },
    countedAt: position,
    ...{ threshold, restates, restatedBy, at, by },
    figures: figures.length,
  };
}

export function releaseDetail({ sheet, seen, earlier }: ShownRelease) {
  const ranks = ranksOf(sheet);
  const sees = ({ of }: Pick<ReleasedFigure, 'of'>) => seen.has(cellId(of));
  return {
    ...releaseSummary(sheet),
    figures: sheet.figures.flatMap((figure, at) =>
      sees(figure) ? [figureOf(sheet, figure, at, ranks.get(at) ?? null)] : [],
    ),
    diff: sheet.diff.filter(sees).map(({ of, before, after, difference }) => ({
      of: ofNames(sheet, of),
      before: before && statedOf(sheet, before, shownOf(earlier, of)),
      after: after && statedOf(sheet, after, shownOf(sheet, of)),
      difference: difference && { ...difference, definition: definitionName(sheet.definition) },
    })),
  };
}

function shownOf(sheet: ReleaseSheet | undefined, of: ReleasedFigure['of']) {
  return sheet?.figures.filter(isShown).find((one) => cellId(one.of) === cellId(of));
}

/** What a release showed, with the interval that it has there. */
function statedOf(
  { definition }: ReleaseSheet,
  { n, value }: Stated,
  shown: ReturnType<typeof shownOf>,
) {
  const { low = null, high = null } = shown ?? {};
  return { n, value, definition: definitionName(definition), low, high };
}

function ofNames({ dimensions }: ReleaseSheet, of: ReleasedFigure['of']) {
  return Object.fromEntries(namedOf(dimensions, of));
}

/** Every figure says by which version of what, and up to where, it was counted. */
export function figureOf(
  sheet: ReleaseSheet,
  figure: ReleasedFigure,
  at: number,
  rank: number | null,
) {
  const counted = { definition: definitionName(sheet.definition), countedAt: sheet.position };
  const named = { figure: at, of: ofNames(sheet, figure.of) };
  if (!isShown(figure)) {
    const nothing = { n: null, value: null, low: null, high: null, counts: null };
    return {
      ...named,
      tier: 'hidden',
      suppressed: figure.suppressed,
      rank,
      ...nothing,
      ...counted,
    };
  }
  const { n, value, low, high, standardError, mean, counts } = figure;
  return {
    ...{ ...named, tier: displayTier(n), suppressed: null, rank, n, value, low, high },
    ...present({ standardError, mean }),
    counts: counts.map(([score, count]) => ({ score, count })),
    ...counted,
  };
}

const inTime = new Set(['day', 'month']);

/** Segments of one dimension, by the lower bound; time has an order of its own. */
export function ranksOf({ figures, dimensions }: ReleaseSheet): ReadonlyMap<number, number | null> {
  const ranks = new Map<number, number | null>();
  dimensions.forEach((dimension, place) => {
    if (inTime.has(dimension)) return;
    const rankable = figures.flatMap((figure, at) => {
      const isOfIt = figure.of.every((one, other) => (one !== null) === (other === place));
      if (!isOfIt || !isShown(figure)) return [];
      return [{ id: String(figure.of[place]), n: figure.n, low: figure.low, at }];
    });
    for (const { at, rank } of lowerBoundRanking(rankable)) ranks.set(at, rank);
  });
  return ranks;
}

/** Why this number: its formula, what was put in, what the guard decided, and from which facts. */
export function figureDetail({ sheet }: ShownRelease, at: number, traced: Traced) {
  const figure = sheet.figures[at] as ReleasedFigure;
  const shown = isShown(figure) ? figure : null;
  const said = shown === null ? null : explained(sheet.formula, shown);
  const isTold = !('refused' in traced);
  return {
    figure: figureOf(sheet, figure, at, ranksOf(sheet).get(at) ?? null),
    release: releaseSummary(sheet),
    formula: { name: sheet.formula, text: explained(sheet.formula, nothing).formula },
    filled: said?.filled ?? null,
    guard: {
      threshold: sheet.threshold,
      decision: shown === null ? whyNot(figure, sheet.threshold) : why(shown.n, sheet.threshold),
    },
    facts: isTold ? traced.facts : null,
    ...{ withheld: isTold ? null : traced.refused.detail },
    ...(isTold ? present({ next: traced.next }) : {}),
  };
}

const nothing = { n: 0, value: null, low: null, high: null, counts: [] };

function why(n: number, threshold: number): string {
  return (
    `Shown: it is of ${n} answers, and no sum or difference with anything else that is released ` +
    `of the same answers is of 1 to ${threshold - 1}.`
  );
}

function whyNot(figure: ReleasedFigure, threshold: number): string {
  return isShown(figure) ? '' : reasons(threshold)[figure.suppressed];
}

const reasons = (threshold: number): Readonly<Record<WithheldReason, string>> => ({
  'below-threshold': `Withheld: it is of fewer than ${threshold} answers, or of none.`,
  complementary:
    'Withheld: beside what the release shows already, it would give away a group of fewer than ' +
    `${threshold}.`,
  overlap: `Withheld: it differs from a segment that is shown by fewer than ${threshold} answers.`,
  'across-releases':
    'Withheld: beside what earlier releases showed of the same answers, it would give away the ' +
    `fewer than ${threshold} that came or went since. It waits for more.`,
});
