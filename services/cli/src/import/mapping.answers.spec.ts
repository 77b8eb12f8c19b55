import { describe, expect, it } from '@jest/globals';
import { answersMax, codesMax, metricLengthMax, scalePointsMax } from './mapping.answers.ts';
import { evaluate } from './mapping.evaluate.ts';
import { sourceField, type Mapping } from './mapping.ts';
import { parseMapping } from './mapping.parse.ts';

const codes = { rating: { '0': 'blank', '6': 'not-applicable', 'n/a': 'not-applicable' } };
const nps = { answer: 'LIKELY', metric: 'nps', noAnswer: { '': 'blank', '11': 'do-not-know' } };
const csat = { answer: 'ALL', metric: 'csat', noAnswer: 'rating' };
const own = { answer: 'WAIT', metric: 'waiting', scale: { min: 0, max: 3 } };
const survey = {
  plumbline: 'mapping@1',
  produces: 'customer-responses',
  missing: ['', '-'],
  spoilt: ['#N/A'],
  codes,
  key: { template: 'survey {ID}' },
  record: {
    source: 'survey-2017',
    transaction: { from: 'VISIT' },
    occurredOn: { from: 'DAY', as: 'day', ofMonth: '2017-05' },
    answeredAt: { from: 'AT', as: 'instant' },
    touchpoint: 'counter',
    channel: 'mail',
    location: { choose: { from: 'AREA' }, cases: { A: 'hall-a', B: 'hall-b' } },
    answers: [nps, csat, own],
    weight: { from: 'WEIGHT', as: 'number' },
    comment: { from: 'TEXT' },
  },
};
const row = { ID: '7', DAY: '13', AREA: 'A', LIKELY: '9', ALL: '4', WAIT: '2' };

function mappingOf(more: object = {}): Mapping {
  const mapping = parseMapping(JSON.stringify({ ...survey, ...more }));
  if (!('produces' in mapping)) throw new Error(JSON.stringify(mapping));
  return mapping;
}

/** What is wrong with a mapping whose record is the one above but for this. */
function errors(record: object, more: object = {}): string {
  const json = { ...survey, ...more, record: { ...survey.record, ...record } };
  const mapping = parseMapping(JSON.stringify(json));
  return 'produces' in mapping ? '' : mapping.map(({ at, why }) => `${at} ${why}`).join('\n');
}

const asking = (more: object): string => errors({ answers: [{ ...own, ...more }] });
const produced = (fields: object, more: object = {}) => evaluate(mappingOf(more), fields as never);
const answersOf = (fields: object) => produced({ ...row, ...fields }).line['answers'] as object[];
const problemsOf = (fields: object) => produced({ ...row, ...fields }).problems;

describe('a mapping of responses', () => {
  it('gives one line of the bulk route for a record', () => {
    const more = { VISIT: 'v-1', AT: '2017-05-14T10:00:00Z', WEIGHT: '0.25', TEXT: ' Kind. ' };
    expect(produced({ ...row, ...more })).toEqual({
      key: 'survey 7',
      problems: [],
      line: {
        ...{ source: 'survey-2017', transaction: 'v-1', occurredOn: '2017-05-13' },
        ...{ answeredAt: '2017-05-14T10:00:00.000Z', touchpoint: 'counter', channel: 'mail' },
        ...{ location: 'hall-a', weight: 0.25, comment: ' Kind. ' },
        answers: [
          { metric: 'nps', score: 9 },
          { metric: 'csat', score: 4 },
          { metric: 'waiting', scale: { min: 0, max: 3 }, score: 2 },
        ],
      },
    });
  });

  it('says whose work it tells of', () => {
    const attribution = [
      { unit: { from: 'UNIT' }, share: 0.5 },
      { person: { from: 'AGENT' }, share: 0.5 },
    ];
    const record = { ...survey.record, attribution };
    expect(errors({ attribution })).toBe('');
    const { line } = produced({ ...row, UNIT: 'field', AGENT: 'p-17' }, { record });
    expect(line['attribution']).toEqual([
      { unit: 'field', share: 0.5 },
      { person: 'p-17', share: 0.5 },
    ]);
    expect(errors({ attribution: [{ unit: 'field' }] })).toContain('/record/attribution');
    expect(errors({ attribution: [{ team: 'field', share: 1 }] })).toContain('/record/attribution');
  });

  it('leaves out what the record does not say', () => {
    expect(Object.keys(produced(row).line)).toEqual([
      ...['source', 'occurredOn', 'touchpoint', 'channel', 'location', 'answers'],
    ]);
  });

  it('names the field behind what a server refuses', () => {
    const mapping = mappingOf();
    expect(sourceField('/answers/0/score', mapping)).toBe('LIKELY');
    expect(sourceField('/answers/2/scale', mapping)).toBe('WAIT');
    expect(sourceField('/occurredOn', mapping)).toBe('DAY');
  });

  it('can have the line as its key, and the key as its transaction', () => {
    const record = { ...survey.record, transaction: { use: 'key' } };
    const mapping = mappingOf({ key: { line: '{file}' }, record });
    const { line, key } = evaluate(mapping, row, 'may.csv:2');
    expect([line['transaction'], key]).toEqual(['may.csv:2', undefined]);
    expect(() => mappingOf({ key: { line: ' ' } })).toThrow('/key/line');
    expect(() => mappingOf({ key: { line: 'x', of: 'y' } })).toThrow('/key/of');
  });
});

