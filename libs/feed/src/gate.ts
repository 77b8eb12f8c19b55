import { toInstant, type Recorded } from '@plumbline/kernel';
import type { FactCodec, StoredFact } from '@plumbline/event-log';
import type { PublishedFact } from './feed.ts';

/** The actor of a fact of which nobody outside is told who acted. */
export const actorWithheld = 'withheld';

/** What a context lets out: the stored fact as others may see it, or null. */
export interface Gate {
  readonly context: string;
  /**
   * Published types that are for services alone, over Kafka or within the process: they are neither
   * read over HTTP nor taken as a file.
   */
  readonly forServices?: ReadonlySet<string>;
  publish(stored: StoredFact): PublishedFact | null;
}

/** What a context's `publish` lets out of one fact. */
export interface Passed {
  readonly type: string;
  readonly data: unknown;
  /**
   * Who acted is not told, nor which other facts the same act has led to: one of them may name
   * them. What is left to guess by is the time.
   */
  readonly withheld?: true;
}

/** Builds a gate from the context's codec and its pure `publish` function. */
export function gate<Fact>(
  codec: FactCodec<Fact>,
  publish: (fact: Fact) => Passed | null,
  forServices: readonly string[] = [],
): Gate {
  return {
    context: codec.context,
    forServices: new Set(forServices),
    publish: (stored) => {
      const recorded = codec.decode(stored);
      const published = publish(recorded.fact);
      return published === null ? null : publishedOf(recorded, published);
    },
  };
}

function publishedOf(recorded: Recorded<unknown>, { type, data, withheld }: Passed): PublishedFact {
  const { id, tenant, stream, revision, position, effectiveAt } = recorded;
  return {
    ...{ id, type, tenant, stream, revision, position, effectiveAt },
    ...tracedTo(recorded, withheld),
    ...{ recordedAt: toInstant(recorded.recordedAt), data },
  };
}

/** Whose act it was, and of which others it is a part. */
export function tracedTo(
  { id, actor, correlationId, causationId }: Recorded<unknown>,
  withheld: true | undefined,
): Pick<PublishedFact, 'actor' | 'correlationId' | 'causationId'> {
  return withheld === true
    ? { actor: actorWithheld, correlationId: id, causationId: id }
    : { actor: actor.sub, correlationId, causationId };
}
