import { never } from '@plumbline/kernel';
import type { Published } from './feedback.publish.ts';
import type { Answer, Segments } from './survey/answer.ts';
import { placesOf, type Question, type Segment } from './survey/survey.ts';
import type { SurveysFact } from './surveys.facts.ts';

/**
 * What others may see of surveys: what was promised, how many of each group took part, and answers
 * as they were released together. Who took part never leaves, nor do words: questions, reasons and
 * comments.
 */
export function publishOfSurveys(fact: SurveysFact): Published | null {
  const { surveyId } = fact;
  switch (fact.type) {
    case 'SurveyLaunched': {
      const { kind, threshold, commentThreshold, opens, closes } = fact;
      const questions = fact.questions.map(questionOf);
      const data = {
        ...{ surveyId, kind, threshold, commentThreshold, opens, closes, questions },
        audience: fact.audience.kind,
        segments: fact.segments.map(treeOf),
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
    case 'ParticipationCounted': {
      const { until, last } = fact;
      const groups = fact.groups.map(({ segments, invited, participants }) => {
        return { segments: listedSegments(segments), invited, participants };
      });
      return { type: 'feedback.ParticipationCounted.v1', data: { surveyId, until, last, groups } };
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
    segments: listedSegments(segments),
    ratings: Object.entries(ratings).map(([question, rating]) => ({ question, rating })),
    choices: Object.entries(choices).map(([question, option]) => ({ question, option })),
  };
}

function questionOf(question: Question) {
  const { id, kind } = question;
  return question.kind === 'choice' ? { id, kind, options: question.options } : { id, kind };
}

function listedSegments(segments: Segments) {
  return Object.entries(segments).map(([segment, value]) => ({
    ...{ segment, value: nameOf(segment, value) },
  }));
}

function treeOf(segment: Segment) {
  const { id } = segment;
  return {
    segment: id,
    values: placesOf(segment).map(({ value, parent }) => ({
      value: nameOf(id, value),
      parent: parent === null ? null : nameOf(id, parent),
    })),
  };
}

function nameOf(segment: string, value: string): string {
  return `${segment}:${value}`;
}
