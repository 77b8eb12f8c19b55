import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Served } from './served.ts';
import { root } from './sources.ts';

/** A block to paste, and what it is said to print. */
export interface Example {
  readonly commands: string;
  readonly printed: string;
}

/** The fenced blocks of a section: each `sh` with the block that follows it. */
export function examplesIn(section: string): readonly Example[] {
  const blocks = [...section.matchAll(/^```(sh|json|text)\n(.*?)^```$/gms)];
  return blocks.flatMap(([, kind, commands = ''], index) => {
    const [, next, printed = ''] = blocks[index + 1] ?? [];
    if (kind !== 'sh') return [];
    if (next === undefined || next === 'sh') throw new Error(`No output follows:\n${commands}`);
    return [{ commands, printed }];
  });
}

export function sectionOf(text: string, title: string): string {
  const [, section] = text.split(`\n## ${title}\n`);
  if (section === undefined) throw new Error(`There is no section "${title}".`);
  return section.split('\n## ')[0] ?? '';
}

/** White space aside, and with `…` for what differs from run to run, within one text or number. */
export function matches(printed: string, actual: string): boolean {
  const words = printed.replaceAll(/\s/g, '').replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${words.replaceAll('…', '[^",]*')}$`).test(actual.replaceAll(/\s/g, ''));
}

const separator = '-- end of example --';

/** Runs a program at the root of the tree with a text as its input; complaints are failures. */
export async function feed(
  program: string,
  args: readonly string[],
  input: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const child = spawn(program, args, { cwd: root, env });
  let [printed, complaints] = ['', ''];
  child.stdout.on('data', (data) => (printed += String(data)));
  child.stderr.on('data', (data) => (complaints += String(data)));
  child.stdin.end(input);
  await new Promise((ended) => child.once('close', ended));
  if (complaints !== '') throw new Error(complaints);
  return printed;
}

/** All examples in one shell, as somebody would who pastes them one after another. */
export async function runExamples(
  examples: readonly Example[],
  { url, folder }: Pick<Served, 'url' | 'folder'>,
): Promise<string[]> {
  const line = `${process.execPath} ${join(root, 'services/cli/dist/main.js')}`;
  const script = examples
    .map(({ commands }) => `${commands}\nprintf '%s' '${separator}'`)
    .join('\n')
    .replaceAll('http://127.0.0.1:3000', url)
    .replaceAll('npm run --silent plumbline --', line);
  const environment = { ...process.env, DATA_DIR: folder, PLUMBLINE_URL: url };
  const printed = await feed('sh', ['-s'], script, environment);
  return printed.split(separator).slice(0, -1);
}
