import fc from 'fast-check';
import type { ReviewCommand } from './review.commands.ts';
import * as example from './review.histories.ts';
import type { Review, ReviewStage } from './review.state.ts';

/**
 * The life of a review, written out apart from the code: from which stage which fact leads where.
 * What is not here is forbidden, whoever asks and in whatever order.
 */
const writing: readonly ReviewStage[] = ['opened', 'self-submitted', 'manager-submitted'];
export const life: Readonly<Record<ReviewStage, Readonly<Record<string, readonly ReviewStage[]>>>> =
  {
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
    'not-rated': ends('not-rated', {
      ReviewShared: ['not-rated'],
      // Only where its cycle is given up, and nobody has been told.
      ReviewWithdrawn: ['withdrawn'],
    }),
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
  ...[example.lapseAcknowledgement, example.resolve, example.turnDown, example.close],
  example.reopen,
  ...[example.notRate, example.withdraw],
];

/** Few, so that one is often asked for again. */
const drawnActMax = 40;

const drawn = fc.record({
  command: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom<ReviewCommand>(...submits) },
    { weight: 2, arbitrary: fc.constant<ReviewCommand>(example.score) },
    { weight: 5, arbitrary: fc.constantFrom<ReviewCommand>(...others) },
  ),
  act: fc.integer({ min: 1, max: drawnActMax }),
  by: fc.constantFrom('own', 'own', 'own', ...people),
  lent: fc.constantFrom('no', 'no', 'no', 'no', ...people),
  to: fc.constantFrom('mia', 'mo', 'bo', 'ada'),
  rating: fc.constantFrom(null, null, null, 2 * million, 4 * million),
});
export type Drawn = typeof drawn extends fc.Arbitrary<infer One> ? One : never;

/** A command as it might come, often fitting what stands, so that late stages are reached. */
export function commandOf(
  { command, act, by, lent, to, rating }: Drawn,
  review: Review,
): ReviewCommand {
  const asked = { ...command, act: `act-${act}` };
  const standing = review.stage === 'none' ? null : review.rating;
  const number = rating ?? standing ?? 3 * million;
  const own = 'by' in asked ? asked.by : '';
  const who = { by: by === 'own' ? own : by, ...(lent === 'no' ? {} : { onBehalfOf: lent }) };
  switch (asked.type) {
    case 'ReassignReviewer': {
      const { outgoing, incoming } = asked.days;
      // No day of the period goes over, as where it is told after its end.
      return { ...asked, to, days: { outgoing, incoming: act % 3 === 0 ? 0 : incoming } };
    }
    case 'ScoreReview': {
      const basis = review.stage === 'none' ? 0 : review.inputs;
      return { ...asked, ...scored, basis, total: act % 5 === 0 ? null : number };
    }
    case 'CalibrateRating':
      return { ...asked, from: number, to: act % 2 === 0 ? number : 3 * million };
    case 'OverrideRating':
      return {
        ...asked,
        ...who,
        from: rating ?? standing,
        to: act % 2 === 0 ? number : 3 * million,
      };
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

/** A part of a life that goes well, so that its late stages are reached, then anything at all. */
const ways: readonly (readonly ReviewCommand[])[] = [
  [example.submitManager, example.score, example.finalise, example.share, example.acknowledge],
  [example.submitManager, example.score, example.enter, example.calibrate, example.finalise],
  [example.submitManager, example.reassign, example.submitSecond, example.score, example.finalise],
  // What was put stands beside a score of what is written again.
  [example.submitManager, example.score, example.override, example.submitManager, example.score],
].flatMap((way) => {
  const judged = [example.turnDown, example.resolve];
  return judged.map((one) => [...way, example.share, example.dispute, one, example.close]);
});

/** Whether a command was drawn as a part of such a life, which is asked for one by one. */
export const isOfWhole = ({ act }: Drawn): boolean => act > drawnActMax;

export const wholeLives = ways.map((way) =>
  way.map((command, at): Drawn => {
    return {
      command,
      act: drawnActMax + at * 5 + 1,
      by: 'own',
      lent: 'no',
      to: 'mo',
      rating: command.type === 'ScoreReview' ? 4 * million : null,
    };
  }),
);

export const lives = fc
  .tuple(fc.constantFrom(...wholeLives), fc.nat(9), fc.array(drawn, { maxLength: 30 }))
  .map(([way, length, then]): Drawn[] => [...way.slice(0, length), ...then]);
