import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { TimesDto } from '@plumbline/web/shapes';
import { oneOf, pageOf, pathId, ref } from '@plumbline/web/openapi-shapes';
import { AcknowledgeReviewDto, ApproveDto, CyclesQueryDto } from './http/reviewing.dto.ts';
import { DeclineInvitationDto, FinaliseReviewDto } from './http/reviewing.dto.ts';
import { InviteReviewerDto, LateJoinerDto, NotRatedDto } from './http/reviewing.dto.ts';
import { OverrideRatingDto, PlanCycleDto, ReasonDto } from './http/reviewing.dto.ts';
import { ResolveDisputeDto, ReviewsQueryDto, StepDto } from './http/reviewing.dto.ts';
import { SubmitSectionDto } from './http/reviewing.dto.ts';

/** The routes of cycles and of the reviews in them. */
type Paths = OpenApiPart['paths'];

const example = {
  ...{ title: 'Year 2026, sales', period: { from: '2026-01-01', to: '2026-12-31' } },
  ...{ template: { id: 'yearly', version: 1 }, pack: { id: 'yearly', version: 1 } },
  ...{ population: { units: ['unit:sales'] }, peers: { mode: 'anonymous', min: 3 } },
  due: {
    ...{ self: '2027-01-15', peer: '2027-01-15', manager: '2027-01-31' },
    acknowledge: '2027-02-28',
  },
};

function changes(
  of: 'review' | 'cycle',
  act: string,
  operationId: string,
  summary: string,
  body: new () => object = StepDto,
  given: OpenApiObject = {},
): Paths {
  const [folder, id] =
    of === 'review' ? (['reviews', 'reviewId'] as const) : (['review-cycles', 'cycleId'] as const);
  const examples = { example: given };
  const asked = { parameters: [pathId(id)], command: 'changes', body, examples } as const;
  return { [`/${folder}/{${id}}/${act}`]: { post: { operationId, summary, ...asked } } };
}

const cyclePaths: Paths = {
  '/review-cycles': {
    post: {
      operationId: 'planReviewCycle',
      summary: 'Plan a review cycle: of which days, whom, by which template and rule pack',
      command: 'creates',
      body: PlanCycleDto,
      examples: { example },
      raw: {
        responses: {
          201: {
            links: {
              made: {
                operationId: 'getReviewCycle',
                parameters: { cycleId: '$response.body#/id' },
              },
            },
          },
        },
      },
    },
    get: {
      operationId: 'listReviewCycles',
      summary: 'Review cycles',
      query: 'at-times',
      queryDto: CyclesQueryDto,
      response: pageOf(ref('ReviewCycle')),
    },
  },
  '/review-cycles/{cycleId}': {
    get: {
      operationId: 'getReviewCycle',
      summary: 'One review cycle',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathId('cycleId')],
      response: oneOf('reviewCycle', 'ReviewCycle'),
    },
  },
  ...changes(
    ...(['cycle', 'launch', 'launchReviewCycle'] as const),
    'Pin who is reviewed and what counts, and open their reviews; 503 while sources are behind',
  ),
  ...changes(
    ...([
      'cycle',
      'late-joiners',
      'addLateJoiner',
      'Review somebody else by the same pin',
    ] as const),
    ...([LateJoinerDto, { person: 'ada' }] as const),
  ),
  ...changes('cycle', 'collect', 'collectReviewCycle', 'Let sections be written'),
  ...changes('cycle', 'calibrate', 'calibrateReviewCycle', 'Let ratings be compared'),
  ...changes('cycle', 'lock', 'lockReviewCycle', 'Lock the cycle, once every review is final'),
  ...changes('cycle', 'release', 'releaseReviewCycle', 'Let reviews be shared'),
  ...changes('cycle', 'close', 'closeReviewCycle', 'End the cycle'),
  ...changes(
    ...(['cycle', 'cancel', 'cancelReviewCycle', 'Give the cycle up; its reviews end'] as const),
    ...([ReasonDto, { reason: 'The wrong template.' }] as const),
  ),
};

