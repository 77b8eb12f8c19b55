import { randomBytes } from 'node:crypto';
import { afterAll } from '@jest/globals';
import { createAccess } from '@plumbline/access';
import { directoryGate, directoryLog } from '@plumbline/access/testing';
import { createTransactor, type EventLog } from '@plumbline/event-log';
import { openMemoryLog } from '@plumbline/event-log/memory';
import { exporterOn } from '@plumbline/exports/testing';
import { memoryPlaces } from '@plumbline/feed';
import { tailFeed } from '@plumbline/feed/tail';
import { isRejection, manualClock, startOfDay, toInstant } from '@plumbline/kernel';
import type { ManualClock } from '@plumbline/kernel';
import { createSealer, type AnswerStaging } from '@plumbline/privacy';
import { openMemoryAnswerStaging } from '@plumbline/privacy/memory-answer-staging';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import { createViews } from '@plumbline/views';
import { openMemoryViewStore } from '@plumbline/views/memory';
import { feedbackCodec, type FeedbackFact } from './facts.ts';
import type { FeedbackPorts } from './feedback.ports.ts';
import type { WaitingAnswer } from './survey/answer.ts';
import type { AnswersReleased } from './survey/answers.ts';
import { launch, raise, close, promise } from './survey/survey.histories.ts';
import type { CountParticipation, SurveyCommand } from './survey/survey.commands.ts';
import type { Launch } from './survey/survey.ts';
import { spentTicket } from './survey/ticket.ts';
import { participationCommand } from './survey/participation.ts';
import { answersStream, participationAggregate, participationStream } from './surveys.facts.ts';
import { surveyAggregate, surveyStream } from './surveys.facts.ts';
import { surveyStaging } from './surveys.staging.ts';

export const tenant = 'acme';
export const units = ['desk', 'lab', 'shop'];
/** By threes at the desk, in the lab and in the shop. */
export const people = Array.from({ length: 15 }, (_, no) => `p${no}`);
export const unitOf = (person: string): string => units[Number(person.slice(1)) % 3] ?? '';

/** The organisation that all surveys here ask, which has a log of its own. */
const company = (() => {
  const { log, clock, record } = directoryLog('2026-05-01T00:00:00.000Z');
  const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: randomBytes(32) });
  const feed = tailFeed({ log, gates: [directoryGate], places: memoryPlaces(), pollMs: 5 });
  const transactor = createTransactor({ log, sealer });
  const access = createAccess({ log, feed, transactor, clock, afterWaitMsMax: 60_000 });
  const from = '2026-01-01';
  const joined = (async () => {
    for (const unit of units) {
      await record(tenant, 'directory.UnitEstablished.v1', { unit, parent: null, from });
    }
    for (const person of people) {
      const post = `post-${person}`;
      const about = { post, unit: unitOf(person), manager: null, fte: 1, from };
      await record(tenant, 'directory.PostEstablished.v1', about);
      await record(tenant, 'directory.PersonJoined.v1', { person, post, from });
    }
    await access.after((await log.head()) ?? undefined);
  })();
  return { access, joined };
})();
afterAll(() => company.access.close());

/** What lasts when a process ends, and the way into it. */
export interface Kept {
  readonly log: EventLog;
  readonly clock: ManualClock;
  readonly staging: AnswerStaging;
  readonly ports: FeedbackPorts;
}

/** The real handlers over memory adapters, without doors. */
export function kept(staging: AnswerStaging = openMemoryAnswerStaging()): Kept {
  const clock = manualClock('2026-05-04T07:00:00.000Z');
  const log = openMemoryLog({ clock });
  const keys = openMemoryKeyStore();
  const sealer = createSealer({ keys, rootKey: randomBytes(32) });
  const transactor = createTransactor({ log, sealer });
  const views = createViews({ log, store: openMemoryViewStore(), views: [] });
  const { access } = company;
  const exporter = exporterOn({ transactor, clock });
  const ports = { transactor, views, sealer, staging, keys, clock, access, exporter };
  return { log, clock, staging, ports };
}

export interface Played {
  readonly surveyId: string;
  readonly place: { readonly tenant: string; readonly survey: string };
  command(command: Partial<Commanded> & Pick<Commanded, 'type'>): Promise<void>;
  answer(no: number, answer?: Partial<WaitingAnswer>): Promise<void>;
}

