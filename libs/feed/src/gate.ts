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
  /**
   * Of a context that tells of people what they may not know yet. Whoever reads it over HTTP is not
   * told of themselves: the records are where they read that, and when.
   */
  readonly own?: {
    /** Whom the stream is about that a fact begins; null of one that is about nobody. */
    subjectOf(first: StoredFact): string | null;
    /** As it is told to a person, of whom its stream is not. */
    publishTo(stored: StoredFact, person: string): PublishedFact | null;
  };
}

/** What a gate is told besides of the facts of its context. */
export interface GateOptions<Fact> {
  readonly forServices?: readonly string[];
  readonly own?: {
    readonly subjectOf: (first: Fact) => string | null;
    readonly publishTo: (fact: Fact, person: string) => Passed | null;
  };
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
  { forServices = [], own }: GateOptions<Fact> = {},
): Gate {
  const passedBy = (stored: StoredFact, letOut: (fact: Fact) => Passed | null) => {
    const recorded = codec.decode(stored);
    const published = letOut(recorded.fact);
    return published === null ? null : publishedOf(recorded, published);
  };
  const kept: Gate = {
    context: codec.context,
    forServices: new Set(forServices),
    publish: (stored) => passedBy(stored, publish),
  };
  if (own === undefined) return kept;
  return {
    ...kept,
    own: {
      subjectOf: (first) => own.subjectOf(codec.decode(first).fact),
      publishTo: (stored, person) => passedBy(stored, (fact) => own.publishTo(fact, person)),
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
