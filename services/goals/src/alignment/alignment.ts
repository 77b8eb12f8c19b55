import { emptyTable, tableGet, tableWith } from '@plumbline/kernel';
import type { Day, Instant, Table, Text } from '@plumbline/kernel';

/**
 * What is recorded of who pulls on what: all of a tenant in one stream, as that no goal pulls on
 * itself is a rule over all of them. The reason for an end is in `text`.
 */
export type AlignmentFact =
  | (Act & { type: 'GoalAligned' } & Alignment)
  | (Act & { type: 'GoalUnaligned'; child: string; parent: Parent; on: Day; text: Text });

interface Act {
  readonly act: string;
  readonly alignmentId: string;
  readonly at: Instant;
}

export interface Alignment {
  /** The goal that is aligned. */
  readonly child: string;
  readonly parent: Parent;
  readonly mode: Mode;
  /** Of what the child reaches, as it counts for the parent; null for one that only supports. */
  readonly share: number | null;
  readonly from: Day;
}

export type Parent =
  { readonly goal: string } | { readonly strategy: string; readonly theme: string };

export type Mode = 'contributes' | 'supports';

/** One alignment as it stands. */
export interface Edge extends Alignment {
  readonly alignmentId: string;
  /** The first day on which it is no more. */
  readonly until: Day | null;
  /** The act that began it, and the one that ended it: what repeats either decides nothing. */
  readonly begunBy: string;
  readonly endedBy: string | null;
}

/** In tables, so that a decision among 100,000 alignments copies none of the others. */
export interface Alignments {
  /** By the id of the alignment, those that have ended included. */
  readonly edges: Table<Edge>;
  /** The ids of a goal's alignments to parents, by the goal. */
  readonly above: Table<readonly string[]>;
}

export const initialAlignments: Alignments = { edges: emptyTable, above: emptyTable };

export function evolveAlignments(alignments: Alignments, fact: AlignmentFact): Alignments {
  const { edges, above } = alignments;
  const { alignmentId, act } = fact;
  if (fact.type === 'GoalAligned') {
    const edge = edgeOf(fact);
    const others = tableGet(above, edge.child) ?? [];
    return {
      edges: tableWith(edges, alignmentId, edge),
      above: tableWith(above, edge.child, [...others, alignmentId]),
    };
  }
  const edge = edgeWith(alignments, alignmentId);
  if (edge === undefined) return alignments;
  return { above, edges: tableWith(edges, alignmentId, { ...edge, until: fact.on, endedBy: act }) };
}

export function edgeOf(fact: Act & Alignment): Edge {
  const { alignmentId, act: begunBy, child, parent, mode, share, from } = fact;
  return { alignmentId, child, parent, mode, share, from, until: null, begunBy, endedBy: null };
}

export function edgeWith({ edges }: Alignments, alignmentId: string): Edge | undefined {
  return tableGet(edges, alignmentId);
}

/** A goal's alignments to parents, on any day. */
export function edgesAbove({ edges, above }: Alignments, goalId: string): readonly Edge[] {
  return (tableGet(above, goalId) ?? []).flatMap((id) => tableGet(edges, id) ?? []);
}
