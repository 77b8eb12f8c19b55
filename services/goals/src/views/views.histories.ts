import { toInstant, type Actor, type Position, type Recorded } from '@plumbline/kernel';
import type { GoalsFact } from '../facts.ts';

const ada: Actor = { sub: 'ada', via: 'http' };

/** Facts as a log would give them: one after the other, recorded at the time they hold. */
export function recorded(
  facts: readonly GoalsFact[],
  over: Partial<Recorded<GoalsFact>> = {},
): Recorded<GoalsFact>[] {
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
      actor: ada,
      commandId: fact.act,
      correlationId: fact.act,
      causationId: fact.act,
      ...over,
    };
  });
}

function streamOf(fact: GoalsFact): string {
  if ('kpiId' in fact) return `goals.kpi-t.${fact.kpiId}`;
  if ('strategyId' in fact) return `goals.strategy-t.${fact.strategyId}`;
  if ('alignmentId' in fact) return 'goals.alignment-t.all';
  return 'ideaId' in fact ? `goals.experiment-t.${fact.ideaId}` : `goals.goal-t.${fact.goalId}`;
}
