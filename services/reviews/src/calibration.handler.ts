import { refusalOf } from '@plumbline/access';
import type { TransactReceipt } from '@plumbline/event-log';
import { isRejection, reject, type Rejection } from '@plumbline/kernel';
import type * as Command from './calibration-session/calibration-session.commands.ts';
import type { CalibrationCommand } from './calibration-session/calibration-session.commands.ts';
import type { HeldSession } from './calibration-session/calibration-session.ts';
import { calibrationAggregate, calibrationStream } from './calibration.facts.ts';
import { answersTo, refuseToConvene, seesSession } from './calibration.permission.ts';
import { sightOf, subjectsSeen } from './calibration.permission.ts';
import { enteredReviews, foundReviews, ratingIn } from './calibration.reviews.ts';
import { inToldRevisions, pointAt, type ToldAt } from './reviewing.revisions.ts';
import { askedOf, type ReviewsEnvelope, type ReviewsPorts } from './reviews.ports.ts';
import { calibrationSheet, toldOfSession } from './views/calibration-sheet.ts';

type Result = Promise<TransactReceipt | Rejection>;

/** Whom reviews are about, how they are rated, and who answers to whom, the handler knows. */
export type CalibrationAsked =
  | (Omit<Command.ConveneSession, 'reviews'> & { readonly reviews: readonly string[] })
  | (Omit<Command.AddReviews, 'reviews'> & { readonly reviews: readonly string[] })
  | Omit<Command.ProposeAdjustment, 'rating' | 'scale' | 'answersToSubject'>
  | Omit<Command.DecideAdjustment, 'answersToSubject' | 'moderatorAnswersToSubject'>
  | Command.AddMembers
  | Command.ExcuseMember
  | Command.ReplaceModerator
  | Command.LeaveOutReview
  | Command.LockSession;

const types: ReadonlySet<string> = new Set<CalibrationAsked['type']>([
  ...(['ConveneSession', 'AddMembers', 'ExcuseMember', 'ReplaceModerator'] as const),
  ...(['AddReviews', 'ProposeAdjustment', 'DecideAdjustment', 'LockSession'] as const),
  'LeaveOutReview',
]);

export function isCalibrationCommand(command: {
  readonly type: string;
}): command is CalibrationAsked {
  return types.has(command.type);
}

/** In revisions as they are told to who asks: what is decided on themselves is in none of them. */
export function transactCalibration(
  ports: ReviewsPorts,
  asked: CalibrationAsked,
  envelope: ReviewsEnvelope,
): Result {
  const { sessionId } = asked;
  const streams = [calibrationStream(envelope.context.tenant, sessionId)];
  const toldAt: ToldAt = async (me, position) => {
    const { doc } = await ports.views.fold(calibrationSheet, sessionId, streams, pointAt(position));
    if (doc === undefined) return undefined;
    const isWhole = sightOf(ports, me, doc) === 'whole';
    const told = toldOfSession(doc, subjectsSeen(ports, me, doc, isWhole));
    return { revision: doc.revision, told };
  };
  return inToldRevisions(toldAt, envelope, (one) => transacted(ports, asked, one));
}

async function transacted(
  ports: ReviewsPorts,
  asked: CalibrationAsked,
  envelope: ReviewsEnvelope,
): Result {
  const { asking, context } = envelope;
  const stream = calibrationStream(context.tenant, asked.sessionId);
  const { state, repeated } = await ports.transactor.load(calibrationAggregate, stream, context);
  if (repeated !== undefined) return repeated;
  const command = await completed(ports, asked, envelope, heldOf(state));
  if (isRejection(command)) return command;
  return ports.transactor.transact(calibrationAggregate, {
    stream,
    command,
    ...askedOf(envelope),
    permit: (found) => {
      const session = heldOf(found);
      const refused = refuse(ports, command, envelope, session);
      // That nobody acts in the place of another does not hang on the record.
      const isLent = asking?.onBehalfOf !== undefined;
      if (isLent || session === undefined || seesSession(ports, asking, session)) return refused;
      // Who may neither act in it nor read it is not told that it is there.
      return reject('calibration-session/not-found', 'There is no session with this id.');
    },
  });
}

