import type { Recorded } from '@plumbline/kernel';

/**
 * A view: documents folded from facts. Pure; the projector owns watermarks and storage, and a
 * fold never writes. `version` changes with the meaning of the fold; a new version is rebuilt
 * beside the old one and then takes its place.
 */
export interface View<Doc, Fact> {
  /** Unique, kebab-case, as in `goal-sheet`. */
  readonly name: string;
  readonly version: number;
  /** The context whose facts it folds. */
  readonly context: string;
  /** Folds what the context lets others see, instead of what it stores: it is of another one. */
  readonly published?: true;
  /** Each document is made by one fact and stays as it is: it is never loaded to be folded on. */
  readonly once?: true;
  /** Keys of the documents that a fact changes; none when it is of no interest. */
  keys(recorded: Recorded<Fact>): readonly string[];
  /** The document after the fact; undefined removes it. Must not change `doc`. */
  fold(doc: Doc | undefined, recorded: Recorded<Fact>, key: string): Doc | undefined;
  /** Values by which documents are found, as in `{ owner: 'person:ada', period: 'FY2026' }`. */
  index(doc: Doc): Readonly<Record<string, string | readonly string[]>>;
}
