import { clearText, never, reject, tableGet } from '@plumbline/kernel';
import type { Decider, Decision } from '@plumbline/kernel';
import { allowanceOf, earnedBy, posting } from './ledger.ts';
import type * as Command from './points.commands.ts';
import type { PointsCommand } from './points.commands.ts';
import { refuseDecider, refuseReason, refuseRecognition } from './points.rules.ts';
import { refuseSelfAward, refuseStranger, refuseUnwhole } from './points.rules.ts';
import { evolvePoints, initialPoints, monthOf, receiptOf } from './points.ts';
import type { Month, PointsAccount, PointsFact, Received, Redemption } from './points.ts';

export const pointsDecider: Decider<PointsCommand, PointsAccount, PointsFact> = {
  initial: initialPoints,
  evolve: evolvePoints,
  decide: decidePoints,
};

function decidePoints(command: PointsCommand, account: PointsAccount): Decision<PointsFact> {
  if (tableGet(account.acts, command.act) === true) return []; // Already so: a retry is no error.
  switch (command.type) {
    case 'Recognise':
      return recognise(command, account);
    case 'ReceivePoints':
      return receive(command, account);
    case 'RedeemReward':
      return redeem(command, account);
    case 'DecideReward':
      return decideReward(command, account);
    case 'ExpireAllowance':
      return expireAllowance(command, account);
    default:
      return never(command);
  }
}

function recognise(command: Command.Recognise, account: PointsAccount): Decision<PointsFact> {
  const refused = refuseRecognition(command, account);
  if (refused !== undefined) return refused;
  const { points, receivers } = command;
  const total = points * receivers.length;
  const month = monthOf(account, command.now);
  const turn = turnOfMonth(command, account, month);
  const { allowance } = turn.reduce(evolvePoints, account);
  if (total > allowance) {
    const detail = `This takes ${total} points, and ${allowance} are left in this month.`;
    return reject('points/allowance-exceeded', detail, '/points');
  }
  return [...turn, ...receivers.map((receiver) => recognition(command, month, receiver))];
}

function recognition(command: Command.Recognise, month: Month, receiver: string): PointsFact {
  const { person: giver, recognitionId, value, points, note } = command;
  const legs = posting(allowanceOf(giver), 'transit', points);
  const given = { recognitionId, giver, receiver, month, value, points, legs };
  const text = clearText(`person:${receiver}`, { note });
  return { type: 'RecognitionGiven', ...placed(command), ...given, text };
}

/**
 * What is left of an earlier month goes before the new allowance comes: they never add up. The
 * first recognition with points brings it; one without draws on none.
 */
function turnOfMonth(
  command: Command.Recognise,
  account: PointsAccount,
  month: Month,
): readonly PointsFact[] {
  const expired = expiry(command, account, month);
  if (account.granted === month || command.points === 0) return expired;
  const { monthlyAllowance: points } = command.terms;
  const legs = posting('issuer', allowanceOf(command.person), points);
  return [...expired, { type: 'AllowanceGranted', ...placed(command), month, points, legs }];
}

function expireAllowance(
  command: Command.ExpireAllowance,
  account: PointsAccount,
): Decision<PointsFact> {
  return expiry(command, account, monthOf(account, command.now));
}

/** Nothing, when the month is not over or nothing is left of it. */
function expiry(
  command: Command.Asked,
  { granted, allowance: points }: PointsAccount,
  seen: Month,
): readonly PointsFact[] {
  if (granted === null || granted === seen || points === 0) return [];
  const legs = posting(allowanceOf(command.person), 'issuer', points);
  const expired = { month: granted, seen, points, legs };
  return [{ type: 'AllowanceExpired', ...placed(command), ...expired }];
}

/** A recognition is received once, under whatever act it is told again. */
function receive(command: Command.ReceivePoints, account: PointsAccount): Decision<PointsFact> {
  if (tableGet(account.received, receiptOf(command)) === true) return [];
  const { person, points } = command;
  const refused = refuseSelfAward([person], [command.giver]) ?? refuseUnwhole(points, '/points');
  if (refused !== undefined) return refused;
  const legs = posting('transit', earnedBy(person), points);
  return [{ type: 'PointsReceived', ...placed(command), ...receivedOf(command), legs }];
}

function receivedOf({ recognitionId, giver, value, points }: Received): Received {
  return { recognitionId, giver, value, points };
}

function redeem(command: Command.RedeemReward, account: PointsAccount): Decision<PointsFact> {
  const { person, by, redemptionId, reward, cost } = command;
  const refused = refuseStranger(command);
  if (refused !== undefined) return refused;
  if (tableGet(account.redemptions, redemptionId) !== undefined) {
    return reject('redemption/already-exists', 'There is a redemption with this id.');
  }
  if (cost === null) {
    return reject('redemption/unknown-reward', `No reward "${reward}" is to be had.`, '/reward');
  }
  const unwhole = refuseUnwhole(cost, '/cost');
  if (unwhole !== undefined) return unwhole;
  if (cost > account.earned) {
    const detail = `The reward costs ${cost} points, and ${account.earned} are there.`;
    return reject('points/earned-exceeded', detail, '/reward');
  }
  const legs = posting(earnedBy(person), 'rewards', cost);
  const redeemed = { redemptionId, by, reward, cost, legs };
  return [{ type: 'RewardRedeemed', ...placed(command), ...redeemed }];
}

function decideReward(command: Command.DecideReward, account: PointsAccount): Decision<PointsFact> {
  const { redemptionId, decision, at } = command;
  const redemption = tableGet(account.redemptions, redemptionId);
  if (redemption === undefined) {
    return reject('redemption/not-found', 'There is no redemption with this id.');
  }
  const refused = refuseDecider(command, redemption);
  if (refused !== undefined) return refused;
  if (redemption.outcome !== null) {
    return reject('redemption/already-decided', `The reward was ${redemption.outcome} already.`);
  }
  if (at < redemption.at) {
    const detail = `It was redeemed at ${redemption.at}. Give that time or a later one.`;
    return reject('redemption/before-its-redemption', detail, '/effectiveAt');
  }
  if (decision.outcome === 'decline') return decline(command, redemption, decision.reason);
  return [{ type: 'RewardFulfilled', ...placed(command), redemptionId }];
}

/** The whole cost goes back, as it was when the reward was redeemed. */
function decline(
  command: Command.DecideReward,
  { cost: points }: Redemption,
  reason: string,
): Decision<PointsFact> {
  const refused = refuseReason(reason);
  if (refused !== undefined) return refused;
  const { person, redemptionId } = command;
  const legs = posting('rewards', earnedBy(person), points);
  const text = clearText(`person:${person}`, { reason });
  const declined = { redemptionId, points, legs, text };
  return [{ type: 'RewardDeclined', ...placed(command), ...declined }];
}

function placed({ act, person, at }: Command.Asked) {
  return { act, person, at };
}
