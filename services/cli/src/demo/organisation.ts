import { administrator, delegate, desk, house, hrPartner, joiner, leaver } from './cast.ts';
import { mover, names, newPosts, onLeave, postOf, seats, unitNames } from './cast.ts';
import { units } from './company.ts';
import type { DemoPeriod } from './periods.ts';
import { dayAfter, msPerDay, Script, type Scene, type Thread } from './script.ts';

/** Since when the company is as it is found. */
export const founded = '2020-01-06';

/** The team that moves in the last quarter, and the unit that it becomes. */
export const care = { id: 'care', name: 'Customer care' } as const;

interface Telling {
  readonly now: number;
  /** The last quarter, and the one before. */
  readonly current: DemoPeriod;
  readonly previous: DemoPeriod;
}

/** The company is founded, and its people join. */
export function foundingScenes(telling: Telling): Scene[] {
  return [
    [founding(telling)],
    seats.map(({ person, post }) => joining(telling, person, post)),
    [entrusting(telling)],
  ];
}

/** What happened to some of them. */
export function changesScene(telling: Telling): Scene {
  const { name: once } = telling.current;
  return [...people(telling), reorganising(telling)].map((thread) => ({ ...thread, once }));
}

function scriptOf({ now }: Telling, as = administrator): Script {
  return new Script({ now, as });
}

const foundedAt = Date.parse(founded);

/** Units in a tree, posts in their units, heads, and a dotted line beside the solid ones. */
function founding(telling: Telling): Thread {
  const script = scriptOf(telling);
  const unit = (id: string, name: string, parent: string | null) => ({
    ...{ type: 'EstablishUnit', unit: id, name, parent, from: founded },
  });
  const post = (id: string, title: string, inUnit: string, manager: string | null) => ({
    ...{ type: 'EstablishPost', post: id, title, unit: inUnit, manager },
    ...{ fte: 1, grade: null, from: founded },
  });
  const head = (id: string, person: string) => ({
    ...{ type: 'HeadUnit', unit: id, post: postOf(person), from: founded },
  });
  const productLead = postOf(units.find(({ id }) => id === 'product')?.lead ?? '');
  const changes = [
    unit(house.id, house.name, null),
    ...units.map(({ id }) => unit(id, unitNames[id] ?? id, house.id)),
    unit(desk.id, 'Desk', 'support'),
    ...seats.map((seat) => post(seat.post, seat.title, seat.unit, seat.manager)),
    post(newPosts.joiner, 'Product designer', 'product', productLead),
    post(newPosts.mover, 'Product partner for sales', 'product', productLead),
    head(house.id, house.lead),
    ...units.map(({ id, lead }) => head(id, lead)),
    head(desk.id, desk.lead),
    {
      ...{ type: 'DrawReportingLine', post: postOf('quentin'), line: 'dotted:security' },
      ...{ manager: postOf('dmitri'), from: founded },
    },
  ];
  script.add(foundedAt, '/structure', { changes });
  return { name: 'organisation/structure', steps: script.steps, once: 'founded' };
}

function joining(telling: Telling, person: string, post: string): Thread {
  const script = scriptOf(telling);
  script.add(foundedAt, '/people', { ...calledBy(person), post, from: founded });
  return { name: `organisation/${person}`, steps: script.steps, once: 'founded' };
}

function calledBy(person: string): object {
  return { person, name: names[person] ?? person, mail: `${person}@kestrel.example` };
}

/** An HR partner for the whole company, by the directory and not by a token. */
function entrusting(telling: Telling): Thread {
  const script = scriptOf(telling);
  const role = { role: 'hr-partner', unit: house.id, from: founded, until: null };
  script.add(foundedAt, `/people/${hrPartner}/roles`, role);
  return { name: 'organisation/roles', steps: script.steps, once: 'founded' };
}

/** Who joins, who moves, who leaves, and who is away while another stands in. */
function people(telling: Telling): Thread[] {
  const { current, previous } = telling;
  const [start, before] = [Date.parse(current.start), Date.parse(previous.start)];
  const thread = (name: string, tell: (script: Script) => void): Thread => {
    const script = scriptOf(telling, hrPartner);
    tell(script);
    return { name: `organisation/${name}`, steps: script.steps };
  };
  return [
    thread('joiner', (script) => {
      const joins = { ...calledBy(joiner), post: newPosts.joiner, from: dayAfter(before, 42) };
      script.add(before + 35 * msPerDay, '/people', joins);
    }),
    thread('mover', (script) => {
      const moves = { post: newPosts.mover, from: dayAfter(start, -2) };
      script.add(start - 10 * msPerDay, `/people/${mover}/move`, moves);
      // The day of the contract was taken for the day of the move.
      const right = {
        ...{ field: 'post', from: moves.from, to: { from: current.start, value: newPosts.mover } },
        reason: 'The move was for the first day of the quarter.',
      };
      script.add(start - 8 * msPerDay, `/people/${mover}/correct`, right);
    }),
    thread('leaver', (script) => {
      const leaves = { from: current.start, reason: 'Goes back to university.' };
      script.add(start - 30 * msPerDay, `/people/${leaver}/depart`, leaves);
    }),
    thread('leave', (script) => {
      const days = { from: current.start, until: current.end };
      const leave = { kind: 'parental', ...days };
      script.add(start - 20 * msPerDay, `/people/${onLeave}/leaves`, leave);
      const standsIn = { to: delegate, ...days };
      const path = `/people/${onLeave}/delegations`;
      script.add(start - 19 * msPerDay, path, standsIn, undefined, onLeave);
    }),
  ];
}

/** The desk goes from support to operations, as a unit of its own there. */
function reorganising(telling: Telling): Thread {
  const { current } = telling;
  const script = scriptOf(telling);
  const at = Date.parse(current.start) - 14 * msPerDay;
  const from = current.start;
  const unit = { type: 'EstablishUnit', unit: care.id, name: care.name };
  script.add(at, '/structure', { changes: [{ ...unit, parent: 'operations', from }] });
  const moves = seats
    .filter((seat) => seat.unit === desk.id)
    .map(({ post, person, manager }) => ({
      ...{ post, unit: care.id },
      manager: person === desk.lead ? postOf('dmitri') : manager,
    }));
  const reason = 'Who repairs hears what breaks.';
  script.add(at, '/reorganisations', { unit: desk.id, from, moves, reason });
  const changes = [
    { type: 'HeadUnit', unit: care.id, post: postOf(desk.lead), from },
    { type: 'HeadUnit', unit: desk.id, post: null, from },
    { type: 'CloseUnit', unit: desk.id, from },
  ];
  script.add(at + msPerDay, '/structure', { changes });
  return { name: 'organisation/reorganisation', steps: script.steps };
}
