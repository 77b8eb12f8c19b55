import { alignmentThread, retiringThread } from './alignments.ts';
import { delegate, house, isSettled, leaver, managerOf, names, onLeave } from './cast.ts';
import { peopleIn } from './cast.ts';
import { colleagueThreads } from './colleagues.ts';
import { houseGoals, lessons, reasons, units } from './company.ts';
import type { GoalIdea, MeasureIdea, Unit } from './company.ts';
import { teamsOf } from './crowd.ts';
import { changeThreads, crowdScenes } from './crowd-people.ts';
import { reviewScenes } from './crowd-reviews.ts';
import { progressThreads, workThreads } from './crowd-work.ts';
import { responseSequels, responsesThread } from './customers.ts';
import { chartThread, releasesThread } from './figures.ts';
import { checkInOf, keyResultOf, progressOf, rounded } from './measures.ts';
import { changesScene, foundingScenes } from './organisation.ts';
import { monthsOf, quartersUntil, type DemoPeriod } from './periods.ts';
import { randomOf, workHour, type Random } from './random.ts';
import { programmeThread, recognitionThreads, redemptionThreads } from './recognition.ts';
import { msPerDay, Script, type Scene, type StandIn, type Step, type Thread } from './script.ts';
import { pastReviewsThread, settingsThread } from './review-settings.ts';
import { reviewThreads } from './reviews.ts';
import { caseThreads, levelsThread } from './service.ts';
import { answering, firstSignal, ideaThread, strategyThread } from './strategy.ts';
import { surveyThread } from './surveys.ts';
import { yearsBefore } from './years.ts';

export const periodsPlayed = 3;

/** How many people are written by hand; all others are made up around them. */
export const castSize = Object.keys(names).length;

export interface Wanted {
  /** On which reviews can be held. */
  readonly clockDay?: string;
  readonly people?: number;
}

/** The whole play: the same seed and the same days give the same steps. */
export function planOf(
  seed: string,
  today: string,
  { clockDay = today, people = castSize }: Wanted = {},
): Scene[] {
  const now = Date.parse(`${today}T00:00:00.000Z`);
  const quarters = quartersUntil(today, periodsPlayed);
  const [previous, current] = quarters.slice(-2) as [DemoPeriod, DemoPeriod];
  const telling = { seed, now, quarters, current, previous };
  const standIn = standInOf(current, clockDay);
  const goals = [
    ...quarters.flatMap((period, at) => {
      const quartersAgo = quarters.length - 1 - at;
      return threadsOf({ seed, now, standIn, period, quartersAgo });
    }),
    ...houseThreads({ seed, now, standIn, quarters }),
  ];
  return [
    ...foundingScenes(telling),
    [settingsThread(telling)],
    ...yearScenes(telling, people - castSize, clockDay),
    changesScene(telling),
    [
      ...[strategyThread(telling), programmeThread(telling), levelsThread(telling)],
      ...[responsesThread(telling), pastReviewsThread(telling)],
    ],
    goals.map(untilClosed),
    [
      ...[alignmentThread(telling, goals), ideaThread(telling)],
      ...colleagueThreads(telling),
      ...recognitionThreads(telling),
    ],
    goals.map(closing).filter(({ steps }) => steps.length > 0),
    [
      chartThread(telling),
      releasesThread(telling),
      surveyThread(telling),
      retiringThread(telling, goals),
      ...redemptionThreads(telling),
      ...responseSequels(telling),
      ...caseThreads(telling),
    ],
    // They are held on the day that it is: a company of an earlier day has none.
    clockDay <= current.end ? reviewThreads(telling) : [],
  ];
}

/** Three years of everybody, where there are others than the cast. */
function yearScenes(
  {
    seed,
    now,
    current,
  }: { readonly seed: string; readonly now: number; readonly current: DemoPeriod },
  colleagues: number,
  clockDay: string,
): Scene[] {
  if (colleagues === 0) return [];
  const telling = { seed, now, current, teams: teamsOf(colleagues) };
  const years = yearsBefore(current).flatMap((year, index) => [
    workThreads(telling, year, index),
    progressThreads(telling, year, index),
    ...(clockDay <= current.end
      ? reviewScenes(telling, year, index)
      : [changeThreads(telling, year, index)]),
  ]);
  return [...crowdScenes(telling), ...years];
}

/** Who stands in does so on the days of the delegation: the server asks on the day of the act. */
function standInOf({ start, end }: DemoPeriod, clockDay: string): StandIn | undefined {
  if (clockDay < start || end < clockDay) return undefined;
  return { of: onLeave, by: delegate, since: Date.parse(start) };
}

/** What is closed pulls on nothing any more: all goals are aligned before the first is closed. */
function untilClosed({ name, steps }: Thread): Thread {
  const at = steps.findIndex(({ path }) => path.endsWith('/close'));
  return { name, steps: at < 0 ? steps : steps.slice(0, at) };
}

function closing({ name, steps }: Thread): Thread {
  const at = steps.findIndex(({ path }) => path.endsWith('/close'));
  const rest = at < 0 ? [] : steps.slice(at);
  const path = (step: Step): string => step.path.replace('{goal}', `{${name}:goal}`);
  return { name: `${name}/end`, steps: rest.map((step) => ({ ...step, path: path(step) })) };
}

