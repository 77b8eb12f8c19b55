import { fileURLToPath } from 'node:url';
import { run } from '@plumbline/platform/run';

await run({
  name: 'feedback',
  services: async () => [(await import('./index.ts')).feedbackService],
  consoleFolder: fileURLToPath(new URL('../../console/dist', import.meta.url)),
});
