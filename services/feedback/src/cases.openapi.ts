import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { PageDto, TimesDto } from '@plumbline/web/shapes';
import {
  booleanOrNull,
  count,
  day,
  instant,
  listOf,
  numberOrNull,
  oneOf,
  orNull,
  pageOf,
  pathId,
  record,
  ref,
  text,
  textOrNull,
} from '@plumbline/web/openapi-shapes';
import {
  CaseChangeDto,
  CasesQueryDto,
  DefineServiceLevelDto,
  OpenCaseDto,
} from './http/cases.dto.ts';
import { PauseCaseDto, ReopenCaseDto, ReviseServiceLevelDto } from './http/cases.dto.ts';
import { SlaAttainmentQueryDto } from './http/cases.dto.ts';

const whole: OpenApiObject = { type: 'integer' };
const truth: OpenApiObject = { type: 'boolean' };
const instantOrNull: OpenApiObject = { type: ['string', 'null'], format: 'date-time' };
const code = (...of: readonly string[]): OpenApiObject => ({ type: 'string', enum: of });

const targets = record(
  { firstResponse: numberOrNull, resolution: numberOrNull },
  'Minutes of opening hours; null: none is promised.',
);
const opening = record({
  zone: { ...text, description: 'As the IANA names it: Europe/Berlin.' },
  week: listOf(record({ from: whole, until: whole }, 'Minutes since its Monday began.')),
  holidays: listOf(day),
});
const terms = { version: whole, targets, opening };
const reading = record({ elapsedMs: whole, targetMinutes: numberOrNull, met: booleanOrNull });

const summary = {
  ...{ id: text, unit: text, slaRef: text, slaVersion: whole },
  ...{ stage: code('running', 'paused', 'resolved'), pausedFor: textOrNull },
  ...{ touchpoint: textOrNull, response: textOrNull, customer: textOrNull, summary: textOrNull },
  ...{ openedAt: instant, resolvedAt: instantOrNull },
  isOverdue: { ...truth, description: 'Something is past due that is waited for still.' },
  ...{ firstResponse: ref('CaseClock'), resolution: ref('CaseClock') },
  at: { ...instant, description: 'When the clocks were read.' },
  revision: whole,
};

const attainment = {
  cases: count,
  firstResponse: ref('SlaAttainmentOfClock'),
  resolution: ref('SlaAttainmentOfClock'),
  resolutionMinutes: record(
    { median: ref('Estimate'), p90: ref('Estimate') },
    'Business time until a case was resolved, pauses left out.',
  ),
};

export const casesSchemas: Readonly<Record<string, OpenApiObject>> = {
  ServiceLevel: record({
    ...{ id: text, name: textOrNull, ...terms, definedAt: instant },
    versions: listOf(record({ ...terms, since: instant, by: ref('Actor'), reason: textOrNull })),
    revision: whole,
  }),
  CaseClock: record({
    targetMinutes: numberOrNull,
    elapsedMinutes: { type: 'number', description: 'Business time, pauses left out.' },
    dueAt: {
      ...instantOrNull,
      description: 'Null where nothing is promised, and where it stands still with time left.',
    },
    ...{ isOverdue: truth, endedAt: instantOrNull, met: booleanOrNull },
  }),
  CaseSummary: record(summary),
  Case: record({
    ...summary,
    opening,
    history: listOf(
      record({
        ...{ type: text, at: instant, recordedAt: instant, by: ref('Actor'), cause: textOrNull },
        ...{ reason: textOrNull, reading: orNull(reading) },
        breach: orNull(record({ clock: code('firstResponse', 'resolution'), ranOutAt: instant })),
      }),
    ),
  }),
  SlaAttainmentOfClock: record(
    {
      share: ref('Proportion'),
      ...{ met: count, breached: count, openPastDue: count, openInTime: count },
    },
    'met / (met + breached + open past due). What is open and in time counts neither way.',
  ),
};

const level = '6f0c2b9e-3d41-5a87-8b62-1e4d7c9a0f35';

const linksTo = (operationId: string, parameter: string): OpenApiObject => ({
  responses: {
    201: {
      links: { made: { operationId, parameters: { [parameter]: '$response.body#/id' } } },
    },
  },
});

