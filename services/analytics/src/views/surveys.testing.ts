import type { FeedbackPublished } from '@plumbline/contracts';
import type { Position, Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { FeedbackFact } from './satisfaction-cells.ts';

/** A survey as it is published, fact by fact: what it asks, its batches, its counts, its end. */
export type SurveyFact = FeedbackFact;
type Data<Name extends string> = FeedbackPublished[`feedback.${Name}.v1` & keyof FeedbackPublished];

export const surveyId = 'pulse-of-may';

/** Teams in two divisions of one company, and one that stands alone. */
export const parents: Readonly<Record<string, string | null>> = {
  ...{ desk: 'sales', shop: 'sales', lab: 'science', alone: null },
  ...{ sales: 'all', science: 'all', all: null },
};

export function launched(more: Partial<Data<'SurveyLaunched'>> = {}): SurveyFact {
  const values = Object.entries(parents).map(([value, parent]) => ({
    value: `unit:${value}`,
    parent: parent === null ? null : `unit:${parent}`,
  }));
  return {
    type: 'feedback.SurveyLaunched.v1',
    data: {
      ...{ surveyId, kind: 'pulse', audience: 'people', threshold: 5, commentThreshold: 5 },
      ...{ opens: '2026-05-04', closes: '2026-05-15' },
      questions: [
        { id: 'pride', kind: 'rating' },
        { id: 'growth', kind: 'rating' },
        { id: 'recommend', kind: 'enps' },
        { id: 'place', kind: 'choice', options: ['home', 'office'] },
        { id: 'why', kind: 'comment' },
      ],
      segments: [{ segment: 'unit', values }],
      ...more,
    },
  };
}

export type Said = Data<'AnswersReleased'>['answers'][number];

/** Some alike of a unit; of none, where it is null. */
export function saying(count: number, unit: string | null, said: Partial<Said>): readonly Said[] {
  const segments = segmentsOf(unit);
  return Array.from({ length: count }, () => ({ segments, ratings: [], choices: [], ...said }));
}

export const rating = (question: string, value: number) => ({ question, rating: value });

export function left(batch: number, ...groups: readonly (readonly Said[])[]): SurveyFact {
  const answers = groups.flat();
  const about = { surveyId, batch, n: answers.length, on: '2026-05-07', threshold: 5, last: false };
  return { type: 'feedback.AnswersReleased.v1', data: { ...about, answers } };
}

type Count = readonly [unit: string | null, invited: number, participants: number];

export function counted(until: string, groups: readonly Count[], last = false): SurveyFact {
  const data = {
    ...{ surveyId, until, last },
    groups: groups.map(([unit, invited, participants]) => {
      return { segments: segmentsOf(unit), invited, participants };
    }),
  };
  return { type: 'feedback.ParticipationCounted.v1', data };
}

export function raised(threshold: number, commentThreshold = threshold): SurveyFact {
  return {
    type: 'feedback.ThresholdRaised.v1',
    data: { surveyId, threshold, commentThreshold },
  };
}

export const closed: SurveyFact = {
  type: 'feedback.SurveyClosed.v1',
  data: { surveyId, on: '2026-05-12' },
};

function segmentsOf(unit: string | null) {
  return unit === null ? [] : [{ segment: 'unit', value: `unit:${unit}` }];
}

/** The place of a fact among all, from 1, as its position. */
export function positionOf(place: number): Position {
  return String(place).padStart(9, '0') as Position;
}

export function recorded(fact: SurveyFact, place: number): Recorded<SurveyFact> {
  const id = `fact-${place}`;
  return {
    ...{ fact, id, tenant: 'acme', stream: 'survey', revision: place, recordedAt: 0 },
    ...{ position: positionOf(place), effectiveAt: '2026-05-07T00:00:00.000Z' },
    ...{ actor: { sub: 'surveys', via: 'policy:release-answers' } },
    ...{ commandId: id, correlationId: id, causationId: id },
  };
}

/** The documents of a view over facts in the order of the log. */
export function documentsOf<Doc>(
  view: View<Doc, SurveyFact>,
  facts: readonly SurveyFact[],
): ReadonlyMap<string, Doc> {
  const docs = new Map<string, Doc>();
  for (const [index, fact] of facts.entries()) {
    const one = recorded(fact, index + 1);
    for (const key of view.keys(one)) {
      const doc = view.fold(docs.get(key), one, key);
      if (doc !== undefined) docs.set(key, doc);
    }
  }
  return docs;
}
