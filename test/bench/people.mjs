// A company that is imported over HTTP, and what its size costs: the import, a start, the memory,
// the first command on the structure, and lists of people.
import { join } from 'node:path';
import { importLines, startPlumbline, timesOf } from './client.mjs';
import { goalLines, peopleLines, personOf, structureLines, unitOf } from './company.mjs';
import { clock, folder, memoryMb, root } from './ground.mjs';

const lib = (path) => import(join(root, path));
const { openSqliteLog } = await lib('libs/event-log/dist/sqlite.js');
const { createTransactor } = await lib('libs/event-log/dist/index.js');
const { createAccess } = await lib('libs/access/dist/index.js');
const { tailFeed } = await lib('libs/feed/dist/tail.js');
const { memoryPlaces } = await lib('libs/feed/dist/places.js');
const { directoryParts } = await lib('services/directory/dist/directory.parts.js');
const { structureAggregate } = await lib('services/directory/dist/facts.js');
const { structureStream } = await lib('services/directory/dist/directory.handler.js');

const tenant = 'main';
const sealer = { seal: async () => new Uint8Array(0), open: async () => ({}) };
/** Goals of the same run that the import of people stands beside. */
const goalsMax = 10_000;

/** Everything of one size; the folder is left with the company in it, and without a server. */
export async function company(people, dataDir = folder(`people-${people}`)) {
  const server = await startPlumbline(dataDir);
  // Node compiles what the import runs, on people who are nobody in the company.
  await importLines(server, '/people/import', [newcomer('first'), newcomer('second')]);
  const structure = await importLines(server, '/structure/import', structureLines(people));
  const persons = await importLines(server, '/people/import', peopleLines(people));
  const goals = await importLines(
    server,
    '/goals/import',
    goalLines(Math.min(people, goalsMax), { people, privateOf: 2, activate: true }),
  );
  await server.stop();
  const known = await knownAfter(dataDir);
  const started = await startPlumbline(dataDir);
  await new Promise((done) => setTimeout(done, 3_000));
  const memory = memoryMb(started.pid);
  const lists = await listTimes(started, people);
  await started.stop();
  return {
    people,
    structurePerSecond: structure.perSecond,
    peoplePerSecond: persons.perSecond,
    goalsPerSecond: goals.perSecond,
    ratioToGoals: persons.perSecond / goals.perSecond,
    ...known,
    startMs: started.startMs,
    memoryMb: memory,
    lists,
    dataDir,
  };
}

const newcomer = (person) => ({
  key: person,
  person: { person, name: 'Somebody', post: null, from: '2026-01-01' },
});

/** Reading the log until the organisation is known, and folding the structure's stream, in ms. */
async function knownAfter(dataDir) {
  const log = openSqliteLog({ path: join(dataDir, 'log.sqlite'), clock });
  const transactor = createTransactor({ log, sealer });
  const scanning = performance.now();
  const stream = structureStream(tenant);
  const facts = await log.read(stream);
  for (const fact of facts) if (JSON.parse(fact.body).id === '') throw new Error('No id.');
  const scanMs = performance.now() - scanning;
  const folding = performance.now();
  const { revision } = await transactor.load(structureAggregate, stream);
  const foldMs = performance.now() - folding;
  if (revision !== facts.length - 1) throw new Error(`It was folded to ${revision} only.`);
  const following = performance.now();
  const feed = tailFeed({ log, gates: directoryParts.gates, places: memoryPlaces() });
  const access = createAccess({ log, feed, transactor, clock });
  await access.ready();
  const knownMs = performance.now() - following;
  await access.close();
  await log.close();
  const structureFacts = facts.length;
  return { structureFacts, foldMs, foldRatio: scanMs / foldMs, knownMs };
}

/** Lists of people at the top, where they are longest, beside one person's card; p50 in ms. */
async function listTimes(server, people) {
  const top = personOf(0);
  const paths = {
    card: `/people/${personOf(people - 1)}`,
    team: `/people/${top}/team`,
    everybodyBelow: `/people/${top}/team?all=true&limit=50`,
    unitAndBelow: `/people?unit=${unitOf(0)}&below=true&limit=50`,
    postsOfUnit: `/posts?unit=${unitOf(1)}&limit=50`,
  };
  const times = {};
  for (const [name, path] of Object.entries(paths)) times[name] = await timesOf(server, path);
  return times;
}
