import { describe, expect, it } from '@jest/globals';
import { contractBreaks, schemaBreaks, type AnySchema } from './compatibility.ts';

const grade: AnySchema = {
  type: 'string',
  enum: ['met', 'missed'],
  description: 'In a word.',
  'x-data-class': 'category',
};
const share: AnySchema = {
  type: ['number', 'null'],
  minimum: 0,
  'x-data-class': 'measure',
  'x-definition': 'attainment@1',
};
const released: AnySchema = {
  type: 'object',
  required: ['grade', 'share', 'steps'],
  properties: {
    grade,
    share,
    on: { type: 'string', format: 'date', 'x-data-class': 'time' },
    unit: { type: 'string', pattern: '^\\S+$', 'x-data-class': 'category' },
    steps: { type: 'array', items: { type: 'string', 'x-data-class': 'identifier' } },
  },
};
const fields = released['properties'] as Readonly<Record<string, AnySchema>>;
const withField = (name: string, change: AnySchema): AnySchema => ({
  ...released,
  properties: { ...fields, [name]: { ...fields[name], ...change } },
});
const without = (name: string): AnySchema => {
  const { [name]: _, ...rest } = fields;
  return { ...released, properties: rest };
};
const changed = (name: string, keyword: string, before: string, after: string) => {
  return `/${name} has another ${keyword}: ${before} before, ${after} now`;
};

describe('a published fact', () => {
  const allowed: readonly (readonly [what: string, now: AnySchema])[] = [
    ['stays as it is', released],
    ['gains an optional field', withField('more', { type: 'number' })],
    [
      'gains a required field',
      {
        ...withField('more', { type: 'number' }),
        required: ['grade', 'share', 'steps', 'more'],
      },
    ],
    ['has a field that becomes required', { ...released, required: Object.keys(fields) }],
    ['is explained better', withField('grade', { description: 'Met: at 1.', examples: ['met'] })],
    ['lists the same words in another order', withField('grade', { enum: ['missed', 'met'] })],
    ['lists the same types in another order', withField('share', { type: ['null', 'number'] })],
  ];
  it.each(allowed)('that %s breaks nobody', (_, now) => {
    expect(schemaBreaks(released, now)).toEqual([]);
  });

  const planted: readonly (readonly [what: string, now: AnySchema, found: string])[] = [
    ['loses a field', without('unit'), '/unit is removed'],
    [
      'may leave out what it had to have',
      { ...released, required: ['share', 'steps'] },
      '/grade became optional',
    ],
    [
      'has another type in a field',
      withField('grade', { type: 'integer' }),
      changed('grade', 'type', '["string"]', '["integer"]'),
    ],
    [
      'may be null where it was not',
      withField('on', { type: ['string', 'null'] }),
      changed('on', 'type', '["string"]', '["null","string"]'),
    ],
    [
      'is never null where it could be',
      withField('share', { type: 'number' }),
      changed('share', 'type', '["null","number"]', '["number"]'),
    ],
    [
      'knows another word',
      withField('grade', { enum: ['met', 'missed', 'amber'] }),
      changed('grade', 'enum', '["met","missed"]', '["amber","met","missed"]'),
    ],
    [
      'knows a word less',
      withField('grade', { enum: ['met'] }),
      changed('grade', 'enum', '["met","missed"]', '["met"]'),
    ],
    [
      'writes a time in another form',
      withField('on', { format: 'date-time' }),
      changed('on', 'format', '"date"', '"date-time"'),
    ],
    [
      'writes a code in another form',
      withField('unit', { pattern: '^.+$' }),
      changed('unit', 'pattern', String.raw`"^\\S+$"`, '"^.+$"'),
    ],
    [
      'has other bounds',
      withField('share', { minimum: -1 }),
      changed('share', 'minimum', '0', '-1'),
    ],
    [
      'has a field of another class',
      withField('unit', { 'x-data-class': 'pseudonym' }),
      changed('unit', 'x-data-class', '"category"', '"pseudonym"'),
    ],
    [
      'has a figure of another definition',
      withField('share', { 'x-definition': 'attainment@2' }),
      changed('share', 'x-definition', '"attainment@1"', '"attainment@2"'),
    ],
    [
      'has another kind of items',
      withField('steps', { items: { type: 'integer', 'x-data-class': 'identifier' } }),
      changed('steps/*', 'type', '["string"]', '["integer"]'),
    ],
    [
      'has a list of anything',
      withField('steps', { items: undefined }),
      '/steps has another kind of items',
    ],
    [
      'uses a keyword that is not known here',
      withField('unit', { not: { enum: ['%'] } }),
      changed('unit', 'not', 'none', '{"enum":["%"]}'),
    ],
  ];
  it.each(planted)('that %s is found', (_, now, found) => {
    expect(schemaBreaks(released, now)).toEqual([found]);
  });
});

describe('a contract', () => {
  const topic = 'plumbline.goals.events.v1';
  const fact = { topics: [topic], key: fields['unit'] ?? {}, headers: released, payload: released };

  it('may gain facts, but not lose one', () => {
    expect(contractBreaks({ a: fact }, { a: fact, b: fact })).toEqual([]);
    expect(contractBreaks({ a: fact, b: fact }, { a: fact })).toEqual(['b is removed']);
  });

  it('keeps each fact in its topic', () => {
    const moved = { ...fact, topics: ['plumbline.goals.events.v2'] };
    expect(contractBreaks({ a: fact }, { a: moved })).toEqual([
      'a moved from plumbline.goals.events.v1 to plumbline.goals.events.v2',
    ]);
  });

  it('may have a message on more topics, and not on fewer', () => {
    const more = { ...fact, topics: ['plumbline.directory.events.v1', topic] };
    expect(contractBreaks({ a: fact }, { a: more })).toEqual([]);
    expect(contractBreaks({ a: more }, { a: fact })).toEqual([
      'a moved from plumbline.directory.events.v1 to plumbline.goals.events.v1',
    ]);
  });

  it('keeps the key of its records', () => {
    const keyed = { ...fact, key: { ...fact.key, type: 'integer' } };
    expect(contractBreaks({ a: fact }, { a: keyed })).toEqual([
      'a key has another type: ["string"] before, ["integer"] now',
    ]);
  });

  it('promises headers as well as data', () => {
    const poorer = { ...fact, headers: without('unit') };
    expect(contractBreaks({ a: fact }, { a: poorer })).toEqual(['a headers/unit is removed']);
  });
});
