import type { OpenApiObject } from '@plumbline/web';
import {
  count,
  day,
  dayOrNull,
  instant,
  listOf,
  record,
  ref,
  text,
  textOrNull,
  truth,
  uuid,
} from '@plumbline/web/openapi-shapes';
import { changeShapes, entryPattern } from './http/shapes.ts';
import { changesMax } from './structure/structure.decide.ts';

/** What holds from a day on, until the next entry. */
const timeline = (value: OpenApiObject): OpenApiObject => listOf(record({ from: day, value }));

/** An object of which these members may be left out. */
const withOptional = (of: OpenApiObject, optional: Record<string, OpenApiObject>) => {
  return { ...of, properties: { ...(of['properties'] as object), ...optional } };
};

const actions: OpenApiObject = { anyOf: [{ const: 'all' }, listOf(text)] };

const card = {
  person: text,
  name: textOrNull,
  present: truth,
  away: { type: 'boolean', description: 'On leave on this day.' },
  post: textOrNull,
  unit: textOrNull,
  managers: {
    ...listOf(text),
    description: 'Who holds the nearest post above that somebody holds who is here.',
  },
  revision: count,
};

const unitSchemas: Readonly<Record<string, OpenApiObject>> = {
  Counts: record({
    people: count,
    posts: count,
    fte: { type: 'number', description: 'Full-time places, summed exactly.' },
  }),
  OrganizationShape: record({
    people: count,
    posts: count,
    vacant: { ...count, description: 'Posts that nobody holds.' },
    fte: { type: 'number', description: 'Full-time places, summed exactly.' },
    tops: { ...listOf(text), description: 'Posts that report to none.' },
    depth: { ...count, description: 'Posts on the longest way from a top down.' },
    units: listOf(
      record({
        unit: text,
        parent: textOrNull,
        level: { ...count, description: '0 for a unit that is in no other.' },
        own: ref('Counts'),
        total: { ...ref('Counts') },
      }),
    ),
  }),
  Unit: record({
    unit: text,
    name: textOrNull,
    since: day,
    parent: textOrNull,
    head: { ...textOrNull, description: 'The post that heads it.' },
    heads: { ...listOf(text), description: 'Who holds that post.' },
    members: { ...count, description: 'People of the unit itself, those below apart.' },
    open: truth,
    history: record({
      parent: timeline(textOrNull),
      head: timeline(textOrNull),
      closed: timeline(truth),
    }),
    revision: count,
  }),
  Post: record({
    post: text,
    title: textOrNull,
    since: day,
    fte: { type: 'number' },
    grade: textOrNull,
    unit: textOrNull,
    lines: {
      type: 'object',
      description: 'By line, `solid` or `dotted:<code>`: the post that it reports to.',
      additionalProperties: textOrNull,
    },
    holders: listOf(text),
    open: truth,
    history: record({
      unit: timeline(text),
      lines: { type: 'object', additionalProperties: timeline(textOrNull) },
      closed: timeline(truth),
    }),
    revision: count,
  }),
  Reorganisation: record({
    reorganisation: uuid,
    unit: text,
    from: day,
    state: { enum: ['ordered', 'under-way', 'completed', 'stopped'] },
    reason: textOrNull,
    moves: count,
    done: count,
    left: count,
    refused: listOf(record({ post: text, code: text })),
    orderedAt: instant,
    endedAt: { type: ['string', 'null'], format: 'date-time' },
    revision: count,
  }),
};

const personSchemas: Readonly<Record<string, OpenApiObject>> = {
  PersonCard: record(card, 'What everybody of the tenant sees.'),
  PersonSheet: withOptional(record(card), { details: ref('PersonDetails') }),
  PersonDetails: record(
    {
      mail: textOrNull,
      zone: textOrNull,
      presence: timeline(truth),
      posts: timeline(textOrNull),
      leaves: listOf(record({ leave: uuid, kind: textOrNull, from: day, until: dayOrNull })),
      delegations: listOf(
        record({
          ...{ delegation: uuid, to: text, actions, from: day, until: day },
          revokedFrom: dayOrNull,
        }),
      ),
      roles: listOf(
        record({
          ...{ grant: uuid, role: text, unit: textOrNull, from: day, until: dayOrNull },
          revokedFrom: dayOrNull,
        }),
      ),
      standsInFor: {
        ...listOf(record({ person: text, actions })),
        description: 'For whom, on this day.',
      },
    },
    'Only for those who may see them; the look of others than the person is recorded.',
  ),
  PersonHistoryItem: record({
    factId: uuid,
    type: text,
    revision: count,
    position: text,
    recordedAt: instant,
    effectiveAt: instant,
    by: ref('Actor'),
    data: { type: 'object' },
    words: { type: 'object', additionalProperties: textOrNull },
  }),
};

const accessSchemas: Readonly<Record<string, OpenApiObject>> = {
  Viewing: withOptional(record({ by: text, action: text, rule: text, record: text, at: instant }), {
    onBehalfOf: text,
  }),
  AccessAnswer: record({
    position: ref('Position'),
    reader: text,
    subject: text,
    action: text,
    on: day,
    policyVersion: { type: 'integer' },
    checkedAt: instant,
    could: {
      anyOf: [
        record({ permitted: { const: true }, rule: text, logged: truth }),
        record({ permitted: { const: false }, rule: text, detail: text }),
      ],
    },
    looked: listOf(ref('Viewing')),
  }),
  PolicyRule: record({
    action: text,
    who: text,
    inPerson: { type: 'boolean', description: 'Nobody does it in the place of another.' },
    grants: listOf(
      withOptional(record({ as: listOf(text) }), {
        kind: { enum: ['public', 'private'] },
        stages: listOf(text),
        when: { const: 'then' },
        logged: { const: true },
      }),
    ),
  }),
};

/**
 * Bodies that the rules of their classes do not say all of: a list of changes of several types, and
 * a value of one of several kinds.
 */
const bodySchemas: Readonly<Record<string, OpenApiObject>> = {
  ChangeStructureDto: {
    type: 'object',
    required: ['changes'],
    additionalProperties: false,
    properties: {
      changes: {
        ...{ type: 'array', minItems: 1, maxItems: changesMax },
        items: {
          oneOf: changeShapes.map(({ value }) => ref(value.name)),
          discriminator: {
            propertyName: 'type',
            mapping: Object.fromEntries(
              changeShapes.map(({ name, value }) => [name, ref(value.name)['$ref']]),
            ),
          },
        },
      },
      effectiveAt: { type: 'string', description: 'An RFC 3339 instant, or a day (its end).' },
    },
  },
  CorrectedEntryDto: {
    type: 'object',
    required: ['from', 'value'],
    additionalProperties: false,
    properties: {
      from: day,
      value: {
        anyOf: [{ type: 'string', pattern: entryPattern.source }, { type: ['boolean', 'null'] }],
      },
    },
  },
};

/** The answers of this context, as JSON Schema 2020-12; `null` says that something is unknown. */
export const schemas: Readonly<Record<string, OpenApiObject>> = {
  ...bodySchemas,
  ...personSchemas,
  ...unitSchemas,
  ...accessSchemas,
};
