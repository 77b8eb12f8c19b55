import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { manifestOf, root, sources } from './support/sources.ts';

interface Lock {
  readonly packages: Record<
    string,
    { version?: string; resolved?: string; link?: boolean; [name: string]: unknown }
  >;
}

const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
const lock = JSON.parse(lockText) as Lock;
const sealed = Object.entries(lock.packages).filter(
  ([path, { link, optional }]) =>
    path.startsWith('node_modules/') && link !== true && optional !== true,
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-lock-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `tools/lock.mjs` makes of a lock file with a change in it. */
function completed(change: (changed: Lock) => void): { status: number | null; lock: Lock } {
  const path = join(folder, 'package-lock.json');
  const changed = JSON.parse(lockText) as Lock;
  change(changed);
  writeFileSync(path, `${JSON.stringify(changed, null, 2)}\n`);
  const tool = join(root, 'tools/lock.mjs');
  const { status } = spawnSync(process.execPath, [tool, '--check', path]);
  spawnSync(process.execPath, [tool, path]);
  return { status, lock: JSON.parse(readFileSync(path, 'utf8')) as Lock };
}

describe('the lock file', () => {
  it('is complete for every platform, and names no host', () => {
    expect(completed(() => undefined)).toEqual({ status: 0, lock });
    expect(sealed.length).toBeGreaterThan(300);
    expect(sealed.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  });

  it('without the package of another platform is found, and completed', () => {
    const name = 'node_modules/@swc/core-darwin-arm64';
    const { status, lock: mended } = completed(({ packages }) => delete packages[name]);
    expect(status).toBe(1);
    expect(mended.packages[name]).toMatchObject({ os: ['darwin'], cpu: ['arm64'], optional: true });
  });

  it('with the address of a download is found, and rid of it', () => {
    const name = 'node_modules/jose';
    const { status, lock: mended } = completed(({ packages }) => {
      packages[name] = { ...packages[name], resolved: 'registry.example/jose.tgz' };
    });
    expect(status).toBe(1);
    expect(mended).toEqual(lock);
  });
});

describe('a lock', () => {
  /** Processes that each hold the lock for a while; what they say, in order. */
  async function holding(count: number): Promise<string[]> {
    const script = `
      import { appendFileSync } from 'node:fs';
      import { locked } from ${JSON.stringify(join(root, 'tools/ready.mjs'))};
      const [lock, said] = process.argv.slice(1);
      await locked(lock, async () => {
        appendFileSync(said, 'in ');
        await new Promise((resolve) => setTimeout(resolve, 150));
        appendFileSync(said, 'out ');
      });`;
    const [lockPath, said] = [join(folder, 'a.lock'), join(folder, 'said')];
    const args = ['--input-type=module', '-e', script, lockPath, said];
    const running = Array.from({ length: count }, () => spawn(process.execPath, args));
    await Promise.all(running.map((one) => new Promise((ended) => one.once('exit', ended))));
    expect(existsSync(lockPath)).toBe(false);
    const words = readFileSync(said, 'utf8').trim().split(' ');
    rmSync(said);
    return words;
  }

  it('is held by one process at a time', async () => {
    expect(await holding(3)).toEqual(['in', 'out', 'in', 'out', 'in', 'out']);
  });

  it('that a dead process has left behind is taken over', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(folder, 'a.lock'), String(pid));
    expect(await holding(1)).toEqual(['in', 'out']);
  });
});

describe('the workspace', () => {
  const folders = [...new Set(sources().map(({ path }) => path.split('/').slice(0, 2).join('/')))];

  it('has packages that name each other as they lie there', () => {
    expect(folders.length).toBeGreaterThan(10);
    const names = folders.map((one) => manifestOf(one).name);
    expect(names).toEqual(folders.map((one) => `@plumbline/${one.split('/')[1]}`));
  });

  it('needs no script of a package at its installation', () => {
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toContain('ignore-scripts=true');
  });

  it('runs its tests first in CI, and each stage of CI is an npm script or a file that is there', () => {
    const text = readFileSync(join(root, '.ci/run'), 'utf8');
    const stages = [...text.matchAll(/^stage '([^']+)' \d+ (?:nice -n \d+ )?(.+)$/gm)];
    expect(stages[0]?.[2]).toBe('npm test');
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const missing = stages.filter(([, , command = '']) => {
      const [, script] = /^npm (?:run )?([\w:]+)/.exec(command) ?? [];
      const [, file] = /^node (\S+)/.exec(command) ?? [];
      if (script !== undefined) return scripts[script] === undefined;
      return spawnSync(process.execPath, ['--check', join(root, file ?? '')]).status !== 0;
    });
    expect(missing).toEqual([]);
    expect(stages.length).toBeGreaterThan(8);
  });
});
