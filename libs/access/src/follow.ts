import type { Feed, PublishedFact } from '@plumbline/feed';
import type { Position } from '@plumbline/kernel';

/** What is built of published facts, one of it for each tenant. */
export interface Applied {
  apply(fact: PublishedFact): void;
}

export interface FollowOptions<Kept extends Applied> {
  readonly feed: Feed;
  readonly types: ReadonlySet<string>;
  readonly create: () => Kept;
}

export interface Followed<Kept> {
  /** What is known of a tenant so far; of one without facts, what begins empty. */
  of(tenant: string): Kept;
  /** The tenants of which there are facts. */
  tenants(): readonly string[];
  /** Ends once what had been published at the start is applied. */
  ready(): Promise<void>;
  isReady(): boolean;
  /** Whether everything up to a position is applied. */
  passed(position: Position): boolean;
  /** The last position applied. */
  position(): Position | null;
  close(): Promise<void>;
}

/** How often the feed is asked whether the start is caught up with. */
const askAgainMs = 20;

/** Keeps something of each tenant in memory, built of its published facts from the beginning. */
export function followTenants<Kept extends Applied>(options: FollowOptions<Kept>): Followed<Kept> {
  const { feed, types, create } = options;
  const tenants = new Map<string, { readonly kept: Kept; applied: Position | null }>();
  const state = { ready: false, closed: false };

  const tenantOf = (tenant: string) => {
    const known = tenants.get(tenant);
    if (known !== undefined) return known;
    const begun = { kept: create(), applied: null };
    tenants.set(tenant, begun);
    return begun;
  };

  const following = feed.follow(types, async ({ facts }) => {
    for (const fact of facts) {
      const one = tenantOf(fact.tenant);
      // Delivered again, after what came later: it is in there already.
      if (one.applied !== null && fact.position <= one.applied) continue;
      one.kept.apply(fact);
      one.applied = fact.position;
    }
  });

  const catchUp = async (): Promise<void> => {
    while (!state.closed && !(await following.isCaughtUp())) await sleep(askAgainMs);
    if (state.closed) throw new Error('It was closed before it had caught up.');
    state.ready = true;
  };

  const ready = catchUp();
  // Who asks hears of it; when nobody does, nothing is wrong.
  ready.catch(() => undefined);
  return {
    of: (tenant) => tenantOf(tenant).kept,
    tenants: () =>
      [...tenants].filter(([, { applied }]) => applied !== null).map(([tenant]) => tenant),
    ready: () => ready,
    isReady: () => state.ready,
    passed: (position) => (following.progress().position ?? '') >= position,
    position: () => following.progress().position,
    close: async () => {
      state.closed = true;
      await following.close();
      await ready.catch(() => undefined);
    },
  };
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
