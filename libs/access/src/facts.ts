import { factCodec } from '@plumbline/event-log';
import { viewedVersions, type RecordViewed } from './access-log.ts';
import { exportVersions, type ExportFact } from './export-log.ts';

/** What is stored of this context: who has looked at what, and who has taken what out. */
export type AccessFact = RecordViewed | ExportFact;

export const newestVersions = { ...viewedVersions, ...exportVersions };

export const accessCodec = factCodec<AccessFact>({ context: 'access', versions: newestVersions });
