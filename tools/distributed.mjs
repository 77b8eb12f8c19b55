// `npm run test:distributed`: installs, builds, and runs the tests that need Kafka, MongoDB and
// EventStoreDB. Servers that the environment does not name are started from Maven's registry.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ready, root } from './ready.mjs';
import { run, testFlags } from './run.mjs';

/** As `.ci/run` reads it: this cannot be done on this machine. */
const skipCode = 77;
const { KAFKA_BROKERS, MONGODB_URL } = process.env;
const needed = KAFKA_BROKERS && MONGODB_URL ? [] : ['java', 'mvn'];
const missing = needed.filter((name) => spawnSync(name, ['-version']).error !== undefined);
if (missing.length > 0) {
  console.log(
    `SKIPPED: ${missing.join(' and ')} not found. The servers of these tests come from Maven: ` +
      'install Java 17 or newer and Maven, or name servers in KAFKA_BROKERS and MONGODB_URL.',
  );
  process.exit(skipCode);
}

await ready();
const { build } = await import('./build.mjs');
await build();
const config = join(root, 'test/distributed/jest.config.mjs');
run(join(root, 'node_modules/jest/bin/jest.js'), ['-c', config, ...process.argv.slice(2)], {
  flags: testFlags,
});
