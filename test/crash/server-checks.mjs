// What must hold of the data folder of a server that was killed.
import 'reflect-metadata';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteLog } from '@plumbline/event-log/sqlite';
import { goalsParts } from '@plumbline/goals';
import { derivedId, same, systemClock } from '@plumbline/kernel';
import { openSqliteViewStore } from '@plumbline/views/sqlite';
import { grouped, orderFindings, recorded } from './checks.mjs';
import { bearerOf } from './server.mjs';

const [{ codec }] = goalsParts.views;
const policy = 'policy:check-in-on-kpi-measured';

/**
 * Looks through a copy of the folder, so that the server itself finds what the killed one left.
 * `settledTo`: every reading up to this position must have had its check-in already.
 */
export async function lookThrough(dataDir, { acked }, settledTo) {
  const copy = `${dataDir}-copy`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(dataDir, copy, { recursive: true });
  const log = openSqliteLog({ path: join(copy, 'log.sqlite'), clock: systemClock });
  const store = openSqliteViewStore({ path: join(copy, 'views.sqlite') });
  try {
    const check = await log.check();
    const facts = await recorded(log, codec);
    const lost = await ackedFindings(log, acked.values(), facts, bearerOf(dataDir));
    const effects = effectFindings(facts, settledTo);
    return {
      facts,
      counts: { found: acked.size - lost.length, effects: effects.right },
      findings: [
        ...check.findings,
        ...orderFindings(facts),
        ...lost,
        ...effects.wrong,
        ...(await viewFindings(store, facts)),
      ],
    };
  } finally {
    await store.close();
    await log.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Every acknowledged command is recorded once, as it was sent, where its receipt says. */
async function ackedFindings(log, acked, facts, { tenant, sub }) {
  const byCommand = grouped(facts, ({ commandId }) => commandId);
  const wrong = [];
  for (const { key, type, body, receipt } of acked) {
    const commandId = derivedId('command', tenant, sub, key);
    const [own, ...more] = byCommand.get(commandId) ?? [];
    const { stream, revision, position } = receipt;
    const isAt = (place) =>
      same([place.stream, place.revision, place.position], [stream, revision, position]);
    if (own === undefined) wrong.push(`${type} with key ${key} was acknowledged, and is gone.`);
    else if (more.length > 0) wrong.push(`${type} with key ${key} is recorded more than once.`);
    else if (!isAt(own)) wrong.push(`${type} with key ${key} is not where its receipt says.`);
    else if (own.fact.type !== type || (own.fact.value ?? null) !== (body.value ?? null)) {
      wrong.push(`${type} with key ${key} is not recorded as it was sent.`);
    } else if (!isAt((await log.recall(stream, commandId))?.receipt ?? {})) {
      wrong.push(`The log does not recall the key ${key}.`);
    }
  }
  return wrong;
}

/** A reading gives one check-in, the one that is due: never two, and none only while it is new. */
function effectFindings(facts, settledTo) {
  const effects = grouped(
    facts.filter(({ actor }) => actor.via === policy),
    ({ causationId }) => causationId,
  );
  const wrong = [];
  let right = 0;
  for (const { fact, id, position } of facts) {
    if (fact.type !== 'KpiMeasured') continue;
    const own = effects.get(id) ?? [];
    effects.delete(id);
    if (own.length > 1) wrong.push(`The reading at ${position} gave ${own.length} check-ins.`);
    else if (own.length === 0 && position <= settledTo) {
      wrong.push(`The reading at ${position} never gave its check-in.`);
    } else if (own.some((one) => one.fact.value !== fact.value)) {
      wrong.push(`The reading at ${position} gave a check-in of another value.`);
    } else right += own.length;
  }
  if (effects.size > 0) wrong.push(`${effects.size} check-ins come from no reading.`);
  return { right, wrong };
}

/** Documents equal the pure fold up to the checkpoint of their view, and nothing is parked. */
async function viewFindings(store, facts) {
  const parked = await store.parked();
  const wrong = parked.map(({ view, key, reason }) => `${view} parked ${key}: ${reason}`);
  for (const { view } of goalsParts.views) {
    const live = await store.live(view.name);
    if (live === undefined) continue;
    const checkpoint = (await store.checkpoint(live)) ?? '';
    const folded = pureFold(
      view,
      facts.filter(({ position }) => position <= checkpoint),
    );
    for (let after = null; ;) {
      const page = await store.scan(live, after, 1_000);
      for (const { tenant, key, body } of page) {
        const name = `${tenant} ${key}`;
        if (body !== folded.get(name) && !same(JSON.parse(body), parsed(folded.get(name)))) {
          wrong.push(`Document ${key} of ${view.name} is not the pure fold.`);
        }
        folded.delete(name);
      }
      after = page.at(-1) ?? null;
      if (page.length === 0) break;
    }
    if (folded.size > 0) wrong.push(`${view.name} lacks ${folded.size} documents.`);
  }
  return wrong;
}

const parsed = (text) => (text === undefined ? undefined : JSON.parse(text));

function pureFold(view, facts) {
  const docs = new Map();
  for (const one of facts) {
    for (const key of view.keys(one)) {
      const name = `${one.tenant} ${key}`;
      docs.set(name, view.fold(docs.get(name), one, key));
    }
  }
  const kept = [...docs].filter(([, doc]) => doc !== undefined);
  return new Map(kept.map(([name, doc]) => [name, JSON.stringify(doc)]));
}
