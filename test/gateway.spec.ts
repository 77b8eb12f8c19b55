import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contextOf, publishedSchemas } from '@plumbline/contracts/published';
import {
  bodyBytesMax,
  headerBytesMax,
  keepAliveTimeoutMs,
  lineLimits,
  problemRules,
} from '@plumbline/web';
import { serve, type Served } from './support/served.ts';
import { root } from './support/sources.ts';

interface Route {
  readonly kind: string;
  readonly pattern: string;
  readonly service?: string;
  readonly streams: boolean;
  readonly takesStreams: boolean;
  readonly mayRepeat: boolean;
  readonly bodyBytesMax: number;
}

const configuration = readFileSync(join(root, 'deploy/gateway/nginx.conf'), 'utf8');

/** What tools/gateway-routes.mjs reads out of a configuration, and its choice for each path. */
function read(
  paths: readonly string[],
  text = configuration,
): { problems: Record<string, string>; chosen: (Route | null)[] } {
  const script = `
    import { readFileSync } from 'node:fs';
    import { readGateway, routeFor } from ${JSON.stringify(join(root, 'tools/gateway-routes.mjs'))};
    const { text, paths } = JSON.parse(readFileSync(0, 'utf8'));
    const { routes, problems } = readGateway(text);
    const chosen = paths.map((path) => routeFor(routes, path) ?? null);
    process.stdout.write(JSON.stringify({ problems, chosen }));`;
  const input = JSON.stringify({ text, paths });
  const args = ['--input-type=module', '-e', script];
  const { stdout, stderr } = spawnSync(process.execPath, args, { input, encoding: 'utf8' });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout) as ReturnType<typeof read>;
}

/** Those of these paths that no service gets. */
function unserved(paths: readonly string[], text = configuration): string[] {
  const { chosen } = read(paths, text);
  return paths.filter((_, index) => chosen[index]?.service === undefined);
}

/** A path of OpenAPI with something in its places. */
const filled = (path: string): string =>
  path.replace('{context}', 'goals').replaceAll(/\{[^}]+\}/g, 'x1');

let served: Served;
let paths: readonly string[];
beforeAll(async () => {
  served = await serve();
  const document = (await (await fetch(`${served.url}/openapi.json`)).json()) as {
    paths: Record<string, object>;
  };
  paths = Object.keys(document.paths);
});
afterAll(() => served.close());

describe('the routes of the gateway', () => {
  it('lead every path of the API to a service, but the metrics', () => {
    expect(paths.length).toBeGreaterThan(25);
    expect(unserved(paths.map(filled))).toEqual(['/metrics']);
  });

  it('that miss a path are found out', () => {
    const planted = [...paths.map(filled), '/review', '/appraisals/x1/sign', '/goalsx', '/health'];
    expect(unserved(planted)).toEqual([
      '/metrics',
      '/review',
      '/appraisals/x1/sign',
      '/goalsx',
      '/health',
    ]);
    const without = configuration.replace('|periods)', ')');
    expect(unserved(paths.map(filled), without)).toEqual(['/periods', '/metrics']);
  });

  it('lead to the console, and to every file that it is built from by name', () => {
    const files = readdirSync(join(root, 'services/console/public')).map((name) => `/${name}`);
    expect(files.length).toBeGreaterThan(1);
    expect(unserved(['/', '/assets/index-4f2a.js', ...files])).toEqual([]);
  });

  it('lead to the facts of each context where they are told, without holding them back', () => {
    const contexts = [...new Set(Object.keys(publishedSchemas).map(contextOf))];
    expect(contexts).toContain('access');
    for (const context of contexts) {
      const ways = ['', '/events', '/export'].map((way) => `/facts/${context}${way}`);
      const { chosen } = read(ways);
      const service = context === 'access' ? 'directory' : context;
      expect(chosen.map((route) => route?.service)).toEqual(ways.map(() => service));
      expect(chosen.map((route) => route?.streams)).toEqual([false, true, true]);
    }
    expect(unserved(['/facts', '/facts/x1', '/facts/goals/else'])).toHaveLength(3);
  });

  it('lead to what a survey came to elsewhere than to the survey', () => {
    const ways = ['', '/x1', '/x1/results', '/x1/comments', '/x1/answers', '/x1/results/x2'];
    const { chosen } = read(ways.map((way) => `/surveys${way}`));
    const other = ways.map((way) => (way === '/x1/results' ? 'analytics' : 'feedback'));
    expect(chosen.map((route) => route?.service)).toEqual(other);
  });

  it('do not hold lines back, where lines go in or come out', () => {
    const { chosen } = read(['/goals/import', '/kpis/import', '/operations/views/x/rebuild']);
    expect(chosen.map((route) => route?.streams)).toEqual([true, true, true]);
    expect(chosen.map((route) => route?.takesStreams)).toEqual([true, true, false]);
    const { chosen: others } = read(['/goals', '/goals/x1/check-ins']);
    expect(others.map((route) => route?.streams)).toEqual([false, false]);
  });

  it('send a command again only where its key makes that the same', () => {
    const { chosen } = read([
      '/goals',
      '/kpis/x1/measurements',
      '/operations/check',
      '/goals/import',
    ]);
    expect(chosen.map((route) => route?.mayRepeat)).toEqual([true, true, false, false]);
  });
});

