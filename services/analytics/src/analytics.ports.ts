import type { Access } from '@plumbline/access';
import type { Views } from '@plumbline/views';

/** What this context needs of the outside. */
export interface AnalyticsPorts {
  readonly views: Views;
  readonly access: Access;
}

export const analyticsPorts = Symbol('AnalyticsPorts');
