import type { Desk, ParkedFacts } from '@plumbline/feed';
import type { FeedStrategy } from '@plumbline/feed/strategy';
import { derivedId, toInstant, type Instant } from '@plumbline/kernel';
import { Unknown, type Projector } from '@plumbline/views';
import type { DiscardRecord } from '../discards.ts';

/** What a view or a policy could not take: the fact that failed, and all after it of its key. */
export interface ParkedEntry {
  readonly id: string;
  readonly tenant: string;
  /** The view, or `policies`. */
  readonly reader: string;
  readonly key: string;
  readonly reason: string;
  readonly attempts: number;
  readonly since: Instant;
  readonly facts: readonly ParkedFact[];
}

export interface ParkedFact {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: Instant;
}

export interface Settled {
  readonly settled: boolean;
  readonly reason?: string;
}

/** Parked facts of one tenant, whoever could not take them. */
export interface ParkedDesk {
  list(tenant: string): Promise<readonly ParkedEntry[]>;
  show(tenant: string, id: string): Promise<ParkedEntry>;
  retry(tenant: string, id: string): Promise<Settled>;
  discard(tenant: string, id: string, by: string, reason: string): Promise<void>;
}

export interface ParkedSources {
  readonly projector: Pick<Projector, 'parked'>;
  readonly desk: Desk;
  /** Under which name policies park. */
  readonly policyGroup: string;
  /** Undefined until the policies run; until then theirs can be seen, but not settled. */
  readonly strategy: () => FeedStrategy | undefined;
  readonly recordDiscard: (discarded: DiscardRecord) => Promise<void>;
  readonly now: () => number;
}

export function createParkedDesk(sources: ParkedSources): ParkedDesk {
  const { projector, desk, policyGroup, strategy, recordDiscard, now } = sources;

  const list = async (tenant: string): Promise<readonly ParkedEntry[]> => {
    const [ofViews, ofPolicies] = await Promise.all([
      projector.parked.list(),
      desk.list(policyGroup),
    ]);
    const entries = [
      ...ofViews.map(({ view, at, facts, ...rest }) => {
        const { id, tenant: owner, key, reason, attempts } = rest;
        const dated = facts.map((one) => ({ ...one, recordedAt: toInstant(one.recordedAt) }));
        const since = toInstant(at);
        return { id, tenant: owner, reader: view, key, reason, attempts, since, facts: dated };
      }),
      ...ofPolicies.map(ofPolicy),
    ];
    return entries.filter((one) => one.tenant === tenant);
  };

  /** What is parked of another tenant is not there for this one. */
  const show = async (tenant: string, id: string): Promise<ParkedEntry> => {
    const entry = (await list(tenant)).find((one) => one.id === id);
    if (entry === undefined) throw new Unknown(`Nothing is parked under ${id}.`);
    return entry;
  };

  return {
    list,
    show,
    retry: async (tenant, id) => {
      const { reader, key } = await show(tenant, id);
      if (reader !== policyGroup) return projector.parked.retry(id);
      return running(strategy()).retry(key);
    },
    discard: async (tenant, id, by, reason) => {
      const entry = await show(tenant, id);
      if (entry.reader !== policyGroup) return projector.parked.discard(id, by, reason);
      // Before it happens: what is given up must be in the log, or it is not given up.
      await running(strategy()).discard(entry.key, async (parked) => {
        const {
          tenant: owner,
          reader: view,
          key,
          reason: fault,
          attempts,
          facts,
        } = ofPolicy(parked);
        await recordDiscard({
          ...{ id, tenant: owner, view, key, reason: fault, attempts, facts },
          ...{ by, why: reason, discardedAt: now() },
        });
      });
    },
  };
}

function running(strategy: FeedStrategy | undefined): FeedStrategy {
  if (strategy === undefined) throw new Error('The policies do not run yet.');
  return strategy;
}

function ofPolicy({ group, key, reason, attempts, since, facts }: ParkedFacts): ParkedEntry {
  const tenant = facts[0]?.tenant ?? '';
  const id = derivedId('parked', group, key);
  return { id, tenant, reader: group, key, reason, attempts, since: toInstant(since), facts };
}
