import { isRejection, reject, type Day, type Position, type Rejection } from '@plumbline/kernel';
import type { Organization } from './organization.ts';
import type { Grant, Kind, Rule, Stage } from './policy-words.ts';
import { policy, type Action } from './policy.ts';
import { relationsTo, rolesInScope, type Relation } from './relation.ts';

/** Who asks, as a verified token says; for whom, as a header says. */
export interface Asking {
  readonly tenant: string;
  readonly sub: string;
  /** Of the token: they reach over the whole tenant. */
  readonly roles: readonly string[];
  /** The person for whom a delegate acts. */
  readonly onBehalfOf?: string;
}

/** The record that is asked about. What is left out fits every grant that does not name it. */
export interface About {
  /** `person:ada` or `unit:sales`. */
  readonly owner?: string;
  readonly kind?: Kind;
  readonly stage?: Stage;
  /** The day that the record is of, for grants that hold by the relation of then. */
  readonly on?: Day;
}

export interface Permitted {
  readonly kind: 'permitted';
  /** The line of the table, as in `goal/read:manager:private`. */
  readonly rule: string;
  /** The read is to be recorded. */
  readonly logged: boolean;
}

/** Yes, and by which line; or the rejection that says who may. */
export type Permission = Permitted | Rejection;

/**
 * Asks the table, on a day, as far as was known by a position (by now, when it is left out). A
 * delegate acts with the relations of the person they stand in for, never with
 * that person's roles nor with their own, and decides nothing about an own record.
 */
export function permit(
  organization: Organization,
  asking: Asking | 'anonymous',
  action: Action,
  about: About,
  day: Day,
  known?: Position,
): Permission {
  const rule: Rule = policy[action];
  const refused =
    asking === 'anonymous'
      ? undefined
      : (refuseLeaver(organization, asking, day, known) ??
        refuseDelegate(organization, asking, action, about, day, known));
  if (refused !== undefined) return refused;
  if (rule.notOwn === true && asking !== 'anonymous' && about.owner === `person:${asking.sub}`) {
    return reject('permission/own-record', 'Nobody decides on an own record. Ask another.');
  }
  const held = holdings(organization, asking, about, day, known);
  let logged: Permitted | undefined;
  for (const grant of rule.grants) {
    const as = fits(grant, about) ? held(grant) : undefined;
    if (as === undefined) continue;
    const permitted = permittedBy(action, as, grant, asking);
    if (!permitted.logged) return permitted;
    logged ??= permitted;
  }
  return logged ?? reject(codeOf(action), `${rule.who} You are not among them.`);
}

/** Whether a caller may, for those who need no more than yes or no. */
export function isPermitted(answer: Permission): answer is Permitted {
  return !isRejection(answer);
}

/** A token may live longer than the time for which its bearer is here. */
function refuseLeaver(
  organization: Organization,
  { sub }: Asking,
  day: Day,
  known: Position | undefined,
): Rejection | undefined {
  if (!organization.hasLeft(sub, day, known)) return undefined;
  return reject('permission/has-left', 'Who has left reads and changes nothing any more.');
}

function refuseDelegate(
  organization: Organization,
  { sub, onBehalfOf }: Asking,
  action: Action,
  { owner }: About,
  day: Day,
  known: Position | undefined,
): Rejection | undefined {
  if (onBehalfOf === undefined) return undefined;
  if (!organization.delegates(onBehalfOf, sub, action, day, known)) {
    const detail = `You do not stand in for ${onBehalfOf} in this on ${day}. Ask for a delegation.`;
    return reject('permission/no-delegation', detail, 'header:On-Behalf-Of');
  }
  const rule: Rule = policy[action];
  if (rule.inPerson === true) {
    const detail = 'This is done in person only, and not in the place of another.';
    return reject('permission/in-person-only', detail, 'header:On-Behalf-Of');
  }
  if (owner !== `person:${sub}` || isReading(action)) return undefined;
  const detail = 'Nobody decides on an own record, also not in the place of another.';
  return reject('permission/own-record-as-delegate', detail, 'header:On-Behalf-Of');
}

function isReading(action: Action): boolean {
  return /\/(read|check|observe)/.test(action);
}

/** Which of a grant's relations and roles the caller has; worked out when the first grant asks. */
function holdings(
  organization: Organization,
  asking: Asking | 'anonymous',
  { owner = '', on }: About,
  day: Day,
  known: Position | undefined,
): (grant: Grant) => string | undefined {
  if (asking === 'anonymous') return ({ as }) => as.find((one) => one === 'anonymous');
  const { sub, roles, onBehalfOf } = asking;
  const who = onBehalfOf ?? sub;
  const related: Partial<Record<'now' | 'then', ReadonlySet<Relation>>> = {};
  const relations = (when: 'now' | 'then') =>
    (related[when] ??= relationsTo(
      organization,
      who,
      owner,
      when === 'then' ? (on ?? day) : day,
      known,
    ));
  let scoped: ReadonlySet<string> | undefined;
  const granted = () => (scoped ??= rolesInScope(organization, sub, owner, day, known));
  return ({ as, when }) =>
    as.find((one) => {
      if (one === 'anonymous') return false;
      if (one === 'colleague') return true;
      if (isRelation(one)) return relations(when ?? 'now').has(one);
      return onBehalfOf === undefined && (roles.includes(one) || granted().has(one));
    });
}

const relationNames: ReadonlySet<string> = new Set<Relation>([
  'self',
  'member',
  'head',
  'manager',
  'above',
  'matrix-manager',
  'colleague',
]);

function isRelation(name: string): name is Relation {
  return relationNames.has(name);
}

/** A record that does not say its kind or stage fits no grant that asks for one. */
function fits({ kind, stages }: Grant, about: About): boolean {
  if (kind !== undefined && about.kind !== kind) return false;
  return stages === undefined || (about.stage !== undefined && stages.includes(about.stage));
}

/** Who reads in the place of another leaves a trace, also where that other would leave none. */
function permittedBy(
  action: Action,
  as: string,
  { kind, when, logged }: Grant,
  asking: Asking | 'anonymous',
): Permitted {
  const parts = [action, as, ...(kind === undefined ? [] : [kind])];
  const rule = [...parts, ...(when === 'then' ? ['then'] : [])].join(':');
  const isDelegate = asking !== 'anonymous' && asking.onBehalfOf !== undefined;
  const isLent = isDelegate && as !== 'colleague' && isReading(action);
  return { kind: 'permitted', rule, logged: logged === true || isLent };
}

/** `permission/goal-change` of `goal/change`. */
export function codeOf(action: Action): string {
  return `permission/${action.replace('/', '-')}`;
}

/**
 * A rejection for a caller whom no record could permit an action: every grant is for roles, and
 * the caller has none of them, neither by token nor granted in any scope. Delegates are asked with
 * the record.
 */
export function refusesAlways(
  organization: Organization,
  asking: Asking,
  action: Action,
  day: Day,
  known?: Position,
): Rejection | undefined {
  const left = refuseLeaver(organization, asking, day, known);
  if (left !== undefined) return left;
  const { sub, roles } = asking;
  const { who, grants }: Rule = policy[action];
  const granted = organization.rolesOf(sub, day, known).map(({ role }) => role);
  const held: ReadonlySet<string> = new Set(['colleague', ...roles, ...granted]);
  const mayBe = grants.some(({ as }) => as.some((one) => held.has(one) || isRelation(one)));
  return mayBe ? undefined : reject(codeOf(action), `${who} You are not among them.`);
}
