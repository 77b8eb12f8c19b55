import { describe, expect, it } from '@jest/globals';
import { clearText } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { measureSpanMin, refuseMeasure, standing } from '../measure.ts';
import { goalDecider } from './goal.decide.ts';
import * as the from './goal.histories.ts';
import {
  activate,
  activated,
  amendTarget,
  answerTime,
  checkedIn,
  checkIn,
} from './goal.histories.ts';
import { close, closed, correct, corrected, draft, drafted } from './goal.histories.ts';
import { targetAmended, transfer, transferred, withdraw, withdrawn } from './goal.histories.ts';
import { keyResultsMax } from './goal.rules.ts';

const { given } = specification(goalDecider);
const withMeasure = (measure: object) => ({
  ...draft,
  keyResults: [{ ...answerTime, measure: measure as never }],
});

describe('drafting a goal', () => {
  it('records the plan and the words', () => given().when(draft).then(drafted));

  it('is refused for a goal that exists', () =>
    given(drafted)
      .when({ ...draft, act: 'another' })
      .rejects('goal/already-drafted'));

  it.each([
    ['measure/start-equals-target', { kind: 'increase', start: 5, target: 5 }],
    ['measure/start-equals-target', { kind: 'increase', start: 0, target: 5e-324 }],
    ['measure/start-equals-target', { kind: 'decrease', start: 0, target: -9e-10 }],
    ['measure/wrong-direction', { kind: 'increase', start: 5, target: 4 }],
    ['measure/wrong-direction', { kind: 'decrease', start: 5, target: 6 }],
    ['measure/band-without-bound', { kind: 'within' }],
    ['measure/band-upside-down', { kind: 'within', low: 2, high: 1 }],
    ['measure/no-milestones', { kind: 'milestones', milestones: [] }],
    ['measure/weight-not-positive', { kind: 'milestones', milestones: [{ id: 'a', weight: 0 }] }],
    [
      'measure/milestone-twice',
      {
        kind: 'milestones',
        milestones: [
          { id: 'a', weight: 1 },
          { id: 'a', weight: 2 },
        ],
      },
    ],
    ['goal/measure-of-kpi', { kind: 'undefined' }],
  ])('is refused with %s for %j', (code, measure) =>
    given().when(withMeasure(measure)).rejects(code),
  );

  it('has a way to go of which any value is a share', () => {
    const measure = { kind: 'increase', start: 0, target: measureSpanMin } as const;
    expect(refuseMeasure(measure, '/measure')).toBeUndefined();
    const { raw } = standing(measure, [{ at: 0, value: 1e15, done: null }], 0);
    expect(raw).toMatchObject({ value: 1e15 / measureSpanMin, n: 1 });
  });

  it.each([0, -1, Number.NaN])('refuses a weight of %d, and names the field', (weight) =>
    given()
      .when({ ...draft, keyResults: [{ ...answerTime, weight }] })
      .rejects('goal/weight-not-positive', '/keyResults/0/weight'),
  );

  it('takes as many key results as allowed, and not one more', () => {
    const keyResults = Array.from({ length: keyResultsMax }, (_, index) => {
      return { ...answerTime, id: `kr${index}` };
    });
    given()
      .when({ ...draft, keyResults })
      .thenSatisfies(() => undefined);
    const more = [...keyResults, { ...answerTime, id: 'one-more' }];
    given()
      .when({ ...draft, keyResults: more })
      .rejects('goal/too-many-key-results');
  });

  it('refuses a period that ends before it starts, and a key result id used twice', () => {
    const period = { ...the.quarter, end: '2026-03-31' };
    given()
      .when({ ...draft, period })
      .rejects('period/ends-before-it-starts', '/period/end');
    const twice = [answerTime, answerTime];
    given()
      .when({ ...draft, keyResults: twice })
      .rejects('goal/key-result-twice');
  });
});

describe('redrafting', () => {
  const redraft = {
    type: 'RedraftGoal',
    act: 'act-redraft',
    goalId: the.goalId,
    at: '2026-03-21T09:00:00.000Z',
    now: '2026-03-21T09:00:00.000Z',
    cadenceDays: 7,
    words: { title: 'Same-day answers' },
  } as const;

  it('replaces what is given, keeps the rest, and records both', () =>
    given(drafted)
      .when(redraft)
      .thenSatisfies(([fact]) => {
        const { cadenceDays, keyResults, from } = fact as typeof fact & { type: 'GoalRedrafted' };
        if (cadenceDays !== 7 || from.cadenceDays !== 14) throw new Error('cadence');
        if (keyResults.length !== 3) throw new Error('key results were lost');
      }));

  it('ends with the activation', () =>
    given(drafted, activated).when(redraft).rejects('goal/not-draft'));
});

