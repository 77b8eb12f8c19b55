import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { evaluate } from './mapping.evaluate.ts';
import type { Mapping } from './mapping.ts';
import { parseMapping } from './mapping.parse.ts';

const documented = (name: string): string =>
  readFileSync(join(__dirname, '../../../../docs/import', name), 'utf8');

function mappingOf(json: object | string): Mapping {
  const mapping = parseMapping(typeof json === 'string' ? json : JSON.stringify(json));
  if (!('produces' in mapping)) throw new Error(JSON.stringify(mapping));
  return mapping;
}

const goals = {
  plumbline: 'mapping@1',
  produces: 'goals',
  key: { from: 'id' },
  record: {
    goal: {
      reference: { from: 'id' },
      owner: { template: 'unit:{unit}' },
      title: { from: 'name' },
      period: { name: '2026', start: '2026-01-01', end: '2026-12-31' },
    },
  },
};

function goal(more: object, rest: object = {}): Mapping {
  return mappingOf({ ...goals, ...rest, record: { goal: { ...goals.record.goal, ...more } } });
}

const fields = { id: 'g1', unit: 'sales', name: 'Sell more' };

describe('a mapping', () => {
  it('turns a record into the line of a bulk route, with its key', () => {
    expect(evaluate(goal({}), fields)).toEqual({
      key: 'g1',
      problems: [],
      line: {
        goal: {
          reference: 'g1',
          owner: 'unit:sales',
          title: 'Sell more',
          period: { name: '2026', start: '2026-01-01', end: '2026-12-31' },
        },
      },
    });
  });

  it('names the source field that a required field would come from', () => {
    expect(evaluate(goal({}), { id: 'g1', unit: '', name: ' ' }).problems).toEqual([
      {
        field: 'unit',
        code: 'field/missing',
        why: 'goal/owner is required, and "unit" gives none',
      },
      {
        field: 'name',
        code: 'field/missing',
        why: 'goal/title is required, and "name" gives none',
      },
    ]);
    expect(evaluate(goal({}), { ...fields, id: '#N/A' }).problems).toEqual([]);
    const spoilt = goal({}, { spoilt: ['#N/A'] });
    expect(evaluate(spoilt, { ...fields, id: '#N/A' }).problems[0]?.field).toBe('id');
  });

  it('leaves text as it is, and trims only the fields that it names', () => {
    const odd = { ...fields, name: ' a\r\n\uFFFD ' };
    const title = (mapping: Mapping) => {
      return (evaluate(mapping, odd).line['goal'] as { title: string }).title;
    };
    expect(title(goal({}))).toBe(' a\r\n\uFFFD ');
    expect(title(goal({}, { trim: ['name'] }))).toBe('a\r\n\uFFFD');
  });

  it('reads numbers and days as it says, and refuses what is none by name', () => {
    const mapping = goal(
      { cadenceDays: { from: 'every', as: 'number' } },
      { numbers: { decimal: ',', group: '.' } },
    );
    expect(evaluate(mapping, { ...fields, every: '1.000,5' }).line).toMatchObject({
      goal: { cadenceDays: 1000.5 },
    });
    expect(evaluate(mapping, { ...fields, every: 'monthly' }).problems).toEqual([
      { field: 'every', code: 'field/not-a-number', why: '"monthly" is not a number' },
    ]);
    const until = { name: '2026', start: '2026-01-01', end: { from: 'end', as: 'day' } };
    const dated = goal({ period: until }, { days: 'd.m.yyyy' });
    expect(evaluate(dated, { ...fields, end: '30.6.2026' }).line).toMatchObject({
      goal: { period: { end: '2026-06-30' } },
    });
    expect(evaluate(dated, { ...fields, end: '31.6.2026' }).problems[0]).toMatchObject({
      field: 'end',
      code: 'field/not-a-day',
    });
  });

  it('chooses by a value, takes the first that is there, joins, and falls back', () => {
    const mapping = goal({
      title: { first: [{ from: 'short' }, { from: 'name' }] },
      description: { join: [{ from: 'id' }, '-', { from: 'unit' }] },
      cadenceDays: { from: 'every', as: 'number', else: 14 },
      measuredBy: { choose: { from: 'by' }, cases: { K: 'indicators' }, else: 'key-results' },
    });
    expect(evaluate(mapping, fields).line).toMatchObject({
      goal: {
        title: 'Sell more',
        description: 'g1-sales',
        cadenceDays: 14,
        measuredBy: 'key-results',
      },
    });
    expect(evaluate(mapping, { ...fields, by: 'K', short: 'Sell' }).line).toMatchObject({
      goal: { title: 'Sell', measuredBy: 'indicators' },
    });
  });

  it('refuses a value that it has no case for', () => {
    const mapping = goal({ measuredBy: { choose: { from: 'by' }, cases: { K: 'indicators' } } });
    expect(evaluate(mapping, { ...fields, by: 'X' }).problems).toEqual([
      { field: 'by', code: 'field/not-among-the-cases', why: 'the mapping has no case for "X"' },
    ]);
    expect(evaluate(mapping, fields).problems).toEqual([]);
  });

  it('reads nested fields by JSON pointer', () => {
    const mapping = goal({ title: { from: '/texts/en~1us' } });
    const nested = { ...fields, texts: { 'en/us': 'Hello' } };
    expect(evaluate(mapping, nested).line).toMatchObject({ goal: { title: 'Hello' } });
    expect(evaluate(mapping, { ...fields, texts: 'x' }).problems[0]?.code).toBe('field/missing');
  });

  it('does not take a property that every object has for a field', () => {
    const mapping = goal({ title: { from: 'constructor' } });
    expect(evaluate(mapping, fields).problems[0]?.field).toBe('constructor');
  });

  it('keeps a brace that is doubled', () => {
    const mapping = goal({ title: { template: '{{{id}}}' } });
    expect(evaluate(mapping, fields).line).toMatchObject({ goal: { title: '{g1}' } });
  });
});

