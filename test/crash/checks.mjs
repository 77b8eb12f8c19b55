// What must hold of a folder whose process has died, whatever it was doing.
import { hasField, same } from '@plumbline/kernel';
import { codec, isLarge, openHome, tally } from './home.mjs';

const policyWaitMsMax = 120_000;

/**
 * Opens the folder and looks through all of it: what is wrong, each in a sentence. `acked` holds
 * every receipt that was ever given out over this folder, by command id.
 */
export async function findings(folder, acked) {
  const home = openHome(folder);
  try {
    const check = await home.log.check();
    const facts = await recorded(home.log);
    return {
      facts: facts.length,
      findings: [
        ...check.findings,
        ...orderFindings(facts),
        ...commandFindings(facts, acked),
        ...(await textFindings(home, facts, acked)),
        ...(await viewFindings(home, facts)),
        ...(await policyFindings(home, facts)),
      ],
    };
  } finally {
    await home.close();
  }
}

export async function recorded(log, by = codec) {
  const facts = [];
  for (let after = null; ;) {
    const page = await log.readAll(after, { limit: 5_000 });
    for (const stored of page.facts) facts.push(by.decode(stored));
    after = page.next;
    if (page.atHead) return facts;
  }
}

export function orderFindings(facts) {
  const heads = new Map();
  const wrong = [];
  let before = { position: '', recordedAt: 0 };
  for (const fact of facts) {
    const { stream, revision, position, recordedAt } = fact;
    if (revision !== (heads.get(stream) ?? -1) + 1)
      wrong.push(`${stream} lacks or repeats a revision at ${revision}.`);
    if (position <= before.position || recordedAt < before.recordedAt)
      wrong.push(`${position} is out of order.`);
    heads.set(stream, revision);
    before = fact;
  }
  return wrong;
}

/** Every acknowledged command is there, whole, once, where its receipt says. */
export function commandFindings(facts, acked) {
  const byCommand = grouped(facts, (one) => one.commandId);
  const wrong = [];
  for (const { commandId, stream, revision, position, amounts } of acked.values()) {
    const own = byCommand.get(commandId) ?? [];
    const last = own.at(-1);
    if (last === undefined) wrong.push(`Command ${commandId} was acknowledged, and is gone.`);
    else if (last.stream !== stream || last.revision !== revision || last.position !== position) {
      wrong.push(`Command ${commandId} is not where its receipt says.`);
    } else if (
      !same(
        own.map((one) => one.fact.amount),
        amounts,
      )
    ) {
      wrong.push(`Command ${commandId} is not recorded as it was sent, or more than once.`);
    }
  }
  return wrong;
}

/** Every sealed text opens: its key was on the disk before the fact was. */
async function textFindings({ sealer }, facts, acked) {
  const wrong = [];
  for (const { fact, tenant, commandId } of facts) {
    if (fact.type !== 'Entered' || !hasField(fact.text, 'words')) continue;
    const words = acked.get(commandId)?.words ?? `words of ${commandId}`;
    const opened = await sealer.open(tenant, fact.text);
    if (opened?.words !== words) wrong.push(`The text of ${commandId} does not open.`);
  }
  return wrong;
}

/**
 * Documents equal the pure fold: as they were left, up to their checkpoint, and once they have
 * caught up.
 */
async function viewFindings({ store, projector }, facts) {
  const asLeft = await docFindings(store, facts, 'as it was left');
  await projector.catchUp();
  const caughtUp = await docFindings(store, facts, 'caught up');
  const parked = await store.parked();
  return [
    ...asLeft,
    ...caughtUp,
    ...(parked.length === 0 ? [] : [`${parked.length} keys are parked.`]),
  ];
}

async function docFindings(store, facts, when) {
  const live = await store.live(tally.name);
  if (live === undefined) return [];
  const checkpoint = (await store.checkpoint(live)) ?? '';
  const folded = pureFold(facts.filter((one) => one.position <= checkpoint));
  const wrong = [];
  let docs = 0;
  for (let after = null; ;) {
    const page = await store.scan(live, after, 1_000);
    for (const { tenant, key, body } of page) {
      docs += 1;
      const expected = folded.get(`${tenant} ${key}`);
      if (!same(JSON.parse(body), expected))
        wrong.push(`Document ${key} of ${tenant}, ${when}, is not the pure fold.`);
    }
    after = page.at(-1) ?? null;
    if (page.length === 0) break;
  }
  return docs === folded.size
    ? wrong
    : [...wrong, `${docs} documents ${when}, but ${folded.size} in the pure fold.`];
}

function pureFold(facts) {
  const docs = new Map();
  for (const one of facts) {
    for (const key of tally.keys(one)) {
      const name = `${one.tenant} ${key}`;
      docs.set(name, tally.fold(docs.get(name), one, key));
    }
  }
  return docs;
}

/** Once the policy has caught up, every large entry has its one note. */
async function policyFindings(home, before) {
  const due = before.filter((one) => isLarge(one.fact)).map((one) => one.id);
  const subscription = home.startPolicy();
  const until = Date.now() + policyWaitMsMax;
  try {
    for (;;) {
      const noted = (await recorded(home.log))
        .filter((one) => one.fact.type === 'Noted')
        .map((one) => one.fact.entry);
      const missing = new Set(due);
      for (const entry of noted) missing.delete(entry);
      if (new Set(noted).size !== noted.length) return ['An entry was noted twice.'];
      if (missing.size === 0) return [];
      if (Date.now() > until) return [`${missing.size} large entries were never noted.`];
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    await subscription.close();
  }
}

/** Groups by a key, in the order in which they come up. */
export function grouped(facts, keyOf) {
  const groups = new Map();
  for (const fact of facts) {
    const key = keyOf(fact);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fact]);
    else group.push(fact);
  }
  return groups;
}
