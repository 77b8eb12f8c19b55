import { endOfDay, isDay, readInstant } from '@plumbline/kernel';
import type { EpochMs, Instant, Position } from '@plumbline/kernel';
import { findDocsMax } from './reader.ts';
import type { FoundBy, PageRequest, Times, ViewReader } from './reader.ts';

/** The times of a question, and whose own write its answer must hold. */
export type AskedTimes = Times & { readonly readAfter?: Position };

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

/** A page of those documents of an index that are wanted, whatever lies between them. */
export async function findWhere<Doc>(
  reader: ViewReader<Doc>,
  by: FoundBy,
  page: PageRequest,
  wanted: (doc: Doc) => Promise<boolean>,
): Promise<{ readonly docs: readonly Doc[]; readonly next?: string }> {
  const docs: Doc[] = [];
  for await (const { key, doc } of everyOf(reader, by, page)) {
    if (!(await wanted(doc))) continue;
    docs.push(doc);
    if (docs.length === page.limit) return { docs, next: key };
  }
  return { docs };
}

/** Figures are taken at `effectiveAt`; else at an `asOf` that is a time; else now. */
export function untilOf({ asOf, effectiveAt }: Times, now: EpochMs): EpochMs {
  const instant: Instant | undefined = effectiveAt ?? (asOf && readInstant(asOf));
  if (instant === undefined) return now;
  const ms = Date.parse(isDay(instant) ? endOfDay(instant) : instant);
  return Number.isNaN(ms) ? now : ms;
}
