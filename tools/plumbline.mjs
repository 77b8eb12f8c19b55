// `npm run plumbline -- …`: the command line, built when it must be; nothing but its own output on
// standard output.
import { join } from 'node:path';
import { ready, root } from './ready.mjs';
import { run } from './run.mjs';

await ready();
const { build } = await import('./build.mjs');
await build();
run(join(root, 'services/cli/dist/main.js'), process.argv.slice(2));
