import { reject, type Day, type Position, type Rejection } from '@plumbline/kernel';
import type { Organization } from '@plumbline/organization';
import type { Segments } from './survey/answer.ts';
import { rollUp } from './survey/roll-up.ts';
import type { GroupParticipation, LaunchedSurvey, Launch } from './survey/survey.ts';
import type { OrganisationAsOf, Segment } from './survey/survey.ts';
import type { FeedbackPorts } from './feedback.ports.ts';

/** Each group takes a pair of keys, which takes a while to make. */
export const ticketGroupsMax = 64;
/** The attributes that the organisation knows of a person. */
export const knownSegments = ['unit'] as const;

/** The organisation as it is locked for a survey. */
export interface Lock {
  readonly organization: Organization;
  readonly on: Day;
  readonly known: Position | undefined;
}

/** Who is asked, and the group that each one's answer is counted in. */
export interface Audience {
  readonly invited: number;
  readonly groups: readonly Segments[];
  groupOf(person: string): Segments | undefined;
  /** How many of each group those are who took part. */
  participation(tookPart: readonly string[]): readonly GroupParticipation[];
}

type Asked = Pick<Launch, 'audience' | 'segments'>;

/** The organisation of then is always the same: what was recorded later is not seen. */
export async function lockOf(
  { views, access }: Pick<FeedbackPorts, 'views' | 'access'>,
  tenant: string,
  orgAsOf: OrganisationAsOf,
  launchedOn: Day,
): Promise<Lock> {
  const isInstant = 'instant' in orgAsOf;
  const asOf = isInstant ? orgAsOf.instant : (orgAsOf.position as Position);
  const known = (await views.positionOf(asOf)) ?? undefined;
  await access.after(known);
  const on = isInstant ? orgAsOf.instant.slice(0, 10) : launchedOn;
  return { organization: access.organizationOf(tenant), on, known };
}

/** The attributes with their values: those that people who are asked have, where none are given. */
export function segmentsOf(
  lock: Lock,
  audience: Launch['audience'],
  asked: readonly { readonly id: string; readonly values?: readonly string[] }[],
): readonly Segment[] | Rejection {
  const index = asked.findIndex(({ id }) => !knownSegments.includes(id as 'unit'));
  if (index >= 0) {
    const detail = `The organisation knows of people only: ${knownSegments.join(', ')}.`;
    return reject('survey/unknown-attribute', detail, `/segments/${index}/id`);
  }
  return asked.map(({ id, values = unitsOfAll(lock, audience) }) => {
    return { id, values, ...treeOf(lock, values) };
  });
}

/** All that is needed to roll up what is counted by these units. */
function treeOf({ organization, on, known }: Lock, units: readonly string[]) {
  const lineOf = (unit: string) => organization.unitsAbove(unit, on, known);
  const above = [...new Set(units.flatMap(lineOf))].filter((unit) => !units.includes(unit));
  const all = [...units, ...above.toSorted()];
  const parents = all.map((unit) => all.indexOf(lineOf(unit)[0] ?? ''));
  return { above: above.toSorted(), parents };
}

function unitsOfAll(lock: Lock, audience: Launch['audience']): readonly string[] {
  const units = peopleAsked(lock, audience).map((person) => {
    return lock.organization.unitOf(person, lock.on, lock.known);
  });
  return [...new Set(units)].filter((unit): unit is string => unit !== null).toSorted();
}

export function audienceOf(lock: Lock, { audience, segments }: Asked, k: number): Audience {
  const people = peopleAsked(lock, audience).map((person) => {
    return { person, segments: segmentsOfPerson(lock, segments, person) };
  });
  const groups = rollUp(people, segments, k);
  const byPerson = new Map(
    groups.flatMap((group) => group.map((one) => [one.person, one.segments] as const)),
  );
  return {
    invited: people.length,
    groups: groups.flatMap(([first]) => (first === undefined ? [] : [first.segments])),
    groupOf: (person) => byPerson.get(person),
    participation: (tookPart) => {
      const those = new Set(tookPart);
      return groups.flatMap((group) => {
        const participants = group.filter(({ person }) => those.has(person)).length;
        const [first] = group;
        const invited = group.length;
        return first === undefined ? [] : [{ segments: first.segments, invited, participants }];
      });
    },
  };
}

export function refuseGroups({ groups, invited }: Audience, k: number): Rejection | undefined {
  if (groups.length === 0) {
    const detail = `${invited} people are asked; of fewer than ${k} no answer would ever be shown.`;
    return reject('survey/audience-below-threshold', detail, '/audience');
  }
  if (groups.length <= ticketGroupsMax) return undefined;
  const detail = `Answers would be of ${groups.length} groups, and ${ticketGroupsMax} are the most. Name fewer units as values.`;
  return reject('survey/too-many-groups', detail, '/segments');
}

function peopleAsked({ organization, on, known }: Lock, audience: Launch['audience']) {
  if (audience.kind === 'link') return [];
  const within = new Set(
    audience.units.flatMap((unit) => organization.unitsWithin(unitCode(unit), on, known)),
  );
  const members = [...within].flatMap((unit) => organization.membersOf(unit, on, known));
  const named = audience.people.map((person) => person.replace(/^person:/, ''));
  const isHere = (person: string) => organization.isPresent(person, on, known);
  return [...new Set([...named, ...members])].filter(isHere).toSorted();
}

/** Of a unit, the nearest at or above it that is a value: so a division stands for its teams. */
function segmentsOfPerson(
  { organization, on, known }: Lock,
  segments: readonly Segment[],
  person: string,
): Segments {
  const unit = organization.unitOf(person, on, known);
  const above = unit === null ? [] : [unit, ...organization.unitsAbove(unit, on, known)];
  const found = segments.flatMap(({ id, values }) => {
    const value = above.find((one) => values.includes(one));
    return value === undefined ? [] : [[id, value] as const];
  });
  return Object.fromEntries(found);
}

function unitCode(unit: string): string {
  return unit.replace(/^unit:/, '');
}

/** What of a survey says whom it asks, and in which groups. */
export type AskingSurvey = Pick<
  LaunchedSurvey,
  'surveyId' | 'audience' | 'segments' | 'orgAsOf' | 'launchedAt' | 'groupThreshold'
>;

export type Audiences = (tenant: string, survey: AskingSurvey) => Promise<Audience | undefined>;

/**
 * Those who are asked; undefined where nobody is known. They are kept for as long as their surveys
 * are answered: they never change.
 */
export function keptAudiences(ports: Pick<FeedbackPorts, 'views' | 'access'>): Audiences {
  const kept = new Map<string, Promise<Audience>>();
  return async (tenant, survey) => {
    const { surveyId, audience, orgAsOf, launchedAt, groupThreshold } = survey;
    if (audience.kind === 'link') return undefined;
    const known = kept.get(surveyId);
    if (known !== undefined) return known;
    const found = lockOf(ports, tenant, orgAsOf, launchedAt.slice(0, 10)).then((lock) =>
      audienceOf(lock, survey, groupThreshold),
    );
    found.catch(() => kept.delete(surveyId));
    if (kept.size >= audiencesKeptMax) kept.delete([...kept.keys()][0] ?? '');
    kept.set(surveyId, found);
    return found;
  };
}

export const audiencesKeptMax = 50;
