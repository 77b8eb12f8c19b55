// `npm run format` and `npm run format:check`: Prettier over what git tracks or would track, on
// every processor at once; where there is no git, over the whole folder. A check asks Oxfmt first,
// which writes as Prettier does but for a few unions over two lines, in a hundredth of the time:
// what that leaves as it is is formatted, and of the rest Prettier is the judge.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from './ready.mjs';

const atOnceMax = 4;
const [how] = process.argv.slice(2);
const program = join(root, 'node_modules/prettier/bin/prettier.cjs');
const quick = join(root, 'node_modules/oxfmt/bin/oxfmt');
/** As Oxfmt ends when it has looked at all, and would write some otherwise. */
const someDiffer = 1;

const all = how === '--check' ? doubtful(files()) : files();
const atOnce = Math.min(availableParallelism(), atOnceMax, all.length);
// Neighbours are about as long as each other: each gets every second of them, or every third.
const portions = Array.from({ length: atOnce }, (_, no) =>
  all.filter((_file, at) => at % atOnce === no),
);
const codes = await Promise.all(portions.map(prettier));
process.exitCode = Math.max(0, ...codes);

function files() {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) return ['.'];
  return stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

/** All of them when Oxfmt cannot tell, as where something does not parse. */
function doubtful(paths) {
  const args = [quick, '-c', '.prettierrc.json', '--list-different', '--', ...paths];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return [];
  return status === someDiffer ? stdout.split('\n').filter((path) => path !== '') : paths;
}

function prettier(paths) {
  const args = [program, how, '--ignore-unknown', '--log-level', 'warn', '--', ...paths];
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
