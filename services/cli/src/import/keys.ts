import { openSeenNames } from '@plumbline/platform';
import { hashOf, textOf, type Fields } from './mapping.evaluate.ts';
import { fileNameMark, type Mapping } from './mapping.ts';

export type Keyed =
  | { readonly kind: 'new'; readonly key: string }
  /** The same record stands in an earlier line: there is nothing to send. */
  | { readonly kind: 'duplicate'; readonly key: string; readonly firstLine: number }
  /** An earlier line has this key with other content. */
  | { readonly kind: 'clash'; readonly key: string; readonly firstLine: number }
  /** An earlier line is alike in what the mapping calls unique. */
  | { readonly kind: 'second'; readonly key: string; readonly firstLine: number };

export interface KeyTracker {
  /** The key that a record gets when it is taken next; none when keys are values. */
  next(fields: Fields, line: number): string | undefined;
  take(fields: Fields, value: string | undefined, line: number): Keyed;
  close(): void;
}

/**
 * Gives each record of a file its key. A key made of content gets the ordinal among records of
 * equal content, so that all of them are kept, and kept apart, in whichever order they come.
 */
export function createKeyTracker(mapping: Mapping, file: string): KeyTracker {
  const rule = mapping.key;
  const seen = openSeenNames();
  /** The line that has the same in its unique fields; a record without any of them is alone. */
  const firstLike = (fields: Fields, line: number): number | undefined => {
    const texts = mapping.unique.map((field) => textOf(mapping, fields, field));
    if (texts.every((text) => text === undefined)) return undefined;
    const name = JSON.stringify(texts.map((text) => text ?? null));
    const { count, first } = seen.add('unique', name, { line, content: '' });
    return count === 1 ? undefined : first.line;
  };
  const keyOfLine = (line: number): string => {
    const name = rule.by === 'line' ? rule.of.replaceAll(fileNameMark, () => file) : '';
    return `${name}:${line}`;
  };
  return {
    next(fields, line) {
      if (rule.by === 'value') return undefined;
      if (rule.by === 'line') return keyOfLine(line);
      const hash = contentHash(fields, rule.fields);
      return `${hash}.${seen.count('key', hash) + 1}`;
    },
    take(fields, value, line) {
      const firstLine = firstLike(fields, line);
      if (firstLine !== undefined) return { kind: 'second', key: value ?? '', firstLine };
      // No two records begin on one line, so that there is nothing to remember.
      if (rule.by === 'line') return { kind: 'new', key: keyOfLine(line) };
      if (rule.by === 'content') {
        const hash = contentHash(fields, rule.fields);
        const { count } = seen.add('key', hash, { line, content: '' });
        return { kind: 'new', key: `${hash}.${count}` };
      }
      const key = value ?? '';
      const content = contentHash(fields, 'all');
      const { count, first } = seen.add('key', key, { line, content });
      if (count === 1) return { kind: 'new', key };
      const kind = first.content === content ? 'duplicate' : 'clash';
      return { kind, key, firstLine: first.line };
    },
    close: () => seen.close(),
  };
}

/** The same for equal fields, whatever their order. */
export function contentHash(fields: Fields, names: readonly string[] | 'all'): string {
  const chosen = names === 'all' ? Object.keys(fields).toSorted() : names;
  return hashOf(
    chosen.map((name) => JSON.stringify([name, fields[name] ?? null])),
    40,
  );
}
