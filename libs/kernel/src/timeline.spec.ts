import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { entryAt, spansOf, valueOn, withEntry, withoutEntry, type Timeline } from './timeline.ts';

const days = fc
  .integer({ min: 1, max: 28 })
  .map((day) => `2026-02-${String(day).padStart(2, '0')}`);
const timelines = fc
  .array(fc.tuple(days, fc.nat(3)))
  .map((entries) =>
    entries.reduce<Timeline<number>>((line, [from, value]) => withEntry(line, from, value), []),
  );

describe('a timeline', () => {
  const line = withEntry(withEntry([], '2026-03-01', 'b'), '2026-01-01', 'a');

  it('holds each value from its day until the next', () => {
    expect(valueOn(line, '2025-12-31')).toBeUndefined();
    expect(valueOn(line, '2026-01-01')).toBe('a');
    expect(valueOn(line, '2026-02-28')).toBe('a');
    expect(valueOn(line, '2026-03-01')).toBe('b');
  });

  it('replaces the entry of a day, and lets the one before it hold on without it', () => {
    expect(valueOn(withEntry(line, '2026-03-01', 'c'), '2026-03-01')).toBe('c');
    expect(valueOn(withoutEntry(line, '2026-03-01'), '2026-03-01')).toBe('a');
    expect(entryAt(line, '2026-03-01')?.value).toBe('b');
    expect(entryAt(line, '2026-03-02')).toBeUndefined();
  });

  it('falls into stretches, cut to the days that are asked for', () => {
    expect(spansOf(line, '2026-02-01', '2026-03-02')).toEqual([
      { from: '2026-02-01', until: '2026-03-01', value: 'a' },
      { from: '2026-03-01', until: '2026-03-02', value: 'b' },
    ]);
    expect(spansOf(line, '2026-03-01')).toEqual([
      { from: '2026-03-01', until: undefined, value: 'b' },
    ]);
    expect(spansOf(line, undefined, '2026-01-01')).toEqual([]);
  });

  it('has one value a day, which is that of the stretch it lies in', () => {
    fc.assert(
      fc.property(timelines, days, (timeline, day) => {
        const within = spansOf(timeline).filter(({ from, until }) => {
          return from <= day && (until === undefined || day < until);
        });
        expect(within.map(({ value }) => value)).toEqual(
          [valueOn(timeline, day)].filter((value) => value !== undefined),
        );
      }),
    );
  });
});
