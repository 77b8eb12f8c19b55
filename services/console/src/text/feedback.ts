import type { AgreedAction, FeedbackNote, FeedbackRequest, Visibility } from '../api/types.ts';
import { dayText } from './times.ts';

/** Who sees a note, as its author chooses it, and what that means. */
export const visibilityTexts: Readonly<Record<Visibility, string>> = {
  'manager-only': 'The manager only',
  'author-and-subject': 'The two of us',
  'author-subject-and-manager': 'The two of us and the manager',
  public: 'Everybody',
};

export const visibilityMeanings: Readonly<Record<Visibility, string>> = {
  'manager-only': 'Whoever manages them reads it; they do not.',
  'author-and-subject': 'They read it, and nobody else does.',
  'author-subject-and-manager': 'They read it, and so does whoever manages them.',
  public: 'Everybody in the company reads it.',
};

/** In which order they are offered: the usual one first. */
export const visibilities: readonly Visibility[] = [
  'author-and-subject',
  'author-subject-and-manager',
  'manager-only',
  'public',
];

/** What a note can be opened to: nobody who sees it loses sight of it. */
export const widerThan: Readonly<Record<Visibility, readonly Visibility[]>> = {
  'manager-only': ['author-subject-and-manager', 'public'],
  'author-and-subject': ['author-subject-and-manager', 'public'],
  'author-subject-and-manager': ['public'],
  public: [],
};

export const noteKindTexts: Readonly<Record<FeedbackNote['kind'], string>> = {
  praise: 'Praise',
  suggestion: 'Suggestion',
  observation: 'Observation',
};

export const requestStageTexts: Readonly<Record<FeedbackRequest['stage'], string>> = {
  open: 'Open',
  declined: 'Declined',
  lapsed: 'Lapsed',
  answered: 'Answered',
};

export const actionStageTexts: Readonly<Record<AgreedAction['stage'], string>> = {
  open: 'Open',
  completed: 'Done',
  dropped: 'Dropped',
};

/** How a note stands, in one sentence. */
export function noteText({ stage, visibility }: Pick<FeedbackNote, 'stage' | 'visibility'>) {
  if (stage === 'retracted') return 'The note is retracted.';
  return `The note is given. Who reads it: ${visibilityTexts[visibility].toLowerCase()}.`;
}

export function requestText({ stage, due }: Pick<FeedbackRequest, 'stage' | 'due'>): string {
  const stands = requestStageTexts[stage].toLowerCase();
  return `The request is ${stands}; an answer was wanted by ${dayText(due)}.`;
}

/** How many of the agreed actions are done; nothing where none was agreed. */
export function actionsText(actions: readonly Pick<AgreedAction, 'stage'>[]): string {
  const wanted = actions.filter(({ stage }) => stage !== 'dropped').length;
  const done = actions.filter(({ stage }) => stage === 'completed').length;
  if (wanted === 0) return 'nothing agreed';
  return `${done} of ${wanted} agreed ${wanted === 1 ? 'action' : 'actions'} done`;
}

/** Wanted by a day that is over, on `today`. */
export function isOverdue(due: string, today: string): boolean {
  return due < today;
}

/** What asks for something comes first, then what is wanted first; all else by what is newest. */
export function requestsInOrder(requests: readonly FeedbackRequest[]): readonly FeedbackRequest[] {
  return requests.toSorted((one, other) => {
    if (one.stage !== other.stage && (one.stage === 'open' || other.stage === 'open')) {
      return one.stage === 'open' ? -1 : 1;
    }
    if (one.stage === 'open' && one.due !== other.due) return one.due.localeCompare(other.due);
    return other.askedAt.localeCompare(one.askedAt);
  });
}
