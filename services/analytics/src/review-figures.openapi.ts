import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { booleanOrNull, code, count, day, instant, listOf } from '@plumbline/web/openapi-shapes';
import { numberOrNull, orNull, record, ref, text } from '@plumbline/web/openapi-shapes';
import { textOrNull, truth, whole } from '@plumbline/web/openapi-shapes';
import { AgreementQueryDto, DistributionQueryDto, ImpactDto } from './http/review-figures.dto.ts';
import { NineBoxQueryDto, PayFeedQueryDto, ScenarioDto } from './http/review-figures.dto.ts';
import { estimate, suppressed } from './performance.openapi.ts';
import { bands } from './rating/nine-box.ts';
import { payWaits } from './rating/pay.ts';
import { cycleStages } from './views/review-cycle-terms.ts';

const micro: OpenApiObject = { ...whole, description: 'In millionths.' };
const microOrNull: OpenApiObject = { type: ['integer', 'null'], description: 'In millionths.' };
const countOrNull: OpenApiObject = { type: ['integer', 'null'], minimum: 0 };

const about = {
  position: ref('Position'),
  cycle: { ...text, description: 'Its id, or its name elsewhere.' },
  stage: {
    ...orNull(code(...cycleStages)),
    description: 'Null, as pack and template are, of one that was finished elsewhere.',
  },
  period: record({ from: day, to: day }),
  threshold: { ...count, description: 'Nothing is told of fewer people.' },
  reviews: { ...count, description: 'Of the cycle, withdrawn ones included.' },
  withheld: { ...count, description: 'Own ones that are not shared yet: in no figure.' },
  ...{ pack: textOrNull, template: textOrNull },
};

const guarded = { n: countOrNull, suppressed };
const spread = {
  mean: orNull(ref('BoundedFigure')),
  counts: orNull(listOf(record({ rating: micro, count }))),
};

const impactSide = record({
  reference: { ...textOrNull, description: 'The group with the highest rate of those shown.' },
  groups: listOf(ref('GroupImpact')),
});

export const reviewFiguresSchemas: Readonly<Record<string, OpenApiObject>> = {
  RatingSpread: record(spread, 'Ratings by the point of the scale that they are nearest to.'),
  RatingShift: record({
    unit: { ...textOrNull, description: 'Null: all together; in rows, people of no unit.' },
    ...guarded,
    ...{ before: orNull(ref('RatingSpread')), after: orNull(ref('RatingSpread')) },
    changed: orNull(record({ ...estimate, successes: count })),
    meanShift: orNull(ref('BoundedFigure')),
  }),
  GroupImpact: record(
    {
      ...{ group: text, ...guarded },
      rate: orNull(record({ ...estimate, successes: count })),
      impactRatio: {
        ...orNull(ref('BoundedFigure')),
        description: 'Of the reference itself it is 1 by definition, without an interval.',
      },
      p: { ...numberOrNull, description: 'Fisher’s exact test beside the reference, two-sided.' },
      isAdverse: { ...booleanOrNull, description: 'Below four fifths. Read p and n before it.' },
    },
    'How often a group is rated so high or higher, beside the group with the highest rate.',
  ),
  RaterAgreement: record({
    ...estimate,
    band: { ...textOrNull, description: 'A word for the value.' },
  }),
};

const groupedQuestion =
  'Who is in which group comes with the question, is held for the answer, and is kept nowhere: ' +
  'not in the log, not in a view, not in what is logged of requests. Ask only by what law and ' +
  'works agreement let you, and leave out whoever did not say.';

