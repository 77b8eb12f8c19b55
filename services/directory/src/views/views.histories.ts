import { toInstant, type Actor, type Position, type Recorded } from '@plumbline/kernel';
import type { DirectoryFact } from '../facts.ts';

const hana: Actor = { sub: 'hana', via: 'http' };

/** Facts as a log would give them: one after the other, recorded at the time they hold. */
export function recorded(facts: readonly DirectoryFact[]): Recorded<DirectoryFact>[] {
  const revisions = new Map<string, number>();
  return facts.map((fact, index) => {
    const stream = streamOf(fact);
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    return {
      fact,
      id: `fact-${index}`,
      tenant: 't',
      stream,
      revision,
      position: String(index + 1).padStart(20, '0') as Position,
      recordedAt: Date.parse(fact.at),
      effectiveAt: toInstant(Date.parse(fact.at)),
      actor: hana,
      commandId: fact.act,
      correlationId: fact.act,
      causationId: fact.act,
    };
  });
}

function streamOf(fact: DirectoryFact): string {
  if ('person' in fact) return `directory.person-t.${fact.person}`;
  return 'reorganisation' in fact
    ? `directory.reorganisation-t.${fact.reorganisation}`
    : 'directory.structure-t.all';
}
