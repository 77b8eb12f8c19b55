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
  const name = parts.join('\u001f');
  // A unit of UTF-16 is three bytes of UTF-8 at most.
  const bytes = name.length * 3 <= nameBytesMax ? scratch : Buffer.alloc(16 + name.length * 3);
  if (bytes !== scratch) namespaceBytes.copy(bytes);
  const end = namespaceBytes.length + bytes.write(name, namespaceBytes.length);
  return formatted(hash('sha1', bytes.subarray(0, end), 'hex'), 5);
}

/** UUID version 7 (RFC 9562, section 5.7): time-ordered, with 74 random bits. */
export function timeOrderedId(ms: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(ms, 0, 6);
  return formatted(bytes.toString('hex'), 7);
}

const namespaceBytes = Buffer.from(plumblineNamespace.replaceAll('-', ''), 'hex');

/** Ids are derived for every command, of short names: these bytes are used again each time. */
const nameBytesMax = 1_024;
const scratch = Buffer.concat([namespaceBytes, Buffer.alloc(nameBytesMax)]);

/** Version and variant (RFC 9562, section 4) in the first 128 bits of some hex. */
function formatted(hex: string, version: number): string {
  const variant = variants.charAt(Number.parseInt(hex.charAt(16), 16) & 0x3);
  return (
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}` +
    `-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  );
}

const variants = '89ab';
