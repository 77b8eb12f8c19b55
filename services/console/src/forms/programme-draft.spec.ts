import { expect, test } from '@jest/globals';
import type { RewardProgramme } from '../api/types.ts';
import { FormReader } from './form-reader.ts';
import { programmeOf, typedOf } from './programme-draft.ts';

const programme = {
  values: [
    { id: 'care', name: 'We care' },
    { id: 'craft', name: null },
  ],
  rewards: [{ id: 'mug', name: 'A mug', cost: 5 }],
  ...{ monthlyAllowance: 100, pointsPerRecognitionMax: 50 },
} as unknown as RewardProgramme;

test('what there is comes back as it was, and a name that is erased is not sent', () => {
  const form = new FormReader();
  expect(programmeOf(form, typedOf(programme))).toEqual({
    values: [{ id: 'care', name: 'We care' }, { id: 'craft' }],
    rewards: [{ id: 'mug', name: 'A mug', cost: 5 }],
    ...{ monthlyAllowance: 100, pointsPerRecognitionMax: 50 },
  });
  expect(form.problems).toEqual([]);
});

test('what is missing is said at its field', () => {
  const form = new FormReader();
  const [mug] = typedOf(programme).rewards;
  programmeOf(form, { ...typedOf(null), rewards: mug === undefined ? [] : [{ ...mug, cost: '' }] });
  expect(form.problems.map(({ field }) => field)).toEqual([
    ...['/values/0/id', '/rewards/0/cost', '/monthlyAllowance', '/pointsPerRecognitionMax'],
  ]);
  const none = new FormReader();
  programmeOf(none, { ...typedOf(programme), values: [] });
  expect(none.problems.map(({ field }) => field)).toEqual(['/values']);
});
