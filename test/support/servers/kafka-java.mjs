// Apache Kafka's own programs: fetched by Maven once, kept under .cache, and run by Java.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { locked, root } from '../../../tools/ready.mjs';

const pom = join(dirname(fileURLToPath(import.meta.url)), 'kafka', 'pom.xml');
const home = join(root, '.cache', 'servers', 'kafka');
const stamp = join(home, 'ready');
/** Classes as the broker has loaded them once: with it a start takes half as long. */
const archive = join(home, 'kafka.jsa');
const heap = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** Fetches Kafka when it is not there. Two that ask at once do not fetch into each other. */
export async function installKafka(rehearse) {
  needs('java', '-version', 'a Java runtime, 17 or newer');
  const wanted = createHash('sha256').update(readFileSync(pom)).digest('hex');
  const isReady = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isReady()) return;
  mkdirSync(dirname(home), { recursive: true });
  await locked(`${home}.lock`, async () => {
    if (isReady()) return;
    needs('mvn', '-version', 'Maven');
    process.stderr.write('Fetching Apache Kafka…\n');
    rmSync(home, { recursive: true, force: true });
    fetchJars();
    await rehearse([`-XX:ArchiveClassesAtExit=${archive}`]);
    writeFileSync(stamp, wanted);
  });
}

function fetchJars() {
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime'];
  const to = `-DoutputDirectory=${join(home, 'jars')}`;
  const { status, stdout } = spawnSync('mvn', ['-B', '-q', '-f', pom, ...goal, to]);
  if (status !== 0) throw new Error(`Maven could not fetch Apache Kafka:\n${stdout}`);
}

function needs(command, flag, what) {
  if (spawnSync(command, [flag], { stdio: 'ignore' }).error === undefined) return;
  throw new Error(`Tests over Kafka need ${what}: \`${command}\` is not in the path.`);
}

/** Starts one of Kafka's programs. Ends with this process, whatever becomes of it. */
export function startJava(main, args, { flags = [], stdio = 'ignore' } = {}) {
  const jars = join(home, 'jars');
  // Jar by jar: the archive of classes is refused for a class path with a wildcard.
  const path = readdirSync(jars)
    .sort()
    .map((one) => join(jars, one));
  const shared = existsSync(archive) ? [`-XX:SharedArchiveFile=${archive}`] : [];
  const all = [...heap, ...shared, ...flags, '-cp', path.join(':'), main, ...args];
  const child = spawn('java', all, { stdio });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const gone = new Promise((resolve) => {
    child.once('close', (code, signal) => {
      process.off('exit', end);
      resolve(signal ?? code);
    });
  });
  return { child, gone };
}

/** Runs one of Kafka's programs to its end. Every line that it writes is handed over at once. */
export async function runJava(main, args, onLine = () => undefined) {
  const { child, gone } = startJava(main, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const errors = [];
  child.stderr.on('data', (data) => errors.push(data));
  await once(child, 'spawn');
  for await (const line of createInterface({ input: child.stdout })) onLine(line);
  const code = await gone;
  return { code, errors: Buffer.concat(errors).toString() };
}
