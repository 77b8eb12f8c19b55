import type { OpenApiObject } from '@plumbline/web';
import {
  code,
  count,
  instant,
  listOf,
  orNull,
  record,
  ref,
  text,
  textOrNull,
  truth,
  uuid,
  whole,
} from '@plumbline/web/openapi-shapes';
import { leftOutCauses, reasonCodes } from './calibration-session/calibration-session.ts';
import { trailStages } from './counterfactual/trail.ts';

/** The answers about calibration, as JSON Schema 2020-12. */
const wholeOrNull: OpenApiObject = { type: ['integer', 'null'] };
const micro = 'In millionths of the scale: 4.5 is 4500000.';
const rating: OpenApiObject = { ...whole, description: micro };
const ratingOrNull: OpenApiObject = { ...wholeOrNull, description: micro };
const scale = record({ min: whole, max: whole }, 'In millionths: 1 to 5 is 1000000 to 5000000.');
const proposals = {
  ...record({ open: count, accepted: count, rejected: count }),
  description: 'As many as are on whom the caller sees on the board.',
};
const withheld = code('below-threshold', 'complementary', 'overlap', 'across-releases');
const spread = record({
  mean: ref('Figure'),
  counts: listOf(record({ point: rating, count })),
});

export const calibrationSchemas: Readonly<Record<string, OpenApiObject>> = {
  CalibrationSession: record({
    ...{ id: uuid, cycleId: uuid, title: textOrNull, stage: code('running', 'locked') },
    moderator: {
      ...textOrNull,
      description: 'Null, as all who and what is named in it, to those who read its figures alone.',
    },
    ...{ members: listOf(text), reviews: count, proposals },
    ...{ convenedAt: instant, convenedBy: orNull(ref('Actor')), lockedAt: orNull(instant) },
    closing: { ...textOrNull, description: 'What the session came to.' },
    changes: listOf({
      type: 'object',
      description: 'Who and what was added, excused, replaced or left out, and why.',
      required: ['at', 'by', 'kind'],
      properties: {
        ...{ at: instant, by: ref('Actor') },
        kind: code(
          ...['members-added', 'member-excused', 'moderator-replaced', 'reviews-added'],
          'review-left-out',
        ),
        ...{ members: listOf(text), member: text, from: text, to: text, reviews: count },
        reason: textOrNull,
        cause: {
          ...code(...leftOutCauses),
          description: 'Why a review that was named is not in the session.',
        },
      },
    }),
    revision: whole,
  }),
  CalibrationProposal: record({
    ...{ id: uuid, from: rating, to: rating, reasonCode: code(...reasonCodes) },
    ...{ note: textOrNull, by: text, at: instant },
    decided: orNull(record({ accepted: truth, by: text, at: instant, note: textOrNull })),
  }),
  CalibrationRow: record({
    ...{ reviewId: uuid, subject: text, manager: textOrNull },
    end: { enum: ['finalised', 'not-rated', 'withdrawn', null] },
    isIn: { ...truth, description: 'Whether the review has come into the session.' },
    evidence: listOf(
      record(
        { source: text, streams: count },
        'What is pinned for the review, by source; of feedback it is not told.',
      ),
    ),
    score: orNull(
      record({
        ...{ total: ratingOrNull, scale },
        parts: listOf(record({ part: text, share: wholeOrNull, weight: wholeOrNull })),
      }),
    ),
    before: { ...ratingOrNull, description: `As it came in. ${micro}` },
    after: { ...ratingOrNull, description: `What the session has made of it. ${micro}` },
    proposals: listOf(ref('CalibrationProposal')),
  }),
  CalibrationComparison: record({
    ...{ changed: ref('Proportion'), before: spread, after: spread },
    meanShift: ref('Estimate'),
  }),
  CalibrationFigures: record({
    scenario: {
      ...textOrNull,
      description: 'What did not happen; null for what did. A scenario is never used for pay.',
    },
    n: count,
    unrated: { ...count, description: 'Reviews that have not come in, or without a rating.' },
    scale,
    waterfall: orNull(
      listOf(
        record({
          stage: code(...trailStages),
          n: count,
          ratings: whole,
          changes: whole,
          moved: count,
        }),
      ),
    ),
    groups: listOf(
      record({
        ...{ dimension: textOrNull, group: textOrNull },
        comparison: {
          oneOf: [
            record({ shown: { const: true }, n: count, value: ref('CalibrationComparison') }),
            record({ shown: { const: false }, reason: withheld }),
          ],
        },
      }),
    ),
    reviews: orNull(
      listOf(record({ reviewId: uuid, subject: text, actual: rating, instead: ratingOrNull })),
    ),
  }),
};
