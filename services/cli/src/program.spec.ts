import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { exitCodeMeanings, exitCodes } from './exit.ts';
import { run } from './program.ts';
import { json, SmallServer, testIo, type Respond, type TestIo } from './testing.ts';

let server: SmallServer | undefined;

afterEach(() => {
  server?.stop();
  server = undefined;
});

async function against(
  respond: Respond,
  args: readonly string[],
  io: TestIo = testIo(),
): Promise<TestIo & { code: number }> {
  server = new SmallServer(respond);
  const url = await server.start();
  return { ...io, code: await run([...args, '--url', url, '--token', 't'], io) };
}

const parkedOne = { id: 'p1', reader: 'view:goal-sheet', key: 'goal-1', reason: 'broken' };
const parked = { ...parkedOne, attempts: 3, since: '2026-07-01T00:00:00.000Z', facts: [] };

describe('the command line', () => {
  it('explains itself, and every exit code has a meaning', async () => {
    const io = testIo();
    expect(await run(['--help'], io)).toBe(exitCodes.ok);
    expect(io.said.out).toContain('import');
    for (const [name, code] of Object.entries(exitCodes)) {
      const meaning = exitCodeMeanings[name as keyof typeof exitCodes];
      expect(io.said.out).toContain(`${code}  ${meaning}`);
    }
    expect(new Set(Object.values(exitCodes)).size).toBe(Object.keys(exitCodes).length);
  });

  it.each([
    [[], 'Usage'],
    [['frobnicate'], 'unknown command'],
    [['import', 'goals', 'x.json'], '--mapping'],
    [['import', 'people', 'x.csv'], '--mapping'],
    [['import', 'customer-responses', 'x.csv'], '--mapping'],
    [['parked', 'discard', 'p1'], '--reason'],
    [['doctor', '--loud'], 'unknown option'],
  ])('refuses %j as usage', async (args, message) => {
    const io = testIo();
    expect(await run(args, io)).toBe(exitCodes.usage);
    expect(io.said.err).toContain(message);
    expect(io.said.out).toBe('');
  });

  it('says where the server is not', async () => {
    const io = testIo();
    const code = await run(['parked', 'list', '--url', 'http://127.0.0.1:9', '--json'], io);
    expect(code).toBe(exitCodes.unreachable);
    expect(JSON.parse(io.said.err)).toMatchObject({ error: { code: 'cli/unreachable' } });
    expect(io.said.err).toContain('Start the server with');
    expect(io.said.out).toBe('');
  });

  it.each([
    [401, exitCodes.notAllowed],
    [403, exitCodes.notAllowed],
    [404, exitCodes.saidNo],
    [409, exitCodes.saidNo],
    [503, exitCodes.unreachable],
  ])('gives a status of %i the exit code %i', async (status, code) => {
    const answer = await against(
      (_, response) => json(response, status, { code: 'x/y', detail: 'No, because.' }),
      ['parked', 'list'],
    );
    expect(answer.code).toBe(code);
    expect(answer.said.err).toContain('No, because.');
    expect(answer.said.err).toContain('[x/y]');
  });

  it('tells the answer of a proxy that knows no problems', async () => {
    const answer = await against(
      (_, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'),
      ['parked', 'list'],
    );
    expect(answer.code).toBe(exitCodes.unreachable);
    expect(answer.said.err).toContain('The server answered 502. [http/502]');
  });

  it('asks on when another process is the one that projects, with the same key', async () => {
    const elsewhere = { code: 'views/projected-elsewhere', detail: 'Ask again.' };
    let asked = 0;
    const respond: Respond = (_, response) => {
      asked += 1;
      return asked < 3 ? json(response, 503, elsewhere) : json(response, 200, { settled: true });
    };
    const told = await against(respond, ['parked', 'retry', 'p1']);
    expect(told.code).toBe(exitCodes.ok);
    const keys = server?.asked.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const io = testIo({ signal: stop.signal });
    const answering = against(() => stop.abort(), ['parked', 'list'], io);
    expect((await answering).code).toBe(exitCodes.interrupted);
  });
});

describe('parked', () => {
  it('lists for a person and for a script', async () => {
    const respond: Respond = (_, response) => json(response, 200, { items: [parked] });
    const told = await against(respond, ['parked', 'list']);
    expect(told.said.out.split('\n')[1]).toMatch(
      /^p1 +view:goal-sheet +goal-1 +3 +2026-.* broken$/,
    );
    expect(server?.asked[0]).toMatchObject({
      path: '/operations/parked',
      headers: { authorization: 'Bearer t' },
    });
    server?.stop();
    const listed = await against(respond, ['parked', 'list', '--json']);
    expect(JSON.parse(listed.said.out)).toEqual({ items: [parked] });
  });

  it.each([
    [{ settled: true }, 'p1: taken again.', exitCodes.ok],
    [{ settled: false, reason: 'spoilt' }, 'p1: still parked: spoilt', exitCodes.checkFailed],
  ])('tells a retry that came to %j', async (came, line, code) => {
    const respond: Respond = (_, response) => json(response, 200, came);
    const told = await against(respond, ['parked', 'retry', 'p1']);
    expect(told.said.out).toBe(`${line}\n`);
    expect(told.code).toBe(code);
    expect(server?.asked[0]).toMatchObject({ path: '/operations/parked/p1/retry', body: '{}' });
    server?.stop();
    const listed = await against(respond, ['parked', 'retry', 'p1', '--json']);
    expect(JSON.parse(listed.said.out)).toEqual(came);
    expect(listed.code).toBe(code);
  });

  it('shows, and discards with a reason', async () => {
    const respond: Respond = (_, response) => json(response, 200, { id: 'p1' });
    const discarded = await against(respond, ['parked', 'discard', 'p/1', '--reason', 'spoilt']);
    expect(discarded.code).toBe(exitCodes.ok);
    expect(server?.asked[0]).toMatchObject({
      method: 'POST',
      path: '/operations/parked/p%2F1/discard',
      body: '{"reason":"spoilt"}',
    });
    expect(server?.asked[0]?.headers['idempotency-key']).toBeTruthy();
    server?.stop();
    const shown = await against(respond, ['parked', 'show', 'p1']);
    expect(JSON.parse(shown.said.out)).toEqual({ id: 'p1' });
  });
});

describe('import people', () => {
  const documented = (name: string) => join(__dirname, '../../../docs/import', name);
  const respond: Respond = ({ body }, response) => {
    const lines = body.trimEnd().split('\n').length;
    const answer = `${JSON.stringify({ status: 'recorded' })}\n`.repeat(lines);
    response.end(`${answer}${JSON.stringify({ end: true, complete: true, lines })}\n`);
  };

  it.each([
    ['people-posts', 'structure', '/structure/import'],
    ['people', 'people', '/people/import'],
  ])('sends what the mapping %s makes of a file as %s', async (mapping, product, path) => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-people-'));
    const file = join(folder, 'hr.csv');
    const head = 'person,name,mail,manager,unit,title,start';
    writeFileSync(file, `${head}\np2,B,,p1,Sales,Clerk,2024-03-01\np1,A,,,Board,Head,2023-01-01\n`);
    const report = join(folder, 'report.ndjson');
    const given = ['--mapping', documented(`${mapping}.mapping.json`), '--report', report];
    const told = await against(respond, ['import', 'people', file, ...given]);
    expect(told.said.err).not.toContain('[');
    expect(told.code).toBe(exitCodes.ok);
    expect(told.said.out).toContain(`${product} of ${file}`);
    expect(told.said.out).toMatch(/recorded +2\n/);
    expect(new Set(server?.asked.map((one) => one.path))).toEqual(new Set([path]));
  });
});

