// The map from a strategy to every goal, and progress by unit: the figures alone, and the routes.
import { join } from 'node:path';
import { get, importLines, post, shared, startPlumbline, timesOf } from './client.mjs';
import { goalLines, peopleLines, structureLines } from './company.mjs';
import { folder, median, root } from './ground.mjs';

const lib = (path) => import(join(root, 'services/goals/dist/views', path));
const { alignmentMap } = await lib('alignment-map.js');
const { unitRollUp } = await lib('unit-rollup.js');
const { figure } = await import(join(root, 'libs/statistics/dist/index.js'));

const people = 1_000;
/** Goals below each goal, and goals under each theme. */
const [goalsBelow, goalsOfTheme] = [8, 10];
const themes = ['answers', 'cost'];

/** One goal under another, and those at the top under a theme, by their numbers. */
function parentOf(no) {
  const top = goalsOfTheme * themes.length;
  if (no < top) return { theme: themes[no % themes.length] };
  return { goal: Math.floor((no - top) / goalsBelow) };
}

export async function maps(goals, rounds = 9) {
  const pure = pureFigures(goals, rounds);
  const server = await startPlumbline(folder(`map-${goals}`));
  await importLines(server, '/structure/import', structureLines(people));
  await importLines(server, '/people/import', peopleLines(people));
  const lines = goalLines(goals, { people, privateOf: 10, activate: true });
  const { ids } = await importLines(server, '/goals/import', lines);
  const { perSecond, position } = await aligned(server, ids);
  await checkedIn(server, ids);
  await get(server.url, server.token, '/alignment-map?theme=cost', { 'read-after': position });
  const [mapMs, unitsMs] = [
    await timesOf(server, '/alignment-map', rounds),
    await timesOf(server, '/unit-progress', rounds),
  ];
  const { answer } = await get(server.url, server.token, '/alignment-map');
  if (answer.totals.coverage.value !== 1) throw new Error('A goal leads to no theme.');
  await server.stop();
  return { goals, ...pure, alignmentsPerSecond: perSecond, mapMs, unitsMs };
}

/** The figures over plain documents, in ms, p50. */
function pureFigures(goals, rounds) {
  const progress = (no) => figure('objective-progress@1', (no % 100) / 100, 1);
  const documents = Array.from({ length: goals }, (_, no) => ({
    ...{ goalId: `goal-${no}`, owner: `person:p${no % people}`, stage: 'active', weight: 1 },
    line: { start: 0, target: 100, current: no % 100, unit: 'calls' },
    ...{ progress: progress(no), met: null },
  }));
  const strategy = { strategyId: 'strategy', from: '2026-01-01', until: null, retiredOn: null };
  const ofTheme = (id) => ({ id, perspective: 'customer', weight: 1 });
  const edges = documents.map(({ goalId }, no) => {
    const { theme, goal } = parentOf(no);
    const parent = goal === undefined ? { strategy: 'strategy', theme } : { goal: `goal-${goal}` };
    const spell = { from: '2026-01-01', until: null };
    return {
      ...{ alignmentId: `alignment-${no}`, child: goalId, parent, ...spell },
      ...{ mode: 'contributes', share: 1 },
    };
  });
  const input = {
    ...{ on: '2026-11-24', goals: documents, edges },
    strategies: [{ ...strategy, themes: themes.map(ofTheme) }],
  };
  const units = new Map(
    Array.from({ length: people / 10 }, (_, no) => [
      `unit-${no}`,
      no === 0 ? null : `unit-${Math.floor((no - 1) / 10)}`,
    ]),
  );
  const unitOf = (owner) => `unit-${Number(owner.slice('person:p'.length)) % units.size}`;
  return {
    pureMapMs: timed(() => alignmentMap(input), rounds),
    pureUnitsMs: timed(() => unitRollUp({ goals: documents, units, unitOf }), rounds),
  };
}

function timed(work, rounds) {
  const times = Array.from({ length: rounds + 2 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return median(times.slice(2));
}

/** Aligns every goal, those above first: one stream decides over all of it. */
async function aligned({ url, token }, ids) {
  const { answer } = await post(url, token, '/strategies', {
    ...{ owner: 'unit:unit-0', title: 'Closer', from: '2026-01-01' },
    themes: themes.map((id) => ({ id, name: `More of ${id}`, perspective: 'customer' })),
  });
  const started = performance.now();
  let position;
  await shared(ids, async (child, no) => {
    const { theme, goal } = parentOf(no);
    const parent = goal === undefined ? { strategy: answer.id, theme } : { goal: ids[goal] };
    const alignment = { child, parent, mode: 'contributes', share: 1, from: '2026-01-01' };
    const made = await post(url, token, '/alignments', alignment);
    if (position === undefined || made.position > position) ({ position } = made);
  });
  return { position, perSecond: ids.length / ((performance.now() - started) / 1_000) };
}

async function checkedIn({ url, token }, ids) {
  await shared(ids, async (id, no) => {
    await post(url, token, `/goals/${id}/check-ins`, { keyResultId: 'kr1', value: no % 1_000 });
  });
}
