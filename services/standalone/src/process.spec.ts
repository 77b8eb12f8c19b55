import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '@plumbline/kernel/testing';

const root = resolve('.');
const program = join(root, 'services/standalone/dist/main.js');

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  url: string;
}

let folder: string;
let children: Started[] = [];

beforeAll(() => {
  const script = `
    import { build } from ${JSON.stringify(join(root, 'tools/build.mjs'))};
    import { readdirSync } from 'node:fs';
    const libs = readdirSync('libs').filter((name) => !name.includes('.')).map((name) => 'libs/' + name);
    const folders = [...libs, 'services/goals', 'services/standalone'];
    await build(folders.map((name) => ${JSON.stringify(`${root}/`)} + name));`;
  const built = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
  if (built.status !== 0) throw new Error(built.stderr.toString());
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
  children = [];
});
afterEach(async () => {
  for (const { child } of children) child.kill('SIGKILL');
  await Promise.all(children.map(({ ended }) => ended));
  rmSync(folder, { recursive: true, force: true });
});

function run(environment: Record<string, string> = {}): Started {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [program], {
    env: { PATH, DATA_DIR: join(folder, 'data'), PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const started: Started = { child, output: () => output, ended, url: '' };
  children.push(started);
  return started;
}

async function ready(environment: Record<string, string> = {}): Promise<Started> {
  const started = run(environment);
  await until(() => {
    if (started.child.exitCode !== null) throw new Error(started.output());
    return started.output().includes('"listening on');
  });
  started.url = /listening on (http:[^"]+)"/.exec(started.output())?.[1] ?? '';
  return started;
}

const linesOf = ({ output }: Started): string[] => output().trim().split('\n');

describe('the process', () => {
  it('starts on an empty folder, says where, and ends with 0 on SIGTERM', async () => {
    const one = await ready();
    expect((await fetch(`${one.url}/health/ready`)).status).toBe(200);
    const tokenFile = join(folder, 'data', 'admin-token');
    expect(one.output()).toContain(tokenFile);
    expect((statSync(tokenFile).mode & 0o777).toString(8)).toBe('600');
    const log = join(folder, 'data', 'log.sqlite');
    expect((statSync(log).mode & 0o777).toString(8)).toBe('600');
    const token = readFileSync(tokenFile, 'utf8').trim();
    expect(one.output()).not.toContain(token);
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${one.url}/goals`, { headers })).status).toBe(200);
    one.child.kill('SIGTERM');
    expect(await one.ended).toBe(0);
    expect(one.output()).toContain('"closed"');
  });

  it('is refused a folder in use, and gets it at once after kill -9 of the other', async () => {
    const one = await ready();
    const two = run();
    expect(await two.ended).toBe(1);
    const { pid } = one.child;
    const place = join(folder, 'data');
    expect(linesOf(two)).toEqual([
      `DATA_DIR ${place} is in use by another Plumbline (process ${pid}).`,
    ]);
    expect((await fetch(`${one.url}/health/ready`)).status).toBe(200);
    one.child.kill('SIGKILL');
    await one.ended;
    await ready();
  });

  it('finishes the request in flight before it ends, however often it is told to', async () => {
    const one = await ready({ PLUMBLINE_DRAIN_MS: '60000' });
    const token = readFileSync(join(folder, 'data', 'admin-token'), 'utf8').trim();
    const sending = httpRequest(new URL('/goals/import', one.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    });
    let text = '';
    const answer = new Promise<string>((done, fail) => {
      sending.once('error', fail);
      sending.once('response', (response) => {
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => done(text));
      });
    });
    sending.write('{"key":1}\n');
    await until(() => text.includes('"line":1'));
    one.child.kill('SIGTERM');
    await until(() => one.output().includes('"closing"'));
    one.child.kill('SIGTERM');
    one.child.kill('SIGINT');
    sending.end('{"key":2}\n');
    const lines = (await answer).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { line: 1, status: 'refused' },
      { line: 2, status: 'refused' },
      { end: true, complete: true, lines: 2 },
    ]);
    // Kept alive by the client, the connection must not hold the process for its own timeout: that
    // is longer than what is given to it to end, after which it would end with 1.
    expect(await one.ended).toBe(0);
  });

  it('gives up what does not finish within its bound, and says so', async () => {
    const one = await ready({ PLUMBLINE_DRAIN_MS: '200' });
    const token = readFileSync(join(folder, 'data', 'admin-token'), 'utf8').trim();
    const sending = httpRequest(new URL('/goals/import', one.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    });
    sending.on('error', () => undefined);
    const begun = new Promise((done) => sending.once('response', done));
    sending.write('{"key":1}\n');
    await begun;
    one.child.kill('SIGTERM');
    expect(await one.ended).toBe(1);
    expect(one.output()).toContain('gave up what was still running');
  });

  it('says in one line what keeps it from starting', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const { port } = server.address() as { port: number };
    const cases: [Record<string, string>, number, RegExp][] = [
      [{ PORT: 'abc' }, 78, /^PORT must be 0 to 65535, not "abc"\.$/],
      [
        { PORT: String(port) },
        1,
        /^Port \d+ is in use on 127\.0\.0\.1; set PORT to another one\.$/,
      ],
      [
        { DATA_DIR: '/dev/null/data' },
        1,
        /^DATA_DIR \/dev\/null\/data cannot be written \(\w+\)\.$/,
      ],
      [{ HOST: '192.0.2.1' }, 1, /^HOST 192\.0\.2\.1 is no address of this machine\.$/],
    ];
    for (const [environment, exitCode, line] of cases) {
      const started = run({ DATA_DIR: join(folder, 'other'), ...environment });
      expect([environment, await started.ended]).toEqual([environment, exitCode]);
      expect(linesOf(started)).toEqual([expect.stringMatching(line)]);
    }
    server.close();
  });
});

describe('a bare connection', () => {
  const send = async (url: string, bytes: string): Promise<string> => {
    const { connect } = await import('node:net');
    const { port } = new URL(url);
    return new Promise((done) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => done(text));
    });
  };

  it('gets a problem for what is no request', async () => {
    const { url } = await ready();
    const answers = {
      'no HTTP': [await send(url, 'HELLO\r\n\r\n'), 400],
      'headers too large': [
        await send(url, `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`),
        431,
      ],
      'two lengths': [
        await send(
          url,
          'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
        ),
        400,
      ],
    } as const;
    for (const [name, [text, status]] of Object.entries(answers)) {
      const [head = '', body = ''] = text.split('\r\n\r\n');
      expect([name, head.split(' ')[1]]).toEqual([name, String(status)]);
      expect(JSON.parse(body)).toMatchObject({ status });
    }
  });
});
