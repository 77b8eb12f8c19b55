import { describe, expect, it } from '@jest/globals';
import { fold, isRejection } from '@plumbline/kernel';
import { structureDecider } from './structure.decide.ts';
import { at, before, change, company, spring } from './structure.histories.ts';
import { siftChanges, siftStep, type Sifted } from './structure.sift.ts';
import type { Structure } from './structure.ts';

const told = { act: 'act-sift', at };
const after = (...facts: readonly Parameters<typeof structureDecider.evolve>[1][]): Structure =>
  fold(structureDecider, structureDecider.initial, [...company, ...before(...facts)]);
const report = (post: string, manager: string) =>
  ({ type: 'ChangeReportingLine', post, line: 'solid', manager, from: spring }) as const;
const move = (post: string, unit: string) =>
  ({ type: 'MovePost', post, unit, from: spring }) as const;
const codes = ({ refused }: Sifted) =>
  refused.map(({ index, rejection }) => [index, rejection.code, rejection.field]);

describe('sifting', () => {
  const groups = [
    [report('director', 'clerk')],
    [move('clerk', 'works'), report('clerk', 'nobody')],
    [move('clerk', 'sales'), report('clerk', 'smith')],
    [report('smith', 'clerk')],
  ];

  it('takes the good groups whole, and refuses the rest by name', () => {
    const sifted = siftChanges(groups, after(), told);
    expect(sifted.taken).toEqual(groups[2]);
    expect(sifted.changing).toEqual(new Set([2]));
    expect(codes(sifted)).toEqual([
      [0, 'structure/line-cycle', '/changes/0/manager'],
      [1, 'structure/unknown-post', '/changes/1/manager'],
      [3, 'structure/line-cycle', '/changes/0/manager'],
    ]);
  });

  it('tells those apart that say what is so already', () => {
    const { taken, changing } = siftChanges([[report('clerk', 'seller')]], after(), told);
    expect(taken).toHaveLength(1);
    expect(changing.size).toBe(0);
  });

  it('gives what one command takes', () => {
    const { taken } = siftChanges(groups, after(), told);
    const decision = structureDecider.decide(change(...taken), after());
    expect(isRejection(decision)).toBe(false);
  });

  it('of a step tells the same once the step is carried out', () => {
    const step = [[report('director', 'clerk')], [report('seller', 'smith')]];
    const first = siftStep(step, after(), told);
    const command = { ...change(...first.taken), act: told.act };
    const facts = structureDecider.decide(command, after());
    if (isRejection(facts)) throw new Error(facts.detail);
    const again = siftStep(step, fold(structureDecider, after(), facts), told);
    expect([again.taken, codes(again)]).toEqual([first.taken, codes(first)]);
    expect(first.taken).toEqual(step[1]);
  });

  it('of a step that is carried out takes nothing more that would do only now', () => {
    const step = [[report('director', 'clerk')], [{ ...report('seller', 'smith'), manager: null }]];
    const first = siftStep(step, after(), told);
    const facts = structureDecider.decide({ ...change(...first.taken), act: told.act }, after());
    if (isRejection(facts)) throw new Error(facts.detail);
    const again = siftStep(step, fold(structureDecider, after(), facts), told);
    expect(again.taken).toEqual(first.taken);
    expect(codes(again)).toEqual([[0, 'structure/not-taken', undefined]]);
  });
});