interface Quarter {
  readonly seed: string;
  readonly now: number;
  readonly standIn: StandIn | undefined;
  readonly period: DemoPeriod;
  readonly quartersAgo: number;
}

function threadsOf(quarter: Quarter): Thread[] {
  const { period, quartersAgo } = quarter;
  return units.flatMap((unit) => [
    ...unit.goals.map((idea, at) => {
      const name = `${period.name}/${unit.id}/goal-${at + 1}`;
      const isAnswer = at === 0 && quartersAgo === 1 && answering.has(unit.id);
      const cites = isAnswer ? firstSignal : undefined;
      return goalThread({ ...quarter, name, idea, unit, owner: `unit:${unit.id}`, cites });
    }),
    indicatorThread({ ...quarter, unit, name: `${period.name}/${unit.id}/indicators` }),
    ...personalThreads(quarter, unit),
  ]);
}

/** What the company as a whole aims at; one of its goals is given up in the end. */
function houseThreads({
  quarters,
  ...rest
}: Omit<Quarter, 'period' | 'quartersAgo'> & {
  readonly quarters: readonly DemoPeriod[];
}): Thread[] {
  const unit = { ...house, people: [], goals: [], personal: [], indicators: [] };
  return quarters.flatMap((period) =>
    houseGoals.map((idea, at) => {
      const name = `${period.name}/${house.id}/goal-${at + 1}`;
      return goalThread({
        ...rest,
        period,
        name,
        idea,
        unit,
        owner: `unit:${house.id}`,
        isSure: true,
      });
    }),
  );
}

function personalThreads(quarter: Quarter, unit: Unit): Thread[] {
  const { seed, period, quartersAgo } = quarter;
  return peopleIn(unit, quartersAgo).flatMap((person) => {
    const random = randomOf(seed, period.name, person);
    if (person === unit.lead || !random.chance(0.7)) return [];
    const idea = random.pick(unit.personal);
    const name = `${period.name}/${person}`;
    return [goalThread({ ...quarter, name, idea, unit, owner: `person:${person}` })];
  });
}

interface Casting {
  readonly name: string;
  readonly seed: string;
  /** Nothing is played that lies later than this (ms). */
  readonly now: number;
  readonly standIn: StandIn | undefined;
  readonly period: DemoPeriod;
  readonly unit: Unit;
}

interface GoalCasting extends Casting {
  readonly idea: GoalIdea;
  readonly owner: string;
  /** The signal that an amendment answers. */
  readonly cites?: string | undefined;
  /** Others hang on it: it is not withdrawn by chance. */
  readonly isSure?: boolean;
}

function goalThread(casting: GoalCasting): Thread {
  const { name, seed, now, standIn, period, idea, unit, owner } = casting;
  const random = randomOf(seed, name);
  const isOwn = owner.startsWith('person:');
  const as = isOwn ? keeperOf(owner.slice('person:'.length), unit) : unit.lead;
  const script = new Script({ now, as, standIn });
  const start = Date.parse(period.start);
  const drafted = start - random.whole(5, 15) * msPerDay + workHour(random);
  const keyResults = idea.measures.map((measure, at) => keyResultOf(measure, at, random));
  const plan = { title: idea.title, period, cadenceDays: random.pick([14, 21, 30]) };
  const seen = isOwn && random.chance(0.2) ? { visibility: 'private' } : {};
  script.add(drafted, '/goals', { owner, ...plan, ...seen, keyResults }, 'goal');
  if (random.chance(0.2)) {
    const description = `${idea.title}, because it is what ${unit.id} needs most now.`;
    script.add(drafted + msPerDay, '/goals/{goal}/redraft', { description });
  }
  if (casting.isSure !== true && random.chance(0.04)) {
    const reason = 'Another goal covers it.';
    script.add(drafted + 2 * msPerDay, '/goals/{goal}/withdraw', { reason });
    return { name, steps: script.steps };
  }
  const kind = isOwn && random.chance(0.7) ? 'aspirational' : 'committed';
  const activated = start + random.whole(0, 4) * msPerDay + workHour(random);
  script.add(activated, '/goals/{goal}/activate', { kind });
  live({ script, random, casting, activated, kind });
  return { name, steps: script.steps };
}

/** Who has left changes nothing, in no second play either: the manager keeps what was theirs. */
function keeperOf(person: string, unit: Unit): string {
  return person === leaver ? managerOf(person, unit) : person;
}

interface Living {
  readonly script: Script;
  readonly random: Random;
  readonly casting: GoalCasting;
  readonly activated: number;
  readonly kind: string;
}

