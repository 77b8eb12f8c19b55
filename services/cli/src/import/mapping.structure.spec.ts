import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { evaluate, ruleFor } from './mapping.evaluate.ts';
import { sourceField, type Mapping } from './mapping.ts';
import { parseMapping } from './mapping.parse.ts';

const documented = (name: string): string =>
  readFileSync(join(__dirname, '../../../../docs/import', name), 'utf8');

function mappingOf(json: object | string): Mapping {
  const mapping = parseMapping(typeof json === 'string' ? json : JSON.stringify(json));
  if (!('produces' in mapping)) throw new Error(JSON.stringify(mapping));
  return mapping;
}

function errors(json: object): string[] {
  const mapping = parseMapping(JSON.stringify(json));
  return 'produces' in mapping ? [] : mapping.map(({ at, why }) => `${at} ${why}`);
}

const closing = { structure: { type: 'ClosePost', post: { from: 'id' }, from: { from: 'day' } } };
const retitling = { type: 'RetitlePost', post: { from: 'id' }, title: { from: 'name' } };
const structure = {
  plumbline: 'mapping@1',
  produces: 'structure',
  order: { of: { from: 'id' }, after: { from: 'above' } },
  key: { from: 'id' },
  record: { changes: [closing] },
};

describe('a mapping of a structure', () => {
  it('gives changes, also with a field that is named as an operator is', () => {
    const mapping = mappingOf({ ...structure, record: { changes: [closing, retitling] } });
    expect(evaluate(mapping, { id: 'p', day: '2026-01-01', name: 'N' })).toMatchObject({
      problems: [],
      line: {
        changes: [
          { type: 'ClosePost', post: 'p', from: '2026-01-01' },
          { type: 'RetitlePost', post: 'p', title: 'N' },
        ],
      },
    });
  });

  it('requires what the change of that type does', () => {
    const mapping = mappingOf({ ...structure, record: { changes: [closing, retitling] } });
    expect(evaluate(mapping, { id: 'p', name: 'N' }).problems).toEqual([
      {
        field: 'day',
        code: 'field/missing',
        why: 'changes/0/from is required, and "day" gives none',
      },
    ]);
    expect(evaluate(mapping, { id: 'p', day: '2026-01-01' }).problems[0]?.field).toBe('name');
  });

  const change = (fields: object) => ({ ...structure, record: { changes: [fields] } });
  const at = '/record/changes/0/structure';

  it.each([
    [{ structure: { ...closing.structure, type: 'Close' } }, `${at}/type must be one of`],
    [{ structure: { ...closing.structure, type: { from: 'x' } } }, `${at}/type must be one of`],
    [{ structure: { type: 'toString' } }, `${at}/type must be one of`],
    [{ structure: { type: 'CorrectStructure' } }, `${at}/type must be one of`],
    [{ structure: { ...closing.structure, unit: 'x' } }, `${at}/unit is not known here`],
    [{ structure: { type: 'ClosePost', post: 'x' } }, `${at}/from is required`],
    [{ structure: 'x' }, `${at} must be an object`],
    [{ ...closing, more: 1 }, '/record/changes/0/more is not known here'],
    [{ type: 'RetitlePost', post: 'x' }, '/record/changes/0/title is required'],
    ['x', '/record/changes/0 a single value cannot stand here; give EstablishUnit, MoveUnit'],
  ])('names what is wrong in the change %j', (fields, message) => {
    expect(errors(change(fields as object)).join('\n')).toContain(message);
  });

  it.each([
    [{ order: { of: { from: 'id' } } }, '/order/after is required'],
    [{ order: { of: 'x', after: { from: 'above' } } }, '/order/of must come from a field'],
    [{ order: { of: { use: 'key' }, after: { from: 'a' } } }, '/order/of the key is not told yet'],
    [{ order: { of: { use: 'x' }, after: { from: 'a' } } }, '/order/of there is no "x" in let'],
    [{ order: { ...structure.order, by: 'x' } }, '/order/by is not known here'],
    [{ let: { key: 'x' } }, '/let/key is the name of the key'],
    [{ key: { use: 'key' } }, '/key the key is not told yet here'],
    [{ unique: 'id' }, '/unique must be a list'],
    [{ refuse: [{ field: 'id', is: ['0'] }] }, '/refuse/0/why is required'],
    [{ record: { changes: 'x' } }, '/record/changes a single value cannot stand here; give a list'],
    [{ record: {} }, '/record/changes is required'],
  ])('names what is wrong in %j', (more, message) => {
    expect(errors({ ...structure, ...more }).join('\n')).toContain(message);
  });

  it('alone has an order', () => {
    const json = JSON.parse(documented('people.mapping.json')) as object;
    expect(errors({ ...json, order: structure.order })).toEqual([
      '/order is for a structure alone: other records stand by themselves',
    ]);
  });

  it('says by its rules which records are refused, a missing value included', () => {
    const refuse = [{ field: 'id', is: ['0', ''], why: 'none' }];
    const mapping = mappingOf({ ...structure, refuse, trim: ['id'] });
    const isRefused = (fields: object) => {
      return ruleFor(mapping.refuse, mapping, fields as never) !== undefined;
    };
    expect([{ id: '0' }, { id: ' 0 ' }, {}, { id: '' }].map(isRefused)).toEqual(
      Array(4).fill(true),
    );
    expect(isRefused({ id: '10' })).toBe(false);
  });
});

