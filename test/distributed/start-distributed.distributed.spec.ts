import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dataFolder, lockFolder, makeFolder } from '@plumbline/platform';

const program = resolve(__dirname, '../../tools/start-distributed.mjs');

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'plumbline-start-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const start = (port: number) => {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
  return spawnSync(process.execPath, [program], {
    env: { ...env, DATA_DIR: data, PORT: String(port) },
    encoding: 'utf8',
    timeout: 100_000,
  });
};

describe('npm run start:distributed', () => {
  it('is refused on a port that is taken, before anything is started', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { status, stderr } = start(port);
    server.close();
    expect([status, stderr]).toEqual([1, `Port ${port} is in use; set PORT to another one.\n`]);
    expect(readdirSync(data)).not.toContain('servers');
  });

  it('is refused on a folder that another one runs over', () => {
    const folder = dataFolder(data);
    makeFolder(folder);
    const lock = lockFolder(folder);
    const { status, stderr } = start(0);
    lock.release();
    expect(status).toBe(1);
    expect(stderr).toContain(`DATA_DIR ${data} is in use by another Plumbline`);
    expect(readdirSync(data)).not.toContain('servers');
  });
});
