import { findDocsMax } from './reader.ts';
import type { DocPage, IndexedValue, KeyPrefix, PageRequest } from './reader.ts';

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

/** Whether a document is found by its key or its index, where there is no engine to look. */
export function isFoundBy(
  by: IndexedValue | KeyPrefix,
  key: string,
  index: Readonly<Record<string, string | readonly string[]>>,
): boolean {
  if ('prefix' in by) return key.startsWith(by.prefix);
  const values = index[by.index];
  return values === by.value || (Array.isArray(values) && values.includes(by.value));
}

/** What all keys come before that begin so. */
export function endOf(prefix: string): string {
  return `${prefix}\u{10ffff}`;
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
