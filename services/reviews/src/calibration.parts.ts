import { projected } from '@plumbline/views';
import { reviewsCodec } from './facts.ts';
import { calibrationRow } from './views/calibration-row.ts';
import { calibrationSheet } from './views/calibration-sheet.ts';

/** The views of calibration sessions. */
export const calibrationViews = [
  projected(calibrationSheet, reviewsCodec),
  projected(calibrationRow, reviewsCodec),
];
