/**
 * A table: columns with one kind of value each, and rows. Null is what is not known, absent, or
 * does not apply; it is never 0 and never an empty text.
 */
export interface Column {
  readonly name: string;
  readonly kind: Kind;
}

/** `instant` and `day` are texts of ISO 8601, `json` is any value as a text of JSON. */
export type Kind = 'text' | 'number' | 'integer' | 'boolean' | 'instant' | 'day' | 'json';

export type Cell = string | number | boolean | null;

/** As many cells as there are columns, in their order. */
export type Row = readonly Cell[];
