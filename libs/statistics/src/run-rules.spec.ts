import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judge, limitsOf, signalsOf, type JudgedPoint, type RunRule } from './index.ts';

/** Points of a chart with its centre at 0 and σ = 1, so that the limits are −3 and 3. */
const at = (...values: (number | null)[]): JudgedPoint[] =>
  values.map((value) => ({
    ...{ value, centre: 0, lower: -3, upper: 3, sigma: 1 },
    ...{ range: null, rangeUpper: null },
  }));
const shown = (rules: readonly RunRule[], points: readonly JudgedPoint[]) =>
  signalsOf(rules, points).map(({ rule, index, side }) => `${rule} ${index} ${side}`);
const times = (count: number, value: number) => Array.from({ length: count }, () => value);

const every: readonly RunRule[] = [
  ...(['beyond-limit', 'beyond-range-limit', 'run-of-8', 'run-of-9'] as const),
  ...(['two-of-three', 'four-of-five', 'six-in-a-row'] as const),
];

describe('a point beyond a limit', () => {
  it('is a signal, each for itself; on the limit is within', () => {
    const points = at(3, 3.01, 3.2, 0, -3, -3.01);
    expect(shown(['beyond-limit'], points)).toEqual([
      'beyond-limit 1 above',
      'beyond-limit 2 above',
      'beyond-limit 5 below',
    ]);
  });

  it('is none where the limits are unknown', () => {
    const [point] = at(9);
    if (point === undefined) throw new Error('there is a point');
    const unknown = { ...point, lower: null, upper: null, sigma: null };
    expect(shown(['beyond-limit', 'two-of-three'], [unknown, unknown])).toEqual([]);
  });

  it('may be a range', () => {
    const limits = limitsOf({ chart: 'xmr', points: [0, 2, 0, 2, 0, 2] });
    if (limits === undefined) throw new Error('the baseline has limits');
    // The mean range is 2, so that 6.534 is its limit; the values lie within 1 ± 5.32.
    const points = judge(limits, [-2, 4.5, -2.1, 0]);
    expect(shown(['beyond-limit', 'beyond-range-limit'], points)).toEqual([
      'beyond-range-limit 2 above',
    ]);
  });
});

describe('a run on one side', () => {
  it.each([
    ['run-of-8', 8],
    ['run-of-9', 9],
  ] as const)('%s takes %d points, and is one signal however long it lasts', (rule, length) => {
    expect(shown([rule], at(...times(length - 1, 0.5)))).toEqual([]);
    expect(shown([rule], at(...times(length, 0.5)))).toEqual([`${rule} ${length - 1} above`]);
    expect(shown([rule], at(...times(30, -0.5)))).toEqual([`${rule} ${length - 1} below`]);
  });

  it('ends on the other side and on the centre, and may begin again', () => {
    expect(shown(['run-of-8'], at(...times(7, 1), 0, ...times(7, 1)))).toEqual([]);
    expect(shown(['run-of-8'], at(...times(7, 1), -1, ...times(7, 1)))).toEqual([]);
    expect(shown(['run-of-8'], at(...times(8, 1), -1, ...times(8, 1)))).toEqual([
      'run-of-8 7 above',
      'run-of-8 16 above',
    ]);
  });

  it('passes over a point without a value', () => {
    expect(shown(['run-of-8'], at(...times(4, 1), null, ...times(4, 1)))).toEqual([
      'run-of-8 8 above',
    ]);
  });
});

describe('points in the outer zones', () => {
  it('are a signal when two of three lie beyond 2σ on one side', () => {
    const rule = ['two-of-three'] as const;
    expect(shown(rule, at(2.1, 2.1))).toEqual(['two-of-three 1 above']);
    expect(shown(rule, at(0, 2.1, 0, 2.1))).toEqual(['two-of-three 3 above']);
    expect(shown(rule, at(-2.1, 0, -2.1, -2.1, -2.1))).toEqual(['two-of-three 2 below']);
    expect(shown(rule, at(2.1, 0, 0, 2.1))).toEqual([]);
    expect(shown(rule, at(2.1, -2.1, 0, 2))).toEqual([]);
  });

  it('are a signal when four of five lie beyond 1σ on one side', () => {
    const rule = ['four-of-five'] as const;
    expect(shown(rule, at(1.1, 1.1, 1.1, 1.1))).toEqual(['four-of-five 3 above']);
    expect(shown(rule, at(-1.1, -1.1, 0.3, -1.1, -1.1))).toEqual(['four-of-five 4 below']);
    expect(shown(rule, at(1.1, 1.1, 0, 0, 1.1, 1.1))).toEqual([]);
    expect(shown(rule, at(1.1, 1.1, 1, 1.1, -1.1, 1.1))).toEqual([]);
  });
});

describe('six in a row', () => {
  const rule = ['six-in-a-row'] as const;

  it('rise or fall, each beyond the one before', () => {
    expect(shown(rule, at(-1, -0.5, 0, 0.1, 0.2, 0.3))).toEqual(['six-in-a-row 5 rising']);
    expect(shown(rule, at(1, 0.5, 0, -0.1, -0.2, -0.3, -0.4))).toEqual(['six-in-a-row 5 falling']);
    expect(shown(rule, at(-1, -0.5, 0, 0.1, 0.2))).toEqual([]);
    expect(shown(rule, at(-1, -0.5, 0, 0, 0.2, 0.3))).toEqual([]);
  });
});

describe('the rules of a chart', () => {
  it('raise only what is pinned, in order of the points and then of the rules', () => {
    const points = at(...times(7, 0.5), 3.5, 3.5);
    expect(shown([], points)).toEqual([]);
    expect(shown(['run-of-8', 'beyond-limit'], points)).toEqual([
      'run-of-8 7 above',
      'beyond-limit 7 above',
      'beyond-limit 8 above',
    ]);
  });

  const values = fc.array(
    fc.option(
      fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double({ min: -4, max: 4, noNaN: true })),
    ),
    { maxLength: 40 },
  );

  it('mirror themselves', () => {
    const mirror = {
      above: 'below',
      below: 'above',
      rising: 'falling',
      falling: 'rising',
    } as const;
    const key = ({ index, rule, side }: { index: number; rule: string; side: string }) =>
      `${index} ${rule} ${side}`;
    fc.assert(
      fc.property(values, (some) => {
        const turned = some.map((value) => (value === null ? null : -value));
        const expected = signalsOf(every, at(...some)).map((one) =>
          key({ ...one, side: mirror[one.side] }),
        );
        expect(
          signalsOf(every, at(...turned))
            .map(key)
            .sort(),
        ).toEqual(expected.sort());
      }),
    );
  });

  it('never take back a signal when points are added', () => {
    fc.assert(
      fc.property(values, fc.nat({ max: 40 }), (some, length) => {
        const points = at(...some);
        const early = signalsOf(every, points.slice(0, length));
        const all = signalsOf(every, points);
        expect(all.filter(({ index }) => index < length)).toEqual(early);
        for (const { index } of all) expect(points[index]?.value).not.toBeNull();
      }),
    );
  });
});
