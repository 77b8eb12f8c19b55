import { describe, expect, it } from '@jest/globals';
import { examplesOf, publishedSchemas } from '@plumbline/contracts/published';
import { flattened } from './flatten.ts';

const scale = {
  type: ['object', 'null'],
  required: ['min'],
  properties: {
    min: { type: 'integer', 'x-data-class': 'measure' },
    at: { type: ['string', 'null'], format: 'date-time', 'x-data-class': 'time' },
  },
} as const;
const schema = {
  type: 'object',
  required: ['scale', 'tags'],
  properties: {
    scale,
    tags: { type: 'array', items: { type: 'string', 'x-data-class': 'category' } },
    on: { type: 'string', format: 'date', 'x-data-class': 'time' },
    share: { type: 'number', 'x-data-class': 'measure' },
    open: { type: 'boolean', 'x-data-class': 'category' },
  },
} as const;

describe('a record as cells', () => {
  const { columns, cells } = flattened(schema, 'data');

  it('has a column for each field, by its path', () => {
    expect(columns).toEqual([
      { name: 'data_scale_min', kind: 'integer' },
      { name: 'data_scale_at', kind: 'instant' },
      { name: 'data_tags', kind: 'json' },
      { name: 'data_on', kind: 'day' },
      { name: 'data_share', kind: 'number' },
      { name: 'data_open', kind: 'boolean' },
    ]);
  });

  it.each([
    ['is whole', { scale: { min: 0, at: null }, tags: ['a', '"'], share: 0, open: false }],
    ['is null within', { scale: null, tags: [] }],
    ['lacks what a later release says', {}],
  ])('that %s has null for what is not there', (_, value: Record<string, unknown>) => {
    const [min, at, tags, on, share, open] = cells(value);
    const { scale: of = null } = value as { scale?: { min: number } | null };
    expect([min, at, on]).toEqual([of?.min ?? null, null, null]);
    expect(tags).toBe(value['tags'] === undefined ? null : JSON.stringify(value['tags']));
    expect([share, open]).toEqual([value['share'] ?? null, value['open'] ?? null]);
  });

  it.each(Object.entries(publishedSchemas))('of %s has no two columns of one name', (type, of) => {
    const flat = flattened(of, 'data');
    const names = flat.columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { data } of examplesOf(type)) {
      const row = flat.cells(data);
      const filled = names.filter((_name, index) => row[index] !== null);
      // Every value of the example is in a cell: lists and scalars, counted one by one.
      expect(filled).toHaveLength(valuesIn(data));
    }
  });
});

function valuesIn(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value !== 'object' || Array.isArray(value)) return 1;
  return Object.values(value).reduce((sum: number, one) => sum + valuesIn(one), 0);
}
