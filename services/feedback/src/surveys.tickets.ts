import { constants, createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { generateKeyPair, privateDecrypt, publicEncrypt, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { labelOf, type Segments } from './survey/answer.ts';
import { ticketMessage, type Ticket } from './survey/ticket.ts';

/**
 * The signatures of tickets: RSABSSA-SHA384-PSS-Deterministic of RFC 9474 (the nonce within the
 * ticket is the entropy that its section 6.2 asks for). Clients blind with a library of theirs;
 * what is done here is one operation with the private key, which OpenSSL does in constant time.
 */
const hashName = 'sha384';
const saltBytes = 48;
const modulusBits = 2_048;
export const signatureBytes = modulusBits / 8;

/** What answers of one group are signed with. */
export interface TicketKey {
  readonly segments: Segments;
  /** SubjectPublicKeyInfo (DER), in base64. */
  readonly publicKey: string;
  /** PKCS #8 (DER), in base64. */
  readonly privateKey: string;
}

export type PublicTicketKey = Pick<TicketKey, 'segments' | 'publicKey'>;

const generate = promisify(generateKeyPair);

export async function newTicketKeys(groups: readonly Segments[]): Promise<readonly TicketKey[]> {
  return Promise.all(groups.map(newTicketKey));
}

async function newTicketKey(segments: Segments): Promise<TicketKey> {
  const { publicKey, privateKey } = await generate('rsa', {
    modulusLength: modulusBits,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return {
    segments,
    publicKey: publicKey.toString('base64'),
    privateKey: privateKey.toString('base64'),
  };
}

/** What all compare: SHA-256 (hex) of the JSON of each group's label and public key, sorted. */
export function digestOfKeys(keys: readonly PublicTicketKey[]): string {
  const listed = keys.map(({ segments, publicKey }) => [labelOf(segments), publicKey]);
  const sorted = listed.map((one) => JSON.stringify(one)).sort();
  return createHash('sha256')
    .update(`[${sorted.join(',')}]`)
    .digest('hex');
}

export function digestOfBlinded(blinded: Uint8Array): string {
  return createHash('sha256').update(blinded).digest('hex');
}

/**
 * BlindSign of RFC 9474, section 4.3. Undefined for what is no blinded message of this key: of
 * another length, or a number that is not below the modulus.
 */
export function signBlinded({ privateKey }: TicketKey, blinded: Uint8Array): Buffer | undefined {
  if (blinded.length !== signatureBytes) return undefined;
  const key = createPrivateKey({
    key: Buffer.from(privateKey, 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
  const padding = constants.RSA_NO_PADDING;
  try {
    const signed = privateDecrypt({ key, padding }, blinded);
    // A fault of the machine while it signed would give the key away.
    const again = publicEncrypt({ key: createPublicKey(key), padding }, signed);
    return again.equals(blinded) ? signed : undefined;
  } catch {
    return undefined;
  }
}

/** A ticket that was made here, for whom nobody is known: it needs no blinding. */
export function signTicket({ privateKey }: TicketKey, ticket: Ticket): Buffer {
  const key = createPrivateKey({
    key: Buffer.from(privateKey, 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
  return sign(hashName, Buffer.from(ticketMessage(ticket)), { key, ...pss });
}

export function isSigned(
  { publicKey }: PublicTicketKey,
  ticket: Ticket,
  signature: Uint8Array,
): boolean {
  if (signature.length !== signatureBytes) return false;
  const key = createPublicKey({
    key: Buffer.from(publicKey, 'base64'),
    format: 'der',
    type: 'spki',
  });
  return verify(hashName, Buffer.from(ticketMessage(ticket)), { key, ...pss }, signature);
}

const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltBytes };

export function keyOfGroup<Key extends { readonly segments: Segments }>(
  keys: readonly Key[],
  segments: Segments,
): Key | undefined {
  const label = labelOf(segments);
  return keys.find((one) => labelOf(one.segments) === label);
}

/** A ticket of a link, in one word: it belongs to no group. */
export function linkTicket({ nonce }: Ticket, signature: Uint8Array): string {
  return `${nonce}.${Buffer.from(signature).toString('base64url')}`;
}

export function readLinkTicket(surveyId: string, word: string) {
  const [nonce = '', signature = ''] = word.split('.');
  const ticket: Ticket = { surveyId, segments: {}, nonce };
  return { ticket, signature: Buffer.from(signature, 'base64url') };
}