/** From the activation to the closing: check-ins, corrections, an amendment, a transfer. */
function live({ script, random, casting, activated, kind }: Living): void {
  const { period, idea, owner, unit } = casting;
  const end = Date.parse(period.end) + msPerDay;
  const pulse = random.between(0.55, 1.25);
  const isForgotten = random.chance(0.12);
  let share = 0;
  let count = 0;
  let isAmended = false;
  for (let at = activated + 10 * msPerDay; at < end; at += random.whole(9, 16) * msPerDay) {
    const gone = (at - activated) / (end - activated);
    if (isForgotten && gone > 0.4) break;
    share = Math.max(0, gone * pulse + random.between(-0.08, 0.08));
    for (const [index, measure] of idea.measures.entries()) {
      count += 1;
      const moment = at + workHour(random) + index * 60_000;
      const checkIn = checkInOf(measure, index, share, gone, random);
      if (!script.add(moment, '/goals/{goal}/check-ins', checkIn, `c${count}`)) return;
      if (random.chance(0.05)) correct(script, moment, `c${count}`, measure, checkIn);
    }
    const isDue = !isAmended && gone > 0.35 && gone < 0.55;
    if (isDue && (random.chance(0.3) || casting.cites !== undefined)) {
      isAmended = true;
      amend(script, at, idea, random, casting.cites);
    }
  }
  const person = owner.slice('person:'.length);
  const isHandedOn = owner.startsWith('person:') && isSettled(person) && random.chance(0.08);
  if (isHandedOn) {
    const manager = managerOf(person, unit);
    const colleagues = unit.people.filter((one) => {
      return one !== person && isSettled(one) && managerOf(one, unit) === manager;
    });
    const body = { to: `person:${random.pick(colleagues)}`, reason: reasons[4] };
    script.add(end - msPerDay, '/goals/{goal}/transfer', body, undefined, manager);
    close({ script, random, casting, activated, kind }, end, share, manager);
  } else close({ script, random, casting, activated, kind }, end, share);
}

function close(living: Living, end: number, share: number, as?: string): void {
  const { script, random, kind } = living;
  const closed = end + random.whole(2, 9) * msPerDay + workHour(random);
  const reached = Math.min(1, Math.round(share * 20) / 20);
  const score = kind === 'committed' && reached >= 0.95 ? 1 : reached;
  const missed = kind === 'committed' && score < 1;
  const postMortem = missed ? { postMortem: `What led to it: ${random.pick(reasons)}` } : {};
  const body = { score, lesson: random.pick(lessons), ...postMortem };
  script.add(closed, '/goals/{goal}/close', body, undefined, as);
}

/** A figure is put right; where there is none to put right, the check-in is taken back. */
function correct(
  script: Script,
  at: number,
  id: string,
  measure: MeasureIdea,
  checkIn: Readonly<Record<string, unknown>>,
): void {
  const { value } = checkIn;
  const step = 'target' in measure ? (measure.target - measure.start) / 20 : 0;
  const right = typeof value === 'number' && step !== 0 ? rounded(value + step) : value;
  const what = typeof value === 'number' && right !== value ? { value: right } : { withdraw: true };
  const body = { reason: reasons[3], ...what };
  script.add(at + msPerDay, `/goals/{goal}/check-ins/{${id}}/correct`, body);
}

function amend(
  script: Script,
  at: number,
  idea: GoalIdea,
  random: Random,
  cites: string | undefined,
): void {
  const index = idea.measures.findIndex((one) => 'target' in one);
  const measure = idea.measures[index];
  if (measure === undefined || !('target' in measure)) return;
  const target = rounded(measure.start + (measure.target - measure.start) * 0.85);
  const targets = [{ keyResultId: `kr${index + 1}`, target }];
  const reason = reasons[random.whole(0, 2)];
  const signal = cites === undefined ? {} : { signal: cites };
  script.add(at + 2 * msPerDay, '/goals/{goal}/amend', { reason, targets, ...signal });
}

/** A goal of a unit that is measured by KPIs, each with a reading a month. */
function indicatorThread({ name, seed, now, standIn, period, unit }: Casting): Thread {
  const random = randomOf(seed, name);
  const script = new Script({ now, as: unit.lead, standIn });
  const start = Date.parse(period.start);
  const owner = `unit:${unit.id}`;
  const title = `The figures of ${unit.id}`;
  const drafted = start - 3 * msPerDay + workHour(random);
  const goal = { owner, title, period, measuredBy: 'indicators' };
  script.add(drafted, '/goals', goal, 'goal');
  script.add(start + workHour(random), '/goals/{goal}/activate', { kind: 'committed' });
  for (const [index, { name: kpiName, ...measure }] of unit.indicators.entries()) {
    const kpi = { name: kpiName, owner, measure, goalId: '{goal}' };
    script.add(start + workHour(random), '/kpis', kpi, `kpi${index + 1}`);
  }
  const pulse = random.between(0.6, 1.15);
  for (const [month, days] of monthsOf(period).entries()) {
    const at = Date.parse(days.end) + random.whole(2, 6) * msPerDay + workHour(random);
    for (const [index, measure] of unit.indicators.entries()) {
      const share = ((month + 1) / 3) * pulse + random.between(-0.05, 0.05);
      const value = random.chance(0.06) ? null : progressOf(measure, share, random);
      const reading = { period: days, ...(value ?? { value: null }), source: 'demo' };
      script.add(at, `/kpis/{kpi${index + 1}}/measurements`, reading);
    }
  }
  return { name, steps: script.steps };
}
