import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { ActivateGoalDto, AmendGoalDto, CheckInDto, CloseGoalDto } from './http/goals.dto.ts';
import { CorrectCheckInDto, DraftGoalDto, RedraftGoalDto } from './http/goals.dto.ts';
import { TransferGoalDto, WithdrawGoalDto } from './http/goals.dto.ts';
import { DefineKpiDto, RecordMeasurementDto, RedefineKpiDto } from './http/kpis.dto.ts';
import { ImportQueryDto, PageDto, TimesDto } from '@plumbline/web/shapes';
import { oneOf, pageOf, pathId, ref } from '@plumbline/web/openapi-shapes';
import { GoalsQueryDto, KpisQueryDto } from './http/params.ts';
import { schemas } from './goals.schemas.ts';
import { plansPaths } from './plans.openapi.ts';
import { plansSchemas } from './plans.schemas.ts';
import { tablesPaths } from './tables.openapi.ts';

const goalId = [pathId('goalId')];
const kpiId = [pathId('kpiId')];

/** What can be done next with a goal that was just made. */
const goalLinks = {
  goal: { operationId: 'getGoal', parameters: { goalId: '$response.body#/id' } },
  activate: { operationId: 'activateGoal', parameters: { goalId: '$response.body#/id' } },
  history: { operationId: 'getGoalHistory', parameters: { goalId: '$response.body#/id' } },
};
const kpiLinks = {
  kpi: { operationId: 'getKpi', parameters: { kpiId: '$response.body#/id' } },
  measure: { operationId: 'recordMeasurement', parameters: { kpiId: '$response.body#/id' } },
};

const ndjson = (line: string, answer: string): OpenApiObject => ({
  requestBody: {
    required: true,
    content: { 'application/x-ndjson': { schema: { type: 'string', description: line } } },
  },
  responses: {
    200: {
      description: answer,
      content: { 'application/x-ndjson': { schema: { type: 'string' } } },
    },
  },
});

const quarter = { name: '2026-Q4', start: '2026-10-01', end: '2026-12-31' };

