// A server that speaks MongoDB's protocol, from Maven's registry: mongo-java-server with a shim
// (`mongo/`) that lets drivers of today in. `node test/support/servers/mongo.mjs --port N --file F`
// runs one until it is interrupted, and prints its URL and the id of the process to be killed.
import { execFile, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { freePort } from '../../../tools/free-port.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const parts = join(here, 'mongo');
const [pom, shim] = ['pom.xml', 'MongoShim.java'].map((name) => join(parts, name));
const database = 'plumbline';
const fetchMsMax = 300_000;
const startMsMax = 60_000;
const stopMsMax = 10_000;

/**
 * Starts a server on a free port of this machine, or on the one that is named. With a file, what
 * it answered for is there again after `kill` and `restart`; without one it lies in memory.
 */
export async function startMongo({ port = 0, file } = {}) {
  const classPath = await prepared();
  let running = await run(classPath, port === 0 ? await freePort() : port, file);
  const own = running.port;
  const end = async (how) => {
    const { child } = running;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    how(child);
    const late = setTimeout(() => child.kill('SIGKILL'), stopMsMax);
    await exited;
    clearTimeout(late);
  };
  const stop = () => end((child) => child.stdin.end());
  return {
    url: `mongodb://127.0.0.1:${own}/${database}`,
    port: own,
    get pid() {
      return running.child.pid;
    },
    stop,
    kill: () => end((child) => child.kill('SIGKILL')),
    /** The same again on the same port, with what is in its file. */
    restart: async () => {
      await stop();
      running = await run(classPath, own, file);
    },
  };
}

/** Fetches and compiles once. Two at a time each make their own, and the first one stays. */
async function prepared() {
  const hash = createHash('sha256');
  for (const path of [pom, shim]) hash.update(readFileSync(path));
  const folder = join(root, '.cache/servers/mongo', hash.digest('hex').slice(0, 16));
  const classPath = `${folder}/*:${folder}`;
  if (existsSync(folder)) return classPath;
  const making = `${folder}.${randomUUID()}`;
  mkdirSync(making, { recursive: true });
  try {
    const copy = ['dependency:copy-dependencies', `-DoutputDirectory=${making}`];
    await tool('mvn', ['-q', '-B', '-f', pom, ...copy]);
    await tool('javac', ['-d', making, '-cp', `${making}/*`, shim]);
    // Renamed when it is whole: a folder that is there can be used.
    renameSync(making, folder);
  } catch (cause) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(folder)) throw cause;
  }
  return classPath;
}

async function tool(name, args) {
  try {
    await promisify(execFile)(name, args, { timeout: fetchMsMax });
  } catch (cause) {
    if (cause.code === 'ENOENT') throw new Error(missing(name), { cause });
    const said = `${cause.stdout ?? ''}${cause.stderr ?? ''}`.trim();
    throw new Error(`The MongoDB test server could not be made ready by ${name}.\n${said}`, {
      cause,
    });
  }
}

async function run(classPath, port, file) {
  const args = [
    '-Xmx384m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-cp',
    classPath,
    'MongoShim',
    String(port),
  ];
  if (file !== undefined) args.push(resolve(file));
  const child = spawn('java', args, { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.on('error', () => undefined);
  let said = '';
  child.stderr.on('data', (text) => {
    said = (said + text).slice(-4_000);
  });
  const failed = new Promise((_, reject) => {
    child.once('error', (cause) => {
      reject(cause.code === 'ENOENT' ? new Error(missing('java'), { cause }) : cause);
    });
    child.once('exit', (code) =>
      reject(new Error(`The MongoDB test server ended (${code}). ${said}`)),
    );
  });
  // Once it answers, its end is no failure of the start any more.
  failed.catch(() => undefined);
  const late = setTimeout(() => child.kill('SIGKILL'), startMsMax);
  try {
    const bound = await Promise.race([portOf(child), failed]);
    await Promise.race([answers(bound), failed]);
    return { child, port: bound };
  } finally {
    clearTimeout(late);
  }
}

async function portOf(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const [, port] = /^port (\d+)$/.exec(line) ?? [];
    if (port !== undefined) return Number(port);
  }
  // Its output ended, so that its exit is told at once.
  return new Promise(() => undefined);
}

async function answers(port) {
  const { default: mongoose } = await import('mongoose');
  const connection = mongoose.createConnection(`mongodb://127.0.0.1:${port}/${database}`, {
    serverSelectionTimeoutMS: startMsMax,
  });
  try {
    await connection.asPromise();
    await connection.db.command({ ping: 1 });
  } finally {
    await connection.close();
  }
}

const missing = (name) =>
  `${name} was not found. The MongoDB test server needs Java 17 or newer (a JDK) and Maven; or ` +
  'name a server of your own in MONGODB_URL.';

async function main() {
  const options = { port: { type: 'string', default: '0' }, file: { type: 'string' } };
  const { port, file } = parseArgs({ options }).values;
  const server = await startMongo({ port: Number(port), file });
  console.log(`${server.url} ${server.pid}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void server.stop());
}

if (process.argv[1] !== undefined && pathToFileURL(process.argv[1]).href === import.meta.url) {
  void main();
}
