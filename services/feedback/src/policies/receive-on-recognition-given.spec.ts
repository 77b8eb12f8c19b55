import { describe, expect, it } from '@jest/globals';
import { pointsDecider } from '../recognition/points.decide.ts';
import { givenTo, received, thanked } from '../recognition/points.histories.ts';
import { evolvePoints, initialPoints, type RecognitionGiven } from '../recognition/points.ts';
import { receiveOnRecognitionGiven } from './receive-on-recognition-given.ts';

const told = (id: string, data: RecognitionGiven) => {
  return receiveOnRecognitionGiven({ id, effectiveAt: data.at, data });
};

describe('when a recognition is given', () => {
  it('its receiver gets the points, as of the time at which they were given', () => {
    const [command] = told('fact-1', givenTo('bo'));
    if (command === undefined) throw new Error('Nothing follows.');
    const { act } = command;
    expect(pointsDecider.decide(command, initialPoints)).toEqual([{ ...received, act }]);
    expect(command.person).toBe('bo');
  });

  it('its receiver is told of it, also when it is without points', () =>
    expect(told('fact-1', thanked('cy'))).toMatchObject([{ person: 'cy', points: 0 }]));

  it('the act is that of the fact: the same again, and another for another', () => {
    const [first, again, other] = ['fact-1', 'fact-1', 'fact-2'].map((id) =>
      told(id, givenTo('bo')),
    );
    expect(again).toEqual(first);
    expect(other?.[0]?.act).not.toBe(first?.[0]?.act);
  });

  it('a redelivery decides nothing', () => {
    const [command] = told('fact-1', givenTo('bo'));
    if (command === undefined) throw new Error('Nothing follows.');
    const { act } = command;
    const after = evolvePoints(initialPoints, { ...received, act });
    expect(pointsDecider.decide(command, after)).toEqual([]);
  });
});
