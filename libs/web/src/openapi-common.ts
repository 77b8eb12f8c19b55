import { subjectLengthMax } from './auth.ts';
import { idempotencyKeyLengthMax } from './command.ts';
import type { OpenApiObject } from './openapi-part.ts';
import { count, numberOrNull, record, text } from './openapi-shapes.ts';

/** What every service's part of the document refers to. */
export const commonSchemas: Readonly<Record<string, OpenApiObject>> = {
  Problem: {
    type: 'object',
    description: 'RFC 9457. Switch on `code`; `errors` names each field and how to mend it.',
    required: ['type', 'title', 'status', 'detail', 'code'],
    properties: {
      type: { type: 'string', format: 'uri' },
      title: { type: 'string' },
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: { type: 'string' },
      code: { type: 'string', examples: ['goal/already-closed'] },
      instance: { type: 'string' },
      traceId: { type: 'string' },
      errors: { type: 'array', items: { $ref: '#/components/schemas/FieldProblem' } },
    },
    examples: [
      {
        type: 'https://plumbline.dev/problems/request/invalid-body',
        title: 'The body is not valid',
        status: 422,
        detail: '/title: Title must be a string.',
        code: 'request/invalid-body',
        errors: [{ field: '/title', rule: 'isString', remedy: 'Title must be a string.' }],
      },
    ],
  },
  FieldProblem: {
    type: 'object',
    required: ['field', 'rule', 'remedy'],
    additionalProperties: false,
    properties: {
      field: {
        type: 'string',
        description: 'JSON pointer into the body; `?name` a parameter, `header:Name` a header.',
      },
      rule: { type: 'string' },
      remedy: { type: 'string' },
    },
  },
  Receipt: {
    type: 'object',
    required: ['stream', 'revision', 'position', 'replayed', 'changed'],
    additionalProperties: false,
    properties: {
      id: { type: 'string', description: 'Of what was made.' },
      stream: { type: 'string' },
      revision: { type: 'integer', minimum: -1 },
      position: { type: ['string', 'null'], description: 'For Read-After.' },
      replayed: { type: 'boolean', description: 'The command had been carried out before.' },
      changed: { type: 'boolean', description: 'False: it was already so.' },
    },
  },
  Position: {
    type: ['string', 'null'],
    description: 'Where in the order of everything recorded the answer was taken. Opaque.',
  },
  Actor: {
    type: 'object',
    required: ['sub', 'via'],
    properties: { sub: text, onBehalfOf: text, via: text },
  },
  Estimate: record(
    {
      ...{ value: numberOrNull, n: count, definition: text },
      ...{ low: numberOrNull, high: numberOrNull },
    },
    'A figure with its interval of 0.95; a bound is null where too little was observed for it.',
  ),
  Proportion: record(
    {
      ...{ value: numberOrNull, n: count, definition: text, successes: count },
      ...{ low: numberOrNull, high: numberOrNull },
    },
    'A share of counted cases with its interval of 0.95 (Wilson); null without any case.',
  ),
};

export const commonParameters: Readonly<Record<string, OpenApiObject>> = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'Best a new UUID for each command; the same one again to retry it. It is of the record that ' +
      'the request is about: under the same key, a request about another record is another command.',
    schema: {
      type: 'string',
      minLength: 1,
      maxLength: idempotencyKeyLengthMax,
      pattern: '^[\\x21-\\x7e]+$',
    },
  },
  OnBehalfOf: {
    name: 'On-Behalf-Of',
    in: 'header',
    description:
      'The person for whom the caller acts, by a delegation that is in force; both are recorded. ' +
      'The same Idempotency-Key on behalf of another is another command.',
    schema: { type: 'string', minLength: 1, maxLength: subjectLengthMax, pattern: '^\\S+$' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The ETag seen last: 412 when the record has changed since.',
    schema: { type: 'string', pattern: '^"(-1|[0-9]{1,15})"$' },
  },
  ReadAfter: {
    name: 'Read-After',
    in: 'header',
    description: 'The Plumbline-Position of an own write that the answer must hold.',
    schema: { type: 'string', pattern: '^[0-9A-Za-z/_.-]{1,64}$' },
  },
  asOf: {
    name: 'asOf',
    in: 'query',
    description:
      'What was recorded by an instant, by the end of a day (tomorrow at the latest), or by a position.',
    schema: { type: 'string', pattern: '^\\S{1,64}$' },
    examples: { day: { value: '2026-03-31' }, instant: { value: '2026-03-31T12:00:00Z' } },
  },
  effectiveAt: {
    name: 'effectiveAt',
    in: 'query',
    description: 'Only what holds in the world by an instant or by the end of a day.',
    schema: { type: 'string', pattern: '^\\S{1,40}$' },
    examples: { day: { value: '2026-03-31' } },
  },
};

export const receiptHeaders: Readonly<Record<string, OpenApiObject>> = {
  ETag: { description: 'The revision, for If-Match.', schema: { type: 'string' } },
  Location: { description: 'Where what was made is found.', schema: { type: 'string' } },
  'Plumbline-Position': {
    description: 'Of a command: where it was recorded. Of a query: where it was taken.',
    schema: { type: 'string' },
  },
};

const problems: Readonly<Record<string, string>> = {
  Problem: 'Anything else that went wrong.',
  Problem400: 'The request, a header or a parameter is malformed.',
  Problem401: 'A valid token is needed.',
  Problem403: 'Not allowed; the code names the rule.',
  Problem404: 'Not found.',
  Problem409: 'It cannot be done as things stand.',
  Problem412: 'The record has changed; the problem has both revisions.',
  Problem413: 'The body is too large.',
  Problem415: 'The media type is not read here.',
  Problem422:
    'The body breaks a rule, or the idempotency key was used for another request about the record.',
  Problem500: 'Something went wrong here; the trace id finds it in the log.',
  Problem503: 'Not now; Retry-After says when.',
};

export const commonResponses: Readonly<Record<string, OpenApiObject>> = Object.fromEntries(
  Object.entries(problems).map(([name, description]) => [
    name,
    {
      description,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
);
