// The log that the fault runs of the relay publish, and what of it must be found in Kafka.
import { openSqliteLog } from '../../libs/event-log/dist/sqlite.js';
import { systemClock } from '../../libs/kernel/dist/index.js';
import { openGateOf } from '../support/open-gate.mjs';

export const faultPartitions = 4;
export const topicOf = (prefix) => `${prefix}.fault.events.v1`;

const tenants = ['acme', 'beta', 'gamma', 'delta', 'epsilon', 'zürich', 'ωmega'];
const factsPerAppend = 5;
const writers = 64;
/** Facts that stay private: the relay gets past them, and nobody else sees them. */
const isPrivate = (no) => no % 7 === 3;

export const faultGate = openGateOf('fault', ({ type }) => type.includes('Private'));

/** Writes a log with so many published facts. Answers them by id, with where each one stands. */
export async function buildLog(path, published) {
  const log = openSqliteLog({ path, clock: systemClock });
  let [left, no] = [published, 0];
  const write = async (writer) => {
    const tenant = tenants[writer % tenants.length];
    for (let ledger = 0, revision = -1; left > 0;) {
      const facts = [];
      while (facts.length < factsPerAppend && left > 0) {
        const id = `f${(no += 1)}`;
        const type = isPrivate(no) ? 'fault.PrivateCounted.v1' : 'fault.Counted.v1';
        if (!isPrivate(no)) left -= 1;
        facts.push({ id, type, body: JSON.stringify({ no, words: 'x'.repeat(200) }) });
      }
      const stream = `fault.ledger-${tenant}.${writer}-${ledger}`;
      const expected = revision < 0 ? 'none' : revision;
      const [commandId, fingerprint] = [facts[0].id, 'f'.repeat(64)];
      await log.append({ tenant, stream, expected, facts, commandId, fingerprint });
      revision += facts.length;
      if (revision > 40) [ledger, revision] = [ledger + 1, -1];
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  const expected = new Map();
  let [after, head] = [null, null];
  for (let atHead = false; !atHead;) {
    const page = await log.readAll(after, { limit: 5_000 });
    for (const { id, type, tenant, stream, revision, position } of page.facts) {
      if (!type.includes('Private')) expected.set(id, { tenant, stream, revision, position });
    }
    ({ atHead, next: after } = page);
    head = page.next;
  }
  await log.close();
  return { expected, head };
}

/**
 * Looks at what a reader has found, line by line as Kafka's console consumer prints it: each
 * published fact once, in the order of the log within its partition, a tenant in one partition.
 */
export function createInspection(expected) {
  const failures = [];
  const seen = new Set();
  const lastIn = new Map();
  const partitionOfTenant = new Map();
  const markersIn = new Map();
  const fail = (text) => {
    if (failures.length < 20) failures.push(text);
  };

  const take = (line) => {
    const [partition, , headerText, key] = line.split('\t');
    const headers = new Map(
      headerText
        .split('|')
        .map((one) => [one.slice(0, one.indexOf(':')), one.slice(one.indexOf(':') + 1)]),
    );
    const position = headers.get('ce_position');
    // A marker says that nothing up to it is still to come: what follows must lie behind it.
    if (headers.get('ce_type') === 'plumbline.position.v1') {
      markersIn.set(partition, position);
      return;
    }
    const id = headers.get('ce_id');
    const known = expected.get(id);
    if (known === undefined) return fail(`${id} was never to be published`);
    if (seen.has(id)) fail(`${id} is there twice`);
    seen.add(id);
    const { tenant, stream, revision } = known;
    const said = [headers.get('ce_tenant'), headers.get('ce_stream'), headers.get('ce_revision')];
    if (String(said) !== String([tenant, stream, revision]) || key !== stream) {
      fail(`${id} says ${said} under the key ${key}`);
    }
    if (position !== known.position) fail(`${id} says that it is at ${position}`);
    if (position <= (lastIn.get(partition) ?? '')) fail(`${id} comes out of order`);
    if (position <= (markersIn.get(partition) ?? '')) fail(`${id} comes behind its marker`);
    lastIn.set(partition, position);
    const home = partitionOfTenant.get(tenant) ?? partition;
    if (home !== partition) fail(`${tenant} is in ${home} and ${partition}`);
    partitionOfTenant.set(tenant, home);
  };

  return {
    take,
    /** What is wrong, in sentences; and how much was looked at. */
    end: (head) => {
      const missing = [...expected.keys()].filter((id) => !seen.has(id));
      if (missing.length > 0) fail(`${missing.length} facts are missing, as ${missing[0]}`);
      if (markersIn.size !== faultPartitions || [...markersIn.values()].some((at) => at !== head)) {
        fail(`the last markers are at ${[...markersIn.values()]}, not at ${head}`);
      }
      return { failures, facts: seen.size, partitions: lastIn.size };
    },
  };
}
