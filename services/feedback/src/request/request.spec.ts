import { describe, expect, it } from '@jest/globals';
import { clearText, fold, isRejection, toInstant } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { clockSkewMsMax, dueDaysMax, requestDecider } from './request.decide.ts';
import { ada, answer, answered, ask, bo, decline, declined } from './request.histories.ts';
import { lapse, lapsed, noteId, requested } from './request.histories.ts';

const { given } = specification(requestDecider);

describe('asking for feedback', () => {
  it('asks one person about oneself', () => given().when(ask).then(requested));

  it('may be about somebody else, and without a topic', () => {
    const { topic: _, ...question } = ask;
    const { topic: __, ...fact } = requested;
    const text = clearText('person:cy', { question: ask.question });
    given().when(question).then(fact);
    given()
      .when({ ...question, subject: 'cy' })
      .then({ ...fact, subject: 'cy', text });
  });

  it('asks neither the subject nor oneself', () => {
    given()
      .when({ ...ask, from: ada })
      .rejects('feedback-request/of-the-subject', '/from');
    given()
      .when({ ...ask, subject: 'cy', from: ada })
      .rejects('feedback-request/of-oneself', '/from');
  });

  it('is refused under an id that is taken, whatever has become of that request', () => {
    for (const ending of [[], [declined], [lapsed], [answered]]) {
      given(requested, ...ending)
        .when({ ...ask, act: 'another' })
        .rejects('feedback-request/already-asked');
    }
  });

  it.each([
    // At nine in the morning of Greenwich the last of June is not over in the far west.
    ['2026-07-01T09:00:00.000Z', '2026-06-30', '2026-06-29'],
    ['2026-07-01T11:59:59.999Z', '2026-06-30', '2026-06-29'],
    ['2026-07-01T12:00:00.000Z', '2026-07-01', '2026-06-30'],
    ['2026-03-01T00:00:00.000Z', '2026-02-28', '2026-02-27'],
  ])('at %s is due on %s at the earliest, not on %s', (at, earliest, before) => {
    given()
      .when({ ...ask, at, due: earliest })
      .then({ ...requested, at, due: earliest });
    given()
      .when({ ...ask, at, due: before })
      .rejects('feedback-request/due-in-the-past', '/due');
  });

  it('is due in a quarter at the latest', () => {
    expect(dueDaysMax).toBe(92);
    given()
      .when({ ...ask, due: '2026-10-01' })
      .then({ ...requested, due: '2026-10-01' });
    given()
      .when({ ...ask, due: '2026-10-02' })
      .rejects('feedback-request/due-too-far', '/due');
  });
});

describe('declining', () => {
  it('is for the one who was asked, with a reason or without', () => {
    given(requested).when(decline).then(declined);
    given(requested)
      .when({ ...decline, reason: undefined })
      .then({ ...declined, text: clearText('person:bo', {}) });
    for (const by of [ada, 'cy']) {
      given(requested)
        .when({ ...decline, by })
        .rejects('feedback-request/not-asked');
      given(requested, declined)
        .when({ ...decline, act: 'again', by })
        .rejects('feedback-request/not-asked');
    }
  });

  it('is so already when it is told twice', () =>
    given(requested, declined)
      .when({ ...decline, act: 'again', reason: 'Ask Cy.' })
      .nothing());

  it('comes too late after the answer, and after the lapse', () => {
    given(requested, answered).when(decline).rejects('feedback-request/answered');
    given(requested, declined, answered)
      .when({ ...decline, act: 'again' })
      .rejects('feedback-request/answered');
    given(requested, lapsed).when(decline).rejects('feedback-request/lapsed');
  });

  it('is not before the question, but for what clocks may differ by', () => {
    const asked = Date.parse(ask.at);
    const earliest = toInstant(asked - clockSkewMsMax);
    given(requested)
      .when({ ...decline, at: earliest })
      .then({ ...declined, at: earliest });
    given(requested)
      .when({ ...decline, at: toInstant(asked - clockSkewMsMax - 1) })
      .rejects('feedback-request/before-it-was-asked', '/effectiveAt');
  });

  it('needs a request', () => given().when(decline).rejects('feedback-request/not-found'));
});

describe('an answer', () => {
  it('is the note that names the request', () => given(requested).when(answer).then(answered));

  it('comes too late never, and after a no as well', () => {
    const later = { ...answer, at: '2026-09-01T09:00:00.000Z' };
    given(requested, lapsed)
      .when(later)
      .then({ ...answered, at: later.at });
    given(requested, declined).when(answer).then(answered);
  });

  it('counts by a clock that is behind, or for a note of before', () => {
    const before = { ...answer, at: '2026-06-20T09:00:00.000Z' };
    given(requested)
      .when(before)
      .then({ ...answered, at: before.at });
  });

  it('is by the one who was asked, about the one who was asked about', () => {
    for (const author of [ada, 'cy']) {
      given(requested)
        .when({ ...answer, author })
        .rejects('feedback-request/answered-by-another');
    }
    for (const subject of [bo, 'cy']) {
      given(requested)
        .when({ ...answer, subject })
        .rejects('feedback-request/about-another');
    }
    given().when(answer).rejects('feedback-request/not-found');
  });

  it('is the first one: the notes that follow change nothing', () => {
    const further = { ...answer, act: 'another', noteId: 'another' };
    given(requested, answered).when(further).nothing();
    given(requested, answered)
      .when({ ...answer, act: 'again' })
      .nothing();
    const request = fold(requestDecider, requestDecider.initial, [requested, lapsed, answered]);
    expect(request).toMatchObject({ stage: 'answered', noteId });
  });
});

describe('a lapse', () => {
  it('comes when the day is over everywhere on earth, and not a moment before', () => {
    const before = '2026-07-16T11:59:59.999Z';
    given(requested).when(lapse).then(lapsed);
    given(requested)
      .when({ ...lapse, at: before, now: before })
      .rejects('feedback-request/not-due-yet');
  });

  it('is neither told ahead of time, nor dated back', () => {
    const before = '2026-07-16T11:59:59.999Z';
    given(requested)
      .when({ ...lapse, now: before })
      .rejects('feedback-request/not-due-yet');
    given(requested)
      .when({ ...lapse, at: before })
      .rejects('feedback-request/not-due-yet');
  });

  it('is only of what is open: an answer or a no that was first stands', () => {
    given(requested, answered).when(lapse).nothing();
    given(requested, declined).when(lapse).nothing();
    given(requested, lapsed)
      .when({ ...lapse, act: 'again' })
      .nothing();
    given(requested, lapsed, answered)
      .when({ ...lapse, act: 'again' })
      .nothing();
    given().when(lapse).rejects('feedback-request/not-found');
  });

  it('says which day is waited for', () => {
    const request = fold(requestDecider, requestDecider.initial, [requested]);
    const decision = requestDecider.decide({ ...lapse, now: ask.now }, request);
    expect(isRejection(decision) && decision.detail).toContain('2026-07-15');
  });
});
