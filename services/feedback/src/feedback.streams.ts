import { streamName } from '@plumbline/event-log';

export const requestStream = (tenant: string, id: string): string =>
  streamName('feedback', 'request', tenant, id);

export const noteStream = (tenant: string, id: string): string =>
  streamName('feedback', 'note', tenant, id);

export const oneToOneStream = (tenant: string, id: string): string =>
  streamName('feedback', 'one-to-one', tenant, id);

export const customerResponseStream = (tenant: string, id: string): string =>
  streamName('feedback', 'customer-response', tenant, id);
