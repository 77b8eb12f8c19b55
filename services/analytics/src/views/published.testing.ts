import type { EpochMs, Position, Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';

/** Where a published fact lies: the first at 1. */
export const positionOf = (place: number) => String(place).padStart(20, '0') as Position;

/** Published facts as they are recorded, one after the other, with their day in the world. */
export function recordedOf<Fact>(
  facts: readonly Fact[],
  effectiveAt = '2026-05-04T08:00:00.000Z',
): readonly Recorded<Fact>[] {
  return facts.map((fact, at) => ({
    ...{ fact, id: `fact-${at + 1}`, tenant: 'acme', stream: 'x.y-acme.1', revision: at },
    ...{ position: positionOf(at + 1), recordedAt: (Date.UTC(2027, 0, 4) + at) as EpochMs },
    ...{ effectiveAt, actor: { sub: 'mia', via: 'published' }, commandId: `act-${at + 1}` },
    ...{ correlationId: `act-${at + 1}`, causationId: `act-${at + 1}` },
  }));
}

/** The documents of a view over published facts in the order of the log. */
export function foldedBy<Doc, Fact>(
  view: View<Doc, Fact>,
  facts: readonly Fact[],
  effectiveAt?: string,
): ReadonlyMap<string, Doc> {
  const docs = new Map<string, Doc>();
  for (const recorded of recordedOf(facts, effectiveAt)) {
    for (const key of view.keys(recorded)) {
      const doc = view.fold(docs.get(key), recorded, key);
      if (doc === undefined) docs.delete(key);
      else docs.set(key, doc);
    }
  }
  return docs;
}
