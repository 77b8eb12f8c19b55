// The real server as a process of its own: started over a folder, spoken to over HTTP, killed.
import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = resolve(
  dirname(fileURLToPath(import.meta.url)),
  '../../services/standalone/dist/main.js',
);
const startMsMax = 180_000;
const answerMsMax = 30_000;

const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** What a client sees of a server that was killed. */
export class Gone extends Error {}

/** Starts the server, and waits until it is ready. */
export async function startServer({ dataDir, port, output }) {
  const settings = { DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [program], { env: { ...process.env, ...settings } });
  running.add(child);
  child.on('close', () => running.delete(child));
  const said = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said.push(String(text));
      appendFileSync(output, text);
    });
  }
  const gone = new Promise((done) => child.on('close', (code, signal) => done(signal ?? code)));
  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + startMsMax;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`The server did not start: ${said.join('').trim() || 'it said nothing'}`);
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  const end = (signal) => {
    child.kill(signal);
    return gone;
  };
  const token = readFileSync(join(dataDir, 'admin-token'), 'utf8').trim();
  return { ...clientOf(url, token), said, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

function clientOf(url, token) {
  const authorization = `Bearer ${token}`;
  const call = async (path, options) => {
    const signal = AbortSignal.timeout(answerMsMax);
    try {
      const response = await fetch(`${url}${path}`, { ...options, signal });
      return { status: response.status, body: await response.json() };
    } catch (cause) {
      if (cause.name === 'TimeoutError') throw cause;
      // Cut off in the middle of an answer is not answered.
      throw new Gone(path, { cause });
    }
  };
  return {
    get: async (path, headers = {}) => {
      const { status, body } = await call(path, { headers: { authorization, ...headers } });
      if (status !== 200) throw new Error(`${path} was answered ${status}: ${body.detail}`);
      return body;
    },
    post: (path, key, body) => {
      const headers = {
        ...{ authorization, 'content-type': 'application/json', 'idempotency-key': key },
      };
      return call(path, { method: 'POST', headers, body: JSON.stringify(body) });
    },
  };
}

async function isReady(url) {
  try {
    const response = await fetch(`${url}/health/ready`);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Whom a token names: what the ids of that caller's commands derive from. */
export function bearerOf(dataDir) {
  const token = readFileSync(join(dataDir, 'admin-token'), 'utf8');
  const { tenant, sub } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
  return { tenant, sub };
}
