import type { casesSchemas } from './feedback.cases.ts';
import type { Shape } from './schema.ts';

const caseId = '2b8d4f17-6a5e-5c39-9d10-7e3f1b2a4c58';
const serviceLevelId = '6f0c2b9e-3d41-5a87-8b62-1e4d7c9a0f35';
const responseId = '9a3d5c71-2e4f-5b80-8c6d-1f7e9b0a2d43';
const promised = { firstResponseMinutes: 120, resolutionMinutes: 960 };
const office = {
  zone: 'Europe/Berlin',
  week: [0, 1, 2, 3, 4].map((day) => ({ from: day * 1_440 + 540, until: day * 1_440 + 1_020 })),
};

type Published = typeof casesSchemas;

/** Examples of every fact of service levels and cases, by what they show. */
export const casesExamples: {
  readonly [Type in keyof Published]: Readonly<Record<string, Shape<Published[Type]>>>;
} = {
  'feedback.ServiceLevelDefined.v1': {
    officeHours: { serviceLevelId, version: 1, ...promised, ...office },
  },
  'feedback.ServiceLevelRevised.v1': {
    withoutAFirstResponse: {
      ...{ serviceLevelId, version: 2, ...promised, ...office },
      firstResponseMinutes: null,
    },
  },
  'feedback.CaseOpened.v1': {
    byACustomer: {
      ...{ caseId, serviceLevelId, serviceLevelVersion: 1, unit: 'unit:desk', ...promised },
      touchpoint: 'form',
    },
    afterAResponse: {
      ...{ caseId, serviceLevelId, serviceLevelVersion: 1, unit: 'unit:desk', ...promised },
      responseId,
    },
  },
  'feedback.CaseResponded.v1': {
    inTime: { caseId, elapsedMs: 5_400_000, targetMinutes: 120, met: true },
  },
  'feedback.ClockPaused.v1': { forTheCustomer: { caseId, cause: 'customer' } },
  'feedback.ClockResumed.v1': { goingOn: { caseId } },
  'feedback.CaseResolved.v1': {
    late: { caseId, elapsedMs: 158_400_000, targetMinutes: 960, met: false },
    withoutAPromise: { caseId, elapsedMs: 158_400_000, targetMinutes: null, met: null },
  },
  'feedback.CaseReopened.v1': { again: { caseId } },
  'feedback.SlaBreached.v1': {
    ofTheResolution: { caseId, clock: 'resolution', ranOutAt: '2026-04-02T12:00:00.000Z' },
  },
  'feedback.SlaBreachCorrected.v1': {
    resolvedInTime: { caseId, clock: 'resolution', ranOutAt: '2026-04-02T12:00:00.000Z' },
  },
};

/** The stream that an example is of. */
export function casesStreamOf(type: string): string {
  const isOfLevel = /\.ServiceLevel[A-Z]/.test(type);
  return isOfLevel
    ? `feedback.service-level-acme.${serviceLevelId}`
    : `feedback.case-acme.${caseId}`;
}
