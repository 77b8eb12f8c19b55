// What the crash tests run over: the log, the keys, one view and one policy in a folder, composed
// from the built packages as a process would compose them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createTransactor, factCodec, streamName } from '@plumbline/event-log';
import { openSqliteLog } from '@plumbline/event-log/sqlite';
import { gate } from '@plumbline/feed';
import { tailFeed } from '@plumbline/feed/tail';
import { clearText, derivedId, systemClock } from '@plumbline/kernel';
import { createSealer } from '@plumbline/privacy';
import { openSqliteKeyStore } from '@plumbline/privacy/sqlite';
import { openSqliteDesk } from '@plumbline/platform/sqlite-desk';
import { createProjector } from '@plumbline/views';
import { openSqliteViewStore } from '@plumbline/views/sqlite';

export const tenants = ['acme', 'beta'];
export const codec = factCodec({ context: 'crash', versions: { Entered: 1, Noted: 1 } });

/** A ledger takes up to three entries a command: a command is recorded whole, or not at all. */
export const ledger = {
  name: 'ledger',
  foldVersion: 1,
  codec,
  decider: {
    initial: { entries: 0 },
    evolve: ({ entries }) => ({ entries: entries + 1 }),
    decide: ({ amounts, of, words }) =>
      amounts.map((amount) => ({ type: 'Entered', amount, text: clearText(of, { words }) })),
  },
};

/** What the policy writes: one note for every entry that is large. */
export const note = {
  name: 'note',
  foldVersion: 1,
  codec,
  decider: {
    initial: { noted: false },
    evolve: () => ({ noted: true }),
    decide: ({ entry }, { noted }) => (noted ? [] : [{ type: 'Noted', entry }]),
  },
};
export const isLarge = ({ type, amount }) => type === 'Entered' && amount >= 80;

/** Folds in a way that a fact left out, taken twice or taken out of order changes. */
export const tally = {
  name: 'tally',
  version: 1,
  context: 'crash',
  keys: ({ stream, fact }) => (fact.type === 'Entered' ? [stream, 'everything'] : []),
  fold: (doc = { count: 0, sum: 0, chain: '' }, { fact, id }) => ({
    count: doc.count + 1,
    sum: doc.sum + fact.amount,
    chain: derivedId(doc.chain, id),
  }),
  index: ({ count }) => ({ parity: count % 2 === 0 ? 'even' : 'odd' }),
};

export const ledgerStream = (tenant, no) => streamName('crash', 'ledger', tenant, String(no));

/** The context of a command; its id is all that tells a repeat from another command. */
export function contextOf(tenant, commandId, via = 'http', causationId = commandId) {
  const at = '2026-07-01T09:00:00.000Z';
  const actor = { sub: 'tester', via };
  const ids = { commandId, correlationId: commandId, causationId };
  return { tenant, actor, ...ids, fingerprint: derivedId('asked', commandId), effectiveAt: at };
}

/** Opens everything in the folder. `crashPoint` is called at every named point that is passed. */
export function openHome(folder, crashPoint = () => undefined) {
  mkdirSync(folder, { recursive: true });
  const rootFile = join(folder, 'root.key');
  if (!existsSync(rootFile)) writeFileSync(rootFile, randomBytes(32));
  const clock = systemClock;
  const log = openSqliteLog({ path: join(folder, 'log.sqlite'), clock, crashPoint });
  const keys = openSqliteKeyStore({ path: join(folder, 'keys.sqlite') });
  const store = openSqliteViewStore({ path: join(folder, 'views.sqlite') });
  const desk = openSqliteDesk({ path: join(folder, 'desk.sqlite') });
  const sealer = createSealer({ keys, rootKey: readFileSync(rootFile) });
  const transactor = createTransactor({ log, sealer });
  const views = [{ view: tally, codec }];
  const projector = createProjector({ log, store, clock, views, crashPoint, pageFacts: 50 });
  const gates = [gate(codec, ({ type, ...data }) => ({ type: `crash.${type}.v1`, data }))];
  const feed = tailFeed({ log, places: desk, gates, crashPoint, pageFacts: 50, pollMs: 20 });
  const takeNote = ({ id, tenant }) => {
    const stream = streamName('crash', 'note', tenant, id);
    const context = contextOf(tenant, derivedId('policy', id), 'policy:note', id);
    return transactor.transact(note, { stream, command: { entry: id }, context });
  };
  const react = async ({ facts }) => {
    const large = facts.filter(({ type, data }) => isLarge({ type: type.split('.')[1], ...data }));
    await Promise.all(large.map(takeNote));
  };
  return {
    ...{ log, store, sealer, transactor, projector },
    /** A transactor with a memory of its own, as another process would have. */
    stranger: () => createTransactor({ log, sealer, cachedStreamsMax: 0 }),
    startPolicy: () => feed.subscribe('policy', react),
    close: async () => {
      await projector.stop();
      await store.close();
      desk.close();
      await keys.close();
      await log.close();
    },
  };
}
