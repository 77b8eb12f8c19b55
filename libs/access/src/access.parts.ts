import type { AccessPublished } from '@plumbline/contracts';
import { gate } from '@plumbline/feed';
import { present } from '@plumbline/kernel';
import { projected } from '@plumbline/views';
import { accessCodec, type RecordViewed } from './access-log.ts';
import { readers } from './readers.ts';

/** The gate: that somebody looked is no secret from other contexts; the people are pseudonyms. */
export function publish(fact: RecordViewed) {
  const { subject, by, onBehalfOf, action, rule, record } = fact;
  const data: AccessPublished['access.RecordViewed.v1'] = {
    ...{ subject, by, action, rule, record },
    ...present({ onBehalfOf }),
  };
  return { type: 'access.RecordViewed.v1' as const, data };
}

/**
 * What the engine runs for the access log. One service brings it, whichever processes record in it:
 * a context is relayed and projected by one process at a time.
 */
export const accessParts = {
  context: 'access',
  views: [projected(readers, accessCodec)],
  gates: [gate(accessCodec, publish)],
};
