import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Connection } from 'mongoose';
import { openMongo } from './mongo.ts';

export interface TestDatabase {
  readonly url: string;
  readonly connection: Connection;
  /** Takes the database away, and closes its connection. */
  drop(): Promise<void>;
}

/** An empty database of the server that MONGODB_URL names, as `test/distributed` does. */
export async function openTestDatabase(server = process.env['MONGODB_URL']): Promise<TestDatabase> {
  if (server === undefined) throw new Error('MONGODB_URL is not set; see test/distributed.');
  const url = new URL(server);
  url.pathname = `/test-${randomUUID()}`;
  const connection = await openMongo(url.href);
  const drop = async (): Promise<void> => {
    await connection.getClient().db(connection.name).dropDatabase();
    await connection.close();
  };
  return { url: url.href, connection, drop };
}

export interface TestServer {
  readonly url: string;
  readonly port: number;
  /** Ends it as a crash does: nothing is flushed, and nobody is told. */
  kill(): Promise<void>;
}

/** A server of one test, to be killed, with its data in a file. Tests are run at the root. */
export async function startTestServer(file: string, port = 0): Promise<TestServer> {
  const script = resolve('test/support/servers/mongo.mjs');
  const args = [script, '--file', file, '--port', String(port)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const line = createInterface({ input: child.stdout });
  const [said] = (await Promise.race([once(line, 'line'), exited])) as [unknown];
  const [, url, pid] = /^(\S+) (\d+)$/.exec(String(said)) ?? [];
  if (url === undefined)
    throw new Error(`The MongoDB test server did not start (${String(said)}).`);
  return {
    ...{ url, port: Number(new URL(url).port) },
    kill: async () => {
      process.kill(Number(pid), 'SIGKILL');
      await exited;
    },
  };
}
