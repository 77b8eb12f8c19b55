import { projected } from '@plumbline/views';
import { reviewsCodec } from './facts.ts';
import { draftSheet } from './views/draft-sheet.ts';

/** What the engine runs for drafts. */
export const draftsViews = [projected(draftSheet, reviewsCodec)];
