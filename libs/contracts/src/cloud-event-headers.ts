import type { Schema, Shape } from './schema.ts';

const instant = {
  type: 'string',
  format: 'date-time',
  'x-data-class': 'time',
} as const satisfies Schema;

const id = {
  type: 'string',
  pattern: '^\\S{1,128}$',
  'x-data-class': 'identifier',
} as const satisfies Schema;

export const streamSchema = {
  type: 'string',
  pattern: '^[a-z-]+\\.[a-z-]+-[a-z0-9-]+\\.\\S{1,128}$',
  description: 'One goal, one KPI: context, kind, tenant and id.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const position = {
  type: 'string',
  pattern: '^[0-9A-Za-z/_.-]{1,64}$',
  description: 'The place in the order of everything recorded: opaque, and sorts as text.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

/** What every record has: a CloudEvent 1.0 in the binary mode of its Kafka binding. */
const common = {
  'content-type': { type: 'string', enum: ['application/json'], 'x-data-class': 'category' },
  ce_specversion: { type: 'string', enum: ['1.0'], 'x-data-class': 'category' },
  ce_id: { ...id, description: 'The same at each delivery: drop what you have had.' },
  ce_source: { ...id, description: 'Environment and context: urn:plumbline:production:goals.' },
  ce_type: {
    type: 'string',
    pattern: '^[a-z-]+\\.[A-Za-z]+\\.v[0-9]+$',
    description: 'Which schema the data has.',
    'x-data-class': 'category',
  },
  ce_time: { ...instant, description: 'When it was recorded, by the clock of the log.' },
  ce_position: position,
} as const;

/** The headers of a fact. The value of its record is the data alone. */
export const factHeaders = {
  type: 'object',
  required: [
    'content-type',
    'ce_specversion',
    'ce_id',
    'ce_source',
    'ce_type',
    'ce_time',
    'ce_position',
    'ce_subject',
    'ce_tenant',
    'ce_stream',
    'ce_revision',
    'ce_sequence',
    'ce_effectiveat',
    'ce_actor',
    'ce_correlationid',
    'ce_causationid',
  ],
  properties: {
    ...common,
    ce_subject: streamSchema,
    ce_tenant: {
      type: 'string',
      pattern: '^[a-z0-9-]{1,63}$',
      description: 'Whose fact it is.',
      'x-data-class': 'identifier',
    },
    ce_stream: { ...streamSchema, description: 'The subject again, under its own name.' },
    ce_revision: {
      type: 'string',
      pattern: '^(0|[1-9][0-9]{0,15})$',
      description: 'The place in the stream, from 0. Facts that are not published leave gaps.',
      'x-data-class': 'identifier',
    },
    ce_sequence: {
      type: 'string',
      pattern: '^[0-9]{10,16}$',
      description: 'The revision with leading zeros: it sorts as text.',
      'x-data-class': 'identifier',
    },
    ce_effectiveat: { ...instant, description: 'When it holds in the world, as its actor said.' },
    ce_actor: {
      type: 'string',
      pattern: '^\\S{1,255}$',
      description:
        'Who did it: the opaque subject of a person or a program; `withheld` where that is told ' +
        'to nobody, and then neither correlation nor causation leads any further.',
      'x-data-class': 'pseudonym',
    },
    ce_correlationid: { ...id, description: 'The same for all that one request led to.' },
    ce_causationid: { ...id, description: 'The command or the fact that led to this one.' },
  },
} as const satisfies Schema;

/** The headers of a position: its partition holds every fact up to there. */
export const positionHeaders = {
  type: 'object',
  required: [
    'content-type',
    'ce_specversion',
    'ce_id',
    'ce_source',
    'ce_type',
    'ce_time',
    'ce_position',
  ],
  properties: common,
} as const satisfies Schema;

/** The type of a record that is no fact. */
export const positionType = 'plumbline.position.v1';

export const positionSchema = {
  type: 'object',
  description:
    'No fact: its partition holds every fact up to the position. Sent when there is nothing to ' +
    'tell, too, so that a reader knows how far it is. Its key is empty.',
  required: ['position'],
  properties: { position },
} as const satisfies Schema;

const example = {
  'content-type': 'application/json',
  ce_specversion: '1.0',
  ce_source: 'urn:plumbline:production:goals',
  ce_time: '2026-05-01T10:00:00.412Z',
  ce_position: '00000000000000001042',
} as const;

/** The headers that an example of a fact has. */
export function exampleHeaders(type: string, stream: string): Shape<typeof factHeaders> {
  return {
    ...example,
    ce_id: '98ed377d-1c42-58c4-bb3a-60ba10775ba5',
    ce_type: type,
    ce_subject: stream,
    ce_tenant: 'acme',
    ce_stream: stream,
    ce_revision: '2',
    ce_sequence: '0000000002',
    ce_effectiveat: '2026-05-01T10:00:00.000Z',
    ce_actor: '5b1f0e7c',
    ce_correlationid: 'fbcb6fd4-f7dd-5cfd-b5ba-89b280583c91',
    ce_causationid: 'fbcb6fd4-f7dd-5cfd-b5ba-89b280583c91',
  };
}

/** A position as it is sent. */
export const examplePosition: {
  readonly headers: Shape<typeof positionHeaders>;
  readonly payload: Shape<typeof positionSchema>;
} = {
  headers: {
    ...example,
    ce_id: `2-${example.ce_position}-${example.ce_time}`,
    ce_type: positionType,
  },
  payload: { position: example.ce_position },
};
