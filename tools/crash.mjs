// `npm run test:crash`: installs, builds, and runs the crash tests over what was built.
import { join } from 'node:path';
import { ready, root } from './ready.mjs';
import { run } from './run.mjs';

await ready();
const { build } = await import('./build.mjs');
await build();
run(join(root, 'test/crash/run.mjs'), process.argv.slice(2));
