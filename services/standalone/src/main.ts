import { fileURLToPath } from 'node:url';
import { run } from '@plumbline/platform/run';
import { services } from './index.ts';

await run({
  services,
  engineThread: new URL('./thread.js', import.meta.url),
  consoleFolder: fileURLToPath(new URL('../../console/dist', import.meta.url)),
});
