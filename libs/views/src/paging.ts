import { findDocsMax, type DocPage, type PageRequest } from './reader.ts';

/** A page out of all documents that match; `next` is the last key when there is more. */
export function pageOfKeys<Doc>(
  docs: readonly { readonly key: string; readonly doc: Doc }[],
  { after, limit }: PageRequest,
): DocPage<Doc> {
  checkLimit(limit);
  const rest = docs
    .filter(({ key }) => after === undefined || key > after)
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  return cut(rest, limit);
}

/** Cuts what was read, one more than asked, to the page that was asked for. */
export function cut<Doc>(
  docs: readonly { readonly key: string; readonly doc: Doc }[],
  limit: number,
): DocPage<Doc> {
  const page = docs.slice(0, limit);
  const last = page.at(-1);
  return docs.length > limit && last !== undefined
    ? { docs: page, next: last.key }
    : { docs: page };
}

export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > findDocsMax) {
    throw new RangeError(`A page has 1 to ${findDocsMax} documents, not ${limit}.`);
  }
}