describe('an answer', () => {
  it.each([
    [{ LIKELY: '0' }, 0, 0],
    [{ LIKELY: ' 10 ' }, 0, 10],
    [{ LIKELY: 10 }, 0, 10],
    [{ ALL: '1' }, 1, 1],
    [{ ALL: '5.0' }, 1, 5],
    [{ WAIT: '0' }, 2, 0],
    [{ WAIT: '3' }, 2, 3],
  ])('%j is a score', (fields, at, score) => {
    expect(answersOf(fields)[at]).toMatchObject({ score });
    expect(answersOf(fields)[at]).not.toHaveProperty('noAnswer');
  });

  it.each([
    [{ LIKELY: '' }, 0, 'blank'],
    [{ LIKELY: null }, 0, 'blank'],
    [{ LIKELY: '  ' }, 0, 'blank'],
    [{ LIKELY: '-' }, 0, 'blank'],
    [{ LIKELY: '11' }, 0, 'do-not-know'],
    [{ LIKELY: 11 }, 0, 'do-not-know'],
    [{ ALL: '0' }, 1, 'blank'],
    [{ ALL: ' 6 ' }, 1, 'not-applicable'],
    [{ ALL: 'n/a' }, 1, 'not-applicable'],
    [{ WAIT: '' }, 2, 'blank'],
    [{ WAIT: '#N/A' }, 2, 'blank'],
  ])('%j is none, and never a score', (fields, at, noAnswer) => {
    expect(problemsOf(fields)).toEqual([]);
    expect(answersOf(fields)[at]).toMatchObject({ score: null, noAnswer });
  });

  it.each([
    [{ LIKELY: '12' }, 'LIKELY'],
    [{ LIKELY: '-1' }, 'LIKELY'],
    [{ LIKELY: '9.5' }, 'LIKELY'],
    [{ LIKELY: 'nine' }, 'LIKELY'],
    [{ LIKELY: [9] }, 'LIKELY'],
    [{ LIKELY: true }, 'LIKELY'],
    [{ ALL: '11' }, 'ALL'],
    [{ ALL: 'N/A' }, 'ALL'],
    [{ WAIT: '4' }, 'WAIT'],
    [{ WAIT: '6' }, 'WAIT'],
  ])('%j is refused by its field, with a remedy', (fields, field) => {
    expect(problemsOf(fields)).toEqual([
      { field, code: 'field/not-on-the-scale', why: expect.stringMatching(/mend it, or name it/) },
    ]);
  });

  it('whose field is not there at all is no blank', () => {
    const { LIKELY: _, ...others } = row;
    expect(produced(others).problems).toEqual([
      { field: 'LIKELY', code: 'field/missing', why: expect.stringContaining('no field "LIKELY"') },
    ]);
  });

  it('that is blank has the cause that the mapping gives to blanks', () => {
    const answers = [{ ...own, noAnswer: { '': 'declined', '-': 'dismissed' } }];
    const causeOf = (WAIT: string) => {
      const { line } = produced({ ...row, WAIT }, { record: { ...survey.record, answers } });
      return (line['answers'] as { noAnswer: string }[])[0]?.noAnswer;
    };
    expect(['', ' ', '-', '#N/A'].map(causeOf)).toEqual([
      ...['declined', 'declined', 'dismissed', 'declined'],
    ]);
  });
});

