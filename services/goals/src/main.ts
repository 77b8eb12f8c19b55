import { fileURLToPath } from 'node:url';
import { run } from '@plumbline/platform/run';

await run({
  name: 'goals',
  services: async () => [(await import('./index.ts')).goalsService],
  consoleFolder: fileURLToPath(new URL('../../console/dist', import.meta.url)),
});
