import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coverageDays, coverageFigures, figuresDays, type CoverageInput } from './coverage.ts';

const until = Date.parse('2026-07-01T09:00:00.000Z');
const msPerDay = 86_400_000;
const daysBefore = (days: number) => new Date(until - days * msPerDay).toISOString();

type Note = CoverageInput['notes'][number];
type Asked = CoverageInput['requests'][number];

const note = (told: Partial<Note> = {}): Note => ({
  ...{ author: 'bo', subject: 'ada', visibility: 'public', stage: 'given', links: [] },
  ...{ givenAt: daysBefore(1), ...told },
});

const by = { sub: 'bo', via: 'http' };
const answered = (askedDays: number, at: number): Asked => ({
  ...{ askedAt: daysBefore(askedDays), due: '2026-08-01', stage: 'answered' },
  outcomes: [{ stage: 'answered', at: daysBefore(at), by, reason: null }],
});
const open = (due: string): Asked => ({
  ...{ askedAt: daysBefore(10), due, stage: 'open', outcomes: [] },
});

const figures = (told: Partial<CoverageInput> = {}) =>
  coverageFigures({
    ...{ people: ['ada'], countedBy: 'person', notes: [], requests: [], until, ...told },
  });

describe('how regular feedback is', () => {
  it('is unknown, and not zero, where there is nothing of it', () => {
    const nothing = figures();
    expect(nothing).toMatchObject({
      coverage: { value: 0, n: 1, successes: 0, definition: 'feedback-coverage@1' },
      received: { value: 0, n: 1, definition: 'feedback-received@1' },
      responseRate: { value: null, n: 0, low: null, definition: 'feedback-response-rate@1' },
      responseHours: { value: null, n: 0, definition: 'feedback-response-hours@1' },
      reciprocity: { value: null, n: 0, definition: 'reciprocity@1' },
      tied: { value: null, n: 0, definition: 'feedback-tied@1' },
    });
    expect(figures({ people: [] })).toMatchObject({
      ...{ coverage: { value: null, n: 0 }, received: { value: null, n: 0 } },
    });
  });

  it('is the share of people who received any in 30 days, the last instant within', () => {
    const people = ['ada', 'cy', 'mia'];
    const notes = [note(), note(), note({ subject: 'cy', givenAt: daysBefore(coverageDays) })];
    expect(figures({ people, notes })).toMatchObject({
      ...{ coverage: { value: 1 / 3, n: 3 }, received: { value: 2, n: 3 } },
    });
    const within = new Date(until - coverageDays * msPerDay + 1).toISOString();
    const more = [...notes, note({ subject: 'cy', givenAt: within })];
    expect(figures({ people, notes: more }).coverage.successes).toBe(2);
    // What is to come counts for nothing yet.
    const later = [note({ givenAt: daysBefore(-1) })];
    expect(figures({ people, notes: later }).coverage.successes).toBe(0);
  });

  it('counts no note that is hidden from whom the figures are for, and none taken back', () => {
    const received = (one: Partial<Note>, countedBy: CoverageInput['countedBy']) =>
      figures({ countedBy, notes: [note(one)] }).received.value;
    const classes = [
      ...(['manager-only', 'author-and-subject'] as const),
      ...(['author-subject-and-manager', 'public'] as const),
    ];
    const counted = (countedBy: CoverageInput['countedBy']) =>
      classes.map((visibility) => received({ visibility }, countedBy));
    expect(counted('person')).toEqual([0, 1, 1, 1]);
    expect(counted('managers')).toEqual([1, 0, 1, 1]);
    expect(received({ stage: 'retracted' }, 'person')).toBe(0);
  });

  it('tells how many requests were answered of those that are over, and how soon', () => {
    const lapsed: Asked = { ...open('2026-06-25'), stage: 'lapsed' };
    // The 30th is not over everywhere until noon of the first in UTC.
    const requests = [answered(10, 9), answered(10, 6), lapsed, open('2026-06-30')];
    expect(figures({ requests })).toMatchObject({
      responseRate: { value: 2 / 3, n: 3 },
      responseHours: { value: 60, n: 2 },
    });
    const overdue = [...requests, open('2026-06-29')];
    expect(figures({ requests: overdue }).responseRate).toMatchObject({ value: 1 / 2, n: 4 });
  });

  it('takes an answer that is told of a time before its question for one of no time', () => {
    const { responseHours } = figures({ requests: [answered(5, 6)] });
    expect(responseHours).toMatchObject({ value: 0, n: 1 });
  });

  it('looks back over a quarter, and no further', () => {
    const notes = [note({ links: [{ skill: 'x' }] }), note({ givenAt: daysBefore(figuresDays) })];
    expect(figures({ notes }).tied).toMatchObject({ value: 1, n: 1 });
    const requests = [answered(figuresDays, 3), answered(figuresDays - 1, 3)];
    expect(figures({ requests }).responseRate.n).toBe(1);
  });

  it('tells what share speaks of a goal or a skill', () => {
    const links = [[{ goal: 'g' }], [{ skill: 's' }, { goal: 'g' }], [{ value: 'v' }], []];
    const notes = links.map((one) => note({ links: one }));
    expect(figures({ notes }).tied).toMatchObject({ value: 0.5, n: 4 });
  });

  it('tells a person whether what they give comes back, and a manager that of the unit', () => {
    const notes = [
      ...[note(), note({ author: 'ada', subject: 'bo' })],
      ...[note({ author: 'cy' }), note({ author: 'bo', subject: 'eve' })],
    ];
    const own = notes.slice(0, 3);
    expect(figures({ notes: own }).reciprocity).toMatchObject({ value: 2 / 3, n: 3 });
    const managers = { notes: own, countedBy: 'managers' } as const;
    expect(figures(managers).reciprocity).toMatchObject({ value: null, n: 0 });
    const unit = figures({ ...managers, people: ['ada', 'bo'], notes });
    expect(unit.reciprocity).toMatchObject({ value: 1, n: 2 });
  });

  it('is the same in whatever order it is told, and every share lies within 0 and 1', () => {
    const anyNote = fc
      .record({
        author: fc.constantFrom('ada', 'bo', 'cy', 'di'),
        subject: fc.constantFrom('ada', 'bo', 'cy', 'di'),
        visibility: fc.constantFrom('manager-only', 'author-and-subject', 'public'),
        days: fc.integer({ min: -5, max: 100 }),
        tied: fc.boolean(),
      })
      .map(({ days, tied, visibility, ...who }): Note => {
        const links = tied ? [{ goal: 'g' }] : [];
        return note({ ...who, visibility, links, givenAt: daysBefore(days) });
      });
    const anyAsked = fc.tuple(fc.nat(120), fc.nat(120)).map(([one, other]) => answered(one, other));
    const any = fc.record({
      notes: fc.array(anyNote),
      requests: fc.array(anyAsked),
      countedBy: fc.constantFrom<CoverageInput['countedBy']>('person', 'managers'),
    });
    fc.assert(
      fc.property(any, ({ notes, requests, countedBy }) => {
        const people = ['ada', 'bo', 'cy'];
        const found = figures({ people, countedBy, notes, requests });
        const turned = { notes: notes.toReversed(), requests: requests.toReversed() };
        expect(figures({ people, countedBy, ...turned })).toEqual(found);
        const { coverage, responseRate, reciprocity, tied, responseHours } = found;
        for (const { value } of [coverage, responseRate, reciprocity, tied]) {
          expect(value === null || (value >= 0 && value <= 1)).toBe(true);
        }
        expect(responseHours.value ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
