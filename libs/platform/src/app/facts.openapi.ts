import { examplesOf, factHeaders, publishedSchemas } from '@plumbline/contracts/published';
import { exported } from '@plumbline/exports';
import { memberOf, toStructuredEvent } from '@plumbline/feed/cloud-event';
import type { Position } from '@plumbline/kernel';
import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { AfterDto, BatchQueryDto, ExportQueryDto } from './facts.dto.ts';
import { batchMediaType, eventsMediaType } from './facts.ts';

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
  description:
    'Whose facts: of goals, of the directory, of feedback, of reviews, or who has looked at what.',
  schema: { type: 'string', examples: ['goals', 'directory', 'feedback', 'reviews', 'access'] },
};

const notOfYourself =
  'Nobody is told of their own reviews: facts of these are left out, and the position moves over ' +
  'them. Read with a token of a service what has to be complete.';

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
const factExamples = {
  ndjson: `${line}\n{"end":true,"position":"00000000000000001050","facts":1}\n`,
  csv: 'position,id,type,…,data\n00000000000000001042,98ed377d-…,goals.GoalClosed.v1,…,"{…}"\n',
};

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
          'all there is when it is empty and `Plumbline-Position` is the `after` that you sent. ' +
          notOfYourself,
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
          'too. Ends with the token, and when the server closes: connect again. ' +
          notOfYourself,
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
          'A file of lines of JSON, CSV or Parquet. Lines of JSON are CloudEvents, and the last one ' +
          'is `{"end":true,"position":…,"facts":…}`: without it the answer was cut. In tables a row ' +
          'is a fact, with `data` as JSON text, or with a column for each of its fields when a ' +
          '`type` is named. What was cut goes on `after` the position of its last whole row, asked ' +
          'as `Content-Location` says. Who has asked for what is recorded. ' +
          notOfYourself,
        parameters: [context],
        queryDto: ExportQueryDto,
        raw: exported(factExamples),
      },
    },
  },
};