describe('activating', () => {
  it('pins kind, period and key results', () => given(drafted).when(activate).then(activated));

  it('needs a key result to see progress by', () => {
    const bare = { ...drafted, keyResults: [] } as typeof drafted;
    given(bare).when(activate).rejects('goal/no-key-results');
  });

  it('does without key results when indicators measure the goal', () => {
    const byKpis = { ...drafted, keyResults: [], measuredBy: 'indicators' } as typeof drafted;
    given(byKpis)
      .when(activate)
      .thenSatisfies(() => undefined);
  });

  it('chooses the kind for good', () => {
    given(drafted, activated)
      .when({ ...activate, act: 'again' })
      .nothing();
    given(drafted, activated)
      .when({ ...activate, act: 'again', kind: 'aspirational' })
      .rejects('goal/not-draft');
  });
});

describe('checking in', () => {
  const active = [drafted, activated] as const;

  it('records value, confidence and source', () =>
    given(...active)
      .when(checkIn)
      .then(checkedIn));

  it('flags what comes after the end of the period as late', () =>
    given(...active)
      .when({ ...checkIn, now: '2026-07-01T00:00:00.000Z' })
      .then({ ...checkedIn, late: true } as typeof checkedIn));

  it('is on time on the last day', () =>
    given(...active)
      .when({ ...checkIn, now: '2026-06-30T23:59:59.999Z' })
      .then(checkedIn));

  it('needs an active goal and a key result of it', () => {
    given().when(checkIn).rejects('goal/not-found');
    given(drafted).when(checkIn).rejects('goal/not-active');
    given(...active, closed)
      .when(checkIn)
      .rejects('goal/closed');
    given(...active)
      .when({ ...checkIn, keyResultId: 'kr9' })
      .rejects('goal/unknown-key-result');
  });

  it('takes a number for a number and milestones for milestones', () => {
    given(...active)
      .when({ ...checkIn, value: null })
      .rejects('goal/value-missing', '/value');
    const done = { ...checkIn, keyResultId: 'kr3', value: null, done: ['pilot'] };
    given(...active)
      .when(done)
      .thenSatisfies(() => undefined);
    given(...active)
      .when({ ...done, value: 3 })
      .rejects('goal/milestones-missing');
    given(...active)
      .when({ ...done, done: ['paint'] })
      .rejects('goal/unknown-milestone');
  });

  it('cannot hold before the goal does', () =>
    given(...active)
      .when({ ...checkIn, at: '2026-03-19T00:00:00.000Z' })
      .rejects('goal/before-its-draft', '/effectiveAt'));
});

describe('correcting a check-in', () => {
  const history = [drafted, activated, checkedIn] as const;

  it('adds a fact with both values; nothing is overwritten', () =>
    given(...history)
      .when(correct)
      .then(corrected));

  it('can withdraw a check-in, and bring it back', () => {
    const away = { ...correct, to: null };
    const gone = { ...corrected, to: null } as typeof corrected;
    given(...history)
      .when(away)
      .then(gone);
    given(...history, gone)
      .when({ ...away, act: 'again' })
      .nothing();
    given(...history, gone)
      .when({ ...correct, act: 'back' })
      .thenSatisfies(() => undefined);
  });

  it('decides nothing when it is so already', () =>
    given(...history)
      .when({ ...correct, to: { value: 30 } })
      .nothing());

  it('is refused once the key result is dropped', () => {
    const dropped = { ...the.keyResultDropped, keyResultId: 'kr1' } as typeof drafted;
    given(...history, dropped)
      .when(correct)
      .rejects('goal/unknown-key-result');
  });

  it('needs a check-in of this goal, and a value that fits', () => {
    given(...history)
      .when({ ...correct, checkInId: 'x' })
      .rejects('goal/unknown-check-in');
    given(...history)
      .when({ ...correct, to: { value: null } })
      .rejects('goal/value-missing');
  });
});

