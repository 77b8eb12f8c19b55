import { isBlank, reject, type Rejection } from '@plumbline/kernel';
import type { SaveDraft } from './draft.ts';

export const draftItemsMax = 60;
export const draftWordsLengthMax = 20_000;
/** Of one draft of one author: who saves every few seconds has days of it. */
export const draftsMax = 5_000;

/** What it may hold at all; whether it is of what is asked, the template says. */
export function refuseDraft({ ratings, words }: SaveDraft): Rejection | undefined {
  const said = Object.entries(words);
  if (ratings.length > draftItemsMax || said.length > draftItemsMax) {
    const detail = `At most ${draftItemsMax} ratings and ${draftItemsMax} texts.`;
    return reject('draft/too-many-items', detail, '/ratings');
  }
  const bad = said.find(([, text]) => text.length > draftWordsLengthMax || isBlank(text));
  if (bad === undefined) return undefined;
  const detail = `Give a text of 1 to ${draftWordsLengthMax} characters, or leave it out (${bad[0]}).`;
  return reject('draft/text-length', detail, '/texts');
}

export function refuseMore(saved: number): Rejection | undefined {
  if (saved < draftsMax) return undefined;
  const detail = `It was saved ${draftsMax} times, and each is kept. Submit it.`;
  return reject('draft/too-many-versions', detail);
}