const change = (
  verb: string,
  operationId: string,
  about: string,
  body: new () => object,
  example: OpenApiObject = {},
): OpenApiPart['paths'] => ({
  [`/cases/{caseId}/${verb}`]: {
    post: {
      ...{ operationId, summary: about, command: 'changes' as const, body },
      ...{ parameters: [pathId('caseId')], examples: { example } },
    },
  },
});

const officeHours = [0, 1, 2, 3, 4].map((weekday) => ({
  from: weekday * 1_440 + 540,
  until: weekday * 1_440 + 1_020,
}));

const levelPaths: OpenApiPart['paths'] = {
  '/service-levels': {
    post: {
      operationId: 'defineServiceLevel',
      summary: 'Define what customers are promised, and when the service is open',
      command: 'creates',
      body: DefineServiceLevelDto,
      examples: {
        officeHours: {
          ...{ name: 'Standard', targets: { firstResponse: 120, resolution: 960 } },
          opening: { zone: 'Europe/Berlin', week: officeHours, holidays: ['2026-12-25'] },
        },
      },
      raw: linksTo('getServiceLevel', 'serviceLevelId'),
    },
    get: {
      operationId: 'listServiceLevels',
      summary: 'Service levels with their versions',
      query: 'at-times',
      queryDto: PageDto,
      response: pageOf(ref('ServiceLevel')),
    },
  },
  '/service-levels/{serviceLevelId}': {
    get: {
      operationId: 'getServiceLevel',
      summary: 'One service level',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathId('serviceLevelId')],
      response: oneOf('serviceLevel', 'ServiceLevel'),
    },
  },
  '/service-levels/{serviceLevelId}/revise': {
    post: {
      operationId: 'reviseServiceLevel',
      summary: 'Promise something else from now on; cases that are there keep what they have',
      command: 'changes',
      body: ReviseServiceLevelDto,
      parameters: [pathId('serviceLevelId')],
      examples: {
        quicker: { reason: 'Customers asked for it.', targets: { firstResponse: 60 } },
      },
    },
  },
  '/sla-attainment': {
    get: {
      operationId: 'getSlaAttainment',
      summary: 'How often promises were kept, in all, by unit and by service level',
      description:
        'Over the cases that were opened in the span, both days (of UTC) included, as they stand ' +
        'at the instant that is asked about. An open case that is past due counts as one that ' +
        'was not kept. Counts are pooled: no share is a mean of shares.',
      query: 'at-times',
      queryDto: SlaAttainmentQueryDto,
      response: record({
        ...{ position: ref('Position'), from: day, until: day, ...attainment },
        units: listOf(record({ unit: text, ...attainment })),
        serviceLevels: listOf(record({ slaRef: text, ...attainment })),
      }),
    },
  },
};

export const casesPaths: OpenApiPart['paths'] = {
  ...levelPaths,
  '/cases': {
    post: {
      operationId: 'openCase',
      summary: 'Open a case of a customer: its clocks run from now on, in opening hours',
      command: 'creates',
      body: OpenCaseDto,
      examples: {
        byAForm: {
          ...{ slaRef: level, unit: 'service-desk', customer: 'M. Weber', touchpoint: 'form' },
          summary: 'The form cannot be sent.',
        },
      },
      raw: linksTo('getCase', 'caseId'),
    },
    get: {
      operationId: 'listCases',
      summary: 'Cases that the caller may see, with their clocks',
      query: 'at-times',
      queryDto: CasesQueryDto,
      response: pageOf(ref('CaseSummary')),
    },
  },
  '/cases/{caseId}': {
    get: {
      operationId: 'getCase',
      summary: 'One case: its clocks as they stand at the instant that is asked about, its history',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathId('caseId')],
      response: oneOf('case', 'Case'),
    },
  },
  ...change('respond', 'respondToCase', 'Say that the customer was answered', CaseChangeDto),
  ...change('pause', 'pauseCase', 'Stop the clocks while somebody else is to act', PauseCaseDto, {
    cause: 'customer',
  }),
  ...change('resume', 'resumeCase', 'Let the clocks go on', CaseChangeDto),
  ...change('resolve', 'resolveCase', 'Say that it is done', CaseChangeDto),
  ...change('reopen', 'reopenCase', 'Open it again: the clock goes on', ReopenCaseDto, {
    reason: 'It happens again.',
  }),
};
