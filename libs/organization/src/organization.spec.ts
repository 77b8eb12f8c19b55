import { describe, expect, it } from '@jest/globals';
import type { DirectoryPublished } from '@plumbline/contracts';
import { examplesOf, publishedSchemas } from '@plumbline/contracts/published';
import type { OrganizationFact } from './facts.ts';
import { at, fact, placed, told } from './organization.testing.ts';
import { createOrganization } from './organization.ts';
import { unitLevelsMax } from './questions.ts';
import { isPersonFact, isStructureFact } from './versions.ts';

const start = '2026-01-01';
const established = (post: string, manager: string | null, unit = 'unit:sales', from = start) =>
  fact('PostEstablished', { post, unit, manager, fte: 1, from });
const joined = (person: string, post: string | null, from = start) =>
  fact('PersonJoined', { person, post, from });
const left = (person: string, from: string) => fact('PersonLeft', { person, from });

/** A head of sales with a lead below, and a seller below the lead; sales is part of the company. */
const company = [
  fact('UnitEstablished', { unit: 'unit:company', parent: null, from: start }),
  fact('UnitEstablished', { unit: 'unit:sales', parent: 'unit:company', from: start }),
  established('head', null),
  established('lead', 'head'),
  established('seller', 'lead'),
  joined('hana', 'head'),
  joined('lee', 'lead'),
  joined('sam', 'seller'),
];

describe('the manager of a person', () => {
  it('holds the post above theirs', () => {
    const organization = told(...company);
    expect(organization.managerOf('sam', '2026-03-01')).toBe('lee');
    expect(organization.managerOf('hana', '2026-03-01')).toBeNull();
    expect(organization.reportsOf('hana', '2026-03-01')).toEqual(['lee']);
    expect(organization.isAbove('hana', 'sam', '2026-03-01')).toBe(true);
    expect(organization.isAbove('sam', 'hana', '2026-03-01')).toBe(false);
    expect(organization.isAbove('sam', 'sam', '2026-03-01')).toBe(false);
    expect(organization.below('hana', '2026-03-01')).toEqual(['lee', 'sam']);
  });

  it('is nobody before they are there, and for who is not known', () => {
    const organization = told(...company);
    expect(organization.managerOf('sam', '2025-12-31')).toBeNull();
    expect(organization.managerOf('sam', start)).toBe('lee');
    expect(organization.managerOf('nobody', start)).toBeNull();
    expect(organization.isAbove('nobody', 'sam', start)).toBe(false);
    expect(organization.isAbove('hana', 'nobody', start)).toBe(false);
    expect(organization.below('nobody', start)).toEqual([]);
    expect(organization.reportsOf('nobody', start)).toEqual([]);
  });

  it('is looked for above a post that is vacant, from the day on which it is', () => {
    const organization = told(...company, left('lee', '2026-04-01'));
    expect(organization.managerOf('sam', '2026-03-31')).toBe('lee');
    expect(organization.managerOf('sam', '2026-04-01')).toBe('hana');
    expect(organization.reportsOf('hana', '2026-04-01')).toEqual(['sam']);
    expect(organization.isAbove('lee', 'sam', '2026-04-01')).toBe(false);
  });

  it('is looked for above a post that is closed', () => {
    const closed = fact('PostClosed', { post: 'lead', from: '2026-04-01' });
    const organization = told(...company, closed);
    expect(organization.managerOf('sam', '2026-03-31')).toBe('lee');
    expect(organization.managerOf('sam', '2026-04-01')).toBe('hana');
    expect(organization.postOf('lee', '2026-04-01')).toBeNull();
    expect(organization.posts('2026-04-01').map(({ post }) => post)).toEqual(['head', 'seller']);
  });

  it('stays the manager while on leave', () => {
    const leave = { person: 'lee', leave: 'l1', from: '2026-05-01', until: null };
    const organization = told(
      ...company,
      fact('LeaveRecorded', leave),
      fact('LeaveChanged', { person: 'lee', leave: 'l1', until: '2026-05-10' }),
    );
    expect(organization.managerOf('sam', '2026-05-05')).toBe('lee');
    expect(
      ['2026-04-30', '2026-05-01', '2026-05-10', '2026-05-11'].map((on) =>
        organization.isAway('lee', on),
      ),
    ).toEqual([false, true, true, false]);
    expect(organization.isAway('lee', '2026-06-01', at(company.length + 1))).toBe(true);
  });

  it('is never the person, also where lines are in a circle', () => {
    const organization = told(
      ...company,
      left('lee', '2026-04-01'),
      fact('ReportingLineChanged', {
        ...{ post: 'lead', line: 'solid', manager: 'seller', from: '2026-04-01' },
      }),
    );
    expect(organization.managerOf('sam', '2026-04-01')).toBeNull();
    expect(organization.isAbove('sam', 'sam', '2026-04-01')).toBe(false);
    expect(organization.reportsOf('sam', '2026-04-01')).toEqual([]);
  });

  it('is any of those who share the post above', () => {
    const organization = told(...company, joined('ann', 'lead'));
    expect(organization.managersOf('sam', start)).toEqual(['ann', 'lee']);
    expect(organization.managerOf('sam', start)).toBe('ann');
    expect(organization.isAbove('ann', 'lee', start)).toBe(false);
  });

  it('in a dotted line is a manager of another kind', () => {
    const organization = told(
      ...company,
      established('project', null),
      joined('pia', 'project'),
      fact('ReportingLineChanged', {
        ...{ post: 'seller', line: 'dotted:crm', manager: 'project', from: '2026-02-01' },
      }),
      fact('ReportingLineChanged', {
        ...{ post: 'seller', line: 'dotted:crm', manager: null, from: '2026-03-01' },
      }),
    );
    expect(organization.isMatrixManager('pia', 'sam', '2026-01-31')).toBe(false);
    expect(organization.isMatrixManager('pia', 'sam', '2026-02-01')).toBe(true);
    expect(organization.isMatrixManager('pia', 'sam', '2026-03-01')).toBe(false);
    expect(organization.isAbove('pia', 'sam', '2026-02-01')).toBe(false);
    expect(organization.managerOf('sam', '2026-02-01')).toBe('lee');
    expect(organization.matrixManagersOf('sam', '2026-02-01')).toEqual([
      { line: 'dotted:crm', person: 'pia' },
    ]);
  });
});

