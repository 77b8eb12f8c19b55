import { never } from '@plumbline/kernel';
import type {
  OutcomeFact,
  RatingFact,
  ReviewFact,
  SegmentFact,
  WritingFact,
} from './review/review.ts';
import type { ReviewsFact } from './facts.ts';
import type { Counted, Published } from './reviews.publish.ts';

/**
 * What others may see of a review: ratings as numbers, and what became of it. Nothing that was
 * written leaves, and of peers and people from below nothing but that somebody was asked, be they
 * named or not: neither who they are nor when they answered. What they gave comes with the score,
 * sorted. An opaque id for each of them would not hide them: in a team that rates itself, whoever
 * rated all but one is that one.
 */
export function publishOfReview(fact: ReviewFact): Published | null {
  switch (fact.type) {
    case 'ReviewOpened': {
      const { reviewId, cycleId, subject, job, period, template, pack, peers, accountable } = fact;
      const of = { reviewId, cycleId, subject, ...(job === undefined ? {} : { job }), period };
      const bound = { template, pack, peers, accountable: accountable.map(spanOf) };
      return {
        type: 'reviews.ReviewOpened.v1',
        data: { ...of, ...bound, manifestHash: fact.manifest.hash },
      };
    }
    case 'ReviewerInvited':
    case 'InvitationDeclined':
    case 'InvitationLapsed':
    case 'SectionSubmitted':
      return ofWriting(fact);
    case 'SegmentSealed':
    case 'ReviewerReassigned':
      return ofSegment(fact);
    case 'ReviewScored':
    case 'CalibrationEntered':
    case 'RatingCalibrated':
    case 'RatingOverridden':
      return ofRating(fact);
    default:
      return ofOutcome(fact);
  }
}

function ofWriting(fact: WritingFact): Published | null {
  switch (fact.type) {
    case 'ReviewerInvited': {
      const { reviewId, role, due } = fact;
      return { type: 'reviews.ReviewerInvited.v1', data: { reviewId, role, due } };
    }
    case 'InvitationDeclined':
    case 'InvitationLapsed':
      return null;
    case 'SectionSubmitted': {
      const { reviewId, role, by, onBehalfOf, ratings } = fact;
      if (role === 'peer' || role === 'upward') return null;
      const who = { by, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
      const data = { reviewId, role, ...who, ratings: ratings.map(ratingOf) };
      return { type: 'reviews.SectionSubmitted.v1', data };
    }
    default:
      return never(fact);
  }
}

/**
 * What figures within the installation are counted from, besides: how far named peers agree, and
 * how severe they are, hangs on who has rated whom. It is in no stream, and no answer names them.
 */
export function countedOfReview(fact: ReviewsFact): Counted | null {
  if (fact.type !== 'SectionSubmitted' || fact.named !== true) return null;
  const { reviewId, role, by, ratings } = fact;
  if (role !== 'peer' && role !== 'upward') return null;
  const data = { reviewId, role, by, ratings: ratings.map(ratingOf) };
  return { type: 'reviews.PeerSectionSubmitted.v1', data, withheld: true };
}

function ofSegment(fact: SegmentFact): Published {
  const { reviewId } = fact;
  if (fact.type === 'ReviewerReassigned') {
    const { from, to, on } = fact;
    return { type: 'reviews.ReviewerReassigned.v1', data: { reviewId, from, to, on } };
  }
  const { was, ratings } = fact;
  const data = { reviewId, ...spanOf(fact), was, ratings: ratings.map(ratingOf) };
  return { type: 'reviews.SegmentSealed.v1', data };
}

function ofRating(fact: RatingFact): Published {
  const { reviewId } = fact;
  switch (fact.type) {
    case 'ReviewScored': {
      const { packHash, total, days } = fact;
      const parts = fact.parts.map(({ part, share, weight }) => ({ part, share, weight }));
      const segments = fact.segments.map((one) => ({
        days: one.days,
        ratings: one.ratings.map(({ part, rating }) => ({ part, rating })),
      }));
      const data = { reviewId, packHash, total, days, parts, segments };
      return { type: 'reviews.ReviewScored.v1', data };
    }
    case 'CalibrationEntered': {
      const { sessionId } = fact;
      return { type: 'reviews.CalibrationEntered.v1', data: { reviewId, sessionId } };
    }
    case 'RatingCalibrated': {
      const { sessionId, from, to, reasonCode } = fact;
      const data = { reviewId, sessionId, from, to, reasonCode };
      return { type: 'reviews.RatingCalibrated.v1', data };
    }
    case 'RatingOverridden': {
      const { computed, from, to, reasonCode } = fact;
      const data = { reviewId, computed, from, to, reasonCode };
      return { type: 'reviews.RatingOverridden.v1', data };
    }
    default:
      return never(fact);
  }
}

function ofOutcome(fact: OutcomeFact): Published {
  const { reviewId } = fact;
  switch (fact.type) {
    case 'ReviewFinalised': {
      const { rating, by, revision } = fact;
      return { type: 'reviews.ReviewFinalised.v1', data: { reviewId, rating, by, revision } };
    }
    case 'NotRatedDeclared': {
      const { cause, revision } = fact;
      return { type: 'reviews.NotRatedDeclared.v1', data: { reviewId, cause, revision } };
    }
    case 'DisputeResolved': {
      const { outcome } = fact;
      return { type: 'reviews.DisputeResolved.v1', data: { reviewId, outcome } };
    }
    case 'ReviewReopened': {
      const { revision, approver } = fact;
      return { type: 'reviews.ReviewReopened.v1', data: { reviewId, revision, approver } };
    }
    case 'ReviewRepinned': {
      const { approver, manifest } = fact;
      const data = { reviewId, manifestHash: manifest.hash, approver };
      return { type: 'reviews.ReviewRepinned.v1', data };
    }
    case 'ReviewShared':
      return { type: 'reviews.ReviewShared.v1', data: { reviewId } };
    case 'ReviewClosed':
      return { type: 'reviews.ReviewClosed.v1', data: { reviewId } };
    case 'ReviewAcknowledged':
      return { type: 'reviews.ReviewAcknowledged.v1', data: { reviewId } };
    case 'AcknowledgementLapsed':
      return { type: 'reviews.AcknowledgementLapsed.v1', data: { reviewId } };
    case 'ReviewDisputed':
      return { type: 'reviews.ReviewDisputed.v1', data: { reviewId } };
    case 'ReviewWithdrawn':
      return { type: 'reviews.ReviewWithdrawn.v1', data: { reviewId } };
    default:
      return never(fact);
  }
}

interface Spanned {
  readonly manager: string;
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

function spanOf({ manager, from, to, days }: Spanned): Spanned {
  return { manager, from, to, days };
}

function ratingOf({ item, rating }: { readonly item: string; readonly rating: number }) {
  return { item, rating };
}
