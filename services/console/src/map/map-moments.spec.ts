import { describe, expect, test } from '@jest/globals';
import type { Strategy } from '../api/types.ts';
import { calendarMarksMax } from '../time/calendar.ts';
import { mapMoments } from './map-moments.ts';

const at = (day: string) => Date.parse(`${day}T00:00:00.000Z`);

function strategy(changed: Partial<Strategy> = {}): Strategy {
  return {
    ...{ id: 's', owner: 'unit:board', title: 'Closer', from: '2026-01-15', until: null },
    ...{ retiredOn: null, publishedAt: '2026-01-10T09:00:00.000Z', state: 'in-force' },
    ...{ themes: [], revisions: [], retired: null, signals: [], revision: 0 },
    ...changed,
  };
}

const by = { sub: 'ada', via: 'http' } as const;
const drawn = (strategies: readonly Strategy[], now: string) => {
  return mapMoments(strategies, [], at(now)).map(({ type, effectiveAt }) => {
    return `${type} ${effectiveAt.slice(0, 10)}`;
  });
};

describe('the moments of the map', () => {
  test('are what became of strategies, and the months between', () => {
    const revised = strategy({ revisions: [{ at: '2026-02-20T00:00:00Z', by, reason: 'News.' }] });
    expect(drawn([revised], '2026-03-10')).toEqual([
      'StrategyPublished 2026-01-15',
      'StrategyRevised 2026-02-20',
      'MonthBegan 2026-02-01',
      'MonthBegan 2026-03-01',
    ]);
  });

  test('leave out what is still to come', () => {
    const ending = strategy({ until: '2026-03-11' });
    expect(drawn([ending], '2026-03-10')).not.toContain('StrategyEnded 2026-03-11');
    expect(drawn([ending], '2026-03-11')).toContain('StrategyEnded 2026-03-11');
  });

  test('have both days of a retirement: when it was said, and since when it holds', () => {
    const said = { at: '2026-02-01T08:00:00Z', by, reason: 'Another one.' };
    const retired = strategy({ retired: said, retiredOn: '2026-02-15' });
    expect(mapMoments([retired], [], at('2026-03-01'))).toContainEqual({
      ...{ factId: 's retired', type: 'StrategyRetired' },
      ...{ recordedAt: said.at, effectiveAt: '2026-02-15' },
    });
  });

  test('begin with a period where there is no strategy, in the time of the world alone', () => {
    const periods = [{ name: 'Q1', start: '2026-01-01' }];
    const [first, ...months] = mapMoments([], periods, at('2026-02-10'));
    expect(first).toMatchObject({ type: 'PeriodBegan', recordedAt: '' });
    expect(months.map(({ type }) => type)).toEqual(['MonthBegan']);
    expect(mapMoments([], [], at('2026-02-10'))).toEqual([]);
  });

  test('stand further apart, by quarter and by year, when there would be too many', () => {
    const since = (from: string) =>
      drawn([strategy({ from, publishedAt: `${from}T00:00:00Z` })], '2026-12-31').slice(1);
    expect(since('2024-01-01')[0]).toBe('MonthBegan 2024-02-01');
    expect(since('2023-01-01')[0]).toBe('QuarterBegan 2023-04-01');
    expect(since('2015-06-01')[0]).toBe('YearBegan 2016-01-01');
    for (const from of ['2024-01-01', '2018-01-01', '1950-01-01']) {
      expect(since(from).length).toBeLessThanOrEqual(calendarMarksMax);
      expect(since(from).at(-1)).toMatch(/Began 2026-/);
    }
  });
});
