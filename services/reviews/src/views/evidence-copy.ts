import { toInstant, type Instant, type Position, type Recorded } from '@plumbline/kernel';

/** A fact of another context as reviews keep it: what was published, and where it stands. */
export type Copied<Fact> = Fact & {
  readonly id: string;
  readonly revision: number;
  readonly position: Position;
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
  /** Who acted; `withheld` where that is not told. */
  readonly actor: string;
};

/**
 * A published fact, a document by itself: written once, and never again however long its stream
 * grows. What nobody is named in has no index: a stream is read by how its keys begin.
 */
export interface CopiedFact<Fact> {
  /** What the stream is of, as in the id of a goal. */
  readonly of: string;
  readonly stream: string;
  /** Whom it names, as they are looked for. */
  readonly about: readonly string[];
  readonly fact: Copied<Fact>;
}

/** How the keys of a stream begin, and perhaps those of others: an id may have a space in it. */
export function keyStart(of: string): string {
  return `${of} `;
}

/** The key of a fact; those of a stream sort in their order. */
export function factKey(of: string, position: Position): string {
  return `${keyStart(of)}${position}`;
}

/**
 * What happened to somebody in a year is found by both; `day` may be an instant of it. By month, a
 * review of a year would be a dozen questions to each view.
 */
export function aboutIn(person: string, day: string): string {
  return `${person} ${day.slice(0, 4)}`;
}

export function copyOfFact<Fact extends { readonly type: string; readonly data: unknown }>(
  fact: Fact,
  recorded: Recorded<unknown>,
  { of, about }: { readonly of: string; readonly about: readonly string[] },
): CopiedFact<Fact> {
  const copied = {
    type: fact.type,
    data: fact.data,
    id: recorded.id,
    revision: recorded.revision,
    position: recorded.position,
    effectiveAt: recorded.effectiveAt,
    recordedAt: toInstant(recorded.recordedAt),
    actor: recorded.actor.sub,
  };
  return { of, stream: recorded.stream, about, fact: copied as unknown as Copied<Fact> };
}

export function indexOfCopy({ about }: CopiedFact<unknown>) {
  return about.length === 0 ? {} : { about };
}
