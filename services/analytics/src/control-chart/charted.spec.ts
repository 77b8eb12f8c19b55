import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { customerEffort, customerSatisfaction, netPromoterScore } from '@plumbline/statistics';
import { definitionOf, figureOf, groupsOf, hasBottom, isShare, type Charted } from './charted.ts';

const asked = (figure: 'score' | 'bottom-share', metric: string, min: number, max: number) => {
  return { figure, metric, scale: { min, max } } as const;
};
const nps = asked('score', 'nps', 0, 10);
const csat = asked('score', 'csat', 1, 5);
const ces = asked('score', 'ces', 1, 7);
const own = asked('score', 'speed', 0, 3);
const sla: Charted = { figure: 'sla-attainment', clock: 'resolution', serviceLevel: null };

describe('what a chart is of', () => {
  // Reichheld's score of the passengers of San Francisco, 2017.
  const passengers = [17, 6, 8, 19, 18, 144, 130, 291, 677, 564, 872];

  it('has the published net promoter score, from three groups of answers', () => {
    const groups = groupsOf(nps, passengers);
    expect(groups).toEqual([342, 968, 1_436]);
    const { value, n, definition } = figureOf(nps, groups);
    expect([n, definition]).toEqual([2_746, 'nps@1']);
    expect(value).toBeCloseTo(39.8398, 4);
  });

  it('has detractors as the lower end of it', () => {
    const bottom = asked('bottom-share', 'nps', 0, 10);
    expect(groupsOf(bottom, passengers)).toEqual([968 + 1_436, 342]);
    expect(figureOf(bottom, [2_404, 342])).toMatchObject({
      ...{ value: 342 / 2_746, n: 2_746, definition: 'bottom-share@1' },
    });
  });

  it('has the two lower of five, and the three lower of seven', () => {
    expect(groupsOf(asked('bottom-share', 'csat', 1, 5), [1, 2, 4, 8, 16])).toEqual([28, 3]);
    expect(groupsOf(asked('bottom-share', 'clean', 1, 5), [1, 2, 4, 8, 16])).toEqual([28, 3]);
    const effort = [1, 2, 4, 8, 16, 32, 64];
    expect(groupsOf(asked('bottom-share', 'ces', 1, 7), effort)).toEqual([120, 7]);
    expect(hasBottom(asked('bottom-share', 'speed', 0, 3))).toBe(false);
    expect(hasBottom(asked('bottom-share', 'clean', 1, 5))).toBe(true);
  });

  it('is by the place of the scale where no end of it is agreed on', () => {
    expect(groupsOf(own, [1, 0, 0, 1])).toEqual([1, 0, 0, 1]);
    // The standard error of 0 and 3 is 1.5: the interval is all of the scale.
    expect(figureOf(own, [1, 0, 0, 1])).toEqual({
      ...{ value: 1.5, n: 2, definition: 'mean-score@1', low: 0, high: 3 },
    });
    expect(figureOf(asked('score', 'stars', 1, 3), [0, 0, 2]).value).toBe(3);
  });

  it('has an interval with its share', () => {
    expect(figureOf(sla, [5, 15])).toMatchObject({ value: 0.75, n: 20 });
    expect(figureOf(sla, [0, 20])).toMatchObject({
      value: 1,
      high: 1,
      low: expect.closeTo(0.8389),
    });
    expect(figureOf(sla, [0, 0])).toMatchObject({ value: null, n: 0, low: null });
  });

  it('says by which formula it is counted', () => {
    const respond: Charted = { ...sla, clock: 'firstResponse' };
    const all = [nps, csat, ces, own, asked('score', 'clean', 1, 5), sla, respond];
    expect(all.map(definitionOf)).toEqual([
      ...['nps@1', 'csat@1', 'ces-2.0@1', 'mean-score@1', 'favourable@1', 'sla-resolution@1'],
      'sla-first-response@1',
    ]);
    expect(all.map(isShare)).toEqual([false, true, true, false, true, true, true]);
  });

  it('comes to what all answers by themselves come to', () => {
    const counts = (length: number) =>
      fc.array(fc.nat({ max: 50 }), { minLength: length, maxLength: length });
    fc.assert(
      fc.property(counts(11), counts(5), counts(7), (scores, satisfied, efforts) => {
        const net = netPromoterScore('nps@1', scores);
        expect(net).toMatchObject(figureOf(nps, groupsOf(nps, scores)));
        const top = customerSatisfaction(satisfied);
        expect(top).toMatchObject(figureOf(csat, groupsOf(csat, satisfied)));
        expect(customerEffort(efforts)).toMatchObject(figureOf(ces, groupsOf(ces, efforts)));
      }),
    );
  });
});
