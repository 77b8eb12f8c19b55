import { ProblemError, type FieldProblem } from './problem.ts';

/** Objects and lists within each other; a request needs far fewer. */
export const jsonDepthMax = 32;

/** Keys that would reach an object's prototype in careless code further on. */
const hostileKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** In a pattern with `u`, a pair is one character of another class. */
const loneSurrogate = /\p{Surrogate}/u;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Parses a JSON body that came from outside. Beyond the grammar it refuses, by name: bytes that
 * are no UTF-8, keys given twice, keys that reach prototypes, nesting deeper than `jsonDepthMax`,
 * numbers that a double cannot hold, NUL characters and lone surrogates.
 */
export function readJson(bytes: Uint8Array): unknown {
  const text = decoded(bytes);
  if (text.trim() === '') throw broken('The body is empty.');
  const value = parsed(text);
  // Only an escape can bring a NUL or a lone surrogate in: raw ones are no JSON, or no UTF-8.
  const walk: Walk = { keys: 0, errors: [], checkText: text.includes('\\u') };
  visit(walk, value, undefined, 0);
  if (walk.errors.length === 0 && walk.keys !== membersIn(text)) {
    walk.errors.push(...keysGivenTwice(text));
  }
  if (walk.errors.length > 0) {
    throw new ProblemError(
      'request/invalid-body',
      'The body cannot be taken as it is.',
      walk.errors,
    );
  }
  return value;
}

interface Walk {
  keys: number;
  readonly errors: FieldProblem[];
  readonly checkText: boolean;
}

/** Where a value stands. It becomes a pointer only when there is something to say of it. */
interface Place {
  readonly key: string | number;
  readonly parent: Place | undefined;
}

function pointerTo(place: Place | undefined): string {
  if (place === undefined) return '';
  return `${pointerTo(place.parent)}/${pointerSegment(String(place.key))}`;
}

/** Errors told in one answer; more would only repeat them. */
export const fieldProblemsMax = 20;

function visit(walk: Walk, value: unknown, place: Place | undefined, depth: number): void {
  if (walk.errors.length >= fieldProblemsMax) return;
  if (typeof value === 'string') {
    if (walk.checkText && !isCleanText(value)) note(walk, place, 'text', cleanTextRemedy);
  } else if (typeof value === 'number') {
    if (!isExact(value))
      note(
        walk,
        place,
        'number',
        'Send a number that a double holds exactly; integers up to 2^53 - 1.',
      );
  } else if (typeof value === 'object' && value !== null) {
    if (depth >= jsonDepthMax) {
      note(walk, place, 'depth', `Nest at most ${jsonDepthMax} levels.`);
    } else if (Array.isArray(value)) {
      for (const [index, one] of value.entries())
        visit(walk, one, { key: index, parent: place }, depth + 1);
    } else {
      visitMembers(walk, value as Record<string, unknown>, place, depth);
    }
  }
}

function visitMembers(
  walk: Walk,
  members: Record<string, unknown>,
  parent: Place | undefined,
  depth: number,
): void {
  for (const key of Object.keys(members)) {
    walk.keys += 1;
    const place = { key, parent };
    if (hostileKeys.has(key)) note(walk, place, 'unknown-field', 'Leave this field out.');
    else if (walk.checkText && !isCleanText(key)) note(walk, place, 'text', cleanTextRemedy);
    else visit(walk, members[key], place, depth + 1);
  }
}

const cleanTextRemedy = 'Leave NUL characters and lone surrogates out.';

function note(walk: Walk, place: Place | undefined, rule: string, remedy: string): void {
  walk.errors.push({ field: pointerTo(place), rule, remedy });
}

/** Text that every store and every reader can hold: well-formed, and without NUL. */
export function isCleanText(text: string): boolean {
  return !text.includes('\0') && !loneSurrogate.test(text);
}

export function isHostileKey(key: string): boolean {
  return hostileKeys.has(key);
}

/** RFC 6901: `~` and `/` are escaped within a segment. */
export function pointerSegment(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1').replace(loneSurrogate, '\ufffd');
}

function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw broken('The body is not UTF-8.');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const at = brokenAt(text);
    throw broken(`The body stops being JSON at character ${at}.`, { position: at });
  }
}

function broken(detail: string, extensions: Record<string, unknown> = {}): ProblemError {
  return new ProblemError('request/broken-json', detail, [], { extensions });
}

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;

/**
 * Members written in a text that is JSON: colons outside strings. The parsed value has fewer
 * when a key is given twice, since only the last one stays.
 */
function membersIn(text: string): number {
  let members = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === colon) members += 1;
    else if (code === quote) at = endOfString(text, at);
  }
  return members;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== quote) {
    at += text.charCodeAt(at) === backslash ? 2 : 1;
  }
  return at;
}

/** Where a key is given twice. Slow, and only run once it is known that there is one. */
function keysGivenTwice(text: string): readonly FieldProblem[] {
  const open: { keys: Set<string>; pointer: string }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text[at];
    if (code === '{') open.push({ keys: new Set(), pointer: '' });
    else if (code === '[') open.push({ keys: new Set(), pointer: '' });
    else if (code === '}' || code === ']') open.pop();
    else if (code === '"') {
      const end = endOfString(text, at);
      const key = JSON.parse(text.slice(at, end + 1)) as string;
      at = end;
      const within = open.at(-1);
      if (within === undefined || !/^\s*:/.test(text.slice(end + 1, end + 65))) continue;
      if (within.keys.has(key)) return [twice(open, key)];
      within.keys.add(key);
      within.pointer = pointerSegment(key);
    }
  }
  return [twice([], '')];
}

function twice(open: readonly { readonly pointer: string }[], key: string): FieldProblem {
  const parents = open.slice(0, -1).map(({ pointer }) => pointer);
  const field = ['', ...parents, pointerSegment(key)].join('/');
  return { field, rule: 'given-twice', remedy: 'Give every key once.' };
}

const tokens =
  /\s*(?:([{}[\],:])|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/** The first character at which a text that is no JSON leaves the grammar. */
function brokenAt(text: string): number {
  const open: string[] = [];
  let want: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' = 'value';
  tokens.lastIndex = 0;
  for (;;) {
    const from = tokens.lastIndex;
    const match = tokens.exec(text);
    if (match === null) return skipBlanks(text, from);
    const token = match[0].trim();
    const place = tokens.lastIndex - token.length;
    const within = open.at(-1);
    const ends = (token === '}' && within === '{') || (token === ']' && within === '[');
    if (ends && (want === 'comma-or-end' || want === 'value-or-end' || want === 'key-or-end')) {
      open.pop();
      want = 'comma-or-end';
    } else if (want === 'comma-or-end' && token === ',' && within !== undefined) {
      want = within === '{' ? 'key' : 'value';
    } else if (want === 'colon' && token === ':') {
      want = 'value';
    } else if ((want === 'key' || want === 'key-or-end') && token.startsWith('"')) {
      want = 'colon';
    } else if ((want === 'value' || want === 'value-or-end') && match[1] === undefined) {
      want = 'comma-or-end';
    } else if ((want === 'value' || want === 'value-or-end') && (token === '{' || token === '[')) {
      open.push(token);
      want = token === '{' ? 'key-or-end' : 'value-or-end';
    } else {
      return place;
    }
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}
