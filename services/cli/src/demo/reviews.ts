import { desk, house, hrPartner, onLeave } from './cast.ts';
import { units } from './company.ts';
import type { DemoPeriod } from './periods.ts';
import { randomOf } from './random.ts';
import { million, pinned } from './review-settings.ts';
import { dayAfter, type Finding, type Step, type Thread } from './script.ts';
import type { Telling } from './strategy.ts';

/** Operations, with the team that a reorganisation has moved there: so many can be read through. */
const operations = units.find(({ id }) => id === 'operations') ?? { people: [], lead: '' };
const reviewed: readonly string[] = [...operations.people, ...desk.people];
const [, disputing = '', contesting = '', adjusted = '', confirmed = ''] = reviewed;
/** Whom peers are asked about, and who they are. */
const asked = desk.lead;
const peers = reviewed.slice(2, 5);
const calibrators = ['ada', 'jonas'] as const;

export const proud = [
  'The evening on which nothing was late.',
  'That the new one found their way in two weeks.',
  'The list that everybody uses now.',
];
export const keeps = [
  'That nobody waits for an answer.',
  'Asking before it is late, and not after.',
  'The notes after a meeting: everybody reads them.',
  'That one may be wrong beside them.',
  'That the board is up to date in the morning.',
];
export const summaries = [
  'Steady, and there when it counts.',
  'Has taken on more than was agreed, and finished it.',
  'A slow start, and a strong end. The next step is to lead a project.',
];

type Stage = 'closed' | 'released' | 'collecting';

/**
 * Three cycles of the same people: one that is closed, one in which somebody disputes the result,
 * and one in which is written. Whoever writes does so under their own name.
 */
export function reviewThreads({ seed, quarters, current, previous }: Telling): Thread[] {
  const [first = previous] = quarters;
  const half = { name: `${previous.name} and ${current.name}`, start: previous.start };
  const of = (name: string, period: DemoPeriod, until: Stage): Thread => {
    const play = new Cycle(seed, name, { period, due: current.end });
    play.collect();
    if (until === 'collecting') play.goOn();
    else play.conclude(until === 'closed');
    return { name: `reviews/${name}`, steps: play.steps, once: current.name, inPerson: true };
  };
  return [
    of(`of-${first.name}`, first, 'closed'),
    of(`of-${previous.name}`, previous, 'released'),
    of(`half-year-${current.name}`, { ...half, end: current.end }, 'collecting'),
  ];
}

/** Collects what is done in a cycle: all of it now, as nobody writes a review of yesterday. */
class Cycle {
  readonly steps: Step[] = [];
  readonly #name: string;
  readonly #seed: string;
  readonly #isAfterMove: boolean;

