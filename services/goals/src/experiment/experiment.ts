import type { Day, Instant, Text } from '@plumbline/kernel';

/**
 * What is recorded of an idea and what became of it: an experiment, whose hypothesis stands before
 * its result and is never changed after, a lesson that others reuse, an end. All that people
 * wrote is in `text`.
 */
export type ExperimentFact =
  | (Act & { type: 'IdeaSubmitted'; owner: string; signalId?: string; text: Text } & Credited)
  | (Act & { type: 'CreditAmended'; before: Credit; text: Text } & Credited)
  | (Act & { type: 'ExperimentStarted'; hypothesis: Hypothesis; until: Day; text: Text })
  | (Act & { type: 'ExperimentConcluded'; completed: true; text: Text } & Result)
  | (Act & { type: 'IdeaSettled'; outcome: Settlement; text: Text })
  | (Act & { type: 'LessonReused'; by: Reuser });

interface Act {
  readonly act: string;
  readonly ideaId: string;
  readonly at: Instant;
}

interface Credited {
  readonly credit: Credit;
}

/** Whose the idea is, in shares of one. */
export type Credit = readonly { readonly person: string; readonly share: number }[];

/** What the experiment is to show: that a metric reaches a threshold. */
export interface Hypothesis {
  /** A code, as in `first-answer-hours`; what is meant is in the text. */
  readonly metric: string;
  readonly direction: 'increase' | 'decrease';
  readonly threshold: number;
  readonly unit?: string;
}

export interface Result {
  readonly outcome: 'supported' | 'refuted' | 'inconclusive';
  /** What the metric came to; null when that is not known. */
  readonly value: number | null;
}

export type Settlement = 'declined' | 'adopted' | 'withdrawn';

/** Who takes up the lesson: a goal, or another idea. */
export type Reuser = { readonly goal: string } | { readonly idea: string };

export type Idea = { readonly stage: 'none' } | LiveIdea;

export interface LiveIdea extends Credited {
  readonly stage: 'open' | 'settled';
  readonly ideaId: string;
  readonly owner: string;
  readonly submittedAt: Instant;
  readonly experiment: Experiment | null;
  readonly outcome: Settlement | null;
  readonly reusers: readonly Reuser[];
  /** Since when the newest change holds; that a lesson is reused changes nothing. */
  readonly alteredAt: Instant;
  readonly acts: Readonly<Record<string, true>>;
}

export interface Experiment {
  readonly hypothesis: Hypothesis;
  readonly result: (Result & { readonly at: Instant }) | null;
}

export const initialIdea: Idea = { stage: 'none' };

export function evolveIdea(idea: Idea, fact: ExperimentFact): Idea {
  if (fact.type === 'IdeaSubmitted') return submitted(fact);
  if (idea.stage === 'none') return idea;
  const acts: LiveIdea['acts'] = { ...idea.acts, [fact.act]: true };
  if (fact.type === 'LessonReused') return { ...idea, reusers: [...idea.reusers, fact.by], acts };
  return { ...idea, ...change(idea, fact), alteredAt: fact.at, acts };
}

function submitted(fact: ExperimentFact & { type: 'IdeaSubmitted' }): LiveIdea {
  const { ideaId, owner, credit, at, act } = fact;
  return {
    ...{ stage: 'open', ideaId, owner, credit, submittedAt: at, alteredAt: at },
    ...{ experiment: null, outcome: null, reusers: [], acts: { [act]: true } },
  };
}

function change(
  idea: LiveIdea,
  fact: Exclude<ExperimentFact, { type: 'IdeaSubmitted' | 'LessonReused' }>,
): Partial<LiveIdea> {
  switch (fact.type) {
    case 'CreditAmended':
      return { credit: fact.credit };
    case 'ExperimentStarted':
      return { experiment: { hypothesis: fact.hypothesis, result: null } };
    case 'ExperimentConcluded': {
      const { outcome, value, at } = fact;
      if (idea.experiment === null) return {};
      return { experiment: { ...idea.experiment, result: { outcome, value, at } } };
    }
    case 'IdeaSettled':
      return { stage: 'settled', outcome: fact.outcome };
  }
}
