// Measures everything that is published of speed and memory. Small by default; `--full` takes the
// curves to 10^6 facts, as many responses of customers, and reviews of 10,000 people.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startPlumbline } from './client.mjs';
import { customers } from './customers.mjs';
import { append, foldStream, oneAtATime, rebuild } from './engine.mjs';
import { folder } from './ground.mjs';
import { commands, startOn } from './http.mjs';
import { company } from './people.mjs';
import { permissionChecks } from './permission.mjs';
import { maps } from './plans.mjs';
import { reads } from './reads.mjs';
import { markdown } from './report.mjs';
import { reviews } from './reviews.mjs';

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    markdown: { type: 'string' },
  },
});
const { quick } = values;
const factSizes = values.full ? [1e4, 1e5, 1e6] : quick ? [1e4] : [1e4, 1e5];
const peopleSizes = quick ? [1e3] : [1e3, 1e4, 1e5];
const say = (text) => process.stderr.write(`${text}\n`);

say('append beside the raw engine…');
const appended = await append(quick ? 2 : 5);
say('one at a time beside the sync…');
const single = await oneAtATime();
say('folding one stream…');
const folded = await foldStream();
say('commands over HTTP beside a bare route…');
const commanded = await commands(quick ? { seconds: 2, rounds: 1, goals: 1_000 } : {});
const curve = [];
for (const facts of factSizes) {
  say(`rebuild of ${facts.toLocaleString('en')} facts…`);
  const dataDir = folder(`facts-${facts}`);
  await (await startPlumbline(dataDir)).stop();
  const rebuilt = await rebuild(facts, dataDir);
  curve.push({ ...rebuilt, ...(await startOn(dataDir)) });
}
say('start and memory…');
const empty = await startOn(folder('empty'));

const permission = [];
for (const people of peopleSizes) {
  say(`permission checks among ${people.toLocaleString('en')} people…`);
  permission.push(permissionChecks(people));
}
const companies = [];
for (const people of peopleSizes) {
  say(`a company of ${people.toLocaleString('en')} people…`);
  companies.push(await company(people));
}
say('routes beside the same without the question…');
const asked = await reads(companies[quick ? 0 : 1], quick ? { seconds: 1, rounds: 1 } : {});
const drawn = [];
for (const goals of quick ? [1e3] : [1e3, 1e4]) {
  say(`the map of ${goals.toLocaleString('en')} goals…`);
  drawn.push(await maps(goals));
}

const responded = [];
for (const responses of values.full ? [1e5, 1e6] : [quick ? 500 : 1e5]) {
  say(`${responses.toLocaleString('en')} responses of customers…`);
  responded.push(await customers(responses, quick ? { rounds: 1, requests: 50 } : {}));
}

const cycles = [];
for (const people of values.full ? [1e3, 1e4] : [quick ? 30 : 1e3]) {
  say(`a review cycle of ${people.toLocaleString('en')} people…`);
  const few = { sample: 3, versions: 20, inSession: 10, boards: 20, rounds: 1 };
  cycles.push(await reviews(people, quick ? few : {}));
}

const report = {
  machine: {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    node: process.version,
    platform: process.platform,
  },
  at: new Date().toISOString(),
  append: appended,
  oneAtATime: single,
  fold: folded,
  commands: commanded,
  growth: curve,
  start: { empty },
  permission,
  people: companies.map(({ dataDir: _, ...figures }) => figures),
  reads: asked,
  maps: drawn,
  customers: responded,
  reviews: cycles,
};
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
const text = markdown(report);
if (values.markdown !== undefined) writeFileSync(values.markdown, text);
process.stdout.write(text);
