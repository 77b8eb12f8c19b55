import { fileURLToPath } from 'node:url';
import { run } from '@plumbline/platform/run';

await run({
  name: 'reviews',
  services: async () => [(await import('./index.ts')).reviewsService],
  consoleFolder: fileURLToPath(new URL('../../console/dist', import.meta.url)),
});
