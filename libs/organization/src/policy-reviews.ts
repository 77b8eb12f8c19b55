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
    who: 'How somebody was rated elsewhere is read by those who manage them and those above, by HR partners in their scope and by auditors.',
    grants: [{ as: ['manager', 'above', 'hr-partner', 'auditor'], logged: true }],
  },
  'past-review/read-own': {
    who: 'How somebody was rated elsewhere is read by that person, in person.',
    inPerson: true,
    grants: [{ as: ['self'] }],
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
    who: 'How much there is in locked calibration sessions, and in figures of enough people what they have changed, is read by analysts, auditors and HR partners of the whole company.',
    grants: [{ as: ['analyst', 'auditor', 'hr-partner'] }],
  },
  'review-cycle/run': {
    who: 'A review cycle is planned, launched, taken through its stages and cancelled by HR partners in whose scope all of its units are.',
    grants: [{ as: ['hr-partner'] }],
  },
  'review-cycle/read': {
    who: 'Everybody of the tenant reads which review cycles there are, for whom, and until when.',
    grants: [{ as: ['colleague'] }],
  },
  'review/lead': {
    who: 'Who answers for a review as its manager invites reviewers, writes the section of the manager, overrides the rating with a reason, finalises, shares and closes it. Who is asked about its subject as themselves rates it for nobody else.',
    grants: [{ as: ['self'] }],
  },
  'review/administer': {
    who: 'HR partners in their scope do what its manager does, but for writing. They alone declare a review not rated, and withdraw it. Never an own one.',
    notOwn: true,
    grants: [{ as: ['hr-partner'] }],
  },
  'review/write': {
    who: 'The own section, and those of peers and of people below, are written by who is asked, in person; so are a no, an acknowledgement and a dispute.',
    inPerson: true,
    grants: [{ as: ['self'] }],
  },
  'review/resolve': {
    who: 'A dispute is decided by those above its subject and by HR partners in their scope, who have no part in it: who neither wrote in it, put its rating, decided on it in a session, nor ended it, in any revision.',
    notOwn: true,
    grants: [{ as: ['above', 'hr-partner'] }],
  },
  'review/reopen': {
    who: 'That a review is changed after its end, or pinned anew, is allowed by HR partners in their scope, in person, who neither asked for it nor have a part in it, as with disputes.',
    inPerson: true,
    notOwn: true,
    grants: [{ as: ['hr-partner'] }],
  },
  'review/read-own': {
    who: 'Whom a review is about reads the own section at any time, and what others gave once it is shared.',
    inPerson: true,
    grants: [{ as: ['self'] }],
  },
  'review/read-written': {
    who: 'Who wrote a section of a review, or is asked for one, reads it.',
    inPerson: true,
    grants: [{ as: ['self'] }],
  },
  'review/read-as-manager': {
    who: 'Who answers for a review as its manager reads what others gave, once the own section is submitted.',
    grants: [{ as: ['self'] }],
  },
  'review/read-in-session': {
    who: 'Who takes part in a calibration session reads the reviews in it, as long as they are, in person.',
    inPerson: true,
    grants: [{ as: ['self'] }],
  },
  'review/read-in-scope': {
    who: 'Reviews are read by those above their manager and by HR partners in their scope: never an own one, nor one that they are still to write in.',
    notOwn: true,
    grants: [{ as: ['above', 'hr-partner'], logged: true }],
  },
  'review/read-as-auditor': {
    who: 'Auditors read reviews, but for who wrote as a peer or from below: never an own one.',
    notOwn: true,
    grants: [{ as: ['auditor'], logged: true }],
  },
  'task/read': {
    who: 'What somebody has to do in reviews is listed for themselves, for those who manage them and those above, and for HR partners in their scope; what they are asked as a peer or from below for them alone.',
    grants: [{ as: ['self', 'manager', 'above', 'hr-partner'] }],
  },
  'task/read-as-hr': {
    who: 'Disputes to resolve, reviews to correct where a dispute was right, and reviews to finalise of those whose manager nobody is, or has still to write, are listed for HR partners in their scope, never own ones nor those that they have a part in.',
    notOwn: true,
    grants: [{ as: ['hr-partner'] }],
  },
} as const satisfies Readonly<Record<string, Rule>>;
