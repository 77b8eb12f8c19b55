// `npm run bench`: installs, builds, measures, and prints the figures as Markdown and JSON. See
// docs/bench.md.
import { join } from 'node:path';
import { ready, root } from './ready.mjs';
import { run } from './run.mjs';

await ready();
const { build } = await import('./build.mjs');
await build();
// `--servers`: the distributed way, on Kafka, MongoDB and EventStoreDB's double.
const given = process.argv.slice(2);
const own = given.filter((one) => one !== '--servers');
run(join(root, own.length < given.length ? 'test/bench/servers.mjs' : 'test/bench/bench.mjs'), own);
