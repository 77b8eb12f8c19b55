import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '@plumbline/standalone';

/** The whole application, listening, on a folder of its own, or on `DATA_DIR`; which it removes. */
export interface Served {
  readonly url: string;
  readonly folder: string;
  /** Of the administrator. */
  readonly token: string;
  /** The position of the last fact. */
  head(): Promise<string | null>;
  /** Waits until the views have folded everything that is recorded. */
  caughtUp(): Promise<void>;
  /** Ends it, and leaves the folder for another one to be started on. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export async function serve(environment: Readonly<Record<string, string>> = {}): Promise<Served> {
  const folder = environment['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'plumbline-served-'));
  const settings = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', ...environment };
  const running = await start({ environment: settings });
  const token = readFileSync(join(folder, 'admin-token'), 'utf8').trim();
  const get = async (path: string, headers: Record<string, string> = {}): Promise<unknown> => {
    const authorization = `Bearer ${token}`;
    const response = await fetch(`${running.url}${path}`, {
      headers: { authorization, ...headers },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const head = async (): Promise<string | null> => {
    const { position } = (await get('/operations/status')) as { position: string | null };
    return position;
  };
  const stop = async (): Promise<void> => {
    await running.stop();
  };
  return {
    ...{ url: running.url, folder, token, head, stop },
    caughtUp: async () => {
      const position = await head();
      if (position !== null) await get('/goals?limit=1', { 'read-after': position });
    },
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
