import { describe, expect, it } from '@jest/globals';
import type { FactOf, FeedbackPublished, GoalsPublished } from '@plumbline/contracts';
import { givenNote } from './given-note.ts';
import { goalOutcome } from './goal-outcome.ts';
import { foldedBy } from './published.testing.ts';

type GoalsFact = FactOf<GoalsPublished>;
type FeedbackFact = FactOf<FeedbackPublished>;

const period = (end: string) => ({ name: 'FY', start: '2026-01-01', end });
const activated: GoalsFact = {
  type: 'goals.GoalActivated.v1',
  data: {
    ...{ goalId: 'g1', owner: 'person:ada', kind: 'committed', period: period('2026-06-30') },
    keyResults: [],
  },
};
const closed = (attainment: number | null): GoalsFact => ({
  ...{ type: 'goals.GoalClosed.v1' },
  data: { goalId: 'g1', score: 1, grade: 'met', attainment },
});
const goal = (...facts: readonly GoalsFact[]) =>
  foldedBy(goalOutcome, [activated, ...facts]).get('g1');

describe('what a goal came to', () => {
  it('is known once it is closed, and is null where nothing was measured', () => {
    expect(goal()).toEqual({
      ...{ goalId: 'g1', owner: 'person:ada', endsOn: '2026-06-30', isPrivate: false },
      attainment: null,
    });
    expect(goal(closed(0.5))?.attainment).toBe(0.5);
    expect(goal(closed(null))?.attainment).toBeNull();
  });

  it('goes with its owner, its period and its visibility', () => {
    const moved = goal(
      {
        type: 'goals.GoalTransferred.v1',
        data: { goalId: 'g1', from: 'person:ada', to: 'unit:x' },
      },
      {
        ...{ type: 'goals.PeriodAmended.v1' },
        data: { goalId: 'g1', from: period('2026-06-30'), to: period('2026-09-30') },
      },
      {
        ...{ type: 'goals.VisibilityChanged.v1' },
        data: { goalId: 'g1', from: 'public', to: 'private' },
      },
    );
    expect(moved).toMatchObject({ owner: 'unit:x', endsOn: '2026-09-30', isPrivate: true });
    expect(foldedBy(goalOutcome, [closed(1)]).size).toBe(0);
  });
});

const given = (
  visibility: FeedbackPublished['feedback.FeedbackGiven.v1']['visibility'],
): FeedbackFact => ({
  ...{ type: 'feedback.FeedbackGiven.v1' },
  data: { noteId: 'n1', subject: 'ada', visibility, kind: 'praise', links: [] },
});
const note = (...facts: readonly FeedbackFact[]) => foldedBy(givenNote, facts).get('n1');

describe('a note of feedback', () => {
  it('counts where its subject and their manager may both read it, and nowhere else', () => {
    expect(note(given('public'))).toEqual({
      ...{ noteId: 'n1', subject: 'ada', kind: 'praise', on: '2026-05-04', isOpen: true },
    });
    expect(note(given('author-subject-and-manager'))?.isOpen).toBe(true);
    expect(note(given('manager-only'))?.isOpen).toBe(false);
    expect(note(given('author-and-subject'))?.isOpen).toBe(false);
  });

  it('counts once it is opened wider, and no more once it is taken back', () => {
    const widened: FeedbackFact = {
      type: 'feedback.VisibilityWidened.v1',
      data: { noteId: 'n1', from: 'author-and-subject', to: 'public' },
    };
    expect(note(given('author-and-subject'), widened)?.isOpen).toBe(true);
    const retracted: FeedbackFact = {
      type: 'feedback.FeedbackRetracted.v1',
      data: { noteId: 'n1' },
    };
    expect(note(given('public'), retracted)).toBeUndefined();
  });
});
