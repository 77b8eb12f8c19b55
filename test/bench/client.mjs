// What measurements over HTTP ask the standalone process with: tokens, bulk requests, times.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import autocannon from 'autocannon';
import { folder, median, root, serve } from './ground.mjs';

const standalone = 'services/standalone/dist/main.js';

export async function startPlumbline(dataDir = folder('http'), program = standalone) {
  const server = await serve(program, { DATA_DIR: dataDir });
  const token = readFileSync(join(dataDir, 'admin-token'), 'utf8').trim();
  return { ...server, token, dataDir };
}

/** A token of somebody, without a role unless told, signed with the key of the folder. */
export async function tokenOf(dataDir, sub, roles = []) {
  const { signLocalToken } = await import(join(root, 'libs/web/dist/local-token.js'));
  const { privateKey } = JSON.parse(readFileSync(join(dataDir, 'keys/local-issuer.json'), 'utf8'));
  const claims = { sub, tenant: 'main', roles, ttlSeconds: 3_600, nowMs: Date.now() };
  return signLocalToken(privateKey, claims);
}

export async function post(url, token, path, body) {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path} gave ${response.status}: ${JSON.stringify(answer)}`);
  return { answer, position: response.headers.get('plumbline-position') };
}

const awayMsMax = 60_000;

/** 503 says that the same question may be asked again, as everybody does, for a minute at most. */
export async function get(url, token, path, headers = {}) {
  const asked = { headers: { authorization: `Bearer ${token}`, ...headers } };
  const end = performance.now() + awayMsMax;
  let response;
  let answer;
  do {
    response = await fetch(`${url}${path}`, asked);
    answer = await response.json();
  } while (response.status === 503 && performance.now() < end);
  if (!response.ok) throw new Error(`${path} gave ${response.status}: ${JSON.stringify(answer)}`);
  return { answer, position: response.headers.get('plumbline-position') };
}

/** Any document, whatever it is made of. */
export async function read(url, token, path) {
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  const bytes = await response.arrayBuffer();
  if (!response.ok) throw new Error(`${path} gave ${response.status}.`);
  return bytes;
}

/** Milliseconds of one request after the other, p50; the first two warm up. */
export async function timesOf({ url, token }, path, rounds = 15) {
  const times = [];
  for (let round = 0; round < rounds + 2; round += 1) {
    const started = performance.now();
    await get(url, token, path);
    times.push(performance.now() - started);
  }
  return median(times.slice(2));
}

const chunkChars = 64 * 1_024;

function* chunksOf(lines) {
  let text = '';
  for (const line of lines) {
    text += `${JSON.stringify(line)}\n`;
    if (text.length < chunkChars) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** Sends lines in one bulk request. Every one must be recorded; the ids, and lines a second. */
export async function importLines({ url, token }, path, lines) {
  const started = performance.now();
  const response = await fetch(`${url}${path}`, {
    ...{ method: 'POST', duplex: 'half' },
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    body: Readable.toWeb(Readable.from(chunksOf(lines))),
  });
  const ids = [];
  let position;
  for (const text of (await response.text()).trim().split('\n')) {
    const line = JSON.parse(text);
    if (line.end === true && line.complete) break;
    if (line.status !== 'recorded') throw new Error(`${path} answered ${text}`);
    ids.push(line.id);
    position = line.position;
  }
  const seconds = (performance.now() - started) / 1_000;
  return { ids, position, lines: ids.length, perSecond: ids.length / seconds };
}

const writers = 32;

/** Does the work for each of them, several at a time. */
export async function shared(all, work) {
  const queue = all.entries();
  const worker = async () => {
    for (const [no, one] of queue) await work(one, no);
  };
  await Promise.all(Array.from({ length: writers }, worker));
}

/** Ends once every view holds all that is recorded. */
export async function current({ url, token }) {
  for (;;) {
    const { answer } = await get(url, token, '/operations/status');
    if (answer.views.every(({ lagFacts, state }) => lagFacts === 0 && state === 'live')) return;
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** From the start of the log to a view that is whole, in seconds. */
export async function rebuilt({ url, token }, view) {
  const started = performance.now();
  const response = await fetch(`${url}/operations/views/${view}/rebuild`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
  });
  const lines = (await response.text()).trim().split('\n');
  if (!response.ok) throw new Error(lines.join('\n'));
  return (performance.now() - started) / 1_000;
}

/** Milliseconds of many requests for one path on a few connections. */
export async function crowdTimes({ url, token }, path, amount, connections = 4) {
  const headers = { authorization: `Bearer ${token}` };
  const asked = { url: `${url}${path}`, connections, amount, headers };
  const { latency, errors, non2xx } = await autocannon(asked);
  if (errors + non2xx > 0) throw new Error(`${errors + non2xx} of ${path} failed.`);
  return { p50Ms: latency.p50, p99Ms: latency.p99 };
}
