import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessParts } from '@plumbline/access';
import { StringDecoder } from 'node:string_decoder';
import { directoryGate } from '@plumbline/access/testing';
import { manualClock, present } from '@plumbline/kernel';
import { until } from '@plumbline/kernel/testing';
import { localIssuer, type StreamLimits } from '@plumbline/web';
import { signLocalToken } from '@plumbline/web/local-token';
import { keptLogger } from '@plumbline/web/testing';
import { recorderOn, tellingGate } from '../facts.testing.ts';
import { createLogger } from '../logger.ts';
import { openEngine } from '../open-engine.ts';
import { createApp } from './app.ts';
import type { FactsOptions } from './facts.ts';

export type ServedFacts = Awaited<ReturnType<typeof serveFacts>>;

/** A server that listens, over a store, with two contexts and a clock that stands still. */
export async function serveFacts(
  store: 'memory' | 'sqlite',
  { limits, ...facts }: FactsOptions & { readonly limits?: Partial<StreamLimits> } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-facts-'));
  const clock = manualClock('2026-07-01T09:00:00Z');
  const gates = [tellingGate('notes'), tellingGate('memos'), directoryGate, ...accessParts.gates];
  const kept = keptLogger();
  const logger = Object.assign(createLogger('silent'), { warn: kept.warn });
  const opened = await openEngine({
    config: { store, servers: undefined, dataDir: folder, tenant: 'acme', cachedStreamsMax: 10 },
    parts: [{ context: 'notes', views: [], gates }],
    ...{ logger, clock, ...present({ streamLimits: limits }) },
  });
  const { engine } = opened;
  const web = await createApp(engine, {
    ...{ modules: [], documents: [], metrics: 'token', slowRequestMs: 1, checks: [], facts },
    ...{ issuers: [localIssuer(opened.localKey.publicKey)], checkLog: undefined },
  });
  await engine.access.ready();
  await web.app.listen(0, '127.0.0.1');
  const { port } = web.app.getHttpServer().address() as AddressInfo;
  const tokenOf = (roles: readonly string[], more: { tenant?: string; ttlSeconds?: number } = {}) =>
    signLocalToken(opened.localKey.privateKey, {
      ...{ sub: 'ana', roles, tenant: 'acme', ttlSeconds: 60, nowMs: clock.now(), ...more },
    });
  const analyst = await tokenOf(['analyst']);
  let isOpen = true;
  return {
    ...{ engine, web, clock, tokenOf, analyst, logged: kept.lines },
    record: recorderOn(engine.log),
    /** Asks, and gives the answer once it has begun. */
    ask: (path: string, headers: Record<string, string> = {}) =>
      new Promise<Answering>((resolve, reject) => {
        const authorization = `Bearer ${analyst}`;
        const options = { port, path, headers: { authorization, ...headers }, agent: false };
        get(options, (answer) => resolve(answering(answer))).on('error', reject);
      }),
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      web.startClosing();
      await web.app.close();
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Answering = ReturnType<typeof answering>;

/** An answer that may go on and on. */
function answering(answer: IncomingMessage) {
  const decoder = new StringDecoder('utf8');
  const chunks: Buffer[] = [];
  const pieces: string[] = [];
  const text = () => pieces.join('');
  let isCut = false;
  answer.on('error', () => (isCut = true));
  const ended = new Promise<void>((resolve) => answer.once('close', () => resolve()));
  const flow = () => {
    if (answer.listenerCount('data') === 0) {
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        pieces.push(decoder.write(chunk));
      });
    }
    answer.resume();
  };
  return {
    ...{ answer, ended, status: answer.statusCode, headers: answer.headers },
    text,
    isCut: () => isCut,
    /** All of the answer, once it has ended. */
    whole: async () => {
      flow();
      await ended;
      return text();
    },
    /** The same as bytes. */
    bytes: async () => {
      flow();
      await ended;
      return Buffer.concat(chunks);
    },
    /** Reads on until this much can be seen. */
    until: async (seen: string | RegExp) => {
      flow();
      let [looked, last] = [0, ''];
      const isNew = (wanted: string) => {
        for (const piece of pieces.slice(looked)) {
          looked += 1;
          last = last.slice(-wanted.length) + piece;
          if (last.includes(wanted)) return true;
        }
        return false;
      };
      // Answers of many megabytes are looked through once.
      await until(() => (typeof seen === 'string' ? isNew(seen) : seen.test(text())));
      return text();
    },
    cut: () => answer.destroy(),
  };
}

/** The events of server-sent events, with what their ids say. */
export function eventsIn(text: string): { id: string; event: Record<string, unknown> }[] {
  return [...text.matchAll(/^id: (.+)\ndata: (.+)\n\n/gm)].map(([, id = '', event = '{}']) => {
    return { id, event: JSON.parse(event) as Record<string, unknown> };
  });
}
