// What EventStoreDB keeps and how it decides, without any wire: streams, $all, revisions, deletion.
import { randomUUID } from 'node:crypto';

/**
 * @typedef {{ id: string, type: string, contentType: string, data: Uint8Array,
 *   meta: Uint8Array }} Proposed
 * @typedef {Proposed & { stream: string, revision: bigint, position: bigint,
 *   ticks: string }} Recorded
 * @typedef {'any' | 'no_stream' | 'stream_exists' | bigint} Expected
 * @typedef {{ events: Recorded[], byId: Map<string, Recorded>, isTombstoned: boolean,
 *   truncateBefore: bigint, maxCount?: number, maxAge?: number }} Stream
 * @typedef {{ kind: 'done', revision: bigint, position: bigint }
 *   | { kind: 'version', current: bigint | null } | { kind: 'deleted' }} Outcome
 * @typedef {{ op: 'append', stream: string, ticks: string, events: Proposed[] }
 *   | { op: 'tombstone', stream: string, ticks: string }} Change
 */

/** The truncation point of a stream that was deleted softly, and the revision of a tombstone. */
export const endOfRevisions = 9223372036854775807n;
/** `created` is in ticks of 100 nanoseconds. */
const ticksPerMs = 10_000n;
/** Positions are offsets in a file: growing, with gaps, starting somewhere. */
const firstPosition = 1_000n;
const recordOverhead = 120n;

/**
 * An empty store. `onChange` is told of a change before it is made, so that a journal can keep it;
 * `restore` makes a change that was kept.
 * @param {{ now?: () => number, onChange?: (change: Change) => void }} [options]
 */
export function createEventStore({ now = Date.now, onChange = () => undefined } = {}) {
  /** @type {Recorded[]} */
  const all = [];
  /** @type {Map<string, Stream>} */
  const streams = new Map();
  /** @type {Set<() => void>} */
  const waiting = new Set();
  let nextPosition = firstPosition;

  const ticksNow = () => (BigInt(now()) * ticksPerMs).toString();

  /** @param {string} name */
  const streamOf = (name) => {
    const stream = streams.get(name) ?? newStream();
    streams.set(name, stream);
    return stream;
  };

  /** @param {Recorded} event */
  const record = (event) => {
    nextPosition += recordOverhead + BigInt(event.data.length + event.meta.length);
    all.push(event);
  };

  /** @param {Change} change */
  const restore = (change) => {
    const stream = streamOf(change.stream);
    const place = { stream: change.stream, ticks: change.ticks };
    if (change.op === 'tombstone') {
      stream.isTombstoned = true;
      const event = { ...tombstone(), ...place, revision: endOfRevisions, position: nextPosition };
      record(event);
    } else {
      let revision = (stream.events.at(-1)?.revision ?? -1n) + 1n;
      if (stream.truncateBefore === endOfRevisions) stream.truncateBefore = revision;
      for (const proposed of change.events) {
        const event = { ...proposed, ...place, revision, position: nextPosition };
        record(event);
        stream.events.push(event);
        stream.byId.set(event.id, event);
        revision += 1n;
        if (change.stream.startsWith('$$') && event.type === '$metadata') {
          setMetadata(streamOf(change.stream.slice(2)), event.data);
        }
      }
    }
    for (const wake of [...waiting]) wake();
  };

  /** @param {Change} change */
  const make = (change) => {
    onChange(change);
    restore(change);
  };

  /** @returns {Outcome} */
  const append = (
    /** @type {string} */ name,
    /** @type {Expected} */ expected,
    /** @type {Proposed[]} */ events,
  ) => {
    const stream = streamOf(name);
    if (stream.isTombstoned) return { kind: 'deleted' };
    const current = currentRevision(stream);
    const fits = isAsExpected(current, expected);
    const before =
      expected === 'any' || !fits ? recordedBefore(stream, expected, events) : undefined;
    const last = before ?? (fits ? undefined : null);
    if (last === null) return { kind: 'version', current };
    if (last === undefined) make({ op: 'append', stream: name, ticks: ticksNow(), events });
    const { revision, position } = last ?? stream.events.at(-1) ?? { revision: -1n, position: 0n };
    return { kind: 'done', revision, position };
  };

  /** @param {string} name @param {Expected} expected @param {boolean} forever @returns {Outcome} */
  const remove = (name, expected, forever) => {
    const stream = streamOf(name);
    if (stream.isTombstoned) return { kind: 'deleted' };
    const current = currentRevision(stream);
    if (!isAsExpected(current, expected)) return { kind: 'version', current };
    if (!forever) return append(`$$${name}`, 'any', [softDeletion()]);
    make({ op: 'tombstone', stream: name, ticks: ticksNow() });
    return { kind: 'done', revision: endOfRevisions, position: all.at(-1)?.position ?? 0n };
  };

  return { all, streams, streamOf, waiting, append, remove, restore, indexAt, visible, now };

  /** The place in $all of the first event at a position or after it. @param {bigint} position */
  function indexAt(position) {
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle]?.position ?? 0n) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What of a stream can be read. @param {Stream} stream */
  function visible({ events, truncateBefore, maxCount, maxAge }) {
    const oldest = maxAge === undefined ? 0n : BigInt(now() - maxAge * 1_000) * ticksPerMs;
    const kept = events.filter(
      ({ revision, ticks }) => revision >= truncateBefore && BigInt(ticks) >= oldest,
    );
    return maxCount === undefined ? kept : kept.slice(-maxCount);
  }
}

