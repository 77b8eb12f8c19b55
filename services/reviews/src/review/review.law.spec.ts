import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import { reviewDecider } from './review.decide.ts';
import * as example from './review.histories.ts';
import { commandOf, life, lives, type Drawn } from './review.life.testing.ts';
import {
  evolveReview,
  initialReview,
  isFinal,
  isWriting,
  managersToWrite,
  reviewStages,
} from './review.state.ts';
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
          for (const segment of before.segments) {
            if (segment.sealed === undefined) continue;
            // Pinned anew it may be of other days; what was given in it is what it was.
            const { manager, sealed } = segment;
            const kept = fact.type === 'ReviewRepinned' ? { manager, sealed } : segment;
            expect(after.segments).toContainEqual(expect.objectContaining(kept));
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

  it('a handover by which no day of the period goes over leaves a review as finished as it was', () => {
    let [kept, begun] = [0, 0];
    const written = ({ stage }: LiveReview) => (stage === 'manager-submitted' ? 1 : 0);
    fc.assert(
      fc.property(lives, (all) => {
        // Wherever a review is in its life, the one who answers for it may leave.
        play(all, (_, __, before) => {
          const days = { outgoing: 351, incoming: 0 };
          const late = { ...example.reassign, act: 'late', to: 'eve', days };
          const decision = reviewDecider.decide(late, before);
          if (isRejection(decision)) {
            expect(isFinal(before)).toBe(true);
            return;
          }
          const after = decision.reduce<Review>(evolveReview, before);
          if (after.stage === 'none') throw new Error('It was opened.');
          const { sections, score, rating } = before;
          expect(after).toMatchObject({ sections, score, rating, manager: 'eve' });
          expect(Object.keys(after.sections)).toEqual(Object.keys(sections));
          expect(after.segments).toHaveLength(before.segments.length);
          expect(written(after)).toBeGreaterThanOrEqual(written(before));
          if (!isWriting(before)) expect(after.stage).toBe(before.stage);
          // Nobody is asked to write who was not before.
          const asked = managersToWrite(before);
          expect(managersToWrite(after).filter((one) => !asked.includes(one))).toEqual([]);
          kept += isWriting(before) ? written(before) : 0;
          begun += isWriting(before) ? 1 - written(before) : 0;
        });
      }),
      { numRuns: 100 },
    );
    expect(Math.min(kept, begun)).toBeGreaterThan(10);
  });

  it('what a human put stands until a human puts another, none, or allows another revision', () => {
    const human = ['RatingOverridden', 'RatingCalibrated', 'ReviewReopened'];
    let [puts, moves] = [0, 0];
    fc.assert(
      fc.property(lives, (all) => {
        let put: number | undefined;
        play(all, (before, fact, after) => {
          if ('to' in fact && typeof fact.to === 'number') put = fact.to;
          if (['ReviewReopened', 'NotRatedDeclared'].includes(fact.type)) put = undefined;
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
      { numRuns: 1_600 },
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
