import type { Day, Position, Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { FeedbackFact } from './satisfaction-cells.ts';

/**
 * A survey as others may know it: what it asks, in which units its answers are counted, what it
 * promised from when on, and how many took part. It forgets nothing, as releases are counted of it
 * at any position.
 */
export interface SurveyTerms {
  readonly surveyId: string;
  readonly stream: string;
  readonly kind: 'pulse' | 'enps' | 'own';
  readonly opens: Day;
  /** As planned. */
  readonly closes: Day;
  readonly closedOn: Day | null;
  readonly questions: readonly SurveyQuestion[];
  /** The attributes that answers carry. */
  readonly dimensions: readonly SurveyDimension[];
  /** Oldest first, one at least; each is higher than the one before. */
  readonly thresholds: readonly { readonly position: Position; readonly threshold: number }[];
  /** How many batches of answers have left so far. */
  readonly batches: number;
  /** Oldest first; of a survey by link the last one alone, without groups. */
  readonly counts: readonly CountedParticipation[];
}

export interface SurveyQuestion {
  readonly id: string;
  readonly kind: 'rating' | 'enps' | 'choice' | 'comment';
  /** Of a choice, in the order in which it is asked. */
  readonly options: readonly string[];
}

export interface SurveyDimension {
  readonly name: string;
  /** As the organisation was locked at the launch. */
  readonly values: readonly { readonly value: string; readonly parent: string | null }[];
}

/** The segment of each attribute that a group carries, by the name of the attribute. */
export type Carried = readonly (readonly [dimension: string, segment: string])[];

export interface CountedParticipation {
  readonly id: string;
  readonly revision: number;
  readonly position: Position;
  readonly until: Day;
  readonly groups: readonly {
    readonly carried: Carried;
    readonly invited: number;
    readonly participants: number;
  }[];
}

const told = [
  'feedback.SurveyLaunched.v1',
  'feedback.ThresholdRaised.v1',
  'feedback.SurveyClosed.v1',
  'feedback.ParticipationCounted.v1',
  'feedback.AnswersReleased.v1',
] as const;

type Told = Extract<FeedbackFact, { readonly type: (typeof told)[number] }>;
type Launched = Extract<Told, { readonly type: 'feedback.SurveyLaunched.v1' }>;

export const surveyTerms: View<SurveyTerms, FeedbackFact> = {
  name: 'survey-terms',
  version: 1,
  context: 'feedback',
  published: true,
  keys: ({ fact }) => (isTold(fact) ? [fact.data.surveyId] : []),
  fold: (terms, recorded) => {
    const { fact } = recorded;
    return isTold(fact) ? folded(terms, fact, recorded) : terms;
  },
  // Surveys are found by the months of their last days, as planned.
  index: ({ closes }) => ({ month: closes.slice(0, 7) }),
};

function isTold(fact: FeedbackFact): fact is Told {
  return told.some((type) => type === fact.type);
}

function folded(
  terms: SurveyTerms | undefined,
  fact: Told,
  { id, revision, position, stream }: Recorded<FeedbackFact>,
): SurveyTerms | undefined {
  if (fact.type === 'feedback.SurveyLaunched.v1') return launched(fact, stream, position);
  if (terms === undefined) return undefined;
  switch (fact.type) {
    case 'feedback.ThresholdRaised.v1': {
      const { threshold } = fact.data;
      // It may be that more was promised for comments alone.
      if (threshold === terms.thresholds.at(-1)?.threshold) return terms;
      return { ...terms, thresholds: [...terms.thresholds, { position, threshold }] };
    }
    case 'feedback.SurveyClosed.v1':
      return { ...terms, closedOn: fact.data.on };
    case 'feedback.AnswersReleased.v1':
      return { ...terms, batches: terms.batches + 1 };
    case 'feedback.ParticipationCounted.v1': {
      const { until, groups } = fact.data;
      const counted = groups.map(({ segments, invited, participants }) => {
        return { carried: carriedIn(segments), invited, participants };
      });
      const count = { id, revision, position, until, groups: counted };
      return { ...terms, counts: [...terms.counts, count] };
    }
  }
}

function launched({ data }: Launched, stream: string, position: Position): SurveyTerms {
  const { surveyId, kind, opens, closes, threshold } = data;
  return {
    ...{ surveyId, stream, kind, opens, closes, closedOn: null },
    questions: data.questions.map((one) => {
      return { id: one.id, kind: one.kind, options: one.options ?? [] };
    }),
    dimensions: data.segments.map(({ segment: name, values }) => ({
      name,
      values: values.map(({ value, parent }) => ({
        value: bare(name, value),
        parent: parent === null ? null : bare(name, parent),
      })),
    })),
    thresholds: [{ position, threshold }],
    batches: 0,
    counts: [],
  };
}

export function carriedIn(
  segments: readonly { readonly segment: string; readonly value: string }[],
): Carried {
  return segments.map(({ segment, value }) => [segment, bare(segment, value)] as const);
}

/** `unit:sales` names a unit among all that is told; here it is known what it is. */
function bare(dimension: string, value: string): string {
  return value.slice(dimension.length + 1);
}

/** What was promised by a position. It only ever rises. */
export function promisedAt({ thresholds }: SurveyTerms, position: Position): number {
  return thresholds.findLast((one) => one.position <= position)?.threshold ?? 0;
}

/** What was counted last by a position. */
export function countedAt(
  { counts }: SurveyTerms,
  position: Position,
): CountedParticipation | undefined {
  return counts.findLast((one) => one.position <= position);
}

/**
 * Where answers count: for each attribute the segment that their group carries and all above it,
 * the nearest first; none where it carries none.
 */
export function placesBy(
  { dimensions }: SurveyTerms,
  names: readonly string[],
): (carried: Carried) => readonly (readonly string[])[] {
  const parents = names.map((name) => {
    const { values = [] } = dimensions.find((one) => one.name === name) ?? {};
    return new Map(values.map(({ value, parent }) => [value, parent]));
  });
  return (carried) =>
    names.map((name, at) => {
      const line: string[] = [];
      let next = carried.find(([dimension]) => dimension === name)?.[1] ?? null;
      while (next !== null && !line.includes(next)) {
        line.push(next);
        next = parents[at]?.get(next) ?? null;
      }
      return line;
    });
}
