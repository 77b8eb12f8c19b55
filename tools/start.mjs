// `npm start`: installs, builds, and runs the standalone server on embedded SQLite.
//
// Its script says `exec node … || node …`: npm sends a SIGTERM to the shell that it started, and a
// shell that is still there dies of it and leaves the server behind. Where a shell has no `exec`
// (Windows), the second half runs.
import { join } from 'node:path';
import { ready, root } from './ready.mjs';
import { run } from './run.mjs';

await ready();
const { build } = await import('./build.mjs');
await build();
run(join(root, 'services/standalone/dist/main.js'), process.argv.slice(2));
