import { expect, test } from '@jest/globals';
import type { Review } from '../api/types.ts';
import type { CycleStage } from './cycles.ts';
import { actsOn, type Looking, type ReviewAct } from './review-acts.ts';

const by = (sub: string) => ({ sub, via: 'http' });
const at = '2027-01-20T09:00:00.000Z';
const day = { from: '2026-01-01', to: '2026-12-31' };
const pin = { id: 'yearly', version: 1, hash: 'a'.repeat(64) };
const line = { at, by: by('mo'), reason: null, outcome: null, askedBy: null };
const turnedDown = { ...line, what: 'resolved', outcome: 'rejected' } as const;
const open = { role: 'peer', reviewer: 'pat', due: '2027-01-16', stage: 'open' } as const;
const final = { at, by: by('mo'), reason: null, rating: 4_000_000, cause: null };
const score = {
  ...{ packHash: pin.hash, total: 4_000_000, cause: null, days: 365, parts: [] },
  scale: { min: 1_000_000, max: 5_000_000 },
};

/** Of Ada, whom Mo answers for, in its first revision. */
const of = (stage: Review['stage'], more: Partial<Review> = {}): Review => ({
  ...{ id: 'r', cycleId: 'c', subject: 'ada', job: null, period: day, template: pin, pack: pin },
  due: {
    ...{ self: '2027-01-15', peer: '2027-01-16', manager: '2027-01-31', acknowledge: '2027-02-28' },
  },
  ...{ peers: { mode: 'named', min: 1 }, revision: 9, stage, reviewRevision: 1, manager: 'mo' },
  pin: { asOf: at, position: '1', manifestHash: pin.hash, n: 0 },
  ...{ seenAs: ['scope'], sections: [], withheld: [], invitations: [], rating: 4_000_000, score },
  segments: [{ manager: 'mo', ...day, days: 365, sealed: null }],
  ...{ calibrations: [], overrides: [], final: null, outcomes: [], writes: null },
  ...more,
});

const looking: Looking = { own: 'hr', behalf: undefined, isHr: true, now: new Date(at) };
const hr = looking;
const as = (own: string): Looking => ({ ...looking, own, isHr: false });
const [manager, subject] = [as('mo'), as('ada')];
const seenAs = (...eyes: Review['seenAs']) => ({ seenAs: eyes });
const acts = (review: Review, who: Looking, cycle?: CycleStage) => actsOn(review, who, cycle);

test('whom it is about acknowledges and disputes, in person', () => {
  const told = seenAs('subject');
  expect(acts(of('shared', told), subject)).toEqual(['acknowledge', 'dispute']);
  expect(acts(of('unacknowledged', told), subject)).toEqual(['acknowledge', 'dispute']);
  expect(acts(of('acknowledged', told), subject)).toEqual(['dispute']);
  expect(acts(of('finalised', told), subject)).toEqual([]);
  // Neither by who stands in for them, nor by them in the place of their manager.
  expect(acts(of('shared', told), { ...as('bo'), behalf: 'ada' })).toEqual([]);
  expect(acts(of('opened', told), { ...subject, behalf: 'mo' })).toEqual([]);
  // Nor does a role help: nobody decides on an own review.
  expect(acts(of('disputed', told), { ...subject, isHr: true })).toEqual([]);
});

const lead: readonly [Review['stage'], CycleStage, Partial<Review>, readonly ReviewAct[]][] = [
  ['opened', 'collecting', {}, ['invite']],
  ['self-submitted', 'launched', {}, ['invite']],
  ['opened', 'calibrating', {}, []],
  ['opened', 'released', { reviewRevision: 2 }, ['invite']],
  ['manager-submitted', 'collecting', {}, ['override']],
  ['manager-submitted', 'calibrating', {}, ['override', 'finalise']],
  ['manager-submitted', 'calibrating', { rating: null }, ['override']],
  ['manager-submitted', 'calibrating', { rating: null, score: null }, []],
  ['manager-submitted', 'released', { reviewRevision: 2 }, ['override', 'finalise']],
  ['in-calibration', 'calibrating', {}, []],
  ['calibrated', 'calibrating', {}, ['override', 'finalise']],
  ['finalised', 'locked', {}, []],
  ['finalised', 'released', {}, ['share']],
  ['not-rated', 'released', {}, ['share']],
  ['not-rated', 'released', { outcomes: [{ ...line, what: 'shared' }] }, []],
  ['shared', 'released', {}, []],
  ['acknowledged', 'released', {}, []],
  ['unacknowledged', 'released', {}, ['close']],
  ['resolved', 'released', { outcomes: [turnedDown] }, ['close']],
  ['resolved', 'released', { outcomes: [turnedDown, { ...turnedDown, outcome: 'partly' }] }, []],
  ['resolved', 'closed', { outcomes: [{ ...turnedDown, outcome: 'upheld' }] }, []],
  ['disputed', 'released', {}, []],
  ['closed', 'closed', {}, []],
];

test.each(lead)(
  'of %s in a cycle that is %s, %j, a manager can do %j',
  (stage, cycle, more, can) => {
    expect(acts(of(stage, { ...seenAs('manager'), ...more }), manager, cycle)).toEqual(can);
  },
);

test('a manager of whose cycle nothing is known is offered what the review allows', () => {
  expect(acts(of('opened', seenAs('manager')), manager)).toEqual(['invite']);
  expect(acts(of('finalised', seenAs('manager')), manager)).toEqual(['share']);
});

