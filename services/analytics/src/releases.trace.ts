import type { Reading } from '@plumbline/access';
import { isRejection, type Rejection } from '@plumbline/kernel';
import type { PageRequest } from '@plumbline/views';
import type { AnalyticsPorts } from './analytics.ports.ts';
import type { Place, Segments } from './metric-release/source.ts';
import { kindOf, namedOf, type FactRef, type KeyedAnswer } from './releases.sources.ts';
import type { ReleaseSheet } from './views/release-sheet.ts';

/** The facts that a figure was counted from, page by page; or why the caller is not told. */
export type Traced =
  { readonly facts: readonly FactRef[]; readonly next?: string } | { readonly refused: Rejection };

interface Asked {
  readonly tenant: string;
  readonly sheet: ReleaseSheet;
  readonly figure: number;
  readonly page: PageRequest;
  readonly reading: Reading;
}

/** So many answers are looked at for one page. */
export const looksMax = 5_000;

/**
 * Whoever reads these facts in the stream counts the same figure. They are for those alone who may
 * read what the figure is of one by one; all others have its counts.
 */
export async function tracedFacts(
  ports: AnalyticsPorts,
  { tenant, sheet, figure, page, reading }: Asked,
): Promise<Traced> {
  const { dimensions, source: ref, position, releaseId } = sheet;
  const of = sheet.figures[figure]?.of ?? [];
  const kind = kindOf(ports, ref);
  const { action, about } = kind.trace(namedOf(dimensions, of));
  const refused = reading.refusal(action, about, `release:${releaseId}`);
  if (refused !== undefined) return { refused };
  const source = await kind.open(tenant, ref, position);
  if (isRejection(source)) return { refused: source };
  return pageOf(source.answers([sheet], page.after), of, page.limit);
}

/** Answers with the same key are on one page: what comes after a key comes after all of them. */
async function pageOf(
  answers: AsyncIterable<KeyedAnswer>,
  of: Segments,
  limit: number,
): Promise<Traced> {
  const facts: FactRef[] = [];
  let [looks, found, last] = [0, 0, ''];
  for await (const answer of answers) {
    const isFull = found >= limit || looks >= looksMax;
    if (isFull && answer.key !== last) return { facts, next: last };
    [looks, last] = [looks + 1, answer.key];
    if (!isWithin(answer.places[0] ?? null, of)) continue;
    found += 1;
    // A batch of answers is one fact, and its answers come one after the other.
    facts.push(...answer.facts.filter(({ id }) => id !== facts.at(-1)?.id));
  }
  return { facts };
}

function isWithin(place: Place | null, of: Segments): boolean {
  return place !== null && of.every((one, at) => one === null || place[at]?.includes(one) === true);
}
