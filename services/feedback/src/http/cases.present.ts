import { toInstant, type EpochMs, type Instant } from '@plumbline/kernel';
import { withRefs } from '@plumbline/views';
import { clockStanding, isLate } from '../cases.standing.ts';
import type { CaseLine, CaseSheet } from '../views/case-sheet.ts';
import type { ServiceLevelSheet, VersionLine } from '../views/service-level-sheet.ts';

/** Service levels and cases as readers see them, with references for what was written. */
export function levelDetail(sheet: ServiceLevelSheet) {
  const { serviceLevelId: id, name, version, targets, opening, definedAt } = sheet;
  const versions = sheet.versions.map(versionOf);
  const detail = { id, name, version, targets, opening, definedAt, versions };
  return withRefs({ ...detail, revision: sheet.revision }, sheet.texts);
}

function versionOf({ version, since, targets, opening, by, reason }: VersionLine) {
  return { version, since, targets, opening, by, reason };
}

export function caseSummary(sheet: CaseSheet, until: EpochMs) {
  return withRefs(summaryOf(sheet, toInstant(until)), sheet.texts);
}

export function caseDetail(sheet: CaseSheet, until: EpochMs) {
  const { standing, history } = sheet;
  const { zone, week, holidays } = standing.calendar;
  const detail = {
    ...summaryOf(sheet, toInstant(until)),
    opening: { zone, week, holidays },
    history: history.map(lineOf),
  };
  return withRefs(detail, sheet.texts);
}

/** Clocks are read at the instant that is asked about. */
function summaryOf(sheet: CaseSheet, at: Instant) {
  const { caseId: id, unit, customer, summary, openedAt, resolved, standing, revision } = sheet;
  const { slaRef, slaVersion, stage, pausedFor, touchpoint = null, response = null } = standing;
  return {
    ...{ id, unit, slaRef, slaVersion, stage, pausedFor, touchpoint, response },
    ...{ customer, summary, openedAt, resolvedAt: resolved?.at ?? null },
    isOverdue: isLate(sheet, at),
    firstResponse: clockStanding(sheet, 'firstResponse', at),
    resolution: clockStanding(sheet, 'resolution', at),
    ...{ at, revision },
  };
}

function lineOf({ type, at, recordedAt, by, cause, reason, reading, breach }: CaseLine) {
  return { type, at, recordedAt: toInstant(recordedAt), by, cause, reason, reading, breach };
}
