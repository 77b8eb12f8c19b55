import type { RecordSchema } from '@plumbline/contracts/published';
import { readPlaceWithin, type PlaceWithin, type Table } from '@plumbline/exports';
import { amount, count, day, instant, opaqueId, opaqueIdOrNone } from '@plumbline/exports/shapes';
import { opaquePosition, segment, word } from '@plumbline/exports/shapes';
import { displayTier } from '@plumbline/statistics';
import { isShown, type ReleasedFigure } from './metric-release/metric-release.ts';
import { namedOf } from './releases.sources.ts';
import type { ReleaseSheet } from './views/release-sheet.ts';

const releasesSchema = {
  type: 'object',
  description:
    'A figure a row, of every release: as it may be shown, or why it is withheld, and then without ' +
    'a value and without a count. No release is ever changed; a later one says what it takes the place of.',
  required: [],
  properties: {
    ...{ releaseId: opaqueId, figure: count, metric: word, version: count, formula: word },
    source: {
      type: 'object',
      required: ['kind', 'question', 'scale'],
      properties: {
        ...{ kind: word, survey: opaqueIdOrNone, cycle: opaqueIdOrNone, question: word },
        scale: { type: 'object', required: ['min', 'max'], properties: { min: count, max: count } },
      },
    },
    ...{ from: day, until: day, dimensions: { type: 'array', items: word } },
    group: {
      type: 'array',
      items: {
        type: 'object',
        required: ['dimension', 'segment'],
        properties: { dimension: word, segment },
      },
    },
    ...{ n: count, value: amount, low: amount, high: amount, standardError: amount, mean: amount },
    ...{ tier: word, suppressed: word, threshold: count },
    ...{ restates: opaqueIdOrNone, restatedBy: opaqueIdOrNone, releasedAt: instant },
    countedAt: opaquePosition,
  },
} as const satisfies RecordSchema;

/** A figure of a release, by its number in it. */
export interface ReleasedItem {
  readonly sheet: ReleaseSheet;
  readonly figure: ReleasedFigure;
  readonly index: number;
}

export const releaseTable: Table<ReleasedItem> = {
  name: 'metric-releases',
  schema: releasesSchema,
  placeOf: ({ sheet, index }) => `${sheet.releaseId}.${index}`,
  isPlace: (text) => readPlaceWithin(text) !== undefined,
  recordOf: ({ sheet, figure, index }) => {
    const { releaseId, definition, formula, source, from, until, dimensions } = sheet;
    const { threshold, restates, restatedBy, at, position } = sheet;
    return {
      ...{ releaseId, figure: index, metric: definition.name, version: definition.version },
      ...{ formula, source, from, until, dimensions },
      group: [...namedOf(dimensions, figure.of)].map(([dimension, one]) => {
        return { dimension, segment: one };
      }),
      ...(isShown(figure) ? figure : {}),
      tier: isShown(figure) ? displayTier(figure.n) : 'hidden',
      suppressed: isShown(figure) ? null : figure.suppressed,
      ...{ threshold, restates, restatedBy, releasedAt: at, countedAt: position },
    };
  },
};

/** The figures of a release that come after a place. */
export function figuresAfter(
  sheet: ReleaseSheet,
  after: PlaceWithin | undefined,
): readonly ReleasedItem[] {
  const from = after?.id === sheet.releaseId ? after.index + 1 : 0;
  return sheet.figures.map((figure, at) => ({ sheet, figure, index: at })).slice(from);
}
