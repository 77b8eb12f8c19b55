import { randomBytes } from 'node:crypto';
import { createTransactor, type EventLog } from '@plumbline/event-log';
import { openMemoryLog } from '@plumbline/event-log/memory';
import { isRejection, manualClock, toInstant, type ManualClock } from '@plumbline/kernel';
import { createSealer, type AnswerStaging } from '@plumbline/privacy';
import { openMemoryAnswerStaging } from '@plumbline/privacy/memory-answer-staging';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import { feedbackCodec, type FeedbackFact } from './facts.ts';
import type { FeedbackPorts } from './feedback.ports.ts';
import type { WaitingAnswer } from './survey/answer.ts';
import type { AnswersReleased } from './survey/answers.ts';
import { launch, raise, close, promise } from './survey/survey.histories.ts';
import type { SurveyCommand } from './survey/survey.commands.ts';
import { spentTicket } from './survey/ticket.ts';
import { answersStream, surveyAggregate } from './surveys.facts.ts';
import { surveyStream } from './surveys.facts.ts';
import { surveyStaging } from './surveys.staging.ts';

export const tenant = 'acme';

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
  const ports = { transactor, sealer, staging, keys, clock } as unknown as FeedbackPorts;
  return { log, clock, staging, ports };
}

export interface Played {
  readonly surveyId: string;
  readonly place: { readonly tenant: string; readonly survey: string };
  command(command: Partial<SurveyCommand> & Pick<SurveyCommand, 'type'>): Promise<void>;
  answer(no: number, answer?: Partial<WaitingAnswer>): Promise<void>;
}

/** A survey that is launched, with a place for its answers. */
export async function launched(
  { ports, clock }: Pick<Kept, 'ports' | 'clock'>,
  surveyId: string,
  k: number,
): Promise<Played> {
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
