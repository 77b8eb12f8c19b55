import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

export const root = resolve(__dirname, '../..');

/** One source file of the tree, by its path from the root, with what it imports. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** Every TypeScript file of libs and services. */
export function sources(): Source[] {
  return ['libs', 'services'].flatMap((folder) => filesIn(join(root, folder))).map(readSource);
}

/** The scripts and tests that belong to no package. */
export function workshop(): Source[] {
  return ['tools', 'test'].flatMap((folder) => filesIn(join(root, folder))).map(readSource);
}

export function planted(name: string): Source {
  return readSource(join(root, 'test/planted', name));
}

export function readSource(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return { path: relative(root, file), text, imports: importedFiles.map((one) => one.fileName) };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (['node_modules', 'dist', 'planted'].includes(entry.name)) return [];
    if (entry.isDirectory()) return filesIn(path);
    const isWritten = !/\.(d|generated)\.ts$/.test(entry.name);
    return /\.(tsx?|mjs)$/.test(entry.name) && isWritten ? [path] : [];
  });
}

/** The package that a file belongs to: `libs/kernel`, `services/goals`. */
export function packageOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

export interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export function manifestOf(folder: string): Manifest {
  const path = join(root, folder, 'package.json');
  if (!existsSync(path)) throw new Error(`${folder} has no package.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

/** The file that an import leads to, where it is one of this tree; otherwise undefined. */
export function resolved(from: string, name: string): string | undefined {
  if (name.startsWith('.')) return relative(root, resolve(root, dirname(from), name));
  if (!name.startsWith('@plumbline/')) return undefined;
  const [, short = '', ...rest] = name.split('/');
  const folder = [`libs/${short}`, `services/${short}`].find((one) => existsSync(join(root, one)));
  if (folder === undefined) return undefined;
  const entry = rest.length === 0 ? '.' : `./${rest.join('/')}`;
  const target = manifestOf(folder).exports?.[entry]?.['@plumbline/source'];
  return target === undefined ? undefined : join(folder, target);
}
