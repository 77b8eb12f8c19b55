import type { Relation } from './relation.ts';

/** One line of the policy table: who may do one thing. */
export interface Rule {
  /** One sentence for the page, and for the one who was refused. */
  readonly who: string;
  readonly grants: readonly Grant[];
  /** Nobody does it in the place of another. */
  readonly inPerson?: true;
  /** Nobody does it to an own record, whatever else they are. */
  readonly notOwn?: true;
}

export interface Grant {
  readonly as: readonly (Relation | Role | 'anonymous')[];
  /** Both kinds when it is left out. */
  readonly kind?: Kind;
  /** Every stage when it is left out. */
  readonly stages?: readonly Stage[];
  /** The relation on the day that the record is of, instead of the day of the act. */
  readonly when?: 'then';
  readonly logged?: true;
}

/** Roles as tokens carry them, for the tenant, and as the directory grants them in a scope. */
export const roles = [
  'goal-manager',
  'hr-partner',
  'service-manager',
  'importer',
  'auditor',
  'analyst',
  'operator',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

export const kinds = ['public', 'private'] as const;
export type Kind = (typeof kinds)[number];

export const stages = ['draft', 'active', 'closed', 'withdrawn'] as const;
export type Stage = (typeof stages)[number];
