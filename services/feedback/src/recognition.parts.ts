import { projected } from '@plumbline/views';
import { feedbackCodec } from './facts.ts';
import { allowanceLeftView } from './views/allowance-left.ts';
import { pointsAccount } from './views/points-account.ts';
import { pointsLedger } from './views/points-ledger.ts';
import { programmeSheet } from './views/programme-sheet.ts';
import { recognitionWall } from './views/recognition-wall.ts';
import { redemptionSheet } from './views/redemption-sheet.ts';

/** What the engine runs for recognition and points. */
export const recognitionViews = [
  projected(recognitionWall, feedbackCodec),
  projected(pointsAccount, feedbackCodec),
  projected(redemptionSheet, feedbackCodec),
  projected(programmeSheet, feedbackCodec),
  projected(pointsLedger, feedbackCodec),
  projected(allowanceLeftView, feedbackCodec),
];
