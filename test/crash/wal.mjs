// Reads the write-ahead log of an SQLite file, as far as it is valid
// (https://www.sqlite.org/fileformat2.html, section 4): the file keeps its length when it is begun
// anew, so that its size says nothing of where the last commit ends.
import { readFileSync } from 'node:fs';

const headerBytes = 32;
const frameHeaderBytes = 24;
const magicBigEndian = 0x377f0683;

/** Where each commit in the log ends, and the salts that tell whether the log was begun anew. */
export function readWal(path) {
  const bytes = readFileSync(path);
  if (bytes.length < headerBytes) return { salts: '', commits: [] };
  const isBigEndian = bytes.readUInt32BE(0) === magicBigEndian;
  const pageBytes = bytes.readUInt32BE(8);
  const salts = bytes.toString('hex', 16, 24);
  let sum = checksum(bytes, 0, headerBytes - 8, [0, 0], isBigEndian);
  if (!isSum(bytes, headerBytes - 8, sum)) return { salts: '', commits: [] };
  const commits = [];
  const frameBytes = frameHeaderBytes + pageBytes;
  for (let at = headerBytes; at + frameBytes <= bytes.length; at += frameBytes) {
    if (bytes.toString('hex', at + 8, at + 16) !== salts) break;
    sum = checksum(bytes, at, at + 8, sum, isBigEndian);
    sum = checksum(bytes, at + frameHeaderBytes, at + frameBytes, sum, isBigEndian);
    if (!isSum(bytes, at + 16, sum)) break;
    if (bytes.readUInt32BE(at + 4) !== 0) commits.push(at + frameBytes);
  }
  return { salts, commits };
}

function checksum(bytes, from, to, [first, second], isBigEndian) {
  let one = first;
  let two = second;
  for (let at = from; at < to; at += 8) {
    const [left, right] = isBigEndian
      ? [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
      : [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
    one = (one + left + two) >>> 0;
    two = (two + right + one) >>> 0;
  }
  return [one, two];
}

function isSum(bytes, at, [one, two]) {
  return bytes.readUInt32BE(at) === one && bytes.readUInt32BE(at + 4) === two;
}
