// Follows deploy/Dockerfile in a temporary folder and starts the server from what comes out, as the
// image's user where that can be chosen: nothing is missing, nothing is left over, and the server
// writes to its data folder alone. The image itself needs Docker and is not built here.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../ready.mjs';
import { bytesIn, carryOut } from './dockerfile.mjs';
import { ownEnvironment, withServer } from './server.mjs';

/** Above this, somebody has let in what does not run. */
const appBytesMax = 150 * 1024 * 1024;
const unwanted = ['jest', 'typescript', 'vite', 'nx', 'prettier', 'react', '@swc/core', 'undici'];

const folder = mkdtempSync(join(tmpdir(), 'plumbline-image-'));
try {
  chmodSync(folder, 0o755);
  const dockerfile = join(root, 'deploy/Dockerfile');
  const image = carryOut({ dockerfile, context: root, folder, tell: (line) => console.log(line) });
  const app = join(image.root, image.workdir);
  isSmall(app);
  for (const service of [
    'standalone',
    'directory',
    'goals',
    'feedback',
    'analytics',
    'reviews',
    'cli',
  ]) {
    assert.ok(existsSync(join(app, 'services', service, 'dist/main.js')), `${service} is there`);
  }
  await serves(image, app);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function isSmall(app) {
  const left = unwanted.filter((name) => existsSync(join(app, 'node_modules', name)));
  assert.deepEqual(left, [], 'packages that do not run');
  const bytes = bytesIn(app);
  assert.ok(bytes < appBytesMax, `${bytes} bytes`);
  const sources = readdirSync(join(app, 'libs'), { recursive: true });
  assert.equal(
    sources.find((name) => /\/src(\/|$)/.test(name)),
    undefined,
    'no sources',
  );
  console.log(`The application is ${Math.round(bytes / 1024 ** 2)} MB on top of the Node image.`);
}

async function serves(image, app) {
  const data = join(image.root, image.env.DATA_DIR);
  const command = [...image.entrypoint.slice(1), ...image.cmd];
  const server = {
    ...{ folder: app, dataDir: '../data' },
    command: [...asUser(image.user, data, app), process.execPath, ...command],
  };
  let port;
  const code = await withServer(server, async ({ url, token }) => {
    ({ port } = new URL(url));
    assert.equal(healthOf(image, app, port), 0, 'HEALTHCHECK says that it is well');
    const pages = ['/', '/docs', '/docs/files/swagger-ui.css', '/openapi.json', '/asyncapi.json'];
    for (const path of pages) assert.equal((await fetch(url + path)).status, 200, path);
    const headers = { authorization: `Bearer ${token}` };
    assert.equal((await fetch(`${url}/goals`, { headers })).status, 200);
  });
  assert.equal(code, 0, 'it ends with 0 after SIGTERM');
  assert.equal(healthOf(image, app, port), 1, 'HEALTHCHECK says that it is gone');
  console.log('It serves the API, its documents and the console, says that it is well, and ends.');
}

function healthOf(image, app, port) {
  const env = { ...ownEnvironment(), PORT: port };
  const [, ...args] = image.healthcheck;
  return spawnSync(process.execPath, args, { cwd: app, env, timeout: 10_000 }).status;
}

/**
 * Root may become the image's user, who owns the data folder and nothing else: where that user can
 * start Node and reach the folder, which a private temporary folder or a sandbox may not allow.
 */
function asUser(user, data, app) {
  if (process.getuid?.() !== 0 || spawnSync('setpriv', ['--version']).status !== 0) return [];
  const [uid, gid] = user.split(':');
  assert.equal(spawnSync('chown', ['-R', user, data]).status, 0);
  const become = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const look = ['--eval', `fs.readdirSync(${JSON.stringify(app)})`];
  const [program, ...args] = [...become, process.execPath, ...look];
  const tried = spawnSync(program, args, { cwd: app, encoding: 'utf8', timeout: 30_000 });
  if (tried.status === 0) return become;
  const said = tried.error?.message ?? tried.stderr;
  const why = said.split('\n').find((line) => /error/i.test(line)) ?? said.trim();
  console.log(
    `SKIPPED: the server does not run as the image's user, who can do nothing here: ${why}`,
  );
  assert.equal(spawnSync('chown', ['-R', `${process.getuid()}`, data]).status, 0);
  return [];
}
