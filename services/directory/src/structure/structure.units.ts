import { clearText, entryAt, reject, valueOn, withEntry } from '@plumbline/kernel';
import type { Decision } from '@plumbline/kernel';
import type * as Change from './structure.commands.ts';
import type { Told } from './structure.commands.ts';
import { refuseAbsent, refuseHead, refuseOccupied, refusePlacement } from './structure.rules.ts';
import { refuseUnitCycle, spanFrom, unknownUnit } from './structure.rules.ts';
import { unitOf, type Structure, type StructureFact } from './structure.ts';

type Decided = Decision<StructureFact>;

/** The data subject whose key seals what is written of a unit, and of the posts in it. */
export const subjectOf = (unit: string): string => `unit:${unit}`;

export function establishUnit(
  change: Change.EstablishUnit,
  structure: Structure,
  told: Told,
): Decided {
  const { unit, parent, from, name } = change;
  const found = unitOf(structure, unit);
  if (found !== undefined) {
    // Already so: imports say it again. Its name is sealed, and is not compared.
    const entry = entryAt(found.parent, from);
    if (found.established === from && entry !== undefined && entry.value === parent) return [];
    return reject('structure/unit-exists', `There is another unit "${unit}" already.`, '/unit');
  }
  if (unit === parent) {
    return reject('structure/unit-cycle', `The unit "${unit}" is not within itself.`, '/parent');
  }
  const span = { from, until: undefined, value: parent };
  const refused = refusePlacement(structure, { established: from, closed: [] }, span, '/parent');
  if (refused !== undefined) return refused;
  const text = clearText(subjectOf(unit), { name });
  return [{ type: 'UnitEstablished', ...told, unit, parent, from, text }];
}

export function moveUnit(change: Change.MoveUnit, structure: Structure, told: Told): Decided {
  const { unit, parent, from } = change;
  const found = unitOf(structure, unit);
  if (found === undefined) return unknownUnit(unit, '/unit');
  const span = spanFrom(found.parent, from, parent);
  const refused =
    refuseAbsent('unit', unit, found, from, '/from') ??
    refusePlacement(structure, found, span, '/parent') ??
    refuseUnitCycle(structure, unit, [span], '/parent');
  if (refused !== undefined) return refused;
  if (valueOn(found.parent, from) === parent) return []; // Already so.
  return [{ type: 'UnitMoved', ...told, unit, parent, from }];
}

export function headUnit(change: Change.HeadUnit, structure: Structure, told: Told): Decided {
  const { unit, post, from } = change;
  const found = unitOf(structure, unit);
  if (found === undefined) return unknownUnit(unit, '/unit');
  const refused =
    refuseAbsent('unit', unit, found, from, '/from') ??
    refuseHead(structure, unit, post, from, '/post');
  if (refused !== undefined) return refused;
  if ((valueOn(found.head, from) ?? null) === post) return []; // Already so.
  return [{ type: 'UnitHeaded', ...told, unit, post, from }];
}

export function renameUnit(change: Change.RenameUnit, structure: Structure, told: Told): Decided {
  const { unit, name } = change;
  if (unitOf(structure, unit) === undefined) return unknownUnit(unit, '/unit');
  return [{ type: 'UnitRenamed', ...told, unit, text: clearText(subjectOf(unit), { name }) }];
}

export function closeUnit(change: Change.CloseUnit, structure: Structure, told: Told): Decided {
  const { unit, from } = change;
  const found = unitOf(structure, unit);
  if (found === undefined) return unknownUnit(unit, '/unit');
  if (valueOn(found.closed, from) === true) return []; // Already so.
  const refused =
    refuseAbsent('unit', unit, found, from, '/from') ??
    refuseOccupied(structure, unit, found, withEntry(found.closed, from, true), '/unit');
  return refused ?? [{ type: 'UnitClosed', ...told, unit, from }];
}
