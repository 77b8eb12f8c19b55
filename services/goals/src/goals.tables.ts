import type { RecordSchema, Schema } from '@plumbline/contracts/published';
import { readPlaceWithin, type PlaceWithin, type Table } from '@plumbline/exports';
import { amount, count, day, figure, holder, instant, opaqueId } from '@plumbline/exports/shapes';
import { opaqueIdOrNone, word, yesOrNo } from '@plumbline/exports/shapes';
import { isUuid, toInstant, type EpochMs } from '@plumbline/kernel';
import type { Measure } from './measure.ts';
import { goalProgress, keyResultStanding, readingStanding, supersededBy } from './views/figures.ts';
import { currentCheckIn, measuredUntil } from './views/figures.ts';
import type { GoalSheet, KeyResultLine } from './views/goal-sheet.ts';
import type { KpiSheet, Reading } from './views/kpi-sheet.ts';

const period = {
  type: 'object',
  required: ['name', 'start', 'end'],
  properties: {
    name: { type: 'string', pattern: '^[A-Za-z0-9._-]{1,32}$', 'x-data-class': 'time' },
    ...{ start: day, end: day },
  },
} as const satisfies Schema;
const bounds = {
  type: 'object',
  required: ['kind'],
  properties: { kind: word, start: amount, target: amount, low: amount, high: amount, unit: word },
} as const satisfies Schema;

const goalSchema = {
  type: 'object',
  description: 'A goal a row, as it stands, with its progress.',
  required: [],
  properties: {
    ...{
      id: opaqueId,
      owner: holder,
      stage: word,
      kind: word,
      visibility: word,
      period,
      weight: amount,
    },
    ...{ measuredBy: word, cadenceDays: count, progress: figure, measures: count, grade: word },
    ...{ activatedAt: instant, closedAt: instant, score: amount },
    keyResults: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'weight', 'measure', 'value', 'attainment'],
        properties: {
          id: opaqueId,
          weight: amount,
          measure: bounds,
          value: amount,
          attainment: amount,
        },
      },
    },
  },
} as const satisfies RecordSchema;

/** A goal, with the instant (ms) at which its figures are taken. */
export interface GoalItem {
  readonly sheet: GoalSheet;
  readonly until: EpochMs;
}

export const goalTable: Table<GoalItem> = {
  name: 'goals',
  schema: goalSchema,
  placeOf: ({ sheet }) => sheet.goalId,
  isPlace: isUuid,
  recordOf: ({ sheet, until }) => {
    const { goalId, owner, stage, kind, visibility, period: within, weight } = sheet;
    const { measuredBy, cadenceDays, activatedAt, closed } = sheet;
    const { length } =
      measuredBy === 'key-results' ? sheet.keyResults : Object.keys(sheet.indicators);
    const then = measuredUntil(sheet, until);
    return {
      ...{ id: goalId, owner, stage, kind, visibility, period: within, weight },
      ...{ measuredBy, cadenceDays, progress: goalProgress(sheet, until), measures: length },
      ...{ activatedAt, closedAt: closed?.at, grade: closed?.grade, score: closed?.score },
      keyResults: sheet.keyResults.map((line) => keyResultOf(line, then)),
    };
  },
};

/** What it is called stays within, and of milestones all but the share that is done. */
function keyResultOf(line: KeyResultLine, until: EpochMs) {
  const { attainment } = keyResultStanding(line, line.measure, until);
  return {
    ...{ id: line.id, weight: line.weight, measure: boundsOf(line.measure) },
    value: currentCheckIn(line, until)?.value ?? null,
    attainment: attainment.value,
  };
}

function boundsOf(measure: Measure) {
  if (measure.kind === 'milestones') return { kind: measure.kind };
  const { kind, ...bounds } = measure;
  return { kind, ...bounds };
}

const readingSchema = {
  type: 'object',
  description: 'A reading of a KPI a row: every one that was recorded, in the order of its KPI.',
  required: [],
  properties: {
    ...{ kpiId: opaqueId, readingId: opaqueId, goalId: opaqueIdOrNone },
    ...{ keyResultId: opaqueIdOrNone, owner: holder },
    ...{ at: instant, recordedAt: instant, period, value: amount, measure: bounds },
    ...{ progress: figure, met: yesOrNo, definitionVersion: count, late: yesOrNo, source: word },
    supersededBy: opaqueIdOrNone,
  },
} as const satisfies RecordSchema;

/** One reading of a KPI, by its place among them. */
export interface ReadingItem {
  readonly sheet: KpiSheet;
  readonly reading: Reading;
  readonly index: number;
}

export const readingTable: Table<ReadingItem> = {
  name: 'kpi-readings',
  schema: readingSchema,
  placeOf: ({ sheet, index }) => `${sheet.kpiId}.${index}`,
  isPlace: (text) => readPlaceWithin(text) !== undefined,
  recordOf: ({ sheet, reading }) => {
    const { kpiId, goalId, keyResultId, owner } = sheet;
    const { id: readingId, at, recordedAt, period: within, value, against } = reading;
    const { definitionVersion, late, source } = reading;
    return {
      ...{ kpiId, readingId, goalId, keyResultId, owner, at, period: within, value },
      recordedAt: toInstant(recordedAt),
      // What it was told to be measured against counts more than its definition.
      measure: { ...boundsOf(reading.measure), ...against },
      ...{ definitionVersion, late, source, supersededBy: supersededBy(sheet, reading) },
      ...readingStanding(reading),
    };
  },
};

/** The readings of a KPI that come after a place. */
export function readingsOf(
  sheet: KpiSheet,
  after: PlaceWithin | undefined,
): readonly ReadingItem[] {
  const from = after?.id === sheet.kpiId ? after.index + 1 : 0;
  return sheet.readings
    .map((reading, index) => ({ sheet, reading, index }))
    .filter(({ index }) => index >= from);
}