  constructor(
    seed: string,
    name: string,
    of: { readonly period: DemoPeriod; readonly due: string },
  ) {
    this.#seed = seed;
    this.#isAfterMove = of.period.end === of.due;
    this.#name = name;
    const { period, due } = of;
    const after = (days: number) => dayAfter(Date.parse(due), days);
    this.#do(hrPartner, '/review-cycles', {
      ...{ title: `Looking back on ${period.name}`, template: pinned, pack: pinned },
      period: { from: period.start, to: period.end },
      ...{ population: { units: ['unit:operations'] }, peers: { mode: 'anonymous', min: 3 } },
      due: { self: after(7), peer: after(7), manager: after(14), acknowledge: after(28) },
      keeps: 'cycle',
    });
    this.#do(hrPartner, '/review-cycles/{cycle}/launch');
  }

  /** Everybody has a review once the cycle collects: as those find out who are to write. */
  collect(): void {
    for (const manager of new Set(reviewed.map((person) => this.#managerOf(person)))) {
      const of = reviewed.filter((person) => this.#managerOf(person) === manager);
      const finds = { what: 'reviews', of, cycle: '{cycle}' } as const;
      this.#find('/reviews?limit=1000&ledBy=me', finds, manager);
    }
  }

  /** Some have written, and some have begun. */
  goOn(): void {
    reviewed.slice(0, 6).forEach((person) => this.#writeSelf(person));
    reviewed.slice(0, 3).forEach((person) => this.#writeAsManager(person));
    this.#invite(peers.slice(0, 1));
    const texts = { summary: 'To be said: how the move to operations went.' };
    const ratings = [{ item: 'result', rating: 4 * million }];
    this.#do(this.#managerOf(asked), `/reviews/{review-${asked}}/draft`, { ratings, texts });
  }

  conclude(isClosed: boolean): void {
    reviewed.forEach((person) => this.#writeSelf(person));
    this.#invite(peers);
    peers.forEach((peer) => this.#writeAsPeer(peer));
    reviewed.forEach((person) => this.#writeAsManager(person));
    if (!isClosed) this.#override(adjusted);
    this.#do(hrPartner, '/review-cycles/{cycle}/calibrate');
    if (isClosed) this.#calibrate();
    reviewed.forEach((person) => this.#finalise(person, isClosed));
    this.#do(hrPartner, '/review-cycles/{cycle}/lock');
    this.#do(hrPartner, '/review-cycles/{cycle}/release');
    reviewed.forEach((person) =>
      this.#do(this.#managerOf(person), `/reviews/{review-${person}}/share`),
    );
    const disputes = isClosed ? disputing : contesting;
    reviewed.filter((person) => person !== disputes).forEach((person) => this.#acknowledge(person));
    const reason = 'Two of the deliveries were late because of the strike, and not of us.';
    this.#do(disputes, `/reviews/{review-${disputes}}/dispute`, { reason });
    if (isClosed) this.#close(disputes);
  }

  #writeSelf(person: string): void {
    const texts = { proud: this.#random('self', person).pick(proud) };
    this.#do(person, `/reviews/{review-${person}}/sections`, { role: 'self', ratings: [], texts });
  }

  #writeAsManager(person: string): void {
    const random = this.#random('manager', person);
    const rated = (item: string) => ({ item, rating: random.whole(2, 5) * million });
    const ratings = [rated('result'), rated('growth')];
    const written = { role: 'manager', ratings, texts: { summary: random.pick(summaries) } };
    this.#do(this.#managerOf(person), `/reviews/{review-${person}}/sections`, written);
  }

  #invite(some: readonly string[]): void {
    for (const reviewer of some) {
      const body = { role: 'peer', reviewer };
      this.#do(this.#managerOf(asked), `/reviews/{review-${asked}}/invitations`, body);
    }
  }

  #writeAsPeer(peer: string): void {
    const rating = this.#random('peer', peer).whole(3, 5) * million;
    const ratings = [{ item: 'teamwork', rating }];
    const texts = { keep: this.#random('keep', peer).pick(keeps) };
    this.#do(peer, `/reviews/{review-${asked}}/sections`, { role: 'peer', ratings, texts });
  }

  #override(person: string): void {
    this.#findRating(person, this.#managerOf(person), 'written');
    const reason = 'The goals were set before the second shift was closed.';
    const [from, to] = [`{=rating-${person}}`, `{=other-${person}}`];
    const put = { from, to, reasonCode: 'circumstances', reason };
    this.#do(this.#managerOf(person), `/reviews/{review-${person}}/override`, put);
  }

  /** Two are proposed to be rated otherwise: one is, and one is not. */
  #calibrate(): void {
    for (const person of [adjusted, confirmed]) {
      this.#findRating(person, this.#managerOf(person), 'written');
    }
    const session = '/calibration-sessions/{session}';
    this.#do(hrPartner, '/calibration-sessions', {
      ...{ cycleId: '{cycle}', title: 'Operations', members: [...calibrators] },
      reviews: reviewed.map((person) => `{review-${person}}`),
      keeps: 'session',
    });
    const [one, other] = calibrators;
    const propose = (as: string, person: string, reasonCode: string, note: string) => {
      const proposed = { reviewId: `{review-${person}}`, to: `{=other-${person}}`, reasonCode };
      this.#do(as, `${session}/adjustments`, { ...proposed, note, keeps: `adjust-${person}` });
    };
    propose(one, adjusted, 'rater-severe', 'Others with these results were rated higher.');
    propose(other, confirmed, 'alike-elsewhere', 'As those in sales with the same figures.');
    this.#do(hrPartner, `${session}/adjustments/{adjust-${adjusted}}/decide`, { accepted: true });
    const note = 'What is alike in the figures was not alike in the year.';
    const turnedDown = { accepted: false, note };
    this.#do(hrPartner, `${session}/adjustments/{adjust-${confirmed}}/decide`, turnedDown);
    this.#do(hrPartner, `${session}/lock`, { note: 'One rating was changed.' });
  }

  #finalise(person: string, isCalibrated: boolean): void {
    this.#findRating(person, this.#managerOf(person), isCalibrated ? 'calibrated' : 'written');
    const rating = `{=rating-${person}}`;
    this.#do(this.#managerOf(person), `/reviews/{review-${person}}/finalise`, { rating });
  }

  #acknowledge(person: string): void {
    this.#do(person, `/reviews/{review-${person}}/acknowledge`);
  }

  #close(disputed: string): void {
    const resolved = { outcome: 'rejected', reason: 'The days of the strike were left out.' };
    this.#do(hrPartner, `/reviews/{review-${disputed}}/resolve`, resolved);
    // What was acknowledged can be disputed still, and is closed after the last day of that.
    this.#do(this.#managerOf(disputed), `/reviews/{review-${disputed}}/close`);
    this.#do(hrPartner, '/review-cycles/{cycle}/close');
  }

  /** As the story has it: on the last day of the period, before or after the move of the desk. */
  #managerOf(person: string): string {
    if (person === operations.lead) return house.lead;
    if (person === desk.lead) return this.#isAfterMove ? operations.lead : onLeave;
    return desk.people.some((one) => one === person) ? desk.lead : operations.lead;
  }

  #findRating(person: string, as: string, since: 'written' | 'calibrated'): void {
    this.#find(`/reviews/{review-${person}}`, { what: 'rating', of: person, since }, as);
  }

  #find(path: string, finds: Finding, as: string): void {
    this.steps.push({ as, path, body: {}, finds });
  }

  #do(as: string, path: string, { keeps, ...body }: Told = {}): void {
    this.steps.push({ as, path, body, ...(keeps === undefined ? {} : { keeps }) });
  }

  #random(...of: readonly string[]) {
    return randomOf(this.#seed, this.#name, ...of);
  }
}

type Told = Readonly<Record<string, unknown>> & { readonly keeps?: string };
