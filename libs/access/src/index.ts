export { accessStream, createAccess, OrganizationBehind, organizationTypes } from './access.ts';
export type { Access, AccessOptions, Principal, Viewed } from './access.ts';
export type { RecordViewed } from './access-log.ts';
export { accessParts } from './access.parts.ts';
export { createExportLog, type ExportFormat, type ExportLog } from './export-log.ts';
export { accessCodec } from './facts.ts';
export { readers, readersKey, readersMonth, type Readers, type Viewing } from './readers.ts';
export { createReading, type Reading } from './reading.ts';
export { refusalOf } from './refusal.ts';
