import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { root } from './support/sources.ts';

type Packages = Readonly<Record<string, object>>;

const { arch, platform } = process;
const elsewhere = platform === 'win32' ? 'linux' : 'win32';

const workspace = { 'libs/a': { version: '1.0.0' }, 'node_modules/@x/a': { link: true } };
const plain = { version: '2.0.0', integrity: 'sha512-plain' };
const ours = { version: '3.0.0', optional: true, os: [platform], cpu: [arch] };
const theirs = { ...ours, os: [elsewhere] };
const lock = {
  ...{ '': { name: 'tree' }, ...workspace },
  ...{ 'node_modules/plain': plain, 'node_modules/ours': ours, 'node_modules/theirs': theirs },
};
const installed = without(lock, '', 'node_modules/theirs');

function without(packages: Packages, ...paths: readonly string[]): Packages {
  return Object.fromEntries(Object.entries(packages).filter(([path]) => !paths.includes(path)));
}

let tree: string;
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'plumbline-ready-'));
  mkdirSync(join(tree, 'tools'));
  mkdirSync(join(tree, 'node_modules'));
  cpSync(join(root, 'tools/ready.mjs'), join(tree, 'tools/ready.mjs'));
  write('package-lock.json', lock);
});
afterEach(() => rmSync(tree, { recursive: true, force: true }));

function write(path: string, packages: Packages): void {
  writeFileSync(join(tree, path), JSON.stringify({ packages }));
}

/** Makes the tree ready where an npm that can do nothing says what it was asked for. */
function askedOfNpm(): readonly string[] {
  const npm = join(tree, 'npm.cjs');
  writeFileSync(npm, 'console.error("npm", process.argv[2]); process.exit(1);');
  const script = `
    import { ready } from ${JSON.stringify(join(tree, 'tools/ready.mjs'))};
    await ready();`;
  const env = { ...process.env, npm_execpath: npm };
  const args = ['--input-type=module', '-e', script];
  const { stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  return [...stderr.matchAll(/^npm (\w+)$/gm)].map(([, verb = '']) => verb);
}

const refusals = ['ci', 'install'];

describe('a tree is made ready', () => {
  it.each<[string, Packages]>([
    ['as the lock names them', installed],
    ['from another address', { ...installed, 'node_modules/plain': { ...plain, resolved: 'x' } }],
    ['and those of another platform as well', { ...installed, 'node_modules/theirs': theirs }],
  ])('without npm where packages are there %s', (_said, packages) => {
    write('node_modules/.package-lock.json', packages);
    expect(askedOfNpm()).toEqual([]);
    expect(existsSync(join(tree, 'node_modules/.plumbline-ready'))).toBe(true);
  });

  it.each<[string, Packages]>([
    ['is missing', without(installed, 'node_modules/plain')],
    ['of this platform is missing', without(installed, 'node_modules/ours')],
    [
      'is of another version',
      { ...installed, 'node_modules/plain': { ...plain, version: '2.1.0' } },
    ],
    ['is another one', { ...installed, 'node_modules/plain': { ...plain, integrity: 'sha512-x' } }],
    ['is not in the lock', { ...installed, 'node_modules/ours/node_modules/plain': plain }],
  ])('by npm where a package %s', (_said, packages) => {
    write('node_modules/.package-lock.json', packages);
    expect(askedOfNpm()).toEqual(refusals);
    expect(existsSync(join(tree, 'node_modules/.plumbline-ready'))).toBe(false);
  });

  it('by npm where nothing is there', () => {
    expect(askedOfNpm()).toEqual(refusals);
  });

  it('by npm where the lock has changed since', () => {
    write('node_modules/.package-lock.json', installed);
    expect(askedOfNpm()).toEqual([]);
    write('package-lock.json', { ...lock, 'node_modules/new': plain });
    expect(askedOfNpm()).toEqual(refusals);
  });
});
