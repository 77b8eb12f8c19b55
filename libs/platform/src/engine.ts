import type { EventLog, Transactor } from '@plumbline/event-log';
import type { Clock } from '@plumbline/kernel';
import type { Desk, Feed, Gate } from '@plumbline/feed';
import type { KeyStore, Sealer } from '@plumbline/privacy';
import type { ProjectedView, Projector, Views, ViewStore } from '@plumbline/views';
import type { Registry } from 'prom-client';
import type { Logger } from 'pino';

/** Everything a service's module stands on, whichever adapters are behind it. */
export interface Engine {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly transactor: Transactor;
  readonly keys: KeyStore;
  readonly sealer: Sealer;
  readonly viewStore: ViewStore;
  readonly views: Views;
  readonly projector: Projector;
  /** What contexts let out, for the policies of others and their own. */
  readonly feed: Feed;
  /** What policies could not take. */
  readonly desk: Desk;
  readonly logger: Logger;
  readonly metrics: Registry;
  /** Stops what runs, finishes what waits, closes the files, lets the folder go. */
  close(): Promise<void>;
}

/** What a service brings, from `<service>.parts.ts`. */
export interface ServiceParts {
  readonly context: string;
  readonly views: readonly ProjectedView[];
  readonly gates: readonly Gate[];
}

/** The group under which the policies of a process keep their place and their parked facts. */
export const policyGroup = 'policies';
