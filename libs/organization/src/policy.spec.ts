import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Position } from '@plumbline/kernel';
import { createOrganization, type Organization } from './organization.ts';
import { isPermitted, permit, refusesAlways, type About, type Asking } from './permit.ts';
import { kinds, roles, stages } from './policy-words.ts';
import { actions, policy, type Action } from './policy.ts';
import { policyPage } from './policy-page.ts';

/**
 * Written out apart from the table, so that a slip in the table is seen: who may do each action,
 * a star after those whose reading is recorded. `former` managed the owner on the record's last
 * day; whoever is not named is refused.
 */
const expected: Readonly<Record<Action, string | Readonly<Record<string, string>>>> = {
  'goal/read': {
    'public draft': 'self head manager above matrix-manager goal-manager hr-partner auditor*',
    'public active': 'everybody',
    'public closed': 'everybody',
    'public withdrawn': 'self head manager above matrix-manager goal-manager hr-partner auditor*',
    'private draft': 'self head manager* above* matrix-manager* goal-manager* hr-partner* auditor*',
    'private active':
      'self head manager* above* matrix-manager* goal-manager* hr-partner* auditor*',
    'private closed':
      'self head manager* above* matrix-manager* goal-manager* hr-partner* auditor* former*',
    'private withdrawn':
      'self head manager* above* matrix-manager* goal-manager* hr-partner* auditor*',
  },
  'goal/draft': 'self head manager goal-manager',
  'goal/change': 'self head manager goal-manager',
  'goal/import': 'importer',
  'kpi/read': {
    public: 'everybody',
    private: 'self head manager* above* matrix-manager* goal-manager* hr-partner* auditor*',
  },
  'kpi/define': 'self head manager goal-manager',
  'kpi/measure': 'self head manager goal-manager importer',
  'strategy/read': 'everybody',
  'strategy/publish': 'self head manager above goal-manager',
  'signal/raise': 'everybody',
  'idea/read': 'everybody',
  'idea/submit': 'self head manager goal-manager',
  'idea/run': 'self head manager above goal-manager',
  'idea/settle': 'manager above goal-manager',
  'feedback/give': 'everybody',
  'feedback/read-given': 'self',
  'feedback/read-received': 'self',
  'feedback/read-as-manager': 'manager matrix-manager',
  'feedback/read-public': 'everybody',
  'feedback/ask': 'self manager above matrix-manager hr-partner',
  'feedback/answer': 'self',
  'feedback/read-request': 'self',
  'feedback/read-figures': 'self head manager above matrix-manager',
  'one-to-one/hold': 'self',
  'one-to-one/read': 'self',
  'response/record': 'importer service-manager',
  'response/read': 'self head manager above matrix-manager service-manager auditor*',
  'response/attribute': 'service-manager importer',
  'response/dispute': 'self',
  'response/settle': 'manager above service-manager',
  'response/close': 'self head manager above service-manager',
  'satisfaction/read': 'head manager above matrix-manager service-manager analyst auditor*',
  'satisfaction/read-person': 'self manager above matrix-manager service-manager auditor*',
  'metric/define': 'service-manager analyst',
  'release/publish': 'service-manager analyst',
  'release/publish-ratings': 'hr-partner analyst',
  'release/restate': 'hr-partner service-manager analyst',
  'release/read': 'everybody',
  'case/open': 'everybody',
  'case/work': 'member head manager above service-manager',
  'case/read': 'member head manager above service-manager auditor*',
  'case/read-opened': 'self',
  'service-level/define': 'service-manager',
  'service-level/read': 'everybody',
  'control-chart/read': 'member head manager above matrix-manager service-manager analyst auditor*',
  'control-chart/read-own': 'self',
  'control-chart/draw': 'head manager above service-manager analyst',
  'control-chart/explain': 'self member head manager above service-manager analyst',
  'association/read': 'hr-partner service-manager analyst auditor',
  'review-settings/publish': 'hr-partner',
  'review-settings/read': 'everybody',
  'review-draft/write': 'self',
  'past-review/import': 'hr-partner importer',
  'past-review/correct': 'hr-partner',
  'past-review/read': 'manager* above* hr-partner* auditor*',
  'past-review/read-own': 'self',
  'past-review/read-figures': 'hr-partner auditor analyst',
  'calibration/convene': 'hr-partner',
  'calibration/take-part': 'self',
  'calibration/read': 'hr-partner* auditor*',
  'calibration/read-figures': 'hr-partner analyst auditor',
  'review-cycle/run': 'hr-partner',
  'review-cycle/read': 'everybody',
  'review/lead': 'self',
  'review/administer': 'hr-partner',
  'review/write': 'self',
  'review/resolve': 'manager above hr-partner',
  'review/reopen': 'hr-partner',
  'review/read-own': 'self',
  'review/read-written': 'self',
  'review/read-as-manager': 'self',
  'review/read-in-session': 'self',
  'review/read-in-scope': 'manager* above* hr-partner*',
  'review/read-as-auditor': 'auditor*',
  'task/read': 'self manager above hr-partner',
  'task/read-as-hr': 'hr-partner',
  'performance/read': 'manager above hr-partner auditor*',
  'performance/read-own': 'self',
  'performance/read-unit': 'head manager above matrix-manager hr-partner analyst auditor',
  'review-figures/read': 'hr-partner analyst auditor',
  'pay-feed/read': 'hr-partner auditor',
  'recognition/give': 'everybody',
  'recognition/read': 'everybody',
  'points/read': 'self',
  'points/redeem': 'self',
  'redemption/read': 'self hr-partner',
  'redemption/decide': 'hr-partner',
  'programme/define': 'hr-partner administrator',
  'programme/read': 'everybody',
  'ledger/read': 'hr-partner auditor',
  'survey/launch': 'hr-partner',
  'survey/answer': 'self',
  'survey/hand-in': 'everybody anonymous',
  'survey/read': 'everybody',
  'survey/read-comments': 'hr-partner',
  'person/read': 'everybody',
  'person/read-details': 'self manager* above* matrix-manager* hr-partner* auditor*',
  'person/manage': 'hr-partner administrator',
  'zone/choose': 'self hr-partner administrator',
  'leave/record': 'manager hr-partner administrator',
  'delegation/grant': 'self hr-partner',
  'role/grant': 'administrator',
  'structure/read': 'everybody',
  'structure/change': 'hr-partner administrator',
  'directory/import': 'importer administrator',
  'readers/read': 'self auditor*',
  'access/check': 'self auditor*',
  'policy/read': 'everybody',
  'stream/read': 'analyst auditor',
  'stream/read-access': 'auditor',
  'table/export': 'analyst auditor',
  'contracts/read': 'everybody anonymous',
  'health/read': 'everybody anonymous',
  'system/observe': 'operator auditor administrator',
  'system/operate': 'operator administrator',
};

