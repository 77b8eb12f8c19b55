import { describe, expect, it } from '@jest/globals';
import { payFeed } from './pay.ts';
import { finalised, rated, review } from './rated.testing.ts';

describe('the pay feed', () => {
  it('has what a human finalised, with the fact that says so', () => {
    const { entries, waiting } = payFeed([review('a', 4)], true);
    expect(waiting).toEqual([]);
    expect(entries).toEqual([{ reviewId: 'a', subject: 'subject-a', job: null, ...finalised(4) }]);
  });

  it.each([
    ['nobody has finalised', review('a', null), 'not-finalised'],
    ['is disputed', review('a', 4, { openDispute: true }), 'disputed'],
    ['was disputed rightly', review('a', 4, { correctionDue: true }), 'correction-outstanding'],
    ['is reopened', review('a', 4, { stage: 'rating', revision: 2 }), 'reopened'],
    ['has a rating of an earlier revision alone', review('a', 4, { revision: 2 }), 'reopened'],
    ['ended without a rating', review('a', null, { stage: 'not-rated' }), 'not-rated'],
    ['was withdrawn', review('a', 4, { stage: 'withdrawn' }), 'withdrawn'],
  ])('waits while a review %s', (_, one, because) => {
    expect(payFeed([one], true)).toEqual({
      entries: [],
      waiting: [{ reviewId: 'a', subject: 'subject-a', because }],
    });
  });

  it('waits until the cycle is released', () => {
    expect(payFeed([review('a', 4)], false)).toMatchObject({
      ...{ entries: [], waiting: [{ because: 'cycle-not-released' }] },
    });
  });

  it('tells nobody of an own review, nor why it waits, before it is shared with them', () => {
    const kept = [review('a', 4, { isShared: false }), review('b', null, { isShared: false })];
    const others = [review('c', 3, { isShared: false }), review('d', 5)];
    const askers = ['subject-a', 'subject-b', 'subject-d'];
    const { entries, waiting } = payFeed([...kept, ...others], true, askers);
    expect(entries.map(({ reviewId }) => reviewId)).toEqual(['c', 'd']);
    expect(waiting.map(({ reviewId, because }) => [reviewId, because])).toEqual([
      ['a', 'own-not-shared'],
      ['b', 'own-not-shared'],
    ]);
  });

  it('knows nothing of what was computed, calibrated or set beside', () => {
    const scored = { packHash: 'ab'.repeat(32), total: rated(5), segments: [] };
    const calibrations = [{ sessionId: 's', from: rated(5), to: rated(4) }];
    const overridden = { from: rated(5), to: rated(2) };
    const computed = review('a', null, { scored, calibrations, overridden });
    expect(payFeed([computed], true).entries).toEqual([]);
    const both = review('a', 3, { scored, calibrations, overridden });
    expect(payFeed([both], true).entries).toMatchObject([{ rating: rated(3) }]);
  });
});
