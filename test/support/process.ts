import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../tools/free-port.mjs';
import { root } from './sources.ts';

/** The whole application as a process of its own on a folder, which may be killed. */
export interface Standalone {
  readonly url: string;
  /** `kill -9`. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const startMsMax = 300_000;

/** Builds what processes run: all but the console, and only what has changed. */
export function buildProcess(): void {
  const libs = readdirSync(join(root, 'libs')).filter((name) => !name.includes('.'));
  const folders = [
    ...libs.map((name) => `libs/${name}`),
    ...['directory', 'goals', 'feedback', 'analytics', 'reviews', 'standalone', 'cli'].map(
      (name) => `services/${name}`,
    ),
  ].map((folder) => join(root, folder));
  const script = `
    import { build } from ${JSON.stringify(join(root, 'tools/build.mjs'))};
    await build(${JSON.stringify(folders)});`;
  const args = ['--input-type=module', '-e', script];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root });
  if (status !== 0) throw new Error(String(stderr));
}

export async function startStandalone(folder: string, port?: string): Promise<Standalone> {
  const { started, ...mortal } = spawnStandalone(folder, port ?? String(await freePort()));
  return { ...mortal, url: await started };
}

/** The same before it listens; `started` settles with its address, or fails when it ends first. */
export function spawnStandalone(
  folder: string,
  port = '0',
): Omit<Standalone, 'url'> & { readonly started: Promise<string> } {
  const { PATH = '' } = process.env;
  const program = join(root, 'services/standalone/dist/main.js');
  const child = spawn(process.execPath, [program], {
    env: { PATH, DATA_DIR: folder, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  }
  const listening = /listening on (http:[^"]+)"/;
  const start = async () => {
    const deadline = Date.now() + startMsMax;
    while (!listening.test(said)) {
      if (Date.now() > deadline || child.exitCode !== null || child.signalCode !== null) {
        child.kill('SIGKILL');
        throw new Error(`It did not start:\n${said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return listening.exec(said)?.[1] ?? '';
  };
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  return {
    started: start(),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
