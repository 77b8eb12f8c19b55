import type { Rule } from './policy-words.ts';

const managers = ['manager', 'above', 'matrix-manager'] as const;

/** The lines of the policy table about people: what is kept of them, and what they lend. */
export const peoplePolicy = {
  'person/read': {
    who: 'Everybody of the tenant reads names, posts, units and who answers to whom.',
    grants: [{ as: ['colleague'] }],
  },
  'person/read-details': {
    who: 'Addresses, leaves, delegations, roles and the history of a person are read by that person, by those who manage them, and by HR partners in their scope and auditors.',
    grants: [{ as: ['self'] }, { as: [...managers, 'hr-partner', 'auditor'], logged: true }],
  },
  'person/manage': {
    who: 'Joining, moving, renaming, correcting and leaving are recorded by HR partners in their scope and by administrators.',
    notOwn: true,
    grants: [{ as: ['hr-partner', 'administrator'] }],
  },
  'zone/choose': {
    who: 'Everybody says which time zone they live by; HR partners in their scope and administrators say it for others.',
    grants: [{ as: ['self', 'hr-partner', 'administrator'] }],
  },
  'leave/record': {
    who: 'Leaves are recorded by the manager, by HR partners in their scope and by administrators.',
    notOwn: true,
    grants: [{ as: ['manager', 'hr-partner', 'administrator'] }],
  },
  'delegation/grant': {
    who: 'Everybody names and recalls who stands in for them; HR partners do it for others in their scope, and never name themselves.',
    inPerson: true,
    grants: [{ as: ['self', 'hr-partner'] }],
  },
  'role/grant': {
    who: 'Administrators grant and revoke roles, never to themselves.',
    inPerson: true,
    notOwn: true,
    grants: [{ as: ['administrator'] }],
  },
} as const satisfies Readonly<Record<string, Rule>>;
