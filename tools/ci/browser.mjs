// Drives the console in a real browser: Chromium, without the windows around its pages where that
// is there, or can be installed, as on a CI machine. It does the same for two thirds of the
// processor time.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../ready.mjs';
import { skip, withServer } from './server.mjs';

let why = 'the browser test needs Chromium; name one with CHROMIUM.';
const withoutWindows = 'chromium-headless-shell';
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const browser =
  found([withoutWindows]) ??
  installed(withoutWindows) ??
  found(names) ??
  installed('chromium') ??
  skip(why);
const folder = mkdtempSync(join(tmpdir(), 'plumbline-browser-'));
try {
  const main = join(root, 'services/standalone/dist/main.js');
  const served = { command: [process.execPath, main], folder, dataDir: 'data' };
  const code = await withServer(served, async ({ url, token }) => {
    const tokens = [
      ...['--token', token],
      ...['--hr', tokenOf('hr', ['--roles', 'hr-partner,service-manager'], join(folder, 'data'))],
      ...['--deputy', tokenOf('deputy', ['--roles', 'hr-partner'], join(folder, 'data'))],
      ...['--colleague', tokenOf('kai', [], join(folder, 'data'))],
    ];
    const args = ['test/browser/run.mjs', '--url', url, ...tokens, '--browser', browser];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 1, 2] });
    const ended = await new Promise((resolve) => child.once('exit', resolve));
    assert.equal(ended, 0, `the browser test ended with ${ended}`);
  });
  assert.equal(code, 0);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function tokenOf(person, roles, dataDir) {
  const args = ['token', '--as', person, ...roles, '--data-dir', dataDir];
  const program = join(root, 'services/cli/dist/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

function found(wanted) {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && existsSync(named)) return named;
  const folders = (process.env['PATH'] ?? '').split(':');
  return wanted.flatMap((name) => folders.map((at) => join(at, name))).find((at) => existsSync(at));
}

/** Undefined where it cannot be installed. */
function installed(name) {
  const isAllowed = process.env['CI'] === 'true' && process.getuid?.() === 0;
  if (!isAllowed || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, encoding: 'utf8' };
  spawnSync('apt-get', ['update', '-qq'], options);
  // Another stage may be installing something beside this one.
  const wait = ['-o', 'DPkg::Lock::Timeout=120'];
  const args = ['install', '-y', '-qq', ...wait, '--no-install-recommends'];
  const { status, stderr } = spawnSync('apt-get', [...args, name], options);
  if (status !== 0) why = `Chromium cannot be installed: ${stderr.trim().split('\n').at(-1)}`;
  return found([name]);
}
