import type { Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { AlignmentFact } from '../alignment/alignment.ts';
import type { GoalsFact } from '../facts.ts';
import type { AlignmentEdge } from './alignment-map.graph.ts';

/** One alignment of a goal to its parent, from the day on which it holds to its end. */
export interface AlignmentLine extends AlignmentEdge, Quoting {
  readonly alignedAt: Instant;
  readonly endedAt: Instant | null;
  /** Why it was ended. */
  readonly reason: Said | null;
}

export const alignmentEdge: View<AlignmentLine, GoalsFact> = {
  name: 'alignment-edge',
  version: 1,
  context: 'goals',
  keys: ({ fact }) => (isAlignment(fact) ? [fact.alignmentId] : []),
  fold: (line, recorded) => {
    return isAlignment(recorded.fact)
      ? foldAlignment(line, recorded as Recorded<AlignmentFact>)
      : line;
  },
  index: ({ child, parent }) => ({
    child,
    ...('goal' in parent ? { parent: parent.goal } : { strategy: parent.strategy }),
  }),
};

function isAlignment(fact: GoalsFact): fact is AlignmentFact {
  return fact.type === 'GoalAligned' || fact.type === 'GoalUnaligned';
}

function foldAlignment(
  line: AlignmentLine | undefined,
  { fact, id }: Recorded<AlignmentFact>,
): AlignmentLine | undefined {
  if (fact.type === 'GoalAligned') {
    const { alignmentId, child, parent, mode, share, from, at } = fact;
    const edge = { alignmentId, child, parent, mode, share, from, until: null };
    return { ...edge, alignedAt: at, endedAt: null, reason: null, texts: {} };
  }
  if (line === undefined) return undefined;
  const reason = quote(id, fact.text, 'reason');
  return { ...line, until: fact.on, endedAt: fact.at, reason, texts: withText({}, id, fact.text) };
}
