// What every measurement stands on: folders that go away, servers as processes of their own,
// medians, and facts.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../tools/free-port.mjs';
import { nodeFlags } from '../../tools/run.mjs';

process.setMaxListeners(50);

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** A folder for one measurement, removed when the process ends. */
export function folder(name) {
  const path = mkdtempSync(join(tmpdir(), `plumbline-bench-${name}-`));
  process.on('exit', () => rmSync(path, { recursive: true, force: true }));
  return path;
}

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

export function percentile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Starts a Node program and waits until its address answers. */
export async function serve(program, environment, path = '/health/ready') {
  const port = await freePort();
  const started = performance.now();
  // As `npm start` runs it, and the bare route as well.
  const child = spawn(process.execPath, [...nodeFlags, join(root, program)], {
    env: { ...process.env, ...environment, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.on('exit', () => child.kill('SIGKILL'));
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(`${url}${path}`))) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}.`);
    await new Promise((done) => setTimeout(done, 10));
  }
  const startMs = performance.now() - started;
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await new Promise((done) => child.once('exit', done));
  };
  return { url, pid: child.pid, startMs, stop };
}

async function answers(url) {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Resident memory of a process in MB; null where it has ended. Linux only; elsewhere unknown. */
export function memoryMb(pid, which = 'VmRSS') {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [, kilobytes] = new RegExp(`${which}:\\s+(\\d+)`).exec(status) ?? [];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

/** The most that a process has had resident so far, in MB. Linux only; elsewhere unknown. */
export function highestMemoryMb(pid) {
  return memoryMb(pid, 'VmHWM');
}

/** Processor seconds of a process until now, all of its threads. Linux only; elsewhere unknown. */
export function processorSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

export const clock = { now: () => Date.now() };

/** Facts as the goals service stores them: goals that are drafted, activated and checked in. */
export async function fill(log, count, { goals = Math.ceil(count / 25), tenant = 'acme' } = {}) {
  const { goalsCodec } = await import(join(root, 'services/goals/dist/facts.js'));
  const sealer = { seal: async () => new Uint8Array(0), open: async () => ({}) };
  const period = { name: '2026-Q4', start: '2026-10-01', end: '2026-12-31' };
  const measure = { kind: 'increase', start: 0, target: 1_000 };
  const keyResults = [{ id: 'kr1', weight: 1, measure }];
  const text = { of: 'unit:sales', fields: {} };
  const at = '2026-10-01T00:00:00.000Z';
  let written = 0;
  const one = async (goal) => {
    const goalId = `00000000-0000-4000-8000-${String(goal).padStart(12, '0')}`;
    const stream = `goals.goal-${tenant}.${goalId}`;
    for (let step = 0; step < Math.ceil(count / goals) && written < count; step += 1) {
      written += 1;
      const act = `${goalId}-${step}`;
      const common = { act, goalId, at };
      const plan = { period, measuredBy: 'key-results', cadenceDays: 30, keyResults };
      const fact =
        step === 0
          ? { type: 'GoalDrafted', ...common, owner: `person:p${goal % 500}`, ...plan, text }
          : step === 1
            ? {
                type: 'GoalActivated',
                ...common,
                owner: 'unit:sales',
                kind: 'committed',
                period,
                keyResults,
              }
            : {
                type: 'ProgressCheckedIn',
                ...common,
                ...{ keyResultId: 'kr1', value: step, done: null, confidence: 0.5 },
                ...{ source: 'person', late: false, text },
              };
      const context = {
        ...{ tenant, stream, actor: { sub: 'ada', via: 'bench' }, commandId: act },
        ...{ fingerprint: 'f'.repeat(64), effectiveAt: at, correlationId: act, causationId: act },
      };
      const facts = await goalsCodec.encode([fact], context, sealer);
      const expected = step === 0 ? 'none' : step - 1;
      await log.append({ tenant, stream, expected, facts, commandId: act, fingerprint: 'f' });
    }
  };
  const queue = Array.from({ length: goals }, (_, goal) => goal);
  const worker = async () => {
    for (let goal = queue.shift(); goal !== undefined; goal = queue.shift()) await one(goal);
  };
  await Promise.all(Array.from({ length: 256 }, worker));
}
