import { describe, expect, it } from '@jest/globals';
import { fold, isRejection, toInstant, type SealedText } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { answersMax, codesMax, metricLengthMax } from './customer-response.answers.ts';
import { scalePointsMax } from './customer-response.answers.ts';
import type { GivenAnswer } from './customer-response.commands.ts';
import { customerResponseDecider } from './customer-response.decide.ts';
import * as the from './customer-response.histories.ts';
import { codeLengthMax, commentLengthMax, keyLengthMax } from './customer-response.rules.ts';
import { reasonLengthMax } from './customer-response.rules.ts';
import { initialResponse } from './customer-response.ts';

const { given } = specification(customerResponseDecider);
const { record, recorded, closeLoop, loopClosed, withdraw, withdrawn } = the;

const accepted = (facts: readonly unknown[]) => expect(facts).toHaveLength(1);
const recordedWith = (answer: GivenAnswer) => given().when({ ...record, answers: [answer] });
const records = (answer: GivenAnswer, stored: object) =>
  recordedWith(answer).thenSatisfies(([fact]) => {
    expect(fact).toMatchObject({ answers: [stored] });
  });
const own = { metric: 'waiting', scale: { min: 0, max: 3 }, score: 2 };

describe('recording a response', () => {
  it('keeps each answer with its scale, and what was written sealed as the customer’s', () =>
    given().when(record).then(recorded));

  it('has no comment and no weight where there are none', () => {
    const { comment: _, ...silent } = record;
    given()
      .when({ ...silent, weight: 2.5 })
      .then({ ...recorded, weight: 2.5, text: { of: recorded.text.of, fields: {} } });
  });

  it('of the same again is no fact, under any act and in any order of the answers', () => {
    const again = { ...record, act: 'again', at: '2026-06-01T00:00:00.000Z' };
    given(recorded).when(again).nothing();
    given(recorded)
      .when({ ...again, answers: [...record.answers].toReversed() })
      .nothing();
  });

  it('of what was withdrawn is recorded anew, the same or otherwise, and its repeats are none', () => {
    const anew = { ...record, act: 'anew', at: withdrawn.at };
    const silent = { ...recorded, act: 'anew', at: withdrawn.at };
    given(recorded, withdrawn).when(anew).then(silent);
    given(recorded, withdrawn)
      .when({ ...anew, occurredOn: '2026-05-03' })
      .then({ ...silent, occurredOn: '2026-05-03' });
    given(recorded, withdrawn).when(record).nothing();
    given(recorded, withdrawn, silent).when(withdraw).nothing();
    given(recorded, withdrawn, silent)
      .when({ ...anew, act: 'once more', weight: 2 })
      .rejects('response/already-recorded');
    const early = toInstant(Date.parse(withdrawn.at) - 1);
    given(recorded, withdrawn)
      .when({ ...anew, at: early })
      .rejects('response/before-its-latest-change', '/effectiveAt');
  });

  it('anew gives nobody back what a dispute has settled', () => {
    const history = [recorded, the.attributed, the.disputed, the.settled, withdrawn] as const;
    const anew = { ...record, act: 'anew', at: withdrawn.at };
    given(...history)
      .when({ ...anew, attribution: the.firstShares })
      .rejects('response/share-settled', '/attribution');
    given(...history)
      .when({ ...anew, attribution: the.sharesInPart })
      .thenSatisfies(([, fact]) => {
        expect(fact).toMatchObject({ before: [], shares: the.sharesInPart, openDisputes: 0 });
      });
    // A dispute that was open is over with what it was about.
    const open = [recorded, the.attributed, the.disputed, withdrawn] as const;
    given(...open)
      .when({ ...anew, attribution: the.firstShares })
      .thenSatisfies(([, fact]) => {
        expect(fact).toMatchObject({ shares: the.firstShares, openDisputes: 0 });
      });
  });

  it('of something else under the same id is refused', () => {
    const again = { ...record, act: 'again' };
    const { comment: _, ...silent } = again;
    for (const other of [
      { ...again, answers: record.answers.slice(1) },
      { ...again, occurredOn: '2026-05-05' },
      { ...again, weight: 2 },
      silent,
    ]) {
      given(recorded).when(other).rejects('response/already-recorded');
    }
  });

  it('again is known by what is not sealed, and by there being a comment', () => {
    const text: SealedText = {
      ...{ of: recorded.text.of, stream: 's', fact: 'f', has: ['comment'], box: 'x' },
    };
    given({ ...recorded, text })
      .when({ ...record, act: 'again' })
      .nothing();
    given({ ...recorded, text: { ...text, has: [] } })
      .when({ ...record, act: 'again' })
      .rejects('response/already-recorded');
  });
});

