import type { Review } from '../api/types.ts';
import type { CycleStage } from './cycles.ts';
import { isWriting } from './reviews.ts';

/** What is done about a review beside writing in it, in the order in which it is offered. */
const acts = [
  ...(['acknowledge', 'dispute', 'decline', 'invite', 'override', 'finalise', 'share'] as const),
  ...(['resolve', 'close', 'reopen', 'repin', 'not-rated', 'withdraw'] as const),
] as const;
export type ReviewAct = (typeof acts)[number];

/** Who looks at a review. */
export interface Looking {
  readonly own: string;
  /** For whom they stand in; undefined: for themselves. */
  readonly behalf: string | undefined;
  readonly isHr: boolean;
  readonly now: Date;
}

/**
 * What somebody can do about a review as it stands, as the policy and its stage have it; the server
 * decides. Of its cycle, where that is known, hangs what is done within a stage of it.
 */
export function actsOn(review: Review, looking: Looking, cycle?: CycleStage): readonly ReviewAct[] {
  const { own, behalf } = looking;
  const me = behalf ?? own;
  if (own === review.subject || me === review.subject) {
    return behalf === undefined ? ofSubject(review) : [];
  }
  const isAdmin = looking.isHr && review.seenAs.some((eye) => eye === 'scope' || eye === 'manager');
  const led = me === review.manager || isAdmin ? ofLead(review, looking, cycle) : [];
  const open = [
    ...(behalf === undefined && isAsked(review, me) ? (['decline'] as const) : []),
    ...led,
    ...(isAdmin ? ofAdmin(review) : []),
    ...(isParty(review, looking) ? [] : ofOthers(review, isAdmin, cycle)),
  ];
  const over = hasAllowed(review, looking) ? inWhatWasAllowed : [];
  return acts.filter((one) => open.includes(one) && !over.includes(one));
}

/** Who has allowed that it is reopened has no say in what comes of it. */
const inWhatWasAllowed: readonly ReviewAct[] = ['override', 'finalise', 'not-rated', 'withdraw'];

function hasAllowed({ outcomes }: Review, { own, behalf }: Looking): boolean {
  const by = outcomes.findLast(({ what }) => what === 'reopened')?.by.sub;
  return by !== undefined && (by === own || by === behalf);
}

function ofSubject({ stage }: Review): readonly ReviewAct[] {
  if (stage === 'shared' || stage === 'unacknowledged') return ['acknowledge', 'dispute'];
  return stage === 'acknowledged' ? ['dispute'] : [];
}

function ofLead(
  review: Review,
  { now }: Looking,
  cycle: CycleStage | undefined,
): readonly ReviewAct[] {
  const { stage, rating, score, due } = review;
  switch (stage) {
    case 'opened':
    case 'self-submitted':
      return isCollecting(review, cycle) && !wasReadUnnamed(review) ? ['invite'] : [];
    case 'manager-submitted':
    case 'calibrated':
      return [
        ...(score === null ? [] : (['override'] as const)),
        ...(rating !== null && isComparing(review, cycle) ? (['finalise'] as const) : []),
      ];
    case 'finalised':
    case 'not-rated':
      return isReleased(cycle) && !isShared(review) ? ['share'] : [];
    case 'unacknowledged':
      return ['close'];
    case 'resolved':
      // What a dispute was right about is corrected before.
      return wasRight(review) ? [] : ['close'];
    case 'acknowledged':
      // Until that day is over everywhere, its subject can dispute it.
      return due.acknowledge < lastDayOn(now) ? ['close'] : [];
    default:
      return [];
  }
}

function ofAdmin(review: Review): readonly ReviewAct[] {
  if (review.stage === 'in-calibration') return ['withdraw'];
  return isWriting(review) || review.stage === 'calibrated' ? ['not-rated', 'withdraw'] : [];
}

/** What is for those who have no part in it. */
function ofOthers(review: Review, isAdmin: boolean, cycle?: CycleStage): readonly ReviewAct[] {
  const { stage, seenAs } = review;
  if (stage === 'disputed') return seenAs.includes('scope') ? ['resolve'] : [];
  if (!isAdmin || stage === 'withdrawn' || cycle === 'cancelled') return [];
  if (isWriting(review)) return ['repin'];
  return stage === 'in-calibration' || stage === 'calibrated' ? [] : ['reopen'];
}

/**
 * Who wrote in it, answered for it, put its rating or ended it, in the own name or in that of
 * another. What was decided in sessions, or in a revision before, the server knows.
 */
function isParty(
  { sections, segments, manager, overrides, final }: Review,
  { own, behalf }: Looking,
) {
  const parties = [
    ...sections.flatMap(({ author, by }) => [author, by?.sub]),
    ...segments.map((one) => one.manager),
    ...overrides.flatMap(({ by }) => [by.sub, by.onBehalfOf]),
    ...[manager, final?.by.sub, final?.by.onBehalfOf],
  ];
  return parties.includes(own) || (behalf !== undefined && parties.includes(behalf));
}

function isAsked({ invitations, writes }: Review, me: string): boolean {
  const isOpen = invitations.some(({ reviewer, stage }) => reviewer === me && stage === 'open');
  return isOpen && writes !== null;
}

/** A review that was reopened goes on by itself, wherever its cycle is. */
function isCollecting({ reviewRevision }: Review, cycle: CycleStage | undefined): boolean {
  if (cycle === undefined || (reviewRevision ?? 1) > 1) return true;
  return cycle === 'launched' || cycle === 'collecting';
}

function isComparing({ reviewRevision }: Review, cycle: CycleStage | undefined): boolean {
  if (cycle === undefined || cycle === 'calibrating') return true;
  return (reviewRevision ?? 1) > 1 && ['locked', 'released', 'closed'].includes(cycle);
}

function isReleased(cycle: CycleStage | undefined): boolean {
  return cycle === undefined || cycle === 'released' || cycle === 'closed';
}

/** Who is asked after unnamed ones were read would be known by what is new. */
function wasReadUnnamed({ peers, reviewRevision, segments }: Review): boolean {
  if (peers.mode === 'named') return false;
  return (reviewRevision ?? 1) > 1 || segments.some(({ sealed }) => sealed === 'submitted');
}

/** Whether this revision of it was: without a rating it keeps its stage then. */
function isShared({ outcomes }: Review): boolean {
  const last = outcomes.findLast(({ what }) => what === 'shared' || what === 'reopened');
  return last?.what === 'shared';
}

function wasRight({ outcomes }: Review): boolean {
  return outcomes.findLast(({ what }) => what === 'resolved')?.outcome !== 'rejected';
}

const zoneBehindMsMax = 12 * 3_600_000;

/** The day that it still is where days end last. */
function lastDayOn(now: Date): string {
  return new Date(now.getTime() - zoneBehindMsMax).toISOString().slice(0, 10);
}