describe('the key, within a record', () => {
  const keyed = { type: 'RetitlePost', post: { join: ['p-', { use: 'key' }] }, title: 'x' };

  it('is the one of its content, or the value that it is told by', () => {
    const record = { changes: [keyed] };
    const byContent = mappingOf({
      ...{ plumbline: 'mapping@1', produces: 'structure' },
      ...{ key: { content: ['id'] }, record },
    });
    expect(evaluate(byContent, { id: 'x' }, 'abc.2').line).toMatchObject({
      changes: [{ post: 'p-abc.2' }],
    });
    expect(evaluate(mappingOf({ ...structure, record }), { id: 'x' }).line).toMatchObject({
      changes: [{ post: 'p-x' }],
    });
    expect(sourceField('/changes/0/post', byContent)).toBe('id');
  });
});

describe('the source field of what a server refuses', () => {
  it('is told through a list and through names', () => {
    const mapping = mappingOf({
      ...structure,
      let: { closing },
      record: { changes: [retitling, { use: 'closing' }] },
    });
    expect(sourceField('/changes/0/title', mapping)).toBe('name');
    expect(sourceField('/changes/7/title', mapping)).toBe('id, name, day');
  });

  it('is not guessed behind an item that may be left out', () => {
    const may = { choose: { from: 'kind' }, cases: { a: closing }, else: {} };
    const mapping = mappingOf({ ...structure, record: { changes: [retitling, may, retitling] } });
    expect(sourceField('/changes/0/title', mapping)).toBe('name');
    expect(sourceField('/changes/2/title', mapping)).not.toBe('name');
  });
});

describe('the mappings of a plain personnel file', () => {
  const row = {
    ...{ person: 'p7', name: 'Ada Byron', mail: 'ada@example.org', manager: 'p1' },
    ...{ unit: 'Research', title: 'Engineer', start: '2024-03-01' },
  };
  const posts = mappingOf(documented('people-posts.mapping.json'));
  const people = mappingOf(documented('people.mapping.json'));

  it('make a post for each person, under that of the manager', () => {
    expect(evaluate(posts, row)).toEqual({
      key: 'hr post p7',
      problems: [],
      line: {
        changes: [
          {
            type: 'EstablishUnit',
            ...{ unit: 'Research', parent: null, from: '2000-01-01', name: 'Research' },
          },
          {
            type: 'EstablishPost',
            ...{ post: 'post-p7', unit: 'Research', manager: 'post-p1', fte: 1, grade: null },
            ...{ from: '2000-01-01', title: 'Engineer' },
          },
        ],
      },
    });
    expect(evaluate(posts, { ...row, manager: '' }).line).toMatchObject({
      changes: [{}, { manager: null }],
    });
  });

  it('make a person in that post since their start', () => {
    const person = { person: 'p7', name: 'Ada Byron', post: 'post-p7', from: '2024-03-01' };
    expect(evaluate(people, row)).toEqual({
      key: 'hr person p7',
      problems: [],
      line: { person: { ...person, mail: 'ada@example.org' } },
    });
    expect(evaluate(people, { ...row, mail: '' }).line).toEqual({ person });
    expect(evaluate(people, { ...row, start: '1.3.24' }).problems).toMatchObject([
      { field: 'start', code: 'field/not-a-day' },
    ]);
  });

  it('say nothing of people where they make posts', () => {
    expect(JSON.stringify(evaluate(posts, row).line)).not.toMatch(/Ada|example\.org/);
  });
});
