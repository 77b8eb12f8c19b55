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
 * A part of a stream of another context, append-only: the published facts of so many revisions, in
 * their order. A stream that grows for years has many parts, and a fact writes one of them again.
 */
export interface CopiedPart<Fact> {
  /** What the stream is of, as in the id of a goal. */
  readonly of: string;
  readonly stream: string;
  /** Whom its facts name, as they are looked for. */
  readonly about: readonly string[];
  readonly facts: readonly Copied<Fact>[];
}

/** Small: each fact writes its part again, whole. */
export const partRevisionsMax = 10;

/** The key of the part that a fact is in; the parts of a stream sort in their order. */
export function partKey(of: string, revision: number): string {
  return `${of} ${String(Math.floor(revision / partRevisionsMax)).padStart(7, '0')}`;
}

/**
 * What happened to somebody in a year is found by both; `day` may be an instant of it. By month, a
 * review of a year would be a dozen questions to each view.
 */
export function aboutIn(person: string, day: string): string {
  return `${person} ${day.slice(0, 4)}`;
}

/** The part with one fact more. */
export function withFact<Fact>(
  part: CopiedPart<Fact> | undefined,
  { fact, stream, ...recorded }: Recorded<Fact>,
  { of, about }: { readonly of: string; readonly about: readonly string[] },
): CopiedPart<Fact> {
  const { id, revision, position, effectiveAt, recordedAt, actor } = recorded;
  const place = { id, revision, position, effectiveAt, recordedAt: toInstant(recordedAt) };
  const copied: Copied<Fact> = { ...fact, ...place, actor: actor.sub };
  return {
    ...{ of, stream },
    about: [...new Set([...(part?.about ?? []), ...about])],
    facts: [...(part?.facts ?? []), copied],
  };
}

export function indexOfPart({ of, about }: CopiedPart<unknown>) {
  return { of, about };
}
