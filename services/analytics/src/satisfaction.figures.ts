import type { Reading } from '@plumbline/access';
import { isRejection, msPerDay, reject, type Day } from '@plumbline/kernel';
import type { Position, Rejection } from '@plumbline/kernel';
import type { AskedTimes } from '@plumbline/views';
import type { AnalyticsPorts } from './analytics.ports.ts';
import { countedInDays, countedInMonths, type OpenCounted } from './satisfaction.spans.ts';
import { unitsThen } from './satisfaction.units.ts';
import { satisfaction, type Breakdown, type Satisfaction } from './views/satisfaction-breakdown.ts';
import type { SatisfactionFilter } from './views/satisfaction-breakdown.ts';
import { satisfactionAttribution } from './views/satisfaction-attribution.ts';
import type { CountedDay, Scale } from './views/satisfaction-cells.ts';
import { satisfactionDay } from './views/satisfaction-day.ts';

/** Ten years. */
export const spanDaysMax = 3_660;

export interface SatisfactionQuestion {
  readonly metric: string;
  /** First and last day of the interactions. */
  readonly from: Day;
  readonly until: Day;
  readonly by?: Breakdown;
  readonly filter: SatisfactionFilter;
  /** Of a question that was asked on more than one. */
  readonly scale?: Scale;
}

export interface SatisfactionAnswer {
  readonly position: Position | null;
  readonly scale?: Scale | null;
  readonly satisfaction?: Satisfaction;
  readonly refused?: Rejection;
}

/** Figures of one question over a span, from a document for each day of it. */
export async function askSatisfaction(
  ports: AnalyticsPorts,
  tenant: string,
  question: SatisfactionQuestion,
  times: AskedTimes,
  reading: Reading,
): Promise<SatisfactionAnswer> {
  const { metric, from, until, by, filter } = question;
  const refused = refuseSpan(question);
  if (refused !== undefined) return { position: null, refused };
  // The one without attributions has fewer cells, and so few of a month; each has every response.
  const isOfHolders = [by, ...Object.keys(filter)].some((it) => it === 'unit' || it === 'person');
  const counted = isOfHolders || by === 'day' ? countedInDays : countedInMonths;
  const view = isOfHolders ? satisfactionAttribution : satisfactionDay;
  const open: OpenCounted = (one) => ports.views.of(one, tenant, times);
  const { position, found } = await counted(open, view, { metric, from, until });
  const scale = scaleOf(found, question.scale);
  if (isRejection(scale)) return { position, refused: scale };
  const known = times.asOf === undefined || position === null ? undefined : position;
  // Half of the answer is the organisation's: it must have got as far as the question goes.
  await ports.access.after(known);
  const units = unitsThen(ports.access.organizationOf(tenant), known, until);
  const days = scale === null ? [] : found.filter((one) => isSame(one.scale, scale));
  const asked = {
    ...{ metric, scale: scale ?? noScale, days, filter },
    ...{ unitsOf: units.of, parentOf: units.parentOf },
  };
  const answer = satisfaction(by === undefined ? asked : { ...asked, by });
  const rows = answer.rows.filter(({ of }) => by !== 'person' || sees(reading, String(of)));
  return { position, scale, satisfaction: { ...answer, rows } };
}

function refuseSpan({ from, until }: SatisfactionQuestion): Rejection | undefined {
  if (until < from) {
    return reject('request/invalid-parameter', 'The last day is before the first.', '?until');
  }
  if ((Date.parse(until) - Date.parse(from)) / msPerDay < spanDaysMax) return undefined;
  return reject('request/invalid-parameter', `At most ${spanDaysMax} days.`, '?until');
}

/**
 * Live figures of any span can be set beside each other until single answers are left. So they are
 * for those who may read the answers of which they are: of all, of a unit, or of a person.
 */
export function refuseReader(
  { filter: { unit, person } }: SatisfactionQuestion,
  reading: Reading,
): Rejection | undefined {
  if (person !== undefined) return refusalOfPerson(reading, person);
  if (unit === undefined) return reading.refusal('satisfaction/read', {}, 'satisfaction');
  return reading.refusal('satisfaction/read', { owner: `unit:${unit}` }, `satisfaction:${unit}`);
}

function refusalOfPerson(reading: Reading, person: string): Rejection | undefined {
  const about = { owner: `person:${person}` };
  return reading.refusal('satisfaction/read-person', about, `satisfaction:${person}`);
}

/** What customers say of one person is not for everybody. */
function sees(reading: Reading, person: string): boolean {
  return refusalOfPerson(reading, person) === undefined;
}

/** Of a question that nobody was asked, there is nothing to be counted on it. */
const noScale: Scale = { min: 0, max: 1 };

/** The scale of a question; null where nobody was asked. Two of them are never pooled. */
function scaleOf(days: readonly CountedDay[], asked: Scale | undefined): Scale | null | Rejection {
  if (asked !== undefined) return days.find(({ scale }) => isSame(scale, asked))?.scale ?? null;
  const [first] = days;
  if (first === undefined) return null;
  const other = days.find(({ scale }) => !isSame(scale, first.scale));
  if (other === undefined) return first.scale;
  const scales = [first.scale, other.scale].map(({ min, max }) => `${min}..${max}`).join(' and ');
  const detail = `It was asked on several scales, as ${scales}. Give one of them.`;
  return reject('satisfaction/several-scales', detail, '?scale');
}

export function isSame(one: Scale, other: Scale): boolean {
  return one.min === other.min && one.max === other.max;
}
