import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { goalDecider } from './goal.decide.ts';
import { activate, activated, amendTarget, draft, drafted } from './goal.histories.ts';
import { goalId, targetAmended, visibilityChanged } from './goal.histories.ts';
import { evolveGoal, initialGoal, type GoalFact } from './goal.ts';

const { given } = specification(goalDecider);
const hidden = { ...drafted, visibility: 'private', weight: 2 } as GoalFact;
const redraft = {
  type: 'RedraftGoal',
  act: 'act-redraft',
  goalId,
  at: '2026-03-21T09:00:00.000Z',
  now: '2026-03-21T09:00:00.000Z',
  words: {},
} as const;
const amend = { ...amendTarget, targets: [] };

describe('who may see a goal, and its weight', () => {
  it('are public and 1, also of goals that were drafted before there was a choice', () => {
    const goal = fold({ evolve: evolveGoal }, initialGoal, [drafted, activated]);
    expect(goal).toMatchObject({ visibility: 'public', weight: 1 });
  });

  it('are recorded at the draft where they are not usual, and only there', () => {
    given()
      .when({ ...draft, visibility: 'private', weight: 2 })
      .then(hidden);
    given()
      .when({ ...draft, visibility: 'public', weight: 1 })
      .then(drafted);
  });

  it.each([0, -1, Number.NaN])('refuses a weight of %d', (weight) => {
    given()
      .when({ ...draft, weight })
      .rejects('goal/weight-not-positive', '/weight');
    given(drafted)
      .when({ ...redraft, weight })
      .rejects('goal/weight-not-positive', '/weight');
  });

  it('takes any weight above 0', () =>
    given()
      .when({ ...draft, weight: 0.001 })
      .then({ ...drafted, weight: 0.001 } as GoalFact));

  it('are drafted anew as the rest of the plan is, and kept where they are not given', () => {
    given(hidden)
      .when({ ...redraft, cadenceDays: 7 })
      .thenSatisfies(([fact]) => {
        expect(fact).toMatchObject({ visibility: 'private', weight: 2, cadenceDays: 7 });
        expect(fact).toMatchObject({ from: { visibility: 'private', weight: 2 } });
      });
    given(hidden)
      .when({ ...redraft, visibility: 'public', weight: 1 })
      .thenSatisfies(([fact]) => {
        expect(fact).toMatchObject({ from: { visibility: 'private', weight: 2 } });
        expect(fact).not.toHaveProperty('visibility');
        const goal = fold({ evolve: evolveGoal }, initialGoal, [hidden, fact as GoalFact]);
        expect(goal).toMatchObject({ visibility: 'public', weight: 1 });
      });
  });

  it('of a private goal go with its activation', () =>
    given(hidden)
      .when(activate)
      .then({ ...activated, visibility: 'private' } as GoalFact));

  it('is changed with a reason after that', () => {
    given(drafted, activated)
      .when({ ...amend, visibility: 'private' })
      .then({ ...visibilityChanged, act: amend.act, at: amend.at, text: targetAmended.text });
    given(drafted, activated, visibilityChanged)
      .when({ ...amend, at: visibilityChanged.at, visibility: 'public' })
      .thenSatisfies(([fact]) => expect(fact).toMatchObject({ from: 'private', to: 'public' }));
  });

  it('that is so already is no fact', () =>
    given(drafted, activated)
      .when({ ...amend, visibility: 'public' })
      .nothing());
});

describe('an amendment that answers a signal', () => {
  it('names it in each of its facts', () =>
    given(drafted, activated)
      .when({ ...amendTarget, cadenceDays: 7, signal: 'signal-1' })
      .thenSatisfies((facts) => {
        expect(facts.map((fact) => fact.type)).toEqual(['TargetAmended', 'CadenceAmended']);
        for (const fact of facts) expect(fact).toHaveProperty('signal', 'signal-1');
      }));

  it('and one that answers none, in none', () =>
    given(drafted, activated).when(amendTarget).then(targetAmended));
});
