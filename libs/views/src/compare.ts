import type { Position } from '@plumbline/kernel';
import { Fenced, nameOf, Stale, watermarkText } from './view-store.ts';
import type { AppliedPage, ChangedDoc, Generation, Watermark } from './view-store.ts';

/** What a page is compared with before it is written; undefined when there is no generation. */
export interface Written {
  readonly fence: number;
  readonly checkpoint: Position | null;
}

/** Refuses a page of a writer that was taken over, and one that ends before the checkpoint. */
export function checkPage({ claim, checkpoint }: AppliedPage, written: Written | undefined): void {
  if (written?.fence !== claim.fence) throw fenced(claim.generation);
  if (written.checkpoint !== null && (checkpoint ?? '') < written.checkpoint) {
    throw new Stale(`${nameOf(claim.generation)} is at ${written.checkpoint} already.`);
  }
}

/** Whether a document is to be written, by the watermark that is stored; throws `Stale`. */
export function isNew(doc: ChangedDoc, stored: Watermark | undefined): boolean {
  const { tenant, key, body, watermark, loaded } = doc;
  const has = textOf(stored);
  if (has === textOf(loaded)) return true;
  if (has === textOf(watermark) || (has === undefined && body === null)) return false;
  throw new Stale(`The document ${key} of ${tenant} was written by another page.`);
}

export function fenced(generation: Generation): Fenced {
  return new Fenced(`Another writer has taken over ${nameOf(generation)}.`);
}

const textOf = (mark: Watermark | undefined): string | undefined => {
  return mark === undefined ? undefined : watermarkText(mark);
};
