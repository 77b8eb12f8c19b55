import { house, importer, managerOf, serviceManager } from './cast.ts';
import { lessons, units, type Unit } from './company.ts';
import { isThere, leadOf, peopleOf, unitOf, yearOfMerging, type Team } from './crowd.ts';
import type { YearTelling } from './crowd-people.ts';
import { asked, commentsOf, locations, touchpoints } from './customers.ts';
import { checkInOf, keyResultOf } from './measures.ts';
import type { DemoPeriod } from './periods.ts';
import { randomOf, workHour, type Random } from './random.ts';
import { msPerDay, Script, type Line, type Thread } from './script.ts';

/** Where somebody is in a year, and to whom they answer when its reviews begin. */
export interface Place {
  readonly person: string;
  readonly manager: string;
  readonly unit: Unit;
  /** Null of the cast. */
  readonly team: Team | null;
}

/** Everybody who is there when the reviews of a year begin, but for the one who leads the house. */
export function placesIn(teams: readonly Team[], year: number): readonly Place[] {
  const cast = units.flatMap((unit) =>
    unit.people.map((person): Place => {
      const manager = person === unit.lead ? house.lead : managerOf(person, unit);
      return { person, manager, unit, team: null };
    }),
  );
  return [...cast, ...teams.flatMap((team) => placesOf(team, teams, year))];
}

function placesOf(team: Team, teams: readonly Team[], year: number): readonly Place[] {
  const unit = unitOf(team);
  const lead = leadOf(team, teams, year > yearOfMerging);
  return peopleOf(team)
    .filter((one) => isThere(one, year))
    .map(({ person }) => {
      return { person, manager: person === team.lead.person ? unit.lead : lead, unit, team };
    });
}

/** Goals of a year, brought in with those of others, and customers' answers. */
export function workThreads(telling: YearTelling, year: DemoPeriod, index: number): Thread[] {
  const { current, teams } = telling;
  const places = placesIn(teams, index);
  const bring = (name: string, as: string, path: string, lines: readonly Line[]): Thread => {
    const steps = [{ as, path, body: {}, lines }];
    return { name: `${year.name}/${name}`, steps, once: current.name, inPerson: true };
  };
  const goals = places.map((place) => goalOf(telling, year, place));
  const answers = places.flatMap((place) => answersOf(telling, year, index, place));
  return [
    bring('goals', importer, '/goals/import', goals),
    bring('responses', serviceManager, '/customer-responses/import', answers),
    ...teams.flatMap((team) => noteThreads(telling, year, index, team)),
  ];
}

function ideaOf({ seed }: YearTelling, year: DemoPeriod, { person, unit }: Place) {
  const random = randomOf(seed, year.name, person);
  return { random, idea: random.pick(unit.personal) };
}

function goalOf(telling: YearTelling, year: DemoPeriod, place: Place): Line {
  const { random, idea } = ideaOf(telling, year, place);
  const keyResults = idea.measures.map((measure, at) => keyResultOf(measure, at, random));
  const { person } = place;
  const goal = {
    ...{ reference: `${year.name}/${person}`, owner: `person:${person}`, title: idea.title },
    ...{ period: year, cadenceDays: 180, keyResults },
  };
  return {
    name: person,
    body: { goal, activate: { kind: 'aspirational' }, effectiveAt: `${year.start}T08:00:00.000Z` },
  };
}

