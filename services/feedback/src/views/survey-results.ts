import type { Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { FeedbackFact } from '../facts.ts';
import { labelOf, type Answer, type Segments } from '../survey/answer.ts';
import type { AnswersReleased } from '../survey/answers.ts';

/** What was answered in a survey, counted by group: no answer stands for itself in it. */
export interface SurveyResults {
  readonly surveyId: string;
  readonly n: number;
  readonly batches: number;
  /** The groups that answers carry, by their labels; they have no answer in common. */
  readonly groups: Readonly<Record<string, GroupCounts>>;
}

export interface GroupCounts {
  readonly segments: Segments;
  readonly n: number;
  /** How often each value was given, by the id of the question. */
  readonly ratings: Readonly<Record<string, Counts>>;
  readonly choices: Readonly<Record<string, Counts>>;
}

/** By the value or the option. */
export type Counts = Readonly<Record<string, number>>;

export const surveyResults: View<SurveyResults, FeedbackFact> = {
  name: 'survey-results',
  version: 1,
  context: 'feedback',
  keys: ({ fact }) => (fact.type === 'AnswersReleased' ? [fact.surveyId] : []),
  fold: (before, { fact }: Recorded<FeedbackFact>) => {
    return fact.type === 'AnswersReleased' ? counted(before, fact) : before;
  },
  index: () => ({}),
};

function counted(before: SurveyResults | undefined, fact: AnswersReleased): SurveyResults {
  const groups = { ...before?.groups };
  for (const answer of fact.answers) {
    const label = labelOf(answer.segments);
    groups[label] = countOne(groups[label], answer);
  }
  const { surveyId, batch: batches } = fact;
  return { surveyId, n: (before?.n ?? 0) + fact.answers.length, batches, groups };
}

function countOne(group: GroupCounts | undefined, answer: Answer): GroupCounts {
  const { segments, ratings, choices } = answer;
  return {
    segments,
    n: (group?.n ?? 0) + 1,
    ratings: countEach(group?.ratings, ratings),
    choices: countEach(group?.choices, choices),
  };
}

function countEach(
  before: Readonly<Record<string, Counts>> = {},
  given: Readonly<Record<string, string | number>>,
): Readonly<Record<string, Counts>> {
  const after = { ...before };
  for (const [question, value] of Object.entries(given)) {
    const counts = Object.hasOwn(after, question) ? (after[question] ?? {}) : {};
    const count = Object.hasOwn(counts, String(value)) ? (counts[String(value)] ?? 0) : 0;
    after[question] = { ...counts, [String(value)]: count + 1 };
  }
  return after;
}

export function sumOf(counts: readonly (Counts | undefined)[]): Counts {
  const sum: Record<string, number> = {};
  for (const one of counts) {
    for (const [value, count] of Object.entries(one ?? {})) {
      sum[value] = (Object.hasOwn(sum, value) ? (sum[value] ?? 0) : 0) + count;
    }
  }
  return sum;
}

export function totalOf(counts: Counts | undefined): number {
  return Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
}
