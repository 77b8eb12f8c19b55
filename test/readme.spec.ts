import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settingsTable } from '@plumbline/platform';
import { serve, type Served } from './support/served.ts';
import { root } from './support/sources.ts';

const readme = read('README.md');

/** A block to paste, and what it is said to print. */
interface Example {
  readonly commands: string;
  readonly printed: string;
}

/** The fenced blocks of a section: each `sh` with the block that follows it. */
function examplesIn(section: string): readonly Example[] {
  const blocks = [...section.matchAll(/^```(sh|json|text)\n(.*?)^```$/gms)];
  return blocks.flatMap(([, kind, commands = ''], index) => {
    const [, next, printed = ''] = blocks[index + 1] ?? [];
    if (kind !== 'sh') return [];
    if (next === undefined || next === 'sh') throw new Error(`No output follows:\n${commands}`);
    return [{ commands, printed }];
  });
}

function sectionOf(text: string, title: string): string {
  const [, section] = text.split(`\n## ${title}\n`);
  if (section === undefined) throw new Error(`There is no section "${title}".`);
  return section.split('\n## ')[0] ?? '';
}

/** White space aside, and with `…` for what differs from run to run, within one text or number. */
function matches(printed: string, actual: string): boolean {
  const words = printed.replaceAll(/\s/g, '').replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${words.replaceAll('…', '[^",]*')}$`).test(actual.replaceAll(/\s/g, ''));
}

/** The cells of each row: how wide a column is drawn is the formatter's business. */
function rowsOf(table: string): readonly (readonly string[])[] {
  const rows = table.split('\n').filter((line) => line.startsWith('|') && !/^[|\s:-]+$/.test(line));
  return rows.map((row) => row.split('|').map((cell) => cell.trim()));
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

const separator = '-- end of example --';

/** Runs a program at the root of the tree with a text as its input; complaints are failures. */
async function feed(
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
async function run(examples: readonly Example[], { url, folder }: Served): Promise<string[]> {
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

describe('the tour of the README', () => {
  const examples = examplesIn(sectionOf(readme, 'A goal from draft to closed'));
  let served: Served;
  let printed: string[] = [];

  beforeAll(async () => {
    served = await serve();
    printed = await run(examples, served);
  }, 120_000);

  afterAll(() => served?.close());

  it('has an output for each of its blocks', () => {
    expect(examples.length).toBeGreaterThan(8);
    expect(printed).toHaveLength(examples.length);
  });

  it.each(examples.map((example, index) => [index + 1, example] as const))(
    'prints what it says (block %i)',
    (number, example) => {
      const actual = printed[number - 1] ?? '';
      if (!matches(example.printed, actual)) expect(actual).toBe(example.printed);
      expect(matches(example.printed, actual)).toBe(true);
    },
  );
});

describe('the guide for embedding', () => {
  it('has a server that runs as it is written', async () => {
    const guide = read('docs/guides/embedding.md');
    const [, code = ''] = /^```js\n(.*?)^```$/ms.exec(guide) ?? [];
    const [, printed = ''] = /^```text\n(.*?)^```$/ms.exec(guide) ?? [];
    const actual = await feed(process.execPath, ['--input-type=module', '-'], code);
    expect(actual.trim()).toBe(printed.trim());
  }, 60_000);
});

describe('an output', () => {
  it.each([
    ['{ "n": 1 }', '{"n":1}\n', true],
    ['{ "n": 1 }', '{"n":2}', false],
    ['{ "id": "…", "n": 1 }', '{"id":"a-b","n":1}', true],
    ['{ "id": "…", "n": 1 }', '{"id":"a","m":"b","n":1}', false],
    ['1\n2', '1\n2\n3\n', false],
  ])('%s of %s: %s', (said, actual, expected) => expect(matches(said, actual)).toBe(expected));
});

describe('the README', () => {
  it('names every setting as the server reads it', () => {
    const told = rowsOf(sectionOf(readme, 'Settings'));
    expect(told).toEqual(rowsOf(settingsTable()));
    expect(told.length).toBeGreaterThan(10);
  });

  it('maps every library and service', () => {
    const tree = sectionOf(readme, 'The tree');
    const folders = ['libs', 'services'].flatMap((group) =>
      readdirSync(join(root, group), { withFileTypes: true })
        .filter((entry) => existsSync(join(root, group, entry.name, 'package.json')))
        .map((entry) => `${group}/${entry.name}`),
    );
    expect(folders.filter((folder) => !tree.includes(`\`${folder}\``))).toEqual([]);
    const told = [...tree.matchAll(/^\| `([^`]+)`/gm)].map(([, folder = '']) => folder);
    expect(told.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
  });

  it('names npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm run (?:--silent )?([a-z][a-z:]*)/g)];
    const missing = named
      .map(([, name = '']) => name)
      .filter((name) => scripts[name] === undefined);
    expect(named.length).toBeGreaterThan(5);
    expect(missing).toEqual([]);
  });
});

describe('every page', () => {
  const tops = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];
  const below = readdirSync(join(root, 'docs'), { recursive: true })
    .map((path) => `docs/${String(path)}`)
    .filter((path) => path.endsWith('.md'));
  const pages = [...tops, ...below, 'services/goals/README.md', 'services/cli/README.md'];

  it.each(pages)('%s: its links lead somewhere', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => {
      return !link.startsWith('https:') && !existsSync(resolve(root, dirname(page), link));
    });
    expect(broken).toEqual([]);
  });
});
