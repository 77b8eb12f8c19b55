import { describe, expect, it } from '@jest/globals';
import { clearText, fold, isRejection } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import type { CorrectStructure, StructureChange } from './structure.commands.ts';
import { namedMax } from './structure.cycles.ts';
import { changesMax, decideChange, structureDecider } from './structure.decide.ts';
import { before, change, company, establishPost, establishUnit } from './structure.histories.ts';
import {
  founded,
  lineChanged,
  postClosed,
  postEstablished,
  postMoved,
} from './structure.histories.ts';
import { postRetitled, spring, structureCorrected, summer } from './structure.histories.ts';
import { unitClosed, unitEstablished, unitHeaded, unitMoved } from './structure.histories.ts';
import { unitRenamed } from './structure.histories.ts';
import type { StructureFact } from './structure.ts';

const { given } = specification(structureDecider);
const eve = '2025-12-31';
const made = (fact: StructureFact) => ({ ...fact, ...asked });
const asked = { act: 'act-change', at: '2026-03-01T09:00:00.000Z' };
const moveUnit = (unit: string, parent: string | null, from = spring) =>
  ({ type: 'MoveUnit', unit, parent, from }) as const;
const headUnit = (unit: string, post: string | null, from = spring) =>
  ({ type: 'HeadUnit', unit, post, from }) as const;
const closeUnit = (unit: string, from = spring) => ({ type: 'CloseUnit', unit, from }) as const;
const movePost = (post: string, unit: string, from = spring) =>
  ({ type: 'MovePost', post, unit, from }) as const;
const closePost = (post: string, from = spring) => ({ type: 'ClosePost', post, from }) as const;
const draw = (post: string, line: string, manager: string, from = spring) =>
  ({ type: 'DrawReportingLine', post, line, manager, from }) as const;
const report = (post: string, manager: string | null, from = spring, line = 'solid') =>
  ({ type: 'ChangeReportingLine', post, line, manager, from }) as const;
const correct = (
  of: `${'unit' | 'post'} ${string}`,
  field: string,
  from: string,
  to: CorrectStructure['to'],
): CorrectStructure => {
  const [kind, id] = of.split(' ') as ['unit' | 'post', string];
  return { type: 'CorrectStructure', of: { kind, id }, field, from, to, reason: 'A typing error.' };
};

type Refusal<Change> = readonly [
  code: string,
  field: string,
  change: Change,
  facts?: readonly StructureFact[],
];
const refusals = <Change>(...cases: readonly Refusal<Change>[]) =>
  cases.map(([code, field, one, facts = []]) => [code, field, one, facts] as const);

describe('each change', () => {
  it.each<[string, StructureChange, StructureFact]>([
    ['establishes a unit', establishUnit('lab', 'works'), unitEstablished('lab', 'works')],
    ['establishes a root', establishUnit('holding', null), unitEstablished('holding', null)],
    ['moves a unit', moveUnit('desk', 'works'), unitMoved('desk', 'works', spring)],
    ['heads a unit', headUnit('sales', 'clerk'), unitHeaded('sales', 'clerk', spring)],
    ['renames a unit', { type: 'RenameUnit', unit: 'desk', name: 'Front desk' }, unitRenamed],
    [
      'establishes a post',
      establishPost('boy', 'desk', 'clerk'),
      postEstablished('boy', 'desk', 'clerk'),
    ],
    ['moves a post', movePost('clerk', 'works'), postMoved('clerk', 'works', spring)],
    ['retitles a post', { type: 'RetitlePost', post: 'clerk', title: 'Chief clerk' }, postRetitled],
    ['closes a post', closePost('seller'), postClosed('seller', spring)],
    ['changes a line', report('clerk', 'smith'), lineChanged('clerk', 'smith', spring)],
    ['ends a line', report('clerk', null), lineChanged('clerk', null, spring)],
    [
      'draws a dotted line',
      draw('clerk', 'dotted:it', 'smith'),
      lineChanged('clerk', 'smith', spring, 'dotted:it'),
    ],
    [
      'corrects',
      correct('post clerk', 'line:solid', founded, { from: founded, value: 'director' }),
      structureCorrected,
    ],
  ])('%s', (_, one, fact) =>
    given(...company)
      .when(change(one))
      .then(made(fact)),
  );

  it('keeps the reason of a line, under the key of the unit', () =>
    given(...company)
      .when(change({ ...report('clerk', 'smith'), reason: 'He knows the works.' }))
      .thenSatisfies(([fact]) => {
        const text = clearText('unit:desk', { reason: 'He knows the works.' });
        expect(fact).toMatchObject({ text });
      }));

  it.each<[string, StructureChange, readonly StructureFact[]]>([
    ['a unit established so', establishUnit('desk', 'sales'), [unitMoved('desk', null, spring)]],
    ['a post established so', establishPost('clerk', 'desk', 'seller'), []],
    ['a unit where it is', moveUnit('desk', 'sales'), []],
    ['a head that it has', headUnit('sales', 'clerk'), [unitHeaded('sales', 'clerk', founded)]],
    ['no head, where there is none', headUnit('sales', null), []],
    [
      'a unit closed before',
      closeUnit('lab'),
      [unitEstablished('lab', null), unitClosed('lab', founded)],
    ],
    ['a post where it is', movePost('clerk', 'desk'), []],
    ['a post closed before', closePost('clerk'), [postClosed('clerk', founded)]],
    ['the manager that it has', report('clerk', 'seller'), []],
    ['the line that it has', draw('clerk', 'solid', 'seller'), []],
    ['no manager, where there is none', report('clerk', null, spring, 'dotted:it'), []],
    [
      'what an entry says',
      correct('post clerk', 'unit', founded, { from: founded, value: 'desk' }),
      [],
    ],
  ])('decides nothing for %s', (_, one, facts) =>
    given(...company, ...before(...facts))
      .when(change(one))
      .nothing(),
  );
});