const today = '2026-07-01';
const lastDay = '2026-02-01';
let organization: Organization;

/**
 * corp (p-top) > sales (p-head) > team (p-lead), `owner` works in the team; a dotted line leads to
 * `matrix-manager`. `former` led the team until March. Roles are granted over sales, or, as
 * `far-<role>`, over a unit beside it.
 */
beforeAll(() => {
  organization = createOrganization();
  let position = 0;
  const record = (type: string, data: object) => {
    position += 1;
    const at = String(position).padStart(20, '0') as Position;
    organization.apply({ type: `directory.${type}.v1`, data, position: at } as never);
  };
  const from = '2026-01-01';
  const units: [string, string | null][] = [
    ['corp', null],
    ['sales', 'corp'],
    ['team', 'sales'],
    ['pod', 'team'],
    ['beside', 'corp'],
  ];
  for (const [unit, parent] of units) record('UnitEstablished', { unit, parent, from });
  const posts: [string, string, string | null][] = [
    ['p-top', 'corp', null],
    ['p-head', 'sales', 'p-top'],
    ['p-lead', 'team', 'p-head'],
    ['p-pod', 'pod', 'p-lead'],
    ['p-pod-work', 'pod', 'p-pod'],
    ['p-work', 'team', 'p-lead'],
    ['p-matrix', 'beside', 'p-top'],
    ['p-beside', 'beside', 'p-top'],
  ];
  for (const [post, unit, manager] of posts) {
    record('PostEstablished', { post, unit, manager, fte: 1, grade: null, from });
  }
  for (const [unit, post] of [
    ['corp', 'p-top'],
    ['sales', 'p-head'],
    ['team', 'p-lead'],
    ['pod', 'p-pod'],
  ]) {
    record('UnitHeaded', { unit, post, from });
  }
  record('ReportingLineChanged', {
    post: 'p-work',
    line: 'dotted:skill',
    manager: 'p-matrix',
    from,
  });
  const people: [string, string][] = [
    ['above', 'p-head'],
    ['former', 'p-lead'],
    ['pod-head', 'p-pod'],
    ['pod-member', 'p-pod-work'],
    ['owner', 'p-work'],
    ['matrix-manager', 'p-matrix'],
    ['colleague', 'p-beside'],
    ['stand-in', 'p-beside'],
  ];
  for (const [person, post] of people) record('PersonJoined', { person, post, from });
  record('PersonJoined', { person: 'leaver', post: null, from });
  record('PersonLeft', { person: 'leaver', from: '2026-06-01' });
  record('PersonMoved', { person: 'former', post: 'p-beside', from: '2026-03-01' });
  record('PersonJoined', { person: 'manager', post: 'p-lead', from: '2026-03-01' });
  for (const role of roles) {
    for (const [person, unit] of [
      [`near-${role}`, 'sales'],
      [`far-${role}`, 'beside'],
    ]) {
      record('PersonJoined', { person, post: null, from });
      record('RoleGranted', { person, grant: 'g', role, unit, from, until: null });
    }
  }
});

