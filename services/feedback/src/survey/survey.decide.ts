import { clearText, never, reject, same } from '@plumbline/kernel';
import type { Decider, Decision, Rejection } from '@plumbline/kernel';
import type { CloseSurvey, CountParticipation } from './survey.commands.ts';
import type { LaunchSurvey, RaiseThreshold } from './survey.commands.ts';
import type { SurveyCommand } from './survey.commands.ts';
import { refuseQuestions } from './survey.questions.ts';
import { refuseAudience, refuseOrgAsOf, refuseSchedule, refuseSegments } from './survey.rules.ts';
import { refuseCount, refuseThresholds, refuseTicketKeys } from './survey.rules.ts';
import { thresholdDefault } from './survey.rules.ts';
import { countOf, evolveSurvey, initialSurvey, launchOf, participantsOf } from './survey.ts';
import type { LaunchedSurvey, Survey, SurveyFact } from './survey.ts';
import { refuseWords } from './survey.words.ts';

export const surveyDecider: Decider<SurveyCommand, Survey, SurveyFact> = {
  initial: initialSurvey,
  evolve: evolveSurvey,
  decide: decideSurvey,
};

function decideSurvey(command: SurveyCommand, survey: Survey): Decision<SurveyFact> {
  if (command.type === 'LaunchSurvey') return launch(command, survey);
  if (survey.stage === 'none') return notFound();
  if (command.type === 'CountParticipation') return count(command, survey);
  if (survey.acts[command.act] === true) return []; // Already so: a retry is not an error.
  if (command.at < survey.launchedAt) {
    const detail = `The survey is launched since ${survey.launchedAt}. Give a later time.`;
    return reject('survey/before-its-launch', detail, '/effectiveAt');
  }
  switch (command.type) {
    case 'RaiseThreshold':
      return raise(command, survey);
    case 'CloseSurvey':
      return close(command, survey);
    default:
      return never(command);
  }
}

function launch(command: LaunchSurvey, survey: Survey): Decision<SurveyFact> {
  if (survey.stage !== 'none') {
    if (survey.acts[command.act] === true) return [];
    const detail = 'This survey is launched, and what it promised stays. Launch another one.';
    return reject('survey/already-launched', detail);
  }
  const { threshold = thresholdDefault, commentThreshold = threshold } = command;
  const { act, surveyId, at, owner, words } = command;
  const promise = launchOf({ ...command, threshold, commentThreshold });
  const refused =
    refuseSchedule(promise, at) ??
    refuseOrgAsOf(promise.orgAsOf, command.now) ??
    refuseThresholds(promise) ??
    refuseAudience(promise) ??
    refuseTicketKeys(promise) ??
    refuseSegments(promise) ??
    refuseQuestions(promise) ??
    refuseWords(promise, words);
  if (refused !== undefined) return refused;
  const text = clearText(owner, words);
  return [{ type: 'SurveyLaunched', act, surveyId, at, owner, ...promise, text }];
}

/**
 * A ratchet: also after the close, as what is shown of a survey is guarded by the threshold for as
 * long as it is shown. Answers that still wait then wait for the higher one.
 */
function raise(command: RaiseThreshold, survey: LaunchedSurvey): Decision<SurveyFact> {
  const from = { threshold: survey.threshold, commentThreshold: survey.commentThreshold };
  const { threshold = from.threshold } = command;
  const { commentThreshold = Math.max(from.commentThreshold, threshold) } = command;
  const to = { threshold, commentThreshold };
  if (threshold < from.threshold) return lowered(from.threshold, '/threshold');
  if (commentThreshold < from.commentThreshold) {
    return lowered(from.commentThreshold, '/commentThreshold');
  }
  const refused = refuseThresholds(to);
  if (refused !== undefined) return refused;
  if (same(from, to)) return [];
  const { act, surveyId, at, reason } = command;
  const text = clearText(survey.owner, { reason });
  return [{ type: 'ThresholdRaised', act, surveyId, at, from, to, text }];
}

function close(command: CloseSurvey, survey: LaunchedSurvey): Decision<SurveyFact> {
  const { act, surveyId, at, on, reason } = command;
  if (survey.stage === 'closed') {
    if (survey.closedOn === on) return [];
    return reject('survey/closed', `The survey was closed on ${survey.closedOn}.`);
  }
  if (on <= survey.closes && reason === undefined) {
    const detail = `The survey is open until the end of ${survey.closes}. Say why it ends earlier.`;
    return reject('survey/reason-missing', detail, '/reason');
  }
  const text = clearText(survey.owner, { reason });
  return [{ type: 'SurveyClosed', act, surveyId, at, on, text }];
}

/** At most once a day, and only where more took part than before; but for the last one, once. */
function count(command: CountParticipation, survey: LaunchedSurvey): Decision<SurveyFact> {
  const { surveyId } = command;
  const { counted } = survey;
  if (counted?.last === true) return [];
  if (!command.last && counted !== null && counted.until >= command.until) return [];
  const refused = refuseCount(survey, command);
  if (refused !== undefined) return refused;
  const before = counted === null ? 0 : participantsOf(counted);
  if (!command.last && participantsOf(command) === before) return [];
  return [{ type: 'ParticipationCounted', surveyId, ...countOf(command) }];
}

function lowered(from: number, field: string): Rejection {
  const detail = `It was promised that ${from} answers are together at least. It only rises.`;
  return reject('survey/threshold-lowered', detail, field);
}

function notFound(): Rejection {
  return reject('survey/not-found', 'There is no survey with this id.');
}
