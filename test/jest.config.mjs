// Nest 12 and a few of its neighbours are published as ES modules only; jest runs CommonJS without
// a flag on every Node that we accept, so those packages are transformed as well, and only those.
const esmOnly = [
  '@nestjs',
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
  testEnvironment: 'node',
  testEnvironmentOptions: {
    customExportConditions: ['@plumbline/source', 'node', 'node-addons'],
  },
  roots: ['<rootDir>/libs', '<rootDir>/services', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  modulePathIgnorePatterns: ['/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  testTimeout: 30_000,
  transform: {
    '^.+\\.ts$': swc(
      { syntax: 'typescript', decorators: true },
      { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
    ),
    'node_modules/.+\\.js$': swc({ syntax: 'ecmascript' }, {}),
  },
  transformIgnorePatterns: [`node_modules/(?!(${esmOnly})/)`],
};
