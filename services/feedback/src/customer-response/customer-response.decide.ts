import { clearText, isRejection, never, reject } from '@plumbline/kernel';
import type { ClearText, Decider, Decision, Instant, Rejection } from '@plumbline/kernel';
import { readAnswers } from './customer-response.answers.ts';
import type * as Command from './customer-response.commands.ts';
import type { CustomerResponseCommand } from './customer-response.commands.ts';
import { codeLengthMax, isSameContent, refuseEarlierThan } from './customer-response.rules.ts';
import { refuseCode, refuseReason, refuseRecording } from './customer-response.rules.ts';
import { refuseAboveSettled, refusePart, refuseShares } from './customer-response.shares.ts';
import { sameShares, shareOf, withoutPerson } from './customer-response.shares.ts';
import { countedOf, evolveResponse, hasOpenDispute } from './customer-response.ts';
import { initialResponse, openDisputesOf, recordingOf } from './customer-response.ts';
import type { CustomerResponse, CustomerResponseFact } from './customer-response.ts';
import type { KnownResponse } from './customer-response.ts';

/** Disputes over one response, those that are settled included. */
export const disputesMax = 64;

type Decided = Decision<CustomerResponseFact>;

/**
 * That one interaction is not counted twice is a rule over all responses: those with the same
 * `transaction` are told apart where they are counted.
 */
export const customerResponseDecider: Decider<
  CustomerResponseCommand,
  CustomerResponse,
  CustomerResponseFact
> = { initial: initialResponse, evolve: evolveResponse, decide: decideResponse };

function decideResponse(command: CustomerResponseCommand, response: CustomerResponse): Decided {
  if (command.type === 'RecordResponse') return record(command, response);
  if (response.stage === 'none') {
    return reject('response/not-found', 'There is no response with this id.');
  }
  if (response.acts[command.act] === true) return []; // Already so: a retry is not an error.
  if (response.stage === 'withdrawn') {
    if (command.type === 'WithdrawResponse') return [];
    const detail = 'The response is withdrawn. Record it again, where that was a mistake.';
    return reject('response/withdrawn', detail);
  }
  const early = refuseEarlierThan(sinceWhen(command, response), command.at);
  if (early !== undefined) return early;
  switch (command.type) {
    case 'AttributeResponse':
      return attribute(command, response);
    case 'DisputeAttribution':
      return dispute(command, response);
    case 'SettleAttribution':
      return settle(command, response);
    case 'CloseLoop':
      return closeLoop(command, response);
    case 'WithdrawResponse':
      return withdraw(command, response);
    default:
      return never(command);
  }
}

/** The attribution changes in the order of its times; the loop is closed whatever becomes of it. */
function sinceWhen(
  { type }: Exclude<CustomerResponseCommand, Command.RecordResponse>,
  { recordedAt, attributedAt, latestAt }: KnownResponse,
): Instant {
  if (type === 'CloseLoop') return recordedAt;
  return type === 'WithdrawResponse' ? latestAt : (attributedAt ?? recordedAt);
}

function record(command: Command.RecordResponse, response: CustomerResponse): Decided {
  const { responseId, comment, attribution = [] } = command;
  if (response.stage !== 'none' && response.acts[command.act] === true) return [];
  const answers = readAnswers(command.answers);
  if (isRejection(answers)) return answers;
  const recording = recordingOf({ ...command, answers });
  if (response.stage === 'recorded') {
    const isSame = isSameContent(response, recording, comment);
    if (isSame && sameShares(response.firstShares, attribution)) return [];
    const detail = 'There is another response with this id. Withdraw it, and record this as new.';
    return reject('response/already-recorded', detail);
  }
  const refused =
    refuseRecording(command, answers) ??
    refuseShares(attribution, '/attribution') ??
    refuseAnew(command, response);
  if (refused !== undefined) return refused;
  const of = `response:${responseId}`;
  const text = clearText(of, { comment });
  const recorded = { type: 'CustomerResponseRecorded' as const, ...placed(command), ...recording };
  if (attribution.length === 0) return [{ ...recorded, text }];
  const shared = { before: [], shares: attribution, counted: countedOf(recording) };
  const attributed = { type: 'ResponseAttributed' as const, ...placed(command), ...shared };
  return [
    { ...recorded, text },
    { ...attributed, openDisputes: 0, text: clearText(of, {}) },
  ];
}

/** What was withdrawn is recorded again after that, and with what disputes had settled. */
function refuseAnew(
  { at, attribution = [] }: Command.RecordResponse,
  response: CustomerResponse,
): Rejection | undefined {
  if (response.stage === 'none') return undefined;
  return (
    refuseEarlierThan(response.latestAt, at) ??
    refuseAboveSettled(response, attribution, '/attribution')
  );
}