describe('a person', () => {
  it('who left holds no post, and somebody is above the one they had', () => {
    const organization = told(...company, left('sam', '2026-04-01'));
    const on = '2026-04-01';
    expect(organization.isPresent('sam', '2026-03-31')).toBe(true);
    expect(organization.isPresent('sam', on)).toBe(false);
    expect([organization.postOf('sam', on), organization.unitOf('sam', on)]).toEqual([
      ...[null, 'sales'],
    ]);
    expect(organization.membersOf('sales', on)).toEqual(['hana', 'lee']);
    expect(organization.managerOf('sam', on)).toBe('lee');
    expect(organization.isAbove('hana', 'sam', on)).toBe(true);
    expect(organization.reportsOf('lee', on)).toEqual([]);
  });

  it('who comes back has the post that they came back to', () => {
    const organization = told(
      ...company,
      left('lee', '2026-04-01'),
      joined('lee', 'seller', '2026-06-01'),
    );
    expect(organization.isPresent('lee', '2026-05-31')).toBe(false);
    expect(organization.isPresent('lee', '2026-06-01')).toBe(true);
    expect(organization.postOf('lee', '2026-06-01')).toBe('seller');
    expect(organization.managerOf('lee', '2026-06-01')).toBe('hana');
  });

  it('moves on a day', () => {
    const moved = fact('PersonMoved', { person: 'sam', post: null, from: '2026-04-01' });
    const organization = told(...company, moved);
    expect(organization.postOf('sam', '2026-03-31')).toBe('seller');
    expect(organization.postOf('sam', '2026-04-01')).toBeNull();
    expect(organization.unitOf('sam', '2026-04-01')).toBeNull();
    expect(organization.people()).toEqual(['hana', 'lee', 'sam']);
  });
});

