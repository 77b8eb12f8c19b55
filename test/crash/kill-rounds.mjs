// kill -9 at random, under load, again and again over one folder: every acknowledged command must
// be found again.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findings } from './checks.mjs';
import { startChild } from './process.mjs';
import { randomFrom } from './random.mjs';

/**
 * A child dies this long after it is ready, at most: from its first commit to well into the load.
 */
const aliveMsMax = 400;
/** How many acknowledged commands of a round are sent once more in the next one. */
const repeatsMax = 20;

export async function killRounds({ folder, rounds, seed, report }) {
  const random = randomFrom(`${seed}/kill`);
  const acked = new Map();
  let first = [];
  for (let round = 1; round <= rounds; round += 1) {
    const firstFile = join(folder, 'first.json');
    writeFileSync(firstFile, JSON.stringify(first));
    const child = startChild({ folder, round, seed, firstFile });
    const state = await child.ready;
    if (state !== 'ready')
      return report.fail(`round ${round}: the process did not start (${state})`);
    const aliveMs = random(aliveMsMax);
    await new Promise((resolve) => setTimeout(resolve, aliveMs));
    child.kill();
    const signal = await child.gone;
    if (signal !== 'SIGKILL')
      report.fail(`round ${round}: the process ended by itself (${signal})`);
    const repeated = repeatFindings(first, acked, child.acked);
    for (const [commandId, one] of child.acked)
      if (!acked.has(commandId)) acked.set(commandId, one);
    const { facts, findings: found } = await findings(folder, acked);
    for (const one of [...repeated, ...found].slice(0, 10)) report.fail(`round ${round}: ${one}`);
    report.step(
      `round ${round}: killed after ${aliveMs} ms, ${child.acked.size} acknowledged, ${facts} facts`,
    );
    first = [...inDoubt(child), ...[...child.acked.values()].slice(-repeatsMax)].map(asSent);
  }
  report.count('commands acknowledged', acked.size);
}

/** Sent, and never answered: they are there or not, and being sent again puts them there once. */
function inDoubt({ sent, acked }) {
  return [...sent.values()].filter((one) => !acked.has(one.commandId));
}

function asSent({ tenant, stream, commandId, amounts, of, words }) {
  return { tenant, stream, commandId, amounts, of, words };
}

/** A command that was acknowledged before gets its first receipt again. */
function repeatFindings(first, before, now) {
  return first.flatMap(({ commandId }) => {
    const receipt = before.get(commandId);
    const again = now.get(commandId);
    if (receipt === undefined)
      return again === undefined ? [`${commandId}, in doubt, was not taken.`] : [];
    const isSame = again?.replayed === true && again.revision === receipt.revision;
    return isSame
      ? []
      : [`${commandId}, acknowledged before, was not answered with its first receipt.`];
  });
}
