import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openGate, source } from '@plumbline/feed/feed.contract';
import { kafkaFeed } from '@plumbline/feed/kafka';
import { startRelay } from '@plumbline/feed/relay';
import type { Position } from '@plumbline/kernel';
import { until } from '@plumbline/kernel/testing';

const program = join(__dirname, '../support/servers/kafka.mjs');
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

interface Broker {
  readonly url: string;
  readonly pid: number;
  readonly child: ChildProcess;
}

async function startBroker(folder: string, port: string[] = []): Promise<Broker> {
  const args = [program, '--folder', folder, ...port];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { ...(JSON.parse(line) as { url: string; pid: number }), child };
}

async function kill({ pid, child }: Broker): Promise<void> {
  const gone = once(child, 'close');
  process.kill(pid, 'SIGKILL');
  await gone;
}

describe('a broker that is killed and comes back', () => {
  it('costs relay and readers time and nothing else, without anyone starting them again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-outage-'));
    let broker = await startBroker(folder);
    open.push(async () => {
      const gone = once(broker.child, 'close');
      broker.child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    });
    const kafka = { brokers: [broker.url], partitions: 2 };
    const { log, record } = source();
    const [relayErrors, readerErrors] = [[] as unknown[], [] as unknown[]];
    const onError = (cause: unknown) => relayErrors.push(cause);
    const relay = startRelay({ log, gates: [openGate], kafka, environment: 'test', onError });
    open.push(() => relay.close());
    const onGroupError = (_: string, cause: unknown) => readerErrors.push(cause);
    const feed = kafkaFeed({ kafka, contexts: ['open'], onError: onGroupError });
    open.push(() => feed.close());
    const seen: number[] = [];
    const subscription = feed.subscribe('g', async ({ facts }) => {
      for (const { data } of facts) seen.push((data as { n: number }).n);
    });
    open.push(() => subscription.close());

    let n = 0;
    const port = ['--port', broker.url.slice(broker.url.indexOf(':') + 1)];
    for (const isLong of [false, true]) {
      for (let one = 0; one < 20; one += 1) await record('open.counter-acme.1', (n += 1));
      await until(() => seen.includes(n));
      await kill(broker);
      // What is recorded meanwhile waits in the log.
      for (let one = 0; one < 20; one += 1) await record('open.counter-acme.1', (n += 1));
      // In a short outage the clients hold out by themselves; in a long one they give up.
      if (isLong) await until(() => relayErrors.length > 0 && readerErrors.length > 0);
      expect(seen).not.toContain(n);
      broker = await startBroker(folder, port);
      await until(() => seen.includes(n));
    }

    // Again is allowed, as offsets may be lost with the broker; left out or overtaken is not.
    expect([...new Set(seen)]).toEqual(Array.from({ length: n }, (_, no) => no + 1));
    const position = (await log.head()) as Position;
    expect(await feed.passed('g', { position, timeoutMs: 30_000 })).toBe(true);
    const began = performance.now();
    await subscription.close();
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
