import { describe, expect, it } from '@jest/globals';
import { bandOf, nineBox } from './nine-box.ts';
import { fivePoint, rated, review } from './rated.testing.ts';

const scales = { performance: fivePoint, potential: fivePoint };
const manager = (by: string, potential: number) => ({
  ...{ role: 'manager' as const, by },
  ratings: [{ item: 'potential', rating: rated(potential) }],
});

describe('the nine boxes', () => {
  it('count performance beside potential; who has neither is in no box', () => {
    const box = nineBox(
      [
        review('a', 5, { sections: [manager('mia', 5)] }),
        review('b', 1, { sections: [manager('mia', 5)] }),
        review('c', 3),
        review('d', null, { sections: [manager('mia', 5)] }),
      ],
      ...(['potential', scales] as const),
    );
    expect([box.n, box.unknown]).toEqual([2, 2]);
    expect(box.boxes).toHaveLength(9);
    expect(box.boxes.filter(({ count }) => count > 0)).toEqual([
      { performance: 'low', potential: 'high', count: 1 },
      { performance: 'high', potential: 'high', count: 1 },
    ]);
  });

  it('go by the manager of now, and by no self-rating', () => {
    const own = { ...manager('ada', 5), role: 'self' as const };
    const sections = [manager('mia', 5), manager('bo', 1), own];
    const { boxes } = nineBox([review('a', 3, { sections })], 'potential', scales);
    expect(boxes.find(({ count }) => count === 1)).toMatchObject({ potential: 'low' });
    expect(nineBox([review('a', 3, { sections: [own] })], 'potential', scales).n).toBe(0);
  });

  it('are thirds of the scale, each from its beginning on', () => {
    const hundred = { min: 0, max: 99 };
    expect([0, 32, 33, 65, 66, 99].map((one) => bandOf(one, hundred))).toEqual([
      ...['low', 'low', 'middle', 'middle', 'high', 'high'],
    ]);
  });
});
