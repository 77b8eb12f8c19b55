// `npm test`: installs, builds (some tests start real processes), and runs every test that needs
// npm alone.
import { join } from 'node:path';
import { ready, root } from './ready.mjs';
import { run, testFlags } from './run.mjs';

await ready();
const { build } = await import('./build.mjs');
await build();
const config = join(root, 'test/jest.config.mjs');
run(join(root, 'node_modules/jest/bin/jest.js'), ['-c', config, ...process.argv.slice(2)], {
  flags: testFlags,
});
