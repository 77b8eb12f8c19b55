import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { settings } from '@plumbline/platform';
import { parse } from 'yaml';
import {
  composeFaults,
  dockerfileFaults,
  type Compose,
  type ComposeService,
} from './support/deploy.ts';
import { root, sources } from './support/sources.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const dockerfile = read('deploy/Dockerfile');
const own = Object.entries(compose.services).filter(([, { build }]) => build !== undefined);

describe('docker-compose.yml', () => {
  it('keeps every rule', () => {
    expect(Object.keys(compose.services)).toEqual([
      'gateway',
      'directory',
      'goals',
      'feedback',
      'analytics',
      'reviews',
      'eventstore',
      'kafka',
      'mongo',
    ]);
    expect(composeFaults(compose)).toEqual([]);
  });

  const changed = (name: string, change: Partial<ComposeService>): Compose => ({
    ...compose,
    services: { ...compose.services, [name]: { ...compose.services[name], ...change } },
  });

  it.each<[string, string, Partial<ComposeService>, string]>([
    ['latest', 'mongo', { image: 'mongo:latest' }, 'has an image of no exact version'],
    ['no tag', 'mongo', { image: 'mongo' }, 'has an image of no exact version'],
    ['a tag that moves', 'mongo', { image: 'mongo:8.0' }, 'has an image of no exact version'],
    ['no health check', 'kafka', { healthcheck: {} }, 'says nothing of its health'],
    [
      'a health check that is off',
      'kafka',
      { healthcheck: { test: ['NONE'] } },
      'says nothing of its health',
    ],
    ['root', 'goals', { user: '0:0' }, 'runs as root, or as who knows'],
    ['no user', 'goals', { user: '' }, 'runs as root, or as who knows'],
    [
      'a port for everybody',
      'gateway',
      { ports: ['8080:8080'] },
      'listens to more than this machine',
    ],
    ['a port of a store', 'mongo', { ports: ['127.0.0.1:27017:27017'] }, 'opens the inner network'],
    ['no volume', 'eventstore', { volumes: [] }, 'loses what it keeps'],
    ['a volume without a name', 'mongo', { volumes: ['/data/db'] }, 'loses what it keeps'],
    [
      'a folder that it may write to',
      'gateway',
      { volumes: ['./deploy:/etc/plumbline'] },
      'writes into the folders of the machine',
    ],
    ['the daemon', 'gateway', { volumes: ['/var/run/docker.sock:/s:ro'] }, 'holds the daemon'],
    [
      'a password',
      'mongo',
      { environment: { MONGO_INITDB_ROOT_PASSWORD: 'example' } },
      'has a secret in MONGO_INITDB_ROOT_PASSWORD',
    ],
    [
      'a password with a default',
      'mongo',
      { environment: { MONGO_INITDB_ROOT_PASSWORD: '${PASSWORD:-example}' } },
      'has a secret in MONGO_INITDB_ROOT_PASSWORD',
    ],
    [
      'a password in an address',
      'goals',
      { environment: { MONGODB_URL: 'mongodb://ada:example@mongo:27017/plumbline' } },
      'has a secret in MONGODB_URL',
    ],
    ['capabilities', 'kafka', { cap_add: ['NET_ADMIN'] }, 'keeps capabilities'],
    ['privileges', 'kafka', { security_opt: [] }, 'may gain privileges'],
    ['the host', 'kafka', { network_mode: 'host' }, 'is no container to speak of'],
    ['a root to write to', 'goals', { read_only: false }, 'may write to its root'],
    ['no way back', 'goals', { restart: 'no' }, 'stays away when it fell'],
    ['no limits', 'goals', { deploy: { replicas: 2 } }, 'has no limits'],
    [
      'a start before its stores',
      'goals',
      { depends_on: { mongo: { condition: 'service_started' } } },
      'does not wait for what it needs',
    ],
  ])('with %s is caught', (_, name, change, fault) => {
    expect(composeFaults(changed(name, change))).toEqual([`${name} ${fault}`]);
  });

  it('lets a password come from the environment or from a file', () => {
    const environment = {
      MONGO_INITDB_ROOT_PASSWORD_FILE: '/run/secrets/mongo',
      SOME_TOKEN: '${SOME_TOKEN:?must be set}',
    };
    expect(composeFaults(changed('mongo', { environment }))).toEqual([]);
  });

  it('starts services that are there, with settings that they know', () => {
    const known = new Map<string, (typeof settings)[number]['type']>(
      settings.map(({ name, type }) => [name, type]),
    );
    expect(own.length).toBeGreaterThan(0);
    for (const [name, { command = [], environment = {} }] of own) {
      const program = `services/${name}/dist/main.js`;
      expect(command).toEqual([program]);
      expect(existsSync(join(root, `services/${name}/src/main.ts`))).toBe(true);
      expect(Object.keys(environment).filter((setting) => !known.has(setting))).toEqual([]);
      const store = known.get('PLUMBLINE_STORE');
      expect(store?.kind === 'one-of' && store.values).toContain(environment['PLUMBLINE_STORE']);
    }
  });

  it('gives the gateway files that are there, and each service that it passes to', () => {
    const { volumes = [] } = compose.services['gateway'] ?? {};
    const files = volumes.map((mount) => mount.split(':')[0] ?? '');
    expect(files.length).toBe(3);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    const upstreams = read('deploy/gateway/compose/upstreams.conf');
    const servers = [...upstreams.matchAll(/^\s+server (\S+):(\d+) resolve/gm)];
    expect(servers.map(([, host, port]) => [host, port])).toEqual(
      own.map(([name, { environment }]) => [name, environment?.['PORT']]),
    );
    const [, inner] = /:(\d+)$/.exec(String(compose.services['gateway']?.ports?.[0])) ?? [];
    expect(read('deploy/gateway/compose/listen.conf')).toContain(`\nlisten ${inner};`);
  });
});

