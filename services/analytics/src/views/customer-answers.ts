import type { Position, Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { Counted, FeedbackFact, Shares } from './satisfaction-cells.ts';

/**
 * A response with all that it has counted as, and by which facts. It forgets nothing: how it
 * counted at a position is read of it at any later one, so that a release is counted at one
 * position while others are recorded, and an earlier one is counted again as it was.
 */
export interface CustomerAnswers {
  readonly responseId: string;
  readonly stream: string;
  /** One, or several where it was withdrawn and recorded anew: each is of answers of its own. */
  readonly recordings: readonly CountedRecording[];
}

export interface CountedRecording {
  readonly counted: Counted;
  /** Oldest first, one at least. */
  readonly moments: readonly CountingMoment[];
}

/** How a recording counts from a fact on. */
export interface CountingMoment {
  readonly id: string;
  readonly type: string;
  readonly revision: number;
  readonly position: Position;
  /** Whom it is attributed to, as in `person:ada`. */
  readonly holders: readonly string[];
  readonly isDisputed: boolean;
  /** False from its withdrawal on. */
  readonly isCounted: boolean;
}

export const customerAnswers: View<CustomerAnswers, FeedbackFact> = {
  name: 'customer-answers',
  version: 1,
  context: 'feedback',
  published: true,
  keys: ({ fact }) => (isCounting(fact) ? [fact.data.responseId] : []),
  fold: (answers, recorded) => {
    const { fact, stream } = recorded;
    if (!isCounting(fact)) return answers;
    const moment = momentOf(fact, recorded);
    const before = answers?.recordings ?? [];
    if (fact.type === 'feedback.CustomerResponseRecorded.v1') {
      const { responseId, ...counted } = fact.data;
      return { responseId, stream, recordings: [...before, { counted, moments: [moment] }] };
    }
    const newest = before.at(-1);
    if (answers === undefined || newest === undefined) return answers;
    const changed = { ...newest, moments: [...newest.moments, moment] };
    return { ...answers, recordings: [...before.slice(0, -1), changed] };
  },
  index: ({ recordings }) => ({
    asked: [...new Set(recordings.flatMap(({ counted }) => monthsOf(counted)))],
  }),
};

/** Answers to one question are found by the month of the interaction. */
export function askedIn(
  question: string,
  { min, max }: { readonly min: number; readonly max: number },
  day: string,
): string {
  return `${question} ${min}..${max} ${day.slice(0, 7)}`;
}

function monthsOf({ answers, occurredOn }: Counted): readonly string[] {
  return answers.map(({ metric, scale }) => askedIn(metric, scale, occurredOn));
}

const countingTypes = [
  'feedback.CustomerResponseRecorded.v1',
  'feedback.ResponseAttributed.v1',
  'feedback.AttributionDisputed.v1',
  'feedback.AttributionSettled.v1',
  'feedback.ResponseWithdrawn.v1',
] as const;

/** Facts that say how a response counts from then on. */
type CountingFact = Extract<FeedbackFact, { readonly type: (typeof countingTypes)[number] }>;

function isCounting(fact: FeedbackFact): fact is CountingFact {
  return countingTypes.some((type) => type === fact.type);
}

function momentOf(
  fact: CountingFact,
  { id, revision, position }: Recorded<FeedbackFact>,
): CountingMoment {
  const isCounted = fact.type !== 'feedback.ResponseWithdrawn.v1';
  return { id, type: fact.type, revision, position, ...holdersOf(fact), isCounted };
}

function holdersOf(fact: CountingFact): Pick<CountingMoment, 'holders' | 'isDisputed'> {
  if (fact.type === 'feedback.CustomerResponseRecorded.v1') {
    return { holders: [], isDisputed: false };
  }
  const { shares, openDisputes }: { shares: Shares; openDisputes: number } = fact.data;
  return { holders: shares.map(({ of }) => of).toSorted(), isDisputed: openDisputes > 0 };
}

/** How it counted at a position: undefined before it was recorded, and once it was withdrawn. */
export function countingAt(
  { moments }: CountedRecording,
  position: Position,
): CountingMoment | undefined {
  const latest = moments.findLast((one) => one.position <= position);
  return latest?.isCounted === true ? latest : undefined;
}
