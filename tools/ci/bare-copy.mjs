// Does with a copy of the tree, without packages and without anything built, what a stranger does
// with a fresh clone: `npm start`, one goal over HTTP, the end by SIGTERM, and the same goal again
// after a second start.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../ready.mjs';
import { ownEnvironment, withServer } from './server.mjs';

const installSecondsMax = 300;
const notCopied = /(^|\/)(node_modules|dist|data|coverage|\.nx|\.git)(\/|$)/;
const folder = mkdtempSync(join(tmpdir(), 'plumbline-bare-'));
try {
  copyTo(folder);
  assert.equal(existsSync(join(folder, 'node_modules')), false);
  const server = { command: ['npm', 'start'], folder, dataDir: 'data', logLevel: 'info' };
  let goal;

  const first = await withServer({ ...server, readySecondsMax: installSecondsMax }, async (at) => {
    goal = await draft(at);
    await isRefused(at);
  });
  assert.equal(first, 0, 'npm start ends with 0 after SIGTERM');
  console.log('A bare copy starts, takes a goal, refuses a second server, and ends.');

  const second = await withServer(server, async ({ url, token }) => {
    const { body } = await call(`${url}/goals/${goal.id}`, { token });
    assert.equal(body.goal.title, 'A goal of a fresh machine');
  });
  assert.equal(second, 0);
  console.log('Started again, it has the goal.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * What git tracks or would track, as it lies in the tree; without git, everything but what was
 * installed or built.
 */
function copyTo(target) {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const git = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (git.status !== 0) {
    const filter = (path) => !notCopied.test(path.slice(root.length));
    cpSync(root, target, { recursive: true, filter });
    return;
  }
  const files = git.stdout
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)));
  for (const path of files) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(root, path), join(target, path));
  }
}

async function draft({ url, token }) {
  const { status, body } = await call(`${url}/goals`, {
    token,
    method: 'POST',
    headers: { 'idempotency-key': 'bare-copy' },
    body: {
      title: 'A goal of a fresh machine',
      period: { name: '2026-Q1', start: '2026-01-01', end: '2026-03-31' },
      keyResults: [
        { id: 'nps', name: 'Score', measure: { kind: 'increase', start: 20, target: 40 } },
      ],
    },
  });
  assert.equal(status, 201, JSON.stringify(body));
  const seen = await call(`${url}/goals/${body.id}`, {
    token,
    headers: { 'read-after': body.position },
  });
  assert.equal(seen.status, 200, JSON.stringify(seen.body));
  assert.equal(seen.body.goal.title, 'A goal of a fresh machine');
  const nobody = await call(`${url}/goals/${body.id}`, {});
  assert.equal(nobody.status, 401, 'nobody reads without a token');
  return body;
}

/** A second server on the same folder ends at once, and says why. */
async function isRefused({ folder: at, dataDir }) {
  const env = { ...ownEnvironment(), PORT: '0', DATA_DIR: dataDir };
  const main = join(at, 'services/standalone/dist/main.js');
  const options = { cwd: at, env, encoding: 'utf8', timeout: 30_000, killSignal: 'SIGKILL' };
  const { status, stderr } = spawnSync(process.execPath, [main], options);
  assert.notEqual(status, 0, 'a second server on the same folder is refused');
  assert.notEqual(status, null, 'a second server on the same folder is refused at once');
  assert.match(stderr, /data/, 'the refusal names the folder');
}

async function call(url, { token, method = 'GET', headers = {}, body }) {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const response = await fetch(url, {
    method,
    headers: { ...authorization, ...type, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}