describe('a score', () => {
  it.each([
    ['nps', 0, 10],
    ['csat', 1, 5],
    ['ces', 1, 7],
  ])('of %s is a whole number from %d to %d', (metric, min, max) => {
    const stored = { metric, scale: { min, max } };
    records({ metric, score: min }, { ...stored, score: min });
    records({ metric, score: max, scale: { min, max } }, { ...stored, score: max });
    for (const score of [min - 1, max + 1, min + 0.5, Number.NaN]) {
      recordedWith({ metric, score }).rejects('response/score-not-on-scale', '/answers/0/score');
    }
    recordedWith({ metric, score: min, scale: { min, max: max + 1 } }).rejects(
      'response/scale-of-another-metric',
      '/answers/0/scale',
    );
  });

  it('that is refused is named by its metric', () => {
    const answers = [...record.answers.slice(0, 1), { metric: 'csat', score: 6 }];
    const refused = customerResponseDecider.decide({ ...record, answers }, initialResponse);
    expect(refused).toMatchObject({ field: '/answers/1/score' });
    expect(isRejection(refused) && refused.detail).toContain(
      '"csat" is a whole number from 1 to 5',
    );
  });

  it('of a question of one’s own is on the scale that comes with it', () => {
    records(own, own);
    recordedWith({ ...own, score: 4 }).rejects('response/score-not-on-scale');
    recordedWith({ metric: 'waiting', score: 2 }).rejects('response/scale-missing');
    for (const scale of [
      { min: 0, max: 0 },
      { min: 1, max: scalePointsMax + 1 },
      { min: 0.5, max: 3 },
      { min: 3, max: 0 },
    ]) {
      recordedWith({ ...own, scale }).rejects('response/scale-not-possible', '/answers/0/scale');
    }
    records({ ...own, scale: { min: 1, max: 2 } }, { score: 2 });
    records({ ...own, scale: { min: 1, max: scalePointsMax } }, { score: 2 });
  });

  it('belongs to a question with a code, so that "NPS" is not another one', () => {
    for (const metric of ['NPS', '', '-a', 'a b', 'x'.repeat(metricLengthMax + 1)]) {
      recordedWith({ ...own, metric }).rejects('response/metric-not-a-code', '/answers/0/metric');
    }
    records({ ...own, metric: 'x'.repeat(metricLengthMax) }, { score: 2 });
  });

  it('is given once for each question', () =>
    given()
      .when({ ...record, answers: [own, { ...own, score: 1 }] })
      .rejects('response/metric-twice'));

  it('is one of as many as allowed', () => {
    const many = Array.from({ length: answersMax }, (_, index) => ({
      ...own,
      metric: `q${index}`,
    }));
    given()
      .when({ ...record, answers: many })
      .thenSatisfies(accepted);
    given()
      .when({ ...record, answers: [...many, own] })
      .rejects('response/too-many-answers');
  });
});

