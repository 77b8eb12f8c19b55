// `npm run start:distributed`: installs, builds, and brings up a whole installation on servers of
// this machine: EventStoreDB (its double), Kafka, MongoDB, each service as processes of its own,
// and one HTTP entry in front. EVENTSTORE_URL, KAFKA_BROKERS and MONGODB_URL name servers to be
// used instead. What is kept lies in DATA_DIR (./data/distributed): it is there the next time.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ready, root } from './ready.mjs';

const { values } = parseArgs({
  options: { instances: { type: 'string', default: '2' } },
});
const instances = Number(values.instances);
if (!Number.isInteger(instances) || instances < 1 || instances > 16) {
  process.stderr.write('--instances must be a number from 1 to 16.\n');
  process.exit(64);
}

await ready();
const { build } = await import('./build.mjs');
await build();
const { adminToken, services, startServers, startService } =
  await import('../test/support/installation.mjs');
const { startGateway } = await import('./gateway.mjs');

const folder = resolve(process.env.DATA_DIR || join(root, 'data/distributed'));
const keys = join(folder, 'installation');
const port = Number(process.env.PORT || 3000);
const say = (text) => process.stderr.write(`${text}\n`);
const stops = [];
let ending;

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end(0));
process.on('uncaughtException', (cause) => {
  say(String(cause.stack));
  void end(1);
});

// Before anything is started over it, or in the place of something else.
const { dataFolder, makeFolder } = await import('../libs/platform/dist/data-folder.js');
const { lockFolder } = await import('../libs/platform/dist/folder-lock.js');
const own = dataFolder(folder);
try {
  makeFolder(own);
  const lock = lockFolder(own);
  // Held, and referred to, until all has ended.
  stops.push(async () => lock.release());
  await free(port);
} catch (cause) {
  say(cause.message);
  process.exit(1);
}

say('Starting EventStoreDB (its double, unless EVENTSTORE_URL is set), Kafka and MongoDB…');
const servers = await startServers(join(folder, 'servers'));
stops.push(() => servers.stop());
const upstreams = {};
for (const name of services) {
  say(`Starting ${instances} × ${name}…`);
  const running = [];
  stops.push(() => Promise.all(running.map((one) => one.stop())));
  // The first one makes the keys that the others read.
  for (let one = 0; one < instances; one += 1) {
    const settings = { ...settingsGiven(), ...servers.settings };
    running.push(await startService(name, { folder: keys, settings, log: name }));
  }
  upstreams[name] = running.map(({ port }) => port);
}
const gateway = await startGateway({ port, upstreams, folder: join(folder, 'gateway') });
stops.push(() => gateway.stop());
adminToken(keys);
say(`
listening on ${gateway.url}
  administrator's token  ${join(keys, 'admin-token')}
  logs of the services   ${keys}
  EventStoreDB           ${servers.settings.EVENTSTORE_URL}
  Kafka                  ${servers.settings.KAFKA_BROKERS}
  MongoDB                ${servers.settings.MONGODB_URL}

  npm run demo -- --url ${gateway.url} --data-dir ${keys}
  PLUMBLINE_URL=${gateway.url} DATA_DIR=${keys} npm run plumbline -- doctor

Ctrl-C ends it; started again, everything is there as it was.`);

function end(code) {
  // In the order against that of the start: nobody is asked for what has ended already.
  ending ??= (async () => {
    say('Closing…');
    for (const stop of stops.toReversed()) await stop();
    process.exit(code);
  })();
  return ending;
}

/** Refuses a port that somebody listens on. */
async function free(wanted) {
  const server = createServer().listen(wanted, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    throw new Error(`Port ${wanted} is in use; set PORT to another one.`);
  }
  server.close();
  await once(server, 'close');
}

/** What of the environment is a setting of the services, but for where they are. */
function settingsGiven() {
  const own = ['OIDC_ISSUERS', 'LOG_LEVEL'];
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => {
      return own.includes(name) || (name.startsWith('PLUMBLINE_') && name !== 'PLUMBLINE_URL');
    }),
  );
}
