// `npm run format` and `npm run format:check`: Prettier over what git tracks or would track, on
// every processor at once; where there is no git, over the whole folder.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from './ready.mjs';

const atOnceMax = 4;
const [how] = process.argv.slice(2);
const program = join(root, 'node_modules/prettier/bin/prettier.cjs');

const all = files();
const atOnce = Math.min(availableParallelism(), atOnceMax, all.length);
// Neighbours are about as long as each other: each gets every second of them, or every third.
const portions = Array.from({ length: atOnce }, (_, no) =>
  all.filter((_file, at) => at % atOnce === no),
);
const codes = await Promise.all(portions.map(prettier));
process.exitCode = Math.max(...codes);

function files() {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) return ['.'];
  return stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

function prettier(paths) {
  const args = [program, how, '--ignore-unknown', '--log-level', 'warn', '--', ...paths];
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
