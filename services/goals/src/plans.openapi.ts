import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { TimesDto } from '@plumbline/web/shapes';
import { oneOf, pageOf, pathId, ref } from '@plumbline/web/openapi-shapes';
import { AlignGoalDto, EndAlignmentDto } from './http/alignments.dto.ts';
import { MoveAlignmentDto, WhatIfDto } from './http/alignments.dto.ts';
import { AmendCreditDto, ConcludeExperimentDto, ReuseLessonDto } from './http/ideas.dto.ts';
import { SettleIdeaDto, StartExperimentDto, SubmitIdeaDto } from './http/ideas.dto.ts';
import {
  CountedQueryDto,
  IdeasQueryDto,
  MapQueryDto,
  ReplanLatencyQueryDto,
} from './http/params.ts';
import { StrategiesQueryDto, UnitsQueryDto } from './http/params.ts';
import { PublishStrategyDto, RaiseSignalDto } from './http/strategies.dto.ts';
import { RetireStrategyDto, ReviseStrategyDto } from './http/strategies.dto.ts';

/** The routes of strategies, alignments and ideas, and of the figures over them. */
type Paths = OpenApiPart['paths'];

const goal = '0d0f8f5e-6b1e-5c6b-9d57-2f6a3c1f9a10';
const strategy = '7a3c1d42-90f4-5a0e-8f0b-5d1f0c2b7e33';

const linksTo = (operationId: string, parameter: string): OpenApiObject => ({
  responses: {
    201: {
      links: {
        made: { operationId, parameters: { [parameter]: '$response.body#/id' } },
      },
    },
  },
});

function commandOn(
  path: string,
  operationId: string,
  summary: string,
  body: new () => object,
  example: OpenApiObject,
  command: 'changes' | 'creates' = 'changes',
): Paths {
  const parameters = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => pathId(name));
  return {
    [path]: { post: { operationId, summary, body, parameters, command, examples: { example } } },
  };
}

const strategyPaths: Paths = {
  '/strategies': {
    post: {
      operationId: 'publishStrategy',
      summary: 'Publish a strategy with its themes',
      command: 'creates',
      body: PublishStrategyDto,
      examples: {
        themes: {
          ...{ owner: 'unit:board', title: 'Closer to the customer', from: '2026-01-01' },
          themes: [
            { id: 'answers', name: 'Quick answers', perspective: 'customer', weight: 2 },
            { id: 'cost', name: 'Cost of a case', perspective: 'financial' },
          ],
        },
      },
      raw: linksTo('getStrategy', 'strategyId'),
    },
    get: {
      operationId: 'listStrategies',
      summary: 'Strategies with themes, revisions and signals',
      query: 'at-times',
      queryDto: StrategiesQueryDto,
      response: pageOf(ref('Strategy')),
    },
  },
  '/strategies/{strategyId}': {
    get: {
      operationId: 'getStrategy',
      summary: 'One strategy',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathId('strategyId')],
      response: oneOf('strategy', 'Strategy'),
    },
  },
  ...commandOn(
    '/strategies/{strategyId}/revise',
    'reviseStrategy',
    'Revise a strategy, with a reason; themes that are given are all of them',
    ReviseStrategyDto,
    { reason: 'The board has met.', until: '2028-01-01' },
  ),
  ...commandOn(
    '/strategies/{strategyId}/retire',
    'retireStrategy',
    'Retire a strategy: what hangs on it is orphaned from that day',
    RetireStrategyDto,
    { reason: 'Another one follows.', on: '2026-12-01' },
  ),
  ...commandOn(
    '/strategies/{strategyId}/signals',
    'raiseSignal',
    'Say that something around a strategy has changed',
    RaiseSignalDto,
    { kind: 'market', themeId: 'answers', what: 'A competitor answers within the hour.' },
    'creates',
  ),
};

const alignmentPaths: Paths = {
  ...commandOn(
    '/alignments',
    'alignGoal',
    'Align a goal to another, or to a theme of a strategy',
    AlignGoalDto,
    { child: goal, parent: { strategy, theme: 'answers' }, mode: 'contributes', share: 1 },
    'creates',
  ),
  ...commandOn(
    '/alignments/{alignmentId}/end',
    'endAlignment',
    'End an alignment, with a reason',
    EndAlignmentDto,
    { reason: 'The unit is no more.', on: '2026-12-01' },
  ),
  ...commandOn(
    '/alignments/{alignmentId}/move',
    'moveAlignment',
    'End an alignment and begin another of the same goal, on one day',
    MoveAlignmentDto,
    { reason: 'Service has moved to sales.', parent: { goal } },
    'creates',
  ),
  '/goals/{goalId}/alignments': {
    get: {
      operationId: 'getGoalAlignments',
      summary: 'What a goal pulls on, and what pulls on it, ended ones included',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathId('goalId')],
      response: ref('GoalAlignments'),
    },
  },
};

