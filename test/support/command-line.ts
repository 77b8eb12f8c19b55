import { run } from '@plumbline/cli';

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
