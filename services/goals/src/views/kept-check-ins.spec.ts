import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkInsOf, noCheckIns, withCheckIn, withCorrection } from './kept-check-ins.ts';
import type { CheckInLine, KeptCheckIns } from './kept-check-ins.ts';

const at = '2026-05-04T10:00:00.000Z';
const plain: CheckInLine = {
  ...{ id: 'a', at, recordedAt: Date.parse(at) + 3, value: 30, done: null, confidence: 0.5 },
  ...{ narrative: null, late: false, withdrawn: false, source: 'person', corrections: [] },
  by: { sub: 'ada', via: 'http' },
};
const kept = (lines: readonly CheckInLine[]): KeptCheckIns => lines.reduce(withCheckIn, noCheckIns);

const instant = fc.integer({ min: 1, max: 28 }).map((day) => {
  return `2026-05-${String(day).padStart(2, '0')}T10:00:00.000Z`;
});
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const number = fc.oneof(fc.integer(), fc.constantFrom(0.1, 1e21, 5e-7, -2.5));
const done = optional(fc.array(fc.constantFrom('pilot', 'rollout')));
const actor = fc.oneof(
  fc.constant(plain.by),
  fc.record({ sub: fc.constantFrom('ada', 'max'), via: fc.constantFrom('http', 'import') }),
  fc.record({ sub: fc.constant('ada'), onBehalfOf: fc.constant('max'), via: fc.constant('http') }),
);
const line = fc.record({
  ...{ id: fc.constantFrom('a', 'b', 'a b,c%20'), at: instant, done, by: actor },
  ...{ recordedAt: fc.integer({ min: 0, max: 2e12 }), value: optional(number) },
  ...{ confidence: optional(fc.constantFrom(0, 0.5, 1)), late: fc.boolean() },
  narrative: optional(fc.constant({ $said: 'fact-1', field: 'narrative' })),
  ...{ withdrawn: fc.constant(false), source: fc.constantFrom('person', 'import', 'kpi:k') },
  corrections: fc.constant([]),
});

describe('check-ins that a sheet keeps', () => {
  it('are lines, with only what is not usual by name, and who made them where that changes', () => {
    const other = { ...plain, id: 'b', late: true, by: { sub: 'max', via: 'http' } };
    expect(kept([plain, { ...plain, id: 'c', value: null }, other])).toEqual({
      count: 3,
      lines: `a ${at} 3 30 0.5,c ${at} 3  0.5,b ${at} 3 30 0.5`,
      by: [
        [0, plain.by],
        [2, other.by],
      ],
      unusual: { 2: { late: true } },
    });
  });

  it('are read as they were given, also once they were stored', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const stored = JSON.parse(JSON.stringify(kept(lines))) as KeptCheckIns;
        expect(checkInsOf(stored)).toEqual(lines);
      }),
    );
  });

  it('are corrected, or withdrawn with what they said, and come back; others stay', () => {
    const to = fc.record({ value: optional(fc.integer()), done, confidence: fc.constant(null) });
    const corrected = fc.record({ id: fc.constantFrom('a', 'b', 'a b,c%20'), to: optional(to) });
    const both = fc.tuple(
      fc.uniqueArray(line, { selector: ({ id }) => id }),
      fc.array(corrected, { maxLength: 6 }),
    );
    fc.assert(
      fc.property(both, ([lines, acts]) => {
        let [found, expected]: [KeptCheckIns, CheckInLine[]] = [kept(lines), lines];
        for (const [no, { id, to }] of acts.entries()) {
          const said = { at, recordedAt: no, by: plain.by, before: null, after: to, reason: null };
          found = withCorrection(found, id, to, said);
          expected = expected.map((one) => {
            const corrections = [...one.corrections, said];
            return one.id === id ? { ...one, ...to, withdrawn: to === null, corrections } : one;
          });
        }
        expect(checkInsOf(found)).toEqual(expected);
      }),
    );
  });
});
