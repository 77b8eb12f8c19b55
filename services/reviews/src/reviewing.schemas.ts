import type { OpenApiObject } from '@plumbline/web';
import {
  code,
  count,
  day,
  instant,
  listOf,
  orNull,
  record,
  ref,
  text,
  textOrNull,
  uuid,
  whole,
} from '@plumbline/web/openapi-shapes';
import { cycleStages } from './cycle/cycle.ts';
import { invitedRoles, modes, roles } from './http/reviewing.dto.ts';
import { withholdings } from './review/review.groups.ts';
import { reviewStages } from './review/review.state.ts';
import { notRatedReasons, outcomes } from './review/review.ts';
import { eyes } from './views/review-shown.ts';

/** The answers about cycles and reviews, as JSON Schema 2020-12. */
const millionths: OpenApiObject = { ...whole, description: 'In millionths.' };
const millionthsOrNull: OpenApiObject = {
  ...{ type: ['integer', 'null'], description: 'In millionths; null: there is none.' },
};
const wholeOrNull: OpenApiObject = { type: ['integer', 'null'] };
const hash: OpenApiObject = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const hashOrNull: OpenApiObject = {
  ...{ type: ['string', 'null'], pattern: '^[0-9a-f]{64}$' },
  description: 'Of the whole manifest; null for all but auditors: each reads it as it is for them.',
};
const countOrNull: OpenApiObject = {
  ...{ type: ['integer', 'null'], minimum: 0 },
  description: 'The lines of the whole manifest; null for all but auditors.',
};
const pinnedAt: OpenApiObject = {
  ...textOrNull,
  description: 'Up to where in the log its evidence was read; null where that was not recorded.',
};
const period = record({ from: day, to: day });
const pinned = record({ id: text, version: whole, hash });
const peers = record({ mode: code(...modes), min: count });
const due = record({ self: day, peer: day, manager: day, acknowledge: day });
const actorOrNull = orNull(ref('Actor'));
const said = { at: instant, by: ref('Actor'), reason: textOrNull };
const toldRevision: OpenApiObject = {
  ...whole,
  description:
    'As the caller is told it: how many of its facts they may know of. What unnamed others answered ' +
    'is not counted, nor for its subject what is not shared. The `ETag`.',
};
const stageOrNull: OpenApiObject = {
  ...{ enum: [...reviewStages, null] },
  description: 'Null for who is only asked to write in it.',
};

const frame = {
  ...{ id: uuid, cycleId: uuid, subject: text, job: textOrNull, period, template: pinned, due },
  ...{ peers, revision: toldRevision, stage: stageOrNull, reviewRevision: wholeOrNull },
  ...{ manager: textOrNull, pack: orNull(pinned) },
  pin: orNull(
    record({ asOf: instant, position: pinnedAt, manifestHash: hashOrNull, n: countOrNull }),
  ),
  seenAs: { ...listOf(code(...eyes)), description: 'Why the caller sees it, and so what of it.' },
};

const shownSection = record({
  role: code(...roles, 'other'),
  author: { ...textOrNull, description: 'Null of unnamed ones.' },
  ...{ by: actorOrNull, at: orNull(instant) },
  ratings: listOf(record({ item: text, rating: millionths })),
  evidence: listOf(text),
  texts: { type: 'object', additionalProperties: textOrNull },
});

const score = record({
  packHash: hash,
  ...{ total: millionthsOrNull, cause: textOrNull, days: count },
  scale: record({ min: millionths, max: millionths }),
  parts: listOf(record({ part: text, share: millionthsOrNull, weight: millionthsOrNull })),
});

export const reviewingSchemas: Readonly<Record<string, OpenApiObject>> = {
  ReviewCycle: record({
    ...{ id: uuid, title: textOrNull, stage: code(...cycleStages), period, template: pinned },
    ...{ pack: pinned, population: record({ units: orNull(listOf(text)) }), peers, due },
    pin: orNull(record({ asOf: instant, position: text, n: count, frameHash: hash })),
    n: { ...count, description: 'Who is in it, late joiners included.' },
    history: listOf(record({ stage: code(...cycleStages), ...said })),
    revision: whole,
  }),
  ReviewLine: record(frame),
  Review: record({
    ...frame,
    sections: listOf(shownSection),
    withheld: {
      ...listOf(record({ role: code(...invitedRoles), why: code(...withholdings) })),
      description:
        'Of whom something is not shown: fewer than were promised, not all yet, or, of two groups ' +
        'that are shown together, what not all of them have answered.',
    },
    invitations: listOf(
      record({
        ...{ role: code(...invitedRoles), reviewer: text, due: day },
        stage: { enum: ['open', 'submitted', 'declined', 'lapsed', null] },
      }),
    ),
    writes: {
      ...orNull(record({ role: code(...roles), due: day })),
      description:
        'The part that the caller may write or write anew just now, and by when they are waited ' +
        'for; null where they write nothing, or not any more, and of every earlier point.',
    },
    rating: {
      ...millionthsOrNull,
      description: 'What stands: computed, calibrated or overridden.',
    },
    calibrations: listOf({
      type: 'object',
      required: ['sessionId', 'from', 'to', 'reasonCode', 'at', 'by'],
      properties: {
        ...{ sessionId: uuid, adjustmentId: text, from: millionths, to: millionths },
        ...{ reasonCode: text, ...said },
      },
    }),
    overrides: listOf(
      record({
        ...{ computed: millionthsOrNull, from: millionthsOrNull, to: millionths },
        ...{ reasonCode: text, ...said },
      }),
    ),
    final: orNull(
      record({ ...said, rating: millionthsOrNull, cause: { enum: [...notRatedReasons, null] } }),
    ),
    segments: listOf(
      record({
        ...{ manager: text, from: day, to: day, days: count },
        sealed: { enum: ['submitted', 'draft', 'nothing', null] },
      }),
    ),
    score: orNull(score),
    outcomes: listOf(
      record({
        what: code(
          ...['shared', 'acknowledged', 'unacknowledged', 'disputed', 'resolved', 'closed'],
          ...['reopened', 'repinned', 'withdrawn'],
        ),
        ...said,
        outcome: { enum: [...outcomes, null] },
        askedBy: textOrNull,
      }),
    ),
  }),
};
