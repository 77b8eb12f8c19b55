import { describe, expect, it } from '@jest/globals';
import type { DirectoryFact } from '../facts.ts';
import * as the from '../structure/structure.histories.ts';
import type { StructureFact } from '../structure/structure.ts';
import { postSheet, unitSheet, type PostSheet, type UnitSheet } from './structure-sheets.ts';
import { recorded } from './views.histories.ts';

/** The facts that belong to a key, folded as a projection would. */
const unitOf = (unit: string, ...facts: readonly StructureFact[]): UnitSheet | undefined => {
  let sheet: UnitSheet | undefined;
  for (const one of recorded(facts)) {
    if (unitSheet.keys(one).includes(unit)) sheet = unitSheet.fold(sheet, one, unit);
  }
  return sheet;
};
const postOf = (post: string, ...facts: readonly StructureFact[]): PostSheet | undefined => {
  let sheet: PostSheet | undefined;
  for (const one of recorded(facts)) {
    if (postSheet.keys(one).includes(post)) sheet = postSheet.fold(sheet, one, post);
  }
  return sheet;
};
const correction = (of: object, field: string, to: object | null, from = the.founded) =>
  ({ ...the.structureCorrected, of, field, from, to }) as StructureFact;
const desk = { kind: 'unit', id: 'desk' };
const clerk = { kind: 'post', id: 'clerk' };

describe('the sheet of a unit', () => {
  it('is what was established, with its name quoted', () => {
    expect(unitOf('desk', ...the.company)).toMatchObject({
      ...{ unit: 'desk', since: the.founded, head: [], closed: [], revision: 2 },
      ...{ name: { $said: 'fact-2', field: 'name' } },
      parent: [{ from: the.founded, value: 'sales' }],
    });
  });

  it('has what it was under, who headed it and whether it is open, by day', () => {
    const sheet = unitOf(
      ...(['desk', ...the.company, the.unitMoved('desk', 'works', the.spring)] as const),
      ...[the.unitHeaded('desk', 'clerk', the.spring), the.unitClosed('desk', the.summer)],
    );
    expect(sheet).toMatchObject({
      parent: [
        { from: the.founded, value: 'sales' },
        { from: the.spring, value: 'works' },
      ],
      head: [{ from: the.spring, value: 'clerk' }],
      closed: [{ from: the.summer, value: true }],
      revision: 10,
    });
  });

  it('has its newest name', () => {
    const sheet = unitOf('desk', ...the.company, the.unitRenamed);
    expect(sheet?.name).toEqual({ $said: 'fact-8', field: 'name' });
  });

  it('reads as it was corrected, each field for itself', () => {
    const later = { from: the.spring, value: 'works' };
    const moved = unitOf('desk', ...the.company, correction(desk, 'parent', later));
    expect(moved?.parent).toEqual([later]);
    const headed = the.unitHeaded('desk', 'clerk', the.spring);
    const none = correction(desk, 'head', null, the.spring);
    expect(unitOf('desk', ...the.company, headed, none)?.head).toEqual([]);
    const closed = the.unitClosed('desk', the.summer);
    const open = correction(desk, 'closed', null, the.summer);
    const reopened = unitOf('desk', ...the.company, closed, open);
    expect(reopened).toMatchObject({ closed: [], parent: [{ value: 'sales' }] });
  });
});

describe('the sheet of a post', () => {
  it('is what was established, with its title quoted', () => {
    expect(postOf('clerk', ...the.company)).toMatchObject({
      ...{ post: 'clerk', since: the.founded, fte: 1, grade: null, closed: [] },
      ...{ title: { $said: 'fact-6', field: 'title' }, revision: 6 },
      unit: [{ from: the.founded, value: 'desk' }],
      lines: { solid: [{ from: the.founded, value: 'seller' }] },
    });
  });

  it('has where it was and to whom it reported, by line and day', () => {
    const sheet = postOf(
      ...(['clerk', ...the.company, the.postMoved('clerk', 'works', the.spring)] as const),
      the.lineChanged('clerk', 'smith', the.spring),
      the.lineChanged('clerk', 'director', the.spring, 'dotted:audit'),
      ...[the.postRetitled, the.postClosed('clerk', the.summer)],
    );
    expect(sheet).toMatchObject({
      unit: [{ value: 'desk' }, { from: the.spring, value: 'works' }],
      lines: {
        solid: [{ value: 'seller' }, { from: the.spring, value: 'smith' }],
        'dotted:audit': [{ from: the.spring, value: 'director' }],
      },
      title: { $said: 'fact-11', field: 'title' },
      closed: [{ from: the.summer, value: true }],
    });
  });

  it('reads as it was corrected, each field and line for itself', () => {
    const lined = postOf('clerk', ...the.company, the.structureCorrected);
    expect(lined?.lines).toEqual({ solid: [{ from: the.founded, value: 'director' }] });
    const unit = { from: the.spring, value: 'works' };
    expect(postOf('clerk', ...the.company, correction(clerk, 'unit', unit))?.unit).toEqual([unit]);
    const dotted = the.lineChanged('clerk', 'smith', the.spring, 'dotted:audit');
    const none = correction(clerk, 'line:dotted:audit', null, the.spring);
    expect(postOf('clerk', ...the.company, dotted, none)?.lines).toEqual({
      ...{ 'dotted:audit': [], solid: [{ from: the.founded, value: 'seller' }] },
    });
    const open = correction(clerk, 'closed', null, the.summer);
    const closed = the.postClosed('clerk', the.summer);
    expect(postOf('clerk', ...the.company, closed, open)?.closed).toEqual([]);
  });

  it('is kept apart from the unit of the same name, and from other posts', () => {
    const facts = [the.unitEstablished('x', null), the.postEstablished('x', 'x', null)];
    expect(unitOf('x', ...facts)).not.toHaveProperty('lines');
    expect(postOf('x', ...facts)).not.toHaveProperty('parent');
    const ofUnit = correction({ kind: 'unit', id: 'clerk' }, 'closed', null);
    const keysOf = (fact: DirectoryFact) => {
      const [one] = recorded([fact]);
      return one === undefined ? [] : [unitSheet.keys(one), postSheet.keys(one)];
    };
    expect(keysOf(ofUnit)).toEqual([['clerk'], []]);
    expect(keysOf(the.structureCorrected)).toEqual([[], ['clerk']]);
    expect(keysOf(the.postMoved('clerk', 'works', the.spring))).toEqual([[], ['clerk']]);
    expect(keysOf(the.unitRenamed)).toEqual([['desk'], []]);
  });

  it('begins with its establishment', () => {
    expect(postOf('clerk', the.postRetitled)).toBeUndefined();
    expect(unitOf('desk', the.unitRenamed)).toBeUndefined();
  });
});
