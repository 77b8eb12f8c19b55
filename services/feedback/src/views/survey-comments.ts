import { textRef, type Text, type TextRef } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { FeedbackFact } from '../facts.ts';
import type { CommentPlace } from '../survey/answer.ts';

/** The comments of one batch, sealed. Which answers they came with is known to nobody. */
export interface SurveyComments {
  readonly surveyId: string;
  readonly batch: number;
  readonly comments: readonly CommentPlace[];
  readonly text: Text;
}

export const surveyComments: View<SurveyComments, FeedbackFact> = {
  name: 'survey-comments',
  version: 2,
  context: 'feedback',
  keys: ({ fact }) => {
    const isOfSome = fact.type === 'AnswersReleased' && fact.comments.length > 0;
    return isOfSome ? [commentsKey(fact.surveyId, fact.batch)] : [];
  },
  fold: (before, { fact }) => {
    if (fact.type !== 'AnswersReleased') return before;
    const { surveyId, batch, comments, text } = fact;
    return { surveyId, batch, comments, text };
  },
  index: ({ surveyId }) => ({ survey: surveyId }),
};

export function commentsKey(surveyId: string, batch: number): string {
  return `${surveyId}.${String(batch).padStart(8, '0')}`;
}

export interface CommentRef extends CommentPlace {
  readonly text: TextRef;
}

export function commentsOf({ comments, text }: SurveyComments): readonly CommentRef[] {
  return comments.map((place, index) => ({ ...place, text: textRef(text, `comment.${index}`) }));
}
