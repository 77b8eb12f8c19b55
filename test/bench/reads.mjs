// Routes that ask the policy table about what they show, beside the same routes in a process where
// every such question is answered with yes at once.
import { cpSync } from 'node:fs';
import autocannon from 'autocannon';
import { get, startPlumbline, tokenOf } from './client.mjs';
import { personOf, reportsOfEach } from './company.mjs';
import { folder, median } from './ground.mjs';

const connections = 16;

/** Requests a second, and what each of them asked, from a company with goals in its folder. */
export async function reads({ people, dataDir }, { seconds = 3, rounds = 3 } = {}) {
  const other = folder('unasked');
  cpSync(dataDir, other, { recursive: true });
  const asked = await startPlumbline(dataDir);
  const unasked = await startPlumbline(other, 'test/bench/unasked.mjs');
  // Goals are of the last person first, one private and one public in turn.
  const [owner, colleague] = [people - 1, people - 2];
  const manager = Math.floor((owner - 1) / reportsOfEach);
  const found = await find(asked, dataDir, { owner, colleague });
  const routes = {
    'one public goal, by a colleague': [`/goals/${found.open}`, colleague],
    'one private goal, by its owner': [`/goals/${found.hidden}`, owner],
    'one private goal, by the manager, which is recorded': [`/goals/${found.hidden}`, manager],
    '50 public goals, by a colleague': ['/goals?stage=active&limit=50', colleague],
  };
  const results = {};
  for (const [name, [path, by]] of Object.entries(routes)) {
    const token = await tokenOf(dataDir, personOf(by));
    results[name] = await beside({ asked, unasked, path, token, seconds, rounds });
  }
  await asked.stop();
  await unasked.stop();
  return results;
}

/** A public goal, and one that its owner alone and those above may see. */
async function find({ url }, dataDir, { owner, colleague }) {
  const of = async (sub) => {
    const token = await tokenOf(dataDir, personOf(sub));
    return (await get(url, token, `/goals?owner=person:${personOf(sub)}`)).answer.items[0].id;
  };
  return { hidden: await of(owner), open: await of(colleague) };
}

async function beside({ asked, unasked, path, token, seconds, rounds }) {
  const rates = { asked: [], unasked: [] };
  await load(asked.url, path, token, 1);
  await load(unasked.url, path, token, 1);
  for (let round = 0; round < rounds; round += 1) {
    rates.unasked.push(await load(unasked.url, path, token, seconds));
    rates.asked.push(await load(asked.url, path, token, seconds));
  }
  const ratios = rates.asked.map((rate, round) => rate / rates.unasked[round]);
  const [perSecond, unaskedPerSecond] = [median(rates.asked), median(rates.unasked)];
  return { perSecond, unaskedPerSecond, ratio: median(ratios) };
}

async function load(url, path, token, seconds) {
  const headers = { authorization: `Bearer ${token}` };
  const options = { url: `${url}${path}`, connections, duration: seconds, headers };
  const result = await autocannon(options);
  if (result.non2xx + result.errors > 0) throw new Error(`${path}: ${result.non2xx} failed.`);
  return result.requests.average;
}
