import { examplesOf, factHeaders, publishedSchemas } from '@plumbline/contracts/published';
import { memberOf, toStructuredEvent } from '@plumbline/feed/cloud-event';
import type { Position } from '@plumbline/kernel';
import { ndjsonMediaType, type OpenApiObject, type OpenApiPart } from '@plumbline/web';
import { AfterDto, batchMediaType, BatchQueryDto } from './facts.ts';
import { eventsMediaType, ExportQueryDto } from './facts.ts';

const text: OpenApiObject = { type: 'string' };

/** What headers say on Kafka, members say here. */
const cloudEvent: OpenApiObject = {
  type: 'object',
  description:
    'A CloudEvent 1.0 with the attributes that it has on Kafka. `/asyncapi.json` has the schema of ' +
    '`data` for each `type`.',
  required: [...factHeaders.required.map(memberOf), 'data'],
  properties: {
    ...Object.fromEntries(
      Object.entries(factHeaders.properties).map(([name, schema]) => [memberOf(name), schema]),
    ),
    data: { type: 'object' },
  },
};

/** A fact as it is told: one of the examples of the contract. */
export function exampleEvent(): Readonly<Record<string, unknown>> {
  const [type = ''] = Object.keys(publishedSchemas);
  const [{ stream, data } = { stream: '', data: {} }] = examplesOf(type);
  const at = '2026-05-01T10:00:00.412Z';
  const fact = {
    ...{ id: '98ed377d-1c42-58c4-bb3a-60ba10775ba5', type, tenant: 'acme', stream, revision: 2 },
    ...{ position: '00000000000000001042' as Position, recordedAt: at, effectiveAt: at },
    ...{ actor: '5b1f0e7c', correlationId: 'c1', causationId: 'c1', data },
  };
  return JSON.parse(toStructuredEvent(fact, 'urn:plumbline:production:goals'));
}

const context: OpenApiObject = {
  name: 'context',
  in: 'path',
  required: true,
  description: 'Whose facts: of goals, of the directory, of feedback, or who has looked at what.',
  schema: { type: 'string', examples: ['goals', 'directory', 'feedback', 'access'] },
};

const lastEventId: OpenApiObject = {
  name: 'Last-Event-ID',
  in: 'header',
  description: 'The id of the last event that was read; counts more than `after`.',
  schema: { type: 'string', pattern: '^[0-9A-Za-z/_.-]{1,64}$' },
};

const position: OpenApiObject = {
  description: 'Where to go on: everything up to here has been told.',
  schema: text,
};

const lasting = (mediaType: string, description: string, example: string): OpenApiObject => ({
  responses: {
    200: { description, content: { [mediaType]: { schema: text, example } } },
    503: { $ref: '#/components/responses/Problem503' },
  },
});

const example = exampleEvent();
const line = JSON.stringify(example);

/** What contexts publish, over HTTP. */
export const factsOpenApi: OpenApiPart = {
  tag: {
    name: 'facts',
    description: 'What contexts publish, in the order in which it was recorded, by position.',
  },
  schemas: { CloudEvent: cloudEvent },
  paths: {
    '/facts/{context}': {
      get: {
        operationId: 'listFacts',
        summary: 'The next published facts after a position',
        description:
          'A batch may be shorter than `limit`, or empty, and not be the last one: you have read ' +
          'all there is when it is empty and `Plumbline-Position` is the `after` that you sent.',
        parameters: [context],
        queryDto: BatchQueryDto,
        raw: {
          responses: {
            200: {
              description: 'Facts, in order. With `wait`, as soon as there is one.',
              headers: {
                'Plumbline-Position': position,
                Link: { description: 'The next batch, as `rel="next"`.', schema: text },
              },
              content: {
                [batchMediaType]: {
                  schema: { type: 'array', items: { $ref: '#/components/schemas/CloudEvent' } },
                  examples: { one: { value: [example] }, nothingNew: { value: [] } },
                },
              },
            },
          },
        },
      },
    },
    '/facts/{context}/events': {
      get: {
        operationId: 'followFacts',
        summary: 'Published facts after a position, and each new one as it is recorded',
        description:
          'Server-sent events. The id of an event is its position; comments in between have one, ' +
          'too. Ends with the token, and when the server closes: connect again.',
        parameters: [context, lastEventId],
        queryDto: AfterDto,
        raw: lasting(
          eventsMediaType,
          'Events whose data is a CloudEvent, until either side ends it.',
          `id: ${String(example['position'])}\ndata: ${line}\n\n`,
        ),
      },
    },
    '/facts/{context}/export': {
      get: {
        operationId: 'exportFacts',
        summary: 'All published facts after a position, up to now or up to another one',
        description:
          'Lines of JSON. The last one is `{"end":true,"position":…,"facts":…}`: without it the ' +
          'answer was cut, and is resumed `after` the position of its last whole line.',
        parameters: [context],
        queryDto: ExportQueryDto,
        raw: lasting(
          ndjsonMediaType,
          'A CloudEvent a line, and the last line; `Plumbline-Position` says up to where.',
          `${line}\n{"end":true,"position":"00000000000000001050","facts":1}\n`,
        ),
      },
    },
  },
};
