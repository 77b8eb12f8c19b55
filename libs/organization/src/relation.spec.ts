import { describe, expect, it } from '@jest/globals';
import { fact, told } from './organization.testing.ts';
import { relationsTo, rolesInScope } from './relation.ts';

const [start, on] = ['2026-01-01', '2026-06-01'];
const unit = (code: string, parent: string | null) =>
  fact('UnitEstablished', { unit: `unit:${code}`, parent, from: start });
const post = (name: string, manager: string | null, code: string) =>
  fact('PostEstablished', { post: name, unit: `unit:${code}`, manager, fte: 1, from: start });
const joined = (person: string, held: string) =>
  fact('PersonJoined', { person, post: held, from: start });
const heads = (code: string, name: string) =>
  fact('UnitHeaded', { unit: `unit:${code}`, post: name, from: start });

const company = [
  ...[unit('company', null), unit('sales', 'unit:company'), unit('north', 'unit:sales')],
  ...[post('ceo', null, 'company'), post('head', 'ceo', 'sales'), post('lead', 'head', 'north')],
  ...[post('seller', 'lead', 'north'), post('project', null, 'company')],
  ...[heads('company', 'ceo'), heads('sales', 'head'), heads('north', 'lead')],
  ...[joined('cleo', 'ceo'), joined('hana', 'head'), joined('lee', 'lead')],
  ...[joined('sam', 'seller'), joined('pia', 'project')],
  fact('ReportingLineChanged', {
    ...{ post: 'seller', line: 'dotted:crm', manager: 'project', from: start },
  }),
];
const organization = told(...company);

describe('relations', () => {
  it.each([
    ['sam', 'person:sam', ['colleague', 'self']],
    ['lee', 'person:sam', ['colleague', 'manager', 'above']],
    ['hana', 'person:sam', ['colleague', 'above']],
    ['pia', 'person:sam', ['colleague', 'matrix-manager']],
    ['sam', 'person:lee', ['colleague']],
    ['lee', 'unit:north', ['colleague', 'member', 'head']],
    ['hana', 'unit:north', ['colleague', 'manager', 'above']],
    ['cleo', 'unit:north', ['colleague', 'above']],
    ['sam', 'unit:north', ['colleague', 'member']],
    ['cleo', 'unit:company', ['colleague', 'member', 'head']],
    ['lee', 'unit:sales', ['colleague']],
    ['lee', 'person:nobody', ['colleague']],
    ['lee', 'unit:nowhere', ['colleague']],
    ['lee', undefined, ['colleague']],
  ])('of %s to %s: %j', (sub, owner, relations) => {
    expect([...relationsTo(organization, sub, owner, on)]).toEqual(relations);
  });

  it('are those of the day', () => {
    const changed = told(
      ...company,
      fact('PersonMoved', { person: 'lee', post: null, from: '2026-04-01' }),
    );
    expect(relationsTo(changed, 'lee', 'person:sam', '2026-03-31').has('manager')).toBe(true);
    expect(relationsTo(changed, 'lee', 'person:sam', '2026-04-01').has('manager')).toBe(false);
    expect(relationsTo(changed, 'hana', 'person:sam', '2026-04-01').has('manager')).toBe(true);
    expect(relationsTo(changed, 'lee', 'unit:north', '2026-04-01').has('head')).toBe(false);
  });

  it('take a colon in a subject as a part of it', () => {
    const named = told(...company, joined('idp:7', 'ceo'));
    expect(relationsTo(named, 'idp:7', 'person:idp:7', on).has('self')).toBe(true);
  });
});

describe('roles granted', () => {
  const granted = told(
    ...company,
    fact('RoleGranted', {
      ...{ person: 'pia', grant: 'g1', role: 'auditor', unit: null },
      ...{ from: start, until: null },
    }),
    fact('RoleGranted', {
      ...{ person: 'pia', grant: 'g2', role: 'goal-manager', unit: 'unit:sales' },
      ...{ from: '2026-02-01', until: '2026-02-28' },
    }),
  );
  const within = '2026-02-15';

  it.each([
    ['unit:sales', ['auditor', 'goal-manager']],
    ['unit:north', ['auditor', 'goal-manager']],
    ['unit:company', ['auditor']],
    ['person:sam', ['auditor', 'goal-manager']],
    ['person:cleo', ['auditor']],
    ['person:nobody', ['auditor']],
    [undefined, ['auditor']],
  ])('reach %s: %j', (owner, roles) => {
    expect([...rolesInScope(granted, 'pia', owner, within)]).toEqual(roles);
  });

  it('hold on their first day and on their last, for who has them', () => {
    const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'];
    const held = days.map((day) =>
      rolesInScope(granted, 'pia', 'unit:sales', day).has('goal-manager'),
    );
    expect(held).toEqual([false, true, true, false]);
    expect(rolesInScope(granted, 'sam', 'unit:sales', within).size).toBe(0);
  });

  it('are over when they are revoked, and when their holder leaves', () => {
    const day = '2026-05-01';
    expect(rolesInScope(granted, 'pia', 'unit:sales', day).has('auditor')).toBe(true);
    const base = [
      ...company,
      fact('RoleGranted', {
        ...{ person: 'pia', grant: 'g1', role: 'auditor', unit: null },
        ...{ from: start, until: null },
      }),
    ];
    const revoked = fact('RoleRevoked', { person: 'pia', grant: 'g1', from: day });
    const left = fact('PersonLeft', { person: 'pia', from: day });
    for (const end of [revoked, left]) {
      expect(told(...base, end).rolesOf('pia', '2026-04-30')).toHaveLength(1);
      expect(told(...base, end).rolesOf('pia', day)).toEqual([]);
    }
  });
});