describe('what the gateway says and allows', () => {
  it('has the limits of the services', () => {
    const { chosen } = read(['/goals', '/goals/import']);
    expect(chosen.map((route) => route?.bodyBytesMax)).toEqual([bodyBytesMax, lineLimits.bytesMax]);
    expect(configuration).toContain(`large_client_header_buffers 4 ${headerBytesMax / 1024}k;`);
    const compose = readFileSync(join(root, 'deploy/gateway/compose/upstreams.conf'), 'utf8');
    const [, seconds] = /keepalive_timeout (\d+)s;/.exec(compose) ?? [];
    expect(Number(seconds) * 1_000).toBeLessThan(keepAliveTimeoutMs);
  });

  it('is a problem with the status that it is said with, and the words of the services', () => {
    const { problems } = read([]);
    expect(Object.keys(problems).length).toBeGreaterThan(10);
    for (const [status, text] of Object.entries(problems)) {
      const problem = JSON.parse(text) as Record<string, unknown>;
      expect(problem).toEqual({
        type: `https://plumbline.dev/problems/${String(problem['code'])}`,
        title: expect.any(String),
        status: status === 'default' ? 500 : Number(status),
        detail: expect.stringMatching(/\.$/),
        code: expect.stringMatching(/^(request|gateway)\/[a-z-]+$/),
      });
      const rule = problemRules.find(({ code }) => code === problem['code']);
      const isOwn = String(problem['code']).startsWith('gateway/');
      expect(rule === undefined).toBe(isOwn);
      if (rule !== undefined)
        expect(problem).toMatchObject({ title: rule.title, status: rule.status });
    }
  });

  it('is the same without nginx', async () => {
    const args = [join(root, 'tools/ci/gateway.mjs'), '--kind', 'node'];
    const child = spawn(process.execPath, args, { cwd: root });
    const said = { out: '', err: '' };
    child.stdout.on('data', (data) => (said.out += String(data)));
    // The server's log is there as well: of what took it long on a busy machine, for one.
    child.stderr.on('data', (data) => (said.err += String(data)));
    const code = await new Promise((ended) => child.once('close', ended));
    if (code !== 0) throw new Error(`It ended with ${String(code)}:\n${said.out}${said.err}`);
    expect(said.out.split('\n').filter((line) => line !== '')).toEqual([
      'node: commands, reads, streams, problems and files pass; the rest does not.',
      'With no service left, it says so as a problem.',
      'Sent again: what was not received, what reads, and commands with a key; no other.',
    ]);
  });
});