const ideaPaths: Paths = {
  '/ideas': {
    post: {
      operationId: 'submitIdea',
      summary: 'Submit an idea, with those whom it is owed to',
      command: 'creates',
      body: SubmitIdeaDto,
      examples: {
        credit: {
          title: 'Call back instead of writing',
          credit: [
            { person: 'ada', share: 0.6 },
            { person: 'bo', share: 0.4 },
          ],
        },
      },
      raw: linksTo('getIdea', 'ideaId'),
    },
    get: {
      operationId: 'listIdeas',
      summary: 'Ideas and what became of them',
      query: 'at-times',
      queryDto: IdeasQueryDto,
      response: pageOf(ref('Idea')),
    },
  },
  '/ideas/{ideaId}': {
    get: {
      operationId: 'getIdea',
      summary: 'One idea with its experiment',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathId('ideaId')],
      response: oneOf('idea', 'Idea'),
    },
  },
  ...commandOn('/ideas/{ideaId}/credit', 'amendCredit', 'Share the credit anew', AmendCreditDto, {
    reason: 'Cy had the first draft.',
    credit: [{ person: 'cy', share: 1 }],
  }),
  ...commandOn(
    '/ideas/{ideaId}/experiment',
    'startExperiment',
    'Try an idea: the hypothesis is fixed, for good',
    StartExperimentDto,
    {
      hypothesis: { metric: 'first-answer', direction: 'decrease', threshold: 4, unit: 'h' },
      ...{ statement: 'A call is answered the same morning.', until: '2026-12-31' },
    },
  ),
  ...commandOn(
    '/ideas/{ideaId}/conclude',
    'concludeExperiment',
    'Conclude an experiment with its lesson, whatever came out',
    ConcludeExperimentDto,
    { outcome: 'refuted', value: 6, lesson: 'People do not pick up before ten.' },
  ),
  ...commandOn(
    '/ideas/{ideaId}/settle',
    'settleIdea',
    'Adopt, decline or withdraw',
    SettleIdeaDto,
    {
      outcome: 'adopted',
      reason: 'It pays for itself.',
    },
  ),
  ...commandOn(
    '/ideas/{ideaId}/reuse',
    'reuseLesson',
    'Say which goal or idea takes up the lesson',
    ReuseLessonDto,
    { by: { goal } },
  ),
};

const figure = (
  operationId: string,
  summary: string,
  queryDto: new () => object,
  schema: string,
  more: { readonly refuses?: true } = {},
): Paths[string] => ({
  get: { operationId, summary, query: 'at-times', queryDto, response: ref(schema), ...more },
});

const figurePaths: Paths = {
  '/alignment-map': figure(
    'getAlignmentMap',
    'From the strategies down to every goal, with coverage, orphans and depth',
    MapQueryDto,
    'AlignmentMap',
    { refuses: true },
  ),
  '/alignment-map/what-if': {
    post: {
      operationId: 'tryAlignments',
      summary: 'What the map would be with other parents; nothing is recorded',
      query: 'at-times',
      queryDto: TimesDto,
      body: WhatIfDto,
      examples: { move: { moves: [{ child: goal, to: { strategy, theme: 'cost' }, share: 1 }] } },
      response: ref('WhatIf'),
    },
  },
  '/unit-progress': figure(
    'getUnitProgress',
    'Progress by unit, rolled up the organisation as it stood on the day',
    UnitsQueryDto,
    'UnitProgress',
  ),
  '/amendment-lag': figure(
    'getAmendmentLag',
    'Days from the amendment of a parent to that of what hangs on it',
    CountedQueryDto,
    'AmendmentLag',
  ),
  '/innovation-funnel': figure(
    'getInnovationFunnel',
    'What becomes of ideas: tried, adopted, learnt from',
    TimesDto,
    'InnovationFunnel',
  ),
  '/replan-latency': figure(
    'getReplanLatency',
    'Days from a signal to the first amendment that answers it',
    ReplanLatencyQueryDto,
    'ReplanLatency',
  ),
};

export const plansPaths: Paths = {
  ...strategyPaths,
  ...alignmentPaths,
  ...ideaPaths,
  ...figurePaths,
};