describe('rebuild', () => {
  const lines = (...all: object[]): string => all.map((one) => `${JSON.stringify(one)}\n`).join('');
  const respond =
    (last: object): Respond =>
    (asked, response) => {
      if (asked.method === 'GET') {
        json(response, 200, { views: [{ name: 'goal-sheet' }, { name: 'kpi-sheet' }] });
      } else response.end(lines({ done: 5, total: 10 }, last));
    };

  const came = { facts: 10, equal: 4, changed: 0, added: 0, removed: 0 };

  it('rebuilds each view in turn', async () => {
    const answer = await against(respond({ finished: true, ...came }), ['rebuild', '--json']);
    expect(answer.code).toBe(exitCodes.ok);
    expect(JSON.parse(answer.said.out)).toEqual({
      rebuilt: [
        { view: 'goal-sheet', ...came },
        { view: 'kpi-sheet', ...came },
      ],
    });
    expect(answer.said.err).toContain('rebuild goal-sheet 50% 5 of 10');
  });

  it.each(['changed', 'added', 'removed'])('fails when a document is %s', async (count) => {
    const differed = { finished: true, ...came, [count]: 2 };
    const answer = await against(respond(differed), ['rebuild', 'goal-sheet']);
    expect(answer.code).toBe(exitCodes.checkFailed);
    expect(answer.said.out).toMatch(/^rebuilt goal-sheet +DIFFERED +/);
    expect(answer.said.out).toContain(`2 ${count}`);
  });

  it.each([
    ['ends early', { done: 6, total: 10 }, exitCodes.unreachable],
    ['fails', { finished: false, problem: { status: 409, code: 'a/b' } }, exitCodes.saidNo],
    ['tells no counts', { finished: true, equal: true }, exitCodes.unexpected],
  ])('is never called equal when the answer %s', async (_, last, code) => {
    const answer = await against(respond(last), ['rebuild', 'goal-sheet']);
    expect(answer.code).toBe(code);
    expect(answer.said.out).toBe('');
  });
});

