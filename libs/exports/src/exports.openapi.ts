import type { OpenApiObject } from '@plumbline/web';
import { mediaTypeOf } from './formats.ts';

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
