import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import { reviewDecider } from './review.decide.ts';
import * as example from './review.histories.ts';
import { commandOf, life, lives, type Drawn } from './review.life.testing.ts';
import { evolveReview, initialReview, isFinal, isWriting, reviewStages } from './review.state.ts';
import type { LiveReview, Review, ReviewStage } from './review.state.ts';
import type { ReviewFact } from './review.ts';

type Look = (before: LiveReview, fact: ReviewFact, after: LiveReview) => void;

function play(all: readonly Drawn[], look: Look): void {
  let review: Review = evolveReview(initialReview, example.opened);
  for (const one of all) {
    const command = commandOf(one, review);
    const decision = reviewDecider.decide(command, review);
    if (isRejection(decision)) continue;
    repeatDecidesNothing(reviewDecider, command, review, decision);
    for (const fact of decision) {
      const after = evolveReview(review, fact);
      if (review.stage === 'none' || after.stage === 'none') throw new Error('It was opened.');
      look(review, fact, after);
      review = after;
    }
  }
}

describe('the laws of a review, over any commands of anybody in any order', () => {
  it('its life is the one that is written above, and no other', () => {
    const reached = new Set<ReviewStage>();
    fc.assert(
      fc.property(lives, (all) => {
        play(all, (before, fact, after) => {
          const allowed = life[before.stage][fact.type] ?? [];
          expect([before.stage, fact.type, after.stage]).toEqual([
            ...[before.stage, fact.type, allowed.find((stage) => stage === after.stage)],
          ]);
          reached.add(after.stage);
        });
      }),
      { numRuns: 600, seed: 7 },
    );
    expect([...reached].toSorted()).toEqual([...reviewStages].toSorted());
  });

  it('F15: what is final reads the same until it is reopened, whoever asks', () => {
    let finals = 0;
    const counted = ({ rating, sections, segments, manifest, score, revision }: LiveReview) => {
      return { rating, sections, segments, manifest, score, revision };
    };
    fc.assert(
      fc.property(lives, (all) => {
        play(all, (before, fact, after) => {
          if (!isFinal(before) || fact.type === 'ReviewReopened') return;
          expect(counted(after)).toEqual(counted(before));
          finals += 1;
        });
      }),
      { numRuns: 300 },
    );
    expect(finals).toBeGreaterThan(100);
  });

  it('nobody decides on an own record, in person, for another, or through another', () => {
    const own = new Set(['SectionSubmitted', 'ReviewAcknowledged', 'ReviewDisputed']);
    fc.assert(
      fc.property(lives, (all) => {
        play(all, (_, fact) => {
          const acting = fact as unknown as Readonly<Record<string, unknown>>;
          const by = [acting['by'], acting['onBehalfOf'], acting['approver']];
          if (!by.includes('ada')) return;
          expect(own).toContain(fact.type);
          if (fact.type === 'SectionSubmitted') expect(fact.role).toBe('self');
          expect(by).toEqual(['ada', undefined, undefined]);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('what was sealed stays sealed, and what was finalised was the rating that stood', () => {
    let [seals, finals] = [0, 0];
    fc.assert(
      fc.property(lives, (all) => {
        play(all, (before, fact, after) => {
          for (const [at, segment] of before.segments.entries()) {
            if (segment.sealed === undefined) continue;
            expect(after.segments[at]).toEqual(segment);
            seals += 1;
          }
          if (fact.type !== 'ReviewFinalised') return;
          expect(fact).toMatchObject({ rating: before.rating, revision: before.revision });
          finals += 1;
        });
      }),
      { numRuns: 300 },
    );
    expect(Math.min(seals, finals)).toBeGreaterThan(30);
  });

  it('what a human put stands until a human puts another, or allows another revision', () => {
    const human = ['RatingOverridden', 'RatingCalibrated', 'ReviewReopened'];
    let [puts, moves] = [0, 0];
    fc.assert(
      fc.property(lives, (all) => {
        let put: number | undefined;
        play(all, (before, fact, after) => {
          if ('to' in fact && typeof fact.to === 'number') put = fact.to;
          if (fact.type === 'ReviewReopened') put = undefined;
          if (put === undefined) return;
          expect([fact.type, after.rating]).toEqual([fact.type, put]);
          puts += human.includes(fact.type) ? 0 : 1;
          moves += before.score?.total === after.score?.total ? 0 : 1;
        });
      }),
      { numRuns: 400, seed: 11 },
    );
    expect(puts).toBeGreaterThan(100);
    expect(moves).toBeGreaterThan(0);
  });

  it('what a dispute was right about is corrected before the review is closed', () => {
    let [rights, closings] = [0, 0];
    fc.assert(
      fc.property(lives, (all) => {
        let isRight = false;
        play(all, (_, fact) => {
          if (fact.type === 'DisputeResolved') isRight = fact.outcome !== 'rejected';
          if (fact.type === 'ReviewReopened') isRight = false;
          if (fact.type === 'ReviewClosed') expect(isRight).toBe(false);
          rights += isRight ? 1 : 0;
          closings += fact.type === 'ReviewClosed' ? 1 : 0;
        });
      }),
      { numRuns: 400 },
    );
    expect(Math.min(rights, closings)).toBeGreaterThan(10);
  });

  it('revisions count up by one, and only by being reopened', () => {
    fc.assert(
      fc.property(lives, (all) => {
        play(all, (before, fact, after) => {
          const isReopened = fact.type === 'ReviewReopened';
          expect(after.revision).toBe(before.revision + (isReopened ? 1 : 0));
          if (isReopened) expect(isWriting(after)).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });
});
