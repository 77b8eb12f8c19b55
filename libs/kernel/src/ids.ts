import { hash, randomBytes } from 'node:crypto';

/** The namespace of every id that Plumbline derives (RFC 9562, section 6.6). */
export const plumblineNamespace = '0b6f8f52-6d0f-5d4e-9d5a-4f6c1a7b9e21';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/**
 * UUID version 5 (RFC 9562, section 5.5): the same parts always give the same id. Parts are
 * joined with a unit separator, so that ('ab', 'c') and ('a', 'bc') differ.
 */
export function derivedId(...parts: readonly (string | number)[]): string {
  const name = Buffer.from(parts.join('\u001f'));
  const digest = hash('sha1', Buffer.concat([namespaceBytes, name]), 'buffer');
  return format(digest.subarray(0, 16), 5);
}

/** UUID version 7 (RFC 9562, section 5.7): time-ordered, with 74 random bits. */
export function timeOrderedId(ms: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(ms, 0, 6);
  return format(bytes, 7);
}

const namespaceBytes = Buffer.from(plumblineNamespace.replaceAll('-', ''), 'hex');

function format(bytes: Buffer, version: number): string {
  bytes.writeUInt8(((bytes[6] ?? 0) & 0x0f) | (version << 4), 6);
  bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
