import { toInstant } from '@plumbline/kernel';
import type { EvidenceFact, Placed } from '../evidence.lines.ts';
import type { ToldItem } from '../story.ts';

/** An item of the story as readers see it. */
export function storyLine({ factId, recordedAt, act: _, ...item }: ToldItem) {
  return { fact: factId, ...item, recordedAt: toInstant(recordedAt) };
}

/** A pinned fact: where it stands, when it holds, who made it so, and what was published of it. */
export function factLine(fact: Placed<EvidenceFact>) {
  const { id, place, type, stream, revision, effectiveAt, recordedAt, actor, data } = fact;
  return { fact: id, place, type, stream, revision, effectiveAt, recordedAt, actor, data };
}
