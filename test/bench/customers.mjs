// Responses of customers from a file through the command line, until every view holds them; what
// that takes of memory; and their figures beside DuckDB, which counts the same file.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { crowdTimes, current, get, rebuilt, startPlumbline, tokenOf } from './client.mjs';
import { folder, median, memoryMb, processorSeconds, root } from './ground.mjs';

const [from, until] = ['2025-01-01', '2025-12-31'];
const names = ['location', 'touchpoint', 'channel', 'unit'];
const breakdowns = Object.fromEntries(names.map((name) => [name, name]));
const inTime = { month: "strftime(day, '%Y-%m')", day: "strftime(day, '%Y-%m-%d')" };
const sampleMs = 250;

const mapping = {
  ...{ plumbline: 'mapping@1', about: 'A year of responses.', produces: 'customer-responses' },
  source: { format: 'csv' },
  key: { template: 'bench {id}' },
  record: {
    source: 'bench-2025',
    occurredOn: { from: 'day', as: 'day' },
    answeredAt: { endOf: { from: 'day', as: 'day' } },
    ...{ touchpoint: { from: 'touchpoint' }, channel: { from: 'channel' } },
    location: { from: 'location' },
    answers: [
      { answer: 'nps', metric: 'nps' },
      { answer: 'csat', metric: 'csat' },
    ],
    attribution: [{ unit: { from: 'unit' }, share: 1 }],
  },
};

/** A year of responses in the order of its days, the same in every run. */
function* linesOf(responses) {
  let state = 20_250_101;
  const below = (max) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * max);
  };
  yield 'id,day,location,touchpoint,channel,unit,nps,csat\n';
  for (let no = 0; no < responses; no += 1) {
    const date = new Date(Date.UTC(2025, 0, 1 + Math.floor((no * 365) / responses)));
    const place = below(24);
    // Every twentieth leaves a question out; places differ in how they do.
    const nps = below(20) === 0 ? '' : Math.min(10, below(11) + below(1 + (place % 4)));
    const csat = below(20) === 0 ? '' : 1 + Math.min(4, below(5) + below(1 + (place % 3)));
    const where = `place-${place},${['visit', 'call', 'delivery', 'repair'][below(4)]}`;
    const how = `${['mail', 'kiosk', 'app'][below(3)]},unit-${place % 8}`;
    yield `${no},${date.toISOString().slice(0, 10)},${where},${how},${nps},${csat}\n`;
  }
}

export async function customers(responses, { rounds = 3, requests = 300 } = {}) {
  const dataDir = folder(`customers-${responses}`);
  const file = join(dataDir, 'responses.csv');
  await pipeline(Readable.from(linesOf(responses)), createWriteStream(file));
  writeFileSync(join(dataDir, 'mapping.json'), JSON.stringify(mapping));
  const server = await startPlumbline(dataDir);
  const imported = await importFile(server, file, responses);
  const rebuildSeconds = await rebuilt(server, 'satisfaction-day');
  const token = await tokenOf(dataDir, 'sam', ['service-manager']);
  const reader = { url: server.url, token };
  const duck = await openDuck(file);
  const ours = [];
  const theirs = [];
  let compared = 0;
  for (let round = 0; round < rounds; round += 1) {
    const [one, other] = [await figures(reader), await duck.figures()];
    compared = demandSame(one.rows, other.rows);
    ours.push(one.seconds);
    theirs.push(other.seconds);
  }
  duck.close();
  const dashboard = await dashboardTimes(reader, requests);
  await server.stop();
  return {
    ...{ responses, ...imported, rebuildSeconds, dashboard, figures: compared },
    ...{ rollupSeconds: median(ours), duckSeconds: median(theirs) },
  };
}

