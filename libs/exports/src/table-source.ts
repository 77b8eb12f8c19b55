import type { RecordSchema } from '@plumbline/contracts/published';
import { present } from '@plumbline/kernel';
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