export const reviewFiguresPaths: OpenApiPart['paths'] = {
  '/review-figures/distribution': {
    get: {
      operationId: 'getRatingDistribution',
      summary: 'How ratings of a cycle are spread, before and after calibration',
      description:
        'Of reviews that a human has finalised. Before is what the first session found; without a ' +
        'session, and of a cycle that was finished elsewhere, both are the same. By unit: as it was on the last day of the period, with all ' +
        'below it. No curve is asked for, and none is drawn.',
      query: 'at-times',
      refuses: true,
      queryDto: DistributionQueryDto,
      response: record({
        ...about,
        unrated: { ...count, description: 'Not finalised, or without a rating: in no figure.' },
        total: ref('RatingShift'),
        rows: listOf(ref('RatingShift')),
      }),
    },
  },
  '/review-figures/nine-box': {
    get: {
      operationId: 'getNineBox',
      summary: 'Performance beside potential, in nine boxes',
      description:
        'In thirds of each scale. Potential is there only where the template has a rating of it by ' +
        'managers; where it has not, `message` says so, and there are no boxes.',
      query: 'at-times',
      refuses: true,
      queryDto: NineBoxQueryDto,
      response: record({
        ...{ ...about, potential: textOrNull, message: textOrNull, ...guarded },
        unknown: { ...countOrNull, description: 'In no box: one of the two is not rated.' },
        boxes: orNull(
          listOf(record({ performance: code(...bands), potential: code(...bands), count })),
        ),
      }),
    },
  },
  '/review-figures/agreement': {
    get: {
      operationId: 'getRaterAgreement',
      summary: 'How far raters agree, and how severe they are where that can be told',
      description:
        'Of the ratings of a part, whose raters are not told (one that a single item of peers, or of ' +
        'upward reviewers, counts for), or of an item by named raters. Where peers or upward reviewers ' +
        'rate the item, raters are compared and none is told of; managers are told of by name. ' +
        'ICC(2,1) and ICC(2,k) where the same raters rated the same people (`same-raters`), else ' +
        'ICC(1,1) and ICC(1,k); Krippendorff’s alpha of all, with a bootstrap interval. From five ' +
        'people on. Severity is fitted where raters have people in common, and shrunk; else it is ' +
        'confounded with how good the team is: counted, and never corrected.',
      query: 'at-times',
      refuses: true,
      queryDto: AgreementQueryDto,
      response: record({
        ...{ ...about, part: textOrNull, item: textOrNull, message: textOrNull },
        ...{ alpha: ref('RaterAgreement'), single: ref('RaterAgreement') },
        ...{ average: ref('RaterAgreement'), raters: count },
        design: code('same-raters', 'raters-of-their-own', 'none'),
        severity: orNull(
          record({
            compared: listOf(record({ rater: text, effect: { type: 'number' }, n: count })),
            ...{ hidden: count, confounded: count },
          }),
        ),
      }),
    },
  },
  '/review-figures/impact': {
    post: {
      operationId: 'askRatingImpact',
      summary: 'How often each group is rated high, beside the others',
      description:
        `The impact ratio with its interval, Fisher’s exact test and n, before and after ` +
        `calibration. ${groupedQuestion} A question, though it has a body.`,
      query: 'at-times',
      body: ImpactDto,
      response: record({
        ...{ ...about, attribute: text, atLeast: micro },
        n: { ...count, description: 'Rated, and in a group.' },
        ungrouped: { ...count, description: 'Rated, and in none.' },
        ...{ before: impactSide, after: impactSide },
      }),
    },
  },
  '/review-figures/scenarios': {
    post: {
      operationId: 'runScenario',
      summary: 'What another rule pack would make of the same ratings',
      description:
        'Who would move and how far, how scores would be spread, and what it would do to groups. ' +
        'Marked as a scenario, and in no way to pay: who has asked is recorded, the answer is kept ' +
        `nowhere. ${groupedQuestion}`,
      query: 'at-times',
      body: ScenarioDto,
      response: record({
        ...{ scenario: truth, ...about, instead: text, n: count },
        unscored: { ...count, description: 'Reviews without a score, of which nothing is made.' },
        before: record({ ...guarded, ...spread }),
        after: record({ ...guarded, ...spread }),
        moved: count,
        movers: listOf(
          record({
            ...{ review: text, person: text },
            ...{ before: microOrNull, after: microOrNull, difference: microOrNull },
          }),
        ),
        fairness: orNull(
          record({ attribute: text, atLeast: micro, before: impactSide, after: impactSide }),
        ),
      }),
    },
  },
  '/pay-feed': {
    get: {
      operationId: 'getPayFeed',
      summary: 'What may be paid by: ratings that a human has finalised',
      description:
        'Of a cycle that is released or closed, without those that are disputed or reopened. No ' +
        'computed score, calibrated rating or scenario is in it: what waits is listed with why. ' +
        'An own one waits, for whoever asks, until it is shared with them.',
      query: 'at-times',
      queryDto: PayFeedQueryDto,
      response: withNext(
        record({
          ...{ position: ref('Position'), cycle: text, stage: code(...cycleStages) },
          entries: listOf(
            record({
              ...{ review: text, person: text, job: textOrNull, rating: micro },
              ...{ by: text, revision: count, finalisedAt: instant },
              fact: { ...text, description: 'The fact that says so, in the stream of facts.' },
              position: text,
            }),
          ),
          waiting: listOf(
            record({
              ...{ review: text, person: text },
              because: code(...payWaits),
            }),
          ),
        }),
      ),
    },
  },
};

function withNext(page: OpenApiObject): OpenApiObject {
  const next = { ...text, description: 'Send it as `after` for the next page.' };
  return { ...page, properties: { ...(page['properties'] as OpenApiObject), next } };
}