function attribute(command: Command.AttributeResponse, response: KnownResponse): Decided {
  const { shares, reason } = command;
  const before = response.shares;
  if (hasOpenDispute(response)) {
    return reject('response/dispute-open', 'The attribution is disputed. Settle that first.');
  }
  const refused = refuseShares(shares, '/shares') ?? refuseAboveSettled(response, shares);
  if (refused !== undefined) return refused;
  if (sameShares(shares, before)) return [];
  const isFirst = response.attributedAt === null;
  const unsaid = isFirst && reason === undefined ? undefined : refuseReason(reason ?? '');
  if (unsaid !== undefined) return unsaid;
  const text = clearText(`response:${response.responseId}`, { reason });
  const told = { before, shares, ...counting(response, 0), text };
  return [{ type: 'ResponseAttributed', ...placed(command), ...told }];
}

/** Whoever has a share may dispute it, once: what is settled stands. */
function dispute(command: Command.DisputeAttribution, response: KnownResponse): Decided {
  const { by, reason } = command;
  const { disputes, shares } = response;
  const earlier = disputes.find((one) => one.by === by);
  if (earlier?.settled === null) {
    return reject('response/already-disputed', 'They dispute it already; it is not settled yet.');
  }
  if (earlier !== undefined) return settled();
  const share = shareOf(shares, by);
  if (share === 0) {
    const detail = 'Nothing of this response is attributed to them.';
    return reject('response/not-attributed', detail, '/by');
  }
  if (disputes.length >= disputesMax) {
    return reject('response/too-many-disputes', `At most ${disputesMax} disputes over a response.`);
  }
  const unsaid = refuseReason(reason);
  if (unsaid !== undefined) return unsaid;
  const told = { by, share, shares, ...counting(response, 1), text: reasonOf(by, reason) };
  return [{ type: 'AttributionDisputed', ...placed(command), ...told }];
}

function settle(command: Command.SettleAttribution, response: KnownResponse): Decided {
  const { person, by, outcome, reason } = command;
  const open = response.disputes.find((one) => one.by === person);
  if (open === undefined) {
    return reject('response/not-disputed', 'They have not disputed their share.', '/person');
  }
  if (open.settled !== null) {
    const asked = command.shares ?? open.settled.shares;
    const isSame = open.settled.outcome === outcome && sameShares(open.settled.shares, asked);
    return isSame ? [] : settled();
  }
  if (shareOf(response.shares, by) > 0) {
    const detail = 'Somebody settles it who has no share in the response themselves.';
    return reject('response/settled-on-own-record', detail, '/by');
  }
  const shares = settledShares(command, response);
  if (isRejection(shares)) return shares;
  const unsaid = refuseReason(reason);
  if (unsaid !== undefined) return unsaid;
  const told = { person, by, outcome, before: response.shares, shares };
  const text = reasonOf(person, reason);
  return [
    {
      ...{ type: 'AttributionSettled', ...placed(command), ...told },
      ...{ ...counting(response, -1), text },
    },
  ];
}

function settledShares(command: Command.SettleAttribution, response: KnownResponse) {
  const { person, outcome, shares } = command;
  if (outcome !== 'partly') {
    if (shares === undefined) {
      return outcome === 'upheld' ? withoutPerson(response.shares, person) : response.shares;
    }
    const detail = 'Give shares where the dispute is upheld in part only.';
    return reject('response/shares-not-asked', detail, '/shares');
  }
  if (shares === undefined) {
    return reject('response/shares-missing', 'Give all shares as they shall be.', '/shares');
  }
  const refused = refuseShares(shares, '/shares') ?? refusePart(response, person, shares);
  return refused ?? refuseAboveSettled(response, shares) ?? shares;
}

function closeLoop(command: Command.CloseLoop, response: KnownResponse): Decided {
  const { cause, by, reason } = command;
  if (response.loop !== null) {
    if (response.loop.cause === cause) return [];
    return reject('response/loop-closed', `The loop is closed, as ${response.loop.cause}.`);
  }
  const refused = refuseCode(cause, codeLengthMax, '/cause') ?? refuseReason(reason);
  const text = clearText(`response:${response.responseId}`, { reason });
  return refused ?? [{ type: 'LoopClosed', ...placed(command), cause, by, text }];
}

function withdraw(command: Command.WithdrawResponse, response: KnownResponse): Decided {
  const { reason } = command;
  const unsaid = refuseReason(reason);
  if (unsaid !== undefined) return unsaid;
  const text = clearText(`response:${response.responseId}`, { reason });
  const told = { shares: response.shares, ...counting(response, 0), text };
  return [{ type: 'ResponseWithdrawn', ...placed(command), ...told }];
}

/** What a fact repeats for those who count; `more` disputes are open after it. */
function counting(response: KnownResponse, more: -1 | 0 | 1) {
  const openDisputes = openDisputesOf(response) + more;
  return { counted: countedOf(response.recording), openDisputes };
}

function settled() {
  return reject('response/dispute-settled', 'The dispute is settled; that stands.');
}

/** What is written of somebody's part is theirs, and not the customer's. */
function reasonOf(person: string, reason: string): ClearText {
  return clearText(`person:${person}`, { reason });
}

function placed({ act, responseId, at }: Command.Asked) {
  return { act, responseId, at };
}
