import { describe, expect, it } from '@jest/globals';
import { figure, restatement } from './index.ts';

describe('a restatement', () => {
  it('has both figures and what lies between them', () => {
    expect(restatement(figure('nps@1', 40, 200), figure('nps@1', 38.5, 212))).toEqual({
      definition: 'nps@1',
      before: { n: 200, value: 40 },
      after: { n: 212, value: 38.5 },
      difference: { n: 12, value: -1.5 },
    });
  });

  it('takes only what was stated from figures that have more', () => {
    const more = { ...figure('csat@1', 0.5, 10), low: 0.2, high: 0.8 };
    expect(restatement(more, more).before).toEqual({ n: 10, value: 0.5 });
  });

  it('knows no difference from or to what is unknown, and 0 of what stayed', () => {
    const [none, some] = [figure('nps@1', null, 0), figure('nps@1', 0, 3)];
    expect(restatement(none, some).difference).toEqual({ n: 3, value: null });
    expect(restatement(some, none).difference).toEqual({ n: -3, value: null });
    expect(restatement(some, some).difference).toEqual({ n: 0, value: 0 });
  });

  it('does not exist between two definitions, or versions of one', () => {
    expect(() => restatement(figure('nps@1', 1, 1), figure('nps@2', 1, 1))).toThrow(RangeError);
  });
});
