import { projected } from '@plumbline/views';
import { feedbackCodec } from './facts.ts';
import { surveyComments } from './views/survey-comments.ts';
import { surveyReadable } from './views/survey-readable.ts';
import { surveySheet } from './views/survey-sheet.ts';

export const surveyViews = [
  projected(surveySheet, feedbackCodec),
  projected(surveyComments, feedbackCodec),
  projected(surveyReadable, feedbackCodec),
];
