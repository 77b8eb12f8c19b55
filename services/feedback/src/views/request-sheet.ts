import type { Actor, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { FeedbackFact } from '../facts.ts';
import type { Asking, LiveRequest, RequestFact } from '../request/request.ts';

/** One request for feedback: who asks whom about whom, until when, and what became of it. */
export interface RequestSheet extends Asking, Quoting {
  readonly requestId: string;
  readonly stage: LiveRequest['stage'];
  readonly askedAt: Instant;
  readonly asker: Actor;
  readonly question: Said | null;
  /** In the order in which they came: one that has lapsed may be answered still. */
  readonly outcomes: readonly OutcomeLine[];
  /** The note that was the first to answer. */
  readonly noteId: string | null;
  readonly revision: number;
}

export interface OutcomeLine {
  readonly stage: Exclude<LiveRequest['stage'], 'open'>;
  readonly at: Instant;
  readonly by: Actor;
  readonly reason: Said | null;
}

export const requestSheet: View<RequestSheet, FeedbackFact> = {
  name: 'request-sheet',
  version: 1,
  context: 'feedback',
  keys: ({ fact }) => (isOfRequest(fact) ? [fact.requestId] : []),
  fold: (sheet, recorded) => {
    return isOfRequest(recorded.fact)
      ? foldRequest(sheet, recorded as Recorded<RequestFact>)
      : sheet;
  },
  index: ({ by, from, stage }) => ({ by, from, stage }),
};

const stages = {
  FeedbackDeclined: 'declined',
  RequestAnswered: 'answered',
  RequestLapsed: 'lapsed',
} as const;

function isOfRequest(fact: FeedbackFact): fact is RequestFact {
  return 'requestId' in fact;
}

function foldRequest(
  sheet: RequestSheet | undefined,
  recorded: Recorded<RequestFact>,
): RequestSheet | undefined {
  const { fact, id, revision, actor } = recorded;
  if (fact.type === 'FeedbackRequested') return requested(fact, id, revision, actor);
  if (sheet === undefined) return undefined;
  const stage = stages[fact.type];
  const reason = fact.type === 'FeedbackDeclined' ? quote(id, fact.text, 'reason') : null;
  const outcomes = [...sheet.outcomes, { stage, at: fact.at, by: actor, reason }];
  const noteId = fact.type === 'RequestAnswered' ? fact.noteId : sheet.noteId;
  const texts = 'text' in fact ? withText(sheet.texts, id, fact.text) : sheet.texts;
  return { ...sheet, stage, outcomes, noteId, texts, revision };
}

function requested(
  fact: RequestFact & { type: 'FeedbackRequested' },
  id: string,
  revision: number,
  asker: Actor,
): RequestSheet {
  const { requestId, by, subject, from, due, topic, at, text } = fact;
  return {
    ...{ requestId, by, subject, from, due, ...(topic === undefined ? {} : { topic }) },
    ...{ stage: 'open', askedAt: at, asker, question: quote(id, text, 'question') },
    ...{ outcomes: [], noteId: null, revision, texts: withText({}, id, text) },
  };
}
