// The process that is killed: many writers at once, with the projector and the policy running
// beside them. Every receipt goes to standard output, a line each, only once the log has given it.
//
//   node child.mjs FOLDER ROUND SEED [FIRST.json]
//
// PLUMBLINE_CRASH_POINT names a point at which the process kills itself, and PLUMBLINE_CRASH_AFTER
// how often it may pass it before. FIRST.json holds commands to send before anything else: those
// whose outcome nobody knows.
import { readFileSync } from 'node:fs';
import { contextOf, ledger, ledgerStream, openHome, tally, tenants } from './home.mjs';
import { randomFrom } from './random.mjs';

const [folder, round, seed, firstFile] = process.argv.slice(2);
const writers = 32;
const ledgersPerTenant = 20;
/** A rebuild begins once there is something to fold, and comes to its end once the load does. */
const ackedBeforeRebuild = 100;
const ackedWithRebuild = 300;
const point = process.env.PLUMBLINE_CRASH_POINT;
const withRebuild = point?.startsWith('rebuild:') ?? false;
let ackedHere = 0;
let passes = Number(process.env.PLUMBLINE_CRASH_AFTER ?? 0);

const home = openHome(folder, (name) => {
  if (name === point && (passes -= 1) < 0) process.kill(process.pid, 'SIGKILL');
});
const say = (kind, value) => process.stdout.write(`${kind} ${JSON.stringify(value)}\n`);

const send = async (command, through) => {
  say('sent', command);
  const { tenant, stream, commandId, amounts, of, words } = command;
  const context = contextOf(tenant, commandId);
  const asked = { amounts, of, words };
  for (;;) {
    try {
      const receipt = await through.transact(ledger, { stream, command: asked, context });
      say('acked', { ...command, ...receipt });
      ackedHere += 1;
      return;
    } catch (cause) {
      // Others were first as often as may be: a client would send it again.
      if (cause.code !== 'log/revision-conflict') throw cause;
    }
  }
};

const write = async (writer) => {
  const random = randomFrom(`${seed}/${round}/${writer}`);
  // Two that do not know of each other's writes meet conflicts all the time.
  const through = writer % 2 === 0 ? home.transactor : home.stranger();
  for (let no = 0; !withRebuild || ackedHere < ackedWithRebuild; no += 1) {
    const tenant = tenants[random(tenants.length)];
    const amounts = Array.from({ length: 1 + random(3) }, () => random(100));
    const of = `person:${round}-${random(40)}`;
    const stream = ledgerStream(tenant, random(ledgersPerTenant));
    const commandId = `${round}-${writer}-${no}`;
    await send({ tenant, stream, commandId, amounts, of, words: `words of ${commandId}` }, through);
  }
};

if (firstFile !== undefined) {
  for (const command of JSON.parse(readFileSync(firstFile, 'utf8'))) {
    await send(command, home.transactor);
  }
}
say('ready', {});
await home.projector.start();
home.startPolicy();
const rebuilding = async () => {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (ackedHere >= ackedBeforeRebuild) await home.projector.rebuild(tally.name);
  }
};
const writing = Array.from({ length: writers }, (_, writer) => write(writer));
await Promise.all([...writing, ...(withRebuild ? [rebuilding()] : [])]);
