import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { keyListText, ticketMessage, type SignedTicket, type TicketKey } from './ticket.ts';
import type { Ticket } from './ticket.ts';

/** A ticket that was drawn here and blinded, as it is kept until it is signed. */
export interface DrawnTicket {
  readonly ticket: Ticket;
  readonly publicKey: string;
  /** What the service sees of it, in base64: it goes with every ticket equally well. */
  readonly blinded: string;
  /** What takes the blinding away again, in base64; it never leaves this page. */
  readonly inverse: string;
}

/** Thrown when keys are not those that all have, or a signature is none. */
export class TicketProblem extends Error {}

const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
const suite = RSABSSA.SHA384.PSS.Deterministic();

/** Signatures need the browser's own cryptography, which it gives to pages over HTTPS only. */
export function canBlind(): boolean {
  return (globalThis.crypto as Partial<Crypto> | undefined)?.subtle !== undefined;
}

/** The keys are those of the launch, for everybody the same. */
export async function demandSameKeys(keys: readonly TicketKey[], digest: string): Promise<void> {
  const text = new TextEncoder().encode(keyListText(keys));
  const found = hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', text)));
  if (found === digest) return;
  throw new TicketProblem(
    'The keys are not those that were fixed when the survey was launched. With others, answers ' +
      'could be told apart. Nothing was sent; tell whoever runs the survey.',
  );
}

export async function drawTicket(
  surveyId: string,
  { segments, publicKey }: TicketKey,
): Promise<DrawnTicket> {
  const nonce = hexOf(crypto.getRandomValues(new Uint8Array(32)));
  const ticket: Ticket = { surveyId, segments, nonce };
  const { blindedMsg, inv } = await suite.blind(await keyOf(publicKey), messageOf(ticket));
  return { ticket, publicKey, blinded: base64Of(blindedMsg), inverse: base64Of(inv) };
}

/** The signature of the ticket, from that of the blinded one. */
export async function signedTicket(
  { ticket, publicKey, inverse }: DrawnTicket,
  signed: string,
): Promise<SignedTicket> {
  const key = await keyOf(publicKey);
  try {
    const bytes = [bytesOf(signed), bytesOf(inverse)] as const;
    const signature = await suite.finalize(key, messageOf(ticket), ...bytes);
    return { ...ticket, signature: base64Of(signature) };
  } catch {
    throw new TicketProblem('The server has signed something else. Tell whoever runs the survey.');
  }
}

function messageOf(ticket: Ticket): Uint8Array {
  return suite.prepare(new TextEncoder().encode(ticketMessage(ticket)));
}

function keyOf(publicKey: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('spki', bytesOf(publicKey), algorithm, true, ['verify']);
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (one) => one.toString(16).padStart(2, '0')).join('');
}

function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
}
