import { toInstant, type EpochMs } from '@plumbline/kernel';
import { figure, type Figure } from '@plumbline/statistics';
import { withRefs } from '@plumbline/views';
import type { KeyResultLine, GoalSheet } from '../views/goal-sheet.ts';
import { checkInsOf, type CheckInLine } from '../views/kept-check-ins.ts';
import { currentCheckIn, goalFigures, keyResultStanding, measuredUntil } from '../views/figures.ts';
import { latestReading, readingStanding, supersededBy } from '../views/figures.ts';
import type { GoalHistory } from '../views/goal-history.ts';
import type { KpiSheet, Reading } from '../views/kpi-sheet.ts';

/**
 * From view documents to what readers see: figures are taken at `until`, and every quotation
 * becomes a reference that the controller reveals after the permission check.
 */
export function goalSummary(sheet: GoalSheet, until: EpochMs) {
  return withRefs(summaryOf(sheet, until), sheet.texts);
}

export function staleGoal(sheet: GoalSheet, until: EpochMs) {
  const { daysSinceCheckIn } = goalFigures(sheet, until);
  return withRefs({ ...summaryOf(sheet, until), daysSinceCheckIn }, sheet.texts);
}

function summaryOf(sheet: GoalSheet, until: EpochMs) {
  const { goalId, reference, owner, title, stage, kind, period, measuredBy, cadenceDays } = sheet;
  const { visibility, weight } = sheet;
  const { progress, measures, pace, lastCheckInAt, stale } = goalFigures(sheet, until);
  return {
    ...{ id: goalId, reference, owner, title, stage, kind, period, measuredBy, cadenceDays },
    ...{ visibility, weight },
    ...{ progress, measures, pace, grade: sheet.closed?.grade ?? null, lastCheckInAt, stale },
    revision: sheet.revision,
  };
}

export function goalDetail(sheet: GoalSheet, asked: EpochMs) {
  const until = measuredUntil(sheet, asked);
  const { description, draftedAt, activatedAt, closed } = sheet;
  const keyResults = sheet.keyResults.map((one) => keyResultOf(one, until));
  const detail = {
    ...summaryOf(sheet, until),
    ...{ description, draftedAt, activatedAt, keyResults },
    closed: closed === null ? null : closedOf(closed),
  };
  const indicators = Object.values(sheet.indicators).map((one) => kpiDetail(one, until));
  return { ...(withRefs(detail, sheet.texts) as object), indicators };
}

function keyResultOf(line: KeyResultLine, until: EpochMs) {
  const { id, name, weight, measure, original } = line;
  const { attainment, raw, met } = keyResultStanding(line, measure, until);
  const first = original === null ? unknownAttainment : keyResultStanding(line, original, until);
  const current = currentCheckIn(line, until);
  return {
    ...{ id, name, weight, measure: namedMeasure(line), original },
    current: current === undefined ? null : currentOf(current),
    ...{ attainment, rawAttainment: raw, attainmentAgainstOriginal: first.attainment, met },
    checkIns: checkInsOf(line.checkIns).map(checkInOf),
  };
}

const unknownAttainment: { attainment: Figure } = { attainment: figure('attainment@1', null, 0) };

function namedMeasure({ measure, milestoneNames }: KeyResultLine) {
  if (measure.kind !== 'milestones') return measure;
  const milestones = measure.milestones.map((one) => {
    return { ...one, name: milestoneNames[one.id] ?? null };
  });
  return { kind: measure.kind, milestones };
}

function currentOf({ id, at, value, done }: CheckInLine) {
  return { checkInId: id, at, value, milestonesDone: done };
}

function checkInOf({ done, recordedAt, corrections, ...checkIn }: CheckInLine) {
  return {
    ...checkIn,
    milestonesDone: done,
    recordedAt: toInstant(recordedAt),
    corrections: corrections.map((one) => ({ ...one, recordedAt: toInstant(one.recordedAt) })),
  };
}

function closedOf(closed: NonNullable<GoalSheet['closed']>) {
  const { score, grade, attainment, at, by, lesson, postMortem, outcomes } = closed;
  return { score, grade, attainment, at, by, lesson, postMortem, outcomes };
}

export function kpiDetail(sheet: KpiSheet, until: EpochMs) {
  const { kpiId, reference, goalId, keyResultId, owner, name, formula, version, measure } = sheet;
  const latest = latestReading(sheet, until);
  const { progress, met } = latest === undefined ? unread : readingStanding(latest);
  const readings = sheet.readings.filter((one) => Date.parse(one.at) <= until);
  const detail = {
    ...{ id: kpiId, reference, goalId, keyResultId, owner, name, formula, version, measure },
    latest: latest === undefined ? null : readingOf(sheet, latest),
    ...{ progress, met, completions: completionsOf(sheet, latest) },
    readings: readings.map((one) => readingOf(sheet, one)),
    revision: sheet.revision,
  };
  return withRefs(detail, sheet.texts);
}

const unread = { progress: figure('raw-attainment@1', null, 0), met: null };

/** How many are complete, of how many; nothing where completions are not what is counted. */
function completionsOf({ measure }: KpiSheet, latest: Reading | undefined) {
  if (measure.kind !== 'completion') return null;
  return { done: latest?.value ?? null, of: latest?.against?.target ?? measure.target };
}

function readingOf(sheet: KpiSheet, reading: Reading) {
  const { id, at, period, value, against, definitionVersion, late, source, note, by } = reading;
  const { progress, met } = readingStanding(reading);
  return {
    ...{ id, at, period, value, against, definitionVersion, progress, met, late, source, note, by },
    recordedAt: toInstant(reading.recordedAt),
    supersededBy: supersededBy(sheet, reading),
  };
}

export function historyItems(history: GoalHistory) {
  const items = history.items.map((one) => ({ ...one, recordedAt: toInstant(one.recordedAt) }));
  return withRefs(items, history.texts);
}