test('who stands in for the manager leads, and administers by no role', () => {
  const stand = { ...as('bo'), behalf: 'mo' };
  expect(acts(of('calibrated', seenAs('manager')), stand)).toEqual(['override', 'finalise']);
});

test('unnamed ones are not asked once somebody has read what others wrote', () => {
  const unnamed = { ...seenAs('manager'), peers: { mode: 'anonymous', min: 3 } } as const;
  const sealed = [{ manager: 'mia', ...day, days: 90, sealed: 'submitted' as const }];
  expect(acts(of('opened', unnamed), manager)).toEqual(['invite']);
  expect(acts(of('opened', { ...unnamed, segments: sealed }), manager)).toEqual([]);
  expect(acts(of('opened', { ...unnamed, reviewRevision: 2 }), manager)).toEqual([]);
});

test('what was acknowledged is closed once nobody can dispute it any more, anywhere', () => {
  const closing = (now: string) =>
    acts(of('acknowledged', seenAs('manager')), { ...manager, now: new Date(now) });
  expect(closing('2027-03-01T11:59:59.999Z')).toEqual([]);
  expect(closing('2027-03-01T12:00:00.000Z')).toEqual(['close']);
});

test('an HR partner does what its manager does, and what is for HR alone', () => {
  const began = of('opened');
  expect(acts(began, hr, 'collecting')).toEqual(['invite', 'repin', 'not-rated', 'withdraw']);
  expect(acts(of('in-calibration'), hr)).toEqual(['withdraw']);
  const compared = ['override', 'finalise', 'not-rated', 'withdraw'];
  expect(acts(of('calibrated'), hr, 'calibrating')).toEqual(compared);
  expect(acts(of('closed', { final }), hr)).toEqual(['reopen']);
  expect(acts(of('withdrawn'), hr)).toEqual([]);
  expect(acts(of('not-rated'), hr, 'locked')).toEqual(['reopen']);
  expect(acts(of('not-rated'), hr, 'cancelled')).toEqual([]);
  // As far as they see it by that: what is out of their scope is not offered.
  expect(acts(began, { ...hr, own: 'pat' }, 'collecting')).not.toContain('decline');
  expect(acts(of('opened', seenAs('writer')), hr)).toEqual([]);
  expect(acts(of('closed', seenAs('auditor')), hr)).toEqual([]);
});

test('who has allowed that a review is reopened decides nothing in it', () => {
  const allowed = { ...line, what: 'reopened', by: by('hr'), askedBy: 'mo' } as const;
  const reopened = { outcomes: [allowed] };
  const other = { ...hr, own: 'pat' };
  expect(acts(of('manager-submitted', reopened), hr)).not.toContain('not-rated');
  for (const act of ['override', 'finalise', 'not-rated', 'withdraw'] as const) {
    expect(acts(of('calibrated', reopened), hr)).not.toContain(act);
    expect(acts(of('calibrated', reopened), other)).toContain(act);
  }
  expect(acts(of('closed', reopened), hr)).toContain('reopen');
});

test('a dispute is resolved, and a review reopened, by who has no part in it', () => {
  const section: Review['sections'][number] = {
    ...{ role: 'peer', author: 'hr', by: by('hr'), at, ratings: [], evidence: [], texts: {} },
  };
  const put = { computed: 3, from: 3, to: 4, reasonCode: 'circumstances', at, reason: null };
  const parts: readonly Partial<Review>[] = [
    { sections: [section] },
    { sections: [{ ...section, author: 'mo' }] },
    { segments: [{ manager: 'hr', ...day, days: 10, sealed: 'draft' }] },
    { overrides: [{ ...put, by: by('hr') }] },
    { overrides: [{ ...put, by: { ...by('bo'), onBehalfOf: 'hr' } }] },
    { final: { ...final, by: by('hr') } },
    { final: { ...final, by: { ...by('bo'), onBehalfOf: 'hr' } } },
    { manager: 'hr', ...seenAs('manager', 'scope') },
  ];
  expect(acts(of('disputed', { final }), hr)).toEqual(['resolve']);
  for (const part of parts) {
    expect(acts(of('disputed', part), hr)).toEqual([]);
    expect(acts(of('shared', part), hr)).not.toContain('reopen');
    expect(acts(of('opened', part), hr)).not.toContain('repin');
  }
  // Who is above decides a dispute, and reopens nothing.
  expect(acts(of('disputed', { final }), as('boss'))).toEqual(['resolve']);
  expect(acts(of('resolved', { final }), as('boss'))).toEqual([]);
  expect(acts(of('disputed', seenAs('auditor')), as('eve'))).toEqual([]);
});

test('who is asked declines, in person, as long as it is written', () => {
  const writes = { role: 'peer', due: open.due } as const;
  const told = { stage: null, reviewRevision: null, writes };
  const asked = { ...seenAs('writer'), ...told, invitations: [open] };
  expect(acts(of(null, asked), as('pat'), 'collecting')).toEqual(['decline']);
  expect(acts(of(null, asked), { ...as('bo'), behalf: 'pat' }, 'collecting')).toEqual([]);
  expect(acts(of(null, { ...asked, writes: null }), as('pat'), 'collecting')).toEqual([]);
  const answered = { ...asked, invitations: [{ ...open, stage: 'submitted' as const }] };
  expect(acts(of(null, answered), as('pat'), 'collecting')).toEqual([]);
});
