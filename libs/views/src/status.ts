import type { EventLog } from '@plumbline/event-log';
import type { EpochMs, Position } from '@plumbline/kernel';
import type { AnyView } from './fold-page.ts';
import type { ViewStatus } from './running.ts';
import type { ViewStore } from './view-store.ts';

/** How many facts a lag is counted to before it is simply said to be more. */
const lagFactsMax = 5_000;

interface Ground {
  readonly log: EventLog;
  readonly store: ViewStore;
  readonly now: EpochMs;
}

interface Place {
  readonly view: AnyView;
  readonly checkpoint: Position | null;
  readonly state: ViewStatus['state'];
}

/** How far a view is that some other process projects, by what is stored of it. */
export async function viewStatus(ground: Ground, view: AnyView): Promise<ViewStatus> {
  const live = await ground.store.live(view.name);
  const isOurs = live?.version === view.version;
  const checkpoint = isOurs ? ((await ground.store.checkpoint(live)) ?? null) : null;
  return statusOf(ground, { view, checkpoint, state: isOurs ? 'live' : 'building' });
}

export async function statusOf(
  { log, store, now }: Ground,
  { view, checkpoint, state }: Place,
): Promise<ViewStatus> {
  const { context, name, version } = view;
  const behind = await log.readAll(checkpoint, { limit: lagFactsMax, context });
  const oldest = behind.facts[0];
  const parked = await store.parked({ view: name });
  const since = parked.map((one) => one.at);
  return {
    ...{ name, version, position: checkpoint, state },
    lagFacts: behind.facts.length,
    lagSeconds: oldest === undefined ? 0 : Math.max(0, (now - oldest.recordedAt) / 1_000),
    parked: parked.length,
    oldestParkedSeconds: since.length === 0 ? null : (now - Math.min(...since)) / 1_000,
  };
}
