import { isRejection, reject } from '@plumbline/kernel';
import type { Rejection } from '@plumbline/kernel';
import type { StructureChange, Told } from './structure.commands.ts';
import { decideChanges } from './structure.decide.ts';
import { evolveStructure, hasAct } from './structure.ts';
import type { Structure } from './structure.ts';

/** Changes that go together, as those of one line of an import. */
export type ChangeGroup = readonly StructureChange[];

export interface Sifted {
  /** The changes of all groups that are good, in their order. */
  readonly taken: readonly StructureChange[];
  /** Groups that change something, by their index: the others are so already. */
  readonly changing: ReadonlySet<number>;
  /** Groups that are left out, by their index, each for its first change that is refused. */
  readonly refused: readonly { readonly index: number; readonly rejection: Rejection }[];
}

/** Parts the good from the rest, each group on what the good ones before it make. */
export function siftChanges(
  groups: readonly ChangeGroup[],
  structure: Structure,
  told: Told,
): Sifted {
  const taken: StructureChange[] = [];
  const changing = new Set<number>();
  const refused: { index: number; rejection: Rejection }[] = [];
  let reached = structure;
  for (const [index, changes] of groups.entries()) {
    const decision = decideChanges(changes, reached, told, '/changes/');
    if (isRejection(decision)) {
      refused.push({ index, rejection: decision });
      continue;
    }
    taken.push(...changes);
    if (decision.length > 0) changing.add(index);
    for (const fact of decision) reached = evolveStructure(reached, fact);
  }
  return { taken, changing, refused };
}

/**
 * The same for one step of a longer work, which may have been carried out before a crash: then
 * what was taken is what holds now, and nothing is tried again that was refused then.
 */
export function siftStep(groups: readonly ChangeGroup[], structure: Structure, told: Told): Sifted {
  if (!hasAct(structure, told.act)) return siftChanges(groups, structure, told);
  const taken: StructureChange[] = [];
  const refused: { index: number; rejection: Rejection }[] = [];
  for (const [index, changes] of groups.entries()) {
    const decision = decideChanges(changes, structure, told, '/changes/');
    if (isRejection(decision)) refused.push({ index, rejection: decision });
    else if (decision.length === 0) taken.push(...changes);
    else refused.push({ index, rejection: notTaken });
  }
  return { taken, changing: new Set(), refused };
}

const notTaken = reject(
  'structure/not-taken',
  'It was refused when its step was carried out; it would be taken now. Send it by itself.',
);
