import { describe, expect, it } from '@jest/globals';
import { classFindings, dataClasses } from './data-class.ts';
import { publishedSchemas } from './published.ts';
import { closed, type Schema } from './schema.ts';

const record = (fields: Readonly<Record<string, unknown>>) => ({
  type: 'object',
  required: [],
  properties: fields,
});
const closedClasses = ['identifier', 'pseudonym', 'measure', 'time', 'category'];

describe('the data classes', () => {
  it('are these, none of them for text', () => {
    expect(Object.keys(dataClasses)).toEqual(closedClasses);
  });

  it.each(Object.entries(publishedSchemas))('are given to every field of %s', (_, schema) => {
    expect(classFindings(schema)).toEqual([]);
  });

  const planted: readonly (readonly [what: string, field: unknown, found: string])[] = [
    ['has no class', { type: 'number' }, '/x has no data class'],
    [
      'has a class for text',
      { type: 'string', 'x-data-class': 'text' },
      '/x has the class "text", which there is not',
    ],
    [
      'takes the name of a member of every object for a class',
      { type: 'string', 'x-data-class': 'toString' },
      '/x has the class "toString", which there is not',
    ],
    [
      'is of another type than its class',
      { type: 'string', 'x-data-class': 'measure' },
      '/x is a string of class measure',
    ],
    [
      'has no class in the items of a list',
      { type: ['array', 'null'], items: { type: 'string' } },
      '/x/* has no data class',
    ],
    [
      'has no class in a field of a field',
      record({ y: { type: 'boolean' } }),
      '/x/y has no data class',
    ],
    ['may hold anything', { type: 'object' }, '/x has no fields'],
    ['is of any type', {}, '/x is not of one type'],
    ['is no schema', true, '/x is no schema'],
    [
      'hides another in a keyword',
      { type: 'number', 'x-data-class': 'measure', anyOf: [{ type: 'string' }] },
      '/x uses anyOf, which is not looked into',
    ],
  ];
  it.each(planted)('are missed where a field %s', (_, field, found) => {
    expect(classFindings(record({ x: field }))).toEqual([found]);
  });
});

describe('text', () => {
  const title = (more: object) => record({ title: { type: 'string', ...more } });

  it.each([...closedClasses.filter((one) => one !== 'measure')])(
    'cannot be published as %s',
    (given) => {
      expect(classFindings(title({ 'x-data-class': given }))).toEqual(['/title could hold text']);
    },
  );

  it('cannot be published under a pattern that takes it, nor a name as a subject', () => {
    const category = { 'x-data-class': 'category', pattern: '^.{1,500}$' };
    const pseudonym = { 'x-data-class': 'pseudonym', pattern: '^person:.+$' };
    expect(classFindings(title(category))).toEqual(['/title could hold text']);
    expect(classFindings(title(pseudonym))).toEqual(['/title could hold text']);
  });

  it('is none where only codes, words of a list or times are taken', () => {
    const [code, list] = [{ pattern: '^[a-z]+$' }, { enum: ['met', 'missed'] }];
    expect(classFindings(title({ 'x-data-class': 'category', ...code }))).toEqual([]);
    expect(classFindings(title({ 'x-data-class': 'category', ...list }))).toEqual([]);
    expect(classFindings(title({ 'x-data-class': 'time', format: 'date-time' }))).toEqual([]);
  });
});

describe('a closed schema', () => {
  it('names all that there may be, at every depth', () => {
    const value = { type: 'number', 'x-data-class': 'measure' } as const;
    const inner = { type: 'object', required: [], properties: { value } } as const;
    const list = { type: ['array', 'null'], items: inner } as const;
    const schema: Schema = { type: 'object', required: ['list'], properties: { list } };
    const closedInner = { ...inner, additionalProperties: false };
    expect(closed(schema)).toEqual({
      ...{ ...schema, additionalProperties: false },
      properties: { list: { ...list, items: closedInner } },
    });
  });
});
