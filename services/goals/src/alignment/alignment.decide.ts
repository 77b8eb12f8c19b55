import { clearText, never, reject, same } from '@plumbline/kernel';
import type { Day, Decider, Decision, Rejection } from '@plumbline/kernel';
import type { AlignGoal, AlignmentCommand } from './alignment.commands.ts';
import type { RealignGoal, UnalignGoal } from './alignment.commands.ts';
import { common, cycleWith, dayAboveOne, ppm, ppmOfOne } from './alignment.graph.ts';
import { edgeOf, edgesAbove, edgeWith, evolveAlignments } from './alignment.ts';
import { initialAlignments } from './alignment.ts';
import type { Alignment, AlignmentFact, Alignments, Edge } from './alignment.ts';

/** Parents that a goal may have at once. */
export const parentsMax = 32;

/**
 * Whether goals and themes exist, and are not over, is asked in the handler: they have streams of
 * their own.
 */
export const alignmentDecider: Decider<AlignmentCommand, Alignments, AlignmentFact> = {
  initial: initialAlignments,
  evolve: evolveAlignments,
  decide: decideAlignment,
};

function decideAlignment(
  command: AlignmentCommand,
  alignments: Alignments,
): Decision<AlignmentFact> {
  switch (command.type) {
    case 'AlignGoal':
      return align(command, alignments);
    case 'UnalignGoal':
      return unalign(command, alignments);
    case 'RealignGoal':
      return realign(command, alignments);
    default:
      return never(command);
  }
}

function align(command: AlignGoal, alignments: Alignments): Decision<AlignmentFact> {
  const { act, at, alignmentId } = command;
  const existing = edgeWith(alignments, alignmentId);
  if (existing !== undefined) return existing.begunBy === act ? [] : alreadyThere();
  const fact: AlignmentFact = {
    ...{ type: 'GoalAligned', act, alignmentId, at },
    ...alignmentOf(command),
  };
  return refuseEdge(edgeOf(fact), alignments) ?? [fact];
}

function unalign(command: UnalignGoal, alignments: Alignments): Decision<AlignmentFact> {
  const edge = edgeWith(alignments, command.alignmentId);
  if (edge === undefined) return notFound();
  if (edge.endedBy === command.act || edge.until === command.on) return []; // Already so.
  return refuseEnd(edge, command.on) ?? [endOf(command, edge)];
}

/** Both in one decision, so that on no day the goal hangs on neither of them, or on both. */
function realign(command: RealignGoal, alignments: Alignments): Decision<AlignmentFact> {
  const { act, at, next, parent, on } = command;
  const edge = edgeWith(alignments, command.alignmentId);
  if (edge === undefined) return notFound();
  const begun = edgeWith(alignments, next);
  if (begun !== undefined) return begun.begunBy === act ? [] : alreadyThere();
  const refused = refuseEnd(edge, on);
  if (refused !== undefined) return refused;
  const { mode = edge.mode } = command;
  const { share = mode === 'contributes' ? edge.share : null } = command;
  const moved = { child: edge.child, parent, mode, share };
  if (same(moved, { child: edge.child, parent: edge.parent, mode: edge.mode, share: edge.share })) {
    return [];
  }
  const end = endOf(command, edge);
  const begin: AlignmentFact = {
    ...{ type: 'GoalAligned', act, alignmentId: next, at },
    ...{ ...moved, from: on },
  };
  return refuseEdge(edgeOf(begin), evolveAlignments(alignments, end)) ?? [end, begin];
}

function alignmentOf({ child, parent, mode, share, from }: Alignment): Alignment {
  return { child, parent, mode, share, from };
}

function endOf(command: UnalignGoal | RealignGoal, { child, parent }: Edge): AlignmentFact {
  const { act, alignmentId, at, on, owner, reason } = command;
  const text = clearText(owner, { reason });
  return { type: 'GoalUnaligned', act, alignmentId, at, child, parent, on, text };
}

function refuseEnd({ from, until }: Edge, on: Day): Rejection | undefined {
  if (until !== null) {
    return reject('alignment/not-aligned', `This alignment ends on ${until} already.`);
  }
  if (on >= from) return undefined;
  const detail = `The alignment begins on ${from}. Give that day or a later one.`;
  return reject('alignment/ends-before-it-starts', detail, '/on');
}

function refuseEdge(edge: Edge, alignments: Alignments): Rejection | undefined {
  const { child, parent } = edge;
  if ('goal' in parent && parent.goal === child) {
    return reject('alignment/to-itself', 'A goal cannot pull on itself.', '/parent');
  }
  const others = edgesAbove(alignments, child).filter((one) => common(one, edge) !== undefined);
  if (others.some((one) => same(one.parent, parent))) {
    const detail = 'The goal is aligned to this parent already. Move that alignment instead.';
    return reject('alignment/already-aligned', detail, '/parent');
  }
  if (others.length >= parentsMax) {
    return reject('alignment/too-many-parents', `At most ${parentsMax} parents at once.`);
  }
  return refuseShare(edge, alignments) ?? refuseCycle(edge, alignments);
}

function refuseShare(edge: Edge, alignments: Alignments): Rejection | undefined {
  const { mode, share } = edge;
  if (mode === 'supports') {
    if (share === null) return undefined;
    const detail = 'What only supports is never counted, so it has no share.';
    return reject('alignment/share-of-support', detail, '/share');
  }
  if (share === null) {
    return reject('alignment/share-missing', 'Say which share contributes.', '/share');
  }
  if (!(ppm(share) > 0)) {
    const detail = `Give a share above 0, of one in ${ppmOfOne} at least.`;
    return reject('alignment/share-not-positive', detail, '/share');
  }
  const day = dayAboveOne(alignments, edge);
  if (day === undefined) return undefined;
  const detail = `On ${day} the goal would contribute more than all that it reaches.`;
  return reject('alignment/shares-exceed-one', detail, '/share');
}

function refuseCycle(edge: Edge, alignments: Alignments): Rejection | undefined {
  const cycle = cycleWith(alignments, edge);
  if (cycle === undefined) return undefined;
  const detail = `From ${cycle.on} these would pull on each other: ${cycle.goals.join(', ')}.`;
  return reject('alignment/cycle', detail, '/parent');
}

function notFound(): Rejection {
  return reject('alignment/not-found', 'There is no alignment with this id.');
}

function alreadyThere(): Rejection {
  return reject('alignment/already-exists', 'There is an alignment with this id.');
}
