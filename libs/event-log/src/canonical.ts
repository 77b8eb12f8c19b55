import { Malformed } from '@plumbline/kernel';

/**
 * Canonical JSON: RFC 8785 (JSON Canonicalization Scheme), strict. The same value always gives
 * the same text: members in the order of their UTF-16 code units, numbers as ECMAScript writes
 * them, no white space.
 *
 * Throws `Malformed` for what would not survive a round trip: undefined and functions, numbers
 * that are not finite, integers beyond 2^53 − 1, lone surrogates, and objects of a class.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return textOf(value);
    case 'number':
      return numberOf(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `[${value.map(canonicalJson).join(',')}]` : objectOf(value);
    default:
      throw new Malformed(`A ${typeof value} has no place in canonical JSON.`);
  }
}

const anySurrogate = /[\ud800-\udfff]/;
const loneSurrogate = /\p{Surrogate}/u;

function textOf(text: string): string {
  if (anySurrogate.test(text) && loneSurrogate.test(text)) {
    throw new Malformed('A text has half of a surrogate pair.');
  }
  return JSON.stringify(text);
}

function numberOf(value: number): string {
  if (!Number.isFinite(value)) throw new Malformed(`${value} has no place in JSON.`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new Malformed(`${value} is an integer beyond 2^53 − 1; write it as a text.`);
  }
  return JSON.stringify(value);
}

function objectOf(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new Malformed(`An object of ${value.constructor.name} has no place in JSON.`);
  }
  const members = value as Record<string, unknown>;
  let text = '';
  for (const name of Object.keys(members).sort()) {
    text += `${text === '' ? '' : ','}${textOf(name)}:${canonicalJson(members[name])}`;
  }
  return `{${text}}`;
}
