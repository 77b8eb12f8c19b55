import { msPerDay, reject, startOfDay, endOfDay, toInstant } from '@plumbline/kernel';
import type { Day, Position, Rejection } from '@plumbline/kernel';
import type { Organization } from '@plumbline/organization';
import { everyOf, untilOf, type ViewReader } from '@plumbline/views';
import type { FeedbackPorts } from './feedback.ports.ts';
import type { RecognitionQuery } from './recognition.queries.ts';
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

interface Answered {
  readonly position: Position | null;
  readonly figures?: FiguresAnswer;
  readonly refused?: Rejection;
}

/** Of those who were of the unit, or of one below it, on the last day of the span. */
export async function figuresOf(
  { views, access, clock }: FeedbackPorts,
  { tenant, times }: RecognitionQuery,
  of: FiguresOf,
): Promise<Answered> {
  const reader = await views.of(recognitionWall, tenant, times);
  const { position } = reader;
  const today = toInstant(untilOf(times, clock.now())).slice(0, 10);
  const { unit, until = today, from = daysBefore(until, figuresDaysDefault - 1) } = of;
  const refused = refuseSpan(from, until);
  if (refused !== undefined) return { position, refused };
  const known = times.asOf === undefined ? undefined : (position ?? undefined);
  // Half of the answer is the organisation's: it must have got as far as the question goes.
  await access.after(known ?? times.readAfter);
  const people = peopleOf(access.organizationOf(tenant), unit, until, known);
  const figures = recognitionFigures(people, await givenIn(reader, from, until));
  return { position, figures: { unit: unit ?? null, from, until, figures } };
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
