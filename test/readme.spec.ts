import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settingsTable } from '@plumbline/platform';
import { examplesIn, feed, matches, runExamples, sectionOf } from './support/examples.ts';
import { serve, type Served } from './support/served.ts';
import { root } from './support/sources.ts';

const readme = read('README.md');

/** The cells of each row: how wide a column is drawn is the formatter's business. */
function rowsOf(table: string): readonly (readonly string[])[] {
  const rows = table.split('\n').filter((line) => line.startsWith('|') && !/^[|\s:-]+$/.test(line));
  return rows.map((row) => row.split('|').map((cell) => cell.trim()));
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

describe('the tour of the README', () => {
  const examples = examplesIn(sectionOf(readme, 'A goal from draft to closed'));
  let served: Served;
  let printed: string[] = [];

  beforeAll(async () => {
    served = await serve();
    printed = await runExamples(examples, served);
  });

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
  });
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
