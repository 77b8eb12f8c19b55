import { expect, test } from '@jest/globals';
import { readNumber, readPercent } from './parse.ts';

test.each([
  ['1200.5', 1200.5],
  [' -3 ', -3],
  ['\u22123', -3],
  ['.5', 0.5],
  ['5.', 5],
  ['1e3', 1000],
  ['0', 0],
])('%j is %d', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each(['', 'thirty', '1,200', '1.200,5', '1 200', '0x10', 'Infinity', 'NaN', '1e999', '--1'])(
  '%j is refused rather than guessed at',
  (text) => {
    expect(readNumber(text)).toBeUndefined();
  },
);

test('a percentage becomes a share, within its bounds', () => {
  expect([readPercent('0'), readPercent('70'), readPercent('70 %'), readPercent('100')]).toEqual([
    0, 0.7, 0.7, 1,
  ]);
  expect([readPercent('-1'), readPercent('100.1'), readPercent('')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
