import type { Day, Instant, Text } from '@plumbline/kernel';

/**
 * What is recorded of a request for feedback: one person is asked, about one person, who may be
 * the one who asks. This is a storage contract: a change of meaning is a new version.
 *
 * `act` is the id of the act that made the fact; the same act never decides twice. `at` is when
 * the fact holds in the world; of an answer, it is when its note was given. What came before an
 * answer stays in the history: a lapse, or a no that was thought over. The question and the reason
 * of a decline are in `text`.
 */
export type RequestFact =
  | (Act & { type: 'FeedbackRequested'; text: Text } & Asking)
  | (Act & { type: 'FeedbackDeclined'; text: Text })
  | (Act & { type: 'RequestAnswered'; noteId: string })
  | (Act & { type: 'RequestLapsed' });

interface Act {
  readonly act: string;
  readonly requestId: string;
  readonly at: Instant;
}

export interface Asking {
  /** Who asks. */
  readonly by: string;
  /** Whom the feedback is about. */
  readonly subject: string;
  /** Who is asked for it. */
  readonly from: string;
  /** The last day on which it is waited for, wherever on earth they are. */
  readonly due: Day;
  readonly topic?: Topic;
}

/** What of the subject's work the question is about. */
export type Topic =
  { readonly goal: string } | { readonly skill: string } | { readonly value: string };

export type FeedbackRequest = { readonly stage: 'none' } | LiveRequest;

export interface LiveRequest extends Asking {
  readonly stage: 'open' | 'declined' | 'lapsed' | 'answered';
  readonly requestId: string;
  readonly askedAt: Instant;
  /** The note that was the first to answer. */
  readonly noteId: string | null;
  /** Acts that were recorded: what repeats one decides nothing. */
  readonly acts: Readonly<Record<string, true>>;
}

export const initialRequest: FeedbackRequest = { stage: 'none' };

export function evolveRequest(request: FeedbackRequest, fact: RequestFact): FeedbackRequest {
  if (fact.type === 'FeedbackRequested') return requested(fact);
  if (request.stage === 'none') return request;
  return { ...request, ...change(fact), acts: { ...request.acts, [fact.act]: true } };
}

function requested(fact: RequestFact & { type: 'FeedbackRequested' }): LiveRequest {
  const { act, requestId, at, by, subject, from, due, topic } = fact;
  const asking = { by, subject, from, due, ...(topic === undefined ? {} : { topic }) };
  return {
    ...{ stage: 'open', requestId, askedAt: at, ...asking },
    ...{ noteId: null, acts: { [act]: true } },
  };
}

function change(
  fact: Exclude<RequestFact, { type: 'FeedbackRequested' }>,
): Pick<LiveRequest, 'stage'> & Partial<LiveRequest> {
  switch (fact.type) {
    case 'FeedbackDeclined':
      return { stage: 'declined' };
    case 'RequestAnswered':
      return { stage: 'answered', noteId: fact.noteId };
    case 'RequestLapsed':
      return { stage: 'lapsed' };
  }
}
