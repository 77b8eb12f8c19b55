/**
 * What a rendered document is made of, whatever it is written in: headings, words, lists and tables
 * that have headings of their own, so that all of it can be heard as well as seen.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'words'; readonly text: string; readonly quoted?: true }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | Table;

export interface Table {
  readonly kind: 'table';
  /** What it shows. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row is what the row is of. */
  readonly rows: readonly (readonly string[])[];
}

export interface RenderedDocument {
  readonly title: string;
  /** As in `en`; of what is not in the review's own words. */
  readonly language: string;
  readonly blocks: readonly Block[];
}

/** A rating or score in millionths, as it is read: 3620000 is 3.62. */
export function numberIn(micros: number | null, none = 'not rated'): string {
  if (micros === null) return none;
  const sign = micros < 0 ? '−' : '';
  const size = Math.abs(micros);
  const digits = String(size % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const whole = String(Math.floor(size / 1_000_000));
  return digits === '' ? `${sign}${whole}` : `${sign}${whole}.${digits}`;
}

/** A share as a percentage on two digits; what is not known is no number. */
export function percentIn(share: number | null): string {
  return share === null ? 'not known' : `${numberIn(Math.round(share * 10_000) * 10_000)} %`;
}
