import { toInstant, type Position, type Recorded } from '@plumbline/kernel';
import type { ActedFact, FeedbackFact } from '../facts.ts';

/** Facts of one record as a log would give them, each recorded at the time at which it holds. */
export function recorded(facts: readonly ActedFact[]): Recorded<FeedbackFact>[] {
  return facts.map((fact, revision) => ({
    ...{ fact, id: `fact-${revision}`, tenant: 't', stream: 'feedback.one-t.x', revision },
    position: String(revision + 1).padStart(20, '0') as Position,
    recordedAt: Date.parse(fact.at),
    effectiveAt: toInstant(Date.parse(fact.at)),
    actor: { sub: 'bo', via: 'http' },
    ...{ commandId: fact.act, correlationId: fact.act, causationId: fact.act },
  }));
}
