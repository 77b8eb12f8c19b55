import type { Actor, Day, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { Credit, ExperimentFact, Hypothesis } from '../experiment/experiment.ts';
import type { Result, Reuser, Settlement } from '../experiment/experiment.ts';
import type { GoalsFact } from '../facts.ts';
import type { FunnelIdea } from './innovation-funnel.ts';

/** One idea and what became of it: whose it is, the experiment, its lesson, and who reused it. */
export interface IdeaSheet extends Quoting {
  readonly ideaId: string;
  readonly owner: string;
  readonly credit: Credit;
  readonly signalId: string | null;
  readonly title: Said | null;
  readonly description: Said | null;
  readonly submittedAt: Instant;
  readonly settled: SettledLine | null;
  readonly experiment: ExperimentLine | null;
  readonly creditAmendments: readonly CreditLine[];
  readonly reuses: readonly { readonly by: Reuser; readonly at: Instant }[];
  readonly revision: number;
}

export interface SettledLine {
  readonly outcome: Settlement;
  readonly at: Instant;
  readonly by: Actor;
  readonly reason: Said | null;
}

export interface ExperimentLine {
  readonly startedAt: Instant;
  readonly hypothesis: Hypothesis;
  readonly until: Day;
  readonly words: Said | null;
  readonly concluded: ConcludedLine | null;
}

export interface ConcludedLine extends Result {
  readonly at: Instant;
  readonly by: Actor;
  readonly lesson: Said | null;
}

export interface CreditLine {
  readonly at: Instant;
  readonly by: Actor;
  readonly before: Credit;
  readonly reason: Said | null;
}

export const ideaSheet: View<IdeaSheet, GoalsFact> = {
  name: 'idea-sheet',
  version: 1,
  context: 'goals',
  keys: ({ fact }) => (isOfIdea(fact) ? [fact.ideaId] : []),
  fold: (sheet, recorded) => {
    return isOfIdea(recorded.fact) ? foldIdea(sheet, recorded as Recorded<ExperimentFact>) : sheet;
  },
  index: (sheet) => ({
    owner: sheet.owner,
    credit: sheet.credit.map((one) => one.person),
    state: stateOf(sheet),
    ...(sheet.signalId === null ? {} : { signal: sheet.signalId }),
  }),
};

export function stateOf({ settled, experiment }: Pick<IdeaSheet, 'settled' | 'experiment'>) {
  if (settled !== null) return settled.outcome;
  if (experiment === null) return 'submitted';
  return experiment.concluded === null ? 'running' : 'concluded';
}

/** An idea as the funnel counts it. */
export function funnelIdeaOf(sheet: IdeaSheet): FunnelIdea {
  const { ideaId, submittedAt, settled, experiment, reuses } = sheet;
  const concluded = experiment?.concluded ?? null;
  return {
    ideaId,
    submittedAt: Date.parse(submittedAt),
    settled: settled === null ? null : { outcome: settled.outcome, at: Date.parse(settled.at) },
    experiment:
      experiment === null
        ? null
        : {
            startedAt: Date.parse(experiment.startedAt),
            concluded:
              concluded === null
                ? null
                : { outcome: concluded.outcome, at: Date.parse(concluded.at) },
          },
    reusedBy: reuses.map(({ by }) => ('goal' in by ? by.goal : by.idea)),
  };
}

function isOfIdea(fact: GoalsFact): fact is ExperimentFact {
  return 'ideaId' in fact;
}

function foldIdea(
  sheet: IdeaSheet | undefined,
  recorded: Recorded<ExperimentFact>,
): IdeaSheet | undefined {
  const { fact, id, revision } = recorded;
  if (fact.type === 'IdeaSubmitted') return submitted(fact, id, revision);
  if (sheet === undefined) return undefined;
  const texts = 'text' in fact ? withText(sheet.texts, id, fact.text) : sheet.texts;
  return { ...sheet, ...changeOf(sheet, recorded), texts, revision };
}

function submitted(
  fact: ExperimentFact & { type: 'IdeaSubmitted' },
  id: string,
  revision: number,
): IdeaSheet {
  return {
    ideaId: fact.ideaId,
    owner: fact.owner,
    credit: fact.credit,
    signalId: fact.signalId ?? null,
    title: quote(id, fact.text, 'title'),
    description: quote(id, fact.text, 'description'),
    submittedAt: fact.at,
    settled: null,
    experiment: null,
    creditAmendments: [],
    reuses: [],
    revision,
    texts: withText({}, id, fact.text),
  };
}

function changeOf(
  { experiment, reuses, creditAmendments }: IdeaSheet,
  { fact, id, actor: by }: Recorded<ExperimentFact>,
): Partial<IdeaSheet> {
  const { at } = fact;
  switch (fact.type) {
    case 'IdeaSettled':
      return { settled: { outcome: fact.outcome, at, by, reason: quote(id, fact.text, 'reason') } };
    case 'CreditAmended':
      return {
        credit: fact.credit,
        creditAmendments: [
          ...creditAmendments,
          { at, by, before: fact.before, reason: quote(id, fact.text, 'reason') },
        ],
      };
    case 'ExperimentStarted': {
      const words = quote(id, fact.text, 'hypothesis');
      const { hypothesis, until } = fact;
      return { experiment: { startedAt: at, hypothesis, until, words, concluded: null } };
    }
    case 'ExperimentConcluded': {
      if (experiment === null) return {};
      const { outcome, value } = fact;
      const lesson = quote(id, fact.text, 'lesson');
      return { experiment: { ...experiment, concluded: { outcome, value, at, by, lesson } } };
    }
    case 'LessonReused':
      return { reuses: [...reuses, { by: fact.by, at }] };
    default:
      return {};
  }
}
