import type { Reading } from '@plumbline/access';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isDay, readInstant, toInstant } from '@plumbline/kernel';
import type { Day, EpochMs, Instant, Position, Rejection } from '@plumbline/kernel';
import { organizationShape } from '@plumbline/organization';
import type { Organization, OrganizationShape, PostFilter } from '@plumbline/organization';
import type { Times } from '@plumbline/views';
import { directoryPorts, personStream, type DirectoryPorts } from './directory.handler.ts';
import { personHistory, type PersonHistory } from './views/person-history.ts';
import { personSheet, type PersonSheet } from './views/person-sheet.ts';
import { reorganisationSheet, type ReorganisationSheet } from './views/reorganisation-sheet.ts';
import { postSheet, unitSheet, type PostSheet, type UnitSheet } from './views/structure-sheets.ts';

export interface Page {
  readonly limit: number;
  readonly after?: string;
}

export type AskedTimes = Times & { readonly readAfter?: Position };

export interface PeopleFilter {
  /** Only these. */
  readonly persons?: readonly string[];
  readonly unit?: string;
  /** With everybody of the units below. */
  readonly below?: boolean;
  readonly post?: string;
}

/** What can be asked of the directory. Answers hold documents as they are stored, sealed. */
export type DirectoryQuestion =
  | { readonly ask: 'people'; readonly filter: PeopleFilter; readonly page: Page }
  | { readonly ask: 'person'; readonly person: string }
  | { readonly ask: 'history'; readonly person: string }
  | { readonly ask: 'team'; readonly person: string; readonly all: boolean; readonly page: Page }
  | { readonly ask: 'managers'; readonly person: string }
  | { readonly ask: 'organization' }
  | { readonly ask: 'units'; readonly page: Page }
  | { readonly ask: 'unit'; readonly unit: string }
  | { readonly ask: 'posts'; readonly filter: PostFilter; readonly page: Page }
  | { readonly ask: 'post'; readonly post: string }
  | { readonly ask: 'reorganisations'; readonly page: Page }
  | { readonly ask: 'reorganisation'; readonly reorganisation: string };

/** The organisation as it stood on a day, as far as was known then. */
export interface Standing {
  readonly organization: Organization;
  readonly on: Day;
  readonly known: Position | undefined;
}

export interface DirectoryAnswer {
  readonly position: Position | null;
  readonly standing: Standing;
  readonly people?: readonly PersonSheet[];
  readonly units?: readonly UnitSheet[];
  readonly posts?: readonly PostSheet[];
  readonly reorganisations?: readonly ReorganisationSheet[];
  readonly shape?: OrganizationShape;
  readonly history?: PersonHistory;
  /** Whether what only some may see of the person is among what this caller may see. */
  readonly details?: boolean;
  readonly next?: string;
  readonly refused?: Rejection;
}

/** Every question of this context goes over the bus in this one envelope. */
export class DirectoryQuery extends Query<DirectoryAnswer> {
  constructor(
    readonly tenant: string,
    readonly question: DirectoryQuestion,
    readonly times: AskedTimes,
    readonly reading: Reading,
  ) {
    super();
  }
}

@QueryHandler(DirectoryQuery)
export class DirectoryQueryHandler implements IQueryHandler<DirectoryQuery> {
  constructor(@Inject(directoryPorts) private readonly ports: DirectoryPorts) {}

  async execute({ tenant, question, times, reading }: DirectoryQuery): Promise<DirectoryAnswer> {
    const { access, views } = this.ports;
    const { readAfter } = times;
    // A position that the log does not have is found out by the views, and need not be waited for.
    if (readAfter !== undefined) await views.of(personSheet, tenant, { readAfter });
    const standing = await standingOf(this.ports, tenant, times);
    // Half of an answer is the organisation's: it must have got as far as the question goes.
    await access.after(standing.known ?? readAfter);
    const answer = await this.#answer(tenant, question, recordedTimes(times), reading, standing);
    await reading.recorded();
    return { standing, ...answer };
  }

