import type { TransactReceipt } from '@plumbline/event-log';
import { isRejection, reject, type Day, type Position, type Rejection } from '@plumbline/kernel';
import { calibratorsOf, decidersOf } from './reviewing.calibrators.ts';
import { answeredOf } from './cycle/accountable.ts';
import { cycleAggregate, cycleStream, reviewAggregate, reviewStream } from './cycles.facts.ts';
import { linesAt } from './cycles.launch.ts';
import { manifestAt, sourcesReach } from './reviewing.evidence.ts';
import { finalisingBegun } from './reviewing.finalising.ts';
import { concernedIn, eyesWithout, refuseToAct } from './reviewing.permission.ts';
import { inToldRevisions, pointAt, type ToldAt } from './reviewing.revisions.ts';
import { scored } from './reviewing.scoring.ts';
import type * as Command from './review/review.commands.ts';
import type { ReviewCommand } from './review/review.commands.ts';
import type { LiveReview, Review } from './review/review.state.ts';
import { askedOf, type ReviewsEnvelope, type ReviewsPorts } from './reviews.ports.ts';
import { refuseByCycle, refuseStranger } from './reviewing.rules.ts';
import { stepOf, templateOf } from './settings.pins.ts';
import { itemsFor } from './template/template.ts';
import { hearerOf, toldRevision } from './views/review-revision.ts';
import { reviewSheet } from './views/review-sheet.ts';

type Result = Promise<TransactReceipt | Rejection>;

/** What is pinned, and what the pinned template asks, is found out here. */
export type ReviewAsked =
  | Exclude<
      ReviewCommand,
      | Command.OpenReview
      | Command.InviteReviewer
      | Command.SubmitSection
      | Command.OverrideRating
      | Command.ResolveDispute
      | Command.ReopenReview
      | Command.RepinReview
    >
  | (Omit<Command.InviteReviewer, 'due'> & { readonly due?: Day })
  | Omit<Command.OpenReview, 'manifest'>
  | Omit<Command.SubmitSection, 'asks'>
  | Omit<Command.OverrideRating, 'step'>
  | Omit<Command.ResolveDispute, 'calibrators'>
  | Omit<Command.ReopenReview, 'calibrators'>
  | Omit<Command.RepinReview, 'manifest' | 'position' | 'answered' | 'calibrators'>;

export function transactReview(
  ports: ReviewsPorts,
  asked: ReviewAsked,
  envelope: ReviewsEnvelope,
): Result {
  const { reviewId } = asked;
  const streams = [reviewStream(envelope.context.tenant, reviewId)];
  const toldAt: ToldAt = async (asking, position) => {
    const { doc } = await ports.views.fold(reviewSheet, reviewId, streams, pointAt(position));
    if (doc === undefined) return undefined;
    const calibrators = await calibratorsOf(ports, envelope.context.tenant, doc.review);
    const eyes = eyesWithout(ports, concernedIn(doc.review, calibrators), asking);
    const told = toldRevision(doc.told, hearerOf(eyes, asking.onBehalfOf ?? asking.sub));
    return { revision: doc.revision, told };
  };
  return inToldRevisions(toldAt, envelope, (one) => transacted(ports, asked, one));
}

async function transacted(
  ports: ReviewsPorts,
  asked: ReviewAsked,
  envelope: ReviewsEnvelope,
): Result {
  const { context } = envelope;
  const { tenant } = context;
  const stream = reviewStream(tenant, asked.reviewId);
  const { state, repeated } = await ports.transactor.load(reviewAggregate, stream, context);
  // Who may no more what they did is told once more that they did it, as by every other door.
  const result = repeated ?? (await decided(ports, asked, envelope, { stream, state }));
  // What was written is in the score at once; should this not be reached, the next act does it.
  if (!isRejection(result) && feedsScore(asked)) await scored(ports, asked.reviewId, tenant);
  return result;
}

