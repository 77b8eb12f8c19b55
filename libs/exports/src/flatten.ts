import type { Schema, ValueSchema } from '@plumbline/contracts/published';
import type { Cell, Column, Kind, Row } from './table.ts';

/**
 * How a record becomes cells: fields of records within it are columns of their own, named by their
 * path with `_` between, as in `data_scale_min`; a list is one column of JSON text. What is null or
 * absent, or within what is, is null.
 */
export interface Flattening {
  readonly columns: readonly Column[];
  cells(value: unknown): Row;
}

interface Leaf {
  readonly path: readonly string[];
  readonly column: Column;
}

/** Without a name, columns are called by their paths alone. */
export function flattened(schema: Schema, name = ''): Flattening {
  const leaves = leavesOf(schema, [], name);
  return {
    columns: leaves.map(({ column }) => column),
    cells: (value) => leaves.map(({ path, column }) => cellAt(value, path, column.kind)),
  };
}

function leavesOf(schema: Schema, path: readonly string[], name: string): readonly Leaf[] {
  if ('properties' in schema) {
    return Object.entries(schema.properties).flatMap(([field, of]) =>
      leavesOf(of, [...path, field], name === '' ? field : `${name}_${field}`),
    );
  }
  return [{ path, column: { name, kind: 'items' in schema ? 'json' : kindOf(schema) } }];
}

function kindOf({ type, format }: ValueSchema): Kind {
  const word = typeof type === 'string' ? type : type[0];
  if (word !== 'string') return word;
  if (format === 'date-time') return 'instant';
  return format === 'date' ? 'day' : 'text';
}

function cellAt(value: unknown, path: readonly string[], kind: Kind): Cell {
  let at: unknown = value;
  for (const field of path) at = (at as Readonly<Record<string, unknown>> | null)?.[field] ?? null;
  if (at === null || at === undefined) return null;
  return kind === 'json' ? JSON.stringify(at) : (at as Cell);
}
