import {
  count,
  cycleId,
  day,
  hash,
  peers,
  period,
  person,
  pinned,
  reviewId,
  sessionId,
} from './reviews.fields.ts';
import type { Schema } from './schema.ts';

const stage = (description: string) =>
  ({ type: 'object', description, required: ['cycleId'], properties: { cycleId } }) as const;

/** Review cycles and the sessions that calibrate them: a part of `reviewsSchemas`. */
export const cyclesSchemas = {
  'reviews.CyclePlanned.v1': {
    type: 'object',
    description: 'A review cycle was planned. Its title stays within.',
    required: ['cycleId', 'period', 'template', 'pack', 'population', 'peers', 'due'],
    properties: {
      ...{ cycleId, period, template: pinned, pack: pinned },
      population: {
        type: 'object',
        description: 'Who is reviewed.',
        required: ['units'],
        properties: {
          units: {
            type: ['array', 'null'],
            description: 'Those who work in these units, and in all below them; null: everybody.',
            items: {
              type: 'string',
              pattern: '^unit:\\S(.{0,253}\\S)?$',
              description: 'A unit by its code, as in unit:sales.',
              'x-data-class': 'identifier',
            },
          },
        },
      },
      peers,
      due: {
        type: 'object',
        description: 'The last days on which each is waited for.',
        required: ['self', 'peer', 'manager', 'acknowledge'],
        properties: { self: day, peer: day, manager: day, acknowledge: day },
      },
    },
  },
  'reviews.CycleLaunched.v1': {
    type: 'object',
    description: 'Who is reviewed, and by what was known when, stands from now on.',
    required: ['cycleId', 'asOf', 'position', 'n', 'frameHash'],
    properties: {
      cycleId,
      asOf: {
        type: 'string',
        format: 'date-time',
        description: 'What was recorded by then is counted, and nothing after it.',
        'x-data-class': 'time',
      },
      position: {
        type: 'string',
        pattern: '^\\S{1,64}$',
        description: 'The same as a place in the log.',
        'x-data-class': 'identifier',
      },
      n: { ...count, description: 'Who are reviewed.' },
      frameHash: { ...hash, description: 'SHA-256 of the list of them.' },
    },
  },
  'reviews.LateJoinerAdded.v1': {
    type: 'object',
    description: 'Somebody is reviewed as well, by what was known at the launch.',
    required: ['cycleId', 'reviewId', 'person'],
    properties: { cycleId, reviewId, person },
  },
  'reviews.CollectingBegun.v1': stage('All reviews of the cycle are open.'),
  'reviews.CalibratingBegun.v1': stage('Ratings of the cycle are compared with each other.'),
  'reviews.CycleLocked.v1': stage('Nothing of the cycle changes any more, for anybody.'),
  'reviews.CycleReleased.v1': stage('Results of the cycle may be used.'),
  'reviews.CycleClosed.v1': stage('The cycle has ended.'),
  'reviews.CycleCancelled.v1': stage('The cycle was given up, for a reason that stays within.'),
  'reviews.SessionConvened.v1': {
    type: 'object',
    description:
      'A calibration session began. What is proposed and said in it stays within: what it ' +
      'decided is told as `RatingCalibrated` of each review.',
    required: ['sessionId', 'cycleId', 'moderator', 'members', 'reviews'],
    properties: {
      ...{ sessionId, cycleId },
      moderator: { ...person, description: 'Who leads it.' },
      members: { ...count, description: 'Who take part.' },
      reviews: {
        ...count,
        description:
          'Reviews that it names at the beginning. Each that comes in is told as ' +
          '`CalibrationEntered`: one that is in another session, or cannot be compared, does not.',
      },
    },
  },
  'reviews.SessionReviewsAdded.v1': {
    type: 'object',
    description: 'More reviews came before a session while it was running.',
    required: ['sessionId', 'reviews'],
    properties: { sessionId, reviews: { ...count, description: 'How many came.' } },
  },
  'reviews.SessionLocked.v1': {
    type: 'object',
    description: 'The session has ended, and what it decided holds.',
    required: ['sessionId'],
    properties: { sessionId },
  },
} as const satisfies Readonly<Record<string, Schema>>;
