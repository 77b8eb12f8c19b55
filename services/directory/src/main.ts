import { fileURLToPath } from 'node:url';
import { run } from '@plumbline/platform/run';

await run({
  name: 'directory',
  services: async () => [(await import('./index.ts')).directoryService],
  consoleFolder: fileURLToPath(new URL('../../console/dist', import.meta.url)),
});
