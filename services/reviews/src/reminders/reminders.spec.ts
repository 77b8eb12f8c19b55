import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wallTime, type WallTime } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { ownPart, remind, reminded } from './reminders.histories.ts';
import { mayTell, soonDays, urgencyOf } from './reminders.rules.ts';
import { remindersDecider, tasksPerReminderMax, urgencies } from './reminders.ts';
import type { RemindedTask, ReminderIssued } from './reminders.ts';

const { given } = specification(remindersDecider);
const nextDay = { act: 'act-next', at: '2027-01-14T00:10:00.000Z', day: '2027-01-14' };

describe('a reminder', () => {
  it('tells of tasks with their urgency', () => given().when(remind).then(reminded));

  it('is one a day at most', () =>
    given(reminded)
      .when({ ...remind, act: 'again', tasks: [{ ...ownPart, task: 'another' }] })
      .nothing());

  it('tells of each urgency of a task once', () => {
    given(reminded)
      .when({ ...remind, ...nextDay })
      .nothing();
    const late: RemindedTask = { ...ownPart, urgency: 'overdue' };
    given(reminded)
      .when({ ...remind, ...nextDay, tasks: [ownPart, late] })
      .then({ ...reminded, ...nextDay, tasks: [late] });
  });

  it('tells of so many tasks, and of the others on the next day', () => {
    const many = Array.from({ length: tasksPerReminderMax + 1 }, (_, index) => {
      return { ...ownPart, task: `task-${index}` };
    });
    const first: ReminderIssued = { ...reminded, tasks: many.slice(0, tasksPerReminderMax) };
    given()
      .when({ ...remind, tasks: many })
      .then(first);
    given(first)
      .when({ ...remind, ...nextDay, tasks: many })
      .then({ ...reminded, ...nextDay, tasks: many.slice(tasksPerReminderMax) });
  });

  it('never tells anything twice, whatever is asked in whatever order', () => {
    const task = fc.record({
      task: fc.constantFrom('a', 'b', 'c'),
      urgency: fc.constantFrom(...urgencies),
    });
    const asked = fc.array(
      fc.record({
        day: fc.constantFrom('2027-01-13', '2027-01-14', '2027-01-15'),
        tasks: fc.array(task),
      }),
    );
    fc.assert(
      fc.property(asked, (all) => {
        let state = remindersDecider.initial;
        const said: string[] = [];
        for (const [index, { day, tasks }] of all.entries()) {
          const unique = [...new Map(tasks.map((one) => [JSON.stringify(one), one])).values()];
          const decided = remindersDecider.decide(
            {
              ...remind,
              act: `act-${index}`,
              day,
              tasks: unique.map((one) => ({ ...ownPart, ...one })),
            },
            state,
          );
          for (const fact of decided as readonly ReminderIssued[]) {
            said.push(...fact.tasks.map((one) => `${one.task} ${one.urgency}`));
            state = remindersDecider.evolve(state, fact);
          }
        }
        expect(said).toEqual([...new Set(said)]);
      }),
    );
  });
});

describe('the hours', () => {
  const quiet = { from: 18, until: 8 };
  const at = (instant: string, zone = 'Europe/Berlin') => wallTime(zone, Date.parse(instant));
  const friday = (time: string): WallTime => at(`2027-01-15T${time}:00.000Z`, 'UTC');

  it('are those of the day, at both ends', () => {
    expect(mayTell(friday('07:59'), quiet)).toBe(false);
    expect(mayTell(friday('08:00'), quiet)).toBe(true);
    expect(mayTell(friday('17:59'), quiet)).toBe(true);
    expect(mayTell(friday('18:00'), quiet)).toBe(false);
  });

  it('are not at the weekend, which begins where one lives', () => {
    expect(mayTell(at('2027-01-16T10:00:00.000Z'), quiet)).toBe(false);
    expect(mayTell(at('2027-01-17T10:00:00.000Z'), quiet)).toBe(false);
    expect(mayTell(at('2027-01-17T23:30:00.000Z', 'Asia/Tokyo'), quiet)).toBe(true);
    expect(mayTell(at('2027-01-15T23:30:00.000Z', 'Asia/Tokyo'), quiet)).toBe(false);
  });
});

describe('how urgent a task is', () => {
  it.each([
    [null, 'asked'],
    [soonDays + 1, 'asked'],
    [soonDays, 'soon'],
    [1, 'soon'],
    [0, 'today'],
    [-1, 'overdue'],
  ])('with %s days left is %s', (left, expected) => expect(urgencyOf(left)).toBe(expected));
});