  async #answer(
    tenant: string,
    question: DirectoryQuestion,
    times: AskedTimes,
    reading: Reading,
    standing: Standing,
  ): Promise<Omit<DirectoryAnswer, 'standing'>> {
    const { views } = this.ports;
    switch (question.ask) {
      case 'people':
        return this.#people(tenant, question, times, standing);
      case 'person':
        return this.#person(tenant, question.person, times, reading);
      case 'history':
        return this.#history(tenant, question.person, times, reading);
      case 'team': {
        const { organization, on, known } = standing;
        const names = question.all
          ? organization.below(question.person, on, known).toSorted()
          : organization.reportsOf(question.person, on, known);
        const reader = await views.of(personSheet, tenant, times);
        const { keys, next } = pageOfNames(names, question.page);
        return { position: reader.position, people: await sheetsOf(reader, keys), ...next };
      }
      case 'managers': {
        const reader = await views.of(personSheet, tenant, times);
        const above = lineAbove(question.person, standing);
        return { position: reader.position, people: await sheetsOf(reader, above) };
      }
      case 'organization': {
        const { organization, on, known } = standing;
        const position = known ?? organization.position();
        return { position, shape: organizationShape(organization, on, known) };
      }
      case 'units': {
        const reader = await views.of(unitSheet, tenant, times);
        const { docs, ...rest } = await reader.find('all', question.page);
        return { position: reader.position, units: docs.map(({ doc }) => doc), ...rest };
      }
      case 'unit': {
        const reader = await views.of(unitSheet, tenant, times);
        const unit = await reader.get(question.unit);
        return { position: reader.position, units: unit === undefined ? [] : [unit] };
      }
      case 'posts': {
        const reader = await views.of(postSheet, tenant, times);
        const wanted = postsOf(question.filter, standing);
        const { keys, next } = pageOfNames(wanted, question.page);
        return { position: reader.position, posts: await sheetsOf(reader, keys), ...next };
      }
      case 'post': {
        const reader = await views.of(postSheet, tenant, times);
        const post = await reader.get(question.post);
        return { position: reader.position, posts: post === undefined ? [] : [post] };
      }
      case 'reorganisations': {
        const reader = await views.of(reorganisationSheet, tenant, times);
        const { docs, ...rest } = await reader.find('all', question.page);
        const reorganisations = docs.map(({ doc }) => doc);
        return { position: reader.position, reorganisations, ...rest };
      }
      case 'reorganisation': {
        const reader = await views.of(reorganisationSheet, tenant, times);
        const found = await reader.get(question.reorganisation);
        return { position: reader.position, reorganisations: found === undefined ? [] : [found] };
      }
    }
  }

  async #people(
    tenant: string,
    { filter, page }: DirectoryQuestion & { ask: 'people' },
    times: AskedTimes,
    standing: Standing,
  ) {
    const reader = await this.ports.views.of(personSheet, tenant, times);
    const { position } = reader;
    const wanted = peopleOf(filter, standing);
    if (wanted === undefined) {
      const { docs, ...rest } = await reader.find('all', page);
      return { position, people: docs.map(({ doc }) => doc), ...rest };
    }
    const { keys, next } = pageOfNames(wanted, page);
    return { position, people: await sheetsOf(reader, keys), ...next };
  }

  /** A card for everybody; with the details, for those who may see them, which is recorded. */
  async #person(tenant: string, person: string, times: AskedTimes, reading: Reading) {
    const reader = await this.ports.views.of(personSheet, tenant, times);
    const sheet = await reader.get(person);
    const { position } = reader;
    if (sheet === undefined) return { position, people: [] };
    const owner = `person:${person}`;
    const details = reading.sees('person/read-details', { owner }, owner);
    return { position, people: [sheet], details };
  }

  async #history(tenant: string, person: string, times: AskedTimes, reading: Reading) {
    const owner = `person:${person}`;
    const refused = reading.refusal('person/read-details', { owner }, owner);
    if (refused !== undefined) return { position: null, refused };
    const { asOf } = times;
    const streams = [personStream(tenant, person)];
    const recorded = asOf === undefined ? {} : { asOf };
    const { doc, position } = await this.ports.views.fold(personHistory, person, streams, recorded);
    return doc === undefined ? { position } : { position, history: doc };
  }
}

