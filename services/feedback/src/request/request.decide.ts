import { clearText, msPerDay, never, reject, toInstant } from '@plumbline/kernel';
import type { Day, Decider, Decision, Instant, Rejection } from '@plumbline/kernel';
import type * as Command from './request.commands.ts';
import type { RequestCommand } from './request.commands.ts';
import { evolveRequest, initialRequest } from './request.ts';
import type { FeedbackRequest, LiveRequest, RequestFact } from './request.ts';

/** A quarter: who is asked for longer than that has forgotten it. */
export const dueDaysMax = 92;
/** Two servers' clocks may differ by as much. */
export const clockSkewMsMax = 5 * 60_000;
/** Where a day ends last, it is that much behind UTC. */
const zoneBehindMsMax = 12 * 3_600_000;

/** Whether the people exist, and are here, is asked in the handler. */
export const requestDecider: Decider<RequestCommand, FeedbackRequest, RequestFact> = {
  initial: initialRequest,
  evolve: evolveRequest,
  decide: decideRequest,
};

function decideRequest(command: RequestCommand, request: FeedbackRequest): Decision<RequestFact> {
  if (request.stage !== 'none' && request.acts[command.act] === true) return []; // A retry.
  if (command.type === 'AskFeedback') return ask(command, request);
  if (request.stage === 'none') {
    return reject('feedback-request/not-found', 'There is no request with this id.');
  }
  switch (command.type) {
    case 'DeclineRequest':
      return decline(command, request);
    case 'AnswerRequest':
      return answer(command, request);
    case 'LapseRequest':
      return lapse(command, request);
    default:
      return never(command);
  }
}

function ask(command: Command.AskFeedback, request: FeedbackRequest): Decision<RequestFact> {
  if (request.stage !== 'none') {
    return reject('feedback-request/already-asked', 'There is a request with this id.');
  }
  const refused = refusePeople(command) ?? refuseDue(command.due, command.at);
  if (refused !== undefined) return refused;
  const { by, subject, from, due, topic, question } = command;
  const asking = { by, subject, from, due, ...(topic === undefined ? {} : { topic }) };
  const text = clearText(`person:${subject}`, { question });
  return [{ type: 'FeedbackRequested', ...placed(command), ...asking, text }];
}

/** Why somebody declines tells of them, be it their health: it is theirs, not the subject's. */
function decline(command: Command.DeclineRequest, request: LiveRequest): Decision<RequestFact> {
  const { by, at, reason } = command;
  if (by !== request.from) {
    return reject('feedback-request/not-asked', 'Only the one who was asked may decline.');
  }
  if (request.stage === 'declined') return []; // Already so.
  if (request.stage !== 'open') return over(request.stage);
  if (isBefore(at, request.askedAt)) {
    const detail = `It was asked at ${request.askedAt}. Give that time or a later one.`;
    return reject('feedback-request/before-it-was-asked', detail, '/effectiveAt');
  }
  const text = clearText(`person:${request.from}`, { reason });
  return [{ type: 'FeedbackDeclined', ...placed(command), text }];
}

/**
 * The note is there, whatever has become of the request meanwhile and whatever a clock says: what
 * was given late, after a no, or at a time before the question, is an answer still. The first one
 * answers; of those that follow, their own links tell.
 */
function answer(command: Command.AnswerRequest, request: LiveRequest): Decision<RequestFact> {
  const { noteId, author, subject } = command;
  if (author !== request.from) {
    const detail = 'The note is by somebody else than the one who was asked.';
    return reject('feedback-request/answered-by-another', detail);
  }
  if (subject !== request.subject) {
    const detail = 'The note is about somebody else than the one who was asked about.';
    return reject('feedback-request/about-another', detail);
  }
  if (request.stage === 'answered') return [];
  return [{ type: 'RequestAnswered', ...placed(command), noteId }];
}

/** That it was answered or declined in the same moment is nobody's mistake: then nothing lapses. */
function lapse(command: Command.LapseRequest, request: LiveRequest): Decision<RequestFact> {
  if (request.stage !== 'open') return [];
  const { at, now } = command;
  if (request.due >= lastDayOn(at < now ? at : now)) {
    const detail = `Somewhere on earth the ${request.due} is not over yet. Ask again later.`;
    return reject('feedback-request/not-due-yet', detail);
  }
  return [{ type: 'RequestLapsed', ...placed(command) }];
}

function refusePeople({ by, subject, from }: Command.AskFeedback): Rejection | undefined {
  if (from === subject) {
    const detail = 'Nobody gives feedback to themselves. Ask somebody else.';
    return reject('feedback-request/of-the-subject', detail, '/from');
  }
  if (from !== by) return undefined;
  const detail = 'To give feedback yourself needs no request. Ask somebody else.';
  return reject('feedback-request/of-oneself', detail, '/from');
}

function refuseDue(due: Day, at: Instant): Rejection | undefined {
  const earliest = lastDayOn(at);
  if (due < earliest) {
    const detail = `That day is over everywhere. Give ${earliest} or a later day.`;
    return reject('feedback-request/due-in-the-past', detail, '/due');
  }
  if (Date.parse(due) <= Date.parse(at.slice(0, 10)) + dueDaysMax * msPerDay) return undefined;
  const detail = `Give a day within the next ${dueDaysMax} days.`;
  return reject('feedback-request/due-too-far', detail, '/due');
}

function over(stage: 'lapsed' | 'answered'): Rejection {
  const detail =
    stage === 'lapsed'
      ? 'The request has lapsed: nothing is waited for any more, and there is nothing to decline.'
      : 'The request is answered. To take the answer back, retract the note.';
  return reject(`feedback-request/${stage}`, detail);
}

/** The first instant at which a day is over everywhere: from then on its request lapses. */
export function overEverywhereAt(day: Day): Instant {
  return toInstant(Date.parse(day) + msPerDay + zoneBehindMsMax);
}

/** The day that it still is where days end last. */
function lastDayOn(at: Instant): Day {
  return toInstant(Date.parse(at) - zoneBehindMsMax).slice(0, 10);
}

function isBefore(at: Instant, since: Instant): boolean {
  return Date.parse(at) + clockSkewMsMax < Date.parse(since);
}

function placed({ act, requestId, at }: Command.Asked) {
  return { act, requestId, at };
}
