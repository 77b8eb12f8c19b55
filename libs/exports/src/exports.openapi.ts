import type { OpenApiObject, OpenApiOperation } from '@plumbline/web';
import { flattened } from './flatten.ts';
import { mediaTypeOf } from './formats.ts';
import type { Table } from './table-source.ts';

const text: OpenApiObject = { type: 'string' };

const headers: OpenApiObject = {
  'Plumbline-Position': { description: 'Up to where it holds everything.', schema: text },
  'Content-Location': {
    description: 'The address of exactly this file, whatever is recorded meanwhile.',
    schema: text,
  },
  ETag: { description: 'Equal for the same file; with `If-None-Match`, 304.', schema: text },
  Link: { description: 'With `limit`: the next part, as `rel="next"`.', schema: text },
};

/** What an operation says that answers with a file. */
export function exported(examples: { readonly ndjson: string; readonly csv: string }) {
  return {
    responses: {
      200: {
        description: 'The file, as it is made; with `limit`, a part of it at once.',
        headers,
        content: {
          [mediaTypeOf('ndjson', true)]: { schema: text, example: examples.ndjson },
          'text/csv': { schema: text, example: examples.csv },
          [mediaTypeOf('parquet', true)]: { schema: { type: 'string', format: 'binary' } },
        },
      },
      304: { description: 'The caller has the same file already.' },
      503: { $ref: '#/components/responses/Problem503' },
    },
  } satisfies OpenApiObject;
}

/** The operation of a table, with its columns. */
export function tableOperation<Item>(
  { schema }: Pick<Table<Item>, 'schema'>,
  {
    queryDto,
    ...said
  }: Pick<OpenApiOperation, 'operationId' | 'summary' | 'refuses'> & {
    readonly queryDto: NonNullable<OpenApiOperation['queryDto']>;
  },
): OpenApiOperation {
  const { columns } = flattened(schema);
  const names = columns.map((column) => column.name);
  const row = Object.fromEntries(columns.map((column) => [column.name, null]));
  const end = { end: true, position: '00000000000000001050', rows: 1 };
  return {
    ...said,
    description:
      `${schema.description ?? ''} A file of lines of JSON, CSV or Parquet, at the point that ` +
      '`Content-Location` names, with the columns ' +
      `${names.map((one) => `\`${one}\``).join(', ')}. Nothing is in it that a person wrote or ` +
      'is called. Who has asked for what is recorded.',
    queryDto,
    raw: exported({
      ndjson: `${JSON.stringify(row)}\n${JSON.stringify(end)}\n`,
      csv: `${names.join(',')}\n${','.repeat(names.length - 1)}\n`,
    }),
  };
}