/** The day and the position that a question is about. */
export async function standingOf(
  { access, clock, views }: DirectoryPorts,
  tenant: string,
  times: AskedTimes,
): Promise<Standing> {
  const on = dayOf(times, clock.now());
  const organization = access.organizationOf(tenant);
  if (times.asOf === undefined) return { organization, on, known: undefined };
  const position = await views.positionOf(times.asOf);
  return { organization, on, known: position ?? ('' as Position) };
}

/** The day of `effectiveAt`, else of an `asOf` that is a time, else today. */
export function dayOf({ asOf, effectiveAt }: Times, now: EpochMs): Day {
  const instant: Instant | undefined = effectiveAt ?? (asOf && readInstant(asOf));
  if (instant === undefined) return toInstant(now).slice(0, 10);
  return isDay(instant) ? instant : instant.slice(0, 10);
}

/**
 * Documents of the directory hold what is to come as well as what was, by day: only what was
 * recorded later is left out, and not what holds later.
 */
function recordedTimes({ asOf, readAfter }: AskedTimes): AskedTimes {
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(readAfter === undefined ? {} : { readAfter }),
  };
}

/** Who a filter means, in order; undefined when it is everybody who ever was here. */
function peopleOf(
  { persons, ...filter }: PeopleFilter,
  standing: Standing,
): readonly string[] | undefined {
  const found = peopleAt(filter, standing);
  if (persons === undefined) return found;
  const named = [...new Set(persons)].toSorted();
  return found === undefined ? named : named.filter((one) => found.includes(one));
}

function peopleAt(
  { unit, post, below }: Omit<PeopleFilter, 'persons'>,
  { organization, on, known }: Standing,
): readonly string[] | undefined {
  if (unit === undefined && post === undefined) return undefined;
  const inPost = post === undefined ? undefined : organization.holdersOf(post, on, known);
  if (unit === undefined) return inPost;
  const units = below === true ? organization.unitsWithin(unit, on, known) : [unit];
  const inUnit = units.flatMap((one) => organization.membersOf(one, on, known)).sort();
  return inPost === undefined ? inUnit : inUnit.filter((one) => inPost.includes(one));
}

function postsOf(filter: PostFilter, { organization, on, known }: Standing): readonly string[] {
  return organization.posts(on, known, filter).map(({ post }) => post);
}

/** The managers of a person, theirs, and so on up; of a shared post, the first by name goes on. */
function lineAbove(person: string, { organization, on, known }: Standing): readonly string[] {
  const above: string[] = [];
  let managers = organization.managersOf(person, on, known);
  while (managers.length > 0 && !managers.some((one) => above.includes(one))) {
    above.push(...managers);
    managers = organization.managersOf(managers[0] ?? '', on, known);
  }
  return above;
}

function pageOfNames(names: readonly string[], { limit, after }: Page) {
  const from = after === undefined ? 0 : names.findIndex((one) => one > after);
  const keys = from < 0 ? [] : names.slice(from, from + limit);
  const last = keys.at(-1);
  const isMore = from >= 0 && from + limit < names.length && last !== undefined;
  return { keys, next: isMore ? { next: last } : {} };
}

async function sheetsOf<Doc>(
  reader: { get(key: string): Promise<Doc | undefined> },
  keys: readonly string[],
): Promise<Doc[]> {
  const sheets = await Promise.all(keys.map((key) => reader.get(key)));
  return sheets.filter((sheet) => sheet !== undefined);
}
