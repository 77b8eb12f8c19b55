import {
  accountable,
  code,
  count,
  cycleId,
  day,
  hash,
  invitedRole,
  micro,
  microOrNull,
  ownRole,
  peers,
  period,
  person,
  pinned,
  ratings,
  reviewId,
  sessionId,
  version,
} from './reviews.fields.ts';
import type { Schema } from './schema.ts';

const milestone = (description: string) =>
  ({ type: 'object', description, required: ['reviewId'], properties: { reviewId } }) as const;

const reasonCode = { ...code, description: 'Why, as a code. In words it stays within.' } as const;

const share = {
  ...microOrNull,
  description: 'Of its scale, in millionths; null: it is missing, which is not 0.',
} as const;

/** The life of a review until it is scored: a part of `reviewsSchemas`. */
export const reviewSchemas = {
  'reviews.ReviewOpened.v1': {
    type: 'object',
    description: 'A review began, with all that it is bound to.',
    required: [
      ...(['reviewId', 'cycleId', 'subject', 'period', 'template', 'pack', 'peers'] as const),
      ...(['accountable', 'manifestHash'] as const),
    ],
    properties: {
      ...{ reviewId, cycleId, period, template: pinned, pack: pinned, peers, accountable },
      subject: { ...person, description: 'Whose review it is.' },
      job: { ...code, description: 'The job that it is of; absent: there is one alone.' },
      manifestHash: { ...hash, description: 'SHA-256 of the list of facts that count for it.' },
    },
  },
  'reviews.ReviewerInvited.v1': {
    type: 'object',
    description: 'Somebody was asked to say something. Who that is, is told to nobody.',
    required: ['reviewId', 'role', 'due'],
    properties: {
      ...{ reviewId, role: invitedRole },
      due: { ...day, description: 'The last day on which it is waited for.' },
    },
  },
  'reviews.SectionSubmitted.v1': {
    type: 'object',
    description:
      'Its subject or a manager has rated. The same again by the same author takes the place of ' +
      'what was before. What peers and people from below gave comes with the score, of nobody.',
    required: ['reviewId', 'role', 'by', 'ratings'],
    properties: {
      ...{ reviewId, role: ownRole, ratings },
      by: { ...person, description: 'Who rated.' },
      onBehalfOf: { ...person, description: 'For whom, where somebody stood in.' },
    },
  },
  'reviews.ReviewerReassigned.v1': {
    type: 'object',
    description: 'Another manager answers for the review from a day on.',
    required: ['reviewId', 'from', 'to', 'on'],
    properties: {
      ...{ reviewId, to: person, on: day },
      from: {
        ...person,
        type: ['string', 'null'],
        description: 'Who answered before; null: nobody.',
      },
    },
  },
  'reviews.SegmentSealed.v1': {
    type: 'object',
    description: 'What the manager until then gave is closed, and counts by days. Nobody edits it.',
    required: ['reviewId', 'manager', 'from', 'to', 'days', 'was', 'ratings'],
    properties: {
      ...{ reviewId, manager: person, from: day, to: day, ratings },
      days: { ...count, description: 'That count: leave is left out.' },
      was: {
        type: 'string',
        enum: ['submitted', 'draft', 'nothing'],
        description: 'How far the manager had come.',
        'x-data-class': 'category',
      },
    },
  },
  'reviews.ReviewScored.v1': {
    type: 'object',
    description:
      'A score was worked out by the rule pack. It is nobody’s rating: a human finalises. The ' +
      'ratings of a part are sorted, and say nothing of who gave which.',
    required: ['reviewId', 'packHash', 'total', 'days', 'parts', 'segments'],
    properties: {
      ...{ reviewId, packHash: hash },
      total: { ...microOrNull, description: 'On the scale of the pack; null: no number.' },
      days: { ...count, description: 'That count.' },
      parts: {
        type: 'array',
        items: {
          type: 'object',
          required: ['part', 'share', 'weight'],
          properties: {
            part: { ...code, description: 'The part, by its name.' },
            share,
            weight: { ...microOrNull, description: 'Of the part it is in, among what is there.' },
          },
        },
      },
      segments: {
        type: 'array',
        description: 'What was rated, by whose time it was in.',
        items: {
          type: 'object',
          required: ['days', 'ratings'],
          properties: {
            days: count,
            ratings: {
              type: 'array',
              items: {
                type: 'object',
                required: ['part', 'rating'],
                properties: { part: { ...code, description: 'The part.' }, rating: micro },
              },
            },
          },
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, Schema>>;

/**
 * What named peers gave, for figures within an installation: in no stream, and so no part of the
 * contract with others.
 */
export const countedSchemas = {
  'reviews.PeerSectionSubmitted.v1': {
    type: 'object',
    description: 'A named peer, or somebody from below, has rated.',
    required: ['reviewId', 'role', 'by', 'ratings'],
    properties: { reviewId, role: invitedRole, by: person, ratings },
  },
} as const satisfies Readonly<Record<string, Schema>>;

/** What becomes of a score, and of the review: a part of `reviewsSchemas`. */
export const resultSchemas = {
  'reviews.CalibrationEntered.v1': {
    type: 'object',
    description: 'The review is before a calibration session.',
    required: ['reviewId', 'sessionId'],
    properties: { reviewId, sessionId },
  },
  'reviews.RatingCalibrated.v1': {
    type: 'object',
    description: 'A session has decided on the rating, also where it left it as it was.',
    required: ['reviewId', 'sessionId', 'from', 'to', 'reasonCode'],
    properties: { reviewId, sessionId, from: micro, to: micro, reasonCode },
  },
  'reviews.RatingOverridden.v1': {
    type: 'object',
    description:
      'A human has put another rating beside the one that was worked out. Both are kept.',
    required: ['reviewId', 'computed', 'from', 'to', 'reasonCode'],
    properties: {
      ...{ reviewId, to: micro, reasonCode },
      computed: { ...microOrNull, description: 'What the rule pack came to; it stays.' },
      from: { ...microOrNull, description: 'What stood before, which a session may have set.' },
    },
  },
  'reviews.ReviewFinalised.v1': {
    type: 'object',
    description: 'A human has said what the rating is. Pay may follow from this alone.',
    required: ['reviewId', 'rating', 'by', 'revision'],
    properties: {
      reviewId,
      rating: micro,
      by: { ...person, description: 'Who said so.' },
      revision: { ...version, description: 'From 1; one more each time that it was reopened.' },
    },
  },
  'reviews.ReviewShared.v1': milestone('The subject may read it.'),
  'reviews.ReviewAcknowledged.v1': milestone('The subject has seen it, and need not agree.'),
  'reviews.AcknowledgementLapsed.v1': milestone('The subject has not said that it was seen.'),
  'reviews.ReviewDisputed.v1': milestone('The subject disputes it. Pay waits.'),
  'reviews.DisputeResolved.v1': {
    type: 'object',
    description: 'The dispute was decided.',
    required: ['reviewId', 'outcome'],
    properties: {
      reviewId,
      outcome: {
        type: 'string',
        enum: ['upheld', 'partly', 'rejected'],
        description: 'Whether who disputed was right.',
        'x-data-class': 'category',
      },
    },
  },
  'reviews.ReviewClosed.v1': milestone('The review has ended.'),
  'reviews.ReviewReopened.v1': {
    type: 'object',
    description: 'The review is changed once more, for a reason that stays within.',
    required: ['reviewId', 'revision', 'approver'],
    properties: {
      reviewId,
      revision: { ...version, description: 'The one that begins. The one before stays readable.' },
      approver: { ...person, description: 'Who allowed it; never who asked.' },
    },
  },
  'reviews.ReviewRepinned.v1': {
    type: 'object',
    description: 'Other facts count for it from now on, for a reason that stays within.',
    required: ['reviewId', 'manifestHash', 'approver'],
    properties: {
      reviewId,
      manifestHash: { ...hash, description: 'SHA-256 of the list of facts that count for it.' },
      approver: { ...person, description: 'Who allowed it.' },
    },
  },
  'reviews.NotRatedDeclared.v1': {
    type: 'object',
    description: 'There is no rating, and no number says what was not seen.',
    required: ['reviewId', 'cause', 'revision'],
    properties: {
      reviewId,
      cause: { ...code, description: 'Why, as a code.' },
      revision: { ...version, description: 'From 1; one more each time that it was reopened.' },
    },
  },
  'reviews.ReviewWithdrawn.v1': milestone('It counts no more, for a reason that stays within.'),
} as const satisfies Readonly<Record<string, Schema>>;
