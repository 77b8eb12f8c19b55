import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api/problems.ts';
import { draftQuery, saveDraft } from '../api/review-queries.ts';
import { queryClient } from '../api/queries.ts';
import type { ReviewDraft } from '../api/types.ts';
import { givenOf, isSameTyped, typedOf, type TypedSection } from '../text/reviews.ts';
import { forgetDraft, keepDraft, type KeptDraft } from './kept-draft.ts';

/** So long after the last key the draft is saved. */
const pauseMs = 1_200;

export type DraftState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'typing' | 'saving' }
  | { readonly kind: 'failed'; readonly detail: string }
  /** Another tab, or another machine, has saved meanwhile; nothing is saved until one chooses. */
  | { readonly kind: 'conflict'; readonly other: ReviewDraft | null };

export interface Drafting {
  readonly typed: TypedSection;
  readonly state: DraftState;
  readonly type: (typed: TypedSection) => void;
  readonly saveNow: () => void;
  readonly keepMine: () => void;
  readonly takeOther: () => void;
  /** After it was submitted. */
  readonly forget: () => void;
}

interface Begun extends KeptDraft {
  readonly savedAt: string | null;
  /** What is saved already: typed anew, nothing is to be saved. */
  readonly saved: TypedSection;
}

/** A section as it is typed: kept in this tab at once, and on the server a moment later. */
export function useDraft(reviewId: string, person: string, begun: Begun): Drafting {
  const [typed, setTyped] = useState(begun.typed);
  const [state, setState] = useState<DraftState>(() => {
    const isSaved = isSameTyped(begun.typed, begun.saved);
    return isSaved ? { kind: 'saved', at: begun.savedAt } : { kind: 'typing' };
  });
  const revision = useRef(begun.revision);
  const saved = useRef(begun.saved);
  const isSaving = useRef(false);

  const save = async (what: TypedSection): Promise<void> => {
    if (isSaving.current) return;
    isSaving.current = true;
    setState({ kind: 'saving' });
    try {
      const receipt = await saveDraft(reviewId, givenOf(what), revision.current);
      revision.current = receipt.revision;
      saved.current = what;
      setState({ kind: 'saved', at: new Date().toISOString() });
    } catch (error) {
      setState(await stateAfter(error, reviewId));
    } finally {
      isSaving.current = false;
    }
  };

  const isOn = state.kind !== 'conflict';
  useEffect(() => {
    if (isSameTyped(typed, saved.current)) {
      forgetDraft(sessionStorage, person, reviewId);
      return undefined;
    }
    keepDraft(sessionStorage, person, reviewId, { typed, revision: revision.current });
    if (!isOn) return undefined;
    const timer = setTimeout(() => void save(typed), pauseMs);
    return () => clearTimeout(timer);
    // What is saved is what was typed last; the functions are new each time.
  }, [typed, isOn, state.kind === 'saved']);

  return {
    ...{ typed, state },
    type: (next) => {
      setTyped(next);
      if (isOn && state.kind !== 'saving') setState({ kind: 'typing' });
    },
    saveNow: () => void save(typed),
    keepMine: () => {
      if (state.kind !== 'conflict') return;
      revision.current = state.other?.revision ?? null;
      void save(typed);
    },
    takeOther: () => {
      if (state.kind !== 'conflict' || state.other === null) return;
      revision.current = state.other.revision;
      saved.current = typedOf(state.other);
      setTyped(saved.current);
      setState({ kind: 'saved', at: state.other.savedAt });
    },
    forget: () => forgetDraft(sessionStorage, person, reviewId),
  };
}

async function stateAfter(error: unknown, reviewId: string): Promise<DraftState> {
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  if (problem?.status !== 412) {
    return { kind: 'failed', detail: problem?.detail ?? 'It could not be saved.' };
  }
  try {
    const other = await queryClient.fetchQuery({ ...draftQuery(reviewId), staleTime: 0 });
    return { kind: 'conflict', other };
  } catch {
    return { kind: 'failed', detail: 'It was saved elsewhere, and that cannot be read now.' };
  }
}
