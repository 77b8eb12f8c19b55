// Does with a Dockerfile, on a machine without Docker, what its COPY, WORKDIR and RUN lines say:
// each stage is a folder. It is no container: RUN lines see this machine's programs, and none of
// them may name a path outside its folder.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isInstalled } from '../ready.mjs';

/** The stages of a Dockerfile, each with its name and its instructions. */
export function readDockerfile(text) {
  const whole = text.replaceAll(/^#.*\n/gm, '').replaceAll(/\\\n\s*/g, ' ');
  const stages = [];
  for (const line of whole.split('\n').filter((one) => one.trim() !== '')) {
    const [, name, rest] = /^([A-Z]+)\s+(.*)$/.exec(line.trim());
    if (name === 'FROM') {
      const [, as = String(stages.length)] = /\sAS\s+(\S+)/.exec(rest) ?? [];
      stages.push({ name: as, instructions: [] });
    } else if (stages.length > 0) {
      stages.at(-1).instructions.push({ name, rest });
    }
  }
  return stages;
}

/** Fills a folder for each stage. Answers the last: its root, and what it says of its process. */
export function carryOut({ dockerfile, context, folder, tell }) {
  const roots = new Map();
  let last;
  for (const { name, instructions } of readDockerfile(readFileSync(dockerfile, 'utf8'))) {
    const at = { root: join(folder, name), workdir: '/', env: {} };
    mkdirSync(at.root, { recursive: true });
    roots.set(name, at.root);
    for (const one of instructions) follow(one, at, { roots, context, tell });
    last = at;
  }
  return last;
}

function follow({ name, rest }, at, { roots, context, tell }) {
  switch (name) {
    case 'WORKDIR':
      at.workdir = resolve(at.workdir, rest);
      mkdirSync(join(at.root, at.workdir), { recursive: true });
      return;
    case 'COPY':
      copy(rest, at, { roots, context });
      return;
    case 'RUN':
      execute(rest, at, { context, tell });
      return;
    case 'ENV':
      for (const [, key, value] of rest.matchAll(/(\w+)=(\S+)/g)) at.env[key] = value;
      return;
    case 'ENTRYPOINT':
    case 'CMD':
      at[name.toLowerCase()] = JSON.parse(rest);
      return;
    case 'HEALTHCHECK':
      at.healthcheck = JSON.parse(/CMD (\[.*\])$/.exec(rest)[1]);
      return;
    case 'USER':
      at.user = rest;
      return;
    default:
      assert.ok(['ARG', 'LABEL', 'VOLUME', 'EXPOSE', 'STOPSIGNAL'].includes(name), name);
  }
}

function copy(rest, at, { roots, context }) {
  const words = rest.split(/\s+/);
  const [, from] = /^--from=(.*)$/.exec(words.find((one) => one.startsWith('--from=')) ?? '') ?? [];
  const [source, target] = words.filter((one) => !one.startsWith('--'));
  const to = join(at.root, resolve(at.workdir, target));
  if (from !== undefined) {
    cpSync(join(roots.get(from), source), to, { recursive: true, verbatimSymlinks: true });
    return;
  }
  for (const path of contextOf(context)) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(join(context, path), join(to, path));
  }
}

function execute(rest, at, { context, tell }) {
  assert.doesNotMatch(rest, /(^|[\s'"=])\/\w/, `this line would reach out of its folder: ${rest}`);
  const began = performance.now();
  const cwd = join(at.root, at.workdir);
  const [command] = rest.split(' && ');
  if (rest === 'npm ci' && isInstalled()) {
    copyPackages(context, cwd);
    tell(`${secondsSince(began)} s: ${command}, of what is installed here`);
    return;
  }
  const { NODE_ENV: _, ...env } = process.env;
  const options = { cwd, encoding: 'utf8', env: { ...env, ...at.env } };
  const { status, stdout, stderr } = spawnSync('sh', ['-c', rest], options);
  assert.equal(status, 0, `${rest}\n${stdout}\n${stderr}`);
  tell(`${secondsSince(began)} s: ${command}`);
}

/**
 * All packages, where this tree has them as its lock names them: the same command has put them
 * there, and would take as much processor time as all else of the image. Fewer of them are
 * installed as the line says.
 */
function copyPackages(context, target) {
  const folders = ['libs', 'services'].flatMap((group) =>
    readdirSync(join(context, group)).map((name) => join(group, name)),
  );
  for (const folder of ['.', ...folders]) {
    const from = join(context, folder, 'node_modules');
    if (!existsSync(from)) continue;
    const { status, stderr } = spawnSync('cp', ['-a', from, join(target, folder)]);
    assert.equal(status, 0, String(stderr));
  }
}

function secondsSince(began) {
  return Math.round((performance.now() - began) / 1_000);
}

/** The files that a context's .dockerignore lets in, as Docker reads it: the last line wins. */
export function contextOf(context) {
  const lines = readFileSync(join(context, '.dockerignore'), 'utf8').split('\n');
  const rules = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ isLetIn: line.startsWith('!'), test: patternOf(line.replace(/^!/, '')) }));
  const isLetIn = (path) => rules.findLast(({ test }) => test.test(path))?.isLetIn ?? true;
  const visit = (folder) =>
    readdirSync(join(context, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!isLetIn(path)) return [];
      return entry.isDirectory() ? visit(path) : entry.isFile() ? [path] : [];
    });
  return visit('');
}

/** A pattern holds for what it matches and for everything below. */
function patternOf(pattern) {
  const words = pattern.split(/(\*\*\/|\*)/).map((part) => {
    if (part === '**/') return '(?:.*/)?';
    return part === '*' ? '[^/]*' : part.replaceAll(/[\\^$.+?()[\]{}|]/g, String.raw`\$&`);
  });
  return new RegExp(`^${words.join('')}(?:/.*)?$`);
}

/** Bytes of all files below a folder. */
export function bytesIn(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
