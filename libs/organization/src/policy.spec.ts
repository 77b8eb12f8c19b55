import { describe, expect, it } from '@jest/globals';
import { permit, policy, relationTo, roles, type Action, type Relation } from './index.ts';

const cells = Object.keys(policy).flatMap((action) =>
  (['own', 'other'] as const).flatMap((relation) =>
    roles.map((role) => [action as Action, relation as Relation, role] as const),
  ),
);

/** Written out apart from the table, so that a slip in the table is seen. */
const allowedToOthers: Record<Action, string> = {
  'goal/read': 'employee goal-manager importer auditor analyst operator administrator',
  'goal/draft': 'goal-manager administrator',
  'goal/change': 'goal-manager administrator',
  'goal/import': 'importer administrator',
  'kpi/read': 'employee goal-manager importer auditor analyst operator administrator',
  'kpi/define': 'goal-manager administrator',
  'kpi/measure': 'goal-manager importer administrator',
  'system/observe': 'operator auditor administrator',
  'system/operate': 'operator administrator',
};

const openToOwners = ['goal/read', 'goal/draft', 'goal/change', 'kpi/read', 'kpi/define'];

describe('the policy table', () => {
  it.each(cells)('%s, %s, as %s', (action, relation, role) => {
    const byRole = allowedToOthers[action].split(' ').includes(role);
    const byOwning = relation === 'own' && [...openToOwners, 'kpi/measure'].includes(action);
    // Everybody is an employee, so what an employee may, every role may.
    const byEverybody = allowedToOthers[action].startsWith('employee');
    const expected = byRole || byOwning || byEverybody;
    expect(permit({ sub: 'ada', roles: [role] }, action, relation) === undefined).toBe(expected);
  });

  it('says which rule refused, and who may', () => {
    expect(permit({ sub: 'ada', roles: [] }, 'goal/change', 'other')).toMatchObject({
      code: 'permission/goal-change',
      detail: expect.stringContaining('goal managers'),
    });
  });

  it('gives a role that it does not know nothing more than an employee has', () => {
    expect(permit({ sub: 'ada', roles: ['root'] }, 'system/operate')).toBeDefined();
  });

  it('takes a record as own only when the owner is that very person', () => {
    expect(relationTo({ sub: 'ada' }, 'person:ada')).toBe('own');
    expect(relationTo({ sub: 'ada' }, 'person:adam')).toBe('other');
    expect(relationTo({ sub: 'ada' }, 'unit:ada')).toBe('other');
  });
});
