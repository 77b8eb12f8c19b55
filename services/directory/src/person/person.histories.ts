import { clearText } from '@plumbline/kernel';
import type * as Command from './person.commands.ts';
import type { KnownPerson, PersonFact } from './person.ts';

/**
 * The example histories of a person, by name: three years of Ada, who joins the service desk,
 * moves, is away, has Bo stand in, becomes a goal manager, leaves and comes back. Decisions, views
 * and HTTP tests tell their cases with these.
 */
export const person = 'ada';
const of = 'person:ada';

const asked = (act: string, day: string) => ({ act, person, at: `${day}T09:00:00.000Z` });

export const join: Command.Join = {
  type: 'Join',
  ...asked('act-join', '2026-01-05'),
  name: 'Ada Lovelace',
  mail: 'ada@example.com',
  post: 'desk-07',
  from: '2026-02-01',
};
export const joined: PersonFact = {
  type: 'PersonJoined',
  ...asked('act-join', '2026-01-05'),
  post: 'desk-07',
  from: '2026-02-01',
  text: clearText(of, { name: 'Ada Lovelace', mail: 'ada@example.com' }),
};

export const move: Command.Move = {
  type: 'Move',
  ...asked('act-move', '2026-05-20'),
  post: 'desk-01',
  from: '2026-06-01',
};
export const moved: PersonFact = {
  type: 'PersonMoved',
  ...asked('act-move', '2026-05-20'),
  post: 'desk-01',
  from: '2026-06-01',
};

export const rename: Command.Rename = {
  type: 'Rename',
  ...asked('act-rename', '2026-06-10'),
  name: 'Ada King',
};
export const renamed: PersonFact = {
  type: 'PersonRenamed',
  ...asked('act-rename', '2026-06-10'),
  text: clearText(of, { name: 'Ada King' }),
};

export const chooseZone: Command.ChooseZone = {
  type: 'ChooseZone',
  ...asked('act-zone', '2026-06-12'),
  zone: 'Europe/London',
};
export const zoneChosen: PersonFact = {
  type: 'ZoneChosen',
  ...asked('act-zone', '2026-06-12'),
  zone: 'Europe/London',
};

export const takeLeave: Command.RecordLeave = {
  type: 'RecordLeave',
  ...asked('act-leave', '2026-07-01'),
  kind: 'parental',
  from: '2026-09-01',
  until: null,
};
export const leaveRecorded: PersonFact = {
  type: 'LeaveRecorded',
  ...asked('act-leave', '2026-07-01'),
  leave: 'act-leave',
  from: '2026-09-01',
  until: null,
  text: clearText(of, { kind: 'parental' }),
};

export const endLeave: Command.ChangeLeave = {
  type: 'ChangeLeave',
  ...asked('act-end-leave', '2026-11-02'),
  leave: 'act-leave',
  until: '2026-11-30',
};
export const leaveChanged: PersonFact = {
  type: 'LeaveChanged',
  ...asked('act-end-leave', '2026-11-02'),
  leave: 'act-leave',
  until: '2026-11-30',
};

export const delegate: Command.GrantDelegation = {
  type: 'GrantDelegation',
  ...asked('act-delegate', '2026-08-01'),
  to: 'bo',
  actions: ['goal/read', 'goal/change'],
  from: '2026-09-01',
  until: '2026-12-31',
};
export const delegated: PersonFact = {
  type: 'DelegationGranted',
  ...asked('act-delegate', '2026-08-01'),
  delegation: 'act-delegate',
  to: 'bo',
  actions: ['goal/read', 'goal/change'],
  from: '2026-09-01',
  until: '2026-12-31',
};

export const undelegate: Command.RevokeDelegation = {
  type: 'RevokeDelegation',
  ...asked('act-undelegate', '2026-11-25'),
  delegation: 'act-delegate',
  from: '2026-12-01',
};
export const undelegated: PersonFact = {
  type: 'DelegationRevoked',
  ...asked('act-undelegate', '2026-11-25'),
  delegation: 'act-delegate',
  from: '2026-12-01',
};

