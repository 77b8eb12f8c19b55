import { reject, toInstant, type Day, type Position } from '@plumbline/kernel';
import type { Organization } from '@plumbline/organization';
import { everyOf, untilOf, type ViewReader } from '@plumbline/views';
import type { FeedbackPorts } from './feedback.ports.ts';
import type { PeopleAnswer, PeopleQuery } from './people.queries.ts';
import { coverageFigures, type CountedBy, type CoverageFigures } from './views/coverage.ts';
import { noteSheet, type NoteSheet } from './views/note-sheet.ts';
import { requestSheet } from './views/request-sheet.ts';

/** People of one answer. */
export const coveredPeopleMax = 500;

/** Of one person, or of all of a unit and of those below it. */
export type CoverageOf =
  { readonly person: string; readonly isOwn: boolean } | { readonly unit: string };

export interface Coverage {
  /** The day on which the people are those of the unit. */
  readonly on: Day;
  readonly countedBy: CountedBy;
  readonly figures: CoverageFigures;
}

/** Of a person, for themselves and those who manage them; of a unit, for those who lead it. */
export async function coverageOf(
  { views, clock, access }: FeedbackPorts,
  { tenant, times, reading }: PeopleQuery,
  of: CoverageOf,
): Promise<PeopleAnswer> {
  const notes = await views.of(noteSheet, tenant, times);
  const { position } = notes;
  const owner = 'unit' in of ? `unit:${of.unit}` : `person:${of.person}`;
  const refused = reading.refusal('feedback/read-figures', { owner }, `coverage:${owner}`);
  if (refused !== undefined) return { position, refused };
  const until = untilOf(times, clock.now());
  const on = toInstant(until).slice(0, 10);
  const known = times.asOf === undefined ? undefined : (position ?? undefined);
  const people = peopleOf(of, access.organizationOf(tenant), on, known);
  if (people.length > coveredPeopleMax) {
    const detail = `These are ${people.length}. Ask for a unit of ${coveredPeopleMax} people at most.`;
    return { position, refused: reject('feedback-coverage/too-many-people', detail, '?unit') };
  }
  const countedBy = 'isOwn' in of && of.isOwn ? 'person' : 'managers';
  const figures = coverageFigures({
    ...{ people, countedBy, until },
    notes: await notesOf(notes, people),
    requests: await docsOf(await views.of(requestSheet, tenant, times), 'from', people),
  });
  return { position, coverage: { on, countedBy, figures } };
}

function peopleOf(
  of: CoverageOf,
  organization: Organization,
  on: Day,
  known: Position | undefined,
): readonly string[] {
  if (!('unit' in of)) return [of.person];
  const units = organization.unitsWithin(of.unit, on, known);
  return [...new Set(units.flatMap((unit) => organization.membersOf(unit, on, known)))].toSorted();
}

/** By them, or about them; a note among them counts once. */
async function notesOf(
  reader: ViewReader<NoteSheet>,
  people: readonly string[],
): Promise<readonly NoteSheet[]> {
  const of = new Set(people);
  const received = await docsOf(reader, 'subject', people);
  const given = await docsOf(reader, 'author', people);
  return [...received, ...given.filter(({ subject }) => !of.has(subject))];
}

async function docsOf<Doc>(
  reader: ViewReader<Doc>,
  index: string,
  values: readonly string[],
): Promise<readonly Doc[]> {
  const docs: Doc[] = [];
  for (const value of values) {
    for await (const { doc } of everyOf(reader, { index, value })) docs.push(doc);
  }
  return docs;
}
