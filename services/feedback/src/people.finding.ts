import { endOfDay, isDay, readInstant } from '@plumbline/kernel';
import type { EpochMs, Instant } from '@plumbline/kernel';
import { everyOf, type FoundBy, type Times, type ViewReader } from '@plumbline/views';

export interface Page {
  readonly limit: number;
  readonly after?: string;
}

export interface Found<Doc> {
  readonly docs: readonly Doc[];
  readonly next?: string;
}

/** A page of those documents of an index that are wanted, whatever lies between them. */
export async function findWhere<Doc>(
  reader: ViewReader<Doc>,
  by: FoundBy,
  page: Page,
  wanted: (doc: Doc) => Promise<boolean>,
): Promise<Found<Doc>> {
  const docs: Doc[] = [];
  for await (const { key, doc } of everyOf(reader, by, page)) {
    if (!(await wanted(doc))) continue;
    docs.push(doc);
    if (docs.length === page.limit) return { docs, next: key };
  }
  return { docs };
}

/** Figures are taken at `effectiveAt`; else at an `asOf` that is a time; else now. */
export function untilOf({ asOf, effectiveAt }: Times, now: EpochMs): EpochMs {
  const instant: Instant | undefined = effectiveAt ?? (asOf && readInstant(asOf));
  if (instant === undefined) return now;
  const ms = Date.parse(isDay(instant) ? endOfDay(instant) : instant);
  return Number.isNaN(ms) ? now : ms;
}