/** Two check-ins and the end, of those who are there that long. */
export function progressThreads(telling: YearTelling, year: DemoPeriod, index: number): Thread[] {
  const { now, current, teams } = telling;
  const start = Date.parse(year.start);
  return placesIn(teams, index).map((place): Thread => {
    const { person, team } = place;
    const { random, idea } = ideaOf(telling, year, place);
    const [measure] = idea.measures;
    const script = new Script({ now, as: person });
    const goal = `/goals/{${year.name}/goals:${person}}`;
    const pulse = random.between(0.6, 1.2);
    const leaves = team === null ? null : (memberOf(team, person)?.leaves ?? null);
    for (const gone of leaves === index ? [0.4] : [0.4, 0.9]) {
      if (measure === undefined) break;
      const checkIn = checkInOf(measure, 0, gone * pulse, gone, random);
      const at = start + Math.floor(gone * 365) * msPerDay + workHour(random);
      script.add(at, `${goal}/check-ins`, checkIn);
    }
    if (leaves !== index) {
      const score = Math.min(1, Math.round(pulse * 18) / 20);
      const at = Date.parse(year.end) + workHour(random);
      script.add(at, `${goal}/close`, { score, lesson: random.pick(lessons) });
    }
    const name = `${year.name}/${person}/progress`;
    return { name, steps: script.steps, once: current.name, inPerson: true };
  });
}

function memberOf(team: Team, person: string) {
  return peopleOf(team).find((one) => one.person === person);
}

const sayings = [
  'You kept the customer on the line until it was solved.',
  'Your list of open ends is the first thing that I read on Mondays.',
  'You asked the question that none of us dared to ask.',
  'Say earlier when it is too much. We would have helped.',
] as const;

/** Of each team: from its lead to the first member, from that one to the next, and one besides. */
function noteThreads(
  { seed, now, current, teams }: YearTelling,
  year: DemoPeriod,
  index: number,
  team: Team,
): Thread[] {
  const lead = leadOf(team, teams, index > yearOfMerging);
  const there = team.members.filter((one) => isThere(one, index)).map(({ person }) => person);
  const [first, second, third] = there;
  if (first === undefined || second === undefined || third === undefined) return [];
  const pairs = [
    [lead, first],
    [first, second],
    [third, first],
  ] as const;
  return pairs.map(([author, subject], at): Thread => {
    const name = `${year.name}/${team.id}/note-${at + 1}`;
    const random = randomOf(seed, name);
    const given = Date.parse(year.start) + random.whole(20, 240) * msPerDay + workHour(random);
    const script = new Script({ now, as: author });
    const visibility = at === 0 ? 'author-subject-and-manager' : 'public';
    const note = { subject, visibility, kind: 'praise', message: random.pick<string>(sayings) };
    script.add(given, '/feedback/notes', note);
    return { name, steps: script.steps, once: current.name, inPerson: true };
  });
}

/** How likely customers would recommend those who served them: three a year of some. */
function answersOf(
  { seed }: YearTelling,
  year: DemoPeriod,
  index: number,
  { person, unit: { id }, team }: Place,
): Line[] {
  const touchpoint = touchpoints.find((one) => one.unit === id)?.id;
  if (team === null || touchpoint === undefined || person === team.lead.person) return [];
  const count = person === team.members[0]?.person ? 3 : 1;
  const unit = index > yearOfMerging ? (team.into ?? team.id) : team.id;
  return Array.from({ length: count }, (_, at): Line => {
    const name = `${year.name}/${person}/${at + 1}`;
    const random = randomOf(seed, 'responses', name);
    return { name, body: answerOf(random, Date.parse(year.start), touchpoint, person, unit) };
  });
}

function answerOf(random: Random, start: number, of: string, person: string, unit: string) {
  const location = random.pick(locations);
  const content = Math.min(1, Math.max(0, location.content + random.between(-0.45, 0.3)));
  const day = start + random.whole(5, 240) * msPerDay;
  const attribution = [
    { person, share: 0.6 },
    { unit, share: 0.4 },
  ];
  return {
    ...asked(day, day + msPerDay + workHour(random), location.id, of, 'phone'),
    answers: [
      { metric: 'nps', score: Math.round(content * 10) },
      { metric: 'csat', score: 1 + Math.round(content * 4) },
    ],
    ...{ comment: random.pick(commentsOf(content)), attribution },
  };
}
