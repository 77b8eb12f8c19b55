/**
 * Free text of a fact is treated as personal, always: a title, a narrative or a reason may name a
 * person. It is clear only between the decision and the append, and again after the permission
 * check of a read. In between, in the log and in the views, it is sealed under its data subject's
 * key. Aggregates, folds and policies pass it on and never look into it.
 */
export type Text = ClearText | SealedText;

export interface ClearText {
  /** The data subject whose key seals this text, as in `person:ada` or `unit:sales`. */
  readonly of: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface SealedText {
  readonly of: string;
  /** Stream and id of the fact that the text belongs to; the cipher is bound to both. */
  readonly stream: string;
  readonly fact: string;
  /** Names of the fields within: a fold must know what is there without opening it. */
  readonly has: readonly string[];
  /**
   * Nonce, ciphertext and tag in base64; empty once the part is erased, or when there are no
   * fields (a text without fields is never sealed, and makes no key).
   */
  readonly box: string;
}

/**
 * What is not seen: blanks, and characters that only control or format others. By ranges and not by
 * classes, which not every reader of a JSON Schema knows; Arabic signs that format are seen.
 */
const unseen =
  String.raw`\u0000-\u0020\u007f-\u00a0\u00ad\u061c\u115f\u1160\u1680\u180e` +
  String.raw`\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufeff\uffa0\ufff9-\ufffb`;

/** A character that is seen. */
export const visiblePattern = new RegExp(`[^${unseen}]`);

/** Text of which nothing is seen; with a zero width space in it too. */
export function isBlank(text: string): boolean {
  return !visiblePattern.test(text);
}

/**
 * One line of which something is seen: nothing ends it, or controls what shows it. Looked through
 * twice at most, however long it is.
 */
export const oneLinePattern = new RegExp(
  String.raw`^(?=.*[^${unseen}])[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$`,
);

export function isOneLine(text: string): boolean {
  return oneLinePattern.test(text);
}

export function hasField(text: Text, field: string): boolean {
  return isClear(text) ? text.fields[field] !== undefined : text.has.includes(field);
}

/** One field of a text, as a view document holds it until it is revealed to a reader. */
export interface TextRef {
  readonly $text: Text;
  readonly field: string;
}

export function clearText(of: string, fields: Record<string, string | undefined>): ClearText {
  const present = Object.entries(fields).filter((entry): entry is [string, string] => {
    return entry[1] !== undefined;
  });
  return { of, fields: Object.fromEntries(present) };
}

export function isClear(text: Text): text is ClearText {
  return 'fields' in text;
}

export function textRef(text: Text, field: string): TextRef {
  return { $text: text, field };
}

export function isTextRef(value: unknown): value is TextRef {
  return typeof value === 'object' && value !== null && '$text' in value;
}
