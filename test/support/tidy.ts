import ts from 'typescript';
import { manifestOf, packageOf, resolved, type Source } from './sources.ts';

export const functionLinesMax = 70;
export const fileLinesMax = 400;
export const lineLengthMax = 100;
export const trackedBytesMax = 1024 * 1024;

/** Tests, and what only tests import. */
export const isTest = /\.(spec|contract|histories|testing|fixture)\.ts$|\/testing\.ts$|^test\//;
// Built from parts, so that this file does not hold what it looks for.
const later = new RegExp(`\\b(${['TO_DO', 'FIX_ME'].join('|').replaceAll('_', '')})\\b`);
/** Tools that read a default export by their own rule. */
const isConfig = /\.config\.(ts|mjs)$|^test\/(environment|distributed\/(stop-)?servers)\.mjs$/;

/** What is untidy in one file, each in a sentence. */
export function untidy({ path, text }: Source): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lines = text.split('\n').length;
  return [
    ...longLines(file).map((line) => `${path}:${line} is too long`),
    ...(lines > fileLinesMax && !isTest.test(path) ? [`${path} has ${lines} lines`] : []),
    ...(isTest.test(path) ? [] : longFunctions(file)),
    ...(hasDefaultExport(file) && !isConfig.test(path) ? [`${path} has a default export`] : []),
    ...(later.test(text) ? [`${path} leaves work for later`] : []),
    ...(/\b(it|test|describe)(\.\w+)*\.only\b|\bf(it|describe)\(/.test(text)
      ? [`${path} runs only a part of its tests`]
      : []),
    ...(/\bany\b/.test(text) && some(file, (node) => node.kind === ts.SyntaxKind.AnyKeyword)
      ? [`${path} gives up a type`]
      : []),
    ...(/@ts-(ignore|nocheck)/.test(text) ? [`${path} silences the compiler`] : []),
  ];
}

/** Lines over the limit even without their literals, which cannot be broken. */
function longLines(file: ts.SourceFile): number[] {
  const long = file.text.split('\n').flatMap((line, index) => {
    const isUnbreakable = /https?:\/\//.test(line) || line.length <= lineLengthMax;
    return isUnbreakable ? [] : [{ index, length: line.length }];
  });
  if (long.length === 0) return [];
  const literal = new Map<number, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isLiteralExpression(node) || ts.isTemplateExpression(node) || ts.isJsxText(node)) {
      const [first, last] = [lineOf(file, node.getStart(file)), lineOf(file, node.end)];
      for (let line = first; line <= last; line += 1) {
        literal.set(line, (literal.get(line) ?? 0) + node.getWidth(file));
      }
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return long.flatMap(({ index, length }) =>
    length - (literal.get(index) ?? 0) <= lineLengthMax ? [] : [index + 1],
  );
}

/**
 * Functions of too many lines of code of their own: the functions within one are counted by
 * themselves, so that a factory is measured by what it does and not by what it returns.
 */
function longFunctions(file: ts.SourceFile): string[] {
  // Of those that are shorter from end to end nothing need be counted, token by token.
  const isLong = (node: ts.Node): boolean =>
    ts.isFunctionLike(node) && lineOf(file, node.end) - lineOf(file, node.pos) >= functionLinesMax;
  if (!some(file, isLong)) return [];
  const own = new Map<ts.Node, number>();
  const starts = new Map<number, ts.Node>();
  const visit = (node: ts.Node, within: ts.Node | undefined): void => {
    const inner = ts.isFunctionLike(node) && 'body' in node && node.body ? node : within;
    const line = lineOf(file, node.getStart(file));
    if (inner !== undefined && !starts.has(line)) {
      starts.set(line, inner);
      own.set(inner, (own.get(inner) ?? 0) + 1);
    }
    node.getChildren(file).forEach((child) => visit(child, inner));
  };
  visit(file, undefined);
  return [...own].flatMap(([node, lines]) =>
    lines > functionLinesMax
      ? [`${file.fileName}:${lineOf(file, node.getStart(file)) + 1} is ${lines} lines`]
      : [],
  );
}

function hasDefaultExport(file: ts.SourceFile): boolean {
  const isDefault = (node: ts.Node): boolean =>
    ts.isExportAssignment(node) ||
    node.kind === ts.SyntaxKind.DefaultKeyword ||
    (ts.isExportSpecifier(node) && node.name.text === 'default');
  return file.statements.some((statement) => {
    const isExport = ts.isExportDeclaration(statement) || ts.canHaveModifiers(statement);
    return isDefault(statement) || (isExport && ownParts(statement).some(isDefault));
  });
}

function ownParts(statement: ts.Statement): readonly ts.Node[] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    return exportClause !== undefined && ts.isNamedExports(exportClause)
      ? exportClause.elements
      : [];
  }
  return ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
}

function some(node: ts.Node, is: (node: ts.Node) => boolean): boolean {
  return is(node) || (ts.forEachChild(node, (child) => some(child, is) || undefined) ?? false);
}

function lineOf(file: ts.SourceFile, position: number): number {
  return file.getLineAndCharacterOfPosition(position).line;
}

/** Files named index.ts that are not the face of a library or service. */
export function strayIndexes(paths: readonly string[]): string[] {
  const isFace = /^(libs|services)\/[a-z-]+\/src\/index\.ts$/;
  return paths.filter((path) => /(^|\/)index\.tsx?$/.test(path) && !isFace.test(path));
}

/** Files that register tests or hooks, and would for the first file alone (test/runtime.cjs). */
export function strayTests(all: readonly Source[]): string[] {
  const isOwnOfFile = /\.(spec|contract|testing)\.ts$|^test\//;
  const stray = all.filter(({ imports }) => imports.includes('@jest/globals'));
  return stray.flatMap(({ path }) => (isOwnOfFile.test(path) ? [] : [path]));
}

/** Files that nothing reaches: those of a program by its entries, those of tests by a test. */
export function dead(all: readonly Source[], isEntry = isEntryOfPackage): string[] {
  const byPath = new Map(all.map((source) => [source.path, source]));
  const reachedFrom = (starts: readonly string[]): Set<string> => {
    const seen = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const name of byPath.get(path)?.imports ?? []) visit(resolved(path, name) ?? '');
    };
    starts.forEach(visit);
    return seen;
  };
  const paths = all.map(({ path }) => path);
  const byProgram = reachedFrom(paths.filter((path) => isEntry(path)));
  const byTests = reachedFrom(paths.filter((path) => path.endsWith('.spec.ts')));
  return paths.filter((path) => !byProgram.has(path) && !(isTest.test(path) && byTests.has(path)));
}

/** Where a package begins: its programs, what it offers by name, and what its tools read. */
function isEntryOfPackage(path: string): boolean {
  const folder = packageOf(path);
  const inPackage = `./${path.slice(folder.length + 1)}`;
  const offered = Object.values(manifestOf(folder).exports ?? {}).flatMap(Object.values);
  return (
    /\/src\/(main|thread)\.tsx?$|^services\/console\/[^/]+$/.test(path) ||
    offered.includes(inPackage)
  );
}

export function tooLarge(files: readonly { path: string; bytes: number }[]): string[] {
  return files.filter(({ bytes }) => bytes > trackedBytesMax).map(({ path }) => path);
}
