import { describe, expect, it } from '@jest/globals';
import { isRejection } from '@plumbline/kernel';
import fc from 'fast-check';
import { ratchet, thresholdDefault, thresholdFloor, thresholdMax } from './thresholds.ts';
import type { Thresholds } from './thresholds.ts';

const five = { figures: 5, comments: 8 };

describe('thresholds', () => {
  it('are the default where nobody says', () => {
    expect(ratchet(null, {})).toEqual({ figures: thresholdDefault, comments: thresholdDefault });
    expect(ratchet(null, { figures: 7 })).toEqual({ figures: 7, comments: 7 });
    expect(ratchet(null, { comments: 9 })).toEqual({ figures: 5, comments: 9 });
  });

  it('stay as they were promised where nothing else is asked for', () => {
    expect(ratchet(five, {})).toEqual(five);
    expect(ratchet(five, { figures: 6 })).toEqual({ figures: 6, comments: 8 });
    expect(ratchet(five, { figures: 9 })).toEqual({ figures: 9, comments: 9 });
  });

  it.each([
    ['at the floor', null, { figures: thresholdFloor }, undefined],
    ['under it', null, { figures: thresholdFloor - 1 }, 'threshold/out-of-range'],
    ['at the top', null, { figures: thresholdMax }, undefined],
    ['above it', null, { figures: thresholdMax + 1 }, 'threshold/out-of-range'],
    ['above it for comments', null, { comments: thresholdMax + 1 }, 'threshold/out-of-range'],
    ['not whole', null, { figures: 5.5 }, 'threshold/out-of-range'],
    ['no number', null, { figures: Number.NaN }, 'threshold/out-of-range'],
    ['easier for comments', null, { figures: 6, comments: 5 }, 'threshold/comments-below-figures'],
    ['lowered after answers', five, { figures: 4 }, 'threshold/lowered'],
    ['lowered for comments', five, { comments: 7 }, 'threshold/lowered'],
    ['the same again', five, five, undefined],
  ])('%s', (_, promised, asked, code) => {
    const held = ratchet(promised, asked);
    expect(isRejection(held) ? held.code : undefined).toBe(code);
  });

  it('are never lowered once an answer is in, whatever is asked for, and never under the floor', () => {
    const anyAsked = fc.record(
      { figures: fc.integer({ min: -2, max: 110 }), comments: fc.integer({ min: -2, max: 110 }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(anyAsked, { maxLength: 20 }), (asks) => {
        let promised: Thresholds | null = null;
        for (const asked of asks) {
          const held = ratchet(promised, asked);
          if (isRejection(held)) continue;
          expect(held.figures).toBeGreaterThanOrEqual(promised?.figures ?? thresholdFloor);
          expect(held.comments).toBeGreaterThanOrEqual(promised?.comments ?? held.figures);
          expect(held.comments).toBeGreaterThanOrEqual(held.figures);
          expect(held).toMatchObject(asked);
          promised = held;
        }
      }),
    );
  });
});
