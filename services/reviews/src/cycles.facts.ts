import { factCodec, streamName, type Aggregate } from '@plumbline/event-log';
import type { CycleCommand } from './cycle/cycle.commands.ts';
import { cycleDecider } from './cycle/cycle.decide.ts';
import type { Cycle, CycleFact } from './cycle/cycle.ts';
import type { ReviewCommand } from './review/review.commands.ts';
import { reviewDecider } from './review/review.decide.ts';
import type { Review } from './review/review.state.ts';
import type { ReviewFact } from './review/review.ts';

/** What this context stores of cycles and of the reviews in them. */
export type CyclesFact = CycleFact | ReviewFact;

const context = 'reviews';

const cycleVersions: Readonly<Record<CycleFact['type'], number>> = {
  CyclePlanned: 1,
  CycleLaunched: 1,
  PopulationPinned: 1,
  LateJoinerAdded: 1,
  CollectingBegun: 1,
  CalibratingBegun: 1,
  FinalisingBegun: 1,
  CycleLocked: 1,
  CycleReleased: 1,
  CycleClosed: 1,
  CycleCancelled: 1,
};

const reviewVersions: Readonly<Record<ReviewFact['type'], number>> = {
  ReviewOpened: 1,
  ReviewerInvited: 1,
  InvitationDeclined: 1,
  InvitationLapsed: 1,
  SectionSubmitted: 1,
  SegmentSealed: 1,
  ReviewerReassigned: 1,
  ReviewScored: 1,
  CalibrationEntered: 1,
  RatingCalibrated: 1,
  RatingOverridden: 1,
  ReviewFinalised: 1,
  NotRatedDeclared: 1,
  ReviewShared: 1,
  ReviewAcknowledged: 1,
  AcknowledgementLapsed: 1,
  ReviewDisputed: 1,
  DisputeResolved: 1,
  ReviewClosed: 1,
  ReviewReopened: 1,
  ReviewRepinned: 1,
  ReviewWithdrawn: 1,
};

export const cyclesVersions = { ...cycleVersions, ...reviewVersions };

/** By their names, which no other aggregate of this context has. */
export const isCycleFact = (fact: { readonly type: string }): fact is CycleFact =>
  Object.hasOwn(cycleVersions, fact.type);
export const isReviewFact = (fact: { readonly type: string }): fact is ReviewFact =>
  Object.hasOwn(reviewVersions, fact.type);

export const cycleAggregate: Aggregate<CycleCommand, Cycle, CycleFact> = {
  name: 'cycle',
  foldVersion: 3,
  decider: cycleDecider,
  codec: factCodec<CycleFact>({ context, versions: cycleVersions }),
};

export const reviewAggregate: Aggregate<ReviewCommand, Review, ReviewFact> = {
  name: 'review',
  foldVersion: 7,
  decider: reviewDecider,
  codec: factCodec<ReviewFact>({ context, versions: reviewVersions }),
};

export const cycleStream = (tenant: string, cycleId: string): string =>
  streamName(context, 'cycle', tenant, cycleId);

export const reviewStream = (tenant: string, reviewId: string): string =>
  streamName(context, 'review', tenant, reviewId);