describe('no answer', () => {
  it('has a cause, and is never a score', () => {
    const noAnswer = 'dismissed';
    const stored = { metric: 'nps', scale: { min: 0, max: 10 }, score: null, noAnswer };
    records({ metric: 'nps', score: null, noAnswer }, stored);
    recordedWith({ metric: 'nps', score: null }).rejects('response/no-answer-without-cause');
    recordedWith({ metric: 'nps', score: 3, noAnswer }).rejects('response/score-and-no-answer');
  });

  it('is known by the codes of the source', () => {
    const codes = [
      { code: 99, means: 'not-applicable' },
      { code: -1, means: 'dismissed' },
    ] as const;
    const stored = { metric: 'nps', scale: { min: 0, max: 10 } };
    records({ metric: 'nps', score: 99, codes }, { ...stored, noAnswer: 'not-applicable' });
    records({ metric: 'nps', score: -1, codes }, { ...stored, score: null, noAnswer: 'dismissed' });
    records({ metric: 'nps', score: 9, codes }, { ...stored, score: 9 });
    recordedWith({ metric: 'nps', score: 98, codes }).rejects('response/score-not-on-scale');
  });

  it('has no code that could be a score', () => {
    const ofCode = (code: number) =>
      recordedWith({ metric: 'csat', score: 3, codes: [{ code, means: 'blank' }] });
    for (const code of [1, 3, 5]) ofCode(code).rejects('response/code-on-scale');
    for (const code of [0, 6]) ofCode(code).thenSatisfies(accepted);
    const codes = Array.from({ length: codesMax + 1 }, (_, index) => {
      return { code: 90 + index, means: 'blank' } as const;
    });
    recordedWith({ metric: 'csat', score: 91, codes: codes.slice(1) }).thenSatisfies(accepted);
    recordedWith({ metric: 'csat', score: 91, codes }).rejects(
      'response/too-many-codes',
      '/answers/0/codes',
    );
  });

  it('to anything at all is a response: it was asked', () => {
    const answers = record.answers.map(({ score: _, ...asked }) => {
      return { ...asked, score: null, noAnswer: 'dismissed' } as const;
    });
    given()
      .when({ ...record, answers, answeredAt: null })
      .thenSatisfies(accepted);
    given()
      .when({ ...record, answers: [] })
      .thenSatisfies(accepted);
  });
});

describe('the times of a response', () => {
  const at = '2026-05-07T09:59:59.999Z';
  const early = { ...record, at, now: at, answeredAt: at };

  it('let an answer come in as late as it likes', () => {
    const occurredOn = '2019-01-02';
    given()
      .when({ ...record, occurredOn })
      .then({ ...recorded, occurredOn });
  });

  it('are none in the future: on days that have begun nowhere on Earth', () => {
    given()
      .when({ ...early, occurredOn: '2026-05-08' })
      .rejects('response/occurred-in-the-future', '/occurredOn');
    given()
      .when({ ...early, occurredOn: '2026-05-07' })
      .thenSatisfies(accepted);
    const now = '2026-05-07T10:00:00.000Z';
    given()
      .when({ ...early, now, at: now, answeredAt: now, occurredOn: '2026-05-08' })
      .thenSatisfies(accepted);
  });

  it('are in order: the interaction, the answer, the record', () => {
    given()
      .when({ ...record, occurredOn: '2026-05-07' })
      .thenSatisfies(accepted);
    given()
      .when({ ...early, now: record.now, at: record.at, occurredOn: '2026-05-08' })
      .rejects('response/occurred-in-the-future');
    const now = '2026-05-20T00:00:00.000Z';
    given()
      .when({ ...early, now, occurredOn: '2026-05-08' })
      .rejects('response/answered-before-it-occurred', '/answeredAt');
    given()
      .when({ ...record, answeredAt: record.at })
      .thenSatisfies(accepted);
    given()
      .when({ ...record, now, answeredAt: '2026-05-07T02:00:00.001Z' })
      .rejects('response/recorded-before-its-answer', '/effectiveAt');
  });

  it('are known where there is a score', () =>
    given()
      .when({ ...record, answeredAt: null })
      .rejects('response/answered-at-missing', '/answeredAt'));
});

