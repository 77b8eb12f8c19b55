import { toInstant, type Recorded } from '@plumbline/kernel';
import type { FactCodec, StoredFact } from '@plumbline/event-log';
import type { PublishedFact } from './feed.ts';

/** What a context lets out: the stored fact as others may see it, or null. */
export interface Gate {
  readonly context: string;
  publish(stored: StoredFact): PublishedFact | null;
}

/** Builds a gate from the context's codec and its pure `publish` function. */
export function gate<Fact>(
  codec: FactCodec<Fact>,
  publish: (fact: Fact) => { readonly type: string; readonly data: unknown } | null,
): Gate {
  return {
    context: codec.context,
    publish: (stored) => {
      const recorded = codec.decode(stored);
      const published = publish(recorded.fact);
      return published === null ? null : publishedOf(recorded, published);
    },
  };
}

function publishedOf(
  recorded: Recorded<unknown>,
  { type, data }: { readonly type: string; readonly data: unknown },
): PublishedFact {
  const { id, tenant, stream, revision, position, effectiveAt, actor } = recorded;
  const { correlationId, causationId } = recorded;
  return {
    ...{ id, type, tenant, stream, revision, position, effectiveAt, actor: actor.sub },
    ...{ recordedAt: toInstant(recorded.recordedAt), correlationId, causationId, data },
  };
}
