import { describe, expect, it } from '@jest/globals';
import { shownFigure, type CustomerFigure } from './evidence.customers.ts';
import { noteReaderOf } from './evidence.sight.ts';
import { opened, sealed, whole } from './review/review.histories.ts';

describe('as whom feedback is read', () => {
  const { was, source, ratings } = sealed;
  const review = { segments: [whole, { ...whole, manager: 'mo' }] };

  it('by who writes as the manager of an earlier part: as anybody else, and not not at all', () => {
    expect(noteReaderOf(['writer'], review, whole.manager)).toBe('other');
    expect(noteReaderOf(['manager'], review, 'mo')).toBe('manager');
  });

  it('by nobody who is only asked to write, or whose part is sealed', () => {
    expect(noteReaderOf(['writer'], review, 'cy')).toBeNull();
    const over = { segments: [{ ...whole, sealed: { was, source, ratings } }] };
    expect(noteReaderOf(['writer'], over, whole.manager)).toBeNull();
    expect(noteReaderOf([], { segments: opened.accountable }, 'cy')).toBeNull();
  });
});

describe('a figure of customers', () => {
  const figure: CustomerFigure = {
    ...{ metric: 'nps', scale: { min: 0, max: 10 }, definition: 'nps@1', share: 0.66 },
    ...{ n: 30, value: 33.3, low: 10, high: 50, counts: [[10, 30]] },
  };

  it('is told of 5 answers and more, and is indicative below 30', () => {
    expect(shownFigure(figure)).toEqual({ ...figure, tier: 'firm' });
    for (const n of [5, 29]) {
      expect(shownFigure({ ...figure, n })).toEqual({ ...figure, n, tier: 'indicative' });
    }
    expect(shownFigure({ ...figure, n: 4 })).toEqual({
      ...{ ...figure, n: 4, tier: 'hidden', counts: [] },
      ...{ value: null, low: null, high: null, share: null },
    });
  });
});
