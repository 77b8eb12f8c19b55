import { randomBytes, webcrypto } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { createClient, type Client } from '../client.ts';
import type { Answering } from './script.ts';

interface TicketKey {
  readonly segments: Readonly<Record<string, string>>;
  readonly publicKey: string;
}

interface Asked {
  readonly survey: {
    readonly stage: string;
    readonly tickets: {
      readonly keys: readonly TicketKey[];
      /** Of the group of who asks; null where they are not asked. */
      readonly segments: TicketKey['segments'] | null;
    };
  };
}

const suite = RSABSSA.SHA384.PSS.Deterministic();

/**
 * Takes part in a survey as a person's client does: the ticket is signed unseen, under the name of
 * the person, and the answer goes in with it under no name (RFC 9474). False where the survey does
 * not ask any more. Throws what the server says of a second ticket.
 */
export async function takePart(
  client: Client,
  surveyId: string,
  { ratings, comments }: Answering,
  headers: Record<string, string>,
): Promise<boolean> {
  const { survey } = (await client.get(`/surveys/${surveyId}`, headers)).body as Asked;
  const { stage, tickets } = survey;
  const own = tickets.segments;
  const key = tickets.keys.find(
    ({ segments }) => own !== null && labelOf(segments) === labelOf(own),
  );
  if (stage !== 'launched' || key === undefined) return false;
  const ticket = { surveyId, segments: key.segments, nonce: randomBytes(32).toString('hex') };
  const message = suite.prepare(new TextEncoder().encode(messageOf(ticket)));
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const spki = Buffer.from(key.publicKey, 'base64');
  const publicKey = await webcrypto.subtle.importKey('spki', spki, algorithm, true, ['verify']);
  const { blindedMsg, inv } = await suite.blind(publicKey as never, message);
  const taken = await client.post(`/surveys/${surveyId}/participation`, {
    blindedTicket: Buffer.from(blindedMsg).toString('base64'),
  });
  const signed = Buffer.from((taken.body as { signature: string }).signature, 'base64');
  const signature = await suite.finalize(publicKey as never, message, signed, inv);
  await createClient({ url: client.url }).post(`/surveys/${surveyId}/answers`, {
    ticket: { ...ticket, signature: Buffer.from(signature).toString('base64') },
    answer: { ratings, comments },
  });
  return true;
}

/** What is signed, byte for byte as the service makes it anew. */
function messageOf(ticket: {
  readonly surveyId: string;
  readonly segments: TicketKey['segments'];
  readonly nonce: string;
}): string {
  const { surveyId, segments, nonce } = ticket;
  return JSON.stringify(['plumbline-survey-ticket', 1, surveyId, labelOf(segments), nonce]);
}

function labelOf(segments: TicketKey['segments']): string {
  return JSON.stringify(Object.entries(segments).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
