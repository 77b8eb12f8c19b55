import type { AccessPublished } from '@plumbline/contracts';
import { gate } from '@plumbline/feed';
import { never, present } from '@plumbline/kernel';
import { projected } from '@plumbline/views';
import { accessCodec, type AccessFact } from './facts.ts';
import { readers, tellsOfComparing } from './readers.ts';

type Published = {
  readonly [Type in keyof AccessPublished]: {
    readonly type: Type;
    readonly data: AccessPublished[Type];
  };
}[keyof AccessPublished];

/** The gate: that somebody looked is no secret from other contexts; the people are pseudonyms. */
export function publish(fact: AccessFact): Published {
  switch (fact.type) {
    case 'RecordViewed': {
      const { subject, by, onBehalfOf, action, rule, record } = fact;
      const data = { subject, by, action, rule, record, ...present({ onBehalfOf }) };
      return { type: 'access.RecordViewed.v1', data };
    }
    case 'ExportRequested': {
      const { exportId, by, onBehalfOf, what, format, query } = fact;
      const data = { export: exportId, by, what, format, query, ...present({ onBehalfOf }) };
      return { type: 'access.ExportRequested.v1', data };
    }
    case 'ExportProduced': {
      const { exportId, rows, bytes, hash, position } = fact;
      const data = { export: exportId, rows, bytes, hash, position };
      return { type: 'access.ExportProduced.v1', data };
    }
    default:
      return never(fact);
  }
}

/** That somebody's review is compared is told to them by sharing it: the list of readers has it. */
export function publishTo(fact: AccessFact, person: string): Published | null {
  const isOwn = fact.type === 'RecordViewed' && fact.subject === person;
  return isOwn && tellsOfComparing(fact) ? null : publish(fact);
}

/**
 * What the engine runs for the access log. One service brings it, whichever processes record in it:
 * a context is relayed and projected by one process at a time.
 */
export const accessParts = {
  context: 'access',
  views: [projected(readers, accessCodec)],
  gates: [gate(accessCodec, publish, { own: { subjectOf: () => null, publishTo } })],
};
