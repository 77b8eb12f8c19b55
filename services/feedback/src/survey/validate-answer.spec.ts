import { describe, expect, it } from '@jest/globals';
import type { WaitingAnswer } from './answer.ts';
import { promise } from './survey.histories.ts';
import { commentLengthMax, refuseAnswer } from './validate-answer.ts';

const full: WaitingAnswer = {
  segments: { unit: 'desk', tenure: 'new' },
  ratings: { pride: 4, recommend: 9 },
  choices: { place: 'home' },
  comments: { why: 'The people.' },
};
const refused = (answer: WaitingAnswer, terms: Parameters<typeof refuseAnswer>[0] = promise) => {
  const rejection = refuseAnswer(terms, answer);
  return rejection === undefined ? undefined : [rejection.code, rejection.field];
};

describe('an answer', () => {
  it('may answer all questions, or those only that must be', () => {
    expect(refused(full)).toBeUndefined();
    expect(refused({ ...full, ratings: { pride: 4 }, choices: {}, comments: {} })).toBeUndefined();
  });

  it('answers what is required, of each kind', () => {
    expect(refused({ ...full, ratings: { recommend: 9 } })).toEqual([
      'answer/required-missing',
      '/ratings/pride',
    ]);
    const all = promise.questions.map((one) => ({ ...one, required: true }));
    const terms = { ...promise, questions: all };
    expect(refused(full, terms)).toBeUndefined();
    expect(refused({ ...full, ratings: { pride: 4 } }, terms)?.[1]).toBe('/ratings/recommend');
    expect(refused({ ...full, choices: {} }, terms)?.[1]).toBe('/choices/place');
    expect(refused({ ...full, comments: {} }, terms)?.[1]).toBe('/comments/why');
  });

  it('answers what is required, whatever its id', () => {
    const question = { id: 'constructor', kind: 'rating', required: true } as const;
    const terms = { ...promise, questions: [...promise.questions, question] };
    expect(refused(full, terms)).toEqual(['answer/required-missing', '/ratings/constructor']);
    expect(refused({ ...full, ratings: { pride: 4, constructor: 3 } }, terms)).toBeUndefined();
  });

  it('answers something: to nothing of all it is none', () => {
    const none = promise.questions.map((one) => ({ ...one, required: false }));
    const terms = { ...promise, questions: none };
    const empty = { ...full, ratings: {}, choices: {}, comments: {} };
    expect(refused(empty, terms)).toEqual(['answer/empty', undefined]);
    expect(refused({ ...empty, comments: full.comments }, terms)).toBeUndefined();
    expect(refused({ ...empty, choices: full.choices }, terms)).toBeUndefined();
  });

  it.each([1, 5])('rates from 1 to 5: %d', (pride) =>
    expect(refused({ ...full, ratings: { pride } })).toBeUndefined(),
  );

  it.each([0, 6, 2.5, Number.NaN])('does not rate %d', (pride) =>
    expect(refused({ ...full, ratings: { pride } })).toEqual([
      'answer/rating-out-of-scale',
      '/ratings/pride',
    ]),
  );

  it('recommends from 0 to 10', () => {
    const codes = [0, 10, -1, 11].map(
      (recommend) => refused({ ...full, ratings: { pride: 3, recommend } })?.[1],
    );
    expect(codes).toEqual([undefined, undefined, '/ratings/recommend', '/ratings/recommend']);
  });

  it('chooses an option of the question', () =>
    expect(refused({ ...full, choices: { place: 'moon' } })).toEqual([
      'answer/unknown-option',
      '/choices/place',
    ]));

  it.each([
    ['/ratings/joy', { ratings: { pride: 4, joy: 5 } }],
    ['/ratings/place', { ratings: { pride: 4, place: 1 } }],
    ['/ratings/why', { ratings: { pride: 4, why: 1 } }],
    ['/ratings/constructor', { ratings: { pride: 4, constructor: 1 } }],
    ['/choices/pride', { choices: { pride: '4' } }],
    ['/choices/a~1b', { choices: { 'a/b': 'home' } }],
    ['/comments/pride', { comments: { pride: 'Much.' } }],
  ] as const)('answers no question that is not asked so: %s', (field, part) =>
    expect(refused({ ...full, ...part } as unknown as WaitingAnswer)).toEqual([
      'answer/unknown-question',
      field,
    ]),
  );

  it('comments at some length', () => {
    const writing = (why: string) => refused({ ...full, comments: { why } });
    expect(writing('x'.repeat(commentLengthMax))).toBeUndefined();
    for (const why of ['x'.repeat(commentLengthMax + 1), '', ' \n', '\u200b']) {
      expect(writing(why)).toEqual(['answer/comment-length', '/comments/why']);
    }
  });

  it('carries attributes and values of the launch, or fewer', () => {
    expect(refused({ ...full, segments: { unit: 'lab' } })).toBeUndefined();
    expect(refused({ ...full, segments: {} })).toBeUndefined();
    expect(refused({ ...full, segments: { unit: 'moon' } })).toEqual([
      'answer/unknown-segment',
      '/segments/unit',
    ]);
    expect(refused({ ...full, segments: { unit: 'lab', age: '33' } })?.[1]).toBe('/segments/age');
  });
});
