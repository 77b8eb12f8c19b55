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
} as const satisfies Readonly<Record<string, Rule>>;
