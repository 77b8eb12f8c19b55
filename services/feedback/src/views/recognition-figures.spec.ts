import { describe, expect, it } from '@jest/globals';
import { recognitionFigures } from './recognition-figures.ts';
import type { RecognitionLine } from './recognition-wall.ts';

const people = ['ada', 'bo', 'cy', 'dee', 'eve'];

const line = (giver: string, receivers: readonly string[], points = 10): RecognitionLine => ({
  ...{ recognitionId: `${giver} ${receivers.join()}`, giver, value: 'care', points, revision: 0 },
  ...{ at: '2026-04-01T09:00:00.000Z', texts: {} },
  receivers: receivers.map((person) => ({ person, note: null })),
});

describe('figures of recognition', () => {
  it('count who was recognised, how points are spread, and who returned it', () => {
    const lines = [
      line('ada', ['bo', 'cy']),
      line('bo', ['ada'], 20),
      line('ada', ['bo'], 0),
      line('zoe', ['bo', 'yan']),
      line('ada', ['yan']),
    ];
    const figures = recognitionFigures(people, lines);
    expect(figures).toMatchObject({ people: 5, tier: 'indicative', recognitions: 4 });
    // Ada, Bo and Cy of five; Wilson's interval of 3 in 5.
    expect(figures.coverage).toMatchObject({
      ...{ value: 0.6, successes: 3, n: 5, definition: 'recognition-coverage@1' },
      ...{ low: expect.closeTo(0.2307, 4), high: expect.closeTo(0.8824, 4) },
    });
    // Of 20, 20, 10, 0, 0: G = (−4·0 − 2·0 + 0·10 + 2·20 + 4·20) / (5 · 50).
    expect(figures.concentration).toMatchObject({ value: 0.48, n: 5, definition: 'gini@1' });
    // Ada to Bo and back, and Ada to Cy: two of three pairs are returned.
    expect(figures.reciprocity).toMatchObject({ n: 3, definition: 'reciprocity@1' });
    expect(figures.reciprocity?.value).toBeCloseTo(2 / 3);
  });

  it('are unknown, not zero, where nothing was given', () => {
    expect(recognitionFigures(people, [])).toMatchObject({
      ...{ recognitions: 0, coverage: { value: 0, n: 5 } },
      ...{ concentration: { value: null }, reciprocity: { value: null, n: 0 } },
    });
  });

  it('are hidden of fewer than five people', () => {
    const hidden = { recognitions: null, coverage: null, concentration: null, reciprocity: null };
    const four = recognitionFigures(people.slice(1), [line('ada', ['bo'])]);
    expect(four).toEqual({ people: 4, tier: 'hidden', ...hidden });
    expect(recognitionFigures(people, [line('ada', ['bo'])]).coverage).not.toBeNull();
  });
});
