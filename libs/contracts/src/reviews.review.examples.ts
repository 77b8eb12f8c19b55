import { hashes, ids, manager, pack, peer, peers } from './reviews.examples.ids.ts';
import { rated, subject, template, year } from './reviews.examples.ids.ts';
import type { resultSchemas, reviewSchemas } from './reviews.review.ts';
import type { Shape } from './schema.ts';

const [reviewId, sessionId] = [ids.review, ids.session];
const due = '2027-01-22';
const opened = {
  ...{ reviewId, cycleId: ids.cycle, subject, period: year, template, pack, peers },
  accountable: [{ manager, ...year, days: 351 }],
  manifestHash: hashes.manifest,
} as const;
const [peerRole, managerRole] = ['peer', 'manager'] as const;

type Published = typeof reviewSchemas & typeof resultSchemas;

/** Examples of every fact of a review, by what they show. */
export const reviewExamples: {
  readonly [Type in keyof Published]: Readonly<Record<string, Shape<Published[Type]>>>;
} = {
  'reviews.ReviewOpened.v1': {
    ofTheOnlyJob: opened,
    ofOneOfTwoJobs: { ...opened, job: 'desk-07' },
  },
  'reviews.ReviewerInvited.v1': {
    asAPeer: { reviewId, role: peerRole, due },
  },
  'reviews.SectionSubmitted.v1': {
    ofTheManager: {
      ...{ reviewId, role: managerRole, by: manager },
      ratings: [{ item: 'results', rating: rated(4) }],
    },
    byADelegate: {
      ...{ reviewId, role: managerRole, by: peer, onBehalfOf: manager },
      ratings: [],
    },
  },
  'reviews.ReviewerReassigned.v1': {
    atATransfer: { reviewId, from: manager, to: peer, on: '2026-07-01' },
    afterNobody: { reviewId, from: null, to: peer, on: '2026-07-01' },
  },
  'reviews.SegmentSealed.v1': {
    ofADraft: {
      ...{ reviewId, manager, from: '2026-01-01', to: '2026-06-30', days: 181, was: 'draft' },
      ratings: [{ item: 'results', rating: rated(3) }],
    },
  },
  'reviews.ReviewScored.v1': {
    ofTwoParts: {
      ...{ reviewId, packHash: hashes.pack, total: rated(3.62), days: 351 },
      parts: [
        { part: 'all', share: 655_000, weight: null },
        { part: 'goals', share: 598_000, weight: 625_000 },
        { part: 'manager', share: 750_000, weight: 375_000 },
        { part: 'peers', share: null, weight: null },
      ],
      segments: [
        {
          days: 351,
          ratings: [
            { part: 'goals', rating: 598_000 },
            { part: 'manager', rating: rated(4) },
          ],
        },
      ],
    },
    ofTooFewDays: {
      ...{ reviewId, packHash: hashes.pack, total: null, days: 40, parts: [] },
      segments: [{ days: 40, ratings: [] }],
    },
  },
  'reviews.CalibrationEntered.v1': { ofASession: { reviewId, sessionId } },
  'reviews.RatingCalibrated.v1': {
    changed: {
      ...{ reviewId, sessionId, from: rated(3.62), to: rated(4) },
      reasonCode: 'evidence-overlooked',
    },
    leftAsItWas: {
      ...{ reviewId, sessionId, from: rated(3.62), to: rated(3.62), reasonCode: 'unchanged' },
    },
  },
  'reviews.RatingOverridden.v1': {
    afterAScore: {
      ...{ reviewId, computed: rated(3.62), from: rated(3.62), to: rated(4) },
      reasonCode: 'circumstances',
    },
  },
  'reviews.ReviewFinalised.v1': {
    byTheManager: { reviewId, rating: rated(4), by: manager, revision: 1 },
  },
  'reviews.ReviewShared.v1': { withTheSubject: { reviewId } },
  'reviews.ReviewAcknowledged.v1': { byTheSubject: { reviewId } },
  'reviews.AcknowledgementLapsed.v1': { afterItsLastDay: { reviewId } },
  'reviews.ReviewDisputed.v1': { byTheSubject: { reviewId } },
  'reviews.DisputeResolved.v1': { inPart: { reviewId, outcome: 'partly' } },
  'reviews.ReviewClosed.v1': { withItsCycle: { reviewId } },
  'reviews.ReviewReopened.v1': {
    afterADispute: { reviewId, revision: 2, approver: peer },
  },
  'reviews.ReviewRepinned.v1': {
    toLateFacts: { reviewId, manifestHash: hashes.frame, approver: peer },
  },
  'reviews.NotRatedDeclared.v1': {
    afterFewDays: { reviewId, cause: 'too-few-days', revision: 1 },
  },
  'reviews.ReviewWithdrawn.v1': { openedByMistake: { reviewId } },
};
