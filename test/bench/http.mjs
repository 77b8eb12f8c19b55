// Commands over HTTP beside a bare Nest route with the same DTO; visibility; start and memory.
import { get, post, startPlumbline } from './client.mjs';
import { median, memoryMb, percentile, serve } from './ground.mjs';
import { load } from './load.mjs';

// A year of fortnightly check-ins is twenty-six a goal; a run makes about so many on each of these.
const goalsInUse = 4_000;
const connections = 64;

async function activeGoals({ url, token }, count) {
  const period = { name: '2026-Q4', start: '2026-10-01', end: '2026-12-31' };
  const measure = { kind: 'increase', start: 0, target: 1_000 };
  const ids = [];
  const queue = Array.from({ length: count }, (_, index) => index);
  const worker = async () => {
    while (queue.shift() !== undefined) {
      const draft = { title: 'A goal', period, keyResults: [{ name: 'One', measure }] };
      const { answer } = await post(url, token, '/goals', draft);
      await post(url, token, `/goals/${answer.id}/activate`, { kind: 'committed' });
      ids.push(answer.id);
    }
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  return ids;
}

/** No command has the key of another one. */
let no = 0;

/** Check-ins at 64 connections for so many seconds; every one is durable before it is answered. */
function checkIns({ url, token }, ids, seconds) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const next = () => {
    no += 1;
    return {
      path: `/goals/${ids[no % ids.length]}/check-ins`,
      headers: { ...headers, 'idempotency-key': `key-${no}` },
      body: JSON.stringify({ keyResultId: 'kr1', value: no % 1_000, confidence: 0.5 }),
    };
  };
  return load({ url, connections, seconds, next });
}

export async function commands({ seconds = 6, rounds = 3, goals = goalsInUse } = {}) {
  const plumbline = await startPlumbline();
  const ids = await activeGoals(plumbline, goals);
  const bare = await serve('test/bench/bare-nest.mjs', {}, '/health');
  const { token } = plumbline;
  await checkIns(plumbline, ids, 2);
  await checkIns({ ...bare, token }, ids, 2);
  const results = { bare: [], ours: [], p99: [], errors: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const raw = await checkIns({ ...bare, token }, ids, seconds);
    const ours = await checkIns(plumbline, ids, seconds);
    results.bare.push(raw.perSecond);
    results.ours.push(ours.perSecond);
    results.p99.push(ours.p99Ms);
    results.errors += ours.failed + raw.failed;
  }
  await bare.stop();
  const one = await oneClient(plumbline, ids);
  const visible = await visibility(plumbline, ids);
  await plumbline.stop();
  if (results.errors > 0) throw new Error(`${results.errors} requests failed.`);
  const ratios = results.ours.map((rate, round) => rate / results.bare[round]);
  return {
    barePerSecond: median(results.bare),
    perSecond: median(results.ours),
    ratio: median(ratios),
    p99Ms: median(results.p99),
    oneClientMs: one,
    visibility: visible,
  };
}

/** One client, one command at a time; milliseconds, p50. */
async function oneClient({ url, token }, ids) {
  const times = [];
  for (let round = 0; round < 200; round += 1) {
    const started = performance.now();
    const body = { keyResultId: 'kr1', value: round };
    await post(url, token, `/goals/${ids[round]}/check-ins`, body);
    times.push(performance.now() - started);
  }
  return median(times);
}

/** From the answer to a command until the view shows it; milliseconds. */
async function visibility({ url, token }, ids) {
  const times = [];
  for (let round = 0; round < 150; round += 1) {
    const path = `/goals/${ids[round]}`;
    const body = { keyResultId: 'kr1', value: 500 + round };
    const { position } = await post(url, token, `${path}/check-ins`, body);
    const started = performance.now();
    const { answer } = await get(url, token, path, { 'read-after': position });
    const { goal } = answer;
    times.push(performance.now() - started);
    const shown = goal.keyResults[0].checkIns.some((one) => one.value === body.value);
    if (!shown) throw new Error('The view answered without the write it was asked to hold.');
  }
  return { p50Ms: median(times), p99Ms: percentile(times, 0.99) };
}

/** Start to ready, and resident memory a little later, on a folder with so many facts in it. */
export async function startOn(dataDir) {
  const server = await startPlumbline(dataDir);
  await new Promise((done) => setTimeout(done, 3_000));
  const memory = memoryMb(server.pid);
  await server.stop();
  return { startMs: server.startMs, memoryMb: memory };
}
