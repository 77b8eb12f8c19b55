import { house, hrPartner } from './cast.ts';
import { units } from './company.ts';
import { leadOf, unitOf, yearOfMerging, yearsPlayed, type Team } from './crowd.ts';
import { changeThreads, type YearTelling } from './crowd-people.ts';
import { placesIn, type Place } from './crowd-work.ts';
import type { DemoPeriod } from './periods.ts';
import { randomOf, type Random } from './random.ts';
import { million, pinned } from './review-settings.ts';
import { keeps, proud, summaries } from './reviews.ts';
import { dayAfter, type Finding, type Scene, type Step, type Thread } from './script.ts';

/** In so many teams, one a unit, the first member is judged by three peers as well. */
const teamsWithPeers = units.length;

/**
 * A review cycle of everybody over a year. It is held now, as all that is done in reviews: people
 * leave and join while it is open, teams are put together, ratings are compared and disputed.
 */
export function reviewScenes(telling: YearTelling, year: DemoPeriod, index: number): Scene[] {
  const cycle = new YearOfReviews(telling, year, index);
  return [
    [cycle.launched()],
    cycle.opened(),
    changeThreads(telling, year, index, cycle.path),
    cycle.written(),
    [cycle.taken('calibrating', ['calibrate'])],
    cycle.compared(),
    cycle.finalised(),
    [cycle.taken('released', ['lock', 'release'])],
    cycle.ended(),
    index === yearsPlayed - 1 ? [] : [cycle.taken('closed', ['close'])],
  ];
}

/** A review: whose it is, and who answers for it once all that changes in the cycle has. */
interface Reviewed extends Place {
  readonly isNew: boolean;
  readonly isLeaving: boolean;
  /** To whom it is handed over; it began with `manager`. */
  readonly next: string | null;
}

class YearOfReviews {
  readonly path: string;
  readonly #all: readonly Reviewed[];

  constructor(
    private readonly telling: YearTelling,
    private readonly year: DemoPeriod,
    private readonly index: number,
  ) {
    this.path = `/review-cycles/${this.#cycleId}`;
    this.#all = reviewedIn(telling.teams, index);
  }

