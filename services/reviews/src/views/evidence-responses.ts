import type { FactOf, FeedbackPublished } from '@plumbline/contracts';
import type { View } from '@plumbline/views';
import { aboutIn, copyOfFact, factKey, indexOfCopy, type CopiedFact } from './evidence-copy.ts';

type FeedbackFact = FactOf<FeedbackPublished>;

const responseTypes = [
  'feedback.ResponseAttributed.v1',
  'feedback.AttributionDisputed.v1',
  'feedback.AttributionSettled.v1',
  'feedback.ResponseWithdrawn.v1',
] as const;

const evidence: ReadonlySet<string> = new Set(responseTypes);

/** Facts that say whose work a response tells of; each repeats what the customer answered. */
export type ResponseEvidence = Extract<
  FeedbackFact,
  { readonly type: (typeof responseTypes)[number] }
>;

/**
 * Reviews' own copy of what customers answered about somebody's work: a document a response, found
 * by whom it is, or was, attributed to, and the year of the interaction. Thousands a year are
 * thousands of small documents, and no large one.
 */
export const evidenceResponses: View<CopiedFact<ResponseEvidence>, FeedbackFact> = {
  name: 'evidence-responses',
  version: 4,
  context: 'feedback',
  published: true,
  once: true,
  keys: ({ fact, position }) => {
    return isEvidence(fact) ? [factKey(fact.data.responseId, position)] : [];
  },
  fold: (copied, recorded) => {
    const { fact } = recorded;
    if (!isEvidence(fact)) return copied;
    const { responseId, counted } = fact.data;
    const about = holdersIn(fact).map((of) => aboutIn(of, counted.occurredOn));
    return copyOfFact(fact, recorded, { of: responseId, about });
  },
  index: indexOfCopy,
};

function isEvidence(fact: FeedbackFact): fact is ResponseEvidence {
  return evidence.has(fact.type);
}

/** Who holds a share from now on, or has until now. */
export function holdersIn({ data }: ResponseEvidence): readonly string[] {
  const before = 'before' in data ? data.before : [];
  return [...data.shares, ...before].map(({ of }) => of);
}
