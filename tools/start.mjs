// `npm start`: installs, builds, and runs the standalone server on embedded SQLite.
import { join } from 'node:path';
import { ready, root } from './ready.mjs';
import { run } from './run.mjs';

await ready();
const { build } = await import('./build.mjs');
await build();
run(join(root, 'services/standalone/dist/main.js'), process.argv.slice(2));