  launched(): Thread {
    const { year } = this;
    const after = (days: number) => dayAfter(Date.parse(this.telling.current.end), days);
    const planned = {
      ...{ title: `A year, to ${year.end}`, template: pinned, pack: pinned },
      ...{ period: { from: year.start, to: year.end }, peers: { mode: 'anonymous', min: 3 } },
      population: { units: [`unit:${house.id}`] },
      due: { self: after(7), peer: after(7), manager: after(14), acknowledge: after(28) },
    };
    return this.#thread('cycle', (told) => {
      told.do(hrPartner, '/review-cycles', planned, 'cycle');
      told.do(hrPartner, '/review-cycles/{cycle}/launch');
      told.find(hrPartner, '/review-cycles/{cycle}', { what: 'collecting' });
    });
  }

  /** Everybody looks back, some are asked about by peers, and some managers write early. */
  opened(): Thread[] {
    const others = this.#all.filter(({ isNew }) => !isNew);
    return [
      ...others.map((one) => this.#thread(one.person, (told) => this.#open(told, one))),
      this.#thread(house.lead, (told) => {
        told.find(house.lead, '/reviews?limit=1000', this.#reviewOf(house.lead));
        // Nobody is above who leads the company.
        const path = `/reviews/{review-${house.lead}}/not-rated`;
        told.do(hrPartner, path, { cause: 'other' });
      }),
    ];
  }

  #open(told: Telling, one: Reviewed): void {
    const { person, manager, team, next, isLeaving } = one;
    // Who has left looks at nothing any more, in no second play either.
    const [as, which] = isLeaving ? [manager, '&ledBy=me'] : [person, ''];
    told.find(as, `/reviews?limit=1000${which}`, this.#reviewOf(person));
    const review = `/reviews/{review-${person}}`;
    told.do(person, `${review}/sections`, this.#selfSection(person));
    for (const reviewer of this.#peersOf(one)) {
      told.do(hrPartner, `${review}/invitations`, { role: 'peer', reviewer });
    }
    const place = team?.members.findIndex((other) => other.person === person) ?? 0;
    const isEarly = next !== null && place % 2 === 0;
    if (!isEarly) return;
    told.do(manager, `${review}/sections`, this.#managerSection(person, manager));
    told.handOn();
  }

  /** After all that has changed: who answers now writes, and who left unseen is not rated. */
  written(): Thread[] {
    return this.#all.map((one) =>
      this.#thread(`${one.person}/written`, (told) => {
        const { person, isNew } = one;
        if (isUnrated(one)) {
          told.do(hrPartner, `${this.#review(one)}/not-rated`, { cause: 'left' });
          return;
        }
        const manager = managerNow(one);
        if (isNew) {
          told.find(person, '/reviews?limit=1000', this.#reviewOf(person));
          told.do(person, `${this.#review(one)}/sections`, this.#selfSection(person));
        }
        // It is handed over a moment after the team has moved.
        if (one.next !== null) {
          told.find(manager, '/reviews?limit=1000&ledBy=me', this.#reviewOf(person));
        }
        for (const peer of this.#peersOf(one)) {
          told.do(peer, `${this.#review(one)}/sections`, this.#peerSection(peer));
        }
        told.do(manager, `${this.#review(one)}/sections`, this.#managerSection(person, manager));
      }),
    );
  }

  /** A session a unit, over the members of its teams. */
  compared(): Thread[] {
    return units.flatMap((unit, at) => {
      const looked = this.#all.filter((one) => one.unit.id === unit.id && isCompared(one));
      if (looked.length === 0) return [];
      const lead = (more: number) => units[(at + more) % units.length]?.lead ?? '';
      const members = [lead(1), lead(2)] as const;
      const name = `session/${unit.id}`;
      return [this.#thread(name, (told) => this.#compare(told, looked, members))];
    });
  }

  #compare(told: Telling, looked: readonly Reviewed[], members: readonly [string, string]): void {
    const raised = looked.filter((one) => isRaised(one));
    for (const one of raised) this.#findRating(told, one, 'written');
    const [unit] = looked.map((one) => one.unit.id);
    told.do(
      hrPartner,
      '/calibration-sessions',
      {
        ...{ cycleId: this.#cycleId, title: `${unit}, ${this.year.name}`, members },
        reviews: looked.map((one) => this.#id(one)),
      },
      'session',
    );
    const session = '/calibration-sessions/{session}';
    for (const [at, one] of raised.entries()) {
      const { person } = one;
      const proposal = { reviewId: this.#id(one), to: `{=other-${person}}` };
      const note = 'Others with these results were rated otherwise.';
      const why = { reasonCode: 'alike-elsewhere', note };
      told.do(members[0], `${session}/adjustments`, { ...proposal, ...why }, `adjust-${person}`);
      const isAccepted = (at + this.index) % 3 !== 1;
      const because = isAccepted ? {} : { note: 'The figures are alike, the year was not.' };
      const decision = { accepted: isAccepted, ...because };
      told.do(hrPartner, `${session}/adjustments/{adjust-${person}}/decide`, decision);
    }
    told.do(hrPartner, `${session}/lock`, { note: 'All of the unit were looked at.' });
  }

  finalised(): Thread[] {
    return this.#rated().map((one) =>
      this.#thread(`${one.person}/finalised`, (told) => {
        this.#findRating(told, one, isCompared(one) ? 'calibrated' : 'written');
        const rating = `{=rating-${one.person}}`;
        told.do(managerNow(one), `${this.#review(one)}/finalise`, { rating });
      }),
    );
  }

  /** It is shared; most say that they have seen it, and some that it is not so. */
  ended(): Thread[] {
    const isLast = this.index === yearsPlayed - 1;
    return this.#rated().map((one) =>
      this.#thread(`${one.person}/ended`, (told) => {
        const [manager, review] = [managerNow(one), this.#review(one)];
        told.do(manager, `${review}/share`);
        if (one.isLeaving) return;
        if (!disputes(one, this.index)) {
          told.do(one.person, `${review}/acknowledge`);
          return;
        }
        const reason = 'Two of my customers were moved to another team in spring.';
        told.do(one.person, `${review}/dispute`, { reason });
        if (isLast) return;
        const resolved = { outcome: 'rejected', reason: 'The goals were measured without them.' };
        // Who decided on a rating in a session does not judge the dispute about it.
        const judge = isRaised(one) ? house.lead : hrPartner;
        told.do(judge, `${review}/resolve`, resolved);
        told.do(manager, `${review}/close`);
      }),
    );
  }

  taken(name: string, steps: readonly string[]): Thread {
    return this.#thread(name, (told) => {
      for (const step of steps) told.do(hrPartner, `${this.path}/${step}`);
    });
  }

  get #cycleId(): string {
    return `{${this.year.name}/cycle:cycle}`;
  }

  #rated(): readonly Reviewed[] {
    return this.#all.filter((one) => !isUnrated(one));
  }

  #id({ person, isNew }: Reviewed): string {
    const found = isNew ? `${person}/written` : person;
    return `{${this.year.name}/${found}:review-${person}}`;
  }

  #review(one: Reviewed): string {
    return `/reviews/${this.#id(one)}`;
  }

  #reviewOf(person: string): Finding {
    return { what: 'reviews', of: [person], cycle: this.#cycleId };
  }

  #findRating(told: Telling, one: Reviewed, since: 'written' | 'calibrated'): void {
    told.find(managerNow(one), this.#review(one), { what: 'rating', of: one.person, since });
  }

  /** Who comes after the first member of a team; those come and go whose places are the last. */
  #peersOf({ person, team }: Reviewed): readonly string[] {
    const { teams } = this.telling;
    if (team === null || teams.indexOf(team) >= teamsWithPeers) return [];
    const [first, ...others] = team.members.map((one) => one.person);
    return person === first && others.length >= 5 ? others.slice(0, 3) : [];
  }

  #selfSection(person: string): object {
    const texts = { proud: this.#random('self', person).pick(proud) };
    return { role: 'self', ratings: [], texts };
  }

  #managerSection(person: string, manager: string): object {
    const random = this.#random('manager', manager, person);
    const rated = (item: string) => ({ item, rating: random.whole(2, 5) * million });
    const ratings = [rated('result'), rated('growth')];
    return { role: 'manager', ratings, texts: { summary: random.pick(summaries) } };
  }

  #peerSection(peer: string): object {
    const rating = this.#random('peer', peer).whole(3, 5) * million;
    const texts = { keep: this.#random('keep', peer).pick(keeps) };
    return { role: 'peer', ratings: [{ item: 'teamwork', rating }], texts };
  }

  #random(...of: readonly string[]): Random {
    return randomOf(this.telling.seed, this.year.name, ...of);
  }

  #thread(name: string, tell: (told: Telling) => void): Thread {
    const told = new Telling();
    tell(told);
    const { steps } = told;
    const once = this.telling.current.name;
    return { name: `${this.year.name}/${name}`, steps, once, inPerson: true };
  }
}