const byLink = { audience: { kind: 'link' }, segments: [], ticketKeys: undefined } as const;

type Commanded = Exclude<SurveyCommand, CountParticipation>;

/** A survey that is launched, with a place for its answers. */
export async function launched(
  { ports, clock }: Pick<Kept, 'ports' | 'clock'>,
  surveyId: string,
  k: number,
  also: { readonly audience?: Launch['audience'] } = {},
): Promise<Played> {
  await company.joined;
  const place = { tenant, survey: surveyId };
  const staged = surveyStaging(ports);
  let acts = 0;
  const command: Played['command'] = async (given) => {
    acts += 1;
    const now = toInstant(clock.now());
    const of = { LaunchSurvey: launch, RaiseThreshold: raise, CloseSurvey: close }[given.type];
    const act = `act-${surveyId}-${acts}`;
    const result = await ports.transactor.transact(surveyAggregate, {
      stream: surveyStream(tenant, surveyId),
      command: { ...of, ...given, act, surveyId, at: now, now } as SurveyCommand,
      context: {
        ...{ tenant, actor: { sub: 'hr', via: 'http' }, fingerprint: act, effectiveAt: now },
        ...{ commandId: act, correlationId: act, causationId: act },
      },
    });
    if (isRejection(result)) throw new Error(result.code);
  };
  await staged.open(place, { k, keys: [] });
  await command({
    type: 'LaunchSurvey',
    threshold: k,
    commentThreshold: k,
    ...promise,
    opens: '2026-05-04',
    ...(also.audience?.kind === 'link' ? (byLink as object) : {}),
  });
  return {
    surveyId,
    place,
    command,
    answer: async (no, answer = {}) => {
      const given = { segments: {}, ratings: { pride: 1 + (no % 5) }, choices: {}, comments: {} };
      const nonce = no.toString(16).padStart(64, '0');
      const ticket = spentTicket({ surveyId, segments: {}, nonce });
      await staged.stage(place, ticket, { ...given, ...answer });
    },
  };
}

/** A person takes part now, and gets a ticket. */
export async function takePart({ ports }: Pick<Kept, 'ports'>, surveyId: string, person: string) {
  const commandId = participationCommand(surveyId, person);
  const on = toInstant(ports.clock.now()).slice(0, 10);
  await ports.transactor.transact(participationAggregate, {
    stream: participationStream(tenant, surveyId),
    command: { type: 'RecordParticipation', surveyId, person, on, blinded: `b-${person}` },
    context: {
      ...{ tenant, actor: { sub: person, via: 'http' }, effectiveAt: startOfDay(on) },
      ...{ commandId, causationId: commandId, correlationId: commandId, fingerprint: commandId },
    },
  });
}

/** Every fact of surveys in the log, in the order of the log, with all that is kept beside it. */
export async function factsIn({ log }: Pick<Kept, 'log'>) {
  const { facts } = await log.readAll(null, { limit: 5_000, context: 'feedback' });
  return facts.map((stored) => ({ ...feedbackCodec.decode(stored), stored }));
}

/** The answers of a survey that are in the log. */
export async function releasedIn({ log }: Pick<Kept, 'log'>, surveyId: string) {
  const facts = await log.read(answersStream(tenant, surveyId));
  return facts.map((stored) => feedbackCodec.decode(stored).fact).filter(isReleased);
}

const isReleased = (fact: FeedbackFact): fact is AnswersReleased => fact.type === 'AnswersReleased';

/** A port that ends the process: each call is a step, and the one of that number throws. */
export function dying<Port extends object>(
  port: Port,
  words: readonly (keyof Port & string)[],
  steps: { left: number; readonly when: 'before' | 'after' },
): Port {
  return new Proxy(port, {
    get: (of, name) => {
      const value = Reflect.get(of, name) as unknown;
      if (!words.includes(name as keyof Port & string) || typeof value !== 'function') return value;
      return async (...given: unknown[]) => {
        steps.left -= 1;
        if (steps.left < 0 && steps.when === 'before') throw new Error('The process has ended.');
        const result = (await Reflect.apply(value, of, given)) as unknown;
        if (steps.left < 0) throw new Error('The process has ended.');
        return result;
      };
    },
  });
}
