import { flattened, type Column, type Content } from '@plumbline/exports';
import type { Schema } from '@plumbline/contracts/published';
import { toStructuredEvent } from '@plumbline/feed/cloud-event';
import type { PublishedFact } from '@plumbline/feed';

/**
 * The attributes of a fact that are columns, called as in a CloudEvent. What says the same again
 * (`subject`, `sequence`), or always the same, is left out.
 */
const attributes: readonly Column[] = [
  { name: 'position', kind: 'text' },
  { name: 'id', kind: 'text' },
  { name: 'type', kind: 'text' },
  { name: 'time', kind: 'instant' },
  { name: 'effectiveat', kind: 'instant' },
  { name: 'tenant', kind: 'text' },
  { name: 'stream', kind: 'text' },
  { name: 'revision', kind: 'integer' },
  { name: 'actor', kind: 'text' },
  { name: 'correlationid', kind: 'text' },
  { name: 'causationid', kind: 'text' },
];

/**
 * Facts as rows: of one type, with a column for each field of its data; of several, with their
 * data as one text of JSON. As lines they are CloudEvents.
 */
export function factTable(schema: Schema | undefined, source: string): Content<PublishedFact> {
  const data =
    schema === undefined
      ? {
          columns: [{ name: 'data', kind: 'json' } as const],
          cells: (value: unknown) => [JSON.stringify(value)],
        }
      : flattened(schema, 'data');
  return {
    columns: [...attributes, ...data.columns],
    rowOf: (fact) => {
      const { position, id, type, recordedAt, effectiveAt, tenant, stream, revision } = fact;
      const { actor, correlationId, causationId } = fact;
      return [
        ...[position, id, type, recordedAt, effectiveAt, tenant, stream, revision],
        ...[actor, correlationId, causationId],
        ...data.cells(fact.data),
      ];
    },
    lineOf: (fact) => toStructuredEvent(fact, source),
  };
}
