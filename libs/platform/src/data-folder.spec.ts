import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { manualClock } from '@plumbline/kernel';
import { createTokenVerifier } from '@plumbline/web/auth';
import { localIssuer } from '@plumbline/web/issuers';
import { dataFolder, FolderError, keepSecret, makeFolder, readSecret } from './data-folder.ts';
import type { DataFolder } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { createLogger } from './logger.ts';
import { adminTokenRenewSeconds, adminTokenTtlSeconds, ensureAdminToken } from './secrets.ts';
import { issueLocalToken, openSecrets } from './secrets.ts';

let folder: DataFolder;
beforeEach(() => {
  folder = dataFolder(join(mkdtempSync(join(tmpdir(), 'plumbline-')), 'data'));
  makeFolder(folder);
});
afterEach(() => rmSync(join(folder.path, '..'), { recursive: true, force: true }));

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('a data folder', () => {
  it('is its owner alone, with everything secret in it', async () => {
    await openSecrets(folder);
    await ensureAdminToken(folder, { tenant: 'main', clock: manualClock('2026-07-01T00:00:00Z') });
    expect(modeOf(folder.path)).toBe('700');
    expect(modeOf(join(folder.path, 'keys'))).toBe('700');
    const secrets = [folder.rootKey, folder.localIssuerKey, folder.adminToken];
    expect(secrets.map(modeOf)).toEqual(['600', '600', '600']);
    expect(readdirSync(join(folder.path, 'keys')).sort()).toEqual([
      'local-issuer.json',
      'root.key',
    ]);
  });

  it('says when it cannot be written', () => {
    writeFileSync(join(folder.path, 'file'), '');
    expect(() => makeFolder(dataFolder(join(folder.path, 'file', 'data')))).toThrow(FolderError);
  });

  it('says so too where a file system takes no folders', () => {
    if (process.platform !== 'linux') return;
    expect(() => makeFolder(dataFolder('/proc/plumbline/data'))).toThrow(/cannot be written/);
  });

  it('keeps its secrets', async () => {
    const first = await openSecrets(folder);
    expect(await openSecrets(folder)).toEqual(first);
  });

  it('keeps the secret of who was first', () => {
    const path = join(folder.path, 'keys', 'x');
    expect(keepSecret(path, 'one')).toBe('one');
    expect(keepSecret(path, 'two')).toBe('one');
    expect(readdirSync(join(folder.path, 'keys'))).toEqual(['x']);
  });

  it('does not take a secret that others can read', () => {
    const path = join(folder.path, 'keys', 'x');
    keepSecret(path, 'one');
    chmodSync(path, 0o640);
    expect(() => readSecret(path)).toThrow(/chmod 600/);
  });

  it('makes no new root key beside an old log', async () => {
    writeFileSync(folder.log, '');
    await expect(openSecrets(folder)).rejects.toThrow(/restore it/);
  });

  it('refuses a root key that is none', async () => {
    writeFileSync(folder.rootKey, 'short', { mode: 0o600 });
    await expect(openSecrets(folder)).rejects.toThrow(/root key/);
  });
});

describe('a local token', () => {
  const clock = manualClock('2026-07-01T00:00:00Z');
  const logger = createLogger('silent');

  it('is signed without a server, and good for it', async () => {
    const { localKey } = await openSecrets(folder);
    const request = { dataDir: folder.path, sub: 'ada', roles: ['auditor'], clock };
    const token = await issueLocalToken({ ...request, expiresInSeconds: 60 });
    const issuers = [localIssuer(localKey.publicKey)];
    const { verify } = createTokenVerifier({ issuers, clock, logger });
    expect(await verify(token)).toEqual({ tenant: 'main', sub: 'ada', roles: ['auditor'] });
  });

  it('needs a folder that was started once', async () => {
    const dataDir = join(folder.path, 'other');
    mkdirSync(dataDir);
    const request = { dataDir, sub: 'ada', roles: [], expiresInSeconds: 60 };
    await expect(issueLocalToken(request)).rejects.toThrow(/start the server there once/);
  });

  it('of the administrator is written anew only when it ends soon', async () => {
    await openSecrets(folder);
    const ensure = () => ensureAdminToken(folder, { tenant: 'main', clock });
    expect(await ensure()).toBe('written');
    const first = readFileSync(folder.adminToken, 'utf8');
    clock.advance((adminTokenTtlSeconds - adminTokenRenewSeconds - 1) * 1_000);
    expect(await ensure()).toBe('kept');
    clock.advance(1_000);
    expect(await ensure()).toBe('written');
    expect(readFileSync(folder.adminToken, 'utf8')).not.toBe(first);
  });

  it('of the administrator is written anew when it names fewer roles than it does today', async () => {
    await openSecrets(folder);
    const request = { dataDir: folder.path, sub: 'admin', expiresInSeconds: 90 * 86_400, clock };
    const older = await issueLocalToken({ ...request, roles: ['administrator'] });
    writeFileSync(folder.adminToken, older, { mode: 0o600 });
    expect(await ensureAdminToken(folder, { tenant: 'main', clock })).toBe('written');
    expect(await ensureAdminToken(folder, { tenant: 'main', clock })).toBe('kept');
  });
});

/** Holds the lock in a process of its own; the SQL is that of `lockFolder`. */
async function holdElsewhere(lock: string) {
  const script = `
    const Database = require('libsql');
    const db = new Database(${JSON.stringify(lock)}, { timeout: 0 });
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    console.log('held');
    setInterval(() => db.open, 1000);`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child;
}

describe('the lock of a folder', () => {
  it('is held by one at a time, within a process too', () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(
      `in use by another Plumbline (process ${process.pid})`,
    );
    lock.release();
    lockFolder(folder).release();
  });

  it('is refused while another process holds it, and free at once after kill -9', async () => {
    const child = await holdElsewhere(folder.lock);
    expect(() => lockFolder(folder)).toThrow(/in use by another Plumbline/);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    lockFolder(folder).release();
  });
});

describe('the log of the process', () => {
  it('shows no secret, wherever it stands', () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line) => void lines.push(line) });
    logger.info({ authorization: 'Bearer s3cret', headers: { cookie: 's3cret' } }, 'one');
    logger.info({ request: { headers: { authorization: 's3cret' } }, token: 's3cret' }, 'two');
    expect(lines).toHaveLength(2);
    expect(lines.join('')).not.toContain('s3cret');
    expect(lines.join('')).toContain('[secret]');
  });
});
