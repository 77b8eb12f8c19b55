import type { CaseClock, CaseSummary, ServiceCase } from '../api/types.ts';
import { numberText } from './figures.ts';
import { instantText } from './times.ts';

export const caseStageTexts: Readonly<Record<CaseSummary['stage'], string>> = {
  running: 'Open',
  paused: 'Waiting',
  resolved: 'Resolved',
};

export type ClockName = 'firstResponse' | 'resolution';

export const clockNames: readonly ClockName[] = ['firstResponse', 'resolution'];

export const clockTitles: Readonly<Record<ClockName, string>> = {
  firstResponse: 'First response',
  resolution: 'Resolution',
};

/** Business time, in hours and whole minutes begun. */
export function businessText(minutes: number, locale?: string): string {
  const whole = Math.floor(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0
    ? `${numberText(hours, locale)} h`
    : `${numberText(hours, locale)} h ${rest} min`;
}

/** How a promise stands; overdue is said first, and in words. */
export function clockText(clock: CaseClock, locale?: string): string {
  const { targetMinutes, elapsedMinutes, dueAt, isOverdue, met } = clock;
  const elapsed = businessText(elapsedMinutes, locale);
  if (targetMinutes === null) return `Nothing is promised; ${elapsed} so far`;
  const used = `${elapsed} of ${businessText(targetMinutes, locale)} used`;
  if (met === true) return `Kept: ${used}`;
  if (met === false) return `Not kept: ${used}`;
  const due = dueAt === null ? undefined : instantText(dueAt, locale);
  if (isOverdue) return due === undefined ? `Overdue: ${used}` : `Overdue since ${due}: ${used}`;
  return due === undefined ? `Stands still: ${used}` : `Due on ${due}: ${used}`;
}

/** How a case stands, in one sentence. */
export function caseText(found: Pick<CaseSummary, 'stage' | 'isOverdue' | 'pausedFor'>): string {
  const stage = caseStageTexts[found.stage].toLowerCase();
  const waits = found.pausedFor === null ? '' : ` for ${found.pausedFor}`;
  return `The case is ${stage}${waits}${found.isOverdue ? ', and overdue' : ''}.`;
}

export type CaseLine = ServiceCase['history'][number];

const lineTitles: Readonly<Record<string, string>> = {
  CaseOpened: 'Opened',
  CaseResponded: 'The customer was answered',
  ClockPaused: 'Waiting',
  ClockResumed: 'Going on',
  CaseResolved: 'Resolved',
  CaseReopened: 'Reopened',
};

/** What happened, in a line. A breach stays, also where it was corrected that there was one. */
export function lineText({ type, cause, breach, reading }: CaseLine, locale?: string): string {
  if (breach !== null) {
    const clock = clockTitles[breach.clock].toLowerCase();
    const when = instantText(breach.ranOutAt, locale);
    return type === 'SlaBreachCorrected'
      ? `Corrected: the time for the ${clock} had not run out on ${when}`
      : `The time for the ${clock} ran out on ${when}`;
  }
  const title = lineTitles[type] ?? type;
  if (cause !== null) return `${title} for ${cause}`;
  if (reading === null) return title;
  const elapsed = businessText(reading.elapsedMs / 60_000, locale);
  const kept = reading.met === null ? '' : reading.met ? ', in time' : ', too late';
  return `${title} after ${elapsed}${kept}`;
}
