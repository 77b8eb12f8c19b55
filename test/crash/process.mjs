// Starts the child, listens to what it sends and what the log has acknowledged, and ends it the
// hard way.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = join(dirname(fileURLToPath(import.meta.url)), 'child.mjs');

const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** So much of what a child says before it ends by itself is told with that. */
const lastWordsMax = 1_500;

/**
 * A child over a folder. `gone` settles when it is dead, with the signal that ended it, or with its
 * exit code and its last words.
 */
export function startChild({ folder, round, seed, firstFile, point, after = 0 }) {
  const args = [
    program,
    folder,
    String(round),
    seed,
    ...(firstFile === undefined ? [] : [firstFile]),
  ];
  const crash =
    point === undefined
      ? {}
      : { PLUMBLINE_CRASH_POINT: point, PLUMBLINE_CRASH_AFTER: String(after) };
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...crash },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.on('close', () => running.delete(child));
  const acked = new Map();
  const sent = new Map();
  const ready = listen(child.stdout, { acked, sent });
  let lastWords = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    lastWords = (lastWords + text).slice(-lastWordsMax);
  });
  const gone = new Promise((resolve) => {
    child.on('close', (code, signal) => resolve(signal ?? `exit code ${code}: ${lastWords}`));
  });
  return {
    acked,
    sent,
    gone,
    ready: Promise.race([ready, gone]),
    kill: () => child.kill('SIGKILL'),
  };
}

/**
 * Settles once the child has said that it is ready. A line that was cut off by its death says
 * nothing.
 */
function listen(output, { acked, sent }) {
  let rest = '';
  return new Promise((resolve) => {
    output.setEncoding('utf8');
    output.on('data', (text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const kind = line.slice(0, line.indexOf(' '));
        const value = JSON.parse(line.slice(kind.length));
        if (kind === 'acked') acked.set(value.commandId, value);
        else if (kind === 'sent') sent.set(value.commandId, value);
        else resolve('ready');
      }
    });
  });
}
