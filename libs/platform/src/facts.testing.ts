import type { EventLog } from '@plumbline/event-log';
import type { Gate, PublishedFact } from '@plumbline/feed';
import { derivedId, Malformed, toInstant, type Position } from '@plumbline/kernel';

/** `Told` leaves, `Kept` does not, and nobody can read `Broken`. */
export type Kind = 'Told' | 'Kept' | 'Broken';

/** One command: its facts lie together. */
export interface Recording {
  readonly tenant: string;
  readonly context: string;
  readonly kinds: readonly Kind[];
  /** How many characters of ballast each fact has. */
  readonly chars?: number;
}

export function tellingGate(context: string): Gate {
  return {
    context,
    publish: (stored) => {
      if (stored.type.includes('Broken')) throw new Malformed('Nobody can read this.');
      if (!stored.type.startsWith(`${context}.Told`)) return null;
      const { id, type, tenant, stream, revision, position, recordedAt } = stored;
      const at = toInstant(recordedAt);
      return {
        ...{ id, type, tenant, stream, revision, position, recordedAt: at, effectiveAt: at },
        ...{ actor: 'ada', correlationId: id, causationId: id, data: JSON.parse(stored.body) },
      };
    },
  };
}

/** Records commands, each in a stream of its own. */
export function recorderOn(log: Pick<EventLog, 'append'>) {
  let recorded = 0;
  return async ({ tenant, context, kinds, chars = 0 }: Recording): Promise<Position> => {
    const no = (recorded += 1);
    const facts = kinds.map((kind, index) => ({
      ...{ id: derivedId(tenant, context, `${no}-${index}`), type: `${context}.${kind}.v1` },
      body: JSON.stringify({ no, ballast: 'x'.repeat(chars) }),
    }));
    const { position } = await log.append({
      ...{ tenant, stream: `${context}.note-${tenant}.${no}`, expected: 'none', facts },
      ...{ commandId: `c${no}`, fingerprint: 'f' },
    });
    return position;
  };
}

/** The ids of what a tenant is to be told of a context, in order. */
export async function expectedIds(
  log: Pick<EventLog, 'readAll'>,
  { tenant, context, after = null }: Omit<Recording, 'kinds'> & { after?: Position | null },
): Promise<readonly string[]> {
  const { facts } = await log.readAll(null, { limit: 5_000 });
  return facts
    .filter((fact) => fact.tenant === tenant && fact.type === `${context}.Told.v1`)
    .filter(({ position }) => after === null || position > after)
    .map(({ id }) => id);
}

export const idsOf = (facts: readonly Pick<PublishedFact, 'id'>[]) => facts.map(({ id }) => id);
