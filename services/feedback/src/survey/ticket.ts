import { derivedId, reject } from '@plumbline/kernel';
import type { Rejection } from '@plumbline/kernel';
import { labelOf } from './answer.ts';
import type { Segments } from './answer.ts';

/**
 * The ticket with which a person answers a survey, once and without a name: blind signatures of
 * RFC 9474, made by a library elsewhere. Its shape and its rule are here.
 *
 * 1. At launch a pair of keys is made for each group that answers may carry (`rollUp` of those who
 *    are asked, so that none is of fewer than the threshold). The digest of the list of public keys
 *    is in the fact of the launch: all clients compare theirs with it. A key for one person only
 *    would be a name.
 * 2. The person's client draws 32 random bytes, the nonce, and blinds the ticket that has them.
 * 3. It sends the blinded one under the person's own token. `RecordParticipation` is decided with
 *    its digest; when that is accepted, also as a repeat, it is signed with the key of the person's
 *    group, as the locked organisation has it. One person gets one signature; a retry with the same
 *    blinded ticket gets the same one, as a signature follows from the key and what is signed.
 * 4. The client unblinds the signature and checks it against the public key. What the server has
 *    seen goes with every ticket equally well: it cannot tell which one it signed.
 * 5. The answer is sent with ticket and signature, and without any token of a person. The server
 *    checks the signature with the key of the ticket's group, keeps that the ticket is spent, and
 *    lets the answer wait, in one transaction.
 *
 * Of a spent ticket only `spentTicket` is kept, with no time, beside no answer, and in an order of
 * its own; all of them go when the last batch is released. To a client that did not hear the first
 * time, "spent" says that its answer is in.
 */
export interface Ticket {
  readonly surveyId: string;
  /** The group of the key that signed it. */
  readonly segments: Segments;
  /** 32 bytes that the client drew, in hex. */
  readonly nonce: string;
}

const noncePattern = /^[0-9a-f]{64}$/;

/** What is blinded and signed: bound to one survey and to one group in it. */
export function ticketMessage({ surveyId, segments, nonce }: Ticket): string {
  return JSON.stringify(['plumbline-survey-ticket', 1, surveyId, labelOf(segments), nonce]);
}

/** What is kept of a ticket that is spent. */
export function spentTicket(ticket: Ticket): string {
  return derivedId('survey-ticket', ticketMessage(ticket));
}

/** Asked after the signature was checked with the key of the survey and the ticket's group. */
export function refuseTicket(
  ticket: Ticket,
  surveyId: string,
  isSpent: (spent: string) => boolean,
): Rejection | undefined {
  if (ticket.surveyId !== surveyId) {
    const detail = 'The ticket is of another survey. Get one for this.';
    return reject('ticket/of-another-survey', detail, '/ticket/surveyId');
  }
  if (!noncePattern.test(ticket.nonce)) {
    const detail = 'Draw 32 random bytes, and give them as 64 small hex digits.';
    return reject('ticket/nonce-malformed', detail, '/ticket/nonce');
  }
  if (!isSpent(spentTicket(ticket))) return undefined;
  return reject('ticket/spent', 'An answer was given with this ticket; it is in.', '/ticket');
}