async function decided(
  ports: ReviewsPorts,
  asked: ReviewAsked,
  envelope: ReviewsEnvelope,
  { stream, state }: { readonly stream: string; readonly state: Review },
): Result {
  const { asking, context } = envelope;
  const { tenant } = context;
  const review = state.stage === 'none' ? undefined : state;
  const calibrators = review === undefined ? [] : await calibratorsOf(ports, tenant, review);
  const permit = (found: LiveReview) =>
    refuseToAct(ports, asking, asked, { review: found, calibrators });
  const refused = review && (permit(review) ?? (await refuseNow(ports, asked, tenant, review)));
  if (refused !== undefined) return refused;
  const command = await completed(ports, asked, tenant, review);
  if (isRejection(command)) return command;
  const unscored = needsScore(asked) ? await scored(ports, asked.reviewId, tenant) : undefined;
  if (unscored !== undefined) return unscored;
  const unbegun =
    command.type === 'FinaliseReview'
      ? await finalisingBegun(ports, command, { stream, envelope })
      : undefined;
  if (unbegun !== undefined) return unbegun;
  return ports.transactor.transact(reviewAggregate, {
    ...{ stream, command, ...askedOf(envelope) },
    permit: (found) => (found.stage === 'none' ? undefined : permit(found)),
  });
}

/** What hangs on others than the review itself: its cycle, and who stands where. */
async function refuseNow(
  ports: ReviewsPorts,
  asked: ReviewAsked,
  tenant: string,
  review: LiveReview,
): Promise<Rejection | undefined> {
  const stream = cycleStream(tenant, review.cycleId);
  const { state: cycle } = await ports.transactor.load(cycleAggregate, stream);
  return (
    refuseByCycle(asked, review, cycle.stage) ??
    refuseStranger(asked, review, ports.access.organizationOf(tenant))
  );
}

function needsScore({ type }: ReviewAsked): boolean {
  return type === 'EnterCalibration' || type === 'OverrideRating' || type === 'FinaliseReview';
}

function feedsScore({ type }: ReviewAsked): boolean {
  return (
    type === 'SubmitSection' ||
    type === 'RepinReview' ||
    type === 'ReassignReviewer' ||
    type === 'DeclineInvitation' ||
    type === 'LapseInvitation'
  );
}

async function completed(
  ports: ReviewsPorts,
  asked: ReviewAsked,
  tenant: string,
  review: LiveReview | undefined,
): Promise<ReviewCommand | Rejection> {
  switch (asked.type) {
    case 'OpenReview': {
      const manifest = await manifestAt(ports, tenant, asked, asked.position as Position);
      return { ...asked, manifest };
    }
    case 'InviteReviewer':
      // Where nobody says until when, it is as was planned for all.
      return { ...asked, due: asked.due ?? review?.due.peer ?? '' };
    case 'SubmitSection':
      return submitted(ports, asked, tenant, review);
    case 'OverrideRating': {
      if (review === undefined) return noReview;
      return { ...asked, step: await stepOf(ports, tenant, review) };
    }
    case 'RepinReview': {
      // What was recorded up to now counts from now on.
      const position = (await ports.views.positionOf(undefined)) ?? ('' as Position);
      await ports.access.after(position);
      await sourcesReach(ports, tenant, position);
      if (review === undefined) return noReview;
      const manifest = await manifestAt(ports, tenant, review, position);
      const lines = linesAt(ports.access.organizationOf(tenant), position);
      // As at a launch: of days to come nobody knows yet who will answer.
      const answered = answeredOf(review.subject, review.period, asked.at.slice(0, 10), lines);
      const calibrators = await decidersOf(ports, tenant, review);
      return { ...asked, position, manifest, answered, calibrators };
    }
    case 'ResolveDispute':
    case 'ReopenReview': {
      if (review === undefined) return noReview;
      return { ...asked, calibrators: await decidersOf(ports, tenant, review) };
    }
    default:
      return asked;
  }
}

async function submitted(
  ports: ReviewsPorts,
  asked: Omit<Command.SubmitSection, 'asks'>,
  tenant: string,
  review: LiveReview | undefined,
): Promise<Command.SubmitSection | Rejection> {
  if (review === undefined) return noReview;
  const pinned = await templateOf(ports, tenant, review.template);
  if (pinned === undefined) {
    return reject('review/pins-missing', 'The template of the review is not there any more.');
  }
  const { scale } = pinned.template;
  const asks = itemsFor(pinned.template, asked.role).map((item) => {
    const { id, kind, required } = item;
    const anchors = kind === 'rating' ? { anchors: scale.anchors } : {};
    return { item: id, kind, required, ...anchors };
  });
  return { ...asked, asks };
}

const noReview = reject('review/not-found', 'There is no review with this id.');