const ask = (sub: string, tokenRoles: readonly string[] = []): Asking => ({
  tenant: 'acme',
  sub,
  roles: tokenRoles,
});

/** Everybody who could ask, by the word of `expected` that they stand for. */
const askers: readonly (readonly [word: string, asking: Asking | 'anonymous'])[] = [
  ['self', ask('owner')],
  ['manager', ask('manager')],
  ['above', ask('above')],
  ['matrix-manager', ask('matrix-manager')],
  ['former', ask('former')],
  ['colleague', ask('colleague')],
  ['colleague', ask('unheard-of', ['root'])],
  ['anonymous', 'anonymous'],
  ...roles.map((role) => [role, ask('token-bearer', [role])] as const),
  ...roles.map((role) => [role, ask(`near-${role}`)] as const),
  ...roles.map((role) => ['colleague', ask(`far-${role}`)] as const),
];

const cells = actions.flatMap((action) => {
  const rows = expected[action];
  return kinds.flatMap((kind) =>
    stages.map((stage) => {
      const row = typeof rows === 'string' ? rows : (rows[`${kind} ${stage}`] ?? rows[kind] ?? '');
      return [action, kind, stage, row] as const;
    }),
  );
});

describe('the policy table', () => {
  it.each(cells)('%s of what is %s and %s', (action, kind, stage, row) => {
    const words = row.split(' ');
    const about: About = { owner: 'person:owner', kind, stage, on: lastDay };
    for (const [word, asking] of askers) {
      const answer = permit(organization, asking, action, about, today);
      const everybody = words.includes('everybody') && asking !== 'anonymous';
      const allowed = everybody || words.includes(word) || words.includes(`${word}*`);
      const seen = isPermitted(answer) ? (answer.logged ? 'logged' : 'yes') : 'no';
      const wanted = !allowed ? 'no' : words.includes(`${word}*`) && !everybody ? 'logged' : 'yes';
      expect([word, asking, seen]).toEqual([word, asking, wanted]);
    }
  });

  it.each(actions)(
    '%s of a unit is permitted to its head as to an owner, and to who works in it',
    (action) => {
      const about: About = { owner: 'unit:pod', kind: 'private', stage: 'active' };
      const rows = expected[action];
      const row =
        typeof rows === 'string' ? rows : (rows['private active'] ?? rows['private'] ?? '');
      const words = new Set(row.replaceAll('*', '').split(' '));
      const may = (sub: string) =>
        isPermitted(permit(organization, ask(sub), action, about, today));
      const everybody = words.has('everybody');
      expect(may('pod-head')).toBe(everybody || words.has('head'));
      expect(may('pod-member')).toBe(everybody || words.has('member'));
      expect(may('manager')).toBe(everybody || words.has('manager'));
      expect(may('above')).toBe(everybody || words.has('above'));
      expect(may('owner')).toBe(everybody);
    },
  );

  it('says which rule refused, and who may', () => {
    expect(
      permit(organization, ask('colleague'), 'goal/change', { owner: 'person:owner' }, today),
    ).toMatchObject({
      code: 'permission/goal-change',
      detail: expect.stringContaining('goal managers in their scope'),
    });
  });

  it('does not make an administrator a reader of what others keep to themselves', () => {
    const about: About = { owner: 'person:owner', kind: 'private', stage: 'active' };
    const administrator = ask('root', ['administrator', 'operator', 'importer', 'analyst']);
    for (const action of [
      'goal/read',
      'kpi/read',
      'person/read-details',
      'readers/read',
    ] as const) {
      expect(isPermitted(permit(organization, administrator, action, about, today))).toBe(false);
    }
  });

  it.each(actions.filter((action) => 'notOwn' in policy[action]))(
    'lets nobody %s on an own record, whatever their roles',
    (action) => {
      const asking = ask('owner', [...roles]);
      const own: About = { owner: 'person:owner' };
      expect(permit(organization, asking, action, own, today)).toMatchObject({
        code: 'permission/own-record',
      });
      // Who manages them does, with the same roles.
      const manager = ask('manager', [...roles]);
      expect(isPermitted(permit(organization, manager, action, own, today))).toBe(true);
    },
  );

  it.each(actions)('does not let who has left do %s, from the first day away on', (action) => {
    const leaver = ask('leaver', [...roles]);
    const own: About = { owner: 'person:leaver', kind: 'public', stage: 'active' };
    const lastHere = permit(organization, leaver, action, own, '2026-05-31');
    expect(lastHere).not.toMatchObject({ code: 'permission/has-left' });
    const gone = { code: 'permission/has-left' };
    expect(permit(organization, leaver, action, own, '2026-06-01')).toMatchObject(gone);
    expect(refusesAlways(organization, leaver, action, '2026-06-01')).toMatchObject(gone);
  });

  it('names every action in its own words, each with a grant', () => {
    expect(Object.keys(expected)).toEqual(Object.keys(policy));
    for (const action of actions) expect(policy[action].grants.length).toBeGreaterThan(0);
  });

  it('is one page that is kept as it is made', () => {
    const kept = readFileSync(join(resolve('.'), 'docs/policy.md'), 'utf8');
    expect(kept).toBe(policyPage());
  });
});

describe('who could never be permitted', () => {
  it.each(actions)('is told so for %s without the record', (action) => {
    const rows = expected[action];
    const all = typeof rows === 'string' ? rows : Object.values(rows).join(' ');
    const onlyRoles = all
      .replaceAll('*', '')
      .split(' ')
      .every((word) => (roles as readonly string[]).includes(word));
    const refused = refusesAlways(organization, ask('colleague'), action, today);
    expect(refused !== undefined).toBe(onlyRoles);
  });

  it('is nobody with a role that is granted anywhere', () => {
    expect(refusesAlways(organization, ask('far-operator'), 'system/operate', today)).toBe(
      undefined,
    );
    const before = '2025-12-31';
    expect(
      refusesAlways(organization, ask('far-operator'), 'system/operate', before),
    ).toBeDefined();
  });
});
