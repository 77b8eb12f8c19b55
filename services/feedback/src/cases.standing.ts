import type { Instant } from '@plumbline/kernel';
import { msPerMinute } from './case/business-time.ts';
import { dueAt, elapsedMs, isOverdue } from './case/case.clock.ts';
import type { Clock } from './case/case.ts';
import { clocks, endedAt, type CaseSheet } from './views/case-sheet.ts';

/** A clock of a case as it stands at an instant. */
export interface ClockStanding {
  readonly targetMinutes: number | null;
  /** Minutes of business time, to the millisecond. */
  readonly elapsedMinutes: number;
  /** Null where nothing is promised, and where it stands still with time left. */
  readonly dueAt: Instant | null;
  readonly isOverdue: boolean;
  readonly endedAt: Instant | null;
  /** Null while it is open, and where nothing is promised. */
  readonly met: boolean | null;
}

export function clockStanding(sheet: CaseSheet, clock: Clock, at: Instant): ClockStanding {
  const { standing } = sheet;
  const targetMinutes = standing.targets[clock];
  const overdue = isOverdue(standing, clock, at);
  const ended = endedBy(sheet, clock, at);
  return {
    targetMinutes,
    elapsedMinutes: elapsedMs(standing, clock, at) / msPerMinute,
    dueAt: dueAt(standing, clock),
    isOverdue: overdue,
    endedAt: ended,
    met: ended === null || targetMinutes === null ? null : !overdue,
  };
}

/** Whether something is past due that is waited for still. */
export function isLate(sheet: CaseSheet, at: Instant): boolean {
  return clocks.some((clock) => {
    return endedBy(sheet, clock, at) === null && isOverdue(sheet.standing, clock, at);
  });
}

function endedBy(sheet: CaseSheet, clock: Clock, at: Instant): Instant | null {
  const ended = endedAt(sheet, clock);
  return ended !== null && ended <= at ? ended : null;
}
