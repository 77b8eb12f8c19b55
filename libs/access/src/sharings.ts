import type { Feed, PublishedFact } from '@plumbline/feed';
import type { Instant } from '@plumbline/kernel';
import { followTenants, type Followed } from './follow.ts';
import { tellsOfComparing, type Viewing } from './readers.ts';

/** What tells that a review was shared with whom it is about. */
export const sharingTypes: ReadonlySet<string> = new Set(['reviews.ReviewShared.v1']);

/** How long the first question waits until what was shared is known. */
export const sharingsWaitMsMax = 2_000;

/** Which looks one is told of that others had at oneself. */
export interface Sharings {
  /**
   * All of them, but those that say that a review is compared: of these, those before it was shared
   * last. What is not known to be shared is not told.
   */
  told(tenant: string, views: readonly Viewing[]): Promise<readonly Viewing[]>;
  close(): Promise<void>;
}

/** Begins to follow what is shared when it is asked first: most processes are never asked. */
export function followSharings(feed: Feed): Sharings {
  let following: Followed<SharedReviews> | undefined;
  const followed = async (): Promise<Followed<SharedReviews>> => {
    const begun = (following ??= followTenants({
      ...{ feed, types: sharingTypes, create: createSharedReviews },
    }));
    if (!begun.isReady()) await noLater(sharingsWaitMsMax, begun.ready());
    return begun;
  };
  return {
    told: async (tenant, views) => {
      if (!views.some(tellsOfComparing)) return views;
      const reviews = (await followed()).of(tenant);
      return views.filter((view) => !tellsOfComparing(view) || reviews.wasSharedAfter(view));
    },
    close: async () => following?.close(),
  };
}

interface SharedReviews {
  apply(fact: PublishedFact): void;
  wasSharedAfter(view: Pick<Viewing, 'record' | 'at'>): boolean;
}

/** When each review was shared last; one that is reopened is compared anew, and told anew. */
function createSharedReviews(): SharedReviews {
  const shared = new Map<string, Instant>();
  return {
    apply: ({ data, recordedAt }) => {
      shared.set(`review:${(data as { reviewId: string }).reviewId}`, recordedAt);
    },
    wasSharedAfter: ({ record, at }) => at <= (shared.get(record) ?? ''),
  };
}

async function noLater(ms: number, ready: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([ready, late]).finally(() => clearTimeout(timer));
}
