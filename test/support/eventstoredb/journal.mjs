// The changes of a store in a file, a line each, so that its process can be killed and restarted.
import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';

/** @import { Change, Proposed } from './event-store.mjs' */

/**
 * Opens a journal, or makes it. A line that was cut off by the end of its process was answered to
 * nobody: it is removed. What is written survives the process, not a power cut.
 * @param {string} path
 * @returns {{ changes: Change[], write: (change: Change) => void, close: () => void }}
 */
export function openJournal(path) {
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const whole = bytes.lastIndexOf('\n') + 1;
  if (whole < bytes.length) truncateSync(path, whole);
  const lines = bytes.subarray(0, whole).toString().split('\n').slice(0, -1);
  const file = openSync(path, 'a');
  return {
    changes: lines.map((line) => decoded(JSON.parse(line))),
    write: (change) => writeAll(file, Buffer.from(`${JSON.stringify(encoded(change))}\n`)),
    close: () => closeSync(file),
  };
}

/** @param {number} file @param {Buffer} bytes */
function writeAll(file, bytes) {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

/** @param {Change} change */
function encoded(change) {
  if (change.op === 'tombstone') return change;
  const events = change.events.map((event) => {
    const [data, meta] = [base64(event.data), base64(event.meta)];
    return { ...event, data, meta };
  });
  return { ...change, events };
}

/** @param {any} change @returns {Change} */
function decoded(change) {
  if (change.op === 'tombstone') return change;
  const events = change.events.map((/** @type {any} */ event) => {
    const [data, meta] = [Buffer.from(event.data, 'base64'), Buffer.from(event.meta, 'base64')];
    return { ...event, data, meta };
  });
  return { ...change, events };
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  return Buffer.from(bytes).toString('base64');
}
