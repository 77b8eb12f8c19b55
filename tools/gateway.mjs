// The gateway of a local installation: nginx with deploy/gateway/nginx.conf where it is installed,
// and otherwise a proxy with the same routes, limits and refusals, read from the same file.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, copyFileSync, existsSync, mkdirSync, openSync, closeSync } from 'node:fs';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startNodeGateway } from './gateway-node.mjs';
import { configurationPath, readGateway } from './gateway-routes.mjs';

const readySecondsMax = 10;
const stopSecondsMax = 5;

/**
 * Starts a gateway on this machine.
 *
 * @param {object} options
 * @param {number} options.port where it listens, on 127.0.0.1
 * @param {Record<string, number[]>} options.upstreams ports of the instances of each service
 * @param {string} options.folder what it writes goes there; made when it is not there
 * @param {'nginx' | 'node'} [options.kind] nginx where it is installed
 * @param {number} [options.uid] the user and group that it runs as, for who may choose
 * @returns {Promise<{ url: string, kind: 'nginx' | 'node', stop: () => Promise<void> }>}
 */
export async function startGateway({ port, upstreams, folder, kind, uid }) {
  const nginx = kind === 'node' ? undefined : findNginx();
  if (kind === 'nginx' && nginx === undefined) throw new Error('nginx is not installed.');
  const table = readGateway();
  const missing = table.routes.find(
    ({ service }) => service !== undefined && (upstreams[service] ?? []).length === 0,
  );
  if (missing !== undefined) throw new Error(`There is no instance of ${missing.service}.`);
  if (nginx === undefined) return startNodeGateway({ port, upstreams, table });
  render({ port, upstreams, folder });
  return startNginx({ nginx, port, folder, uid });
}

/** Where nginx is, or undefined; `NGINX_PATH` names one. */
export function findNginx() {
  const named = process.env['NGINX_PATH'];
  if (named !== undefined) return existsSync(named) ? named : undefined;
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin'];
  return folders.map((at) => join(at, 'nginx')).find((at) => existsSync(at));
}

/** Writes a configuration for local ports: nginx.conf as it is, and what it includes. */
export function render({ port, upstreams, folder }) {
  mkdirSync(folder, { recursive: true });
  copyFileSync(configurationPath, join(folder, 'nginx.conf'));
  const blocks = Object.entries(upstreams).map(([service, ports]) => {
    const servers = ports.map((at) => `  server 127.0.0.1:${at} max_fails=3 fail_timeout=5s;`);
    const lines = [`  zone ${service} 64k;`, ...servers, '  keepalive 32;'];
    return [`upstream ${service} {`, ...lines, '  keepalive_timeout 60s;', '}'].join('\n');
  });
  const log = `access_log ${JSON.stringify(join(folder, 'access.log'))} requests;`;
  writeFileSync(join(folder, 'upstreams.conf'), `${[...blocks, log].join('\n')}\n`);
  writeFileSync(join(folder, 'listen.conf'), `listen 127.0.0.1:${port};\n`);
}

/** What nginx says of a configuration that `render` has written: `ok`, and its words. */
export function checkConfiguration(nginx, folder) {
  // Not a pipe: nginx opens /dev/stdout by name, and a socket cannot be opened so.
  const stdio = ['ignore', 'ignore', 'pipe'];
  const options = { encoding: 'utf8', stdio };
  const { status, stderr } = spawnSync(nginx, [...argsFor(folder), '-t'], options);
  return { ok: status === 0, said: stderr };
}

function argsFor(folder) {
  return ['-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')];
}

async function startNginx({ nginx, port, folder, uid }) {
  if (uid !== undefined) chownSync(folder, uid, uid);
  const logPath = join(folder, 'error.log');
  const log = openSync(logPath, 'a');
  const user = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn(nginx, argsFor(folder), { stdio: ['ignore', log, log], ...user });
  closeSync(log);
  const ended = new Promise((resolve) => {
    child.once('error', resolve);
    child.once('exit', resolve);
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill('SIGQUIT');
    const timer = setTimeout(() => child.kill('SIGTERM'), stopSecondsMax * 1_000);
    await ended;
    clearTimeout(timer);
  };
  for (const end = Date.now() + readySecondsMax * 1_000; Date.now() < end;) {
    if (child.exitCode !== null || child.pid === undefined) break;
    try {
      if ((await fetch(`${url}/health/gateway`)).ok) return { url, kind: 'nginx', stop };
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (child.pid !== undefined) await stop();
  throw new Error(`nginx did not start:\n${readFileSync(logPath, 'utf8')}`);
}
