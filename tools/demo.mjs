// `npm run demo`: plays a company through the real commands, on a throw-away server.
//
//   npm run demo                          on a server of its own, which stays until Ctrl-C
//   npm run demo -- --people 200          fewer than a thousand people: from 42 to 2,000
//   npm run demo -- --exit                ends after playing
//   npm run demo -- --data-dir ./data     keeps what was played there
//   npm run demo -- --url http://…        plays on a server that runs already (its keys: --data-dir, or --token)
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from './free-port.mjs';
import { ready, root } from './ready.mjs';

const startSecondsMax = 180;
const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    'data-dir': { type: 'string' },
    token: { type: 'string' },
    seed: { type: 'string' },
    people: { type: 'string' },
    port: { type: 'string' },
    exit: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});

// From the start on: a Ctrl-C while it plays ends the playing, and then the server.
const interrupted = new Promise((resolve) => {
  process.once('SIGINT', resolve);
  process.once('SIGTERM', resolve);
});

await ready();
const { build } = await import('./build.mjs');
await build();
process.exitCode = values.url === undefined ? await playOnOwnServer() : await play(values.url);

async function playOnOwnServer() {
  const isKept = values['data-dir'] !== undefined;
  const folder = values['data-dir'] ?? mkdtempSync(join(tmpdir(), 'plumbline-demo-'));
  const port = values.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const server = start({ DATA_DIR: folder, PORT: port, HOST: '127.0.0.1' });
  try {
    await answers(url, server);
    const mayStay = values.exit !== true && process.stdin.isTTY && process.stdout.isTTY;
    // A link to a server that has ended by then leads nowhere.
    const code = await play(url, folder, mayStay ? [] : ['--no-link']);
    if (mayStay && code === 0) {
      process.stderr.write('The server runs until Ctrl-C.\n');
      await Promise.race([interrupted, server.ended]);
    } else {
      const kept = isKept ? `What was played is kept in ${folder}.` : 'What was played is gone.';
      process.stderr.write(`The server has ended. ${kept}\n`);
    }
    return code;
  } finally {
    await server.stop();
    if (!isKept) rmSync(folder, { recursive: true, force: true });
  }
}

function start(settings) {
  const main = join(root, 'services/standalone/dist/main.js');
  const env = { LOG_LEVEL: 'warn', ...process.env, ...settings };
  // Detached from the terminal's Ctrl-C, so that it is stopped here, and once.
  const child = spawn(process.execPath, [main], { env, detached: true, stdio: ['ignore', 2, 2] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  };
  return { child, ended, stop };
}

async function answers(url, server) {
  for (const end = Date.now() + startSecondsMax * 1_000; Date.now() < end;) {
    if (server.child.exitCode !== null) throw new Error('The server ended before it was ready.');
    try {
      if ((await fetch(`${url}/health/ready`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server was not ready within ${startSecondsMax} s.`);
}

async function play(url, folder = values['data-dir'], more = []) {
  const args = ['demo', '--url', url, ...more];
  if (folder !== undefined) args.push('--data-dir', folder);
  for (const name of ['token', 'seed', 'people']) {
    if (values[name] !== undefined) args.push(`--${name}`, values[name]);
  }
  if (values.json === true) args.push('--json');
  const main = join(root, 'services/cli/dist/main.js');
  const child = spawn(process.execPath, [main, ...args], { stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
