import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { msPerDay, toInstant } from '@plumbline/kernel';
import type { Answered } from './review.commands.ts';
import { areAsBefore, partsAnew } from './review.days.ts';
import type { Segment } from './review.state.ts';
import type { PartAnew } from './review.ts';

/** A period of so many days; parts and organisation agree on nothing. */
const length = 40;
const dayOf = (at: number) => toInstant(Date.parse('2026-01-01') + at * msPerDay).slice(0, 10);
const placeOf = (day: string) => (Date.parse(day) - Date.parse('2026-01-01')) / msPerDay;
const managers = fc.constantFrom('mia', 'mo', 'bo');

const sealedAs = (was: 'submitted' | 'draft' | 'nothing'): Partial<Segment> => {
  return { sealed: { was, source: 'act', ratings: [] } };
};
const contents = fc.constantFrom<Partial<Segment>>(
  ...[{}, sealedAs('submitted'), sealedAs('draft'), sealedAs('nothing')],
);

/** As a launch and handovers leave them: one after the other, or on the very same day. */
const segments = fc
  .array(fc.tuple(fc.nat(length + 3), managers, contents), { minLength: 1, maxLength: 6 })
  .map((all) => {
    const begun = all.toSorted(([one], [other]) => one - other);
    return begun.map(([at, manager, content], index): Segment => {
      const next = begun[index + 1]?.[0] ?? length;
      const to = Math.max(at, next - 1);
      return { manager, from: dayOf(at), to: dayOf(to), days: to - at + 1, ...content };
    });
  });

/** Who answered from which day on; null: nobody. */
const organisation = fc
  .array(fc.tuple(fc.nat(length - 1), fc.option(managers), fc.boolean()), { maxLength: 8 })
  .map((all) => {
    const turns = all.toSorted(([one], [other]) => one - other);
    return turns.flatMap(([at, manager, counts], index): Answered[] => {
      const next = turns[index + 1]?.[0] ?? length;
      if (manager === null || next === at) return [];
      return [{ manager, from: dayOf(at), to: dayOf(next - 1), counts }];
    });
  });

const after = (before: readonly Segment[], parts: readonly PartAnew[]) =>
  parts.map(({ of, ...now }): Segment => ({ ...(before[of] as Segment), ...now }));

const daysIn = (answered: readonly Answered[], manager?: string) =>
  answered
    .filter((one) => one.counts && (manager === undefined || one.manager === manager))
    .reduce((sum, { from, to }) => sum + placeOf(to) - placeOf(from) + 1, 0);

const holds = (law: (before: readonly Segment[], answered: readonly Answered[]) => void) =>
  fc.assert(fc.property(segments, organisation, law), { numRuns: 400 });

describe('days that are counted anew, of any parts in any organisation', () => {
  it('are all the days of each manager who has a part, and no day counts twice', () =>
    holds((before, answered) => {
      const now = after(before, partsAnew(before, answered));
      for (const manager of ['mia', 'mo', 'bo']) {
        const own = now.filter((one) => one.manager === manager);
        const days = own.reduce((sum, one) => sum + one.days, 0);
        expect(days).toBe(own.length === 0 ? 0 : daysIn(answered, manager));
      }
      const all = now.reduce((sum, { days }) => sum + days, 0);
      expect(all).toBeLessThanOrEqual(daysIn(answered));
    }));

  it('are shown where they are: on days from and to, and between, nobody else has a day', () =>
    holds((before, answered) => {
      const now = after(before, partsAnew(before, answered));
      for (const { manager, from, to, days } of now) {
        expect(days).toBeLessThanOrEqual(placeOf(to) - placeOf(from) + 1);
        if (days === 0) continue;
        const within = answered.filter((one) => one.from <= to && one.to >= from);
        expect(within.every((one) => one.manager === manager)).toBe(true);
      }
    }));

  it('are the same once more, where nothing has changed', () =>
    holds((before, answered) => {
      const now = after(before, partsAnew(before, answered));
      expect(areAsBefore(now, partsAnew(now, answered))).toBe(true);
    }));

  it('lose no part, and leave the last one last that is to be written', () =>
    holds((before, answered) => {
      const parts = partsAnew(before, answered);
      expect([...new Set(parts.map(({ of }) => of))].toSorted((a, b) => a - b)).toEqual([
        ...before.keys(),
      ]);
      const last = before.length - 1;
      const { manager, sealed } = before[last] as Segment;
      const isLost = answered.every((one) => one.manager !== manager);
      if (sealed === undefined && isLost) expect(parts.at(-1)).toMatchObject({ of: last, days: 0 });
    }));

  it('are none of a part that was sealed with nothing, where the same one gave something', () =>
    holds((before, answered) => {
      const now = after(before, partsAnew(before, answered));
      const isGiven = ({ sealed }: Segment) => sealed?.was !== 'nothing';
      for (const one of now.filter((own) => !isGiven(own) && own.days > 0)) {
        expect(now.some((own) => own.manager === one.manager && isGiven(own))).toBe(false);
      }
    }));
});
