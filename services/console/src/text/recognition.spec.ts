import { expect, test } from '@jest/globals';
import type { RewardProgramme } from '../api/types.ts';
import { awardText, lackText, offeredName, pointsText, programmeText } from './recognition.ts';
import { postingText, receiversOf } from './recognition.ts';

const programme = {
  values: [{ id: 'care', name: 'We care' }],
  rewards: [{ id: 'mug', name: null, cost: 30 }],
  withdrawn: [{ kind: 'reward', id: 'care', name: 'A care package' }],
} as unknown as RewardProgramme;

test('a value and a reward are called by their names, each by those of its kind', () => {
  expect(offeredName(programme, 'value', 'care')).toBe('We care');
  expect(offeredName(programme, 'reward', 'care')).toBe('A care package');
  expect(offeredName(programme, 'reward', 'mug')).toBe('mug');
  expect(offeredName(null, 'value', 'care')).toBe('care');
});

test('points are for each receiver, and none are not said', () => {
  expect([pointsText(1), pointsText(2_000, 'en')]).toEqual(['1 point', '2,000 points']);
  expect([awardText(10, 1), awardText(10, 2)]).toEqual(['10 points', '10 points each']);
  expect(awardText(0, 2)).toBeUndefined();
});

test('a posting is told in words, also one that this console does not know', () => {
  expect(postingText('RewardRedeemed')).toBe('Redeemed for a reward');
  expect(postingText('feedback.PointsReceived.v1')).toBe('Received');
  expect(postingText('PointsMoved')).toBe('Points moved');
});

test('receivers are what stands between commas or blanks, each once', () => {
  expect(receiversOf(' ada, bo;cy\nada ')).toEqual(['ada', 'bo', 'cy']);
  expect(receiversOf(' , ')).toEqual([]);
});

test('a reward can be redeemed by who has earned its cost', () => {
  expect(lackText(30, { earned: 30 })).toBeUndefined();
  expect(lackText(30, { earned: 29 })).toBe('1 point more needed');
});

test('a programme says what may be given, and for how many values and rewards', () => {
  const terms = { monthlyAllowance: 100, pointsPerRecognitionMax: 1 };
  expect(programmeText({ ...programme, ...terms })).toBe(
    'Everybody has 100 points a month to give, at most 1 point at once, for 1 value and 1 reward.',
  );
});