/** What is asked, with what only the log and the organisation know. */
async function completed(
  ports: ReviewsPorts,
  asked: CalibrationAsked,
  { asking, context: { tenant } }: ReviewsEnvelope,
  session: HeldSession | undefined,
): Promise<CalibrationCommand | Rejection> {
  const organization = ports.access.organizationOf(tenant);
  switch (asked.type) {
    case 'ConveneSession':
    case 'AddReviews': {
      const cycleId = asked.type === 'ConveneSession' ? asked.cycleId : session?.cycleId;
      const known = session?.reviews ?? {};
      const found = await foundReviews(ports, tenant, asked.reviews);
      const named = found.flatMap(({ review }) => (review.stage === 'none' ? [] : [review]));
      // How far a review is, is told to those alone who may put it into a session.
      const reviews =
        refuseToConvene(ports, asking, [...Object.values(known), ...named]) ??
        (await enteredReviews(ports, tenant, found, { cycleId, known }));
      return isRejection(reviews) ? reviews : { ...asked, reviews };
    }
    case 'ProposeAdjustment': {
      const subject = session?.reviews[asked.reviewId]?.subject ?? '';
      const answersToSubject = answersTo(organization, asked.by, subject, asked.at);
      return { ...asked, ...(await ratingIn(ports, tenant, asked)), answersToSubject };
    }
    case 'DecideAdjustment': {
      const reviewId = session?.adjustments[asked.adjustmentId]?.reviewId ?? '';
      const subject = session?.reviews[reviewId]?.subject ?? '';
      const isBelow = (one: string) => answersTo(organization, one, subject, asked.at);
      const moderatorAnswersToSubject = isBelow(session?.moderator ?? '');
      return { ...asked, answersToSubject: isBelow(asked.by), moderatorAnswersToSubject };
    }
    default:
      return asked;
  }
}

function refuse(
  ports: ReviewsPorts,
  command: CalibrationCommand,
  { asking, context: { tenant } }: ReviewsEnvelope,
  session: HeldSession | undefined,
): Rejection | undefined {
  switch (command.type) {
    case 'ProposeAdjustment':
    case 'DecideAdjustment':
    case 'LockSession':
      // Whether they take part is for the session itself to say.
      return refusalOf(ports, asking, 'calibration/take-part', { owner: `person:${command.by}` });
    default: {
      const added = 'reviews' in command ? command.reviews : [];
      const subjects = [...Object.values(session?.reviews ?? {}), ...added];
      return refuseToConvene(ports, asking, subjects) ?? refuseAbsent(ports, tenant, command);
    }
  }
}

/** Whom a command names must be here on the day of the act, as the directory knows it. */
function refuseAbsent(
  { access }: ReviewsPorts,
  tenant: string,
  command: CalibrationCommand,
): Rejection | undefined {
  const on = command.at.slice(0, 10);
  const absent = namedBy(command).find(([, person]) => {
    return !access.organizationOf(tenant).isPresent(person, on);
  });
  if (absent === undefined) return undefined;
  const [field, person] = absent;
  return reject('calibration-session/unknown-person', `${person} is not here on ${on}.`, field);
}

function namedBy(command: CalibrationCommand): (readonly [field: string, person: string])[] {
  switch (command.type) {
    case 'ConveneSession':
    case 'AddMembers': {
      const members = command.members.map((one, at) => [`/members/${at}`, one] as const);
      return 'moderator' in command ? [['/moderator', command.moderator], ...members] : members;
    }
    case 'ReplaceModerator':
      return [['/to', command.to]];
    default:
      return [];
  }
}

function heldOf(state: HeldSession | { readonly stage: 'none' }): HeldSession | undefined {
  return state.stage === 'none' ? undefined : state;
}