describe('the words of a response', () => {
  it.each([
    ['source', keyLengthMax],
    ['transaction', keyLengthMax],
    ['location', keyLengthMax],
    ['touchpoint', codeLengthMax],
    ['channel', codeLengthMax],
    ['comment', commentLengthMax],
  ] as const)('%s is something, in %d characters', (field, lengthMax) => {
    const withWord = (word: string | null) => given().when({ ...record, [field]: word });
    withWord('x'.repeat(lengthMax)).thenSatisfies(accepted);
    withWord('x'.repeat(lengthMax + 1)).rejects('response/text-too-long', `/${field}`);
    withWord(' ').rejects('response/text-missing', `/${field}`);
    if (field === 'transaction' || field === 'location') withWord(null).thenSatisfies(accepted);
  });

  it.each(['source', 'transaction', 'location', 'touchpoint', 'channel'])(
    '%s is a code of one word, as it is shown to others',
    (field) => {
      for (const code of ['Ada was kind', 'a\tb', 'a\u0000', ' a']) {
        given()
          .when({ ...record, [field]: code })
          .rejects('response/not-a-code', `/${field}`);
      }
    },
  );

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('weigh more than %d', (weight) =>
    given()
      .when({ ...record, weight })
      .rejects('response/weight-not-positive', '/weight'),
  );
});

describe('closing the loop', () => {
  it('names what had led to the response, and who went back to the customer', () =>
    given(recorded).when(closeLoop).then(loopClosed));

  it('happens once', () => {
    const again = { ...closeLoop, act: 'again', at: '2026-05-13T00:00:00.000Z' };
    given(recorded, loopClosed).when(again).nothing();
    given(recorded, loopClosed)
      .when({ ...again, cause: 'another' })
      .rejects('response/loop-closed');
  });

  it('does not wait for the attribution, and does not come before the response', () => {
    given(recorded, { ...the.attributed, at: '2026-05-19T00:00:00.000Z' })
      .when(closeLoop)
      .then(loopClosed);
    given(recorded)
      .when({ ...closeLoop, at: recorded.at })
      .thenSatisfies(accepted);
    given(recorded)
      .when({ ...closeLoop, at: '2026-05-07T01:59:59.999Z' })
      .rejects('response/before-its-latest-change', '/effectiveAt');
    given().when(closeLoop).rejects('response/not-found');
  });

  it('says the cause and the reason', () => {
    const closedWith = (words: object) => given(recorded).when({ ...closeLoop, ...words });
    closedWith({ cause: 'x'.repeat(codeLengthMax) }).thenSatisfies(accepted);
    closedWith({ cause: 'x'.repeat(codeLengthMax + 1) }).rejects('response/text-too-long');
    closedWith({ cause: 'a b' }).rejects('response/not-a-code', '/cause');
    closedWith({ cause: '' }).rejects('response/text-missing', '/cause');
    closedWith({ reason: 'x'.repeat(reasonLengthMax) }).thenSatisfies(accepted);
    closedWith({ reason: 'x'.repeat(reasonLengthMax + 1) }).rejects('response/text-too-long');
    closedWith({ reason: ' ' }).rejects('response/text-missing', '/reason');
  });
});

describe('withdrawing a response', () => {
  it('that was recorded by mistake takes a reason', () => {
    given(recorded).when(withdraw).then(withdrawn);
    given(recorded, the.attributed, the.disputed)
      .when(withdraw)
      .then({ ...withdrawn, shares: the.firstShares, openDisputes: 1 });
    given(recorded)
      .when({ ...withdraw, reason: '' })
      .rejects('response/text-missing', '/reason');
    given(recorded, { ...loopClosed, at: '2026-05-21T00:00:00.000Z' })
      .when(withdraw)
      .rejects('response/before-its-latest-change');
  });

  it('is the end of it, as long as it is not recorded anew', () => {
    const history = [recorded, the.attributed, the.disputed, withdrawn] as const;
    const at = '2026-06-01T00:00:00.000Z';
    for (const command of [the.attribute, the.dispute, the.settle, closeLoop]) {
      given(...history)
        .when({ ...command, act: 'later', at })
        .rejects('response/withdrawn');
    }
    given(...history)
      .when({ ...withdraw, act: 'again' })
      .nothing();
    const state = fold(customerResponseDecider, initialResponse, history);
    expect(state).toMatchObject({ stage: 'withdrawn', loop: null });
  });
});
