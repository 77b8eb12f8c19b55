// Runs the gateway in front of a standalone process: what must pass through does, untouched and
// unbuffered, what must not is refused, and nothing is sent twice that may not be. With nginx, as
// nobody; `--kind node` does the same to the proxy of machines without it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ready, root } from '../ready.mjs';
import { answersTo, isDenied, passes, streams } from './gateway-checks.mjs';
import { sendsAgain } from './gateway-retries.mjs';
import { freePort } from '../free-port.mjs';
import { skip, withServer } from './server.mjs';

await ready();
const { build } = await import('../build.mjs');
await build();
const { checkConfiguration, findNginx, render, startGateway } = await import('../gateway.mjs');

const { values } = parseArgs({ options: { kind: { type: 'string', default: 'nginx' } } });
const { kind } = values;
const nobody = 65_534;
/** The oldest that asks for the addresses of a name again and again. */
const resolvingVersion = [1, 27, 3];
const nginx = kind === 'nginx' ? (findNginx() ?? installed()) : undefined;
const folder = mkdtempSync(join(tmpdir(), 'plumbline-gateway-'));
try {
  if (nginx !== undefined) isWellFormed();
  await inFrontOfAServer();
  await sendsAgain(started);
  console.log('Sent again: what was not received, what reads, and commands with a key; no other.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function isWellFormed() {
  const at = join(folder, 'compose');
  cpSync(join(root, 'deploy/gateway/nginx.conf'), join(at, 'nginx.conf'), { recursive: true });
  cpSync(join(root, 'deploy/gateway/compose'), at, { recursive: true });
  const { stderr } = spawnSync(nginx, ['-v'], { encoding: 'utf8' });
  const version = /nginx\/(\d+)\.(\d+)\.(\d+)/.exec(stderr).slice(1).map(Number);
  if (isOlder(version, resolvingVersion)) {
    console.log(
      `SKIPPED: nginx ${version.join('.')} cannot check deploy/gateway/compose, which is for ` +
        `${resolvingVersion.join('.')} and newer; name one with NGINX_PATH.`,
    );
  } else {
    const { ok, said } = checkConfiguration(nginx, at);
    assert.ok(ok, said);
    console.log('nginx takes the configuration of docker-compose.yml.');
  }
  const local = join(folder, 'local');
  render({
    port: 8080,
    upstreams: {
      directory: [3000],
      goals: [3000],
      feedback: [3000],
      analytics: [3000],
      reviews: [3000],
    },
    folder: local,
  });
  const { ok, said } = checkConfiguration(nginx, local);
  assert.ok(ok, said);
  console.log(`nginx ${version.join('.')} takes the configuration.`);
}

function isOlder(version, wanted) {
  const index = version.findIndex((number, at) => number !== wanted[at]);
  return index !== -1 && version[index] < wanted[index];
}

async function inFrontOfAServer() {
  const main = join(root, 'services/standalone/dist/main.js');
  const server = { command: [process.execPath, main], folder, dataDir: 'data' };
  let gateway;
  try {
    const code = await withServer(server, async ({ url, token }) => {
      const port = Number(new URL(url).port);
      gateway = await started({
        directory: [port],
        goals: [port],
        feedback: [port],
        analytics: [port],
        reviews: [port],
      });
      assert.equal(gateway.kind, kind);
      await passes({ url: gateway.url, token });
      await streams({ url: gateway.url, token });
      await isDenied({ url: gateway.url, token });
      console.log(`${kind}: commands, reads, streams, problems and files pass; the rest does not.`);
    });
    assert.equal(code, 0, 'the server ends, although the gateway keeps connections to it');
    await answersTo(gateway.url);
    console.log('With no service left, it says so as a problem.');
  } finally {
    await gateway?.stop();
  }
}

/** A gateway of the wanted kind on a free port; nginx runs as nobody where that can be chosen. */
async function started(upstreams) {
  const port = await freePort();
  const at = join(folder, `gateway-${port}`);
  mkdirSync(at);
  const isRoot = kind === 'nginx' && process.getuid?.() === 0;
  if (isRoot) spawnSync('chmod', ['711', folder]);
  const uid = isRoot ? { uid: nobody } : {};
  return startGateway({ port, upstreams, folder: at, kind, ...uid });
}

function installed() {
  const isAllowed = process.env['CI'] === 'true' && process.getuid?.() === 0;
  if (!isAllowed || spawnSync('apt-get', ['--version']).status !== 0) {
    skip('the gateway test needs nginx; name one with NGINX_PATH.');
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, encoding: 'utf8' };
  spawnSync('apt-get', ['update', '-qq'], options);
  // Another stage may be installing something beside this one.
  const wait = ['-o', 'DPkg::Lock::Timeout=120'];
  const args = ['install', '-y', '-qq', ...wait, '--no-install-recommends', 'nginx'];
  const { status, stderr } = spawnSync('apt-get', args, options);
  const path = findNginx();
  if (status !== 0 || path === undefined) {
    skip(`nginx cannot be installed: ${stderr.trim().split('\n').at(-1)}`);
  }
  // Some machines start what they install; nobody asked for that one.
  spawnSync(path, ['-s', 'quit']);
  return path;
}