/** @typedef {ReturnType<typeof createEventStore>} EventStore */

/** The newest revision, as writers see it; null: no stream. @param {Stream} [stream] */
export function currentRevision(stream) {
  if (stream === undefined || stream.truncateBefore === endOfRevisions) return null;
  return stream.events.at(-1)?.revision ?? null;
}

/** @returns {Stream} */
function newStream() {
  return { events: [], byId: new Map(), isTombstoned: false, truncateBefore: 0n };
}

/** @param {bigint | null} current @param {Expected} expected */
function isAsExpected(current, expected) {
  if (expected === 'any') return true;
  if (expected === 'no_stream') return current === null;
  return expected === 'stream_exists' ? current !== null : current === expected;
}

/**
 * An idempotent write: the same event ids, in a row, from where they were expected to be. Gives the
 * last of them, or null.
 * @param {Stream} stream @param {Expected} expected @param {Proposed[]} events
 */
function recordedBefore({ events: recorded, byId }, expected, events) {
  const first = byId.get(events[0]?.id ?? '');
  if (first === undefined) return expected === 'any' ? undefined : null;
  const from =
    expected === 'no_stream' ? 0n : typeof expected === 'bigint' ? expected + 1n : first.revision;
  const at = Number(first.revision);
  const isSame = events.every(({ id }, index) => recorded[at + index]?.id === id);
  if (first.revision === from && isSame) return recorded[at + events.length - 1] ?? null;
  return expected === 'any' ? undefined : null;
}

/** @param {Stream} stream @param {Uint8Array} data */
function setMetadata(stream, data) {
  const text = Buffer.from(data).toString() || '{}';
  const { $maxCount, $maxAge } = JSON.parse(text);
  stream.maxCount = $maxCount;
  stream.maxAge = $maxAge;
  // Beyond 2^53 it is no number for JSON.parse.
  stream.truncateBefore = BigInt(/"\$tb"\s*:\s*(\d+)/.exec(text)?.[1] ?? 0);
}

function softDeletion() {
  const data = Buffer.from(`{"$tb":${endOfRevisions}}`);
  const contentType = 'application/json';
  return { id: randomUUID(), type: '$metadata', contentType, data, meta: new Uint8Array() };
}

function tombstone() {
  const [data, meta] = [new Uint8Array(), new Uint8Array()];
  const contentType = 'application/octet-stream';
  return { id: randomUUID(), type: '$streamDeleted', contentType, data, meta };
}
