import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { noAnswers } from './customer-response/customer-response.answers.ts';
import { AttributeResponseDto, CloseLoopDto, DisputeAttributionDto } from './http/customers.dto.ts';
import { RecordResponseDto } from './http/customers.dto.ts';
import { ResponsesQueryDto } from './http/customers.dto.ts';
import { SettleAttributionDto, WithdrawResponseDto } from './http/customers.dto.ts';
import { ImportQueryDto, TimesDto } from '@plumbline/web/shapes';
import {
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

const responseId = [pathId('responseId')];
const whole: OpenApiObject = { type: 'integer' };
const number: OpenApiObject = { type: 'number' };
const code = (...of: readonly string[]): OpenApiObject => ({ type: 'string', enum: of });

const share: OpenApiObject = {
  type: 'object',
  required: ['share'],
  properties: { unit: text, person: text, share: number },
};
const shares = listOf(share);
const reason: OpenApiObject = {
  ...textOrNull,
  description: 'Null where the caller may not read it, or nothing was said.',
};
const change = { at: instant, by: ref('Actor'), before: shares, shares, reason };
const withdrawal = record({ at: instant, by: ref('Actor'), reason });
const scale = record({ min: whole, max: whole });

export const customerSchemas: Readonly<Record<string, OpenApiObject>> = {
  CustomerResponse: record({
    ...{ id: text, stage: code('recorded', 'withdrawn'), source: text, transaction: textOrNull },
    ...{ occurredOn: day, answeredAt: orNull(instant), touchpoint: text, channel: text },
    location: textOrNull,
    answers: listOf({
      type: 'object',
      required: ['metric', 'scale', 'score'],
      properties: { metric: text, scale, score: numberOrNull, noAnswer: code(...noAnswers) },
    }),
    ...{ weight: numberOrNull, comment: textOrNull, recordedAt: instant, shares },
    attributions: listOf(record(change)),
    disputes: listOf(
      record({
        ...{ at: instant, person: text, share: number, reason },
        settled: orNull(record({ ...change, outcome: code('upheld', 'partly', 'rejected') })),
      }),
    ),
    loop: {
      type: 'object',
      required: ['state'],
      properties: {
        state: { type: ['string', 'null'], enum: ['open', 'closed', null] },
        ...{ at: instant, by: ref('Actor'), cause: text, reason },
      },
    },
    withdrawn: orNull(withdrawal),
    withdrawnBefore: {
      ...listOf(withdrawal),
      description: 'Withdrawals after which it was recorded anew.',
    },
    revision: whole,
  }),
};

const changes = (
  operationId: string,
  summary: string,
  body: NonNullable<OpenApiPart['paths'][string]['post']>['body'],
) => ({
  post: {
    ...{ operationId, summary, command: 'changes' as const, parameters: responseId },
    ...(body === undefined ? {} : { body }),
  },
});

const visit = {
  ...{ source: 'after-visit', transaction: 'visit-4711', occurredOn: '2026-05-04' },
  ...{ answeredAt: '2026-05-06T18:20:00Z', touchpoint: 'counter', channel: 'mail' },
  location: 'office-north',
  answers: [
    { metric: 'nps', score: 9 },
    { metric: 'ces', noAnswer: 'blank' },
    { metric: 'waiting', scale: { min: 0, max: 3 }, score: 2 },
  ],
  attribution: [{ unit: 'service-desk', share: 1 }],
};

export const customerPaths: OpenApiPart['paths'] = {
  '/customer-responses': {
    post: {
      operationId: 'recordCustomerResponse',
      summary: 'Record a response of a customer',
      description:
        'The same transaction of the same source is the same response: recorded again it changes ' +
        'nothing, and anything else under it is refused.',
      command: 'creates',
      body: RecordResponseDto,
      examples: { afterAVisit: visit },
      raw: {
        responses: {
          201: {
            links: {
              response: {
                operationId: 'getCustomerResponse',
                parameters: { responseId: '$response.body#/id' },
              },
            },
          },
        },
      },
    },
    get: {
      operationId: 'listCustomerResponses',
      summary: 'Responses of a location, a touchpoint, a unit or a person, with what came of them',
      description:
        'At most 5,000 responses are looked at for a page; it may hold fewer than asked for, and ' +
        '`next` leads on.',
      query: 'at-times',
      queryDto: ResponsesQueryDto,
      response: pageOf(ref('CustomerResponse')),
    },
  },
  '/customer-responses/import': {
    post: {
      operationId: 'importCustomerResponses',
      summary: 'Import responses of customers, a line each',
      description:
        'Each line has a `key`, unique within its source: the same line again changes nothing. A ' +
        'refused line does not stop the others; the answer has a line for each, in order. What ' +
        'does not say `effectiveAt` holds since its answer came in.',
      queryDto: ImportQueryDto,
      raw: {
        requestBody: {
          required: true,
          content: {
            'application/x-ndjson': {
              schema: { type: 'string', description: 'Lines of {key, …a response}.' },
            },
          },
        },
        responses: {
          200: {
            description:
              'Lines of {line, key, status: recorded | unchanged | refused, id?, problem?}.',
            content: { 'application/x-ndjson': { schema: { type: 'string' } } },
          },
        },
      },
    },
  },
  '/customer-responses/{responseId}': {
    get: {
      operationId: 'getCustomerResponse',
      summary: 'A response, whose work it tells of, and what came of it',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: responseId,
      response: oneOf('response', 'CustomerResponse'),
    },
  },
  '/customer-responses/{responseId}/attribute': changes(
    'attributeCustomerResponse',
    'Say whose work a response tells of',
    AttributeResponseDto,
  ),
  '/customer-responses/{responseId}/dispute': changes(
    'disputeAttribution',
    'Dispute an own share of a response',
    DisputeAttributionDto,
  ),
  '/customer-responses/{responseId}/settle': changes(
    'settleAttribution',
    'Settle a dispute over a share',
    SettleAttributionDto,
  ),
  '/customer-responses/{responseId}/close': changes(
    'closeLoop',
    'Say that somebody went back to the customer',
    CloseLoopDto,
  ),
  '/customer-responses/{responseId}/withdraw': changes(
    'withdrawCustomerResponse',
    'Withdraw a response that was recorded by mistake',
    WithdrawResponseDto,
  ),
};
