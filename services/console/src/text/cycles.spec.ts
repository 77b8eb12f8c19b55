import { expect, test } from '@jest/globals';
import { canBeCancelled, countsOf, cycleStageTexts, peersText, populationText } from './cycles.ts';
import { stepAfter, takesJoiners, unsettledOf, type CycleStage } from './cycles.ts';

const stages = Object.keys(cycleStageTexts) as readonly CycleStage[];

test('each stage leads on to one step, and what is over to none', () => {
  expect(stages.map((stage) => stepAfter({ stage })?.step)).toEqual([
    ...['launch', 'collect', 'calibrate', 'lock', 'release', 'close'],
    ...[undefined, undefined],
  ]);
});

test('people join while reviews are written, and it is cancelled until it is locked', () => {
  expect(stages.filter((stage) => takesJoiners({ stage }))).toEqual(['launched', 'collecting']);
  expect(stages.filter((stage) => canBeCancelled({ stage }))).toEqual([
    ...['planned', 'launched', 'collecting', 'calibrating'],
  ]);
});

test('reviews are counted by where they stand, and a lock waits for those that are not final', () => {
  const reviews = (
    ['finalised', 'opened', 'calibrated', 'opened', 'withdrawn', 'not-rated', null] as const
  ).map((stage) => ({ stage }));
  expect(countsOf(reviews)).toEqual([
    { text: 'Being written', n: 2 },
    { text: 'Compared', n: 1 },
    { text: 'Finalised, not shared yet', n: 1 },
    { text: 'Not rated', n: 1 },
    { text: 'Withdrawn', n: 1 },
  ]);
  expect(unsettledOf(reviews).map(({ stage }) => stage)).toEqual([
    'opened',
    'calibrated',
    'opened',
  ]);
  expect(unsettledOf([])).toEqual([]);
});

test('units are told by name, and peers by what was promised to them', () => {
  const names = new Map([['desk', 'The desk']]);
  expect(populationText({ population: { units: null } }, names)).toBe('everybody');
  expect(populationText({ population: { units: ['unit:desk', 'unit:mill'] } }, names)).toBe(
    'The desk, mill',
  );
  expect(peersText({ peers: { mode: 'named', min: 1 } })).toBe('by name, 1 at least');
  expect(peersText({ peers: { mode: 'anonymous', min: 3 } })).toBe(
    'without names, nothing of fewer than 3',
  );
});
