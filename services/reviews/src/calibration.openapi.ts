import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { count, listOf, oneOf, pageOf, pathId, ref } from '@plumbline/web/openapi-shapes';
import { TimesDto } from '@plumbline/web/shapes';
import { AddMembersDto, AddReviewsDto, ConveneSessionDto } from './http/calibration.dto.ts';
import { DecideAdjustmentDto, ExcuseMemberDto, LockSessionDto } from './http/calibration.dto.ts';
import { ProposeAdjustmentDto, ReplaceModeratorDto } from './http/calibration.dto.ts';
import { SessionFiguresQueryDto, SessionsQueryDto } from './http/calibration.dto.ts';

/** The routes of calibration sessions. */
type Paths = OpenApiPart['paths'];

const review = '0c4e8a26-7b1d-5d93-8f52-9e6a3c1b7d40';
const cycle = '8a1f6e53-2c7d-5b94-a0e8-6d3c9b5f7142';
const session = '/calibration-sessions/{sessionId}';

function changes(
  path: string,
  operationId: string,
  summary: string,
  body: new () => object,
  example: OpenApiObject,
  command: 'changes' | 'creates' = 'changes',
): Paths {
  const parameters = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => pathId(name));
  const post = { operationId, summary, body, parameters, command, examples: { example } };
  return { [path]: { post } };
}

function reads(
  operationId: string,
  summary: string,
  response: OpenApiObject,
  queryDto: new () => object = TimesDto,
  more: { readonly refuses?: true } = {},
) {
  const parameters = [pathId('sessionId')];
  return {
    get: { operationId, summary, query: 'at-times', queryDto, parameters, response, ...more },
  } as const;
}

export const calibrationPaths: Paths = {
  '/calibration-sessions': {
    post: {
      operationId: 'conveneCalibrationSession',
      summary: 'Convene people who look at reviews of a cycle side by side',
      body: ConveneSessionDto,
      command: 'creates',
      examples: {
        sales: {
          ...{ cycleId: cycle, title: 'Sales', moderator: 'hana', members: ['mia', 'cy'] },
          reviews: [review],
        },
      },
      raw: {
        responses: {
          201: {
            links: {
              made: {
                operationId: 'getCalibrationSession',
                parameters: { sessionId: '$response.body#/id' },
              },
            },
          },
        },
      },
    },
    get: {
      operationId: 'listCalibrationSessions',
      summary: 'Sessions that one takes part in, or may read',
      query: 'at-times',
      queryDto: SessionsQueryDto,
      response: pageOf(ref('CalibrationSession')),
    },
  },
  [session]: reads(
    'getCalibrationSession',
    'Who takes part in a session, how far it is, and how that came about',
    oneOf('session', 'CalibrationSession'),
  ),
  [`${session}/board`]: reads(
    'getCalibrationBoard',
    'The reviews of a session: what each rests on, before, what is proposed, and after',
    {
      type: 'object',
      required: ['position', 'items', 'withheld'],
      properties: {
        position: ref('Position'),
        items: listOf(ref('CalibrationRow')),
        withheld: {
          ...count,
          description: 'The own review, and those of whom one answers to or may not read.',
        },
      },
    },
  ),
  [`${session}/figures`]: reads(
    'getCalibrationFigures',
    'What a session has changed, in all and by group; or what would hold without it',
    oneOf('figures', 'CalibrationFigures'),
    SessionFiguresQueryDto,
    { refuses: true },
  ),
  ...changes(
    `${session}/members`,
    'addCalibrationMembers',
    'Let more people take part, also while the session runs',
    AddMembersDto,
    { members: ['noor'] },
  ),
  ...changes(
    `${session}/excuse`,
    'excuseCalibrationMember',
    'Let somebody take part no more; what they proposed stays',
    ExcuseMemberDto,
    { member: 'cy', reason: 'On leave from today.' },
  ),
  ...changes(
    `${session}/moderator`,
    'replaceCalibrationModerator',
    'Have somebody else lead the session',
    ReplaceModeratorDto,
    { to: 'mia', reason: 'Hana has left.' },
  ),
  ...changes(
    `${session}/reviews`,
    'addCalibrationReviews',
    'Look at more reviews, also while the session runs',
    AddReviewsDto,
    { reviews: [review] },
  ),
  ...changes(
    `${session}/adjustments`,
    'proposeAdjustment',
    'Propose another rating, with a reason',
    ProposeAdjustmentDto,
    {
      ...{ reviewId: review, to: 4_000_000, reasonCode: 'rater-severe' },
      note: 'Her figures are those of a four.',
    },
    'creates',
  ),
  ...changes(
    `${session}/adjustments/{adjustmentId}/decide`,
    'decideAdjustment',
    'Accept what is proposed, or turn it down',
    DecideAdjustmentDto,
    { accepted: false, note: 'The others have as much.' },
  ),
  ...changes(
    `${session}/lock`,
    'lockCalibrationSession',
    'End the session: what it decided is carried to the reviews',
    LockSessionDto,
    { note: 'The desk was rated lower than sales.' },
  ),
};
