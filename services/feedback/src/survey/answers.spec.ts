import { describe, expect, it } from '@jest/globals';
import { bodyBytesMax } from '@plumbline/event-log';
import { fold, type SealedText } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { contentOf, type Answer, type WaitingAnswer } from './answer.ts';
import { answersDecider, batchAnswersMax } from './answers.decide.ts';
import { answer, comment, desk, open, over, release, released } from './answers.histories.ts';
import { releasedLast, releaseLast } from './answers.histories.ts';
import { initialAnswers, releaseCommand, type AnswersReleased } from './answers.ts';
import { surveyId } from './survey.histories.ts';
import { commentQuestionsMax, questionsMax } from './survey.questions.ts';
import { segmentsMax, segmentValueLengthMax } from './survey.rules.ts';

const { given } = specification(answersDecider);
const waiting = (count: number, segments: Answer['segments'] = {}): WaitingAnswer[] =>
  Array.from({ length: count }, (_, index) => {
    return { segments, ratings: { pride: 1 + (index % 5) }, choices: {}, comments: {} };
  });
/** A release of so many answers, each sort with attributes of its own. */
const of = (...batch: readonly WaitingAnswer[]) => ({ ...release, ...contentOf(batch) });

describe('releasing answers', () => {
  it('says what was answered', () => {
    given().when(release).then(released);
    given(released).when(releaseLast).then(releasedLast);
  });

  it('says nothing besides, whatever comes with it', () => {
    const telling = { ...answer(1), person: 'ada', act: 'act-1', at: '2026-05-05T09:00:00.000Z' };
    const answers = [telling, ...release.answers.slice(1)];
    const comments = release.comments.map((one) => ({ ...one, person: 'ada' }));
    given()
      .when({ ...release, answers, comments, act: 'act-1' } as typeof release)
      .then(released);
  });

  it('has the members of each answer in order, too', () => {
    const ratings = { recommend: 9, pride: 1 };
    const answers = [{ ...answer(1), ratings }, ...release.answers.slice(1)];
    given()
      .when({ ...release, answers })
      .thenSatisfies(([fact]) =>
        expect(JSON.stringify(fact?.answers[0]?.ratings)).toBe('{"pride":1,"recommend":9}'),
      );
  });

  it('has a command id of the survey and the batch, and of nothing else', () => {
    expect(releaseCommand(surveyId, 1)).toBe(releaseCommand(surveyId, 1));
    expect(releaseCommand(surveyId, 2)).not.toBe(releaseCommand(surveyId, 1));
    expect(releaseCommand('another', 1)).not.toBe(releaseCommand(surveyId, 1));
  });
});

describe('a batch', () => {
  it('has as many answers as are promised, and not more than one holds', () => {
    given()
      .when(of(...waiting(5)))
      .thenSatisfies((facts) => expect(facts).toMatchObject([{ n: 5 }]));
    given()
      .when(of(...waiting(4)))
      .rejects('answers/batch-too-small', '/answers');
    given()
      .when({ ...release, survey: { ...open, threshold: 6 } })
      .rejects('answers/batch-too-small');
    given()
      .when(of(...waiting(batchAnswersMax)))
      .thenSatisfies((facts) => expect(facts).toMatchObject([{ n: batchAnswersMax }]));
    given()
      .when(of(...waiting(batchAnswersMax + 1)))
      .rejects('answers/batch-too-large', '/answers');
  });

  it('hides each answer among as many that carry the same attributes', () => {
    given()
      .when(of(...waiting(5, desk), ...waiting(5)))
      .thenSatisfies((facts) => expect(facts).toHaveLength(1));
    given()
      .when(of(...waiting(5, desk), ...waiting(4)))
      .rejects('answers/group-too-small');
    given()
      .when(of(...waiting(9, desk), ...waiting(1, { unit: 'lab' })))
      .rejects('answers/group-too-small', '/answers/9/segments');
  });

  it('has valid answers, and comments that may come from them', () => {
    const answers = [...release.answers.slice(1), answer(6)];
    given()
      .when({ ...release, answers })
      .rejects('answer/rating-out-of-scale', '/answers/4/ratings/pride');
    given()
      .when({ ...release, comments: [comment('')] })
      .rejects('answer/comment-length', '/comments/0/text');
    given()
      .when({ ...release, comments: [comment('All.'), comment('So.', { unit: 'moon' })] })
      .rejects('answer/unknown-segment', '/comments/1/segments/unit');
    given()
      .when({ ...release, comments: [comment('All.', { unit: 'lab' })] })
      .rejects('answers/comment-without-answer', '/comments/0/segments');
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((text) => comment(text));
    given()
      .when({ ...release, comments: six.slice(1) })
      .thenSatisfies((facts) => expect(facts).toHaveLength(1));
    given()
      .when({ ...release, comments: six })
      .rejects('answers/comment-without-answer');
  });

  it('is in the one order that says nothing of how it came about', () => {
    given()
      .when({ ...release, answers: release.answers.toReversed() })
      .rejects('answers/not-sorted', '/answers');
    given()
      .when({ ...release, comments: release.comments.toReversed() })
      .rejects('answers/not-sorted', '/comments');
  });

  it('comes in its turn', () => {
    given()
      .when({ ...release, batch: 2 })
      .rejects('answers/batch-not-next', '/batch');
    given()
      .when({ ...release, batch: 0 })
      .rejects('answers/batch-not-next');
    given(released)
      .when({ ...releaseLast, batch: 3 })
      .rejects('answers/batch-not-next');
  });

  it('is on a day after the survey opened, and not before the last batch', () => {
    given()
      .when({ ...release, on: '2026-05-04' })
      .then({ ...released, on: '2026-05-04' });
    given()
      .when({ ...release, on: '2026-05-03' })
      .rejects('answers/day-before-the-latest', '/on');
    given(released)
      .when({ ...releaseLast, on: '2026-05-06' })
      .rejects('answers/day-before-the-latest', '/on');
  });

  it('is held to no less than the one before', () => {
    given({ ...released, threshold: 6 })
      .when(releaseLast)
      .rejects('answers/threshold-lowered', '/survey/threshold');
  });
});

