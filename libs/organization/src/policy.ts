import { reject, type Rejection } from '@plumbline/kernel';

/**
 * Who may do what: the one table that every route asks. A row allows an action to a role in a
 * relation; what no row allows is refused, and the refusal names the action's rule. An
 * administrator operates the system; owning a record is a relation, not a role.
 */
export type Action =
  | 'goal/read'
  | 'goal/draft'
  | 'goal/change'
  | 'goal/import'
  | 'kpi/read'
  | 'kpi/define'
  | 'kpi/measure'
  | 'system/observe'
  | 'system/operate';

/** Roles as tokens carry them. Everybody with a verified token is an employee. */
export const roles = [
  'employee',
  'goal-manager',
  'importer',
  'auditor',
  'analyst',
  'operator',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** How the caller stands to the record: it is their own, or it is not. */
export type Relation = 'own' | 'other';

interface Rule {
  readonly who: string;
  readonly own: readonly Role[];
  readonly other: readonly Role[];
}

const everybody: readonly Role[] = roles;

export const policy: Readonly<Record<Action, Rule>> = {
  'goal/read': {
    who: 'Everybody of the tenant reads goals.',
    own: everybody,
    other: everybody,
  },
  'goal/draft': {
    who: 'Everybody drafts own goals; goal managers draft those of units and of others.',
    own: everybody,
    other: ['goal-manager', 'administrator'],
  },
  'goal/change': {
    who: 'The owner changes a goal; goal managers change those of units and of others.',
    own: everybody,
    other: ['goal-manager', 'administrator'],
  },
  'goal/import': {
    who: 'Importers bring goals and measurements in from files.',
    own: ['importer', 'administrator'],
    other: ['importer', 'administrator'],
  },
  'kpi/read': {
    who: 'Everybody of the tenant reads KPIs.',
    own: everybody,
    other: everybody,
  },
  'kpi/define': {
    who: 'Everybody defines own KPIs; goal managers define those of units and of others.',
    own: everybody,
    other: ['goal-manager', 'administrator'],
  },
  'kpi/measure': {
    who: 'The owner of a KPI records its measurements, and so do goal managers and importers.',
    own: everybody,
    other: ['goal-manager', 'importer', 'administrator'],
  },
  'system/observe': {
    who: 'Operators, auditors and administrators see the state of the system.',
    own: ['operator', 'auditor', 'administrator'],
    other: ['operator', 'auditor', 'administrator'],
  },
  'system/operate': {
    who: 'Operators and administrators rebuild views and settle parked facts.',
    own: ['operator', 'administrator'],
    other: ['operator', 'administrator'],
  },
};

export interface Asking {
  readonly sub: string;
  readonly roles: readonly string[];
}

/** Undefined when allowed; otherwise a rejection `permission/…` that says who may. */
export function permit(
  asking: Asking,
  action: Action,
  relation: Relation = 'other',
): Rejection | undefined {
  const allowed = policy[action][relation];
  const held: readonly string[] = ['employee', ...asking.roles];
  if (allowed.some((role) => held.includes(role))) return undefined;
  const rule = `permission/${action.replace('/', '-')}`;
  return reject(rule, `${policy[action].who} You are not among them.`);
}

/** The relation of a caller to a record by its owner, as in `person:ada`. */
export function relationTo(asking: Pick<Asking, 'sub'>, owner: string): Relation {
  return owner === `person:${asking.sub}` ? 'own' : 'other';
}
