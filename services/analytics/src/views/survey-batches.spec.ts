import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { batchKey, surveyBatches } from './survey-batches.ts';
import { counted, documentsOf, launched, left, positionOf, rating } from './surveys.testing.ts';
import { saying, surveyId } from './surveys.testing.ts';

const proud = (value: number) => ({ ratings: [rating('pride', value)] });

describe('a batch of answers', () => {
  it('is counted by the groups that answers carry, and keeps none of them by itself', () => {
    const desk = saying(3, 'desk', {
      ...proud(4),
      choices: [{ question: 'place', option: 'home' }],
    });
    const batch = left(1, desk, saying(2, 'desk', proud(5)), saying(5, null, proud(1)));
    const docs = documentsOf(surveyBatches, [launched(), batch, counted('2026-05-07', [])]);
    expect([...docs]).toEqual([
      [
        batchKey(surveyId, 1),
        {
          ...{ surveyId, batch: 1, on: '2026-05-07', id: 'fact-2', stream: 'survey' },
          ...{ revision: 2, position: positionOf(2) },
          groups: [
            {
              carried: [['unit', 'desk']],
              said: [
                ['pride', [[4, 3], [5, 2]]], // prettier-ignore
                ['place', [['home', 3]]],
              ],
            },
            { carried: [], said: [['pride', [[1, 5]]]] },
          ],
        },
      ],
    ]);
  });

  it('is not misled by names that every object has', () => {
    const said = { ratings: [rating('constructor', 3)] };
    const options = { choices: [{ question: 'place', option: '__proto__' }] };
    const batch = left(1, saying(5, 'constructor', said), saying(5, '__proto__', options));
    const [doc] = documentsOf(surveyBatches, [batch]).values();
    expect(doc?.groups).toEqual([
      { carried: [['unit', 'constructor']], said: [['constructor', [[3, 5]]]] },
      { carried: [['unit', '__proto__']], said: [['place', [['__proto__', 5]]]] },
    ]);
  });

  it('stands in the order of its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_998 }), fc.nat(1_000), (no, more) => {
        const [one, other] = [
          batchKey('s', no),
          batchKey('s', Math.min(no + more + 1, 99_999_999)),
        ];
        expect(one < other).toBe(true);
      }),
    );
  });
});
