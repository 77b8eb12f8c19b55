import { availableParallelism } from 'node:os';

// Nest 12 and a few of its neighbours are published as ES modules only; jest runs CommonJS without
// a flag on every Node that we accept, so those packages are transformed as well, and only those.
const esmOnly = [
  '@nestjs',
  '@cloudflare',
  'jose',
  'canonicalize',
  'cookie',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'load-esm',
  'uid',
  'iterare',
  'birpc',
  'hyparquet',
  'hyparquet-writer',
].join('|');

const swc = (parser, transform) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: { target: 'es2022', parser, transform },
  },
];

export default {
  rootDir: '..',
  runtime: '<rootDir>/test/runtime.cjs',
  testEnvironment: '<rootDir>/test/environment.mjs',
  testEnvironmentOptions: {
    customExportConditions: ['@plumbline/source', 'node', 'node-addons'],
  },
  roots: ['<rootDir>/libs', '<rootDir>/services', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  modulePathIgnorePatterns: ['/dist/'],
  // What needs servers that npm does not bring is run by `npm run test:distributed`.
  testPathIgnorePatterns: ['/node_modules/', '/dist/', String.raw`\.distributed\.spec\.ts$`],
  // More than there are processors: many tests wait for what they have started.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // Only for what hangs: a machine that is busy with other things takes ten times as long.
  testTimeout: 600_000,
  transform: {
    '^.+\\.ts$': swc(
      { syntax: 'typescript', decorators: true },
      { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
    ),
    // Tools of tests are plain modules, so that they also run without jest.
    '(node_modules/.+\\.m?js|/(test|tools)/.+\\.mjs)$': swc({ syntax: 'ecmascript' }, {}),
  },
  transformIgnorePatterns: [`node_modules/(?!(${esmOnly})/)`],
};
