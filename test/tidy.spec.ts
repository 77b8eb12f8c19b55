import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { planted, resolved, root, sources, type Source } from './support/sources.ts';

export const functionLinesMax = 70;
export const fileLinesMax = 400;
export const lineLengthMax = 100;
export const trackedBytesMax = 1024 * 1024;

const all = sources();
const isTest = /\.(spec|contract|histories|testing|fixture)\.ts$/;

/** What is untidy in one file, each in a sentence. */
function untidy({ path, text }: Source): string[] {
  const lines = text.split('\n');
  const long = lines.flatMap((line, index) => {
    // A word that cannot be broken (an address, a text of a test) may stand out.
    const isBreakable = line.trim().includes(' ') && !/https?:|['"`]/.test(line);
    return line.length > lineLengthMax && isBreakable ? [`${path}:${index + 1} is too long`] : [];
  });
  return [
    ...long,
    ...(lines.length > fileLinesMax && !isTest.test(path)
      ? [`${path} has ${lines.length} lines`]
      : []),
    ...longFunctions(path, text),
    ...(/^export default /m.test(text) ? [`${path} has a default export`] : []),
    ...(/\b(TODO|FIXME|XXX)\b/.test(text) ? [`${path} leaves work for later`] : []),
    ...(/\b(it|test|describe)\.only\(/.test(text) ? [`${path} runs only a part of its tests`] : []),
    ...(/(: any\b|as any\b|<any>)/.test(text) ? [`${path} gives up a type`] : []),
    ...(/@ts-(ignore|nocheck)/.test(text) ? [`${path} silences the compiler`] : []),
  ];
}

function longFunctions(path: string, text: string): string[] {
  if (isTest.test(path)) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && !ts.isConstructorTypeNode(node)) {
      const start = file.getLineAndCharacterOfPosition(node.getStart()).line;
      const lines = file.getLineAndCharacterOfPosition(node.end).line - start + 1;
      // A factory that returns the functions of a port is a list of them, not one long function.
      const isFactory = /\b(create|open|memory|tail)[A-Z]\w*|sqliteLogOn/.test(nameOf(node));
      if (lines > functionLinesMax && !isFactory)
        found.push(`${path}:${start + 1} is ${lines} lines`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function nameOf(node: ts.SignatureDeclaration): string {
  return node.name !== undefined && ts.isIdentifier(node.name) ? node.name.text : '';
}

describe('every file', () => {
  it('is tidy', () => {
    expect(all.flatMap(untidy)).toEqual([]);
  });

  it('that is not is caught, for each of its faults', () => {
    const faults = untidy(planted('untidy.ts')).map((one) => one.replace(/^\S+ /, ''));
    expect(faults).toEqual([
      'is too long',
      'has 412 lines',
      'is 74 lines',
      'has a default export',
      'leaves work for later',
      'runs only a part of its tests',
      'gives up a type',
      'silences the compiler',
    ]);
  });

  it('named index.ts is the face of a library or service', () => {
    const stray = all.filter(({ path }) => {
      return path.endsWith('index.ts') && !/^(libs|services)\/[a-z-]+\/src\/index\.ts$/.test(path);
    });
    expect(stray.map((one) => one.path)).toEqual([]);
  });

  it('is reached from a face, an entry or a test', () => {
    const reached = new Set<string>();
    for (const { path, imports } of all) {
      for (const name of imports) reached.add(resolved(path, name) ?? '');
    }
    const entries = /\/(main|index)\.ts$/;
    const dead = all.filter(({ path }) => {
      return (
        !reached.has(path) && !entries.test(path) && !path.endsWith('.spec.ts') && !isEntry(path)
      );
    });
    expect(dead.map((one) => one.path)).toEqual([]);
  });
});

/** Files that a package offers under a name of their own. */
function isEntry(path: string): boolean {
  const folder = path.split('/').slice(0, 2).join('/');
  const text = readFileSync(join(root, folder, 'package.json'), 'utf8');
  return text.includes(`"./${path.slice(folder.length + 1)}"`);
}

describe('what is tracked', () => {
  const tracked = listTracked();
  const words = [
    // Built from parts, so that this file does not name what it looks for.
    new RegExp(`(^|[^A-Za-z0-9_.])/(${['work', 'root'].join('|')})/[a-z]`),
    new RegExp(`"resolved": "https?${':'}//`),
  ];

  it('names no path of a machine, and no host of a registry', () => {
    expect(tracked.length).toBeGreaterThan(100);
    expect(tracked.filter((path) => names(path, words))).toEqual([]);
  });

  it('is small', () => {
    const large = tracked.filter((path) => statSync(join(root, path)).size > trackedBytesMax);
    expect(large).toEqual([]);
  });

  it('that names a path is caught', () => {
    expect(words[0]?.test(`see ${['', 'work', 'main'].join('/')}`)).toBe(true);
    expect(words[0]?.test('services/work/main')).toBe(false);
    expect(words[1]?.test(`"resolved": "https${':'}//registry.example/x"`)).toBe(true);
  });
});

function names(path: string, words: readonly RegExp[]): boolean {
  const text = readFileSync(join(root, path), 'utf8');
  return words.some((word) => word.test(text));
}

/** What git tracks; in a bare copy of the tree, its sources. */
function listTracked(): string[] {
  const git = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' });
  if (git.status !== 0) return all.map((one) => one.path);
  const isFile = (path: string) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile();
  return git.stdout.split('\n').filter((path) => path !== '' && isFile(path) === true);
}
