import type { FeedbackPublished } from '@plumbline/contracts';
import { never, type Instant } from '@plumbline/kernel';
import type { Clock, Reading, ServiceCaseFact } from './case/case.ts';
import type { CasesFact } from './cases.facts.ts';
import type { ServiceLevelFact } from './service-level/service-level.ts';

type Published = {
  [Type in keyof FeedbackPublished]: {
    readonly type: Type;
    readonly data: FeedbackPublished[Type];
  };
}[keyof FeedbackPublished];

/** What others may see of service levels and cases: what was promised and how it went, no words. */
export function publishOfCases(fact: CasesFact): Published {
  return 'serviceLevelId' in fact ? ofLevel(fact) : ofCase(fact);
}

function ofLevel({ type, serviceLevelId, version, targets, opening }: ServiceLevelFact): Published {
  const { firstResponse, resolution } = targets;
  const promised = { firstResponseMinutes: firstResponse, resolutionMinutes: resolution };
  const { zone, week } = opening;
  const data = { serviceLevelId, version, ...promised, zone, week };
  return { type: `feedback.${type}.v1`, data };
}

function ofCase(fact: ServiceCaseFact): Published {
  const { caseId } = fact;
  switch (fact.type) {
    case 'CaseOpened':
      return { type: 'feedback.CaseOpened.v1', data: { caseId, ...openedOf(fact) } };
    case 'CaseResponded':
      return { type: 'feedback.CaseResponded.v1', data: { caseId, ...readingOf(fact.reading) } };
    case 'ClockPaused':
      return { type: 'feedback.ClockPaused.v1', data: { caseId, cause: fact.cause } };
    case 'ClockResumed':
      return { type: 'feedback.ClockResumed.v1', data: { caseId } };
    case 'CaseResolved':
      return { type: 'feedback.CaseResolved.v1', data: { caseId, ...readingOf(fact.reading) } };
    case 'CaseReopened':
      return { type: 'feedback.CaseReopened.v1', data: { caseId } };
    case 'SlaBreached':
      return { type: 'feedback.SlaBreached.v1', data: { caseId, ...breachOf(fact) } };
    case 'SlaBreachCorrected':
      return { type: 'feedback.SlaBreachCorrected.v1', data: { caseId, ...breachOf(fact) } };
    default:
      return never(fact);
  }
}

function openedOf(fact: ServiceCaseFact & { type: 'CaseOpened' }) {
  const { slaRef, slaVersion, unit, targets, touchpoint, response } = fact;
  return {
    ...{ serviceLevelId: slaRef, serviceLevelVersion: slaVersion, unit: `unit:${unit}` },
    ...{ firstResponseMinutes: targets.firstResponse, resolutionMinutes: targets.resolution },
    ...(touchpoint === undefined ? {} : { touchpoint }),
    ...(response === undefined ? {} : { responseId: response }),
  };
}

function breachOf({ clock, ranOutAt }: { readonly clock: Clock; readonly ranOutAt: Instant }) {
  return { clock, ranOutAt };
}

function readingOf({ elapsedMs, targetMinutes, met }: Reading) {
  return { elapsedMs, targetMinutes, met };
}
