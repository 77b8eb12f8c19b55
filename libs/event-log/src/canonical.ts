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
  const text = textOf(value);
  // The engine writes half of a pair as an escape, and whole ones as they are: it is enough to look
  // at what was written. (Who writes a backslash and "ud" is looked at too, and passes.)
  if (text.includes('\\ud')) checkTexts(value);
  return text;
}

function textOf(value: unknown): string {
  if (isInOrder(value)) return JSON.stringify(value);
  const copy = inOrder(value);
  return copy === disorderly ? written(value) : JSON.stringify(copy);
}

/** Whether the engine would write it canonically as it is, as it would most envelopes. */
function isInOrder(value: unknown): boolean {
  if (typeof value === 'string') return true;
  if (typeof value === 'number') checkedNumber(value);
  else if (typeof value !== 'object' || value === null) checkedRest(value);
  else return Array.isArray(value) ? value.every(isInOrder) : hasMembersInOrder(value);
  return true;
}

function hasMembersInOrder(value: object): boolean {
  const members = checkedObject(value);
  let before = '';
  for (const name of Object.keys(members)) {
    // What looks like an index is first whatever its order; the slow way knows about that.
    if (name < before || mayBeIndexLike(name) || !isInOrder(members[name])) return false;
    before = name;
  }
  return true;
}

/** Stands for a value with names that no object keeps in order: those that look like an index. */
const disorderly = Symbol('disorderly');
const indexLike = /^(0|[1-9]\d*)$|^__proto__$/;

/** A copy with members in order: the engine writes it out in one go, which is the fast way. */
function inOrder(value: unknown): unknown {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return checkedNumber(value);
  if (typeof value !== 'object' || value === null) return checkedRest(value);
  if (Array.isArray(value)) {
    const items = value.map(inOrder);
    return items.includes(disorderly) ? disorderly : items;
  }
  const members = checkedObject(value);
  const copy: Record<string, unknown> = {};
  for (const name of inNameOrder(members)) {
    if (mayBeIndexLike(name) && indexLike.test(name)) return disorderly;
    const member = inOrder(members[name]);
    if (member === disorderly) return disorderly;
    copy[name] = member;
  }
  return copy;
}

/** Names that are in order already, as those of most envelopes are, need not be sorted. */
function inNameOrder(members: object): string[] {
  const names = Object.keys(members);
  for (let at = 1; at < names.length; at += 1) {
    if ((names[at - 1] ?? '') > (names[at] ?? '')) return names.sort();
  }
  return names;
}

/** Digits and the underscore lie before the small letters; most names are passed by this. */
function mayBeIndexLike(name: string): boolean {
  const first = name.charCodeAt(0);
  return first <= 57 || first === 95;
}

/** The same, member by member. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(inOrder(value));
  const members = checkedObject(value);
  const names = inNameOrder(members);
  const pairs = names.map((name) => {
    return `${JSON.stringify(name)}:${written(members[name])}`;
  });
  return `{${pairs.join(',')}}`;
}

const loneSurrogate = /\p{Surrogate}/u;

function checkTexts(value: unknown): void {
  if (typeof value === 'string') {
    if (loneSurrogate.test(value)) throw new Malformed('A text has half of a surrogate pair.');
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      checkTexts(name);
      checkTexts(member);
    }
  }
}

function checkedNumber(value: number): number {
  if (!Number.isFinite(value)) throw new Malformed(`${value} has no place in JSON.`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new Malformed(`${value} is an integer beyond 2^53 − 1; write it as a text.`);
  }
  return value;
}

function checkedRest(value: unknown): unknown {
  if (value === null || typeof value === 'boolean') return value;
  throw new Malformed(`A ${typeof value} has no place in canonical JSON.`);
}

function checkedObject(value: object): Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new Malformed(`An object of ${value.constructor.name} has no place in JSON.`);
  }
  return value as Record<string, unknown>;
}
