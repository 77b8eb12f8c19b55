import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { TimesDto } from '@plumbline/web/shapes';
import {
  count,
  day,
  instant,
  listOf,
  oneOf,
  orNull,
  pageOf,
  pathId,
  record,
  ref,
  text,
  textOrNull,
  uuid,
} from '@plumbline/web/openapi-shapes';
import { DecideRewardDto, DefineProgrammeDto, RecogniseDto } from './http/recognition.dto.ts';
import { RecognitionFiguresQueryDto, RecognitionsQueryDto } from './http/recognition.dto.ts';
import {
  RedeemRewardDto,
  RedemptionsQueryDto,
  ReviseProgrammeDto,
} from './http/recognition.dto.ts';

const integer: OpenApiObject = { type: 'integer' };
const month: OpenApiObject = { type: 'string', pattern: String.raw`^\d{4}-\d{2}$` };
const kind: OpenApiObject = { enum: ['issuer', 'allowance', 'transit', 'earned', 'rewards'] };
const terms = {
  monthlyAllowance: count,
  pointsPerRecognitionMax: count,
};
const balances = listOf(record({ kind, debit: count, credit: count, balance: integer }));

/** The answers on recognition, points and rewards, as JSON Schema 2020-12. */
export const recognitionSchemas: Readonly<Record<string, OpenApiObject>> = {
  Recognition: record(
    {
      ...{ id: uuid, giver: text, receivers: listOf(text), value: text, points: count },
      ...{ at: instant, note: textOrNull, revision: integer },
    },
    '`points` for each of the receivers. `note` is null once all of them were erased.',
  ),
  RewardProgramme: record({
    id: text,
    values: listOf(record({ id: text, name: textOrNull })),
    ...terms,
    rewards: listOf(record({ id: text, name: textOrNull, cost: count })),
    withdrawn: listOf(record({ kind: { enum: ['value', 'reward'] }, id: text, name: textOrNull })),
    definedAt: instant,
    alteredAt: instant,
    revisions: listOf(
      record({
        ...{ at: instant, recordedAt: instant, by: ref('Actor'), reason: textOrNull },
        before: record({
          values: listOf(text),
          ...terms,
          rewards: listOf(record({ id: text, cost: count })),
        }),
      }),
    ),
    revision: integer,
  }),
  Points: record(
    {
      person: text,
      allowance: record({ month, left: count, of: count }),
      earned: integer,
      pending: listOf(record({ id: uuid, reward: text, cost: count, at: instant })),
      postings: record({ n: count, items: listOf(ref('Posting')) }),
    },
    'What may still be given in the month (UTC), what is there to redeem, and the newest postings.',
  ),
  Posting: record(
    {
      ...{ id: uuid, type: text, at: instant },
      legs: listOf(record({ account: text, points: integer })),
      ...{ allowance: integer, earned: integer },
      ...{ recognitionId: orNull(uuid), redemptionId: orNull(uuid) },
    },
    'A posting, whose legs sum to 0; `allowance` and `earned` are what is there after it.',
  ),
  Redemption: record({
    ...{ id: uuid, person: text, by: text, reward: text, cost: count, at: instant },
    state: { enum: ['open', 'fulfilled', 'declined'] },
    decided: orNull(record({ at: instant, by: ref('Actor'), reason: textOrNull })),
    revision: integer,
  }),
};

const ledger: OpenApiObject = record(
  {
    ...{ position: ref('Position'), accounts: balances, sum: integer, inTransit: integer },
    months: listOf(record({ month, accounts: balances, sum: integer })),
  },
  'The trial balance: `sum` is 0, always. `inTransit` was given and is not received yet.',
);

const figures: OpenApiObject = record(
  {
    ...{ position: ref('Position'), unit: textOrNull, from: day, until: day },
    figures: record({
      people: count,
      tier: { enum: ['hidden', 'indicative', 'firm'] },
      recognitions: orNull(count),
      coverage: orNull(ref('Proportion')),
      concentration: orNull(ref('Estimate')),
      reciprocity: orNull(ref('Estimate')),
    }),
  },
  'Of those who were of the unit on the last day; null where they are fewer than five.',
);

const links = (operationId: string, parameter: string): OpenApiObject => ({
  responses: {
    201: { links: { made: { operationId, parameters: { [parameter]: '$response.body#/id' } } } },
  },
});