describe('fiscal periods', () => {
  const period = (fiscal: object, record: object) => {
    const mapping = goal({ period: fiscal });
    const { line, problems } = evaluate(mapping, { ...fields, ...record });
    return problems[0]?.code ?? (line['goal'] as { period: object }).period;
  };
  const year = { from: 'y', as: 'number' };
  const quarter = { from: 'q', as: 'number' };

  it('are named by the calendar year that they end in, or begin in', () => {
    const october = { fiscalPeriod: { year }, firstMonth: 10, century: 2000 };
    const fy2022 = { name: 'FY2022', start: '2021-10-01', end: '2022-09-30' };
    expect(period(october, { y: '22' })).toEqual(fy2022);
    expect(period({ ...october, yearNamedBy: 'start' }, { y: '2021' })).toEqual({
      ...fy2022,
      name: 'FY2021',
    });
    expect(period({ fiscalPeriod: { year } }, { y: '2024' })).toEqual({
      name: 'FY2024',
      start: '2024-01-01',
      end: '2024-12-31',
    });
  });

  it('have quarters and months', () => {
    const quarters = { fiscalPeriod: { year, quarter }, firstMonth: 10 };
    expect(period(quarters, { y: '2022', q: '1' })).toEqual({
      name: 'FY2022-Q1',
      start: '2021-10-01',
      end: '2021-12-31',
    });
    expect(period(quarters, { y: '2022', q: '2' })).toMatchObject({ end: '2022-03-31' });
    const months = { fiscalPeriod: { year, month: quarter }, firstMonth: 4, name: '{yy}/{month}' };
    expect(period(months, { y: '2024', q: '11' })).toEqual({
      name: '24/11',
      start: '2024-02-01',
      end: '2024-02-29',
    });
  });

  it('are refused when there is no such part', () => {
    const quarters = { fiscalPeriod: { year, quarter }, firstMonth: 10 };
    expect(period(quarters, { y: '2022', q: '5' })).toBe('field/not-a-period');
    expect(period(quarters, { y: '2022', q: '0' })).toBe('field/not-a-period');
    expect(period(quarters, { y: '2022', q: '1.5' })).toBe('field/not-a-period');
    expect(period(quarters, { y: '2022' })).toBe('field/missing');
  });
});

