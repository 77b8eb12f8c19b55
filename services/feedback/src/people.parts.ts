import { projected } from '@plumbline/views';
import { feedbackCodec } from './facts.ts';
import { noteSheet } from './views/note-sheet.ts';
import { oneToOneSheet } from './views/one-to-one-sheet.ts';
import { requestSheet } from './views/request-sheet.ts';

/** The views of notes, requests and one-to-ones. */
export const peopleViews = [
  projected(noteSheet, feedbackCodec),
  projected(requestSheet, feedbackCodec),
  projected(oneToOneSheet, feedbackCodec),
];
