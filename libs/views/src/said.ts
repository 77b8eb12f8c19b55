import { hasField, isClear, textRef, withNamed, type Text, type TextRef } from '@plumbline/kernel';

/**
 * Something that a person wrote, as a document holds it: the fact whose text has it, and the
 * field. The text itself, sealed, stands once in the document's `texts`, however often it is
 * quoted, and is opened only after the permission check of a read.
 */
export interface Said {
  readonly $said: string;
  readonly field: string;
}

export type Texts = Readonly<Record<string, Text>>;

/** Every text that a document quotes, by the id of its fact. */
export interface Quoting {
  readonly texts: Texts;
}

export function said(fact: string, field: string): Said {
  return { $said: fact, field };
}

/** The field of a fact's text, or null when the text does not have it. */
export function quote(fact: string, text: Text, field: string): Said | null {
  return hasField(text, field) ? said(fact, field) : null;
}

/** The texts with one more, when it has words. */
export function withText(texts: Texts, fact: string, text: Text): Texts {
  const isSilent = isClear(text) ? Object.keys(text.fields).length === 0 : text.has.length === 0;
  return isSilent ? texts : withNamed(texts, fact, text);
}

/** A copy of a value with every quotation replaced by a reference that can be revealed. */
export function withRefs(value: unknown, texts: Texts): unknown {
  if (Array.isArray(value)) return value.map((one) => withRefs(one, texts));
  if (typeof value !== 'object' || value === null) return value;
  if ('$said' in value) return refOf(value as Said, texts);
  const entries = Object.entries(value).map(([key, one]) => [key, withRefs(one, texts)]);
  return Object.fromEntries(entries);
}

function refOf({ $said, field }: Said, texts: Texts): TextRef | null {
  const text = texts[$said];
  return text === undefined ? null : textRef(text, field);
}
