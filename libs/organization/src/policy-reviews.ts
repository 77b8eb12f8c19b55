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
  'review-draft/write': {
    who: 'Who is asked for a section of a review keeps a draft of it, and reads it, in person; nobody else does.',
    inPerson: true,
    grants: [{ as: ['self'] }],
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
  'calibration/convene': {
    who: 'A calibration session is convened, and who and what is in it changed, by HR partners in whose scope its reviews are: nobody puts an own review in.',
    inPerson: true,
    notOwn: true,
    grants: [{ as: ['hr-partner'] }],
  },
  'calibration/take-part': {
    who: 'Who takes part in a calibration session proposes and decides in it, in person: never on the own record, nor on that of somebody they answer to. What it says of these, they do not read.',
    inPerson: true,
    grants: [{ as: ['self'] }],
  },
  'calibration/read': {
    who: 'What a calibration session says of somebody is read, beside those who take part, by HR partners in their scope and by auditors: by nobody of themselves.',
    inPerson: true,
    notOwn: true,
    grants: [{ as: ['hr-partner', 'auditor'], logged: true }],
  },
  'calibration/read-figures': {
    who: 'What locked calibration sessions have changed is read, in figures of enough people, by analysts, auditors and HR partners of the whole company.',
    grants: [{ as: ['analyst', 'auditor', 'hr-partner'] }],
  },
} as const satisfies Readonly<Record<string, Rule>>;