describe('reading a mapping', () => {
  const errors = (json: object | string): string[] => {
    const mapping = parseMapping(typeof json === 'string' ? json : JSON.stringify(json));
    return 'produces' in mapping ? [] : mapping.map(({ at, why }) => `${at} ${why}`);
  };

  it.each([
    ['an unknown name', { ...goals, trimm: [] }, '/trimm is not known here'],
    ['another version', { ...goals, plumbline: 'mapping@2' }, '/plumbline must be one of'],
    ['no key', { ...goals, key: undefined }, '/key is required'],
    ['a bad encoding', { ...goals, source: { encoding: 'x' } }, '/source/encoding must be'],
    ['a bad delimiter', { ...goals, source: { delimiter: ';;' } }, '/source/delimiter must be'],
    ['a bad day format', { ...goals, days: 'yyyy-mm' }, '/days must name'],
    ['a bad number format', { ...goals, numbers: { group: '.' } }, '/numbers/group must differ'],
    ['an empty content key', { ...goals, key: { content: [] } }, '/key/content must name'],
    ['a list', [], ' must be an object'],
    ['no JSON', '{', ' the mapping is not JSON'],
    ['no name in let', { ...goals, key: { use: 'x' } }, '/key there is no "x" in let'],
    [
      'a circle in let',
      { ...goals, let: { a: { use: 'b' }, b: { first: [{ use: 'a' }] } } },
      '/let/b "a" in let leads back to itself',
    ],
    [
      'a part that is not there',
      { ...goals, record: { goal: { title: 'x' } } },
      '/record/goal/reference is required',
    ],
  ])('names %s', (_, json, message) => {
    expect(errors(json).join('\n')).toContain(message);
  });

  it.each([
    ['an unknown field', { colour: 'red' }, '/record/goal/colour is not known here'],
    ['an unknown option', { title: { from: 'x', like: 1 } }, '/title/like is not known here'],
    ['an unknown operator', { title: { form: 'x' } }, '/title a structure (form) cannot stand'],
    ['two operators', { title: { from: 'x', use: 'y' } }, '/title has more than one operator'],
    ['a value for a structure', { period: '2026' }, '/period a single value cannot stand here'],
    ['a list for a value', { title: ['x'] }, '/title a list cannot stand here'],
    ['a period for a value', { title: { fiscalPeriod: { year: 1 } } }, 'a period cannot stand'],
    ['an open brace', { title: { template: 'a{b' } }, '/title/template has a brace'],
    [
      'a short hash',
      { title: { hash: ['x'], length: 7 } },
      '/title/length must be a whole number from 8',
    ],
    ['a thirteenth month', { period: { fiscalPeriod: { year: 1 }, firstMonth: 13 } }, '1 to 12'],
    [
      'a bad case',
      { title: { choose: 'x', cases: { y: { z: 1 } } } },
      '/title/cases/y a structure',
    ],
    ['a bad kind', { title: { from: 'x', as: 'money' } }, '/title/as must be one of "text"'],
  ])('names %s within a record', (_, more, message) => {
    const record = { goal: { ...goals.record.goal, ...more } };
    expect(errors({ ...goals, record }).join('\n')).toContain(message);
  });

  it('takes a hash of the shortest and the longest length, and none beyond', () => {
    const hash = (length: number) => errors({ ...goals, key: { hash: ['x'], length } });
    expect([hash(8), hash(64)]).toEqual([[], []]);
    expect(hash(7)).toEqual(['/key/length must be a whole number from 8 to 64']);
    expect(hash(65)).toHaveLength(1);
  });
});

describe('the mappings of performance.gov', () => {
  const reading = {
    fiscal_yr: '2022',
    fiscal_qtr: '4',
    related_goal_id: '015APG2201',
    target: 'Pay electronically',
    indicator_type: 'Measurable increase',
    indicator: '',
    related_owner: 'DOS, USAID',
    value_start: '96.18',
    value_target: '96.37',
    value_current: '',
  };
  const measurements = mappingOf(documented('performance-gov-measurements.mapping.json'));

  it('give a goal of a fiscal year', () => {
    const mapping = mappingOf(documented('performance-gov-goals.mapping.json'));
    const { line, key } = evaluate(mapping, {
      goal_id: '005APG2201',
      goal_type: 'APG',
      goal_name: 'Monitor',
      goal_description: 'Establish',
      fiscal_year: '22',
      organization_abbreviation: 'USDA',
      leaders4: 'A-Person-USDA-rec1',
    });
    expect(key).toBe('performance.gov goal 005APG2201');
    expect(line).toEqual({
      goal: {
        reference: '005APG2201',
        owner: 'unit:USDA',
        title: 'Monitor',
        description: 'Establish',
        period: { name: 'FY2022', start: '2021-10-01', end: '2022-09-30' },
        measuredBy: 'indicators',
      },
      activate: { kind: 'committed' },
      effectiveAt: '2021-10-01T00:00:00.000Z',
    });
  });

  it('give a reading without a value as null, named by its target when it has no name', () => {
    expect(evaluate(measurements, reading).line).toEqual({
      kpi: {
        reference: expect.stringMatching(/^015APG2201\.[0-9a-f]{16}$/),
        name: 'Pay electronically',
        owner: 'unit:DOS, USAID',
        goalReference: '015APG2201',
        measure: { kind: 'increase', start: 96.18, target: 96.37 },
      },
      measurement: {
        period: { name: 'FY2022-Q4', start: '2022-07-01', end: '2022-09-30' },
        value: null,
        against: { target: 96.37 },
        source: 'performance.gov',
      },
      effectiveAt: '2022-09-30T23:59:59.999Z',
    });
  });

  it.each([
    ['Maintain at or above threshold', { kind: 'within', low: 96.37 }],
    ['Maintain at or below threshold', { kind: 'within', high: 96.37 }],
    ['Complete milestone', { kind: 'completion', start: 96.18, target: 96.37 }],
    ['Target undefined', { kind: 'undefined' }],
  ])('give the measure of "%s"', (type, measure) => {
    const { line, problems } = evaluate(measurements, { ...reading, indicator_type: type });
    expect(problems).toEqual([]);
    expect(line).toMatchObject({ kpi: { measure } });
    expect((line['kpi'] as { measure: object }).measure).toEqual(measure);
    expect(line['measurement']).not.toHaveProperty('against');
  });
});
