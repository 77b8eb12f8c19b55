import type { OpenApiObject, OpenApiPart } from '@plumbline/web';

const readiness: OpenApiObject = {
  type: 'object',
  required: ['status', 'checks'],
  additionalProperties: false,
  properties: {
    status: { enum: ['ready', 'not-ready'] },
    checks: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'ok'],
        additionalProperties: false,
        properties: {
          name: { type: 'string' },
          ok: { type: 'boolean' },
          detail: { type: 'string' },
        },
      },
    },
  },
};

/** Health, metrics and the documents themselves. */
export function systemOpenApi(metrics: 'token' | 'open' | 'off'): OpenApiPart {
  return {
    tag: { name: 'system', description: 'Whether it lives, how it does, and what it can do.' },
    schemas: { Readiness: readiness },
    paths: {
      '/health/live': {
        get: {
          operationId: 'getLive',
          summary: 'Whether the process answers',
          public: true,
          response: {
            type: 'object',
            required: ['status'],
            properties: { status: { const: 'live' } },
          },
        },
      },
      '/health/ready': {
        get: {
          operationId: 'getReady',
          summary: 'Whether it may be sent requests, check by check',
          public: true,
          response: { $ref: '#/components/schemas/Readiness' },
          raw: { responses: { 503: notReady } },
        },
      },
      ...(metrics === 'off' ? {} : metricsPath(metrics === 'open')),
      '/openapi.json': {
        get: {
          operationId: 'getOpenApi',
          summary: 'This document',
          public: true,
          response: { type: 'object' },
        },
      },
      '/asyncapi.json': {
        get: {
          operationId: 'getAsyncApi',
          summary: 'The stream of published facts, as AsyncAPI 3',
          public: true,
          response: { type: 'object' },
        },
      },
    },
  };
}

const notReady: OpenApiObject = {
  description: 'Not now: a check fails, or the server is closing.',
  content: {
    'application/json': { schema: { $ref: '#/components/schemas/Readiness' } },
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  },
};

function metricsPath(isPublic: boolean): OpenApiPart['paths'] {
  return {
    '/metrics': {
      get: {
        operationId: 'getMetrics',
        summary: 'Figures for Prometheus',
        public: isPublic,
        raw: {
          responses: {
            200: {
              description: 'In the text format of Prometheus.',
              content: { 'text/plain': { schema: { type: 'string' } } },
            },
          },
        },
      },
    },
  };
}