describe('deploy/Dockerfile', () => {
  it('keeps every rule', () => {
    expect(dockerfileFaults(dockerfile)).toEqual([]);
  });

  it.each([
    ['has an image of no exact version', '=20.20.2-bookworm-slim', '=20'],
    ['has an image of no exact version', 'FROM node:${NODE_VERSION} AS build', 'FROM node'],
    ['runs as root', 'USER 1000:1000', 'USER root'],
    ['runs as root', 'USER 1000:1000\n', ''],
    ['says nothing of its health', 'HEALTHCHECK ', 'LABEL health='],
    ['puts a shell before its process', 'CMD ["services/standalone/dist/main.js"]', 'CMD node'],
    ['adds what comes from anywhere', 'VOLUME /data', 'ADD https://example.org/x /x'],
    ['has a secret', 'VOLUME /data', 'ENV ADMIN_TOKEN=example'],
    ['holds more than runs', 'VOLUME /data', 'COPY . /app'],
  ])('that %s is caught', (fault, before, after) => {
    expect(dockerfile).toContain(before);
    expect(dockerfileFaults(dockerfile.replace(before, after))).toEqual([fault]);
  });

  it('is given what it builds from, and nothing else', () => {
    const script = `
      import { contextOf } from ${JSON.stringify(join(root, 'tools/ci/dockerfile.mjs'))};
      process.stdout.write(contextOf(${JSON.stringify(root)}).join('\\n'));`;
    const args = ['--input-type=module', '-e', script];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const paths = stdout.split('\n');
    expect(paths).toEqual(
      expect.arrayContaining(['.npmrc', 'package-lock.json', 'services/goals/src/main.ts']),
    );
    const unwanted =
      /(^|\/)(node_modules|dist|data|golden|\.git|\.env[^/]*|test|docs)(\/|$)|\.spec\.ts$/;
    expect(paths.filter((path) => unwanted.test(path))).toEqual([]);
  });
});

describe('the guide for operators', () => {
  it('names every metric that is measured', () => {
    const guide = read('docs/guides/operator.md');
    const measured = sources()
      .filter(({ path }) => !path.endsWith('.spec.ts'))
      .flatMap(({ text }) => [...text.matchAll(/'(plumbline_[a-z_]+)'/g)])
      .map(([, name = '']) => name);
    expect(measured.length).toBeGreaterThan(5);
    expect(measured.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });
});
