import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { figure } from '@plumbline/statistics';
import { unitRollUp, type UnitGoal, type UnitRollUp } from './unit-rollup.ts';

/** A company with two units, sales above its north. */
const units = new Map([
  ['company', null],
  ['desk', 'company'],
  ['north', 'sales'],
  ['sales', 'company'],
]);
const places: Readonly<Record<string, string>> = { 'person:ada': 'sales', 'person:bo': 'north' };
const unitOf = (owner: string) => places[owner] ?? null;

const goal = (goalId: string, owner: string, over: Partial<UnitGoal> = {}): UnitGoal => ({
  ...{ goalId, owner, stage: 'active', weight: 1, met: null },
  progress: figure('objective-progress@1', null, 0),
  ...over,
});
const at = (value: number) => ({ progress: figure('objective-progress@1', value, 1) });
const rolled = (goals: readonly UnitGoal[]) => unitRollUp({ goals, units, unitOf });
const unitIn = (all: UnitRollUp, unit: string) => {
  const line = all.units.find((one) => one.unit === unit);
  if (line === undefined) throw new Error(`there is no ${unit}`);
  return line;
};

describe('progress by unit', () => {
  it('goes up the units: goals of a unit, of its people, and of units below', () => {
    const all = rolled([
      goal('a', 'unit:sales', at(0.5)),
      goal('b', 'person:ada', at(1)),
      goal('c', 'person:bo', at(0)),
    ]);
    expect(unitIn(all, 'sales')).toMatchObject({
      parent: 'company',
      own: { goals: 2, progress: { value: 0.75, n: 2, definition: 'unit-progress@1' } },
      total: { goals: 3, progress: { value: 0.5, n: 3 } },
    });
    expect(unitIn(all, 'company')).toMatchObject({ own: { goals: 0 }, total: { goals: 3 } });
    expect(unitIn(all, 'desk').total).toMatchObject({ goals: 0, progress: { value: null, n: 0 } });
  });

  it('pools goals by their weights, and never averages means of units', () => {
    const north = ['a', 'b', 'c'].map((id) => goal(id, 'unit:north', at(1)));
    const all = rolled([...north, goal('d', 'unit:sales', at(0)), goal('e', 'unit:desk', at(0))]);
    expect(unitIn(all, 'company').total.progress.value).toBe(0.6);
    const heavy = rolled([goal('a', 'unit:sales', { ...at(1), weight: 3 }), ...north.slice(0, 0)]);
    expect(unitIn(heavy, 'sales').own).toMatchObject({ weight: 3, progress: { value: 1 } });
    const mixed = [
      goal('a', 'unit:sales', { ...at(1), weight: 3 }),
      goal('b', 'unit:sales', at(0)),
    ];
    expect(unitIn(rolled(mixed), 'sales').own.progress.value).toBe(0.75);
  });

  it('leaves out what is not known, and counts it as a goal all the same', () => {
    const all = rolled([goal('a', 'unit:desk', at(0.5)), goal('b', 'unit:desk', { weight: 9 })]);
    expect(unitIn(all, 'desk').own).toMatchObject({
      ...{ goals: 2, weight: 10 },
      progress: { value: 0.5, n: 1 },
    });
  });

  it('counts what is met of what is judged', () => {
    const all = rolled([
      goal('a', 'unit:desk', { met: true, stage: 'closed' }),
      goal('b', 'unit:desk', { met: false }),
      goal('c', 'unit:desk'),
    ]);
    expect(unitIn(all, 'desk').own).toMatchObject({
      ...{ goals: 3, active: 2, closed: 1, met: 1, notMet: 1 },
      metShare: { value: 0.5, n: 2 },
    });
  });

  it('does not count drafts, nor what was withdrawn', () => {
    const stages = ['draft', 'withdrawn'] as const;
    const all = rolled(stages.map((stage) => goal(stage, 'unit:desk', { ...at(1), stage })));
    expect(all.all.goals).toBe(0);
  });

  it('says apart whose unit is not known on that day', () => {
    const all = rolled([goal('a', 'person:cy', at(1)), goal('b', 'unit:gone', at(0))]);
    expect(all.unknown).toMatchObject({ goals: 2, progress: { value: 0.5 } });
    expect(all.all.goals).toBe(2);
    expect(all.units.every((one) => one.total.goals === 0)).toBe(true);
  });

  it('ends where units lie above each other, and counts each goal once', () => {
    const ring = new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    const all = unitRollUp({ goals: [goal('g', 'unit:a', at(1))], units: ring, unitOf });
    expect(all.units.map((one) => one.total.goals)).toEqual([1, 1]);
  });
});

describe('progress by unit, over any goals', () => {
  const anyGoals = fc
    .array(
      fc.record({
        owner: fc.constantFrom('unit:sales', 'unit:north', 'person:ada', 'person:bo', 'person:cy'),
        stage: fc.constantFrom<UnitGoal['stage']>('draft', 'active', 'closed', 'withdrawn'),
        weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
        value: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        met: fc.option(fc.boolean()),
      }),
      { maxLength: 20 },
    )
    .map((all) =>
      all.map(({ owner, value, ...over }, index) => {
        return goal(`goal-${index}`, owner, { ...over, ...(value === null ? {} : at(value)) });
      }),
    );

  it('does not depend on the order, nor on what is given twice', () => {
    fc.assert(
      fc.property(anyGoals, (goals) => {
        expect(rolled(goals.toReversed())).toEqual(rolled(goals));
        expect(rolled([...goals, ...goals])).toEqual(rolled(goals));
      }),
    );
  });

  it('has every goal in one unit or in none, and all of them at the top', () => {
    fc.assert(
      fc.property(anyGoals, (goals) => {
        const { units: lines, unknown, all } = rolled(goals);
        const own = lines.reduce((sum, one) => sum + one.own.goals, 0);
        expect(own + unknown.goals).toBe(all.goals);
        const top = lines.find((one) => one.parent === null)?.total;
        expect((top?.goals ?? NaN) + unknown.goals).toBe(all.goals);
        expect((top?.met ?? NaN) + unknown.met).toBe(all.met);
        expect((top?.weight ?? NaN) + unknown.weight).toBeCloseTo(all.weight, 8);
      }),
    );
  });
});
