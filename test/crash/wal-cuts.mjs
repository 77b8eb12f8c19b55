// A power cut: the write-ahead log ends anywhere past the last acknowledged commit, or holds there
// what never was written. kill -9 cannot show this, as the operating system keeps what the process
// has written.
//
// The log is brought to a known state (everything acknowledged), more is written after it (the
// tail), and both files are copied. Then the copy's write-ahead log is cut, torn or changed at
// random offsets in the tail. Each must open with all that was acknowledged before the tail, and
// with a whole number of the tail's commands, in order.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandFindings, recorded } from './checks.mjs';
import { contextOf, ledger, ledgerStream, openHome, tenants } from './home.mjs';
import { randomFrom } from './random.mjs';
import { readWal } from './wal.mjs';
import { openSqliteLog } from '@plumbline/event-log/sqlite';
import { same, systemClock } from '@plumbline/kernel';

const cutsPerState = 25;
/** So many states of one log, which grows and is checkpointed meanwhile; then another is begun. */
const statesPerLog = 5;
const tailCommits = 6;
const commandsPerCommit = 12;
const sectorBytes = 512;

const damages = [
  { name: 'cut', damage: (wal, at) => wal.subarray(0, at) },
  {
    name: 'one byte changed',
    damage: (wal, at, random) => {
      const changed = Buffer.from(wal);
      changed.writeUInt8(changed[at] ^ (1 + random(255)), at);
      return changed;
    },
  },
  {
    name: 'a sector never written',
    damage: (wal, at) => Buffer.from(wal).fill(0, at, Math.min(at + sectorBytes, wal.length)),
  },
];

export async function walCuts({ folder, rounds, seed, report }) {
  const random = randomFrom(`${seed}/wal`);
  for (let from = 1; from <= rounds; from += statesPerLog) {
    const origin = join(folder, `origin-${from}`);
    const home = openHome(origin);
    const acked = new Map();
    try {
      for (let no = from; no < Math.min(from + statesPerLog, rounds + 1); no += 1) {
        const state = await stateOf(home, origin, acked, no, random);
        await damageState(join(folder, 'copy'), state, { no, random, report });
        await control(join(folder, 'copy'), state, report);
      }
    } finally {
      await home.close();
    }
  }
  report.count('damaged logs opened', rounds * cutsPerState);
}

async function damageState(folder, state, { no, random, report }) {
  const { wal, acknowledged, before } = state;
  for (let cut = 0; cut < cutsPerState; cut += 1) {
    const { name, damage } = damages[cut % damages.length];
    const at = acknowledged + random(wal.length - acknowledged);
    const found = await damaged(folder, state, damage(wal, at, random));
    for (const one of found) {
      report.fail(`state ${no}, ${name} at ${at} of ${wal.length}: ${one}`);
    }
  }
  report.step(
    `state ${no}: ${cutsPerState} damaged logs opened, ${before.size} acknowledged in each`,
  );
}

/**
 * Everything acknowledged, then a tail, then a copy of both files in which nothing is checkpointed
 * past the first.
 */
async function stateOf(home, folder, acked, round, random) {
  const file = join(folder, 'log.sqlite');
  for (let attempt = 1; ; attempt += 1) {
    await commit(home, acked, `${round}-${attempt}-before`, random);
    const before = new Map(acked);
    const { salts, commits } = readWal(`${file}-wal`);
    const database = readFileSync(file);
    for (let no = 0; no < tailCommits; no += 1)
      await commit(home, acked, `${round}-${attempt}-tail-${no}`, random);
    const after = readWal(`${file}-wal`);
    // A checkpoint moves what is synced into the database: what it has moved cannot be lost any
    // more, so that a state with one in between says nothing about losing it.
    if (salts !== after.salts || !readFileSync(file).equals(database)) continue;
    const wal = readFileSync(`${file}-wal`).subarray(0, after.commits.at(-1));
    return {
      ...{ database, wal, before, all: new Map(acked) },
      acknowledged: commits.at(-1),
      commits: after.commits,
    };
  }
}

/** One shared commit of several commands. */
async function commit({ transactor }, acked, name, random) {
  const sending = Array.from({ length: commandsPerCommit }, async (_, index) => {
    const tenant = tenants[index % tenants.length];
    const amounts = Array.from({ length: 1 + random(3) }, () => random(100));
    const commandId = `${name}-${index}`;
    const stream = ledgerStream(tenant, index);
    const command = { amounts, of: `person:${index}`, words: `words of ${commandId}` };
    const context = contextOf(tenant, commandId);
    const receipt = await transactor.transact(ledger, { stream, command, context });
    acked.set(commandId, { ...receipt, commandId, amounts });
  });
  await Promise.all(sending);
}

/** What is wrong with the log once it was opened with such a write-ahead log. */
async function damaged(folder, { database, before, all }, wal) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'log.sqlite');
  writeFileSync(path, database);
  writeFileSync(`${path}-wal`, wal);
  const log = openSqliteLog({ path, clock: systemClock });
  try {
    const { findings } = await log.check();
    const facts = await recorded(log);
    const kept = new Set(facts.map((one) => one.commandId));
    // Of the tail too: a command is there as it was acknowledged, or not at all.
    const whole = new Map(
      [...all].filter(([commandId]) => before.has(commandId) || kept.has(commandId)),
    );
    const order = [...all]
      .filter(([commandId]) => kept.has(commandId))
      .map(([, one]) => one.position)
      .sort();
    const isPrefix = same(
      order,
      [...all.values()]
        .map((one) => one.position)
        .sort()
        .slice(0, order.length),
    );
    return [
      ...findings,
      ...commandFindings(facts, whole),
      ...(isPrefix ? [] : ['A later command is there while an earlier one is not.']),
    ];
  } finally {
    await log.close();
  }
}

/**
 * The test itself is tested: a log that is cut before the last acknowledged commit must be found
 * out.
 */
async function control(folder, state, report) {
  const [earlier] = state.commits.filter((end) => end < state.acknowledged).slice(-1);
  const end = earlier ?? 0;
  const found = await damaged(folder, state, state.wal.subarray(0, end));
  if (!found.some((one) => one.includes('was acknowledged, and is gone'))) {
    report.fail('a log that had lost acknowledged commands was not found out');
  }
}
