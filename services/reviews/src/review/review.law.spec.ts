import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { ReviewCommand } from './review.commands.ts';
import { reviewDecider } from './review.decide.ts';
import * as example from './review.histories.ts';
import { evolveReview, initialReview, isFinal, isWriting, reviewStages } from './review.state.ts';
import type { LiveReview, Review, ReviewStage } from './review.state.ts';
import type { ReviewFact } from './review.ts';

/**
 * The life of a review, written out apart from the code: from which stage which fact leads where.
 * What is not here is forbidden, whoever asks and in whatever order.
 */
const writing: readonly ReviewStage[] = ['opened', 'self-submitted', 'manager-submitted'];
const life: Readonly<Record<ReviewStage, Readonly<Record<string, readonly ReviewStage[]>>>> = {
  opened: edges({ CalibrationEntered: [], RatingOverridden: [], ReviewFinalised: [] }),
  'self-submitted': edges({ CalibrationEntered: [], RatingOverridden: [], ReviewFinalised: [] }),
  'manager-submitted': edges({
    CalibrationEntered: ['in-calibration'],
    RatingOverridden: ['manager-submitted'],
    ReviewScored: ['manager-submitted'],
    ReviewFinalised: ['finalised'],
    ReviewerInvited: [],
  }),
  'in-calibration': {
    RatingCalibrated: ['calibrated'],
    ReviewerReassigned: ['in-calibration'],
    InvitationLapsed: ['in-calibration'],
    ReviewWithdrawn: ['withdrawn'],
  },
  calibrated: {
    CalibrationEntered: ['in-calibration'],
    RatingOverridden: ['calibrated'],
    ReviewerReassigned: ['calibrated'],
    InvitationLapsed: ['calibrated'],
    ReviewFinalised: ['finalised'],
    NotRatedDeclared: ['not-rated'],
    ReviewWithdrawn: ['withdrawn'],
  },
  finalised: ends('finalised', { ReviewShared: ['shared'] }),
  shared: ends('shared', {
    ReviewAcknowledged: ['acknowledged'],
    AcknowledgementLapsed: ['unacknowledged'],
    ReviewDisputed: ['disputed'],
  }),
  acknowledged: ends('acknowledged', { ReviewDisputed: ['disputed'], ReviewClosed: ['closed'] }),
  unacknowledged: ends('unacknowledged', {
    ReviewAcknowledged: ['acknowledged'],
    ReviewDisputed: ['disputed'],
    ReviewClosed: ['closed'],
  }),
  disputed: { DisputeResolved: ['resolved'], InvitationLapsed: ['disputed'] },
  resolved: ends('resolved', { ReviewClosed: ['closed'] }),
  closed: ends('closed', {}),
  'not-rated': ends('not-rated', { ReviewShared: ['not-rated'] }),
  withdrawn: { InvitationLapsed: ['withdrawn'] },
};

function edges(special: Readonly<Record<string, readonly ReviewStage[]>>) {
  const same = [
    ...['ReviewerInvited', 'InvitationDeclined', 'InvitationLapsed', 'SectionSubmitted'],
    ...['SegmentSealed', 'ReviewerReassigned', 'ReviewRepinned'],
  ];
  return {
    ...Object.fromEntries(same.map((type) => [type, writing])),
    ...{ NotRatedDeclared: ['not-rated'], ReviewWithdrawn: ['withdrawn'], ...special },
  } as Readonly<Record<string, readonly ReviewStage[]>>;
}

function ends(stage: ReviewStage, more: Readonly<Record<string, readonly ReviewStage[]>>) {
  return { ReviewReopened: writing, InvitationLapsed: [stage], ...more };
}

const people = ['ada', 'mia', 'mo', 'cy', 'bo', 'hana'] as const;
const { million, scored } = example;
const submits = [
  example.submitSelf,
  example.submitPeer,
  example.submitManager,
  example.submitSecond,
];
const others: readonly ReviewCommand[] = [
  ...[example.open, example.invite, example.invite, example.decline, example.lapse],
  ...[example.reassign, example.reassign, example.repin, example.enter, example.enter],
  ...[example.calibrate, example.calibrate, example.override, example.finalise, example.finalise],
  ...[example.finalise, example.share, example.share, example.acknowledge, example.dispute],
  ...[example.lapseAcknowledgement, example.resolve, example.close, example.reopen],
  ...[example.notRate, example.withdraw],
];

const drawn = fc.record({
  command: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom<ReviewCommand>(...submits) },
    { weight: 2, arbitrary: fc.constant<ReviewCommand>(example.score) },
    { weight: 5, arbitrary: fc.constantFrom<ReviewCommand>(...others) },
  ),
  act: fc.integer({ min: 1, max: 40 }),
  by: fc.constantFrom('own', 'own', 'own', ...people),
  lent: fc.constantFrom('no', 'no', 'no', 'no', ...people),
  to: fc.constantFrom('mia', 'mo', 'bo', 'ada'),
  rating: fc.constantFrom(null, null, null, 2 * million, 4 * million),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer One> ? One : never;