describe('amending', () => {
  const active = [drafted, activated] as const;

  it('moves a target with a reason, old beside new', () =>
    given(...active)
      .when(amendTarget)
      .then(targetAmended));

  it('gives a fact for each thing that changes, and none for what is so already', () => {
    const period = { ...the.quarter, end: '2026-07-31' };
    const weights = [
      { keyResultId: 'kr1', weight: 5 },
      { keyResultId: 'kr2', weight: 1 },
    ];
    const add = [{ ...answerTime, id: 'kr4' }];
    const words = { title: 'Faster', 'keyResult.kr4': 'Hours at night' };
    const all = { ...amendTarget, words, period, cadenceDays: 7, weights, add, drop: ['kr2'] };
    given(...active)
      .when(all)
      .thenSatisfies((facts) => {
        const types = facts.map((one) => one.type).join(' ');
        const expected =
          'GoalReworded TargetAmended WeightAmended PeriodAmended CadenceAmended ' +
          'KeyResultAdded KeyResultDropped';
        if (types !== expected) throw new Error(types);
      });
    given(...active)
      .when({ ...amendTarget, targets: [], cadenceDays: 14 })
      .nothing();
  });

  it('keeps the rules of a measure', () => {
    const to = (target: object) => ({
      ...amendTarget,
      targets: [{ keyResultId: 'kr1', ...target }],
    });
    given(...active)
      .when(to({ target: 48 }))
      .rejects('measure/start-equals-target');
    given(...active)
      .when(to({ target: 60 }))
      .rejects('measure/wrong-direction');
    given(...active)
      .when(to({ low: 1 }))
      .rejects('goal/target-of-another-kind');
  });

  it('needs an active goal, known key results, and one left', () => {
    given(drafted).when(amendTarget).rejects('goal/not-active');
    const drop = ['kr1', 'kr2', 'kr3'];
    given(...active)
      .when({ ...amendTarget, targets: [], drop })
      .rejects('goal/no-key-results');
    given(...active)
      .when({ ...amendTarget, drop: ['kr9'] })
      .rejects('goal/unknown-key-result');
    const weights = [{ keyResultId: 'kr1', weight: 0 }];
    given(...active)
      .when({ ...amendTarget, weights })
      .rejects('goal/weight-not-positive');
  });
});

describe('transferring', () => {
  it('names both owners', () => given(drafted, activated).when(transfer).then(transferred));

  it('to the owner is nothing, and after the closing is refused', () => {
    given(drafted)
      .when({ ...transfer, to: the.owner })
      .nothing();
    given(drafted, activated, closed).when(transfer).rejects('goal/closed');
  });
});

describe('closing', () => {
  const history = [drafted, activated, checkedIn] as const;

  it('keeps the score that a person gave beside the attainment', () =>
    given(...history)
      .when(close)
      .then(closed));

  it('needs a post-mortem when a committed goal is missed', () => {
    const { postMortem: _, ...without } = close;
    given(...history)
      .when(without)
      .rejects('goal/post-mortem-missing', '/postMortem');
    given(...history)
      .when({ ...without, score: 1 })
      .thenSatisfies(() => undefined);
  });

  it.each([
    [0.7, 'green'],
    [0.69, 'amber'],
    [0.4, 'amber'],
    [0.39, 'red'],
  ])('grades an aspirational %d as %s', (score, grade) => {
    const hoped = { ...activated, kind: 'aspirational' } as typeof activated;
    const graded = {
      ...closed,
      score,
      grade,
      text: clearText(the.owner, { lesson: close.lesson }),
    } as typeof closed;
    const { postMortem: _, ...without } = close;
    given(drafted, hoped, checkedIn)
      .when({ ...without, score })
      .then(graded);
  });

  it('is for active goals', () => {
    given(drafted).when(close).rejects('goal/not-active');
    given(...history, closed)
      .when({ ...close, act: 'again' })
      .rejects('goal/closed');
  });
});

describe('changes in the order of their times', () => {
  const history = [drafted, activated, checkedIn] as const;

  it('an amendment does not come before an earlier one, nor a transfer before either', () => {
    const early = { act: 'early', at: '2026-05-09T00:00:00.000Z' };
    given(...history, targetAmended)
      .when({ ...amendTarget, ...early, targets: [{ keyResultId: 'kr1', target: 20 }] })
      .rejects('goal/before-its-latest-change', '/effectiveAt');
    given(...history, targetAmended)
      .when({ ...transfer, ...early })
      .rejects('goal/before-its-latest-change');
    given(...history, targetAmended)
      .when({ ...transfer, ...early, at: amendTarget.at })
      .thenSatisfies(() => undefined);
  });

  it('a correction does not come before the check-in, nor before the last correction', () => {
    given(...history)
      .when({ ...correct, at: '2026-04-30T00:00:00.000Z' })
      .rejects('goal/before-its-latest-change');
    given(...history, corrected)
      .when({ ...correct, act: 'again', at: '2026-05-01T12:00:00.000Z', to: { value: 31 } })
      .rejects('goal/before-its-latest-change');
  });

  it('the closing does not come before anything that it ends', () => {
    given(...history)
      .when({ ...close, at: '2026-04-30T00:00:00.000Z' })
      .rejects('goal/before-its-latest-change');
    given(...history)
      .when({ ...close, at: checkIn.at })
      .thenSatisfies(() => undefined);
  });

  it('a check-in may be told late', () =>
    given(...history, targetAmended)
      .when({ ...checkIn, act: 'late', at: '2026-04-20T00:00:00.000Z' })
      .thenSatisfies(() => undefined));
});

describe('withdrawing', () => {
  it('is for drafts, with a reason', () => {
    given(drafted).when(withdraw).then(withdrawn);
    given(drafted, withdrawn)
      .when({ ...withdraw, act: 'again' })
      .nothing();
    given(drafted, activated).when(withdraw).rejects('goal/not-draft');
    given(drafted, withdrawn).when(activate).rejects('goal/withdrawn');
  });
});
