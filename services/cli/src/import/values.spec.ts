import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDayFormat, plainNumbers, readDay, readNumber, type NumberFormat } from './values.ts';

describe('numbers', () => {
  const comma: NumberFormat = { decimal: ',', group: '.', percent: true };

  it.each([
    ['0', 0],
    ['-1.5', -1.5],
    ['+.5', 0.5],
    ['7.', 7],
    ['1e3', 1000],
    [' 42 ', 42],
    ['9007199254740991', 9_007_199_254_740_991],
  ])('%j is %d', (text, number) => expect(readNumber(text, plainNumbers)).toBe(number));

  it.each([
    '',
    '-',
    '1,000',
    '1 000',
    '5%',
    '0x10',
    'Infinity',
    'NaN',
    '1e999',
    '1.2.3',
    '9007199254740993',
    '١',
  ])('%j is none', (text) => expect(readNumber(text, plainNumbers)).toBeUndefined());

  it.each([
    ['1.234.567,5', 1_234_567.5],
    ['12,5 %', 0.125],
    ['-1.000', -1000],
    ['999', 999],
  ])('%j is %d with a comma as decimal mark', (text, number) => {
    expect(readNumber(text, comma)).toBe(number);
  });

  it.each(['1.23', '1234.567', '1.2345', '1,2,3', '1,000.5', '.123'])(
    '%j is none with a comma as decimal mark',
    (text) => expect(readNumber(text, comma)).toBeUndefined(),
  );

  it('come back from their own text', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e15, min: -1e15 }),
        (n) => {
          expect(readNumber(String(n), plainNumbers)).toBe(n === 0 ? Number(String(n)) : n);
        },
      ),
    );
  });
});

describe('days', () => {
  it.each([
    ['2026-02-28', 'yyyy-mm-dd', '2026-02-28'],
    ['28/02/2026', 'dd/mm/yyyy', '2026-02-28'],
    ['2/8/2026', 'm/d/yyyy', '2026-02-08'],
    ['1.12.2026', 'd.m.yyyy', '2026-12-01'],
  ])('%j in %j is %s', (text, format, day) => expect(readDay(text, format)).toBe(day));

  it.each([
    ['2026-02-30', 'yyyy-mm-dd'],
    ['2026-2-3', 'yyyy-mm-dd'],
    ['02x28x2026', 'mm.dd.yyyy'],
    ['2026-02-28T00:00', 'yyyy-mm-dd'],
  ])('%j in %j is none', (text, format) => expect(readDay(text, format)).toBeUndefined());

  it('have a format with each part once', () => {
    expect(['yyyy-mm-dd', 'd.m.yyyy', 'yyyymmdd'].map(isDayFormat)).toEqual([true, true, true]);
    expect(['yyyy-mm', 'yy-mm-dd', 'yyyy-mm-dd-dd', ''].map(isDayFormat)).toEqual([
      ...[false, false, false, false],
    ]);
  });
});
