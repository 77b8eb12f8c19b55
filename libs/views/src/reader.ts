import type { Instant, Position } from '@plumbline/kernel';
import type { View } from './view.ts';

/** One state of one view and tenant: the live documents, or those as of an earlier point. */
export interface ViewReader<Doc> {
  /** The position up to which the documents hold every fact; null while there is none. */
  readonly position: Position | null;
  get(key: string): Promise<Doc | undefined>;
  /** Documents in the order of their keys. `after`: the last key of the page before. */
  find(by: FoundBy, page: PageRequest): Promise<DocPage<Doc>>;
}

/** By an indexed value, or by how their keys begin, which needs no index; or all of a tenant. */
export type FoundBy = IndexedValue | KeyPrefix | 'all';

export interface IndexedValue {
  readonly index: string;
  readonly value: string;
}

export interface KeyPrefix {
  readonly prefix: string;
}

export interface PageRequest {
  readonly after?: string;
  /** 1 to `findDocsMax`. */
  readonly limit: number;
}

export interface DocPage<Doc> {
  readonly docs: readonly { readonly key: string; readonly doc: Doc }[];
  /** The key to go on after, when there is more. */
  readonly next?: string;
}

/** The two times of a question. Absent: everything recorded; everything effective or not. */
export interface Times {
  /** An instant (the last position recorded by then) or a position. */
  readonly asOf?: Instant | Position;
  /** Only facts effective by then. */
  readonly effectiveAt?: Instant;
}

export interface Views {
  /** The position that an `asOf` means: the newest for none, never one that is to come. */
  positionOf(asOf: Instant | Position | undefined): Promise<Position | null>;
  /**
   * A reader of a view. Without times it reads the stored documents, after waiting (bounded) until
   * they hold `readAfter`. With times it folds the log up to the point into a throw-away view and
   * keeps the result by (view, version, tenant, position, effectiveAt).
   *
   * Throws `ViewBehind` when the wait ran out, and `ReplayRunning` (with its progress) when the
   * throw-away fold takes longer than the bound; the fold goes on, ask again.
   */
  of<Doc, Fact>(
    view: View<Doc, Fact>,
    tenant: string,
    times: Times & { readonly readAfter?: Position },
  ): Promise<ViewReader<Doc>>;
  /**
   * One document, folded at once from the streams that it is made of, in the order of their
   * positions: for one subject at any point, without a replay of the log.
   */
  fold<Doc, Fact>(
    view: View<Doc, Fact>,
    key: string,
    streams: readonly string[],
    times: Times,
  ): Promise<{ readonly doc: Doc | undefined; readonly position: Position | null }>;
}

export const findDocsMax = 1_000;
