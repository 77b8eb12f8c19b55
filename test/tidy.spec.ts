import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { planted, root, sources, workshop, type Source } from './support/sources.ts';
import { dead, strayIndexes, strayTests, tooLarge } from './support/tidy.ts';
import { trackedBytesMax, untidy } from './support/tidy.ts';

const packages = sources();
const all = [...packages, ...workshop()];

describe('every file', () => {
  it('is tidy', () => {
    expect(all.length).toBeGreaterThan(200);
    expect(all.flatMap(untidy)).toEqual([]);
  });

  it('that is not is caught, for each of its faults', () => {
    const offender = { ...planted('untidy.ts'), path: 'libs/kernel/src/x.ts' };
    const faults = untidy(offender).map((one) => one.replace(/^\S+ /, ''));
    expect(faults).toEqual([
      'is too long',
      'has 412 lines',
      'is 74 lines',
      'has a default export',
      'leaves work for later',
      'runs only a part of its tests',
      'gives up a type',
      'silences the compiler',
    ]);
  });

  const fileOf = (text: string): Source => ({ path: 'libs/kernel/src/x.ts', text, imports: [] });
  const block = (lines: number): string =>
    `function f() {\n${'  g();\n'.repeat(lines - 2)}}\nfunction g() {}`;

  it.each([
    ['a function of 70 lines', block(70), []],
    ['a function of 71 lines', block(71), ['libs/kernel/src/x.ts:1 is 71 lines']],
    ['comments and empty lines', block(70).replace('{\n', '{\n\n  // Why.\n'), []],
    ['a function around another', `const f = () => {\n${block(70)}\n};`, []],
    ['a line of 100 characters', `// ${'x'.repeat(97)}`, []],
    ['a line of 101 characters', `// ${'x'.repeat(98)}`, ['libs/kernel/src/x.ts:1 is too long']],
    ['a long text in a line', `export const text = '${'x '.repeat(60)}';`, []],
    ['a file of 400 lines', '\n'.repeat(399), []],
    ['a file of 401 lines', '\n'.repeat(400), ['libs/kernel/src/x.ts has 401 lines']],
    ['any, in a list', 'export type X = readonly any[];', ['libs/kernel/src/x.ts gives up a type']],
    ['the word any, in a comment', '// Says it: any.', []],
    [
      'a default export by name',
      'const x = 1;\nexport { x as default };',
      ['libs/kernel/src/x.ts has a default export'],
    ],
  ])('%s', (_, text, faults) => {
    expect(untidy(fileOf(text))).toEqual(faults);
  });

  it('named index.ts is the face of a library or service', () => {
    expect(strayIndexes(all.map(({ path }) => path))).toEqual([]);
    expect(
      strayIndexes(['libs/kernel/src/index.ts', 'libs/kernel/src/ids/index.ts', 'test/index.ts']),
    ).toEqual(['libs/kernel/src/ids/index.ts', 'test/index.ts']);
  });

  it('that registers tests or hooks is loaded for each file, by its name', () => {
    expect(strayTests(all)).toEqual([]);
    const files = ['libs/x/src/x.histories.ts', 'libs/x/src/x.contract.ts', 'test/support/x.ts'];
    const imports = ['@jest/globals'];
    expect(strayTests(files.map((path) => ({ path, imports, text: '' })))).toEqual([files[0]]);
  });

  it('is reached from an entry or, if it is for tests, from a test', () => {
    expect(dead(packages)).toEqual([]);
  });

  it('that is not reached is caught, also when its own test or its twin reaches it', () => {
    const files = [
      ['libs/x/src/main.ts', './used.ts'],
      ['libs/x/src/used.ts'],
      ['libs/x/src/tested.ts'],
      ['libs/x/src/tested.spec.ts', './tested.ts', './x.fixture.ts'],
      ['libs/x/src/x.fixture.ts'],
      ['libs/x/src/one.ts', './other.ts'],
      ['libs/x/src/other.ts', './one.ts'],
    ].map(([path = '', ...imports]) => ({ path, imports, text: '' }));
    expect(dead(files, (path) => path.endsWith('main.ts'))).toEqual([
      'libs/x/src/tested.ts',
      'libs/x/src/one.ts',
      'libs/x/src/other.ts',
    ]);
  });
});

describe('what is tracked', () => {
  const tracked = listTracked();
  const hosts = ['registry.npmjs', 'files.pythonhosted', 'npm.pkg'].join('|');
  const words = [
    // Built from parts, so that this file does not name what it looks for.
    new RegExp(`(^|[^A-Za-z0-9_.])/(${['work', 'root'].join('|')})/[a-z]`),
    new RegExp(['resolved', ': "https?://'].join('"')),
    new RegExp(`(${hosts})\\.[a-z]`),
  ];

  it('names no path of a machine, and no host of a registry', () => {
    expect(tracked.length).toBeGreaterThan(100);
    expect(tracked.filter((path) => names(path, words))).toEqual([]);
  });

  it('is small', () => {
    const files = tracked.map((path) => ({ path, bytes: statSync(join(root, path)).size }));
    expect(tooLarge(files)).toEqual([]);
    expect(
      tooLarge([
        { path: 'a', bytes: trackedBytesMax },
        { path: 'b', bytes: trackedBytesMax + 1 },
      ]),
    ).toEqual(['b']);
  });

  it('that names a path or a host is caught', () => {
    expect(words[0]?.test(`see ${['', 'work', 'main'].join('/')}`)).toBe(true);
    expect(words[0]?.test('services/work/main')).toBe(false);
    expect(words[1]?.test(['"resolved', ': "https://registry.example/x"'].join('"'))).toBe(true);
    expect(words[2]?.test(['registry', 'npmjs', 'org'].join('.'))).toBe(true);
  });
});

function names(path: string, words: readonly RegExp[]): boolean {
  const text = readFileSync(join(root, path), 'utf8');
  return words.some((word) => word.test(text));
}

/** What git tracks; in a bare copy of the tree, its sources. */
function listTracked(): string[] {
  const git = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' });
  if (git.status !== 0) return all.map((one) => one.path);
  const isFile = (path: string) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile();
  return git.stdout.split('\n').filter((path) => path !== '' && isFile(path) === true);
}
