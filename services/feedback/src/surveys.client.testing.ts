import { randomBytes, webcrypto } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { ticketMessage, type Ticket } from './survey/ticket.ts';
import type { PublicTicketKey } from './surveys.tickets.ts';

export interface BlindedTicket {
  readonly ticket: Ticket;
  readonly blinded: Buffer;
  /** The signature of the ticket, from that of the blinded one; throws when it is none. */
  finalize(signed: Uint8Array): Promise<Buffer>;
}

/** What the client of a participant does, with a library that is not ours. */
export async function blindedTicket(
  surveyId: string,
  { segments, publicKey }: PublicTicketKey,
): Promise<BlindedTicket> {
  const suite = RSABSSA.SHA384.PSS.Deterministic();
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const spki = Buffer.from(publicKey, 'base64');
  const key = await webcrypto.subtle.importKey('spki', spki, algorithm, true, ['verify']);
  const ticket = { surveyId, segments, nonce: randomBytes(32).toString('hex') };
  const message = suite.prepare(new TextEncoder().encode(ticketMessage(ticket)));
  const { blindedMsg, inv } = await suite.blind(key as never, message);
  return {
    ticket,
    blinded: Buffer.from(blindedMsg),
    finalize: async (signed) =>
      Buffer.from(await suite.finalize(key as never, message, signed, inv)),
  };
}
