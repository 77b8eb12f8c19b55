import type { About } from '@plumbline/organization';

/** A case is of the unit that works it. */
export function ownedByUnit({ unit }: { readonly unit: string }): About {
  return { owner: `unit:${unit}` };
}