describe('a correction', () => {
  const moved = fact('ReportingLineChanged', {
    ...{ post: 'seller', line: 'solid', manager: 'head', from: '2026-03-01' },
  });
  const corrected = (to: { from: string; value: string } | null) =>
    fact('StructureCorrected', {
      of: { kind: 'post', id: 'seller' },
      ...{ field: 'line:solid', from: '2026-03-01', to },
    });

  it('changes the past, and what was known before it stays known', () => {
    const before = at(company.length + 1);
    const organization = told(...company, moved, corrected({ from: '2026-05-01', value: 'head' }));
    expect(organization.managerOf('sam', '2026-04-01')).toBe('lee');
    expect(organization.managerOf('sam', '2026-05-01')).toBe('hana');
    expect(organization.managerOf('sam', '2026-04-01', before)).toBe('hana');
    expect(organization.managerOf('sam', '2026-04-01', at(company.length))).toBe('lee');
  });

  it('takes an entry away, and the same day can be told anew', () => {
    const organization = told(...company, moved, corrected(null));
    expect(organization.managerOf('sam', '2026-04-01')).toBe('lee');
    const again = told(...company, moved, corrected(null), moved);
    expect(again.managerOf('sam', '2026-04-01')).toBe('hana');
  });

  it('of presence, of a post held, of a head and of a closing', () => {
    const organization = told(
      ...company,
      left('sam', '2026-04-01'),
      fact('PersonCorrected', {
        ...{ person: 'sam', field: 'presence', from: '2026-04-01' },
        to: { from: '2026-06-01', holds: false },
      }),
      fact('PersonCorrected', {
        ...{ person: 'lee', field: 'post', from: start },
        to: { from: start, value: 'head' },
      }),
      fact('UnitHeaded', { unit: 'unit:sales', post: 'lead', from: start }),
      fact('StructureCorrected', {
        of: { kind: 'unit', id: 'unit:sales' },
        ...{ field: 'head', from: start, to: { from: start, value: 'head' } },
      }),
      fact('UnitClosed', { unit: 'unit:sales', from: '2026-04-01' }),
      fact('StructureCorrected', {
        of: { kind: 'unit', id: 'unit:sales' },
        ...{ field: 'closed', from: '2026-04-01', to: { from: '2026-05-01', holds: true } },
      }),
    );
    expect(organization.isPresent('sam', '2026-05-31')).toBe(true);
    expect(organization.isPresent('sam', '2026-06-01')).toBe(false);
    expect(organization.headOf('sales', start)).toEqual(['hana', 'lee']);
    const codesOn = (on: string) => organization.units(on).map(({ unit }) => unit);
    expect(codesOn('2026-04-30')).toEqual(['company', 'sales']);
    expect(codesOn('2026-05-01')).toEqual(['company']);
  });
});

describe('a unit', () => {
  it('moves on a day', () => {
    const organization = told(
      ...company,
      fact('UnitEstablished', { unit: 'unit:north', parent: 'unit:sales', from: start }),
      fact('UnitMoved', { unit: 'unit:north', parent: 'unit:company', from: '2026-04-01' }),
    );
    expect(organization.unitsAbove('north', '2026-03-31')).toEqual(['sales', 'company']);
    expect(organization.unitsAbove('north', '2026-04-01')).toEqual(['company']);
    expect(organization.unitIsWithin('north', 'sales', '2026-03-31')).toBe(true);
    expect(organization.unitIsWithin('north', 'sales', '2026-04-01')).toBe(false);
    expect(organization.unitIsWithin('north', 'north', '2026-04-01')).toBe(true);
    expect(organization.units('2025-12-31')).toEqual([]);
  });

  it('has the posts that are in it on the day', () => {
    const organization = told(
      ...company,
      fact('PostMoved', { post: 'seller', unit: 'unit:company', from: '2026-04-01' }),
    );
    expect(organization.membersOf('sales', '2026-03-31')).toEqual(['hana', 'lee', 'sam']);
    expect(organization.membersOf('sales', '2026-04-01')).toEqual(['hana', 'lee']);
    expect(organization.posts('2026-04-01')[2]).toEqual({
      ...{ post: 'seller', unit: 'company', manager: 'lead', fte: 1, holders: ['sam'] },
    });
  });

  it.each([
    [unitLevelsMax, true],
    [unitLevelsMax + 1, false],
  ])('is within one that is %i above it: %s', (levels, within) => {
    const units = Array.from({ length: levels + 1 }, (_, index) =>
      fact('UnitEstablished', {
        ...{ unit: `unit:u${index}`, parent: index === 0 ? null : `unit:u${index - 1}` },
        from: start,
      }),
    );
    expect(told(...units).unitIsWithin(`u${levels}`, 'u0', start)).toBe(within);
  });
});

