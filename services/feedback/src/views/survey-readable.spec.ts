import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FeedbackFact } from '../facts.ts';
import type { Segments } from '../survey/answer.ts';
import { released as answersReleased } from '../survey/answers.histories.ts';
import { closed, launched, raised } from '../survey/survey.histories.ts';
import { readableGroups, surveyReadable, type SurveyReadable } from './survey-readable.ts';

const unit = {
  id: 'unit',
  values: ['desk', 'lab', 'shop'],
  above: ['shops', 'all'],
  parents: [4, 4, 3, 4, -1],
};
const launchedWith = (commentThreshold: number) =>
  ({ ...launched, segments: [unit], threshold: 3, commentThreshold }) as FeedbackFact;
const at = (unitOf: string | null): Segments => (unitOf === null ? {} : { unit: unitOf });

/** So many answers of each unit. */
function batch(no: number, sizes: Readonly<Record<string, number>>, last = false): FeedbackFact {
  const answers = Object.entries(sizes).flatMap(([name, count]) =>
    Array.from({ length: count }, () => ({
      ...{ segments: at(name === '-' ? null : name), ratings: { pride: 3 }, choices: {} },
    })),
  );
  return { ...answersReleased, batch: no, n: answers.length, last, answers };
}

function viewOf(...facts: readonly FeedbackFact[]): SurveyReadable | undefined {
  return facts.reduce<SurveyReadable | undefined>(
    (doc, fact) => surveyReadable.fold(doc, { fact } as never, 'survey'),
    undefined,
  );
}

/** As which group each comment of a batch is read: of the desk, the lab, the shop, of others. */
const readIn = (doc: SurveyReadable | undefined, no: number, threshold = 8) => {
  const groupOf = readableGroups(doc, threshold);
  return ['desk', 'lab', 'shop', null].map((one) => {
    const group = groupOf(no, at(one));
    return group === null ? null : (group['unit'] ?? '*');
  });
};
const nobody = null;

describe('comments of a survey', () => {
  it('are read by unit, or by the one above, or as those of all', () => {
    const doc = viewOf(launchedWith(8), batch(1, { desk: 9, lab: 20, shop: 8 }));
    expect(readIn(doc, 1)).toEqual(['desk', 'lab', 'shop', nobody]);
    // Two are few, and would be known from the others: those of the desk are read with them.
    const few = viewOf(launchedWith(8), batch(1, { desk: 9, lab: 20, shop: 2 }));
    expect(readIn(few, 1)).toEqual(['all', 'lab', 'all', nobody]);
    const tiny = viewOf(launchedWith(8), batch(1, { lab: 7 }));
    expect(readIn(tiny, 1)).toEqual([null, null, null, null]);
    expect(readIn(undefined, 1)).toEqual([null, null, null, null]);
  });

  it('wait where it would be told what few have come since', () => {
    const [first, second] = [batch(1, { desk: 4, lab: 4 }), batch(2, { desk: 4, lab: 4 }, true)];
    const before = viewOf(launchedWith(8), first);
    expect(readIn(before, 1)).toEqual(['all', 'all', nobody, nobody]);
    expect(readIn(before, 2)).toEqual([null, null, null, null]);
    // Eight of the desk are enough, but four of them were read as some of all before.
    const after = viewOf(launchedWith(8), first, second);
    expect(readIn(after, 1)).toEqual(['all', 'all', nobody, nobody]);
    const twice = viewOf(launchedWith(8), batch(1, { desk: 8, lab: 8 }), batch(2, { desk: 8 }));
    expect(readIn(twice, 2)).toEqual(['desk', 'lab', nobody, nobody]);
  });

  it('are released with the first batches, every few later ones, and the last', () => {
    const all = Array.from({ length: 9 }, (_, no) => batch(no + 1, { desk: 8 }));
    const nine = viewOf(launchedWith(8), ...all);
    expect(nine?.releases.map(({ batches }) => batches)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(readIn(nine, 9)[0]).toBeNull();
    const last = viewOf(launchedWith(8), ...all, batch(10, { desk: 8 }, true));
    expect([readIn(last, 9)[0], readIn(last, 10)[0]]).toEqual(['desk', 'desk']);
    const over = viewOf(launchedWith(8), ...all, closed, closed);
    expect([readIn(over, 9)[0], over?.releases.length]).toEqual(['desk', 9]);
  });

  it('are not read any more where more is promised since', () => {
    const doc = viewOf(launchedWith(4), batch(1, { desk: 6, lab: 9 }), raised);
    expect(readIn(doc, 1, 8)).toEqual(['all', 'lab', nobody, nobody]);
    expect(doc?.commentThreshold).toBe(8);
    expect(readIn(doc, 1, 16)).toEqual([null, null, null, null]);
  });

  it('of a survey by link are of all alone', () => {
    const doc = viewOf({ ...launchedWith(5), segments: [] } as FeedbackFact, batch(1, { '-': 5 }));
    expect(readIn(doc, 1, 5).at(-1)).toBe('*');
  });

  it('never tell, from release to release, which few of them are of a group', () => {
    const anySizes = fc.dictionary(
      fc.constantFrom('desk', 'lab', 'shop', '-'),
      fc.integer({ min: 1, max: 9 }),
      { minKeys: 1 },
    );
    let divided = 0;
    fc.assert(
      fc.property(
        fc.array(anySizes, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 3, max: 9 }),
        (batches, threshold) => {
          const facts = batches.map((sizes, no) => batch(no + 1, sizes));
          const docs = facts.map((_, no) =>
            viewOf(launchedWith(threshold), ...facts.slice(0, no + 1)),
          );
          // What a reader of every release knows of an answer: as which group it was read in each.
          const known = new Map<string, number>();
          batches.forEach((sizes, no) => {
            for (const [name, count] of Object.entries(sizes)) {
              const path = docs.map((doc) => {
                const group = readableGroups(doc, threshold)(
                  no + 1,
                  at(name === '-' ? null : name),
                );
                return group === null ? null : (group['unit'] ?? '*');
              });
              if (path.every((one) => one === null)) continue;
              const key = JSON.stringify(path);
              known.set(key, (known.get(key) ?? 0) + count);
            }
          });
          if (known.size > 1) divided += 1;
          for (const n of known.values()) expect(n).toBeGreaterThanOrEqual(threshold);
        },
      ),
      { numRuns: 200 },
    );
    expect(divided).toBeGreaterThan(20);
  });
});
