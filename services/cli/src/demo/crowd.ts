import { units, type Unit } from './company.ts';

/** Around the cast, as many colleagues as are wanted: made up by their numbers alone. */
export interface Colleague {
  readonly person: string;
  readonly name: string;
  readonly post: string;
  /** In which of the years they join, or leave; null of those who are there from first to last. */
  readonly joins: number | null;
  readonly leaves: number | null;
}

/** A team that does the work of a unit of the cast: its lead answers to the lead of that unit. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** Among all teams, from 0. */
  readonly number: number;
  readonly lead: Colleague;
  readonly members: readonly Colleague[];
  /** The team that takes these people in, in the second year. */
  readonly into: string | null;
}

/** Cheap enough to be played in a while, and more than any list of names has. */
export const peopleMax = 2_000;
export const yearsPlayed = 3;
/** In which of the years teams are put together. */
export const yearOfMerging = 1;

/** With its lead. */
const teamSize = 9;
/** Every so many teams, one is put together with the next one of its unit. */
const mergedEvery = 18;

const firsts = [
  ...['Amara', 'Bruno', 'Chloé', 'Dario', 'Elif', 'Femi', 'Greta', 'Hassan', 'Irina', 'Jakob'],
  ...['Keiko', 'Lars', 'Maya', 'Nikos', 'Olga', 'Paolo', 'Qing', 'Rania', 'Stefan', 'Talia'],
  ...['Ulla', 'Viktor', 'Wen', 'Ximena', 'Yara', 'Zoltán', 'Anouk', 'Bilal', 'Carla', 'Davit'],
  'Esra',
] as const;
const lasts = [
  ...['Osei', 'Bauer', 'Castro', 'Dubois', 'Ekström', 'Ferrari', 'Gupta', 'Hansen', 'Ito'],
  ...['Jansen', 'Kaya', 'Lopes', 'Meyer', 'Nowak', 'Okoye', 'Popescu', 'Quiroga', 'Ramos'],
  ...['Silva', 'Tanaka', 'Ueda', 'Varga', 'Wójcik', 'Xu', 'Yılmaz', 'Zhang', 'Abebe', 'Brandão'],
  ...['Conti', 'Demir', 'Eriksen', 'Fofanah', 'García', 'Horváth', 'Ivanova', 'Jovanović', 'Kim'],
] as const;

/** Teams of so many colleagues, one unit after another taking the next. */
export function teamsOf(colleagues: number): readonly Team[] {
  const count = Math.ceil(colleagues / teamSize);
  return Array.from({ length: count }, (_, at): Team => {
    const unit = units[at % units.length]?.id ?? '';
    const first = at * teamSize;
    const size = Math.min(teamSize, colleagues - first);
    const people = Array.from({ length: size }, (_one, place) => {
      return colleagueOf(first + place, `${unit}-team-${at + 1}`, at, place);
    });
    const next = at + units.length;
    const isMerged = at % mergedEvery === 0 && next < count;
    return {
      ...{ id: `${unit}-team-${at + 1}`, name: `Team ${at + 1}`, unit, number: at },
      ...{ lead: people[0] as Colleague, members: people.slice(1) },
      into: isMerged ? `${unit}-team-${next + 1}` : null,
    };
  });
}

/** One of each third team leaves in each year, and one of each third joins. */
function colleagueOf(number: number, team: string, at: number, place: number): Colleague {
  const first = firsts[number % firsts.length] ?? '';
  const last = lasts[(number * 5 + Math.floor(number / firsts.length)) % lasts.length] ?? '';
  const plain = first.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return {
    ...{ person: `${plain}-${number + 1}`, name: `${first} ${last}`, post: `${team}-${place + 1}` },
    leaves: place === 7 ? at % yearsPlayed : null,
    joins: place === 8 ? (at + 2) % yearsPlayed : null,
  };
}

export function peopleOf({ lead, members }: Team): readonly Colleague[] {
  return [lead, ...members];
}

export function unitOf({ unit }: Team): Unit {
  const found = units.find(({ id }) => id === unit);
  if (found === undefined) throw new Error(`There is no unit ${unit}.`);
  return found;
}

/** Whether somebody is there when the reviews of a year begin. */
export function isThere({ joins, leaves }: Colleague, year: number): boolean {
  return (joins === null || joins < year) && (leaves === null || leaves >= year);
}

/** To whom the members of a team answer: where it is put together with another, to that lead. */
export function leadOf(team: Team, teams: readonly Team[], isMerged: boolean): string {
  const into = isMerged ? teams.find(({ id }) => id === team.into) : undefined;
  return (into ?? team).lead.person;
}

/** Whose years can be followed: nobody joins or leaves, and all happens that can happen. */
export function followedOf(teams: readonly Team[]): string | undefined {
  return teams[0]?.members[0]?.person;
}