describe('a change is refused', () => {
  const closedLab = [unitEstablished('lab', 'works'), unitClosed('lab', '2026-05-01')];
  it.each(
    refusals<StructureChange>(
      ['structure/unit-exists', '/unit', establishUnit('desk', null)],
      ['structure/unknown-unit', '/parent', establishUnit('lab', 'nowhere')],
      ['structure/unit-cycle', '/parent', establishUnit('lab', 'lab')],
      ['structure/before-its-establishment', '/parent', establishUnit('lab', 'works', eve)],
      ['structure/unit-closed', '/parent', establishUnit('annex', 'lab'), closedLab],
      ['structure/unknown-unit', '/unit', moveUnit('nowhere', null)],
      ['structure/unknown-unit', '/parent', moveUnit('desk', 'nowhere')],
      ['structure/unit-cycle', '/parent', moveUnit('sales', 'desk')],
      ['structure/unit-cycle', '/parent', moveUnit('sales', 'sales')],
      ['structure/before-its-establishment', '/from', moveUnit('desk', 'works', eve)],
      ['structure/unit-closed', '/parent', moveUnit('desk', 'lab'), closedLab],
      ['structure/unit-closed', '/from', moveUnit('lab', 'sales', summer), closedLab],
      ['structure/unknown-unit', '/unit', headUnit('nowhere', null)],
      ['structure/unknown-post', '/post', headUnit('sales', 'nobody')],
      ['structure/head-of-another-unit', '/post', headUnit('sales', 'smith')],
      ['structure/head-of-another-unit', '/post', headUnit('desk', 'seller')],
      ['structure/post-closed', '/post', headUnit('desk', 'clerk'), [postClosed('clerk', spring)]],
      ['structure/before-its-establishment', '/from', headUnit('desk', 'clerk', eve)],
      ['structure/unknown-unit', '/unit', { type: 'RenameUnit', unit: 'nowhere', name: 'X' }],
      ['structure/unknown-unit', '/unit', closeUnit('nowhere')],
      ['structure/unit-not-empty', '/unit', closeUnit('desk')],
      ['structure/unit-not-empty', '/unit', closeUnit('company')],
      ['structure/before-its-establishment', '/from', closeUnit('desk', eve)],
      ['structure/unit-exists', '/unit', establishUnit('desk', 'sales', spring)],
      ['structure/post-exists', '/post', establishPost('clerk', 'desk', null)],
      ['structure/post-exists', '/post', establishPost('clerk', 'sales', 'seller')],
      ['structure/post-exists', '/post', establishPost('clerk', 'desk', 'seller', spring)],
      ['structure/post-exists', '/post', { ...establishPost('clerk', 'desk', 'seller'), fte: 2 }],
      [
        'structure/post-exists',
        '/post',
        { ...establishPost('clerk', 'desk', 'seller'), grade: 'A' },
      ],
      ['structure/unknown-unit', '/unit', establishPost('boy', 'nowhere', null)],
      ['structure/unknown-post', '/manager', establishPost('boy', 'desk', 'nobody')],
      ['structure/reports-to-itself', '/manager', establishPost('boy', 'desk', 'boy')],
      ['structure/before-its-establishment', '/unit', establishPost('boy', 'desk', null, eve)],
      ['structure/unit-closed', '/unit', establishPost('boy', 'lab', null), closedLab],
      [
        'structure/post-closed',
        '/manager',
        establishPost('boy', 'desk', 'clerk', summer),
        [postClosed('clerk', spring)],
      ],
      ['structure/unknown-post', '/post', movePost('nobody', 'desk')],
      ['structure/unknown-unit', '/unit', movePost('clerk', 'nowhere')],
      ['structure/unit-closed', '/unit', movePost('clerk', 'lab'), closedLab],
      ['structure/post-closed', '/from', movePost('clerk', 'works'), [postClosed('clerk', spring)]],
      ['structure/before-its-establishment', '/from', movePost('clerk', 'works', eve)],
      ['structure/unknown-post', '/post', { type: 'RetitlePost', post: 'nobody', title: 'X' }],
      ['structure/unknown-post', '/post', closePost('nobody')],
      ['structure/before-its-establishment', '/from', closePost('clerk', eve)],
      ['structure/unknown-post', '/post', report('nobody', null)],
      ['structure/unknown-post', '/manager', report('clerk', 'nobody')],
      ['structure/reports-to-itself', '/manager', report('clerk', 'clerk')],
      ['structure/line-cycle', '/manager', report('director', 'clerk')],
      ['structure/before-its-establishment', '/from', report('clerk', 'smith', eve)],
      [
        'structure/before-its-establishment',
        '/manager',
        report('clerk', 'boy', spring),
        [postEstablished('boy', 'desk', null, summer)],
      ],
      [
        'structure/post-closed',
        '/manager',
        report('clerk', 'smith'),
        [postClosed('smith', spring)],
      ],
      ['structure/post-closed', '/from', report('clerk', 'smith'), [postClosed('clerk', spring)]],
      ['structure/second-manager', '/manager', draw('clerk', 'solid', 'smith')],
      ['structure/unknown-post', '/post', draw('nobody', 'solid', 'smith')],
      ['structure/reports-to-itself', '/manager', draw('clerk', 'dotted:it', 'clerk')],
    ),
  )('with %s at %s, %j', (code, field, one, facts) =>
    given(...company, ...before(...facts))
      .when(change(one))
      .rejects(code, `/changes/0${field}`),
  );

  it('with the posts of the cycle by name, and the day on which it would begin', () => {
    const structure = fold(structureDecider, structureDecider.initial, company);
    const decision = decideChange(report('director', 'clerk'), structure, asked);
    expect(isRejection(decision) && decision.detail).toBe(
      `From ${spring} on the post would report to itself: director, clerk, seller, director.`,
    );
  });

  it(`with ${namedMax} names at most`, () => {
    const crowd = Array.from({ length: namedMax + 1 }, (_, index) => {
      return postEstablished(`p${String(index).padStart(2, '0')}`, 'lab', null);
    });
    const facts = [...company, unitEstablished('lab', null), ...crowd];
    const structure = fold(structureDecider, structureDecider.initial, facts);
    const decision = decideChange(closeUnit('lab'), structure, asked);
    expect(isRejection(decision) && decision.detail).toContain('post p09 and 1 more.');
  });
});

