import { administrator, house, hrPartner } from './cast.ts';
import { isThere, leadOf, peopleOf, yearOfMerging, type Colleague, type Team } from './crowd.ts';
import { founded } from './organisation.ts';
import type { DemoPeriod } from './periods.ts';
import { dayAfter, msPerDay, Script, type Line, type Scene, type Thread } from './script.ts';

/** What the scenes of the years are told by. */
export interface YearTelling {
  readonly seed: string;
  readonly now: number;
  /** The quarter in which it is played: what is told of the years is told once in it. */
  readonly current: DemoPeriod;
  readonly teams: readonly Team[];
}

/** Beside the units of the cast, which stay as they are: who answers to whom goes across. */
const branches = { id: 'branches', name: 'Branches' } as const;

/** Units, posts and heads, a few teams in each command, and then all who are there at first. */
export function crowdScenes({ now, teams }: YearTelling): Scene[] {
  const script = new Script({ now, as: administrator });
  const unit = { type: 'EstablishUnit', unit: branches.id, name: branches.name, from: founded };
  script.add(Date.parse(founded), '/structure', { changes: [{ ...unit, parent: house.id }] });
  for (let at = 0; at < teams.length; at += teamsTogether) {
    const changes = teams.slice(at, at + teamsTogether).flatMap(establishing);
    script.add(Date.parse(founded), '/structure', { changes });
  }
  const joining = teams.flatMap(peopleOf).filter((one) => isThere(one, 0));
  const lines = joining.map((one): Line => ({ name: one.person, body: joiningOf(one, founded) }));
  const people = { as: administrator, path: '/people/import', body: {}, lines };
  return [
    [{ name: 'crowd/structure', steps: script.steps, once: 'founded' }],
    [{ name: 'crowd/people', steps: [people], once: 'founded' }],
  ];
}

/** A command takes 200 changes, and a team is eleven. */
const teamsTogether = 18;

function establishing(team: Team): object[] {
  const { id: unit, name, lead } = team;
  const from = founded;
  const above = `${team.unit}-lead`;
  const posts = peopleOf(team).map(({ post }, at) => ({
    ...{ type: 'EstablishPost', post, unit, from, fte: 1, grade: null },
    title: at === 0 ? `Lead of ${name.toLowerCase()}` : 'Specialist',
    manager: at === 0 ? above : lead.post,
  }));
  return [
    { type: 'EstablishUnit', unit, name, parent: branches.id, from },
    ...posts,
    { type: 'HeadUnit', unit, post: lead.post, from },
  ];
}

function joiningOf({ person, name, post }: Colleague, from: string): Line['body'] {
  return { person: { person, name, mail: `${person}@kestrel.example`, post, from } };
}

/** What happens in a year after its reviews were opened: who leaves, who joins, and a merging. */
export function changeThreads(
  { now, current, teams }: YearTelling,
  year: DemoPeriod,
  index: number,
  cycle?: string,
): Thread[] {
  const start = Date.parse(year.start);
  const all = teams.flatMap(peopleOf);
  const once = current.name;
  const thread = (name: string, as: string, tell: (script: Script) => void): Thread => {
    const script = new Script({ now, as });
    tell(script);
    return { name: `${year.name}/${name}`, steps: script.steps, once, inPerson: true };
  };
  const leaving = all.filter(({ leaves }) => leaves === index);
  const joining = all.filter(({ joins }) => joins === index);
  const mergings = teams.filter(({ into }) => into !== null && index === yearOfMerging);
  return [
    ...leaving.map(({ person }) =>
      thread(`${person}/leaves`, hrPartner, (script) => {
        const leaves = { from: dayAfter(start, 250), reason: 'Moves to another town.' };
        script.add(start + 220 * msPerDay, `/people/${person}/depart`, leaves);
      }),
    ),
    ...joining.map((one) =>
      thread(`${one.person}/joins`, hrPartner, (script) => {
        const { person, name, post } = one;
        const from = dayAfter(start, 120);
        const mail = `${person}@kestrel.example`;
        script.add(start + 100 * msPerDay, '/people', { person, name, mail, post, from });
        // Reviews are of now, whatever they are about.
        const path = `${cycle}/late-joiners`;
        if (cycle !== undefined) script.steps.push({ as: hrPartner, path, body: { person } });
      }),
    ),
    ...mergings.map((team) =>
      thread(`${team.id}/merges`, administrator, (script) => {
        script.add(start + 150 * msPerDay, '/reorganisations', mergingOf(team, teams, start));
      }),
    ),
  ];
}

function mergingOf(team: Team, teams: readonly Team[], start: number): object {
  const lead = leadOf(team, teams, true);
  const manager = teams.find((one) => one.lead.person === lead)?.lead.post ?? '';
  const moves = team.members.map(({ post }) => ({ post, unit: team.into, manager }));
  const reason = 'Two small teams for the same customers are one.';
  return { unit: team.id, from: dayAfter(start, 180), moves, reason };
}