describe('a delegation', () => {
  const granted = (actions: readonly string[] | null) =>
    fact('DelegationGranted', {
      ...{ person: 'lee', delegation: 'd1', to: 'sam', actions },
      ...{ from: '2026-05-01', until: '2026-05-31' },
    });
  const days = ['2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01'];

  it('is in force on its first day, on its last, and on neither side', () => {
    const organization = told(...company, granted(null));
    const inForce = days.map((on) => organization.delegates('lee', 'sam', 'goal/change', on));
    expect(inForce).toEqual([false, true, true, false]);
    expect(organization.delegates('sam', 'lee', 'goal/change', '2026-05-01')).toBe(false);
    expect(organization.delegationsTo('sam', '2026-05-01')).toEqual([
      { delegation: 'd1', of: 'lee', actions: null },
    ]);
  });

  it('is for the actions that it names', () => {
    const organization = told(...company, granted(['goal/change']));
    expect(organization.delegates('lee', 'sam', 'goal/change', '2026-05-01')).toBe(true);
    expect(organization.delegates('lee', 'sam', 'goal/draft', '2026-05-01')).toBe(false);
  });

  it('is over from the day on which it is revoked, and not longer than it was to be', () => {
    const revoked = (from: string) =>
      fact('DelegationRevoked', { person: 'lee', delegation: 'd1', from });
    const early = told(...company, granted(null), revoked('2026-05-10'));
    expect(early.delegates('lee', 'sam', 'x/y', '2026-05-09')).toBe(true);
    expect(early.delegates('lee', 'sam', 'x/y', '2026-05-10')).toBe(false);
    expect(early.delegates('lee', 'sam', 'x/y', '2026-05-10', at(company.length + 1))).toBe(true);
    const late = told(...company, granted(null), revoked('2026-07-01'));
    expect(late.delegates('lee', 'sam', 'x/y', '2026-06-01')).toBe(false);
  });

  it.each(['lee', 'sam'])('is over when %s leaves', (person) => {
    const organization = told(...company, granted(null), left(person, '2026-05-10'));
    expect(organization.delegates('lee', 'sam', 'x/y', '2026-05-09')).toBe(true);
    expect(organization.delegates('lee', 'sam', 'x/y', '2026-05-10')).toBe(false);
  });
});

describe('an organisation', () => {
  it('passes over what was applied before, and what is none of its facts', () => {
    const organization = createOrganization();
    const history = placed([...company, left('lee', '2026-04-01'), joined('lee', 'lead')]);
    for (const one of history) organization.apply(one);
    // Told again, the leaving would come after the return.
    for (const one of history.slice(0, -1)) organization.apply(one);
    organization.apply({ type: 'goals.GoalClosed.v1', data: {}, position: at(99) });
    expect(organization.position()).toBe(at(history.length));
    expect(organization.managerOf('sam', start)).toBe('lee');
  });

  it('takes every fact of the directory as the contract has it', () => {
    type Published = {
      [Type in keyof DirectoryPublished]: { type: Type; data: DirectoryPublished[Type] };
    }[keyof DirectoryPublished];
    // Does not compile when the contract says otherwise.
    const taken = (one: Extract<Published, Pick<OrganizationFact, 'type'>>): OrganizationFact =>
      one;
    expect(taken).toBeDefined();

    const types = Object.keys(publishedSchemas).filter((type) => type.startsWith('directory.'));
    const unused = types.filter((type) => !isPersonFact({ type }) && !isStructureFact({ type }));
    expect(types.length).toBeGreaterThan(unused.length);
    // Where the clock of somebody stands says nothing of who may do what.
    const others = unused.filter((type) => !type.startsWith('directory.Reorganisation'));
    expect(others).toEqual(['directory.ZoneChosen.v1']);

    const organization = createOrganization();
    const examples = types.flatMap((type) => examplesOf(type).map(({ data }) => ({ type, data })));
    for (const [index, one] of examples.entries()) {
      organization.apply({ ...one, position: at(index + 1) });
    }
    expect(organization.people().length).toBeGreaterThan(0);
  });
});
