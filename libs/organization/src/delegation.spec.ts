import { beforeEach, describe, expect, it } from '@jest/globals';
import { isRejection, type Position } from '@plumbline/kernel';
import { createOrganization, type Organization } from './organization.ts';
import { permit, type About } from './permit.ts';
import type { Action } from './policy.ts';

let organization: Organization;

/** `worker` and `deputy` answer to `boss`, whom `deputy` stands in for in July. */
beforeEach(() => {
  organization = createOrganization();
  let position = 0;
  const record = (type: string, data: object) => {
    position += 1;
    const at = String(position).padStart(20, '0') as Position;
    organization.apply({ type: `directory.${type}.v1`, data, position: at } as never);
  };
  const from = '2026-01-01';
  record('UnitEstablished', { unit: 'team', parent: null, from });
  for (const [post, manager] of [
    ['lead', null],
    ['one', 'lead'],
    ['two', 'lead'],
  ]) {
    record('PostEstablished', { post, unit: 'team', manager, fte: 1, grade: null, from });
  }
  for (const [person, post] of [
    ['boss', 'lead'],
    ['worker', 'one'],
    ['deputy', 'two'],
  ]) {
    record('PersonJoined', { person, post, from });
  }
  const days = { from: '2026-07-01', until: '2026-07-31' };
  record('DelegationGranted', {
    person: 'boss',
    delegation: 'd',
    to: 'deputy',
    actions: null,
    ...days,
  });
  record('RoleGranted', {
    person: 'boss',
    grant: 'g',
    role: 'hr-partner',
    unit: null,
    from,
    until: null,
  });
});

const asked = (action: Action, about: About, day = '2026-07-15') => {
  const asking = { tenant: 'acme', sub: 'deputy', roles: ['administrator'], onBehalfOf: 'boss' };
  const answer = permit(organization, asking, action, about, day);
  return isRejection(answer) ? answer.code : answer.rule;
};

describe('who stands in for another', () => {
  it('has their relations, from the first day to the last', () => {
    const about: About = { owner: 'person:worker' };
    expect(asked('goal/change', about, '2026-06-30')).toBe('permission/no-delegation');
    expect(asked('goal/change', about, '2026-07-01')).toBe('goal/change:manager');
    expect(asked('goal/change', about, '2026-07-31')).toBe('goal/change:manager');
    expect(asked('goal/change', about, '2026-08-01')).toBe('permission/no-delegation');
  });

  it('has none of the roles of either', () => {
    expect(asked('person/manage', { owner: 'person:worker' })).toBe('permission/person-manage');
    expect(asked('structure/change', {})).toBe('permission/structure-change');
  });

  it('decides nothing about an own record, and reads it', () => {
    const own: About = { owner: 'person:deputy', kind: 'private', stage: 'active' };
    expect(asked('goal/change', own)).toBe('permission/own-record-as-delegate');
    expect(asked('leave/record', own)).toBe('permission/own-record-as-delegate');
    expect(asked('goal/read', own)).toBe('goal/read:manager:private');
  });

  it('leaves a trace of what they read as that person, who would leave none', () => {
    const asking = { tenant: 'acme', sub: 'deputy', roles: [], onBehalfOf: 'boss' };
    const about: About = { owner: 'person:boss', kind: 'private', stage: 'active' };
    const reading = permit(organization, asking, 'goal/read', about, '2026-07-15');
    expect(reading).toMatchObject({ rule: 'goal/read:self', logged: true });
    const changing = permit(organization, asking, 'goal/change', about, '2026-07-15');
    expect(changing).toMatchObject({ rule: 'goal/change:self', logged: false });
  });

  it('does not do what is done in person only', () => {
    const about: About = { owner: 'person:boss' };
    for (const action of ['delegation/grant', 'readers/read', 'access/check'] as const) {
      expect(asked(action, about)).toBe('permission/in-person-only');
    }
  });

  it('is nobody without a delegation', () => {
    const asking = { tenant: 'acme', sub: 'worker', roles: [], onBehalfOf: 'boss' };
    const about: About = { owner: 'person:deputy' };
    expect(permit(organization, asking, 'goal/change', about, '2026-07-15')).toMatchObject({
      code: 'permission/no-delegation',
      field: 'header:On-Behalf-Of',
    });
  });
});
