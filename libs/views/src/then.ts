import type { Instant, Position } from '@plumbline/kernel';
import type { Views } from './reader.ts';
import type { View } from './view.ts';

/** Documents that are folded side by side. */
export const foldedAtOnceMax = 100;

/** A document as it was at a point, with what it is by now. */
export interface DocThen<Doc> {
  readonly key: string;
  readonly earlier: Doc;
  readonly now: Doc;
}

export interface AskedThen<Doc> {
  readonly tenant: string;
  readonly position: Position;
  readonly effectiveAt: Instant;
  /** The key to go on after. */
  readonly after?: string;
  /** The streams that a document is made of. */
  readonly streamsOf: (now: Doc) => readonly string[];
}

/**
 * Every document of a view as it stood at a point, page by page in the order of their keys: each is
 * folded from its own streams, so that no more is in memory than a page, however large the view is
 * and whatever is recorded meanwhile. For views that lose no document.
 */
export async function* everyThen<Doc, Fact>(
  views: Pick<Views, 'of' | 'fold'>,
  view: View<Doc, Fact>,
  { tenant, position, effectiveAt, after, streamsOf }: AskedThen<Doc>,
): AsyncGenerator<readonly DocThen<Doc>[]> {
  const reader = await views.of(view, tenant, { readAfter: position });
  let from = after;
  for (;;) {
    const start = from === undefined ? {} : { after: from };
    const { docs, next } = await reader.find('all', { limit: foldedAtOnceMax, ...start });
    const folded = docs.map(async ({ key, doc: now }) => {
      const times = { asOf: position, effectiveAt };
      const { doc: earlier } = await views.fold(view, key, streamsOf(now), times);
      return earlier === undefined ? [] : [{ key, earlier, now }];
    });
    yield (await Promise.all(folded)).flat();
    if (next === undefined) return;
    from = next;
  }
}