export const grantRole: Command.GrantRole = {
  type: 'GrantRole',
  ...asked('act-grant', '2027-01-04'),
  role: 'goal-manager',
  unit: 'service-desk',
  from: '2027-01-04',
  until: null,
  by: 'root',
};
export const roleGranted: PersonFact = {
  type: 'RoleGranted',
  ...asked('act-grant', '2027-01-04'),
  grant: 'act-grant',
  role: 'goal-manager',
  unit: 'service-desk',
  from: '2027-01-04',
  until: null,
};

export const revokeRole: Command.RevokeRole = {
  type: 'RevokeRole',
  ...asked('act-revoke', '2027-03-01'),
  grant: 'act-grant',
  from: '2027-03-15',
};
export const roleRevoked: PersonFact = {
  type: 'RoleRevoked',
  ...asked('act-revoke', '2027-03-01'),
  grant: 'act-grant',
  from: '2027-03-15',
};

export const depart: Command.Depart = {
  type: 'Depart',
  ...asked('act-depart', '2027-05-10'),
  from: '2027-07-01',
  reason: 'She moves to another town.',
};
export const departed: PersonFact = {
  type: 'PersonLeft',
  ...asked('act-depart', '2027-05-10'),
  from: '2027-07-01',
  text: clearText(of, { reason: 'She moves to another town.' }),
};

export const rejoin: Command.Join = {
  type: 'Join',
  ...asked('act-rejoin', '2028-01-10'),
  name: 'Ada King',
  post: null,
  from: '2028-02-01',
};
export const rejoined: PersonFact = {
  type: 'PersonJoined',
  ...asked('act-rejoin', '2028-01-10'),
  post: null,
  from: '2028-02-01',
  text: clearText(of, { name: 'Ada King' }),
};

export const correct: Command.CorrectPerson = {
  type: 'CorrectPerson',
  ...asked('act-correct', '2026-06-15'),
  field: 'post',
  from: '2026-06-01',
  to: { from: '2026-06-08', value: 'desk-02' },
  reason: 'The letter came a week later.',
};
export const corrected: PersonFact = {
  type: 'PersonCorrected',
  ...asked('act-correct', '2026-06-15'),
  field: 'post',
  from: '2026-06-01',
  to: { from: '2026-06-08', value: 'desk-02' },
  text: clearText(of, { reason: 'The letter came a week later.' }),
};

export const presenceCorrected: PersonFact = {
  type: 'PersonCorrected',
  ...asked('act-correct-presence', '2026-02-02'),
  field: 'presence',
  from: '2026-02-01',
  to: { from: '2026-02-02', value: true },
  text: clearText(of, { reason: 'The first was a Sunday.' }),
};

/** One fact of each kind, in the order in which they came. */
export const wholeStory: readonly PersonFact[] = [
  ...[
    joined,
    moved,
    renamed,
    zoneChosen,
    corrected,
    leaveRecorded,
    delegated,
    leaveChanged,
    undelegated,
  ],
  ...[roleGranted, roleRevoked, departed, rejoined],
];

/** What is known of Ada after all of it. */
export const inTheEnd: KnownPerson = {
  stage: 'known',
  person,
  presence: [
    { from: '2026-02-01', value: true },
    { from: '2027-07-01', value: false },
    { from: '2028-02-01', value: true },
  ],
  posts: [
    { from: '2026-02-01', value: 'desk-07' },
    { from: '2026-06-08', value: 'desk-02' },
    { from: '2028-02-01', value: null },
  ],
  zone: 'Europe/London',
  leaves: [{ leave: 'act-leave', from: '2026-09-01', until: '2026-11-30' }],
  delegations: [{ id: 'act-delegate', until: '2026-12-31', revokedFrom: '2026-12-01' }],
  grants: [{ id: 'act-grant', until: null, revokedFrom: '2027-03-15' }],
  acts: Object.fromEntries(wholeStory.map(({ act }) => [act, true])),
};
