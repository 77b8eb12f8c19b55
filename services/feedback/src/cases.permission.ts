import { refusalOf, type Access, type Reading } from '@plumbline/access';
import type { Rejection } from '@plumbline/kernel';
import type { About, Asking } from '@plumbline/organization';
import type { Origin } from './case/case.ts';

interface Ports {
  readonly access: Pick<Access, 'permit'>;
}

/** A case is of the unit that works it. */
export function ownedByUnit({ unit }: { readonly unit: string }): About {
  return { owner: `unit:${unit}` };
}

/** Whose a case is to read: of the unit that works it, and of who opened it. */
type Opened = Pick<Origin, 'unit' | 'openedBy'>;

function ownedByOpener({ openedBy }: Opened): About {
  return { owner: `person:${openedBy}` };
}

export function seesCase(reading: Reading, opened: Opened, record: string): boolean {
  return (
    reading.sees('case/read-opened', ownedByOpener(opened), record) ||
    reading.sees('case/read', ownedByUnit(opened), record)
  );
}

export function refusalToReadCase(
  ports: Ports,
  asking: Asking | undefined,
  opened: Opened,
): Rejection | undefined {
  const isOpener = refusalOf(ports, asking, 'case/read-opened', ownedByOpener(opened));
  if (isOpener === undefined) return undefined;
  return refusalOf(ports, asking, 'case/read', ownedByUnit(opened));
}
