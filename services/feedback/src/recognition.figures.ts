import { msPerDay, present, reject, startOfDay, endOfDay, toInstant } from '@plumbline/kernel';
import type { Day, Position, Rejection } from '@plumbline/kernel';
import type { Organization } from '@plumbline/organization';
import { everyOf, untilOf, type ViewReader } from '@plumbline/views';
import type { FeedbackPorts } from './feedback.ports.ts';
import type { RecognitionQuery } from './recognition.queries.ts';
import { recognitionByUnit } from './views/recognition-by-unit.ts';
import type { UnitRecognition } from './views/recognition-by-unit.ts';
import { recognitionFigures, type RecognitionFigures } from './views/recognition-figures.ts';
import { recognitionWall, wallKeyAt, type RecognitionLine } from './views/recognition-wall.ts';

/** A year and a day: every recognition of a span is looked at. */
export const figuresDaysMax = 366;

/** Of everybody when no unit is named; the last 90 days, where the span is not said. */
export interface FiguresOf {
  readonly unit?: string;
  readonly from?: Day;
  readonly until?: Day;
}

export const figuresDaysDefault = 90;

export interface FiguresAnswer {
  readonly unit: string | null;
  readonly from: Day;
  readonly until: Day;
  readonly figures: RecognitionFigures;
}

/** Of everybody, or of the unit that is asked about, and then of each unit within. */
export interface UnitFiguresAnswer {
  readonly from: Day;
  readonly until: Day;
  readonly units: readonly UnitRecognition[];
}

interface AnsweredByUnit {
  readonly position: Position | null;
  readonly byUnit?: UnitFiguresAnswer;
  readonly refused?: Rejection;
}

interface Answered {
  readonly position: Position | null;
  readonly figures?: FiguresAnswer;
  readonly refused?: Rejection;
}

/** Of those who were of the unit, or of one below it, on the last day of the span. */
export async function figuresOf(
  ports: FeedbackPorts,
  query: RecognitionQuery,
  of: FiguresOf,
): Promise<Answered> {
  const { position, refused, given } = await givenOf(ports, query, of);
  if (given === undefined) return { position, ...present({ refused }) };
  const { unit, from, until, lines, peopleOf } = given;
  const figures = recognitionFigures(peopleOf(unit), lines);
  return { position, figures: { unit: unit ?? null, from, until, figures } };
}

/** The same, and beside it of every unit within it. */
export async function figuresByUnit(
  ports: FeedbackPorts,
  query: RecognitionQuery,
  of: FiguresOf,
): Promise<AnsweredByUnit> {
  const { position, refused, given } = await givenOf(ports, query, of);
  if (given === undefined) return { position, ...present({ refused }) };
  const { unit, from, until, lines, peopleOf, unitsWithin } = given;
  const all = { unit: unit ?? null, parent: null, people: peopleOf(unit) };
  const units = unitsWithin().map((one) => ({ ...one, people: peopleOf(one.unit) }));
  return { position, byUnit: { from, until, units: recognitionByUnit([all, ...units], lines) } };
}

/** What was given in a span, and how the organisation stood on its last day. */
async function givenOf(
  { views, access, clock }: FeedbackPorts,
  { tenant, times }: RecognitionQuery,
  of: FiguresOf,
) {
  const reader = await views.of(recognitionWall, tenant, times);
  const { position } = reader;
  const today = toInstant(untilOf(times, clock.now())).slice(0, 10);
  const { unit, until = today, from = daysBefore(until, figuresDaysDefault - 1) } = of;
  const refused = refuseSpan(from, until);
  if (refused !== undefined) return { position, refused };
  const known = times.asOf === undefined ? undefined : (position ?? undefined);
  // Half of the answer is the organisation's: it must have got as far as the question goes.
  await access.after(known ?? times.readAfter);
  const organization = access.organizationOf(tenant);
  const given = {
    ...{ unit, from, until, lines: await givenIn(reader, from, until) },
    peopleOf: (one: string | undefined) => peopleOf(organization, one, until, known),
    unitsWithin: () => unitsBelow(organization, unit, until, known),
  };
  return { position, given };
}

function refuseSpan(from: Day, until: Day): Rejection | undefined {
  if (until < from) {
    return reject('request/invalid-parameter', 'The last day is before the first.', '?until');
  }
  if ((Date.parse(until) - Date.parse(from)) / msPerDay < figuresDaysMax) return undefined;
  return reject('request/invalid-parameter', `At most ${figuresDaysMax} days.`, '?until');
}

function daysBefore(day: Day, days: number): Day {
  return toInstant(Date.parse(day) - days * msPerDay).slice(0, 10);
}

function peopleOf(
  organization: Organization,
  unit: string | undefined,
  on: Day,
  known: Position | undefined,
): readonly string[] {
  if (unit === undefined) {
    return organization.people().filter((person) => organization.isPresent(person, on, known));
  }
  const units = organization.unitsWithin(unit, on, known);
  return [...new Set(units.flatMap((one) => organization.membersOf(one, on, known)))];
}

/** Sorted by code, without the one that is asked about. */
function unitsBelow(
  organization: Organization,
  unit: string | undefined,
  on: Day,
  known: Position | undefined,
): readonly { readonly unit: string; readonly parent: string | null }[] {
  const units = organization.units(on, known);
  if (unit === undefined) return units;
  const within = new Set(organization.unitsWithin(unit, on, known));
  return units.filter((one) => within.has(one.unit) && one.unit !== unit);
}

/** The wall goes from the newest to the oldest: it is read from the end of the span on. */
async function givenIn(
  reader: ViewReader<RecognitionLine>,
  from: Day,
  until: Day,
): Promise<readonly RecognitionLine[]> {
  const given: RecognitionLine[] = [];
  const page = { limit: figuresPageMax, after: wallKeyAt(endOfDay(until)) };
  for await (const { doc } of everyOf(reader, 'all', page)) {
    if (doc.at < startOfDay(from)) break;
    given.push(doc);
  }
  return given;
}

const figuresPageMax = 1_000;