describe('days', () => {
  it('keep a cycle out that would hold on a few of them only', () => {
    // From summer on, nothing is above the seller: only spring would have the cycle.
    const facts = before(lineChanged('seller', null, summer));
    given(...company, ...facts)
      .when(change(report('director', 'clerk')))
      .rejects('structure/line-cycle');
    given(...company, ...facts)
      .when(change(report('director', 'clerk', summer)))
      .thenSatisfies((decided) => expect(decided).toHaveLength(1));
  });

  it('let a line hold only until the next one that is planned', () => {
    // The director is free again before the seller comes to report to them.
    const facts = before(
      lineChanged('seller', null, founded),
      lineChanged('director', null, summer),
      lineChanged('seller', 'director', summer),
    );
    given(...company, ...facts)
      .when(change(report('director', 'clerk')))
      .thenSatisfies((decided) => expect(decided).toHaveLength(1));
  });

  it('keep lines apart: what is a cycle over two of them is none', () =>
    given(...company)
      .when(change(draw('director', 'dotted:it', 'clerk')))
      .thenSatisfies((decided) => expect(decided).toHaveLength(1)));

  it('let a unit be closed when the last post has moved, not a day before', () => {
    const moved = [...company, ...before(postMoved('clerk', 'sales', spring))];
    given(...moved)
      .when(change(closeUnit('desk')))
      .then(made(unitClosed('desk', spring)));
    given(...moved)
      .when(change(closeUnit('desk', '2026-03-31')))
      .rejects('structure/unit-not-empty');
  });

  it('count what is only planned to come into a unit', () =>
    given(...company, ...before(postClosed('clerk', spring), postMoved('smith', 'desk', summer)))
      .when(change(closeUnit('desk')))
      .rejects('structure/unit-not-empty'));

  it('let the posts of a closed one still report to it', () =>
    given(...company, ...before(postClosed('seller', spring)))
      .when(change(report('clerk', 'director', summer)))
      .then(made(lineChanged('clerk', 'director', summer))));
});

