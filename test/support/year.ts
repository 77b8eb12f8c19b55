import { callerOf, dayFromToday, done, type Caller, type Where } from './caller.ts';

/** Since when the company is there, and everybody in it. */
const founded = dayFromToday(-400);

const units = ['sales', 'desk', 'service'];
const posts: readonly (readonly [post: string, unit: string, manager: string | null])[] = [
  ['chief', 'company', null],
  ...units.map((unit) => [`${unit}-lead`, unit, 'chief'] as const),
  ['seller', 'sales', 'sales-lead'],
  ['agent', 'desk', 'desk-lead'],
  ['helper', 'desk', 'desk-lead'],
  ['clerk', 'service', 'service-lead'],
];
const people = { eve: 'chief', mia: 'sales-lead', dan: 'desk-lead', nia: 'service-lead' };
const colleagues = { bo: 'helper', cy: 'clerk' };

/** A company of three units with their leads, and two people besides; ada is still to come. */
export interface YearCompany {
  readonly admin: Caller;
  readonly hr: Caller;
  /** Those of the company, by their names. */
  readonly of: (person: string) => Caller;
  /** A private goal of one's own, active, and over in the past when a day is told. */
  privateGoal(owner: Caller, title: string, closedOn?: number): Promise<string>;
}

export async function yearCompany(where: Where): Promise<YearCompany> {
  const admin = await callerOf(where, 'root', 'administrator');
  const hr = await callerOf(where, 'hana', 'hr-partner');
  const from = founded;
  const changes = [
    { type: 'EstablishUnit', unit: 'company', parent: null, from, name: 'The company' },
    ...units.map((unit) => {
      return { type: 'EstablishUnit', unit, parent: 'company', from, name: `The ${unit}` };
    }),
    ...posts.map(([post, unit, manager]) => {
      const title = `A ${post}`;
      return { type: 'EstablishPost', post, unit, manager, fte: 1, grade: null, from, title };
    }),
  ];
  await done(admin.post('/structure', { changes }));
  const callers = new Map<string, Caller>();
  for (const [person, post] of Object.entries({ ...people, ...colleagues })) {
    await done(hr.post('/people', { person, name: `Name of ${person}`, post, from }));
  }
  for (const person of [...Object.keys({ ...people, ...colleagues }), 'ada']) {
    callers.set(person, await callerOf(where, person));
  }
  return {
    ...{ admin, hr },
    of: (person) => {
      const caller = callers.get(person);
      if (caller === undefined) throw new Error(`Nobody is called ${person}.`);
      return caller;
    },
    privateGoal: async (owner, title, closedOn) => {
      const period = { name: 'year', start: dayFromToday(-360), end: dayFromToday(30) };
      const keyResults = [{ name: 'One', measure: { kind: 'increase', start: 0, target: 10 } }];
      const at = (days: number) => ({ effectiveAt: dayFromToday(days) });
      const began = closedOn === undefined ? -30 : closedOn - 20;
      const goal = { title, period, keyResults, visibility: 'private', ...at(began) };
      const { id } = await done(owner.post('/goals', goal));
      await done(owner.post(`/goals/${id}/activate`, { kind: 'committed', ...at(began) }));
      if (closedOn !== undefined) {
        const closing = {
          score: 0.7,
          lesson: 'Begin earlier.',
          postMortem: 'Too late.',
          ...at(closedOn),
        };
        await done(owner.post(`/goals/${id}/close`, closing));
      }
      return String(id);
    },
  };
}
