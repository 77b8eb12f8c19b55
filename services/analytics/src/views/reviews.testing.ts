import type { ReviewsPublished } from '@plumbline/contracts';
import type { ReviewsFact } from './review-standing.ts';

type Data<Name extends string> = ReviewsPublished[`reviews.${Name}.v1` & keyof ReviewsPublished];

const hash = 'ab'.repeat(32);
const pinned = { id: 'yearly', version: 1, hash };
const period = { from: '2026-01-01', to: '2026-12-31' };
const peers = { mode: 'named', min: 1 } as const;

/** Ratings in units, as a person would write them. */
export const rated = (rating: number): number => Math.round(rating * 1_000_000);

export const planned: ReviewsFact = {
  type: 'reviews.CyclePlanned.v1',
  data: {
    ...{ cycleId: 'cycle-1', period, template: pinned, pack: pinned, peers },
    population: { units: null },
    due: {
      self: '2027-01-15',
      peer: '2027-01-22',
      manager: '2027-02-05',
      acknowledge: '2027-03-15',
    },
  },
};
export const launched: ReviewsFact = {
  type: 'reviews.CycleLaunched.v1',
  data: {
    ...{ cycleId: 'cycle-1', asOf: '2027-01-04T08:00:00.000Z', n: 2, frameHash: hash },
    position: '00000000000000000007',
  },
};
export const joinedLate: ReviewsFact = {
  type: 'reviews.LateJoinerAdded.v1',
  data: { cycleId: 'cycle-1', reviewId: 'review-9', person: 'eve' },
};

const steps = {
  collecting: 'reviews.CollectingBegun.v1',
  calibrating: 'reviews.CalibratingBegun.v1',
  locked: 'reviews.CycleLocked.v1',
  released: 'reviews.CycleReleased.v1',
  closed: 'reviews.CycleClosed.v1',
  cancelled: 'reviews.CycleCancelled.v1',
} as const;
export const stepped = (step: keyof typeof steps): ReviewsFact => {
  return { type: steps[step], data: { cycleId: 'cycle-1' } };
};

export function opened(
  reviewId = 'review-1',
  more: Partial<Data<'ReviewOpened'>> = {},
): ReviewsFact {
  const subject = 'ada';
  const data = { reviewId, cycleId: 'cycle-1', subject, period, template: pinned, pack: pinned };
  return {
    type: 'reviews.ReviewOpened.v1',
    data: { ...data, peers, accountable: [], manifestHash: hash, ...more },
  };
}

const of = { reviewId: 'review-1' };

export function submitted(
  role: Data<'SectionSubmitted'>['role'],
  by: string,
  rating: number,
  item = 'results',
): ReviewsFact {
  const ratings = [{ item, rating: rated(rating) }];
  return { type: 'reviews.SectionSubmitted.v1', data: { ...of, role, by, ratings } };
}

export function scored(total: number | null): ReviewsFact {
  const ratings = total === null ? [] : [{ part: 'manager', rating: rated(total) }];
  const data = { ...of, packHash: hash, days: 365, parts: [], segments: [{ days: 365, ratings }] };
  return {
    type: 'reviews.ReviewScored.v1',
    data: { ...data, total: total === null ? null : rated(total) },
  };
}

export function calibrated(from: number, to: number): ReviewsFact {
  const data = { ...of, sessionId: 'session-1', from: rated(from), to: rated(to) };
  return { type: 'reviews.RatingCalibrated.v1', data: { ...data, reasonCode: 'alike-elsewhere' } };
}

export function overridden(from: number, to: number): ReviewsFact {
  const data = { ...of, computed: rated(from), from: rated(from), to: rated(to) };
  return { type: 'reviews.RatingOverridden.v1', data: { ...data, reasonCode: 'circumstances' } };
}

export function finalised(rating: number, revision = 1): ReviewsFact {
  const data = { ...of, rating: rated(rating), by: 'mia', revision };
  return { type: 'reviews.ReviewFinalised.v1', data };
}

export const shared: ReviewsFact = { type: 'reviews.ReviewShared.v1', data: of };
export const disputed: ReviewsFact = { type: 'reviews.ReviewDisputed.v1', data: of };
export const resolved: ReviewsFact = {
  type: 'reviews.DisputeResolved.v1',
  data: { ...of, outcome: 'rejected' },
};
export const resolvedAs = (outcome: 'upheld' | 'partly'): ReviewsFact => {
  return { type: 'reviews.DisputeResolved.v1', data: { ...of, outcome } };
};
export const reopened = (revision = 2): ReviewsFact => {
  return { type: 'reviews.ReviewReopened.v1', data: { ...of, revision, approver: 'hal' } };
};
export const notRated: ReviewsFact = {
  type: 'reviews.NotRatedDeclared.v1',
  data: { ...of, cause: 'too-few-days', revision: 1 },
};
export const withdrawn: ReviewsFact = { type: 'reviews.ReviewWithdrawn.v1', data: of };

const fivePoint = { min: rated(1), max: rated(5) };

/** Goals for half of it, the manager for the other; from the second version on, all by goals. */
export function packed(version: number, packId = 'yearly'): ReviewsFact {
  return {
    type: 'reviews.RulePackPublished.v1',
    data: {
      ...{ packId, version, hash, total: version === 1 ? 'all' : 'goals', daysMin: 90, rules: [] },
      result: { scale: fivePoint, decimals: 2 },
      parts: [
        {
          ...{ part: 'all', kind: 'weighed' },
          of: [
            { part: 'goals', weight: 1 },
            { part: 'manager', weight: 1 },
          ],
        },
        { part: 'goals', kind: 'rated', scale: { min: 0, max: rated(1) }, ratingsMin: 1 },
        { part: 'manager', kind: 'rated', scale: fivePoint, ratingsMin: 1 },
      ],
    },
  };
}

export const templated: ReviewsFact = {
  type: 'reviews.TemplatePublished.v1',
  data: {
    ...{ templateId: 'yearly', version: 1, hash, scale: fivePoint, inputs: [] },
    items: [
      { role: 'manager', id: 'results', kind: 'rating', required: true, part: 'manager' },
      { role: 'manager', id: 'potential', kind: 'rating', required: false },
      { role: 'manager', id: 'words', kind: 'text', required: false },
    ],
  },
};