describe('several changes', () => {
  it('come each after those before it', () =>
    given(...company)
      .when(change(closePost('clerk'), closeUnit('desk')))
      .then(made(postClosed('clerk', spring)), made(unitClosed('desk', spring))));

  it('are all refused with the first of them that is', () =>
    given(...company)
      .when(change(closePost('clerk'), closeUnit('desk', '2026-03-31'), closePost('nobody')))
      .rejects('structure/unit-not-empty', '/changes/1/unit'));

  it('are as many as allowed, and not one more', () => {
    const posts = Array.from({ length: changesMax + 1 }, (_, index) => {
      return establishPost(`p${index}`, 'desk', 'clerk');
    });
    given(...company)
      .when(change(...posts.slice(1)))
      .thenSatisfies((decided) => expect(decided).toHaveLength(changesMax));
    given(...company)
      .when(change(...posts))
      .rejects('structure/too-many-changes', '/changes');
  });
});

describe('a correction', () => {
  const value = (of: string | boolean | null, from = founded) => ({ from, value: of });
  const late = '2026-02-01';

  it.each(
    refusals<CorrectStructure>(
      ['structure/unknown-unit', '/of/id', correct('unit nowhere', 'parent', founded, null)],
      ['structure/unknown-post', '/of/id', correct('post nobody', 'unit', founded, null)],
      ['structure/unknown-entry', '/from', correct('post clerk', 'unit', spring, null)],
      ['structure/unknown-entry', '/from', correct('post clerk', 'parent', founded, null)],
      ['structure/unknown-entry', '/from', correct('unit desk', 'line:solid', founded, null)],
      ['structure/first-entry', '/to', correct('post clerk', 'unit', founded, null)],
      ['structure/first-entry', '/to', correct('unit desk', 'parent', founded, value(null, late))],
      [
        'structure/before-its-establishment',
        '/to/from',
        correct('post clerk', 'line:solid', founded, value('seller', eve)),
      ],
      [
        'structure/entry-exists',
        '/to/from',
        correct('post clerk', 'unit', spring, value('works', summer)),
        [postMoved('clerk', 'works', spring), postMoved('clerk', 'sales', summer)],
      ],
      ['structure/wrong-value', '/to/value', correct('post clerk', 'unit', founded, value(null))],
      [
        'structure/wrong-value',
        '/to/value',
        correct('post clerk', 'line:solid', founded, value(true)),
      ],
      [
        'structure/wrong-value',
        '/to/value',
        correct('post clerk', 'closed', spring, value('x')),
        [postClosed('clerk', spring)],
      ],
      [
        'structure/unknown-unit',
        '/to/value',
        correct('post clerk', 'unit', founded, value('nowhere')),
      ],
      [
        'structure/unknown-post',
        '/to/value',
        correct('post clerk', 'line:solid', founded, value('nobody')),
      ],
      [
        'structure/line-cycle',
        '/to/value',
        correct('post director', 'line:solid', founded, value('clerk')),
      ],
      [
        'structure/unit-cycle',
        '/to/value',
        correct('unit sales', 'parent', founded, value('desk')),
      ],
      [
        'structure/head-of-another-unit',
        '/to/value',
        correct('unit desk', 'head', spring, value('smith')),
        [unitHeaded('desk', 'clerk', spring)],
      ],
      [
        'structure/unit-not-empty',
        '/to',
        correct('unit desk', 'closed', summer, value(true, spring)),
        [postClosed('clerk', summer), unitClosed('desk', summer)],
      ],
      [
        'structure/unit-closed',
        '/to',
        correct('post clerk', 'closed', spring, null),
        [postClosed('clerk', spring), unitClosed('desk', spring)],
      ],
    ),
  )('is refused with %s at %s, %j', (code, field, one, facts) =>
    given(...company, ...before(...facts))
      .when(change(one))
      .rejects(code, `/changes/0${field}`),
  );

  it('that takes an entry out lets the one before hold on, unless that makes a cycle', () => {
    const facts = before(
      lineChanged('seller', null, spring),
      lineChanged('director', 'clerk', summer),
    );
    given(...company, ...facts)
      .when(change(correct('post seller', 'line:solid', spring, null)))
      .rejects('structure/line-cycle', '/changes/0/to');
  });

  it('opens what was closed by mistake', () =>
    given(...company, ...before(postClosed('clerk', founded)))
      .when(change(correct('post clerk', 'closed', founded, null), movePost('clerk', 'works')))
      .thenSatisfies((decided) => expect(decided).toHaveLength(2)));

  it('puts a post into the unit that it is now in, which cannot be closed then', () =>
    given(...company, ...before(postClosed('smith', founded)))
      .when(change(correct('post clerk', 'unit', founded, value('works')), closeUnit('works')))
      .rejects('structure/unit-not-empty', '/changes/1/unit'));
});
