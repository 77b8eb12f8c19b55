import { Readable } from 'node:stream';
import { isCleanText, isHostileKey } from './json-body.ts';
import { ProblemError } from './problem.ts';

/** A form is written by a person; what is longer is none. */
export const formBytesMax = 128 * 1024;

/**
 * The fields of a form that a page sent. Of fields that are given twice the last one counts; names
 * that no page of ours has are left to the caller to pass over.
 */
export async function readForm(body: unknown): Promise<ReadonlyMap<string, string>> {
  if (!(body instanceof Readable)) throw notAForm();
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > formBytesMax) {
      throw new ProblemError('request/body-too-large', `A form has ${formBytesMax} bytes at most.`);
    }
    chunks.push(chunk);
  }
  const fields = new Map(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
  for (const [name, value] of fields) {
    if (!isHostileKey(name) && isCleanText(name) && isCleanText(value)) continue;
    throw new ProblemError('request/malformed', 'Leave NUL characters and lone surrogates out.');
  }
  return fields;
}

function notAForm(): ProblemError {
  const detail = 'This route takes Content-Type: application/x-www-form-urlencoded.';
  return new ProblemError('request/unsupported-media-type', detail);
}