export const goalsOpenApi: OpenApiPart = {
  tag: {
    name: 'goals',
    description:
      'Goals with key results and KPIs, the strategies that they lead to, ideas and experiments, ' +
      'and how all of it stands at any time.',
  },
  schemas: { ...schemas, ...plansSchemas },
  paths: {
    ...plansPaths,
    ...tablesPaths,
    '/goals': {
      post: {
        operationId: 'draftGoal',
        summary: 'Draft a goal',
        command: 'creates',
        body: DraftGoalDto,
        examples: {
          keyResults: {
            title: 'Customers get an answer the same day',
            period: quarter,
            keyResults: [
              {
                name: 'Hours to the first answer',
                measure: { kind: 'decrease', start: 48, target: 12, unit: 'h' },
              },
            ],
          },
        },
        raw: { responses: { 201: { links: goalLinks } } },
      },
      get: {
        operationId: 'listGoals',
        summary: 'Goals of an owner, a period or a stage, with progress',
        query: 'at-times',
        queryDto: GoalsQueryDto,
        response: pageOf(ref('GoalSummary')),
      },
    },
    '/goals/import': {
      post: {
        operationId: 'importGoals',
        summary: 'Import goals, a line each',
        description:
          'Each line has its own `key`: the same line again changes nothing. A refused line does ' +
          'not stop the others; the answer has a line for each, in order.',
        queryDto: ImportQueryDto,
        raw: ndjson(
          'Lines of {key, goal, activate?, effectiveAt?}.',
          'Lines of {line, key, status: recorded | unchanged | refused, id?, position?, problem?}.',
        ),
      },
    },
    '/goals/{goalId}': {
      get: {
        operationId: 'getGoal',
        summary: 'One goal with key results, check-ins and KPIs',
        query: 'at-times',
        queryDto: TimesDto,
        parameters: goalId,
        response: oneOf('goal', 'GoalDetail'),
      },
    },
    '/goals/{goalId}/history': {
      get: {
        operationId: 'getGoalHistory',
        summary: 'Everything that happened to a goal: who, what, before, after, why',
        query: 'at-times',
        queryDto: TimesDto,
        parameters: goalId,
        response: pageOf(ref('HistoryItem')),
      },
    },
    ...goalCommand('redraft', 'redraftGoal', 'Change a draft', RedraftGoalDto, {
      cadenceDays: 14,
    }),
    ...goalCommand('activate', 'activateGoal', 'Activate a goal, for good', ActivateGoalDto, {
      kind: 'committed',
    }),
    ...goalCommand('amend', 'amendGoal', 'Amend an active goal, with a reason', AmendGoalDto, {
      reason: 'Half of the team moved.',
      targets: [{ keyResultId: 'kr1', target: 24 }],
    }),
    ...goalCommand('transfer', 'transferGoal', 'Hand a goal to another owner', TransferGoalDto, {
      to: 'person:bo',
      reason: 'Ada is away.',
    }),
    ...goalCommand('close', 'closeGoal', 'Close a goal with score and lesson', CloseGoalDto, {
      score: 0.5,
      lesson: 'Ask customers first.',
      postMortem: 'We hired too late.',
    }),
    ...goalCommand('withdraw', 'withdrawGoal', 'Withdraw a draft', WithdrawGoalDto, {
      reason: 'It doubles another goal.',
    }),
    '/goals/{goalId}/check-ins': {
      post: {
        operationId: 'checkIn',
        summary: 'Check in progress on a key result',
        command: 'creates',
        body: CheckInDto,
        parameters: goalId,
        examples: { value: { keyResultId: 'kr1', value: 30, confidence: 0.7 } },
      },
    },
    '/goals/{goalId}/check-ins/{checkInId}/correct': {
      post: {
        operationId: 'correctCheckIn',
        summary: 'Correct or withdraw a check-in; the first value stays in the history',
        command: 'changes',
        body: CorrectCheckInDto,
        parameters: [...goalId, pathId('checkInId')],
        examples: { value: { value: 33, reason: 'A typing error.' } },
      },
    },
    '/stale-goals': {
      get: {
        operationId: 'listStaleGoals',
        summary: 'Active goals past their cadence, the longest silent first',
        query: 'at-times',
        queryDto: GoalsQueryDto,
        response: {
          type: 'object',
          required: ['position', 'staleness', 'items'],
          properties: {
            position: ref('Position'),
            staleness: ref('Figure'),
            items: { type: 'array', items: ref('StaleGoal') },
          },
        },
      },
    },
    '/forecast-honesty': {
      get: {
        operationId: 'getForecastHonesty',
        summary: 'How well confidence foretold outcomes: Brier score over closed goals',
        query: 'at-times',
        queryDto: GoalsQueryDto,
        response: {
          type: 'object',
          required: ['position', 'brier', 'items'],
          properties: {
            position: ref('Position'),
            brier: ref('Figure'),
            items: {
              type: 'array',
              items: {
                type: 'object',
                required: ['owner', 'brier'],
                properties: { owner: { type: 'string' }, brier: ref('Figure') },
              },
            },
          },
        },
      },
    },
    '/periods': {
      get: {
        operationId: 'listPeriods',
        summary: 'Periods that goals are set for',
        query: 'at-times',
        queryDto: PageDto,
        response: pageOf(ref('GoalPeriod')),
      },
    },
    '/kpis': {
      post: {
        operationId: 'defineKpi',
        summary: 'Define a KPI',
        command: 'creates',
        body: DefineKpiDto,
        examples: {
          increase: {
            name: 'Export clients assisted',
            measure: { kind: 'increase', start: 0, target: 76_000 },
          },
        },
        raw: { responses: { 201: { links: kpiLinks } } },
      },
      get: {
        operationId: 'listKpis',
        summary: 'KPIs of a goal or an owner, with every reading',
        query: 'at-times',
        queryDto: KpisQueryDto,
        response: pageOf(ref('Kpi')),
      },
    },
    '/kpis/import': {
      post: {
        operationId: 'importMeasurements',
        summary: 'Import measurements with the KPIs that they are of, a line each',
        queryDto: ImportQueryDto,
        raw: ndjson(
          'Lines of {key, kpi, measurement, effectiveAt?}.',
          'Lines of {line, key, status: recorded | unchanged | refused, id?, position?, problem?}.',
        ),
      },
    },
    '/kpis/{kpiId}': {
      get: {
        operationId: 'getKpi',
        summary: 'One KPI with every reading',
        query: 'at-times',
        queryDto: TimesDto,
        parameters: kpiId,
        response: oneOf('kpi', 'Kpi'),
      },
    },
    '/kpis/{kpiId}/redefine': {
      post: {
        operationId: 'redefineKpi',
        summary: 'Define a KPI anew; earlier readings keep their definition',
        command: 'changes',
        body: RedefineKpiDto,
        parameters: kpiId,
        examples: {
          target: {
            reason: 'The programme grew.',
            measure: { kind: 'increase', start: 0, target: 80_000 },
          },
        },
      },
    },
    '/kpis/{kpiId}/measurements': {
      post: {
        operationId: 'recordMeasurement',
        summary: 'Record a reading of a period; every one is kept',
        command: 'creates',
        body: RecordMeasurementDto,
        parameters: kpiId,
        examples: {
          value: { period: quarter, value: 12_905 },
          none: { period: quarter, value: null, note: 'Not reported this quarter.' },
        },
      },
    },
  },
};

function goalCommand(
  verb: string,
  operationId: string,
  summary: string,
  body: new () => object,
  example: OpenApiObject,
): OpenApiPart['paths'] {
  return {
    [`/goals/{goalId}/${verb}`]: {
      post: {
        ...{ operationId, summary, body, parameters: goalId },
        command: 'changes',
        examples: { example },
      },
    },
  };
}
