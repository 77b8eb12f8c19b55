import { isRejection, never, reject } from '@plumbline/kernel';
import type { Decider, Decision } from '@plumbline/kernel';
import type { ChangeStructure, StructureChange, StructureCommand } from './structure.commands.ts';
import type { Told } from './structure.commands.ts';
import { correct } from './structure.correct.ts';
import { changeLine, closePost, drawLine, establishPost } from './structure.posts.ts';
import { movePost, retitlePost } from './structure.posts.ts';
import { evolveStructure, hasAct, initialStructure } from './structure.ts';
import type { Structure, StructureFact } from './structure.ts';
import { closeUnit, establishUnit, headUnit, moveUnit, renameUnit } from './structure.units.ts';

/** How many changes one command may hold; each makes one fact at most. */
export const changesMax = 200;

export const structureDecider: Decider<StructureCommand, Structure, StructureFact> = {
  initial: initialStructure,
  evolve: evolveStructure,
  decide: decideStructure,
};

function decideStructure(command: ChangeStructure, structure: Structure): Decision<StructureFact> {
  const { act, at, changes } = command;
  if (hasAct(structure, act)) return []; // Already so: a retry is not an error.
  if (changes.length > changesMax) {
    const detail = `At most ${changesMax} changes at a time; send the others after them.`;
    return reject('structure/too-many-changes', detail, '/changes');
  }
  return decideChanges(changes, structure, { act, at }, '/changes/');
}

/** Each on what those before it make of the structure; the first that is refused refuses all. */
export function decideChanges(
  changes: readonly StructureChange[],
  structure: Structure,
  told: Told,
  path: string,
): Decision<StructureFact> {
  const facts: StructureFact[] = [];
  let reached = structure;
  for (const [index, change] of changes.entries()) {
    const decision = decideChange(change, reached, told);
    if (isRejection(decision)) {
      return reject(decision.code, decision.detail, `${path}${index}${decision.field ?? ''}`);
    }
    for (const fact of decision) {
      facts.push(fact);
      reached = evolveStructure(reached, fact);
    }
  }
  return facts;
}

/** One change, on the structure as it stands; fields are named from the change itself. */
export function decideChange(
  change: StructureChange,
  structure: Structure,
  told: Told,
): Decision<StructureFact> {
  switch (change.type) {
    case 'EstablishUnit':
      return establishUnit(change, structure, told);
    case 'MoveUnit':
      return moveUnit(change, structure, told);
    case 'HeadUnit':
      return headUnit(change, structure, told);
    case 'RenameUnit':
      return renameUnit(change, structure, told);
    case 'CloseUnit':
      return closeUnit(change, structure, told);
    case 'EstablishPost':
      return establishPost(change, structure, told);
    case 'MovePost':
      return movePost(change, structure, told);
    case 'RetitlePost':
      return retitlePost(change, structure, told);
    case 'ClosePost':
      return closePost(change, structure, told);
    case 'DrawReportingLine':
      return drawLine(change, structure, told);
    case 'ChangeReportingLine':
      return changeLine(change, structure, told);
    case 'CorrectStructure':
      return correct(change, structure, told);
    default:
      return never(change);
  }
}
