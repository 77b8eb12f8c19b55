import type { EpochMs } from '@plumbline/kernel';
import { proportion, quantile, type Estimate, type Proportion } from '@plumbline/statistics';
import { overdueAfter } from '../case/case.clock.ts';
import { msPerMinute } from '../case/business-time.ts';
import type { Clock } from '../case/case.ts';
import { endedAt, type CaseSheet } from './case-sheet.ts';

/** A case as figures count it. */
export interface CountedCase {
  readonly unit: string;
  readonly slaRef: string;
  readonly clocks: Readonly<Record<Clock, CountedClock>>;
  /** Business time until it was resolved, pauses left out; null while it is open. */
  readonly resolutionMs: number | null;
}

export interface CountedClock {
  readonly isPromised: boolean;
  readonly endedAt: EpochMs | null;
  readonly overdueAfter: EpochMs | null;
}

/**
 * How often a promise was kept, of cases in any order, at an instant:
 *
 *     met / (met + breached + open past due)
 *
 * An open case that is past due counts as not kept, as counting only those that are over would
 * hide what is late. One that is open and has time left counts neither way.
 */
export interface Attainment {
  readonly share: Proportion;
  readonly met: number;
  readonly breached: number;
  readonly openPastDue: number;
  readonly openInTime: number;
}

/** In minutes of business time, of the cases that are resolved. */
export interface ResolutionTimes {
  readonly median: Estimate;
  readonly p90: Estimate;
}

export interface SlaAttainment {
  readonly cases: number;
  readonly firstResponse: Attainment;
  readonly resolution: Attainment;
  readonly resolutionMinutes: ResolutionTimes;
}

export interface SlaAttainments extends SlaAttainment {
  readonly units: readonly (SlaAttainment & { readonly unit: string })[];
  readonly serviceLevels: readonly (SlaAttainment & { readonly slaRef: string })[];
}

/** Counts are pooled: a share of all is no mean of the shares of units. */
export function slaAttainments(cases: readonly CountedCase[], until: EpochMs): SlaAttainments {
  return {
    ...slaAttainment(cases, until),
    units: groupsOf(cases, ({ unit }) => unit).map(([unit, of]) => {
      return { unit, ...slaAttainment(of, until) };
    }),
    serviceLevels: groupsOf(cases, ({ slaRef }) => slaRef).map(([slaRef, of]) => {
      return { slaRef, ...slaAttainment(of, until) };
    }),
  };
}

export function slaAttainment(cases: readonly CountedCase[], until: EpochMs): SlaAttainment {
  const minutes = cases.flatMap(({ resolutionMs, clocks }) => {
    const isOver = isEnded(clocks.resolution, until);
    return resolutionMs === null || !isOver ? [] : [resolutionMs / msPerMinute];
  });
  return {
    cases: cases.length,
    firstResponse: attainment('sla-first-response@1', clocksOf(cases, 'firstResponse'), until),
    resolution: attainment('sla-resolution@1', clocksOf(cases, 'resolution'), until),
    resolutionMinutes: {
      median: quantile('case-resolution-p50@1', minutes, 0.5),
      p90: quantile('case-resolution-p90@1', minutes, 0.9),
    },
  };
}

function attainment(
  definition: string,
  clocks: readonly CountedClock[],
  until: EpochMs,
): Attainment {
  const counts = { met: 0, breached: 0, openPastDue: 0, openInTime: 0 };
  for (const clock of clocks) if (clock.isPromised) counts[outcomeOf(clock, until)] += 1;
  const { met, breached, openPastDue } = counts;
  return { share: proportion(definition, met, met + breached + openPastDue), ...counts };
}

function outcomeOf(clock: CountedClock, until: EpochMs): Exclude<keyof Attainment, 'share'> {
  const isOverdue = clock.overdueAfter !== null && until > clock.overdueAfter;
  if (isEnded(clock, until)) return isOverdue ? 'breached' : 'met';
  return isOverdue ? 'openPastDue' : 'openInTime';
}

function isEnded({ endedAt }: CountedClock, until: EpochMs): boolean {
  return endedAt !== null && endedAt <= until;
}

function clocksOf(cases: readonly CountedCase[], clock: Clock): readonly CountedClock[] {
  return cases.map(({ clocks }) => clocks[clock]);
}

function groupsOf(cases: readonly CountedCase[], nameOf: (one: CountedCase) => string) {
  const groups = new Map<string, CountedCase[]>();
  for (const one of cases) {
    const name = nameOf(one);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [one]);
    else group.push(one);
  }
  return [...groups].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

export function countedCaseOf(sheet: CaseSheet): CountedCase {
  const { unit, standing, resolved } = sheet;
  const clockOf = (clock: Clock): CountedClock => ({
    isPromised: standing.targets[clock] !== null,
    endedAt: msOf(endedAt(sheet, clock)),
    overdueAfter: msOf(overdueAfter(standing, clock)),
  });
  return {
    ...{ unit, slaRef: standing.slaRef },
    clocks: { firstResponse: clockOf('firstResponse'), resolution: clockOf('resolution') },
    resolutionMs: resolved?.reading.elapsedMs ?? null,
  };
}

function msOf(instant: string | null): EpochMs | null {
  return instant === null ? null : Date.parse(instant);
}