describe('a question', () => {
  it.each([
    [{ metric: 'ces', scale: { min: 1, max: 7 } }],
    [{ metric: 'm'.repeat(metricLengthMax) }],
    [{ scale: { min: -5, max: 5 } }],
    [{ scale: { min: 0, max: 1 } }],
    [{ scale: { min: 0, max: scalePointsMax - 1 } }],
    [{ noAnswer: { '-1': 'blank', '4': 'declined', none: 'dismissed' } }],
    [{ noAnswer: codesOf(codesMax) }],
  ])('can be %j', (more) => expect(asking(more)).toBe(''));

  it.each([
    [{ metric: undefined }, '/metric is required'],
    [{ metric: 'Waiting time' }, '/metric has at most'],
    [{ metric: 'm'.repeat(metricLengthMax + 1) }, '/metric has at most'],
    [{ metric: 'nps', scale: { min: 1, max: 10 } }, '/scale of "nps" is from 0 to 10'],
    [{ scale: undefined }, '/scale is required: "waiting" is a question of your own'],
    [{ scale: { min: 3, max: 3 } }, '/scale has whole numbers, of 2 to'],
    [{ scale: { min: 0, max: scalePointsMax } }, '/scale has whole numbers, of 2 to'],
    [{ scale: { min: 0.5, max: 3 } }, '/scale/min must be a whole number'],
    [{ scale: { min: 0 } }, '/scale/max must be a whole number'],
    [{ scale: [0, 3] }, '/scale must be an object'],
    [{ noAnswer: { '3': 'blank' } }, '/noAnswer "3" is a score'],
    [{ noAnswer: { '4': 'tired' } }, '/noAnswer/4 must be one of "blank", "not-applicable"'],
    [{ noAnswer: 'ratings' }, '/noAnswer there is no "ratings" in codes'],
    [{ noAnswer: codesOf(codesMax + 1) }, `/noAnswer has at most ${codesMax} texts`],
    [{ answer: { from: 'WAIT' } }, '/answer must be text'],
    [{ codes: [] }, '/codes is not known here'],
  ])('cannot be %j', (more, message) => {
    expect(asking(more)).toContain(`/record/answers/0${message}`);
  });

  it('is asked once in a response, of which there are not too many', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...own, metric: `q${at}` }));
    expect(errors({ answers: [own, { ...own, answer: 'AGAIN' }] })).toContain(
      'has "waiting" twice',
    );
    expect(errors({ answers: many(answersMax) })).toBe('');
    expect(errors({ answers: many(answersMax + 1) })).toContain(`at most ${answersMax} answers`);
  });

  it('may be asked of some alone', () => {
    const answers = [nps, { choose: { from: 'AREA' }, cases: { A: own }, else: {} }];
    const asked = (AREA: string) =>
      produced({ ...row, AREA }, { record: { ...survey.record, answers } }).line['answers'];
    expect([asked('A'), asked('B')]).toEqual([
      [{ metric: 'nps', score: 9 }, expect.objectContaining({ metric: 'waiting', score: 2 })],
      [{ metric: 'nps', score: 9 }],
    ]);
  });

  it('stands among the answers, and nothing else does', () => {
    const wanted = 'must be an answer, as in';
    expect(errors({ answers: [{ metric: 'nps', score: 9 }] })).toContain(wanted);
    expect(errors({ answers: [{ from: 'LIKELY' }] })).toContain(wanted);
    expect(errors({ weight: nps })).toContain('/record/weight an answer cannot stand here');
    expect(errors({ answers: nps })).toContain('/record/answers an answer cannot stand here');
    expect(errors({}, { codes: { rating: { '6': 'never' } } })).toContain(
      '/codes/rating/6 must be',
    );
  });
});

describe('a day of a month', () => {
  it('is told by the month that the mapping names', () => {
    const dayOf = (DAY: string) => produced({ ...row, DAY }).line['occurredOn'];
    expect(['1', '01', ' 31 '].map(dayOf)).toEqual(['2017-05-01', '2017-05-01', '2017-05-31']);
  });

  it.each(['0', '32', '1.5', '2017-05-01', 'MON'])('is not %j', (DAY) => {
    const why = `${JSON.stringify(DAY)} is not a day of 2017-05`;
    expect(problemsOf({ DAY })).toEqual([{ field: 'DAY', code: 'field/not-a-day', why }]);
  });

  it.each([
    [{ ofMonth: '2017-13' }, '/ofMonth must be a month'],
    [{ ofMonth: 5 }, '/ofMonth must be text'],
    [{ ofMonth: '2017-05', as: 'text' }, '/ofMonth is for a day'],
    [{ ofMonth: '2017-05', days: 'yyyy-mm-dd' }, '/ofMonth is for a day, and instead of days'],
  ])('cannot be told by %j', (more, message) => {
    const occurredOn = { from: 'DAY', as: 'day', ...more };
    expect(errors({ occurredOn })).toContain(`/record/occurredOn${message}`);
  });
});

describe('what a response must have', () => {
  it.each(['source', 'occurredOn', 'touchpoint', 'channel', 'answers'])('%s', (name) => {
    expect(errors({ [name]: undefined })).toBe(`/record/${name} is required`);
  });

  it.each(['transaction', 'answeredAt', 'location', 'weight', 'comment'])('%s is not', (name) => {
    expect(errors({ [name]: undefined })).toBe('');
  });

  it.each([
    [{ AREA: 'Z' }, 'AREA', 'field/not-among-the-cases'],
    [{ WEIGHT: 'much' }, 'WEIGHT', 'field/not-a-number'],
    [{ AT: 'noon' }, 'AT', 'field/not-a-instant'],
    [{ DAY: '' }, 'DAY', 'field/missing'],
  ])('%j is refused', (fields, field, code) => {
    expect(problemsOf(fields)).toEqual([expect.objectContaining({ field, code })]);
  });
});

function codesOf(count: number): object {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`code ${at}`, 'blank']));
}
