import { projected } from '@plumbline/views';
import { feedbackCodec } from './facts.ts';
import { caseSheet } from './views/case-sheet.ts';
import { serviceLevelSheet } from './views/service-level-sheet.ts';

/** The views of service levels and cases. */
export const caseViews = [
  projected(serviceLevelSheet, feedbackCodec),
  projected(caseSheet, feedbackCodec),
];
