import { units, type Unit } from './company.ts';

/** A place in the organisation, and who holds it when the company is founded. */
export interface Seat {
  readonly post: string;
  readonly unit: string;
  readonly manager: string | null;
  readonly title: string;
  readonly person: string;
}

/** The whole company: above all units, with goals of its own. */
export const house = { id: 'kestrel', name: 'Kestrel Works', lead: 'tove' } as const;

/** A team within support: its people answer to its own lead. */
export const desk = {
  id: 'desk',
  lead: 'xenia',
  people: ['xenia', 'yusuf', 'zoe', 'alma'],
} as const;

/** Those of whom the story of the company tells. */
export const joiner = 'nadia';
export const mover = 'chidi';
export const leaver = 'emre';
export const onLeave = 'wanda';
export const delegate = desk.lead;
export const hrPartner = 'kaja';
/** Leads people and culture: an HR partner for the whole company, by token. */
export const peoplePartner = 'jonas';
export const administrator = 'administrator';
/** Brings in what was agreed on paper: goals of whole years. */
export const importer = 'importer';
/** Brings customers' answers in, and says what customers are promised. */
export const serviceManager = 'cleo';

/** The post that waits for the one who joins, and that of the one who moves. */
export const newPosts = { joiner: 'product-7', mover: 'product-8' } as const;

const storied: ReadonlySet<string> = new Set([joiner, mover, leaver]);

/** Whose goals are handed on among colleagues: the story moves the others. */
export function isSettled(person: string): boolean {
  return !storied.has(person);
}

/** Those who are there, and in the same place, from the first day to the last. */
export const steady: readonly string[] = units
  .flatMap(({ people }) => people)
  .filter((person) => isSettled(person) && person !== onLeave);

/** What others may do follows from the directory: whom they lead, and what they were granted. */
export function rolesOf(person: string): readonly string[] {
  if (person === administrator || person === importer) return [person];
  if (person === peoplePartner) return ['hr-partner'];
  return person === serviceManager ? ['service-manager'] : [];
}

/** Who works in a unit in a quarter: the last one (0), the one before (1), and so on. */
export function peopleIn(unit: Unit, quartersAgo: number): readonly string[] {
  if (quartersAgo > 0) return unit.people;
  const stay = unit.people.filter((person) => person !== leaver && person !== mover);
  return unit.id === 'product' ? [...stay, joiner, mover] : stay;
}

/** To whom somebody answers, before and after all that happens in the story. */
export function managerOf(person: string, unit: Unit): string {
  const team: readonly string[] = desk.people;
  if (person === desk.lead || !team.includes(person)) return unit.lead;
  return desk.lead;
}

const titleOf: Readonly<Record<string, string>> = {
  sales: 'Account manager',
  product: 'Product designer',
  engineering: 'Engineer',
  support: 'Support specialist',
  operations: 'Planner',
  people: 'People partner',
};

export const unitNames: Readonly<Record<string, string>> = {
  sales: 'Sales',
  product: 'Product',
  engineering: 'Engineering',
  support: 'Support',
  operations: 'Operations',
  people: 'People and culture',
};

/** All places, from the top down. */
export const seats: readonly Seat[] = [
  {
    ...{ post: `${house.id}-lead`, unit: house.id, manager: null },
    ...{ title: 'Chief executive', person: house.lead },
  },
  ...units.flatMap((unit) => unit.people.map((person, at) => seatOf(person, at, unit))),
];

function seatOf(person: string, at: number, unit: Unit): Seat {
  const lead = `${unit.id}-lead`;
  if (person === unit.lead) {
    const title = `Head of ${unitNames[unit.id] ?? unit.id}`;
    return { post: lead, unit: unit.id, manager: `${house.id}-lead`, title, person };
  }
  const placed = { post: `${unit.id}-${at + 1}`, unit: unit.id, manager: lead, person };
  if (person === desk.lead) return { ...placed, unit: desk.id, title: 'Lead of the desk' };
  if (managerOf(person, unit) === desk.lead) {
    const manager = `${unit.id}-${unit.people.indexOf(desk.lead) + 1}`;
    return { ...placed, unit: desk.id, manager, title: 'Agent' };
  }
  return { ...placed, title: titleOf[unit.id] ?? 'Specialist' };
}

/** The post that somebody holds when the company is founded. */
export function postOf(person: string): string {
  return seats.find((seat) => seat.person === person)?.post ?? '';
}

/** What they are called; everything else knows them by their ids. */
export const names: Readonly<Record<string, string>> = {
  tove: 'Tove Lindqvist',
  ada: 'Ada Brandt',
  bela: 'Béla Kovács',
  chidi: 'Chidi Okafor',
  dana: 'Dana Petrov',
  emre: 'Emre Yıldız',
  farah: 'Farah Haddad',
  goran: 'Goran Marić',
  hana: 'Hana Sato',
  ivan: 'Ivan Dimitrov',
  jun: 'Jun Park',
  kofi: 'Kofi Mensah',
  lena: 'Lena Fischer',
  maria: 'Maria Rossi',
  nadia: 'Nadia Benali',
  noor: 'Noor van Dijk',
  omar: 'Omar Nasser',
  pia: 'Pia Larsen',
  quentin: 'Quentin Moreau',
  rosa: 'Rosa Delgado',
  sven: 'Sven Eriksson',
  tuan: 'Tuấn Nguyễn',
  uma: 'Uma Krishnan',
  vera: 'Vera Novak',
  wanda: 'Wanda Zielińska',
  xenia: 'Xenia Papadaki',
  yusuf: 'Yusuf Demir',
  zoe: 'Zoé Lambert',
  alma: 'Alma Virtanen',
  bo: 'Bo Jensen',
  cleo: 'Cleo Ferreira',
  dmitri: 'Dmitri Volkov',
  eshe: 'Eshe Mwangi',
  finn: 'Finn O’Brien',
  gita: 'Gita Sharma',
  hugo: 'Hugo Santos',
  ines: 'Inês Carvalho',
  jonas: 'Jonas Weber',
  kaja: 'Kaja Horvat',
  leo: 'Leo Bianchi',
  mina: 'Mina Rahimi',
  nils: 'Nils Bakke',
};
