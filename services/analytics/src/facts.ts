import { factCodec } from '@plumbline/event-log';

/** Everything that this context stores: so far it counts what others have published. */
export type AnalyticsFact = never;

export const context = 'analytics';

export const analyticsCodec = factCodec<AnalyticsFact>({ context, versions: {} });
