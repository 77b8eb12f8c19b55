import { describe, expect, it } from '@jest/globals';
import { micro, type RulePack } from '@plumbline/scoring';
import { linesOf } from './evidence.lines.ts';
import { answersMin, evidenceAt, measuredRatings } from './evidence.measured.ts';
import { notesFor } from './evidence.notes.ts';
import { copyOf, goal, note, response, scope, type Said } from './evidence.testing.ts';

const asOf = '2026-12-31T00:00:00.000Z';
const pack: RulePack = {
  ...{ name: 'measured', version: 1, total: 'all', rules: [], daysMin: 0 },
  parts: {
    all: {
      kind: 'weighed',
      of: [
        { part: 'goals', weight: 1 },
        { part: 'customers', weight: 1 },
      ],
    },
    goals: { kind: 'rated', scale: { min: 0, max: micro }, ratingsMin: 1 },
    customers: { kind: 'rated', scale: { min: micro, max: 5 * micro }, ratingsMin: 1 },
  },
  result: { scale: { min: micro, max: 5 * micro }, decimals: 2 },
};
const inputs = [
  { part: 'goals', from: 'goals' },
  { part: 'customers', from: 'customers' },
] as const;

const evidence = (...all: readonly Said[]) =>
  evidenceAt(linesOf(copyOf(all), scope), scope.subject, asOf);
const rated = (...all: readonly Said[]) =>
  measuredRatings(inputs, evidence(...all), pack, 'the-pin');

describe('goals that were pinned', () => {
  const begun = goal.activated('g1');
  const half = goal.checkedIn('g1', 'kr1', 50, '2026-05-01T00:00:00.000Z');

  it('have the attainment of their key results, by weight, of those that are known', () => {
    const [one] = evidence(begun, half).goals;
    expect(one).toMatchObject({ attainment: { value: 0.5, n: 1 }, fact: 'fact-1', isOwn: true });
    const all = evidence(begun, half, goal.checkedIn('g1', 'kr2', 12, '2026-05-02T00:00:00.000Z'));
    // (3 · 0.5 + 1 · 1) / 4
    expect(all.goals[0]).toMatchObject({ attainment: { value: 0.625, n: 2 }, fact: 'fact-2' });
  });

  it('of which nothing is known rate nobody, and never as 0', () => {
    expect(rated(begun)).toEqual({ goals: [], customers: [] });
    expect(rated()).toEqual({ goals: [], customers: [] });
  });

  it('read as they were corrected; what was withdrawn counts no more', () => {
    const at = '2026-05-01T00:00:00.000Z';
    const read = (value: number | null) =>
      evidence(begun, half, goal.corrected('g1', 'kr1', at, value)).goals[0];
    expect(read(100)).toMatchObject({ attainment: { value: 1 }, fact: 'fact-2' });
    expect(read(null)).toMatchObject({ attainment: { value: null, n: 0 }, fact: null });
  });

  it('stand against the target that was amended, and as they were closed', () => {
    const amended = goal.amended('g1', 200);
    expect(evidence(begun, half, amended).goals[0]?.attainment.value).toBe(0.25);
    const closed = evidence(begun, half, goal.closed('g1', 0.4)).goals[0];
    expect(closed).toMatchObject({ attainment: { value: 0.4 }, fact: 'fact-2' });
  });

  it('do not count what is dated after the pin', () => {
    const later = goal.checkedIn('g1', 'kr1', 100, '2027-01-05T00:00:00.000Z');
    expect(evidence(begun, half, later).goals[0]?.attainment.value).toBe(0.5);
  });

  it('rate who answers for them at the pin; with a fact, on the scale of the part', () => {
    expect(rated(begun, half)['goals']).toEqual([{ rating: 500_000, fact: 'fact-1' }]);
    const handedOn = goal.transferred('g1', 'person:bo');
    expect(evidence(begun, half, handedOn).goals[0]).toMatchObject({ isOwn: false });
    expect(rated(begun, half, handedOn)['goals']).toEqual([]);
  });
});

describe('what customers answered', () => {
  const answered = (count: number, score: number | null = 10) =>
    Array.from({ length: count }, (_, at) => response.attributed(`r${at}`, '2026-03-03', score));

  it('is pooled, with n and interval, and rates from so many answers on', () => {
    const few = answered(answersMin - 1);
    expect(evidence(...few).customers.figures[0]).toMatchObject({ n: 4, value: 100, share: 1 });
    expect(rated(...few)['customers']).toEqual([]);
    const enough = answered(answersMin);
    const [figure] = evidence(...enough).customers.figures;
    expect(figure).toMatchObject({ metric: 'nps', definition: 'nps@1', n: 5, counts: [[10, 5]] });
    expect(figure?.low).toBeLessThan(100);
    expect(rated(...enough)['customers']).toEqual([{ rating: 5 * micro, fact: 'the-pin' }]);
  });

  it('without a score is in no figure', () => {
    const silent = [...answered(5), response.attributed('r9', '2026-03-03', null)];
    expect(evidence(...silent).customers).toMatchObject({ responses: 6, figures: [{ n: 5 }] });
  });

  it('is nobody’s while it is disputed, and none once withdrawn or given to another', () => {
    const all = answered(3);
    const at = '2026-04-01T00:00:00.000Z';
    const read = (one: Said) => evidence(...all, one).customers;
    expect(read(response.disputed('r0', '2026-03-03', 10, at))).toMatchObject({
      ...{ responses: 2, disputed: 1 },
    });
    expect(read(response.withdrawn('r0', '2026-03-03', 10, at)).responses).toBe(2);
    const moved = response.attributed('r0', '2026-03-03', 10, ['person:bo'], ['person:ada']);
    expect(read(moved)).toMatchObject({ responses: 2, disputed: 0 });
  });

  it('counts by the day of the interaction, both ends of the period within', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'];
    const all = days.map((day, at) => response.attributed(`r${at}`, day, 9));
    const { counted } = evidence(...all).customers;
    expect(counted.map(({ data }) => data.responseId)).toEqual(['r1', 'r2']);
  });
});

describe('feedback', () => {
  const at = '2026-03-03T09:00:00.000Z';
  const notes = [
    note.given('n1', 'ada', at, 'public'),
    note.given('n2', 'ada', at, 'manager-only'),
    note.given('n3', 'ada', at, 'author-and-subject'),
    note.given('n4', 'bo', at, 'public'),
    note.given('n5', 'ada', '2025-12-31T23:59:59.999Z', 'public'),
    note.retracted('n1', '2026-04-01T09:00:00.000Z'),
  ];
  const known = evidence(...notes).notes;

  it('is there with where it comes from, and of what was taken back, that it was', () => {
    expect(known.map(({ noteId, isRetracted }) => [noteId, isRetracted])).toEqual([
      ...[['n1', true] as const, ['n2', false] as const, ['n3', false] as const],
    ]);
    expect(known[0]).toMatchObject({ fact: 'fact-0', author: 'bo', given: at });
  });

  it('is known to whom its author has opened it', () => {
    const seen = (...[reader]: [Parameters<typeof notesFor>[1]]) =>
      notesFor(known, reader).map(({ noteId }) => noteId);
    expect(seen('subject')).toEqual(['n1', 'n3']);
    expect(seen('manager')).toEqual(['n1', 'n2']);
    expect(seen('other')).toEqual(['n1']);
    expect(seen('auditor')).toEqual(['n1', 'n2', 'n3']);
  });
});
