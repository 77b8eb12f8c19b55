// kill -9 of the real server under load over HTTP, again and again over one data folder. The server
// that comes next must find everything that was acknowledged, give the same answers again, and
// catch up; then it is killed in its turn.
import { join } from 'node:path';
import { lookThrough } from './server-checks.mjs';
import { createBook, inDoubt, load, send, titleOf } from './server-load.mjs';
import { freePort } from '../../tools/free-port.mjs';
import { startServer } from './server.mjs';
import { randomFrom } from './random.mjs';

/** From the first of the load. */
const aliveMsMin = 100;
const aliveMsMax = 1_500;
/** Acknowledged commands that are sent once more after each restart. */
const repeatsMax = 30;
const titlesRead = 5;
const settleMsMax = 60_000;
/** So often the server is let catch up and stop as it should, and its views are compared whole. */
const stopEvery = 5;
const saidMax = 10;

export async function serverRounds({ folder, rounds, seed, report }) {
  const random = randomFrom(`${seed}/server`);
  const where = { dataDir: join(folder, 'data'), port: await freePort() };
  const run = { ...where, output: join(folder, 'server.log'), seed, random, book: createBook() };
  const counts = { kills: 0, found: 0, repeats: 0, effects: 0 };
  for (let round = 1; round <= rounds; round += 1) {
    const { wrong, said } = await roundOf(
      run,
      round,
      counts,
      round % stopEvery === 0 || round === rounds,
    );
    report.step(`round ${round}: ${said}`);
    for (const one of wrong.slice(0, saidMax)) report.fail(`round ${round}: ${one}`);
    // What comes after a violation would only hide it.
    if (wrong.length > 0) break;
  }
  report.count('kills of the server', counts.kills);
  report.count('commands acknowledged', run.book.acked.size);
  report.count('of them found again', counts.found);
  report.count('repeats answered as the first time', counts.repeats);
  report.count('readings of KPIs with their one check-in', counts.effects);
}

async function roundOf(run, round, counts, isStopped) {
  const { book, dataDir } = run;
  const ackedBefore = book.acked.size;
  const doubtful = inDoubt(book).length;
  const server = await startServer(run);
  const wrong = await afterStart(server, run, counts);
  const settledTo = (await server.get('/operations/status')).position ?? '';
  const aliveMs = aliveMsMin + run.random(aliveMsMax - aliveMsMin);
  const loading = load(server, book, { round, seed: run.seed }).catch((cause) => {
    wrong.push(`a client failed: ${cause.message}`);
  });
  await new Promise((done) => setTimeout(done, aliveMs));
  const ended = await server.kill();
  await loading;
  if (ended === 'SIGKILL') counts.kills += 1;
  else wrong.push(`the server ended by itself (${ended})`);
  const left = await lookThrough(dataDir, book, settledTo);
  wrong.push(...left.findings, ...book.refused, ...complaints(server));
  Object.assign(counts, left.counts);
  if (isStopped && wrong.length === 0) wrong.push(...(await stopWhole(run, counts)));
  const fresh = book.acked.size - ackedBefore;
  const said = `killed after ${aliveMs} ms, ${doubtful} were in doubt, ${fresh} acknowledged`;
  return {
    wrong,
    said: `${said}, ${left.facts.length} facts${isStopped ? ', stopped whole' : ''}`,
  };
}

/**
 * Restarted, caught up and stopped: now the views hold everything, and every reading its effect.
 */
async function stopWhole(run, counts) {
  const server = await startServer(run);
  const wrong = await afterStart(server, run, counts);
  const { position, views } = await server.get('/operations/status');
  const code = await server.stop();
  if (code !== 0) wrong.push(`the server, asked to stop, ended with ${code}`);
  for (const view of views) {
    if (view.position !== position) wrong.push(`${view.name} stands at ${view.position}`);
  }
  const { findings, counts: now } = await lookThrough(run.dataDir, run.book, position);
  Object.assign(counts, now);
  return [...wrong, ...findings, ...complaints(server)];
}

/** What a server says at the level of errors. */
const complaints = ({ said }) => said.map((text) => `the server said ${text.trim()}`);

/** Repeats get their first answers, what was in doubt is taken, texts open, all is caught up. */
async function afterStart(server, { book, random }, counts) {
  const acked = [...book.acked.values()];
  const recent = acked.slice(-repeatsMax / 2);
  const drawn = acked.length === 0 ? [] : recent.map(() => acked[random(acked.length)]);
  const wrong = [];
  for (const { key, path, body, receipt } of [...recent, ...drawn]) {
    const again = await server.post(path, key, body);
    const { replayed, revision, position } = again.body;
    if (replayed && revision === receipt.revision && position === receipt.position) {
      counts.repeats += 1;
    } else {
      wrong.push(`${path} with key ${key}, sent again, was answered ${JSON.stringify(again)}`);
    }
  }
  for (const command of inDoubt(book)) await send(server, book, command);
  wrong.push(...(await settled(server, book)));
  const drafts = [...book.acked.values()].filter(({ type }) => type === 'GoalDrafted');
  for (const { key, receipt } of drafts.slice(-titlesRead)) {
    const { goal } = await server.get(`/goals/${receipt.id}`);
    if (goal.title !== titleOf(key)) wrong.push(`goal ${receipt.id} has the title ${goal.title}`);
  }
  return wrong;
}

/** Waits until the views stand at the head, and every reading shows as a check-in of its goal. */
async function settled(server, book) {
  const until = Date.now() + settleMsMax;
  for (;;) {
    const { position, views } = await server.get('/operations/status');
    const isCurrent = views.every((view) => view.position === position);
    for (const goalId of isCurrent ? book.fed : []) {
      const { goal } = await server.get(`/goals/${goalId}`);
      if (isFed(goal)) book.fed.delete(goalId);
    }
    if (isCurrent && book.fed.size === 0) break;
    if (Date.now() > until) {
      return [`${book.fed.size} goals wait for check-ins; views behind: ${String(!isCurrent)}`];
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  const { items } = await server.get('/operations/parked');
  return items.map(({ reader, key, reason }) => `${reader} parked ${key}: ${reason}`);
}

function isFed({ keyResults: [{ checkIns }], indicators }) {
  const fed = checkIns.filter(({ source }) => source.startsWith('kpi:')).length;
  return fed >= indicators.reduce((sum, { readings }) => sum + readings.length, 0);
}
