import { isClear, isTextRef, type Text, type TextRef } from '@plumbline/kernel';
import type { Sealer } from './sealer.ts';

type Opened = ReadonlyMap<Text, Readonly<Record<string, string>> | undefined>;

/**
 * A copy of a document with every text reference replaced by its clear words: null where the text
 * is erased, or has no such field. Each sealed part is opened once. Call it after the permission
 * check, and send the result to nobody but the one who asked.
 */
export async function reveal(sealer: Sealer, tenant: string, value: unknown): Promise<unknown> {
  const texts = new Set<Text>();
  collect(value, texts);
  const opened = new Map<Text, Readonly<Record<string, string>> | undefined>();
  for (const text of texts) {
    opened.set(text, isClear(text) ? text.fields : await sealer.open(tenant, text));
  }
  return replaced(value, opened);
}

function collect(value: unknown, texts: Set<Text>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isTextRef(value)) texts.add(value.$text);
  else for (const one of Object.values(value)) collect(one, texts);
}

function replaced(value: unknown, opened: Opened): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => replaced(one, opened));
  if (isTextRef(value)) return wordsOf(value, opened);
  const entries = Object.entries(value).map(([key, one]) => [key, replaced(one, opened)]);
  return Object.fromEntries(entries);
}

function wordsOf({ $text, field }: TextRef, opened: Opened): string | null {
  return opened.get($text)?.[field] ?? null;
}
