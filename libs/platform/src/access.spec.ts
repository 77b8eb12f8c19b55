import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { accessParts, readers, readersKey } from '@plumbline/access';
import { directoryGate, recorder } from '@plumbline/access/testing';
import { systemClock, type Position } from '@plumbline/kernel';
import { openApp, type OpenedApp } from './app/open-app.ts';
import { readConfig } from './config.ts';
import type { Service } from './engine.ts';
import { createLogger } from './logger.ts';

@Module({})
class EmptyModule {}

const tag = { name: 'directory', description: 'A directory of tests.' };
const service: Service = {
  ...{ context: 'directory', views: accessParts.views },
  gates: [directoryGate, ...accessParts.gates],
  module: () => ({ module: EmptyModule }),
  openApi: { tag, paths: {} },
};

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function opened(environment: Record<string, string>): Promise<OpenedApp> {
  const app = await openApp(readConfig(environment), createLogger('silent'), [service]);
  let isOpen = true;
  const close = async () => {
    if (isOpen) {
      await app.web.app.close();
      await app.engine.close();
    }
    isOpen = false;
  };
  closing.push(close);
  return { ...app, engine: { ...app.engine, close } };
}

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-access-'));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe.each(['memory', 'sqlite'])('access in an engine, %s', (store) => {
  const environment = () => ({ PLUMBLINE_STORE: store, DATA_DIR: freshFolder() });

  it('knows the organisation once it has started, and says so', async () => {
    const { engine, web } = await opened(environment());
    expect(engine.access.isReady()).toBe(true);
    const { statusCode, body } = await web.app.inject({ url: '/health/ready' });
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toMatchObject({
      checks: expect.arrayContaining([{ name: 'organization-known', ok: true }]),
    });
  });

  it('records who has looked, for the list of readers', async () => {
    const { engine } = await opened(environment());
    const { access, views, log } = engine;
    const viewed = { action: 'goal/read', rule: 'goal/read:manager:private', record: 'goal:g1' };
    const asking = access.asking({ tenant: 'acme', sub: 'max', roles: [] });
    const day = new Date(systemClock.now()).toISOString().slice(0, 10);
    await access.record(asking, [{ subject: 'ada', ...viewed }]);
    const readAfter = (await log.head()) as Position;
    const reader = await views.of(readers, 'acme', { readAfter });
    const doc = await reader.get(readersKey('ada', day));
    expect(doc?.views).toMatchObject([{ by: 'max', ...viewed }]);
  });
});

describe('an engine that is opened again', () => {
  it('has read the organisation before it serves', async () => {
    const environment = { PLUMBLINE_STORE: 'sqlite', DATA_DIR: freshFolder() };
    const first = await opened(environment);
    const record = recorder(first.engine.log);
    const joined = { person: 'ada', post: null, from: '2026-01-01' };
    for (let n = 0; n < 500; n += 1) await record('acme', 'notes.Noted.v1', { n });
    await record('acme', 'directory.PersonJoined.v1', joined);
    await first.engine.close();
    const second = await opened(environment);
    expect(second.engine.access.organizationOf('acme').people()).toEqual(['ada']);
    expect(second.engine.access.organizationOf('zeta').people()).toEqual([]);
  });
});