/** Collects what is done now. */
class Telling {
  readonly steps: Step[] = [];

  do(as: string, path: string, body: object = {}, keeps?: string): void {
    const kept = keeps === undefined ? {} : { keeps };
    this.steps.push({ as, path, body: { ...body }, ...kept });
  }

  /** The last step: another takes over later. */
  handOn(): void {
    const last = this.steps.pop();
    if (last !== undefined) this.steps.push({ ...last, isHandedOn: true });
  }

  find(as: string, path: string, finds: Finding): void {
    this.steps.push({ as, path, body: {}, finds });
  }
}

function reviewedIn(teams: readonly Team[], index: number): readonly Reviewed[] {
  const before = placesIn(teams, index).map((place): Reviewed => {
    const one = place.team?.members.find(({ person }) => person === place.person);
    const isMoved = one !== undefined && place.team !== null && place.team.into !== null;
    const next =
      isMoved && index === yearOfMerging ? leadOf(place.team as Team, teams, true) : null;
    return { ...place, isNew: false, isLeaving: one?.leaves === index, next };
  });
  const joined = teams.flatMap((team) => {
    const unit = unitOf(team);
    const manager = leadOf(team, teams, index >= yearOfMerging);
    const joining = team.members.filter(({ joins }) => joins === index);
    return joining.map(({ person }): Reviewed => {
      return { person, manager, unit, team, isNew: true, isLeaving: false, next: null };
    });
  });
  return [...before, ...joined];
}

function managerNow({ manager, next }: Reviewed): string {
  return next ?? manager;
}

/** Of those who leave, every other one before anybody has written of them. */
function isUnrated({ isLeaving, team }: Reviewed): boolean {
  return isLeaving && team !== null && team.number % 2 === 1;
}

function isCompared(one: Reviewed): boolean {
  return one.team !== null && one.person !== one.team.lead.person && !isUnrated(one);
}

/** The first of each team is proposed to be rated otherwise. */
function isRaised({ team, person }: Reviewed): boolean {
  return team?.members[0]?.person === person;
}

/** In every third team another one each year. */
function disputes({ team, person }: Reviewed, index: number): boolean {
  return team !== null && team.number % 3 === 0 && team.members[index]?.person === person;
}
