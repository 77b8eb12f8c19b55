import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { run } from '@plumbline/cli';
import { root } from './sources.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command line as it is, with what it says kept apart. */
export async function commandLine(args: readonly string[]): Promise<Said> {
  const said = { out: '', err: '' };
  const code = await run([...args], {
    out: { write: (text) => (said.out += text) },
    err: { write: (text) => (said.err += text) },
    env: {},
    isTerminal: false,
    clock: { now: () => Date.now() },
    signal: new AbortController().signal,
  });
  return { code, ...said };
}

/** The same as a process of its own, for what takes long: `buildProcess` has built it. */
export async function commandProcess(args: readonly string[]): Promise<Said> {
  const program = join(root, 'services/cli/dist/main.js');
  const { PATH = '' } = process.env;
  const stdio = ['ignore', 'pipe', 'pipe'] as const;
  const child = spawn(process.execPath, [program, ...args], { env: { PATH }, stdio: [...stdio] });
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? -1, ...said };
}