describe('doctor', () => {
  const healthy: Respond = ({ path }, response) => {
    if (path === '/operations/status') {
      const view = { name: 'goal-sheet', lagFacts: 0, lagSeconds: 0, parked: 0 };
      json(response, 200, { version: '0.1.0', log: {}, views: [view] });
    } else if (path === '/operations/parked') json(response, 200, { items: [] });
    else json(response, 200, { ok: true, problems: [] });
  };

  function folder(mode: number): string {
    const path = mkdtempSync(join(tmpdir(), 'plumbline-doctor-'));
    writeFileSync(join(path, 'admin-token'), 'x', { mode: 0o600 });
    chmodSync(path, mode);
    return path;
  }

  async function examine(respond: Respond, mode = 0o700) {
    const io = testIo();
    const args = ['doctor', '--json', '--data-dir', folder(mode)];
    const { code } = await against(respond, args, io);
    const { checks } = JSON.parse(io.said.out) as {
      checks: { name: string; state: string; remedy?: string }[];
    };
    const states = Object.fromEntries(checks.map(({ name, state }) => [name, state]));
    return { code, states, checks };
  }

  it('finds everything well', async () => {
    const { code, states } = await examine(healthy);
    expect(code).toBe(exitCodes.ok);
    expect(states).toMatchObject({
      'data folder': 'ok',
      'administrator token': 'ok',
      server: 'ok',
      'view goal-sheet': 'ok',
      'log integrity': 'ok',
      parked: 'ok',
    });
  });

  it('names what is not well, with a remedy each', async () => {
    const respond: Respond = (asked, response) => {
      if (asked.path === '/operations/parked') json(response, 200, { items: [parked] });
      else if (asked.path === '/operations/check') {
        json(response, 200, { ok: false, problems: ['a leaf is missing'] });
      } else healthy(asked, response);
    };
    const { code, states, checks } = await examine(respond, 0o755);
    expect(code).toBe(exitCodes.checkFailed);
    expect(states).toMatchObject({
      'data folder': 'warn',
      'log integrity': 'fail',
      parked: 'warn',
    });
    for (const { state, remedy } of checks) if (state !== 'ok') expect(remedy).toBeTruthy();
  });

  it('says that the server is away, or the token not allowed', async () => {
    const io = testIo();
    const args = ['doctor', '--url', 'http://127.0.0.1:9', '--data-dir', folder(0o700)];
    expect(await run(args, io)).toBe(exitCodes.checkFailed);
    expect(io.said.out).toMatch(/FAIL +server +There is no answer/);
    const { states } = await examine((asked, response) => {
      if (asked.path === '/health/ready') json(response, 200, {});
      else json(response, 403, { code: 'permission/system-observe', detail: 'No.' });
    });
    expect(states).toMatchObject({ server: 'ok', status: 'fail' });
  });
});

describe('a demo', () => {
  const refusing: Respond = (_, response) => json(response, 401, { code: 'auth/no-token' });

  it.each([41, 2_001, 'many', '-42', '1e3'])('is not of %s people', async (people) => {
    const { code, said } = await against(refusing, ['demo', '--people', String(people)]);
    expect(code).toBe(exitCodes.usage);
    expect(said.err).toContain('Give a number from 42 to 2000.');
  });

  it.each([42, 2_000])('is of %d people', async (people) => {
    const { code } = await against(refusing, ['demo', '--people', String(people)]);
    expect(code).toBe(exitCodes.saidNo);
  });
});