const programmePaths: OpenApiPart['paths'] = {
  '/reward-programme': {
    post: {
      operationId: 'defineProgramme',
      summary: 'Define the reward programme: values, allowance, and rewards with their cost',
      command: 'creates',
      body: DefineProgrammeDto,
      examples: {
        programme: {
          values: [
            { id: 'care', name: 'We care' },
            { id: 'craft', name: 'We do it well' },
          ],
          ...{ monthlyAllowance: 100, pointsPerRecognitionMax: 50 },
          rewards: [{ id: 'mug', name: 'A mug', cost: 30 }],
        },
      },
    },
    get: {
      operationId: 'getProgramme',
      summary: 'The reward programme as it holds, and how it came to that',
      query: 'at-times',
      queryDto: TimesDto,
      response: oneOf('programme', 'RewardProgramme'),
    },
  },
  '/reward-programme/revise': {
    post: {
      operationId: 'reviseProgramme',
      summary: 'Revise the programme, with a reason; a list that is given is all of it',
      command: 'changes',
      body: ReviseProgrammeDto,
      examples: { allowance: { reason: 'The new budget allows it.', monthlyAllowance: 120 } },
    },
  },
};

const recognitionsPaths: OpenApiPart['paths'] = {
  '/recognitions': {
    post: {
      operationId: 'recognise',
      summary: 'Recognise colleagues for a value, with points for each or without',
      command: 'creates',
      body: RecogniseDto,
      examples: {
        toTwo: {
          ...{ receivers: ['bo', 'cy'], value: 'care', points: 10 },
          note: 'You stayed until the last customer was home.',
        },
      },
      raw: links('getRecognition', 'recognitionId'),
    },
    get: {
      operationId: 'listRecognitions',
      summary: 'The wall: recognitions to or by somebody or for a value, the newest first',
      query: 'at-times',
      queryDto: RecognitionsQueryDto,
      response: pageOf(ref('Recognition')),
    },
  },
  '/recognitions/figures': {
    get: {
      operationId: 'getRecognitionFigures',
      summary: 'How recognition is spread: coverage, concentration of points, reciprocity of pairs',
      query: 'at-times',
      queryDto: RecognitionFiguresQueryDto,
      response: figures,
    },
  },
  '/recognitions/{recognitionId}': {
    get: {
      operationId: 'getRecognition',
      summary: 'One recognition',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathId('recognitionId')],
      response: oneOf('recognition', 'Recognition'),
    },
  },
};

const pointsPaths: OpenApiPart['paths'] = {
  '/points': {
    get: {
      operationId: 'getPoints',
      summary: 'Own points: what is left to give this month, what is earned, and the postings',
      query: 'at-times',
      queryDto: TimesDto,
      response: oneOf('points', 'Points'),
    },
  },
  '/points/ledger': {
    get: {
      operationId: 'getPointsLedger',
      summary: 'The trial balance of all points, by kind of account and month',
      query: 'at-times',
      queryDto: TimesDto,
      response: ledger,
    },
  },
  '/redemptions': {
    post: {
      operationId: 'redeemReward',
      summary: 'Redeem own points for a reward',
      command: 'creates',
      body: RedeemRewardDto,
      examples: { mug: { reward: 'mug' } },
      raw: links('getRedemption', 'redemptionId'),
    },
    get: {
      operationId: 'listRedemptions',
      summary: 'Own redemptions, or those that wait for a decision of the caller',
      query: 'at-times',
      queryDto: RedemptionsQueryDto,
      response: pageOf(ref('Redemption')),
    },
  },
  '/redemptions/{redemptionId}': {
    get: {
      operationId: 'getRedemption',
      summary: 'One redemption, and what became of it',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathId('redemptionId')],
      response: oneOf('redemption', 'Redemption'),
    },
  },
  '/redemptions/{redemptionId}/decide': {
    post: {
      operationId: 'decideRedemption',
      summary: 'Hand the reward out, or decline it with a reason: the points go back',
      command: 'changes',
      body: DecideRewardDto,
      parameters: [pathId('redemptionId')],
      examples: { decline: { outcome: 'decline', reason: 'There are no mugs left.' } },
    },
  },
};

export const recognitionPaths: OpenApiPart['paths'] = {
  ...programmePaths,
  ...recognitionsPaths,
  ...pointsPaths,
};
