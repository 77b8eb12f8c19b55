import type { EventLog } from '@plumbline/event-log';
import { Fault, type Clock } from '@plumbline/kernel';
import { createProjector, Fenced, viewStatus, type Discarded } from '@plumbline/views';
import type { ProjectedView, Projector, ViewStore } from '@plumbline/views';

/** Another process projects the views: what only that one can do is to be asked of it. */
export class ProjectedElsewhere extends Fault {
  readonly code = 'views/projected-elsewhere';
  readonly retriable = true;
}

export interface LeasedProjectorOptions {
  readonly log: EventLog;
  readonly store: ViewStore;
  readonly clock: Clock;
  readonly views: readonly ProjectedView[];
  readonly pollMs?: number;
  readonly onDiscard: (discarded: Discarded) => Promise<void>;
  readonly onError: (cause: unknown) => void;
}

export interface LeasedProjector extends Projector {
  /**
   * A term as the one that projects: a projector that claims anew, until the term ends. `lost` is
   * called when another process has claimed the views in between.
   */
  readonly term: (lost: () => void) => Promise<() => Promise<void>>;
}

/**
 * The projector of a process that shares its views with others. In its term it projects; otherwise
 * it tells how the views stand, and says of the rest that another process must be asked.
 */
export function leasedProjector(options: LeasedProjectorOptions): LeasedProjector {
  const { log, store, clock, views } = options;
  let current: Projector | undefined;
  const listeners = new Set<Parameters<Projector['onApplied']>[0]>();
  const own = (): Projector => {
    if (current !== undefined) return current;
    throw new ProjectedElsewhere(
      'Another process projects the views now. Ask again: it may answer.',
    );
  };
  return {
    term: async (lost) => {
      const projector = createProjector({
        ...options,
        onError: (cause) => {
          if (cause instanceof Fenced) lost();
          options.onError(cause);
        },
      });
      projector.onApplied((position) => {
        for (const listener of listeners) listener(position);
      });
      await projector.start();
      current = projector;
      return async () => {
        current = undefined;
        await projector.stop();
      };
    },
    // Terms start and stop it.
    start: async () => undefined,
    stop: async () => undefined,
    catchUp: async () => own().catchUp(),
    status: async () =>
      current?.status() ??
      Promise.all(views.map(({ view }) => viewStatus({ log, store, now: clock.now() }, view))),
    onApplied: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    rebuild: async (view, how) => own().rebuild(view, how),
    parked: {
      list: () => store.parked(),
      show: async (id) => own().parked.show(id),
      retry: async (id) => own().parked.retry(id),
      discard: async (id, by, reason) => own().parked.discard(id, by, reason),
    },
  };
}
