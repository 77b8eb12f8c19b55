import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { DiscardDto } from './operations.ts';

const text: OpenApiObject = { type: 'string' };
const count: OpenApiObject = { type: 'integer', minimum: 0 };
const position: OpenApiObject = { type: ['string', 'null'] };

const object = (properties: Readonly<Record<string, OpenApiObject>>): OpenApiObject => ({
  type: 'object',
  required: Object.keys(properties),
  additionalProperties: false,
  properties,
});

const parkedMembers = {
  ...{ id: text, reader: text, key: text, reason: text },
  attempts: { type: 'integer', minimum: 1 },
  since: { type: 'string', format: 'date-time' },
};

const schemas: Readonly<Record<string, OpenApiObject>> = {
  ViewStatus: object({
    ...{ name: text, version: { type: 'integer', minimum: 1 }, position, lagFacts: count },
    lagSeconds: { type: 'number', minimum: 0 },
    parked: count,
    oldestParkedSeconds: { type: ['number', 'null'] },
    state: { enum: ['live', 'building', 'fenced'] },
  }),
  Parked: object({ ...parkedMembers, facts: count }),
  ParkedWithFacts: object({
    ...parkedMembers,
    facts: {
      type: 'array',
      items: object({
        ...{ id: text, type: text, stream: text, revision: count, position: text },
        recordedAt: { type: 'string', format: 'date-time' },
      }),
    },
  }),
};

const ref = (name: string): OpenApiObject => ({ $ref: `#/components/schemas/${name}` });
const key = { $ref: '#/components/parameters/IdempotencyKey' };

const rebuilding: OpenApiObject = {
  200: {
    description:
      'Lines of {done, total, position}, then {finished: true, facts, equal, changed, added, ' +
      'removed}: how the new documents compare with the old ones.',
    content: { 'application/x-ndjson': { schema: text } },
  },
};

/** Operators' routes. */
export const operationsOpenApi: OpenApiPart = {
  tag: { name: 'operations', description: 'How the views stand; rebuild; settle what is parked.' },
  schemas,
  paths: {
    '/operations/status': {
      get: {
        operationId: 'getStatus',
        summary: 'The head of the log and the state of every view',
        response: object({
          ...{ version: text, position },
          views: { type: 'array', items: ref('ViewStatus') },
        }),
      },
    },
    '/operations/check': {
      post: {
        operationId: 'checkLog',
        summary: 'Look through the whole log for damage',
        response: object({
          ok: { type: 'boolean' },
          checks: {
            type: 'array',
            items: object({
              name: text,
              ok: { type: 'boolean' },
              facts: { type: ['integer', 'null'] },
            }),
          },
          problems: { type: 'array', items: text },
        }),
      },
    },
    '/operations/views/{view}/rebuild': {
      post: {
        operationId: 'rebuildView',
        summary: 'Fold a view anew beside the live one, then let it take its place',
        parameters: [key],
        raw: { responses: rebuilding },
      },
    },
    '/operations/parked': {
      get: {
        operationId: 'listParked',
        summary: 'What views could not take',
        response: object({ items: { type: 'array', items: ref('Parked') } }),
      },
    },
    '/operations/parked/{id}': {
      get: {
        operationId: 'getParked',
        summary: 'One parked key with its facts',
        response: ref('ParkedWithFacts'),
      },
    },
    '/operations/parked/{id}/retry': {
      post: {
        operationId: 'retryParked',
        summary: 'Fold the parked facts again; all of them, or none',
        parameters: [key],
        response: {
          type: 'object',
          required: ['settled'],
          properties: { settled: { type: 'boolean' }, reason: text },
        },
      },
    },
    '/operations/parked/{id}/discard': {
      post: {
        operationId: 'discardParked',
        summary: 'Let the key go on without these facts; it is recorded who said so, and why',
        parameters: [key],
        body: DiscardDto,
        examples: { example: { reason: 'A test record that should never have been.' } },
        response: object({ discarded: { const: true } }),
      },
    },
  },
};
