import { createHash } from 'node:crypto';
import { publishedSchemas } from '@plumbline/contracts/published';
import { streamName, type EventLog, type Transactor } from '@plumbline/event-log';
import type { Feed } from '@plumbline/feed';
import { derivedId, Fault, present, toInstant } from '@plumbline/kernel';
import type { Clock, Day, Instant, Position, Rejection } from '@plumbline/kernel';
import { createOrganization, permit, refusesAlways } from '@plumbline/organization';
import type { About, Action, Asking, Organization, Permission } from '@plumbline/organization';
import { minuteOf, viewedAggregate, viewedRecordsMax, type ViewedRecord } from './access-log.ts';
import { followTenants } from './follow.ts';
import { followSharings, type Sharings } from './sharings.ts';

/** What somebody has seen of a person: which record, and by which rule of the policy table. */
export interface Viewed extends ViewedRecord {
  /**
   * Whom the record is about: a person as their token names them, or what has many of them, as in
   * `unit:sales` or `review-cycle:<id>`.
   */
  readonly subject: string;
}

/** Who calls, as a verified token says. */
export type Principal = Omit<Asking, 'onBehalfOf'>;

/** Who may see and do what, and who has looked. Every route of every service asks here. */
export interface Access {
  /** Who asks; with the person in whose place, when the request names one. */
  asking(principal: Principal, onBehalfOf?: string): Asking;
  /**
   * Asks the policy table, on the organisation as it is known today. Throws `OrganizationBehind`
   * until the organisation has been caught up with once, but for what operates the system: that
   * is most needed while something else does not work.
   */
  permit(asking: Asking | 'anonymous', action: Action, about: About): Permission;
  /**
   * A rejection for a caller whom no record could permit an action, so that the request need not
   * be read. Undefined is no permission; as long as the organisation is not known, it says no more.
   */
  refuses(principal: Principal, action: Action): Rejection | undefined;
  /** Records who has seen what, before it is shown. The same look within a minute is one fact. */
  record(asking: Asking, viewed: readonly Viewed[]): Promise<void>;
  /** Which looks that others had at somebody they are told of themselves. */
  readonly told: Sharings['told'];
  organizationOf(tenant: string): Organization;
  /** The tenants that have an organisation, as far as it is known. */
  tenants(): readonly string[];
  /** Ends once the organisation is known as it was published at the start. */
  ready(): Promise<void>;
  isReady(): boolean;
  /** Whether the organisation is known up to a position. */
  passed(position: Position): boolean;
  /** Up to where the organisation is known; null before the first fact of one. */
  position(): Position | null;
  /**
   * Ends once the organisation is known up to a position, as a caller's `Read-After` asks; throws
   * `OrganizationBehind` when that takes longer than a request should wait.
   */
  after(position: Position | undefined): Promise<void>;
  /** Age of the oldest fact that the organisation may lack. */
  lagSeconds(): Promise<number>;
  close(): Promise<void>;
}

export interface AccessOptions {
  readonly log: Pick<EventLog, 'readAll'>;
  readonly feed: Feed;
  readonly transactor: Transactor;
  readonly clock: Clock;
  readonly afterWaitMsMax?: number;
}

/** The organisation is not known yet as it was at the start: nobody can be told yes or no. */
export class OrganizationBehind extends Fault {
  readonly code = 'views/behind';
  readonly retriable = true;
}

/** Everything that tells of the organisation. */
export const organizationTypes: ReadonlySet<string> = new Set(
  Object.keys(publishedSchemas).filter((type) => type.startsWith('directory.')),
);

const behind = 'The organisation is still being read. Ask again in a moment.';
export const afterWaitMsMaxDefault = 2_000;
const afterPollMs = 10;

/** So many people's logs are written at once. */
const subjectsTogetherMax = 64;

