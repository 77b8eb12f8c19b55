import type { Day, Instant } from '@plumbline/kernel';
import type { CorrectedEntry, PersonField } from './person.ts';

/**
 * Every command carries its own id and its time in the world. A leave, a delegation and a grant
 * of a role have the id of the act that makes them.
 */
export interface Asked {
  readonly act: string;
  readonly person: string;
  readonly at: Instant;
}

export type PersonCommand =
  | Join
  | Move
  | Rename
  | ChooseZone
  | RecordLeave
  | ChangeLeave
  | Depart
  | GrantDelegation
  | RevokeDelegation
  | GrantRole
  | RevokeRole
  | CorrectPerson;

export interface Join extends Asked {
  readonly type: 'Join';
  readonly name: string;
  readonly mail?: string;
  readonly zone?: string;
  readonly post: string | null;
  readonly from: Day;
}

export interface Move extends Asked {
  readonly type: 'Move';
  readonly post: string | null;
  readonly from: Day;
}

export interface Rename extends Asked {
  readonly type: 'Rename';
  readonly name?: string;
  readonly mail?: string;
}

export interface ChooseZone extends Asked {
  readonly type: 'ChooseZone';
  /** As the IANA names it. */
  readonly zone: string;
}

export interface RecordLeave extends Asked {
  readonly type: 'RecordLeave';
  /** A code of the organisation's own, as in `parental`. */
  readonly kind: string;
  readonly from: Day;
  /** The last day; null while it is open. */
  readonly until: Day | null;
}

export interface ChangeLeave extends Asked {
  readonly type: 'ChangeLeave';
  readonly leave: string;
  readonly until: Day | null;
}

export interface Depart extends Asked {
  readonly type: 'Depart';
  /** The first day on which they are not here. */
  readonly from: Day;
  readonly reason?: string;
}

export interface GrantDelegation extends Asked {
  readonly type: 'GrantDelegation';
  readonly to: string;
  readonly actions: 'all' | readonly string[];
  readonly from: Day;
  /** The last day. */
  readonly until: Day;
}

export interface RevokeDelegation extends Asked {
  readonly type: 'RevokeDelegation';
  readonly delegation: string;
  /** The first day on which it does not hold any more. */
  readonly from: Day;
}

export interface GrantRole extends Asked {
  readonly type: 'GrantRole';
  readonly role: string;
  readonly unit: string | null;
  readonly from: Day;
  readonly until: Day | null;
  /** The subject who grants it, and the one on whose behalf, where there is one. */
  readonly by: string;
  readonly onBehalfOf?: string;
}

export interface RevokeRole extends Asked {
  readonly type: 'RevokeRole';
  readonly grant: string;
  readonly from: Day;
}

export interface CorrectPerson extends Asked {
  readonly type: 'CorrectPerson';
  readonly field: PersonField;
  /** The day of the entry that is wrong. */
  readonly from: Day;
  readonly to: CorrectedEntry | null;
  readonly reason: string;
}