describe('the last batch', () => {
  it('is that of a survey that is closed', () => {
    given(released)
      .when({ ...releaseLast, survey: open })
      .rejects('answers/last-before-the-close', '/last');
    given(released)
      .when({ ...releaseLast, last: false })
      .then({ ...releasedLast, last: false });
  });

  it('has nothing after it', () =>
    given(released, releasedLast)
      .when({ ...releaseLast, batch: 3 })
      .rejects('answers/complete'));
});

describe('the same batch again', () => {
  /** As the log gives it back: what was written is sealed. */
  const sealed = (fact: AnswersReleased): AnswersReleased => {
    const has = fact.comments.map((_, index) => `comment.${index}`);
    const text: SealedText = { of: fact.text.of, stream: 's', fact: 'f', has, box: 'AAAA' };
    return { ...fact, text };
  };

  it('decides nothing, also when it is read back, later, and under other terms', () => {
    given(sealed(released)).when(release).nothing();
    given(sealed(released), releasedLast)
      .when({ ...release, survey: { ...over, threshold: 9 } })
      .nothing();
  });

  it('is refused where it is another one, so that no answer is taken for told', () => {
    const other = [1, 2, 4, 5, 5].map((pride) => answer(pride));
    given(released)
      .when({ ...release, answers: other })
      .rejects('answers/batch-already-released', '/batch');
    given(released)
      .when({ ...release, comments: release.comments.slice(1) })
      .rejects('answers/batch-already-released');
  });

  it('is known by state that counts what is out', () => {
    const state = fold(answersDecider, initialAnswers, [released, releasedLast]);
    expect(state.n).toBe(11);
    expect(state.latest).toEqual({ batch: 2, on: '2026-05-16', threshold: 5, last: true });
  });
});

describe('the largest batch of all', () => {
  it('fits into one fact of the log', () => {
    const id = (prefix: string, index: number) => `${prefix}${index}`.padEnd(24, 'x');
    const ids = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, index) => id(prefix, index));
    const value = 'v'.repeat(segmentValueLengthMax);
    const segmentIds = ids(segmentsMax, 's');
    const asked = ids(questionsMax - commentQuestionsMax, 'q');
    const options = [id('o', 0), id('o', 1)];
    const forComments = ids(commentQuestionsMax, 'c');
    const one: WaitingAnswer = {
      segments: Object.fromEntries(segmentIds.map((segment) => [segment, value])),
      ratings: {},
      choices: Object.fromEntries(asked.map((question) => [question, id('o', 0)])),
      comments: Object.fromEntries(forComments.map((question) => [question, 'So.'])),
    };
    const survey = {
      ...open,
      segments: segmentIds.map((segment) => ({ id: segment, values: [value] })),
      questions: [
        ...asked.map((q) => ({ id: q, kind: 'choice' as const, required: true, options })),
        ...forComments.map((q) => ({ id: q, kind: 'comment' as const, required: true })),
      ],
    };
    const batch = Array.from({ length: batchAnswersMax }, () => one);
    given()
      .when({ ...release, ...contentOf(batch), survey })
      .thenSatisfies(([fact]) => {
        const { text, ...clear } = fact as AnswersReleased;
        const fields = 'fields' in text ? Object.keys(text.fields) : [];
        const size = JSON.stringify(clear).length + JSON.stringify(fields).length;
        expect(fields).toHaveLength(batchAnswersMax * commentQuestionsMax);
        expect(size).toBeGreaterThan(bodyBytesMax / 2);
        expect(size).toBeLessThan(bodyBytesMax * 0.95);
      });
  });
});
