import type { Position } from '@plumbline/kernel';
import { findDocsMax, type PageRequest, type Times, type ViewReader } from './reader.ts';

/** The times of a question, and whose own write its answer must hold. */
export type AskedTimes = Times & { readonly readAfter?: Position };

export type FoundBy = Parameters<ViewReader<unknown>['find']>[0];

/** Every document of an index, one after the other, page by page. */
export async function* everyOf<Doc>(
  reader: ViewReader<Doc>,
  by: FoundBy,
  page: PageRequest = { limit: findDocsMax },
): AsyncGenerator<{ readonly key: string; readonly doc: Doc }> {
  let { after } = page;
  for (;;) {
    const start = after === undefined ? {} : { after };
    const found = await reader.find(by, { limit: page.limit, ...start });
    yield* found.docs;
    if (found.next === undefined) return;
    after = found.next;
  }
}
