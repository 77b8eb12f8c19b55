import { clearText, type Decider, type Decision } from '@plumbline/kernel';
import { refuseDraft, refuseMore } from './draft.rules.ts';
import { evolveDraft, initialDraft, type Draft, type DraftSaved, type SaveDraft } from './draft.ts';

export const draftDecider: Decider<SaveDraft, Draft, DraftSaved> = {
  initial: initialDraft,
  evolve: evolveDraft,
  decide: save,
};

/** The newest one counts, whatever it lacks: it is no submission. Words are sealed, so that two
 *  states are never compared, and each act is kept. */
function save(command: SaveDraft, draft: Draft): Decision<DraftSaved> {
  const { act: last, saves } = draft.stage === 'none' ? { act: null, saves: 0 } : draft;
  if (command.act === last) return [];
  const refused = refuseDraft(command) ?? refuseMore(saves);
  if (refused !== undefined) return refused;
  const { act, draftId, reviewId, author, subject, ratings, words, at } = command;
  const text = clearText(`person:${subject}`, words);
  return [{ type: 'DraftSaved', act, draftId, reviewId, author, ratings, at, text }];
}
