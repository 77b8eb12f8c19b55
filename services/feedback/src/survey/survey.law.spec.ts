import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import { contentOf } from './answer.ts';
import { answersDecider } from './answers.decide.ts';
import { answer, open, over } from './answers.histories.ts';
import { initialAnswers, type AnswersReleased, type ReleaseAnswers } from './answers.ts';
import type { SurveyCommand } from './survey.commands.ts';
import { surveyDecider } from './survey.decide.ts';
import { close, count, countLast, launch, promise } from './survey.histories.ts';
import { raise, surveyId } from './survey.histories.ts';
import { thresholdFloor, thresholdMax } from './survey.rules.ts';
import { initialSurvey, launchOf, type Survey, type SurveyFact } from './survey.ts';

/** Any command, with thresholds that are often wrong, at times that are often out of order. */
const anyCommand: fc.Arbitrary<SurveyCommand> = fc
  .record({
    command: fc.constantFrom<SurveyCommand>(
      ...[launch, launch, raise, raise, raise, close, count, countLast],
    ),
    act: fc.constantFrom(...'abcdefghijklmnop'),
    day: fc.integer({ min: 3, max: 20 }).map((day) => `2026-05-${String(day).padStart(2, '0')}`),
    threshold: fc.integer({ min: thresholdFloor - 1, max: thresholdMax + 1 }),
    more: fc.constantFrom(-1, 0, 0, 1, 5),
  })
  .map(({ command, act, day, threshold, more }) => {
    if (command.type === 'CountParticipation') return { ...command, until: day };
    const asked = { ...command, act, at: `${day}T09:00:00.000Z` };
    if (asked.type === 'CloseSurvey') return { ...asked, on: day };
    return { ...asked, threshold, commentThreshold: threshold + more };
  });

function play(
  commands: readonly SurveyCommand[],
  look: (command: SurveyCommand, before: Survey, decided: readonly SurveyFact[]) => void,
): Survey {
  let survey = initialSurvey;
  for (const command of commands) {
    const decided = surveyDecider.decide(command, survey);
    if (isRejection(decided)) continue;
    look(command, survey, decided);
    survey = fold(surveyDecider, survey, decided);
  }
  return survey;
}

describe('the laws of a survey, over any commands in any order', () => {
  const many = fc.array(anyCommand, { minLength: 8, maxLength: 30 });

  it('the same command again decides nothing', () => {
    fc.assert(
      fc.property(many, (commands) => {
        play(commands, (command, before, decided) => {
          repeatDecidesNothing(surveyDecider, command, before, decided);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('what is promised at launch becomes no weaker, and stays otherwise as it is', () => {
    let raises = 0;
    fc.assert(
      fc.property(many, (commands) => {
        play(commands, (_, before, decided) => {
          const after = fold(surveyDecider, before, decided);
          if (before.stage === 'none' || after.stage === 'none') return;
          expect(after.threshold).toBeGreaterThanOrEqual(before.threshold);
          expect(after.commentThreshold).toBeGreaterThanOrEqual(before.commentThreshold);
          const { threshold, commentThreshold } = after;
          expect(launchOf(after)).toEqual({ ...launchOf(before), threshold, commentThreshold });
          if (threshold > before.threshold) raises += 1;
        });
      }),
      { numRuns: 300 },
    );
    expect(raises).toBeGreaterThan(100);
  });

  it('a threshold is never below the floor, nor above that of comments', () => {
    fc.assert(
      fc.property(many, (commands) => {
        const survey = play(commands, () => undefined);
        if (survey.stage === 'none') return;
        expect(survey.threshold).toBeGreaterThanOrEqual(thresholdFloor);
        expect(survey.commentThreshold).toBeGreaterThanOrEqual(survey.threshold);
        expect(survey.commentThreshold).toBeLessThanOrEqual(thresholdMax);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the laws of answers, over any batches in any order', () => {
  const anyCount = fc.constantFrom(0, 0, 2, 3, 4, 5, 8);
  /** Any batch of answers of any groups, often too small, often out of its turn. */
  const anyRelease: fc.Arbitrary<ReleaseAnswers> = fc
    .record({
      batch: fc.constantFrom(1, 1, 2, 2, 3, 4),
      day: fc.integer({ min: 4, max: 9 }),
      last: fc.constantFrom(false, false, false, true),
      survey: fc.constantFrom(open, over),
      threshold: fc.integer({ min: 3, max: 5 }),
      desk: anyCount,
      lab: anyCount,
      others: anyCount,
    })
    .map(({ batch, day, last, survey, threshold, ...counts }) => {
      const some = (count: number, segments: { readonly unit?: string }) =>
        Array.from({ length: count }, (_, index) => {
          return { ...answer(1 + (index % 5), segments as {}), comments: {} };
        });
      const { desk, lab, others } = counts;
      const all = [...some(desk, { unit: 'desk' }), ...some(lab, { unit: 'lab' })];
      return {
        ...{ type: 'ReleaseAnswers', surveyId, batch, on: `2026-05-0${day}`, last },
        ...contentOf([...all, ...some(others, {})]),
        survey: { ...promise, stage: survey.stage, threshold },
      };
    });

  it('each batch, and each group in it, has as many as were promised, and more later', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(anyRelease, { minLength: 10, maxLength: 40 }), (commands) => {
        let state = initialAnswers;
        const facts: AnswersReleased[] = [];
        for (const command of commands) {
          const decided = answersDecider.decide(command, state);
          if (isRejection(decided)) continue;
          repeatDecidesNothing(answersDecider, command, state, decided);
          state = fold(answersDecider, state, decided);
          facts.push(...decided);
        }
        expect(facts.map(({ batch }) => batch)).toEqual(facts.map((_, index) => index + 1));
        expect(facts.slice(0, -1).some(({ last }) => last)).toBe(false);
        for (const [index, { answers, threshold, on }] of facts.entries()) {
          const units = answers.map(({ segments }) => segments['unit']);
          const sizes = [...new Set(units)].map((unit) => units.filter((one) => one === unit));
          for (const { length } of sizes) expect(length).toBeGreaterThanOrEqual(threshold);
          const before = facts[index - 1];
          expect(threshold).toBeGreaterThanOrEqual(before?.threshold ?? 0);
          expect(on >= (before?.on ?? '')).toBe(true);
        }
        accepted += facts.length;
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(200);
  });
});
