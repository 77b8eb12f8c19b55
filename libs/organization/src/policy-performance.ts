import type { Rule } from './policy-words.ts';

const managers = ['manager', 'above', 'matrix-manager'] as const;

/** The lines of the policy table about how people perform and are rated, and what is paid by it. */
export const performancePolicy = {
  'performance/read': {
    who: 'How a person performs, part by part, is read by their manager and those above, by HR partners in their scope and by auditors. Matrix managers, who read no reviews, do not read it either, as ratings are a part of it.',
    grants: [{ as: ['manager', 'above', 'hr-partner'] }, { as: ['auditor'], logged: true }],
  },
  'performance/read-own': {
    who: 'How a person performs, part by part, is read by that person: in person, as own ratings are a part of it.',
    inPerson: true,
    grants: [{ as: ['self'] }],
  },
  'performance/read-unit': {
    who: 'How the people of a unit perform, all together and from enough people on, is read by who heads it, by those who manage it, by HR partners in their scope, by analysts and by auditors.',
    grants: [{ as: ['head', ...managers, 'hr-partner', 'analyst', 'auditor'] }],
  },
  'review-figures/read': {
    who: 'How the people of a review cycle were rated, in figures of enough people, and what another rule pack would make of it, is read by analysts, HR partners and auditors of the whole company: by those who may read the ratings one by one, without names or with them.',
    grants: [{ as: ['analyst', 'hr-partner', 'auditor'] }],
  },
  'pay-feed/read': {
    who: 'What may be paid by, ratings that a human has finalised and nobody disputes, is read by HR partners of the whole company and by auditors.',
    grants: [{ as: ['hr-partner', 'auditor'] }],
  },
} as const satisfies Readonly<Record<string, Rule>>;
