import { isBlank, reject, tableGet, type Rejection } from '@plumbline/kernel';
import type { Asked, Hands, Recognise } from './points.commands.ts';
import type { PointsAccount, Redemption } from './points.ts';

/** People whom one recognition may be to. */
export const receiversMax = 64;
export const noteLengthMax = 5_000;
export const reasonLengthMax = 5_000;

export function refuseRecognition(
  command: Recognise,
  account: PointsAccount,
): Rejection | undefined {
  const { receivers, value, terms, note } = command;
  const refused = refuseStranger(command) ?? refuseReceivers(receivers);
  if (refused !== undefined) return refused;
  const selfAward = refuseSelfAward(receivers, handsOf(command));
  if (selfAward !== undefined) return selfAward;
  if (tableGet(account.given, command.recognitionId) === true) {
    return reject('recognition/already-exists', 'There is a recognition with this id.');
  }
  if (!terms.values.includes(value)) {
    const detail = `The programme has no value "${value}".`;
    return reject('recognition/unknown-value', detail, '/value');
  }
  if (isBlank(note) || note.length > noteLengthMax) {
    const detail = `Say what it is for, in 1 to ${noteLengthMax} characters.`;
    return reject('recognition/note-length', detail, '/note');
  }
  return (
    refuseUnwhole(command.points, '/points') ??
    refuseUnwhole(terms.monthlyAllowance, '/terms/monthlyAllowance') ??
    refuseTooMany(command)
  );
}

/** Points are spent by whose they are, or by a delegate on behalf of that person. */
export function refuseStranger({ person, by, onBehalfOf = by }: Asked & Hands) {
  if (onBehalfOf === person) return undefined;
  return reject('points/not-own-account', 'Give or redeem your own points, or as a delegate.');
}

function refuseReceivers(receivers: readonly string[]): Rejection | undefined {
  if (receivers.length === 0) {
    return reject('recognition/no-receivers', 'Say whom it is to.', '/receivers');
  }
  if (receivers.length > receiversMax) {
    const detail = `At most ${receiversMax} receivers at once.`;
    return reject('recognition/too-many-receivers', detail, '/receivers');
  }
  if (new Set(receivers).size === receivers.length) return undefined;
  return reject('recognition/receiver-twice', 'Name each receiver once.', '/receivers');
}

/** Nobody whose hand is in a recognition is among those who get it. */
export function refuseSelfAward(
  receivers: readonly string[],
  hands: readonly string[],
): Rejection | undefined {
  if (!receivers.some((receiver) => hands.includes(receiver))) return undefined;
  const detail = 'Nobody recognises themselves: neither giver nor delegate may be a receiver.';
  return reject('recognition/self-award', detail, '/receivers');
}

export function refuseUnwhole(points: number, field: string): Rejection | undefined {
  if (Number.isSafeInteger(points) && points >= 0) return undefined;
  return reject('points/not-whole', 'Give a whole number of points, 0 or more.', field);
}

function refuseTooMany({ points, terms }: Recognise): Rejection | undefined {
  const { pointsPerRecognitionMax: most } = terms;
  if (points <= most) return undefined;
  return reject('recognition/too-many-points', `At most ${most} points for each.`, '/points');
}

/** Nobody decides on their own redemption, by their own hand or by that of a delegate. */
export function refuseDecider(command: Asked & Hands, redemption: Redemption) {
  const redeemers = [command.person, redemption.by];
  if (!handsOf(command).some((hand) => redeemers.includes(hand))) return undefined;
  const detail = 'Who redeemed may not decide: another person must.';
  return reject('redemption/decided-by-redeemer', detail);
}

export function refuseReason(reason: string): Rejection | undefined {
  if (!isBlank(reason) && reason.length <= reasonLengthMax) return undefined;
  const detail = `Say why, in 1 to ${reasonLengthMax} characters.`;
  return reject('redemption/reason-length', detail, '/reason');
}

function handsOf({ by, onBehalfOf }: Hands): readonly string[] {
  return onBehalfOf === undefined ? [by] : [by, onBehalfOf];
}