export function createAccess(options: AccessOptions): Access {
  const { log, feed, transactor, clock } = options;
  const { afterWaitMsMax = afterWaitMsMaxDefault } = options;
  const organizations = followTenants({
    ...{ feed, types: organizationTypes, create: createOrganization },
  });

  const sharings = followSharings(feed);
  const today = (): Day => toInstant(clock.now()).slice(0, 10);
  // Whom nobody knows stands to nobody in any relation: no tenant has an empty name.
  const organizationOf = (asking: Asking | 'anonymous') =>
    organizations.of(asking === 'anonymous' ? '' : asking.tenant);

  const recordOf = async (asking: Asking, subject: string, records: readonly ViewedRecord[]) => {
    const at = toInstant(clock.now());
    const { tenant, sub: by, onBehalfOf } = asking;
    await transactor.transact(viewedAggregate, {
      stream: accessStream(tenant, subject, at),
      command: { subject, by, ...present({ onBehalfOf }), records, at },
      context: contextOf(asking, subject, records, at),
    });
  };

  return {
    asking: (principal, onBehalfOf) => {
      const { tenant, sub, roles } = principal;
      return { tenant, sub, roles, ...present({ onBehalfOf }) };
    },
    permit: (asking, action, about) => {
      if (!organizations.isReady() && !action.startsWith('system/')) {
        throw new OrganizationBehind(
          'The organisation is being read still. Ask again in a moment.',
        );
      }
      return permit(organizationOf(asking), asking, action, about, today());
    },
    refuses: (principal, action) => {
      if (!organizations.isReady()) return undefined;
      return refusesAlways(organizationOf(principal), principal, action, today());
    },
    record: async (asking, viewed) => {
      const portions = portionsOf(viewed);
      for (let from = 0; from < portions.length; from += subjectsTogetherMax) {
        const some = portions.slice(from, from + subjectsTogetherMax);
        await Promise.all(some.map(([subject, records]) => recordOf(asking, subject, records)));
      }
    },
    told: sharings.told,
    organizationOf: (tenant) => organizations.of(tenant),
    tenants: () => organizations.tenants(),
    ready: () => organizations.ready(),
    isReady: () => organizations.isReady(),
    passed: (position) => organizations.passed(position),
    position: () => organizations.position(),
    after: async (position) => {
      if (position === undefined) return;
      const deadline = performance.now() + afterWaitMsMax;
      while (!organizations.passed(position)) {
        if (performance.now() > deadline) throw new OrganizationBehind(behind);
        await new Promise((resolve) => setTimeout(resolve, afterPollMs));
      }
    },
    lagSeconds: async () => {
      const { facts } = await log.readAll(organizations.position(), { limit: 1 });
      const [oldest] = facts;
      return oldest === undefined ? 0 : Math.max(0, (clock.now() - oldest.recordedAt) / 1_000);
    },
    close: async () => void (await Promise.all([organizations.close(), sharings.close()])),
  };
}

/** The stream of a person's readers in a month. */
export function accessStream(tenant: string, subject: string, at: Instant): string {
  return streamName('access', 'log', tenant, derivedId(tenant, 'access', subject, at.slice(0, 7)));
}

/** What was seen, by the person it is about, as much together as one command takes. */
function portionsOf(viewed: readonly Viewed[]): (readonly [string, readonly ViewedRecord[]])[] {
  const bySubject = new Map<string, ViewedRecord[]>();
  for (const { subject, action, rule, record } of viewed) {
    const records = bySubject.get(subject) ?? [];
    records.push({ action, rule, record });
    bySubject.set(subject, records);
  }
  return [...bySubject].flatMap(([subject, records]) => {
    const portions: (readonly [string, readonly ViewedRecord[]])[] = [];
    for (let from = 0; from < records.length; from += viewedRecordsMax) {
      portions.push([subject, records.slice(from, from + viewedRecordsMax)]);
    }
    return portions;
  });
}

/** The same look within the same minute is the same command, whichever process it comes to. */
function contextOf(
  { tenant, sub, onBehalfOf }: Asking,
  subject: string,
  records: readonly ViewedRecord[],
  at: Instant,
) {
  const seen = records.map(({ action, record }) => `${action}\u001f${record}`).toSorted();
  const looked = [tenant, subject, sub, onBehalfOf ?? '', minuteOf(at), ...seen].join('\u001e');
  const fingerprint = createHash('sha256').update(looked).digest('hex');
  const commandId = derivedId('view', fingerprint);
  return {
    ...{ tenant, commandId, fingerprint, effectiveAt: at },
    actor: { sub, ...present({ onBehalfOf }), via: 'http' },
    ...{ correlationId: commandId, causationId: commandId },
  };
}
