import { expect, test } from '@jest/globals';
import { drillInto, narrowings, spanOf } from './drill.ts';

const span = { from: '2026-01-15', until: '2026-03-10' };
const firm = (of: string | null) => ({ of, tier: 'firm' as const });

test('a span that nobody chose is this month and the eleven before it', () => {
  expect(spanOf('2026-11-29')).toEqual({ from: '2025-12-01', until: '2026-11-29' });
  expect(spanOf('2026-12-31')).toEqual({ from: '2026-01-01', until: '2026-12-31' });
  expect(spanOf('2026-01-01')).toEqual({ from: '2025-02-01', until: '2026-01-01' });
});

test('a row leads to the same page narrowed to it, broken down by what is left', () => {
  const search = { ...span, metric: 'csat', page: 3 };
  const north = { ...span, metric: 'csat', location: 'north', by: 'touchpoint' };
  expect(drillInto(firm('north'), 'location', search)).toEqual(north);
  const desk = { ...span, location: 'north', touchpoint: 'desk', by: 'channel' };
  expect(drillInto(firm('desk'), 'touchpoint', { ...span, location: 'north' })).toEqual(desk);
  expect(drillInto(firm('sales'), 'unit', span)).toEqual({
    ...span,
    unit: 'sales',
    by: 'location',
  });
});

test('a month leads to its days within the span, a day to what else there is', () => {
  const days = (month: string) => drillInto(firm(month), 'month', span);
  expect(days('2026-01')).toEqual({ from: '2026-01-15', until: '2026-01-31', by: 'day' });
  expect(days('2026-02')).toEqual({ from: '2026-02-01', until: '2026-02-28', by: 'day' });
  expect(days('2026-03')).toEqual({ from: '2026-03-01', until: '2026-03-10', by: 'day' });
  expect(drillInto(firm('2026-02-03'), 'day', span)).toEqual({
    ...{ from: '2026-02-03', until: '2026-02-03', by: 'location' },
  });
});

test('there is no way into what is hidden, nor into what names nothing', () => {
  expect(drillInto({ of: 'north', tier: 'hidden' }, 'location', span)).toBeUndefined();
  expect(drillInto(firm(null), 'location', span)).toBeUndefined();
});

test('where all names are taken, it is broken down in time; each can be let go again', () => {
  const all = { ...span, location: 'north', touchpoint: 'desk' };
  expect(drillInto(firm('mail'), 'channel', all)?.by).toBe('month');
  expect(narrowings({ ...all, page: 2 })).toEqual([
    { name: 'location', value: 'north', without: { ...span, touchpoint: 'desk', by: 'location' } },
    {
      name: 'touchpoint',
      value: 'desk',
      without: { ...span, location: 'north', by: 'touchpoint' },
    },
  ]);
});
