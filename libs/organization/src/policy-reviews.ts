import type { Rule } from './policy-words.ts';

/** The lines of the policy table about reviews. */
export const reviewsPolicy = {
  'review-settings/publish': {
    who: 'What reviews ask, and how they are scored, is published in versions by HR partners of the whole company.',
    grants: [{ as: ['hr-partner'] }],
  },
  'review-settings/read': {
    who: 'Everybody of the tenant reads what reviews ask, and how they are scored.',
    grants: [{ as: ['colleague'] }],
  },
  'past-review/import': {
    who: 'Reviews that were finished elsewhere are brought in by importers, and by HR partners of the whole company.',
    grants: [{ as: ['importer', 'hr-partner'] }],
  },
  'past-review/correct': {
    who: 'What was brought in wrongly is corrected by HR partners in their scope: nobody corrects an own one.',
    notOwn: true,
    grants: [{ as: ['hr-partner'] }],
  },
  'past-review/read': {
    who: 'How somebody was rated elsewhere is read by that person, by those who manage them and those above, by HR partners in their scope and by auditors.',
    grants: [{ as: ['self'] }, { as: ['manager', 'above', 'hr-partner', 'auditor'], logged: true }],
  },
  'past-review/read-figures': {
    who: 'How many were rated how elsewhere is read by HR partners and analysts of the whole company and by auditors.',
    grants: [{ as: ['hr-partner', 'analyst', 'auditor'] }],
  },
} as const satisfies Readonly<Record<string, Rule>>;
