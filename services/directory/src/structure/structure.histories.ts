import { clearText } from '@plumbline/kernel';
import type { ChangeStructure, StructureChange } from './structure.commands.ts';
import type { StructureFact } from './structure.ts';

/**
 * The example histories of a structure, by name: a company with a sales unit and a desk in it. The
 * director leads the company, the seller reports to the director, the clerk to the seller.
 */
export const founded = '2026-01-01';
export const spring = '2026-04-01';
export const summer = '2026-07-01';

export const at = '2025-12-15T09:00:00.000Z';
const told = { act: 'act-founding', at };
const later = { act: 'act-change', at: '2026-03-01T09:00:00.000Z' };

/** The same facts, made by an act before. */
export const before = (...facts: readonly StructureFact[]): readonly StructureFact[] =>
  facts.map((fact) => ({ ...fact, act: 'act-before' }));

/** A command of these changes. */
export const change = (...changes: readonly StructureChange[]): ChangeStructure => ({
  type: 'ChangeStructure',
  ...later,
  now: later.at,
  changes,
});

export const establishUnit = (unit: string, parent: string | null, from = founded) =>
  ({ type: 'EstablishUnit', unit, parent, from, name: `The ${unit}` }) as const;
export const unitEstablished = (
  unit: string,
  parent: string | null,
  from = founded,
): StructureFact => ({
  type: 'UnitEstablished',
  ...told,
  ...{ unit, parent, from },
  text: clearText(`unit:${unit}`, { name: `The ${unit}` }),
});

export const establishPost = (post: string, unit: string, manager: string | null, from = founded) =>
  ({
    type: 'EstablishPost',
    ...{ post, unit, manager, from },
    ...{ fte: 1, grade: null, title: `The ${post}` },
  }) as const;
export const postEstablished = (
  post: string,
  unit: string,
  manager: string | null,
  from = founded,
): StructureFact => ({
  type: 'PostEstablished',
  ...told,
  ...{ post, unit, manager, from },
  ...{ fte: 1, grade: null },
  text: clearText(`unit:${unit}`, { title: `The ${post}` }),
});

export const company: readonly StructureFact[] = [
  unitEstablished('company', null),
  unitEstablished('sales', 'company'),
  unitEstablished('desk', 'sales'),
  unitEstablished('works', 'company'),
  postEstablished('director', 'company', null),
  postEstablished('seller', 'sales', 'director'),
  postEstablished('clerk', 'desk', 'seller'),
  postEstablished('smith', 'works', 'director'),
];

export const unitMoved = (unit: string, parent: string | null, from: string): StructureFact => ({
  type: 'UnitMoved',
  ...later,
  ...{ unit, parent, from },
});
export const unitHeaded = (unit: string, post: string | null, from: string): StructureFact => ({
  type: 'UnitHeaded',
  ...later,
  ...{ unit, post, from },
});
export const unitRenamed: StructureFact = {
  type: 'UnitRenamed',
  ...later,
  unit: 'desk',
  text: clearText('unit:desk', { name: 'Front desk' }),
};
export const unitClosed = (unit: string, from: string): StructureFact => ({
  type: 'UnitClosed',
  ...later,
  ...{ unit, from },
});
export const postMoved = (post: string, unit: string, from: string): StructureFact => ({
  type: 'PostMoved',
  ...later,
  ...{ post, unit, from },
});
export const postRetitled: StructureFact = {
  type: 'PostRetitled',
  ...later,
  post: 'clerk',
  text: clearText('unit:desk', { title: 'Chief clerk' }),
};
export const postClosed = (post: string, from: string): StructureFact => ({
  type: 'PostClosed',
  ...later,
  ...{ post, from },
});
export const lineChanged = (
  post: string,
  manager: string | null,
  from: string,
  line = 'solid',
): StructureFact => ({
  type: 'ReportingLineChanged',
  ...later,
  ...{ post, line, manager, from },
  text: clearText('unit:desk', {}),
});
export const structureCorrected: StructureFact = {
  type: 'StructureCorrected',
  ...later,
  of: { kind: 'post', id: 'clerk' },
  field: 'line:solid',
  from: founded,
  to: { from: founded, value: 'director' },
  text: clearText('unit:desk', { reason: 'A typing error.' }),
};
