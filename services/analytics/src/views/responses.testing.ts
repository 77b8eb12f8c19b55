import { publishOfCustomers, recordedFact } from '@plumbline/feedback/testing';
import type { CustomerResponseFact } from '@plumbline/feedback/testing';
import type { View } from '@plumbline/views';
import type { FeedbackFact } from './satisfaction-cells.ts';

/** The documents of a view over facts in the order of the log, as their gate lets them out. */
export function documentsOf<Doc>(
  view: View<Doc, FeedbackFact>,
  facts: readonly CustomerResponseFact[],
): ReadonlyMap<string, Doc> {
  const docs = new Map<string, Doc>();
  for (const [index, stored] of facts.entries()) {
    const { type, data } = publishOfCustomers(stored);
    const recorded = { ...recordedFact(stored, index), fact: { type, data } as FeedbackFact };
    for (const key of view.keys(recorded)) {
      const doc = view.fold(docs.get(key), recorded, key);
      if (doc === undefined) docs.delete(key);
      else docs.set(key, doc);
    }
  }
  return docs;
}