const readingPaths: Paths = {
  '/reviews': {
    get: {
      operationId: 'listReviews',
      summary: 'Own reviews, those one owes, leads, or may see of a person or a cycle',
      description:
        '`cycle` narrows `subject`, `owedBy` or `ledBy`, of which one is taken at a time.',
      query: 'at-times',
      refuses: true,
      queryDto: ReviewsQueryDto,
      response: pageOf(ref('ReviewLine')),
    },
  },
  '/reviews/{reviewId}': {
    get: {
      operationId: 'getReview',
      summary: 'One review, as far as the caller may see it',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathId('reviewId')],
      response: oneOf('review', 'Review'),
    },
  },
};

const writingPaths: Paths = {
  ...changes(
    ...(['review', 'invitations', 'inviteReviewer', 'Ask a peer, or one from below'] as const),
    ...([InviteReviewerDto, { role: 'peer', reviewer: 'cy', due: '2027-01-15' }] as const),
  ),
  ...changes(
    ...(['review', 'invitations/decline', 'declineInvitation', 'Say no to being asked'] as const),
    ...([DeclineInvitationDto, { role: 'peer', reason: 'I was away all year.' }] as const),
  ),
  ...changes(
    ...(['review', 'sections', 'submitSection'] as const),
    'Submit a section; again, it is a newer version, and the one before is kept',
    SubmitSectionDto,
    {
      ...{ role: 'manager', evidence: [], texts: { summary: 'Nobody waits until morning now.' } },
      ratings: [
        { item: 'result', rating: 4_000_000 },
        { item: 'growth', rating: 3_000_000 },
      ],
    },
  ),
};

const endingPaths: Paths = {
  ...changes(
    ...(['review', 'override', 'overrideRating'] as const),
    'Put a rating in the place of the one that was seen, beside the computed one',
    OverrideRatingDto,
    {
      ...{ from: 3_500_000, to: 4_000_000, reasonCode: 'circumstances' },
      reason: 'The merger is not in the goals.',
    },
  ),
  ...changes(
    ...([
      'review',
      'finalise',
      'finaliseReview',
      'Say what the rating is, and answer for it',
    ] as const),
    ...([FinaliseReviewDto, { rating: 4_000_000 }] as const),
  ),
  ...changes(
    ...([
      'review',
      'not-rated',
      'declareNotRated',
      'Say that there is no rating, and why',
    ] as const),
    ...([NotRatedDto, { cause: 'too-few-days' }] as const),
  ),
  ...changes('review', 'share', 'shareReview', 'Let the subject read it'),
  ...changes(
    ...(['review', 'acknowledge', 'acknowledgeReview', 'Say that one has seen it'] as const),
    ...([AcknowledgeReviewDto, { comment: 'Seen.' }] as const),
  ),
  ...changes(
    ...(['review', 'dispute', 'disputeReview', 'Dispute the own review'] as const),
    ...([ReasonDto, { reason: 'The merger is not in it.' }] as const),
  ),
  ...changes(
    ...(['review', 'resolve', 'resolveDispute', 'Decide a dispute'] as const),
    ...([ResolveDisputeDto, { outcome: 'partly', reason: 'One of two points.' }] as const),
  ),
  ...changes('review', 'close', 'closeReview', 'End a review that was answered'),
  ...changes(
    ...([
      'review',
      'withdraw',
      'withdrawReview',
      'Take a review out: it stays, and counts no more',
    ] as const),
    ...([ReasonDto, { reason: 'She has left.' }] as const),
  ),
  ...changes(
    ...(['review', 'reopen', 'reopenReview', 'Allow a new revision of what is final'] as const),
    ...([ApproveDto, { askedBy: 'mia', reason: 'The dispute was right.' }] as const),
  ),
  ...changes(
    ...(['review', 'repin', 'repinReview', 'Allow evidence to count that came late'] as const),
    ...([ApproveDto, { askedBy: 'mia', reason: 'The figures of June came late.' }] as const),
  ),
};

export const reviewingPaths: Paths = {
  ...{ ...cyclePaths, ...readingPaths, ...writingPaths, ...endingPaths },
};
