// Sends random input to every operation of the OpenAPI document and looks for unhandled errors and
// for answers outside their schema. Schemathesis is a Python program: it is installed from PyPI
// into a folder of its own.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../ready.mjs';
import { skip, withServer } from './server.mjs';

const schemathesis = 'schemathesis==4.32.5';
const examplesMax = process.env['EXAMPLES'] ?? '25';
// The same numbers each time, so that a failure can be seen again; another seed by option.
const seed = process.env['SEED'] ?? '1';
const checks = [
  'not_a_server_error',
  'response_schema_conformance',
  'status_code_conformance',
  'content_type_conformance',
].join(',');

const folder = mkdtempSync(join(tmpdir(), 'plumbline-random-'));
try {
  const program = installed(join(folder, 'venv'));
  const main = join(root, 'services/standalone/dist/main.js');
  const command = [process.execPath, main];
  const served = { command, folder, dataDir: 'data' };
  const code = await withServer(served, async ({ url, token }) => {
    const found = await run(program, [
      ...['run', `${url}/openapi.json`, '--header', `Authorization: Bearer ${token}`],
      ...['--checks', checks, '--max-examples', examplesMax, '--seed', seed],
      ...['--workers', '1', '--request-timeout', '20', '--warnings', 'off'],
    ]);
    assert.equal(found, 0, `schemathesis ended with ${found}`);
  });
  assert.equal(code, 0, 'the server is still well, and ends with 0');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function installed(venv) {
  const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (python === undefined) skip('random input needs Python 3.');
  const made = spawnSync(python, ['-m', 'venv', venv], { encoding: 'utf8' });
  if (made.status !== 0) skip(`random input needs Python with venv: ${lastLine(made)}`);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', schemathesis];
  const got = spawnSync(join(venv, 'bin/python'), pip, { encoding: 'utf8' });
  if (got.status !== 0) skip(`${schemathesis} cannot be installed: ${lastLine(got)}`);
  return join(venv, 'bin/schemathesis');
}

function lastLine({ stdout, stderr }) {
  return `${stdout}${stderr}`.trim().split('\n').at(-1);
}

function run(program, args) {
  const hooks = join(dirname(fileURLToPath(import.meta.url)), 'hooks.py');
  const env = { ...process.env, SCHEMATHESIS_HOOKS: hooks, PYTHONDONTWRITEBYTECODE: '1' };
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 1, 2] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
}
