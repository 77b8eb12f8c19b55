// `npm run bench`: installs, builds, measures, and prints the figures as Markdown and JSON. See
// docs/bench.md.
import { join } from 'node:path';
import { ready, root } from './ready.mjs';
import { run } from './run.mjs';

await ready();
const { build } = await import('./build.mjs');
await build();
run(join(root, 'test/bench/bench.mjs'), process.argv.slice(2));
