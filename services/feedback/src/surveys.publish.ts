import { never } from '@plumbline/kernel';
import type { Published } from './feedback.publish.ts';
import type { Answer } from './survey/answer.ts';
import type { SurveysFact } from './surveys.facts.ts';

/**
 * What others may see of surveys: what was promised, and answers as they were released together.
 * Who took part never leaves, nor do words: questions, reasons and comments.
 */
export function publishOfSurveys(fact: SurveysFact): Published | null {
  const { surveyId } = fact;
  switch (fact.type) {
    case 'SurveyLaunched': {
      const { kind, threshold, commentThreshold, opens, closes } = fact;
      const questions = fact.questions.map((one) => ({ id: one.id, kind: one.kind }));
      const data = {
        ...{ surveyId, kind, threshold, commentThreshold, opens, closes, questions },
        audience: fact.audience.kind,
      };
      return { type: 'feedback.SurveyLaunched.v1', data };
    }
    case 'ThresholdRaised': {
      const { threshold, commentThreshold } = fact.to;
      return {
        type: 'feedback.ThresholdRaised.v1',
        data: { surveyId, threshold, commentThreshold },
      };
    }
    case 'SurveyClosed':
      return { type: 'feedback.SurveyClosed.v1', data: { surveyId, on: fact.on } };
    case 'AnswersReleased': {
      const { batch, n, on, threshold, last } = fact;
      const answers = fact.answers.map(listed);
      const data = { surveyId, batch, n, on, threshold, last, answers };
      return { type: 'feedback.AnswersReleased.v1', data };
    }
    case 'ParticipationRecorded':
      return null;
    default:
      return never(fact);
  }
}

/** Names of questions and attributes are of others' choosing: they are values, and no members. */
function listed({ segments, ratings, choices }: Answer) {
  return {
    segments: Object.entries(segments).map(([segment, value]) => ({
      ...{ segment, value: `${segment}:${value}` },
    })),
    ratings: Object.entries(ratings).map(([question, rating]) => ({ question, rating })),
    choices: Object.entries(choices).map(([question, option]) => ({ question, option })),
  };
}
