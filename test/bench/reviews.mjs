// What a review cycle costs in a company of one size: to open its reviews, to write and finalise
// them, to look at and render them, and to fold their views anew.
import { join } from 'node:path';
import { crowdTimes, current, importLines, post, rebuilt, shared } from './client.mjs';
import { startPlumbline } from './client.mjs';
import { goalLines, peopleLines, personOf, structureLines } from './company.mjs';
import { scanned } from './engine.mjs';
import { clock, folder, highestMemoryMb, median, percentile } from './ground.mjs';
import { processorSeconds, root } from './ground.mjs';
import { askers, calibrated, finalised, launched, managerOf } from './review-cycle.mjs';
import { packs, planned, rewritten, reviewed, written } from './review-cycle.mjs';

const lib = (path) => import(join(root, path));
const { openSqliteLog } = await lib('libs/event-log/dist/sqlite.js');
const { reviewsParts } = await lib('services/reviews/dist/reviews.parts.js');

/** Whose reviews are rendered have checked in so often in the year. */
const checkInsOfEach = 26;
const formats = ['json', 'html', 'pdf'];

export async function reviews(people, sizes = {}) {
  // `versions`: so often one of those whose reviews are rendered has written their own section.
  const { sample = 100, versions = 200, inSession = 200, boards = 300, rounds = 5 } = sizes;
  const dataDir = folder(`reviews-${people}`);
  const server = await startPlumbline(dataDir);
  const { costs, costOf } = measuring(server);
  await costOf('company', () => imported(server, people, sample));
  const by = askers(server);
  const cycle = await planned(by);
  const opened = await costOf('launch', () => launched(by, cycle));
  await rewritten(by, cycle, people - 1, versions);
  const wrote = await costOf('sections', () => written(by, cycle, people));
  const board = await costOf('session', async () => {
    const reader = { url: server.url, token: await by.token(personOf(0)) };
    const looked = (path) => crowdTimes(reader, `${path}/board`, boards);
    return calibrated(by, cycle, { people, inSession: Math.min(inSession, people - 1), looked });
  });
  const ended = await costOf('finalisation', () => finalised(by, cycle, people));
  const numbers = [...reviewed(people)].slice(-sample);
  const rendered = await costOf('renders', () => renders(by, cycle, numbers));
  const instead = await costOf('what-if', () => whatIf(server, by, cycle, { people, rounds }));
  await server.stop();
  const views = await folded(dataDir);
  return { people, opened, wrote, board, ended, rendered, instead, views, costs };
}

/**
 * What each step took of the processor, in all threads of the server, until every view had caught
 * up; and the most memory that the server had had by then.
 */
function measuring(server) {
  const costs = {};
  const costOf = async (name, step) => {
    const before = processorSeconds(server.pid);
    const started = performance.now();
    const result = await step();
    await current(server);
    const seconds = (performance.now() - started) / 1_000;
    const processor = processorSeconds(server.pid) - before;
    costs[name] = { seconds, processorSeconds: processor, mb: highestMemoryMb(server.pid) };
    return result;
  };
  return { costs, costOf };
}

async function imported(server, people, sample) {
  await importLines(server, '/structure/import', structureLines(people));
  await importLines(server, '/people/import', peopleLines(people));
  const lines = goalLines(people, { people, activate: true });
  const { ids } = await importLines(server, '/goals/import', lines);
  // Goals are of the last person first.
  const checkIns = ids
    .slice(0, sample)
    .flatMap((id) => Array.from({ length: checkInsOfEach }, () => id));
  await shared(checkIns, (id, no) => {
    return post(server.url, server.token, `/goals/${id}/check-ins`, {
      keyResultId: 'kr1',
      value: no % 1_000,
    });
  });
}

/** One after the other, each review once in each format, as its manager; milliseconds. */
async function renders(by, { reviewOf }, numbers) {
  const times = Object.fromEntries(formats.map((format) => [format, []]));
  for (const no of numbers) {
    for (const format of formats) {
      const started = performance.now();
      await by.read(managerOf(no), `${reviewOf(no)}/rendered?format=${format}`);
      times[format].push(performance.now() - started);
    }
  }
  const figures = formats.map((format) => {
    const of = times[format].slice(1);
    // The last one is that which was written in so often.
    const longMs = times[format].at(-1);
    return [format, { p50Ms: median(of), p99Ms: percentile(of, 0.99), longMs }];
  });
  const long = await by.get(managerOf(numbers.at(-1)), reviewOf(numbers.at(-1)));
  return { ...Object.fromEntries(figures), longFacts: long.answer.review.revision + 1 };
}

/** The whole cycle under another rule pack, in seconds. */
async function whatIf({ url }, by, { id }, { people, rounds }) {
  const token = await by.token('ana', ['analyst']);
  const times = [];
  let n;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const asked = { cycle: id, pack: `${packs[1].name}@1` };
    const { answer } = await post(url, token, '/review-figures/scenarios', asked);
    times.push((performance.now() - started) / 1_000);
    ({ n } = answer);
  }
  if (n !== people - 1) throw new Error(`It was worked out for ${n} of ${people - 1} reviews.`);
  return { seconds: median(times), n };
}

/** Each view of reviews from the whole log, beside a scan of the same facts with JSON.parse. */
async function folded(dataDir) {
  const log = openSqliteLog({ path: join(dataDir, 'log.sqlite'), clock });
  const scans = {};
  for (const context of new Set(reviewsParts.views.map(({ view }) => view.context))) {
    scans[context] = await scanned(log, { context });
  }
  const { facts } = await scanned(log);
  await log.close();
  const server = await startPlumbline(dataDir);
  await current(server);
  const views = {};
  for (const { view } of reviewsParts.views) {
    const scan = scans[view.context];
    const seconds = await rebuilt(server, view.name);
    views[view.name] = { facts: scan.facts, seconds, ratio: scan.seconds / seconds };
  }
  await server.stop();
  return { facts, startMs: server.startMs, views, scans };
}

if (process.argv[1] === import.meta.filename) {
  const [people = 100, ...rest] = process.argv.slice(2).map(Number);
  const [sample = 20, inSession = 40, boards = 50] = rest;
  const report = await reviews(people, { sample, inSession, boards });
  process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
}
