import { randomBytes } from 'node:crypto';
import { canonicalJson, factCodec, type EventLog } from '@plumbline/event-log';
import { openMemoryLog } from '@plumbline/event-log/memory';
import { derivedId, manualClock, type ManualClock } from '@plumbline/kernel';
import { createSealer } from '@plumbline/privacy';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import { openMemoryViewStore } from './memory.ts';
import type { AnyView } from './fold-page.ts';
import { createProjector, type Projector, type ProjectorOptions } from './projector.ts';
import { projected } from './running.ts';
import type { ViewStore } from './view-store.ts';
import type { View } from './view.ts';

/** The example of these tests: visits to rooms, counted by room, and by visitor over rooms. */
export interface Visited {
  readonly type: 'Visited';
  readonly room: string;
  readonly who: string;
}

export interface Tally {
  readonly visits: number;
  readonly last: string;
}

export const visits = factCodec<Visited>({ context: 'house', versions: { Visited: 1 } });

export const byRoom: View<Tally, Visited> = {
  name: 'by-room',
  version: 1,
  context: 'house',
  keys: ({ fact }) => [fact.room],
  fold: (tally, { fact }) => {
    if (fact.who === 'nobody' && !mended.is) throw new Error('nobody cannot visit');
    if (fact.who === 'cleaner') return undefined;
    return { visits: (tally?.visits ?? 0) + 1, last: fact.who };
  },
  index: (tally) => ({ last: tally.last }),
};

/** A fold that fails until somebody mends it, as a new release would. */
export const mended = { is: false };

export const byVisitor: View<Tally, Visited> = {
  ...byRoom,
  name: 'by-visitor',
  keys: ({ fact }) => [fact.who, 'all'],
  fold: (tally, { fact }) => ({ visits: (tally?.visits ?? 0) + 1, last: fact.room }),
};

/** A document a visit, that is never written again. */
export const eachVisit: View<{ readonly who: string }, Visited> = {
  ...{ name: 'each-visit', version: 1, context: 'house', once: true },
  keys: ({ id }) => [id],
  fold: (visit, { fact: { who } }) => {
    if (visit !== undefined) throw new Error('It was made before.');
    return { who };
  },
  index: ({ who }) => (who === '' ? {} : { who }),
};

export interface House {
  readonly log: EventLog;
  readonly store: ViewStore;
  readonly clock: ManualClock;
  visit(room: string, who: string, tenant?: string): Promise<void>;
  /** Puts in a fact that no codec reads. */
  garble(room: string): Promise<void>;
  projector(over?: Partial<ProjectorOptions>): Projector;
}

export function house(store: ViewStore = openMemoryViewStore()): House {
  const clock = manualClock('2026-07-01T09:00:00.000Z');
  const log = openMemoryLog({ clock });
  const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: randomBytes(32) });
  let visitNo = 0;
  const append = async (room: string, tenant: string, body?: string, who = '') => {
    const stream = `house.room-${tenant}.${room}`;
    const commandId = `visit-${(visitNo += 1)}`;
    const context = {
      ...{ tenant, actor: { sub: who, via: 'test' }, commandId, fingerprint: 'f', stream },
      ...{ correlationId: commandId, causationId: commandId },
      effectiveAt: new Date(clock.now()).toISOString(),
    };
    const fact: Visited = { type: 'Visited', room, who };
    const [encoded] = await visits.encode([fact], context, sealer);
    if (encoded === undefined) throw new Error('nothing was encoded');
    const facts = [{ ...encoded, body: body ?? encoded.body }];
    const head = (await log.read(stream)).length - 1;
    const expected = head < 0 ? ('none' as const) : head;
    await log.append({ tenant, stream, expected, facts, commandId, fingerprint: 'f' });
  };
  return {
    ...{ log, store, clock },
    visit: (room, who, tenant = 'acme') => append(room, tenant, undefined, who),
    garble: (room) => {
      const id = derivedId('garbled', room, visitNo);
      return append(room, 'acme', canonicalJson({ id, type: 'house.Vanished.v9', data: {} }));
    },
    projector: (over = {}) =>
      createProjector({
        ...{ log, store, clock, pageFacts: 3, pollMs: 5 },
        views: [byRoom, byVisitor, eachVisit].map((view) => projected(view as AnyView, visits)),
        ...over,
      }),
  };
}

/** Every document of the live generation, as one text. */
export async function digest(store: ViewStore, view: string): Promise<string> {
  const live = await store.live(view);
  if (live === undefined) return '';
  const docs = await store.scan(live, null, 10_000);
  return docs.map((one) => `${one.tenant}/${one.key}=${one.body}`).join('\n');
}
