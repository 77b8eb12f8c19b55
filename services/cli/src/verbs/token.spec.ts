import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { generateLocalKey } from '@plumbline/web/local-token';
import { readSeconds } from '../duration.ts';
import { exitCodes } from '../exit.ts';
import { run } from '../program.ts';
import { testIo } from '../testing.ts';

async function folderWithKey(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-token-'));
  mkdirSync(join(folder, 'keys'));
  const key = JSON.stringify(await generateLocalKey());
  writeFileSync(join(folder, 'keys', 'local-issuer.json'), key, { mode: 0o600 });
  return folder;
}

function claimsOf(token: string): Record<string, unknown> {
  const [, payload = ''] = token.trim().split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
}

describe('token', () => {
  it('names who, of which tenant, with which roles, and until when', async () => {
    const io = testIo();
    const args = ['token', '--as', 'ada', '--roles', 'importer, operator', '--expires', '30m'];
    const where = ['--data-dir', await folderWithKey()];
    expect(await run([...args, ...where], io)).toBe(exitCodes.ok);
    const issued = Date.parse('2026-07-01T00:00:00Z') / 1_000;
    expect(claimsOf(io.said.out)).toMatchObject({
      sub: 'ada',
      tenant: 'main',
      roles: ['importer', 'operator'],
      iat: issued,
      exp: issued + 1_800,
    });
  });

  it('makes a link to the console, with the token in the fragment', async () => {
    const io = testIo({ env: { DATA_DIR: await folderWithKey(), PLUMBLINE_TENANT: 'acme' } });
    expect(await run(['token', '--as', 'ada', '--link', '--url', 'http://x:1/'], io)).toBe(0);
    expect(io.said.out).toMatch(/^http:\/\/x:1\/#token=\S+\n$/);
    expect(claimsOf(io.said.out)).toMatchObject({ tenant: 'acme' });
  });

  it.each([
    [['--expires', '8'], exitCodes.usage],
    [['--expires', '0h'], exitCodes.usage],
    [['--expires', '400d'], exitCodes.usage],
    [['--tenant', 'Not A Tenant'], exitCodes.usage],
    [['--data-dir', '/nowhere'], exitCodes.notAllowed],
  ])('refuses %j with the exit code %i', async (more, code) => {
    const io = testIo({ env: { DATA_DIR: await folderWithKey() } });
    expect(await run(['token', '--as', 'ada', ...more], io)).toBe(code);
    expect(io.said.out).toBe('');
    expect(io.said.err).not.toBe('');
  });
});

describe('a time in words', () => {
  it('is read with its unit, and with nothing else', () => {
    expect(['90s', '30m', '8h', '7d'].map(readSeconds)).toEqual([90, 1_800, 28_800, 604_800]);
    expect(['8', 'h', '-8h', '8 h', '8w', '08h'].map(readSeconds)).toEqual(
      Array(6).fill(undefined),
    );
  });
});
