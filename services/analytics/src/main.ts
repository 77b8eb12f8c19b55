import { fileURLToPath } from 'node:url';
import { run } from '@plumbline/platform/run';

await run({
  name: 'analytics',
  services: async () => [(await import('./index.ts')).analyticsService],
  consoleFolder: fileURLToPath(new URL('../../console/dist', import.meta.url)),
});
