import { refusalOf } from '@plumbline/access';
import { StaleRevision, type TransactReceipt } from '@plumbline/event-log';
import { reject, type Instant, type Rejection } from '@plumbline/kernel';
import { askedOf, FeedbackEnvelope, type FeedbackPorts } from './feedback.ports.ts';
import { pointsAggregate, pointsStream } from './recognition.facts.ts';
import { programmeAggregate, programmeStream } from './recognition.facts.ts';
import type * as Command from './recognition/points.commands.ts';
import type { PointsCommand } from './recognition/points.commands.ts';
import type { ProgrammeCommand } from './recognition/programme.commands.ts';
import { costOf, type Terms } from './recognition/programme.ts';
import { redemptionSheet, type RedemptionSheet } from './views/redemption-sheet.ts';

type Result = Promise<TransactReceipt | Rejection>;

/** The handler knows the programme, and whose a redemption is. */
export type PointsAsked =
  | Omit<Command.Recognise, 'terms'>
  | Omit<Command.RedeemReward, 'cost'>
  | Omit<Command.DecideReward, 'person'>
  | Command.ReceivePoints
  | Command.ExpireAllowance;

const pointsCommands: Readonly<Record<PointsAsked['type'], true>> = {
  Recognise: true,
  ReceivePoints: true,
  RedeemReward: true,
  DecideReward: true,
  ExpireAllowance: true,
};

export function isPointsCommand(command: { readonly type: string }): command is PointsAsked {
  return Object.hasOwn(pointsCommands, command.type);
}

export async function transactProgramme(
  ports: FeedbackPorts,
  command: ProgrammeCommand,
  envelope: FeedbackEnvelope,
): Result {
  const { context, asking } = envelope;
  return ports.transactor.transact(programmeAggregate, {
    stream: programmeStream(context.tenant),
    command,
    ...askedOf(envelope),
    permit: () => refusalOf(ports, asking, 'programme/define', {}),
  });
}

export async function transactPoints(
  ports: FeedbackPorts,
  command: PointsAsked,
  envelope: FeedbackEnvelope,
): Result {
  switch (command.type) {
    case 'Recognise':
      return recognise(ports, command, envelope);
    case 'RedeemReward':
      return redeem(ports, command, envelope);
    case 'DecideReward':
      return decide(ports, command, envelope);
    case 'ReceivePoints':
    case 'ExpireAllowance':
      return post(ports, command, envelope);
  }
}

/** On the stream of the person whose points they are. */
function post(
  { transactor }: FeedbackPorts,
  command: PointsCommand,
  envelope: FeedbackEnvelope,
  permit?: () => Rejection | undefined,
): Result {
  return transactor.transact(pointsAggregate, {
    stream: pointsStream(envelope.context.tenant, command.person),
    command,
    ...askedOf(envelope),
    ...(permit === undefined ? {} : { permit }),
  });
}

async function recognise(
  ports: FeedbackPorts,
  asked: Omit<Command.Recognise, 'terms'>,
  envelope: FeedbackEnvelope,
): Result {
  const terms = await termsNow(ports, envelope);
  const command = { ...asked, terms: terms ?? noTerms };
  return post(ports, command, envelope, () => {
    return (
      refusalOf(ports, envelope.asking, 'recognition/give', {}) ??
      (terms === undefined ? refuseWithout('recognition') : undefined) ??
      refuseAbsent(ports, envelope, asked)
    );
  });
}

async function redeem(
  ports: FeedbackPorts,
  asked: Omit<Command.RedeemReward, 'cost'>,
  envelope: FeedbackEnvelope,
): Result {
  const terms = await termsNow(ports, envelope);
  const command = { ...asked, cost: terms === undefined ? null : costOf(terms, asked.reward) };
  const about = { owner: `person:${asked.person}` };
  return post(ports, command, envelope, () => {
    return (
      refusalOf(ports, envelope.asking, 'points/redeem', about) ??
      (terms === undefined ? refuseWithout('redemption') : undefined)
    );
  });
}

/**
 * A redemption is one of many in the stream of a person: what `If-Match` names is the revision of
 * the redemption alone. Nothing is lost by asking the view for it: it is decided once only.
 */
async function decide(
  ports: FeedbackPorts,
  asked: Omit<Command.DecideReward, 'person'>,
  { command, context, asking, ifMatch }: FeedbackEnvelope,
): Result {
  const sheet = await redemptionOf(ports, context.tenant, asked.redemptionId);
  const none = reject('redemption/not-found', 'There is no redemption with this id.');
  if (sheet === undefined) return none;
  const { person } = sheet;
  const stream = pointsStream(context.tenant, person);
  const { repeated } = await ports.transactor.load(pointsAggregate, stream, context);
  if (repeated !== undefined) return repeated;
  const about = { owner: `person:${person}` };
  const isHidden =
    refusalOf(ports, asking, 'redemption/read', about) !== undefined &&
    refusalOf(ports, asking, 'redemption/decide', about) !== undefined;
  if (isHidden) return none;
  const envelope = new FeedbackEnvelope(command, context, asking);
  return post(ports, { ...asked, person }, envelope, () => {
    const refused = refusalOf(ports, asking, 'redemption/decide', about);
    if (refused === undefined && ifMatch !== undefined && ifMatch !== sheet.revision) {
      throw new StaleRevision(ifMatch, sheet.revision);
    }
    return refused;
  });
}

/**
 * Whose a redemption is never changes, so that a view may say it. Where it does not know of one,
 * it is asked once more with all that is recorded by now.
 */
async function redemptionOf(
  { views }: FeedbackPorts,
  tenant: string,
  redemptionId: string,
): Promise<RedemptionSheet | undefined> {
  const known = await (await views.of(redemptionSheet, tenant, {})).get(redemptionId);
  if (known !== undefined) return known;
  const head = await views.positionOf(undefined);
  if (head === null) return undefined;
  return (await views.of(redemptionSheet, tenant, { readAfter: head })).get(redemptionId);
}

async function termsNow(
  { transactor }: FeedbackPorts,
  { context: { tenant } }: FeedbackEnvelope,
): Promise<Terms | undefined> {
  const { state } = await transactor.load(programmeAggregate, programmeStream(tenant));
  return state.stage === 'none' ? undefined : state;
}

/** Nothing is decided by these: who asks is refused before. */
const noTerms = { values: [], monthlyAllowance: 0, pointsPerRecognitionMax: 0 };

function refuseWithout(noun: 'recognition' | 'redemption'): Rejection {
  return reject(`${noun}/no-programme`, 'There is no reward programme yet. HR partners define it.');
}

/** Who is recognised must be here on that day, as the directory knows it. */
function refuseAbsent(
  { access }: FeedbackPorts,
  { context: { tenant } }: FeedbackEnvelope,
  { at, receivers }: { readonly at: Instant; readonly receivers: readonly string[] },
): Rejection | undefined {
  const on = at.slice(0, 10);
  const organization = access.organizationOf(tenant);
  const absent = receivers.findIndex((person) => !organization.isPresent(person, on));
  if (absent < 0) return undefined;
  const detail = `${receivers[absent]} is not here on ${on}.`;
  return reject('recognition/unknown-person', detail, `/receivers/${absent}`);
}
