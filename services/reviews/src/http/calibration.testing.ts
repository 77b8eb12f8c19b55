import { randomBytes } from 'node:crypto';
import { createTransactor, type CommandContext } from '@plumbline/event-log';
import { company, type Caller, type Company } from '@plumbline/feedback/testing';
import { derivedId, isRejection } from '@plumbline/kernel';
import { createSealer } from '@plumbline/privacy';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import { calibrationAggregate, calibrationStream } from '../calibration.facts.ts';
import * as sessions from '../calibration-session/calibration-session.histories.ts';
import type { CalibrationCommand } from '../calibration-session/calibration-session.commands.ts';
import * as cycles from '../cycle/cycle.histories.ts';
import type { CycleCommand } from '../cycle/cycle.commands.ts';
import { cycleAggregate, cycleStream, reviewAggregate, reviewStream } from '../cycles.facts.ts';
import type { ReviewCommand } from '../review/review.commands.ts';
import * as reviews from '../review/review.histories.ts';
import { reviewsService } from '../reviews.service.ts';
import { yearlyPack } from '../settings.examples.ts';

/** A company whose cycle calibrates, with a rating of each one who is reviewed. */
export interface CalibratingCompany extends Company {
  readonly cycleId: string;
  /** Of HR, in the directory too: she leads sessions. */
  readonly hana: Caller;
  /** Of HR as well, and part of no session. */
  readonly noor: Caller;
  readonly auditor: Caller;
  readonly analyst: Caller;
  reviewOf(person: string): string;
  /** As a person of the company does to their review, whatever the routes are. */
  review(command: ReviewCommand): Promise<void>;
}

export const million = 1_000_000;
const start = '2026-04-01T09:00:00.000Z';
const hr = { roles: ['hr-partner'] };
const cycleId = cycles.cycleId;
const reviewOf = (person: string) => derivedId('review', cycleId, person);

/** Who is reviewed: by whom, and the rating that they left. */
const managers: Readonly<Record<string, string>> = { ada: 'mia', cy: 'mia', bo: 'eve', mia: 'eve' };

export async function calibratingCompany(
  more: readonly string[] = [],
  rating = 4 * million,
): Promise<CalibratingCompany> {
  const house = await company(start, [reviewsService]);
  await joined(house, ['hana', 'noor', ...more]);
  const hana = house.as('hana', hr);
  await house.made(hana.post('/rule-packs', yearlyPack));
  const recorded = recording(house);
  await cycled(house, recorded);
  for (const person of [...Object.keys(managers), 'eve', 'hana', ...more]) {
    for (const command of rated(person, rating)) await recorded.review(command);
  }
  return {
    ...{ ...house, cycleId, reviewOf, review: recorded.review, hana },
    noor: house.as('noor', hr),
    auditor: house.as('aud', { roles: ['auditor'] }),
    analyst: house.as('ann', { roles: ['analyst'] }),
  };
}

/** Beside the sellers: HR, and whoever is needed more, at the desk. */
async function joined({ directory }: Company, people: readonly string[]): Promise<void> {
  const from = '2026-01-01';
  for (const person of people) {
    const post = `post-of-${person}`;
    const place = { unit: 'desk', manager: 'chief', fte: 1 };
    await directory('directory.PostEstablished.v1', { post, ...place, from });
    await directory('directory.PersonJoined.v1', { person, post, from });
  }
}

/** Over the log itself, past the routes of cycles: these tests are of what comes after. */
function recording({ log }: Company) {
  const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: randomBytes(32) });
  const transactor = createTransactor({ log, sealer });
  const contextOf = ({ act, at }: { act: string; at: string }): CommandContext => ({
    ...{ tenant: 'acme', actor: { sub: 'test', via: 'http' }, commandId: act, fingerprint: act },
    ...{ effectiveAt: at, correlationId: act, causationId: act },
  });
  const done = <Result>(result: Result): void => {
    if (isRejection(result)) throw new Error(`${result.code}: ${result.detail}`);
  };
  return {
    cycle: async (command: CycleCommand) => {
      const stream = cycleStream('acme', cycleId);
      const context = contextOf(command);
      done(await transactor.transact(cycleAggregate, { stream, command, context }));
    },
    session: async (command: CalibrationCommand) => {
      const stream = calibrationStream('acme', command.sessionId);
      const context = contextOf(command);
      done(await transactor.transact(calibrationAggregate, { stream, command, context }));
    },
    review: async (command: ReviewCommand) => {
      const stream = reviewStream('acme', command.reviewId);
      const context = contextOf(command);
      done(await transactor.transact(reviewAggregate, { stream, command, context }));
    },
  };
}

async function cycled({ log }: Company, recorded: ReturnType<typeof recording>): Promise<void> {
  const position = (await log.head()) ?? '';
  const pack = { ...cycles.planOf.pack, id: yearlyPack.name };
  await recorded.cycle({ ...cycles.plan, pack, at: start, now: start });
  const launch = { ...cycles.launch, at: start, now: start, position };
  for (const command of [launch, cycles.collect, cycles.calibrate]) {
    await recorded.cycle({ ...command, at: start, now: start });
  }
}

/** Opened, written by the manager, and scored. */
function rated(person: string, rating: number): readonly ReviewCommand[] {
  const manager = managers[person] ?? (person === 'eve' ? 'hana' : 'eve');
  const of = (name: string) => ({ act: `${name}-${person}`, reviewId: reviewOf(person) });
  const accountable = [{ ...reviews.whole, manager }];
  const pack = { ...reviews.opening.pack, id: yearlyPack.name };
  const segments = [{ days: 351, ratings: [{ part: 'manager', rating }] }];
  return [
    { ...reviews.open, ...of('open'), subject: person, accountable, pack, cycleId },
    { ...reviews.submitManager, ...of('submit'), by: manager },
    { ...reviews.score, ...of('score'), total: rating, segments },
  ];
}

/** A session over some people's reviews, led by Hana, with Mia and Bo. */
export async function convened(
  house: CalibratingCompany,
  people: readonly string[],
  told: object = {},
): Promise<string> {
  const id = await house.made(
    house.noor.post('/calibration-sessions', {
      ...{ cycleId, title: 'Sales', moderator: 'hana', members: ['mia', 'bo'] },
      reviews: people.map(reviewOf),
      ...told,
    }),
  );
  await house.settled();
  return `/calibration-sessions/${id}`;
}

/** The same, of reviews that were looked at before another session had them. */
export async function convenedUnchecked(
  house: CalibratingCompany,
  people: readonly string[],
): Promise<string> {
  const sessionId = derivedId('session', ...people);
  const reviews = people.map((subject) => ({ reviewId: reviewOf(subject), subject }));
  const held = { cycleId, sessionId, moderator: 'hana', members: ['mia', 'bo'], reviews };
  await recording(house).session({ ...sessions.convene, act: sessionId, at: start, ...held });
  return `/calibration-sessions/${sessionId}`;
}
