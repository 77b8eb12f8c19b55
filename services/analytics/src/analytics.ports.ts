import type { Access } from '@plumbline/access';
import type { Transactor } from '@plumbline/event-log';
import type { Exporter } from '@plumbline/exports';
import type { Clock } from '@plumbline/kernel';
import type { Sealer } from '@plumbline/privacy';
import type { Views } from '@plumbline/views';

/** What this context needs of the outside. */
export interface AnalyticsPorts {
  readonly transactor: Transactor;
  readonly views: Views;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly access: Access;
  readonly exporter: Exporter;
}

export const analyticsPorts = Symbol('AnalyticsPorts');
