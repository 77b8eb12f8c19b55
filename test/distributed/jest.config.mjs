// Tests over real servers: `*.distributed.spec.ts`, wherever what they test lies. What they keep on
// the servers that they share has names of its own; whoever kills a server starts one for itself.
import base from '../jest.config.mjs';

export default {
  ...base,
  rootDir: '../..',
  // Those of the whole way run here as they are, on services as processes over the servers.
  testMatch: [
    '**/*.distributed.spec.ts',
    '**/test/{year,engagement,uk-organogram,performance-gov,performance-gov-alignment,demo}.spec.ts',
  ],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  // Only for what hangs: a machine that is busy with other things takes ten times as long.
  testTimeout: 600_000,
  maxWorkers: 2,
  globalSetup: '<rootDir>/test/distributed/servers.mjs',
  globalTeardown: '<rootDir>/test/distributed/stop-servers.mjs',
};
