import type { Day, Position, Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { FeedbackFact } from './satisfaction-cells.ts';
import { carriedIn, type Carried } from './survey-terms.ts';

/** One batch of the answers of a survey, counted: no answer stands for itself in it. */
export interface SurveyBatch {
  readonly surveyId: string;
  readonly batch: number;
  readonly on: Day;
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  /** The groups that its answers carry, which have no answer in common. */
  readonly groups: readonly CountedGroup[];
}

export interface CountedGroup {
  readonly carried: Carried;
  /** How often each rating was given and each option chosen, by the id of the question. */
  readonly said: readonly (readonly [question: string, counts: SaidCounts])[];
}

/** A rating is a number, an option its id. */
export type SaidCounts = readonly (readonly [said: number | string, count: number])[];

export const surveyBatches: View<SurveyBatch, FeedbackFact> = {
  name: 'survey-batches',
  version: 1,
  context: 'feedback',
  published: true,
  keys: ({ fact }) => {
    if (fact.type !== 'feedback.AnswersReleased.v1') return [];
    return [batchKey(fact.data.surveyId, fact.data.batch)];
  },
  fold: (before, recorded) => batchOf(recorded) ?? before,
  index: ({ surveyId }) => ({ survey: surveyId }),
};

/** In the order of the batches. */
export function batchKey(surveyId: string, batch: number): string {
  return `${surveyId}.${String(batch).padStart(8, '0')}`;
}

type Counting = Map<string, { carried: Carried; said: Map<string, Map<number | string, number>> }>;

function batchOf({ fact, ...place }: Recorded<FeedbackFact>): SurveyBatch | undefined {
  if (fact.type !== 'feedback.AnswersReleased.v1') return undefined;
  const { surveyId, batch, on, answers } = fact.data;
  const groups: Counting = new Map();
  for (const { segments, ratings, choices } of answers) {
    const carried = carriedIn(segments);
    const key = JSON.stringify(carried);
    const { said } = groups.get(key) ?? { said: new Map() };
    for (const { question, rating } of ratings) count(said, question, rating);
    for (const { question, option } of choices) count(said, question, option);
    groups.set(key, { carried, said });
  }
  const { id, stream, revision, position } = place;
  return {
    ...{ surveyId, batch, on, id, stream, revision, position },
    groups: [...groups.values()].map(({ carried, said }) => ({
      carried,
      said: [...said].map(([question, counts]) => [question, [...counts]] as const),
    })),
  };
}

function count(
  said: Map<string, Map<number | string, number>>,
  question: string,
  value: number | string,
): void {
  const counts = said.get(question) ?? new Map<number | string, number>();
  counts.set(value, (counts.get(value) ?? 0) + 1);
  said.set(question, counts);
}
