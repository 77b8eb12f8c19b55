import { msPerDay, reject, startOfDay, endOfDay } from '@plumbline/kernel';
import type { Day, EpochMs, Position, Rejection } from '@plumbline/kernel';
import type { Organization } from '@plumbline/organization';
import { everyOf, type AskedTimes } from '@plumbline/views';
import type { FeedbackPorts } from './feedback.ports.ts';
import { caseSheet, type CaseSheet } from './views/case-sheet.ts';
import { countedCaseOf, slaAttainments } from './views/sla-attainment.ts';
import type { CountedCase, SlaAttainments } from './views/sla-attainment.ts';

/** Days of one span: some ten years. */
export const attainmentDaysMax = 3_660;

/** Cases that were opened in a span of days (of UTC, both counted). */
export interface AttainmentFilter {
  readonly from: Day;
  readonly until: Day;
  /** A unit and those below it, as they stand on the last day. */
  readonly unit?: string;
  readonly sla?: string;
}

interface Asked {
  readonly tenant: string;
  readonly times: AskedTimes;
}

/**
 * How often promises were kept. Everybody reads the counts, also of cases that they may not see:
 * nobody is named in them.
 */
export async function attainmentOf(
  { views, access }: FeedbackPorts,
  { tenant, times }: Asked,
  filter: AttainmentFilter,
  until: EpochMs,
): Promise<{
  readonly position: Position | null;
  readonly attainment?: SlaAttainments;
  readonly refused?: Rejection;
}> {
  const refused = refuseSpan(filter);
  if (refused !== undefined) return { position: null, refused };
  const reader = await views.of(caseSheet, tenant, times);
  const { position } = reader;
  const organization = access.organizationOf(tenant);
  const known = times.asOf === undefined || position === null ? undefined : position;
  // Half of the answer is the organisation's: it must have got as far as the question goes.
  await access.after(known);
  const counts = counterOf(organization, filter, known);
  const cases: CountedCase[] = [];
  for (const value of monthsOf(filter)) {
    for await (const { doc } of everyOf(reader, { index: 'opened', value })) {
      if (counts(doc) && Date.parse(doc.openedAt) <= until) cases.push(countedCaseOf(doc));
    }
  }
  return { position, attainment: slaAttainments(cases, until) };
}

function refuseSpan({ from, until }: AttainmentFilter): Rejection | undefined {
  if (until < from) {
    return reject('request/invalid-parameter', 'The last day is before the first.', '?until');
  }
  if ((Date.parse(until) - Date.parse(from)) / msPerDay < attainmentDaysMax) return undefined;
  return reject('request/invalid-parameter', `At most ${attainmentDaysMax} days.`, '?until');
}

function counterOf(
  organization: Organization,
  { from, until, unit, sla }: AttainmentFilter,
  known: Position | undefined,
): (sheet: CaseSheet) => boolean {
  const [first, last] = [startOfDay(from), endOfDay(until)];
  const within = unit === undefined ? undefined : organization.unitsWithin(unit, until, known);
  // A unit that is no more, on that day, is asked about by itself.
  const units = within === undefined ? undefined : new Set([...within, unit]);
  return (sheet) =>
    sheet.openedAt >= first &&
    sheet.openedAt <= last &&
    (units === undefined || units.has(sheet.unit)) &&
    (sla === undefined || sheet.standing.slaRef === sla);
}

function monthsOf({ from, until }: AttainmentFilter): readonly string[] {
  const months: string[] = [];
  const last = until.slice(0, 7);
  for (let month = from.slice(0, 7); month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}