/** A command as it might come, often fitting what stands, so that late stages are reached. */
function commandOf({ command, act, by, lent, to, rating }: Drawn, review: Review): ReviewCommand {
  const asked = { ...command, act: `act-${act}` };
  const standing = review.stage === 'none' ? null : review.rating;
  const number = rating ?? standing ?? 3 * million;
  const own = 'by' in asked ? asked.by : '';
  const who = { by: by === 'own' ? own : by, ...(lent === 'no' ? {} : { onBehalfOf: lent }) };
  switch (asked.type) {
    case 'ReassignReviewer':
      return { ...asked, to };
    case 'ScoreReview': {
      const basis = review.stage === 'none' ? 0 : review.inputs;
      return { ...asked, ...scored, basis, total: act % 5 === 0 ? null : number };
    }
    case 'CalibrateRating':
      return { ...asked, from: number, to: act % 2 === 0 ? number : 3 * million };
    case 'OverrideRating':
      return { ...asked, ...who, to: act % 2 === 0 ? number : 3 * million };
    case 'FinaliseReview':
      return { ...asked, ...who, rating: number };
    case 'ReopenReview':
    case 'RepinReview':
      return { ...asked, ...(by === 'own' ? {} : { approver: by }) };
    case 'InviteReviewer':
    case 'DeclineInvitation':
      return { ...asked, ...('by' in asked ? who : {}), reviewer: act % 3 === 0 ? to : 'cy' };
    default:
      return ('by' in asked ? { ...asked, ...who } : asked) as ReviewCommand;
  }
}

type Look = (before: LiveReview, fact: ReviewFact, after: LiveReview) => void;

function play(all: readonly Drawn[], look: Look): void {
  let review: Review = evolveReview(initialReview, example.opened);
  for (const one of all) {
    const command = commandOf(one, review);
    const decision = reviewDecider.decide(command, review);
    if (isRejection(decision)) continue;
    repeatDecidesNothing(reviewDecider, command, review, decision);
    for (const fact of decision) {
      const after = evolveReview(review, fact);
      if (review.stage === 'none' || after.stage === 'none') throw new Error('It was opened.');
      look(review, fact, after);
      review = after;
    }
  }
}

/** A part of a life that goes well, so that its late stages are reached, then anything at all. */
const ways: readonly (readonly ReviewCommand[])[] = [
  [example.submitManager, example.score, example.finalise, example.share, example.acknowledge],
  [example.submitManager, example.score, example.enter, example.calibrate, example.finalise],
  [example.submitManager, example.reassign, example.submitSecond, example.score, example.finalise],
].map((way) => [...way, example.share, example.dispute, example.resolve, example.close]);

const lives = fc
  .tuple(fc.constantFrom(...ways), fc.nat(9), fc.array(drawn, { maxLength: 30 }))
  .map(([way, length, then]): Drawn[] => {
    const begun = way.slice(0, length).map((command, at): Drawn => {
      return { command, act: 100 + at * 5 + 1, by: 'own', lent: 'no', to: 'mo', rating: null };
    });
    return [...begun, ...then];
  });

describe('the laws of a review, over any commands of anybody in any order', () => {
  it('its life is the one that is written above, and no other', () => {
    const reached = new Set<ReviewStage>();
    fc.assert(
      fc.property(lives, (all) => {
        play(all, (before, fact, after) => {
          const allowed = life[before.stage][fact.type] ?? [];
          expect([before.stage, fact.type, after.stage]).toEqual([
            ...[before.stage, fact.type, allowed.find((stage) => stage === after.stage)],
          ]);
          reached.add(after.stage);
        });
      }),
      { numRuns: 600, seed: 7 },
    );
    expect([...reached].toSorted()).toEqual([...reviewStages].toSorted());
  });

  it('F15: what is final reads the same until it is reopened, whoever asks', () => {
    let finals = 0;
    const counted = ({ rating, sections, segments, manifest, score, revision }: LiveReview) => {
      return { rating, sections, segments, manifest, score, revision };
    };
    fc.assert(
      fc.property(lives, (all) => {
        play(all, (before, fact, after) => {
          if (!isFinal(before) || fact.type === 'ReviewReopened') return;
          expect(counted(after)).toEqual(counted(before));
          finals += 1;
        });
      }),
      { numRuns: 300 },
    );
    expect(finals).toBeGreaterThan(100);
  });

  it('nobody decides on an own record, in person, for another, or through another', () => {
    const own = new Set(['SectionSubmitted', 'ReviewAcknowledged', 'ReviewDisputed']);
    fc.assert(
      fc.property(lives, (all) => {
        play(all, (_, fact) => {
          const acting = fact as unknown as Readonly<Record<string, unknown>>;
          const by = [acting['by'], acting['onBehalfOf'], acting['approver']];
          if (!by.includes('ada')) return;
          expect(own).toContain(fact.type);
          if (fact.type === 'SectionSubmitted') expect(fact.role).toBe('self');
          expect(by).toEqual(['ada', undefined, undefined]);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('what was sealed stays sealed, and what was finalised was the rating that stood', () => {
    let [seals, finals] = [0, 0];
    fc.assert(
      fc.property(lives, (all) => {
        play(all, (before, fact, after) => {
          for (const [at, segment] of before.segments.entries()) {
            if (segment.sealed === undefined) continue;
            expect(after.segments[at]).toEqual(segment);
            seals += 1;
          }
          if (fact.type !== 'ReviewFinalised') return;
          expect(fact).toMatchObject({ rating: before.rating, revision: before.revision });
          finals += 1;
        });
      }),
      { numRuns: 300 },
    );
    expect(Math.min(seals, finals)).toBeGreaterThan(30);
  });

  it('revisions count up by one, and only by being reopened', () => {
    fc.assert(
      fc.property(lives, (all) => {
        play(all, (before, fact, after) => {
          const isReopened = fact.type === 'ReviewReopened';
          expect(after.revision).toBe(before.revision + (isReopened ? 1 : 0));
          if (isReopened) expect(isWriting(after)).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });
});
