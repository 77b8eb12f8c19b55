import { join } from 'node:path';
import { goldenContract } from '@plumbline/event-log/golden.contract';
import { newestVersions, reviewsCodec, type ReviewsFact } from './facts.ts';
import * as calibration from './calibration-session/calibration-session.histories.ts';
import * as cycle from './cycle/cycle.histories.ts';
import * as review from './review/review.histories.ts';
import * as draft from './draft/draft.histories.ts';
import * as past from './past-review/past-review.histories.ts';
import { reminded } from './reminders/reminders.histories.ts';
import * as rulePack from './rule-pack/rule-pack.histories.ts';
import * as template from './template/template.histories.ts';

const examples: readonly ReviewsFact[] = [
  ...[rulePack.published, template.published, cycle.planned, cycle.launched, cycle.pinned],
  ...[cycle.joined, cycle.collecting, cycle.calibrating, cycle.finalising],
  ...[
    cycle.locked,
    cycle.released,
    cycle.closed,
    cycle.cancelled,
    review.opened,
    review.invited,
    review.declined,
  ],
  ...[review.lapsed, review.managerSubmitted, review.sealed, review.reassigned],
  ...[review.reviewScored, review.entered, review.calibrated, review.overridden],
  ...[review.finalised, review.notRated, review.shared, review.acknowledged, review.silent],
  ...[review.disputed, review.resolved, review.closed, review.reopened, review.repinnedBefore],
  ...[review.withdrawn, past.imported, past.corrected, draft.wentOn, reminded],
  ...[calibration.convened, calibration.membersAdded, calibration.excused],
  ...[calibration.replaced, calibration.reviewsAdded, calibration.leftOut, calibration.proposed],
  ...[calibration.turnedDown, calibration.locked],
];

goldenContract({
  folder: join(__dirname, '../golden'),
  codec: reviewsCodec,
  newestVersions,
  examples,
});
