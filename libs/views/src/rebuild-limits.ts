/** How much a rebuild holds in memory, and how much it does at once. */
export interface RebuildLimits {
  /**
   * So many characters documents may have that are held open, all together. As objects they take
   * about twice as many bytes.
   */
  readonly openChars: number;
  /** They are measured anew whenever facts of so many characters have been folded into them. */
  readonly stretchChars: number;
  /** What had no fact for so many of these stretches may be done. */
  readonly idleStretches: number;
  /** So many documents are written in one go; then others of the thread have their turn. */
  readonly sliceDocs: number;
  readonly sliceChars: number;
  /** A rebuild that died goes on where it had written all that it had folded: so often it does. */
  readonly checkpointFacts: number;
  /** Documents that are gone and still to be taken out of the store; then all is written. */
  readonly goneDocs: number;
  /** Documents fall into so many parts by their names; each is folded at once, or put off. */
  readonly parts: number;
  /** Facts of so many characters are put off, and so many of one part are set down together. */
  readonly laterChars: number;
  readonly blockChars: number;
}

export const rebuildLimits: RebuildLimits = {
  openChars: 40 * 1024 * 1024,
  stretchChars: 8 * 1024 * 1024,
  idleStretches: 3,
  sliceDocs: 500,
  sliceChars: 2 * 1024 * 1024,
  checkpointFacts: 300_000,
  goneDocs: 2_000,
  parts: 64,
  laterChars: 1024 * 1024 * 1024,
  blockChars: 128 * 1024,
};
