import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Fault } from '@plumbline/kernel';

/** AES-256-GCM throughout: nonce (12) ‖ ciphertext ‖ tag (16). */
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
export const keyBytes = 32;

/** The cipher does not open: wrong key, wrong place, or changed bytes. Never the same as erased. */
export class Tampered extends Fault {
  readonly code = 'privacy/tampered';
  readonly retriable = false;
}

/** The data subject was erased: nothing more is recorded about them. */
export class SubjectErased extends Fault {
  readonly code = 'privacy/subject-erased';
  readonly retriable = false;
}

export function encrypt(key: Uint8Array, clear: Uint8Array, boundTo: string): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce);
  cipher.setAAD(Buffer.from(boundTo));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

export function decrypt(key: Uint8Array, sealed: Uint8Array, boundTo: string): Buffer {
  if (sealed.length < nonceBytes + tagBytes) throw new Tampered('The sealed part is cut short.');
  try {
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes));
    decipher.setAAD(Buffer.from(boundTo));
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
    const text = sealed.subarray(nonceBytes, sealed.length - tagBytes);
    return Buffer.concat([decipher.update(text), decipher.final()]);
  } catch (cause) {
    throw new Tampered('The sealed part does not open in this place.', { cause });
  }
}

/** The key of a tenant: HKDF-SHA256 (RFC 5869) of the root key, with the tenant as info. */
export function tenantKey(rootKey: Uint8Array, tenant: string): Uint8Array {
  if (rootKey.length !== keyBytes) throw new RangeError(`A root key has ${keyBytes} bytes.`);
  return new Uint8Array(hkdfSync('sha256', rootKey, '', `plumbline/tenant/${tenant}`, keyBytes));
}

export function newKey(): Uint8Array {
  return randomBytes(keyBytes);
}
