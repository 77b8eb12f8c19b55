import { day, dayOrNull, from, opaque, person, postOrNull } from './directory.fields.ts';
import { unitOrNull, yesOrNo, zone } from './directory.fields.ts';
import type { Schema } from './schema.ts';

const held = {
  ...postOrNull,
  description: 'The post that the person holds from then on; null: none.',
} as const;

const leave = { ...opaque, description: 'The leave; a change of it refers to it.' } as const;
const delegation = { ...opaque, description: 'The delegation; revoking refers to it.' } as const;
const grant = { ...opaque, description: 'The grant of a role; revoking refers to it.' } as const;
const over = { ...day, description: 'The first day on which it does not hold any more.' } as const;

const actions = {
  type: ['array', 'null'],
  description: 'The actions of the policy table that are delegated; null: all of them.',
  items: { type: 'string', pattern: '^[a-z-]+/[a-z-]+$', 'x-data-class': 'category' },
} as const satisfies Schema;

const role = {
  type: 'string',
  pattern: '^[a-z-]{1,64}$',
  description: 'A role of the policy table.',
  'x-data-class': 'category',
} as const satisfies Schema;

/** The data of each fact about a person that `directory` publishes, by its type. */
export const peopleSchemas = {
  'directory.PersonJoined.v1': {
    type: 'object',
    description: 'A person is here from a day on, for the first time or again.',
    required: ['person', 'post', 'from'],
    properties: { person, post: held, from },
  },
  'directory.PersonMoved.v1': {
    type: 'object',
    description: 'A person holds another post from a day on, or none.',
    required: ['person', 'post', 'from'],
    properties: { person, post: held, from },
  },
  'directory.ZoneChosen.v1': {
    type: 'object',
    description: 'A person lives by a time zone: reminders come by its clock.',
    required: ['person', 'zone'],
    properties: { person, zone },
  },
  'directory.LeaveRecorded.v1': {
    type: 'object',
    description: 'A person is on leave. What kind of leave it is stays within.',
    required: ['person', 'leave', 'from', 'until'],
    properties: { person, leave, from, until: dayOrNull },
  },
  'directory.LeaveChanged.v1': {
    type: 'object',
    description: 'A leave ends on another day than was known.',
    required: ['person', 'leave', 'until'],
    properties: { person, leave, until: dayOrNull },
  },
  'directory.PersonLeft.v1': {
    type: 'object',
    description: 'A person is here no more. Who comes back joins again.',
    required: ['person', 'from'],
    properties: {
      person,
      from: { ...day, description: 'The first day on which they are not here.' },
    },
  },
  'directory.DelegationGranted.v1': {
    type: 'object',
    description: 'Another may act on behalf of a person, from the first day to the last.',
    required: ['person', 'delegation', 'to', 'actions', 'from', 'until'],
    properties: {
      person: { ...person, description: 'On whose behalf.' },
      delegation,
      to: { ...person, description: 'Who may act.' },
      actions,
      from,
      until: { ...day, description: 'The last day on which it holds.' },
    },
  },
  'directory.DelegationRevoked.v1': {
    type: 'object',
    description: 'A delegation ends before its last day.',
    required: ['person', 'delegation', 'from'],
    properties: { person, delegation, from: over },
  },
  'directory.RoleGranted.v1': {
    type: 'object',
    description: 'A person has a role over a unit and all that is below it, or over everything.',
    required: ['person', 'grant', 'role', 'unit', 'from', 'until'],
    properties: {
      person,
      grant,
      role,
      unit: { ...unitOrNull, description: 'The unit that the role is over; null: everything.' },
      from,
      until: dayOrNull,
    },
  },
  'directory.RoleRevoked.v1': {
    type: 'object',
    description: 'A role that was granted ends before its last day.',
    required: ['person', 'grant', 'from'],
    properties: { person, grant, from: over },
  },
  'directory.PersonCorrected.v1': {
    type: 'object',
    description: 'What was recorded of a day was wrong, and reads differently from now on.',
    required: ['person', 'field', 'from', 'to'],
    properties: {
      person,
      field: { type: 'string', enum: ['post', 'presence'], 'x-data-class': 'category' },
      from: { ...day, description: 'The day of the entry that was wrong.' },
      to: {
        type: ['object', 'null'],
        description: 'The entry in its place; null: there is none.',
        required: ['from'],
        properties: {
          from,
          value: { ...held, description: 'Of a post: the post, or null.' },
          holds: { ...yesOrNo, description: 'Of presence: whether the person is here.' },
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, Schema>>;
