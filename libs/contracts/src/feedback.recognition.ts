import type { Schema } from './schema.ts';

const recognitionId = {
  type: 'string',
  pattern: '^[0-9A-Za-z_-]{1,64}$',
  description: 'The recognition. Opaque; the same for each of those whom it is to.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const redemptionId = {
  ...recognitionId,
  description: 'The redemption of a reward. Opaque; the same in every fact of it.',
} as const;

const programmeId = {
  ...recognitionId,
  description: 'The reward programme. Opaque; there is one of a company.',
} as const;

const person = {
  type: 'string',
  pattern: '^\\S{1,255}$',
  description: 'A person by an opaque subject.',
  'x-data-class': 'pseudonym',
} as const satisfies Schema;

const code = {
  type: 'string',
  pattern: '^[A-Za-z0-9._-]{1,32}$',
  description: 'A code.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const value = { ...code, description: 'A value of the company by its code.' } as const;
const reward = { ...code, description: 'A reward by its code.' } as const;

const points = {
  type: 'integer',
  minimum: 0,
  description: 'Points, in whole numbers.',
  'x-data-class': 'measure',
} as const satisfies Schema;

const cost = { ...points, description: 'What the reward costs, in points.' } as const;

const month = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}$',
  description: 'The month (UTC) whose allowance it draws on, if it has points.',
  'x-data-class': 'time',
} as const satisfies Schema;

const terms = {
  type: 'object',
  required: ['programmeId', 'values', 'monthlyAllowance', 'pointsPerRecognitionMax', 'rewards'],
  properties: {
    programmeId,
    values: {
      type: 'array',
      description: 'What the company stands for: a recognition is for one of them.',
      items: value,
    },
    monthlyAllowance: {
      ...points,
      description: 'Points that each person may give in a month.',
    },
    pointsPerRecognitionMax: {
      ...points,
      description: 'Points that one person may get by one recognition, at most.',
    },
    rewards: {
      type: 'array',
      description: 'What is to be had.',
      items: {
        type: 'object',
        required: ['id', 'cost'],
        properties: { id: reward, cost },
      },
    },
  },
} as const;

/** Recognition with points and rewards: a part of `feedbackSchemas`. */
export const recognitionSchemas = {
  'feedback.ProgrammeDefined.v1': {
    ...terms,
    description: 'The reward programme of the company has begun.',
  },
  'feedback.ProgrammeRevised.v1': {
    ...terms,
    description:
      'The terms of the reward programme are others from now on: all of them, as they hold.',
  },
  'feedback.RecognitionGiven.v1': {
    type: 'object',
    description:
      'Somebody recognised somebody. One to several people is a fact for each of them. The note ' +
      'stays within.',
    required: ['recognitionId', 'giver', 'receiver', 'month', 'value', 'points'],
    properties: {
      recognitionId,
      giver: { ...person, description: 'Who gives it.' },
      receiver: { ...person, description: 'Whom it is to.' },
      month,
      value,
      points: { ...points, description: 'Points for this receiver; 0 is one without points.' },
    },
  },
  'feedback.RewardRedeemed.v1': {
    type: 'object',
    description: 'Somebody redeemed points for a reward: it waits to be handed out.',
    required: ['redemptionId', 'person', 'reward', 'cost'],
    properties: {
      redemptionId,
      person: { ...person, description: 'Whose points they are.' },
      reward,
      cost,
    },
  },
  'feedback.RewardFulfilled.v1': {
    type: 'object',
    description: 'The reward was handed out.',
    required: ['redemptionId'],
    properties: { redemptionId },
  },
  'feedback.RewardDeclined.v1': {
    type: 'object',
    description: 'The reward was declined, for a reason that stays within; the points are back.',
    required: ['redemptionId'],
    properties: { redemptionId },
  },
} as const satisfies Readonly<Record<string, Schema>>;
