import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing, specification } from '@plumbline/kernel/spec';
import { viewedDecider, type RecordViewed, type ViewRecords } from './access-log.ts';

const { given } = specification(viewedDecider);

const goal = { action: 'goal/read', rule: 'managers-read', record: 'goal:g1' };
const other = { ...goal, record: 'goal:g2' };
const view: ViewRecords = {
  ...{ subject: 'ada', by: 'max', records: [goal], at: '2026-07-01T09:00:10.000Z' },
};
const viewed: RecordViewed = {
  ...{ type: 'RecordViewed', subject: 'ada', by: 'max', ...goal, at: view.at },
};
const later = { at: '2026-07-01T09:00:59.999Z' };

describe('seeing what is told of a person', () => {
  it('is recorded, with the rule that permitted it', () => given().when(view).then(viewed));

  it('is recorded with both names when a delegate looks', () =>
    given()
      .when({ ...view, onBehalfOf: 'mia' })
      .then({ ...viewed, onBehalfOf: 'mia' }));

  it('is recorded once in a minute', () =>
    given(viewed)
      .when({ ...view, ...later })
      .nothing());

  it('is recorded once, however it was permitted the second time', () =>
    given(viewed)
      .when({ ...view, ...later, records: [{ ...goal, rule: 'auditors-read' }] })
      .nothing());

  it('is recorded again in the next minute', () => {
    const at = '2026-07-01T09:01:00.000Z';
    given(viewed)
      .when({ ...view, at })
      .then({ ...viewed, at });
  });

  it('is recorded for each reader, person in whose place, action and record', () => {
    given(viewed)
      .when({ ...view, by: 'eve' })
      .then({ ...viewed, by: 'eve' });
    given(viewed)
      .when({ ...view, onBehalfOf: 'mia' })
      .then({ ...viewed, onBehalfOf: 'mia' });
    given(viewed)
      .when({ ...view, records: [{ ...goal, action: 'goal/history' }] })
      .then({ ...viewed, action: 'goal/history' });
    given(viewed)
      .when({ ...view, records: [other, goal, other] })
      .then({ ...viewed, ...other });
  });

  it('does not tell two readers apart by where one name ends and the next begins', () =>
    given({ ...viewed, by: 'a', onBehalfOf: 'bc' })
      .when({ ...view, by: 'ab', onBehalfOf: 'c' })
      .then({ ...viewed, by: 'ab', onBehalfOf: 'c' }));

  it('is not doubled by a process whose clock is behind', () => {
    const newest = { ...viewed, ...other, at: '2026-07-01T09:05:00.000Z' };
    given(newest).when(view).then(viewed);
    given(newest, viewed).when(view).nothing();
  });
});

describe('the law of the access log', () => {
  const anyView = fc.record({
    minute: fc.integer({ min: 0, max: 3 }),
    second: fc.integer({ min: 0, max: 59 }),
    by: fc.constantFrom('max', 'eve'),
    records: fc.array(fc.constantFrom(goal, other), { minLength: 1, maxLength: 3 }),
  });

  it('is that a minute holds a look once, and the same again decides nothing', () => {
    fc.assert(
      fc.property(fc.array(anyView, { maxLength: 20 }), (views) => {
        const inOrder = views.toSorted((one, next) => one.minute - next.minute);
        let state = viewedDecider.initial;
        const facts: RecordViewed[] = [];
        for (const { minute, second, by, records } of inOrder) {
          const at = `2026-07-01T09:0${minute}:${String(second).padStart(2, '0')}.000Z`;
          const command = { ...view, by, records, at };
          const decided = viewedDecider.decide(command, state);
          if (isRejection(decided)) throw new Error(decided.code);
          repeatDecidesNothing(viewedDecider, command, state, decided);
          state = fold(viewedDecider, state, decided);
          facts.push(...decided);
        }
        const looks = facts.map(({ by, record, at }) => `${by} ${record} ${at.slice(0, 16)}`);
        expect(new Set(looks).size).toBe(looks.length);
        const asked = inOrder.flatMap(({ by, records, minute }) =>
          records.map(({ record }) => `${by} ${record} 2026-07-01T09:0${minute}`),
        );
        expect(new Set(looks)).toEqual(new Set(asked));
      }),
      { numRuns: 300 },
    );
  });
});
