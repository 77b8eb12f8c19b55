import type { RecordSchema } from '@plumbline/contracts/published';
import { isUuid, present } from '@plumbline/kernel';
import { ProblemError } from '@plumbline/web';
import type { Source } from './file.ts';
import { flattened } from './flatten.ts';
import { lineOf } from './ndjson.ts';

/**
 * A table that a service makes: what a row holds, each field with its data class, of which there is
 * none for what a person wrote or is called; and how it is made.
 */
export interface Table<Item> {
  readonly name: string;
  readonly schema: RecordSchema;
  recordOf(item: Item): object;
  /** After which one can go on; in the order of the rows. */
  placeOf(item: Item): string;
  /** Whether a row could have this place. */
  isPlace(text: string): boolean;
}

/** A row within a record, by the record's id and the row's number in it. */
export interface PlaceWithin {
  readonly id: string;
  readonly index: number;
}

const withinPattern = /^([^.]+)\.(0|[1-9]\d{0,8})$/;

/** Reads a place as in `<id>.3`; undefined for what is none. */
export function readPlaceWithin(text: string): PlaceWithin | undefined {
  const [, id = '', index] = withinPattern.exec(text) ?? [];
  return isUuid(id) ? { id, index: Number(index) } : undefined;
}

/** To go on after a row that there is none of would look like the end of the table. */
export function noSuchPlace(): ProblemError {
  const remedy = 'Send the place of a row of this table, as in the Link of the part before.';
  return new ProblemError('request/invalid-parameter', `after: ${remedy}`, [
    { field: '?after', rule: 'place', remedy },
  ]);
}

/** A table to be exported, at a point. */
export function tableSource<Item>(
  { name, schema, recordOf, placeOf }: Table<Item>,
  at: Pick<Source<Item>, 'position' | 'pinned' | 'batches'>,
): Source<Item> {
  const { columns, cells } = flattened(schema);
  const rowOf = (item: Item) => cells(recordOf(item));
  const { position } = at;
  return {
    ...{ what: `tables/${name}`, isOfCaller: true, columns, rowOf, placeOf },
    lineOf: (item) => lineOf(columns, rowOf(item)),
    endOf: ({ rows, next }) => ({ position, rows, ...present({ next }) }),
    ...at,
  };
}