/** Through the command line, as a process of its own, until all views have got as far. */
async function importFile(server, file, responses) {
  const started = performance.now();
  const processorBefore = processorSeconds(server.pid);
  const args = ['import', 'customer-responses', file, '--mapping', 'mapping.json', '--json'];
  const cli = spawn(
    process.execPath,
    [join(root, 'services/cli/dist/main.js'), ...args, '--url', server.url],
    { cwd: server.dataDir, env: { ...process.env, DATA_DIR: server.dataDir } },
  );
  let said = '';
  cli.stdout.on('data', (chunk) => (said += chunk));
  cli.stderr.on('data', (chunk) => (said = `${said}${chunk}`.slice(-2_000)));
  const memory = [];
  const sampling = setInterval(() => {
    memory.push({ server: memoryMb(server.pid), cli: memoryMb(cli.pid) ?? 0 });
  }, sampleMs);
  const code = await new Promise((done) => cli.once('exit', done));
  if (code !== 0) throw new Error(`The import ended with ${code}: ${said}`);
  const importSeconds = (performance.now() - started) / 1_000;
  await current(server);
  clearInterval(sampling);
  const seconds = (performance.now() - started) / 1_000;
  const processorMs = (1_000 * (processorSeconds(server.pid) - processorBefore)) / responses;
  const perSecond = responses / seconds;
  return { seconds, importSeconds, perSecond, processorMs, ...memoryOf(memory) };
}

/** The highest in the second and in the last quarter of the time: flat where they are near. */
function memoryOf(samples) {
  const quarter = Math.ceil(samples.length / 4);
  const highest = (of, part) => Math.max(...part.map((one) => one[of]));
  const [second, last] = [samples.slice(quarter, 2 * quarter), samples.slice(-quarter)];
  const both = (of) => ({ second: highest(of, second), last: highest(of, last) });
  return { serverMb: both('server'), cliMb: both('cli') };
}

/** Every figure of the year, by each breakdown: value, number and how many were asked. */
async function figures({ url, token }) {
  const started = performance.now();
  const rows = {};
  for (const metric of ['nps', 'csat']) {
    for (const by of Object.keys({ ...breakdowns, ...inTime })) {
      const query = new URLSearchParams({ metric, from, until, by });
      const { answer } = await get(url, token, `/satisfaction?${query}`);
      for (const { of, score, asked } of answer.rows) {
        rows[`${metric} ${by} ${of}`] = score === null ? null : rounded(score, asked);
      }
    }
  }
  return { seconds: (performance.now() - started) / 1_000, rows };
}

const rounded = ({ value, n }, asked) => [value === null ? null : value.toFixed(9), n, asked];

/** How many figures were equal, all of them; of few answers we show none, and DuckDB does. */
function demandSame(ours, theirs) {
  assert.deepEqual(Object.keys(ours).sort(), Object.keys(theirs).sort());
  const shown = Object.entries(ours).filter(([, row]) => row !== null);
  for (const [name, row] of shown) assert.deepEqual(row, theirs[name], name);
  return shown.length;
}

async function openDuck(file) {
  const instance = await DuckDBInstance.create(':memory:');
  const duck = await instance.connect();
  const value = {
    nps: '100 * (count_if(nps >= 9) - count_if(nps <= 6)) / count(nps)',
    csat: 'count_if(csat >= 4) / count(csat)',
  };
  return {
    figures: async () => {
      const started = performance.now();
      const rows = {};
      await duck.run(`CREATE OR REPLACE TABLE responses AS SELECT * FROM read_csv('${file}')`);
      for (const metric of ['nps', 'csat']) {
        for (const [by, key] of Object.entries({ ...breakdowns, ...inTime })) {
          const read = await duck.runAndReadAll(
            `SELECT ${key}, ${value[metric]}, count(${metric}), count(*) FROM responses GROUP BY 1`,
          );
          for (const [of, figure, n, asked] of read.getRows()) {
            rows[`${metric} ${by} ${of}`] = rounded({ value: figure, n: Number(n) }, Number(asked));
          }
        }
      }
      return { seconds: (performance.now() - started) / 1_000, rows };
    },
    close: () => {
      duck.closeSync();
      instance.closeSync();
    },
  };
}

/** One dashboard after the other on a few connections: the year by location, in ms. */
function dashboardTimes(reader, amount) {
  const query = new URLSearchParams({ metric: 'nps', from, until, by: 'location' });
  return crowdTimes(reader, `/satisfaction?${query}`, amount);
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(`${JSON.stringify(await customers(Number(process.argv[2] ?? 1_000)))}\n`);
}
