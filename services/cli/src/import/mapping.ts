import type { AnswerOf } from './mapping.answers.ts';
import type { NumberFormat } from './values.ts';

/**
 * A mapping says what the fields of another organisation's file are to Plumbline. It is data: a
 * file of another shape needs another mapping, and never other code. `docs/import/mapping.md`
 * describes the language; `mapping.parse.ts` reads it strictly; `mapping.evaluate.ts` applies it.
 */
export interface Mapping {
  readonly produces: Product;
  readonly source: SourceFormat;
  /** Texts that mean "there is no value here". */
  readonly missing: readonly string[];
  /** Texts that mean "this value is spoilt": left out as missing, and reported by field. */
  readonly spoilt: readonly string[];
  /** Fields whose text is trimmed; all others stay as they are. */
  readonly trim: readonly string[];
  readonly numbers: NumberFormat;
  readonly days: string;
  readonly skip: readonly ValueRule[];
  /** As `skip`, for what should not be in the file: such records are refused. */
  readonly refuse: readonly ValueRule[];
  /** Fields that no two records may have alike: the second is refused. */
  readonly unique: readonly string[];
  readonly order?: OrderRule;
  /** Fields that are left behind on purpose; any other that is not used is named in the summary. */
  readonly ignore: readonly string[];
  readonly let: ReadonlyMap<string, Expression>;
  readonly key: KeyRule;
  readonly record: Expression;
}

/** What a mapping makes of a file, each for a bulk route of its own. */
export const products = [
  'goals',
  'measurements',
  'structure',
  'people',
  'customer-responses',
  'reviews',
] as const;
export type Product = (typeof products)[number];

export interface SourceFormat {
  readonly format: 'auto' | 'json' | 'ndjson' | 'csv';
  readonly encoding: string;
  readonly delimiter: string;
}

export interface ValueRule {
  readonly field: string;
  readonly is: readonly string[];
  readonly why: string;
}

/**
 * What a record establishes, and what must be there before it: rows that stand in any order are
 * taken in the one in which each finds what it names, as far as the file itself brings it.
 */
export interface OrderRule {
  readonly of: Expression;
  readonly after: Expression;
}

/**
 * What makes a record itself: a value that the source gives, or its content (all fields or those
 * named) with the ordinal among records of equal content, so that none of them is lost and the
 * key stays the same when the file is sorted otherwise; or the line that it stands on, in a file
 * that is never sorted otherwise.
 */
export type KeyRule =
  | { readonly by: 'value'; readonly of: Expression }
  | { readonly by: 'content'; readonly fields: readonly string[] | 'all' }
  | { readonly by: 'line'; readonly of: string };

/** What stands for the file's own name in a key made of lines. */
export const fileNameMark = '{file}';

export type Scalar = string | number | boolean | null;

export type Expression =
  | { readonly op: 'constant'; readonly value: Scalar }
  | From
  | { readonly op: 'template'; readonly parts: readonly TemplatePart[] }
  | { readonly op: 'first' | 'join'; readonly of: readonly Expression[] }
  | Choose
  | { readonly op: 'hash'; readonly of: readonly Expression[]; readonly length: number }
  | FiscalPeriod
  | { readonly op: 'startOf' | 'endOf'; readonly of: Expression }
  | { readonly op: 'use'; readonly name: string }
  | Structure
  | { readonly op: 'list'; readonly items: readonly Expression[] }
  | AnswerOf;

export interface Structure {
  readonly op: 'structure';
  readonly fields: ReadonlyMap<string, Expression>;
  /** Where its fields stand in the mapping, when it is told by name that it is a structure. */
  readonly within?: '/structure';
}

export interface From {
  readonly op: 'from';
  /** A field's name, or a JSON pointer (`/a/b`) into a nested one. */
  readonly field: string;
  readonly as: 'text' | 'number' | 'day' | 'instant';
  readonly numbers?: NumberFormat;
  readonly days?: string;
  /** The month, as in `2017-05`, that the field has a day of. */
  readonly ofMonth?: string;
  readonly otherwise?: Expression;
}

export type TemplatePart = string | { readonly field: string };

export interface Choose {
  readonly op: 'choose';
  readonly by: Expression;
  readonly cases: ReadonlyMap<string, Expression>;
  readonly otherwise?: Expression;
}

export interface FiscalPeriod {
  readonly op: 'fiscalPeriod';
  readonly year: Expression;
  readonly quarter?: Expression;
  readonly month?: Expression;
  readonly firstMonth: number;
  readonly yearNamedBy: 'start' | 'end';
  /** Added to a year below 100, as in 2000; undefined when such a year is refused. */
  readonly century?: number;
  /** With `{year}`, `{yy}`, `{quarter}` and `{month}`. */
  readonly name: string;
}

/** The name in `let` that always stands for the record's own key. */
export const keyName = 'key';

/** The source fields that an expression reads, for messages that name them. */
export function fieldsOf(expression: Expression, mapping: Pick<Mapping, 'let' | 'key'>): string[] {
  const found = new Set<string>();
  const visit = (node: Expression | undefined): void => {
    if (node === undefined) return;
    if (node.op === 'from' || node.op === 'answer') found.add(node.field);
    if (node.op === 'template') {
      for (const part of node.parts) if (typeof part !== 'string') found.add(part.field);
    }
    if (node.op === 'use' && node.name === keyName) {
      for (const field of keyFields(mapping)) found.add(field);
    } else if (node.op === 'use') visit(mapping.let.get(node.name));
    for (const child of childrenOf(node)) visit(child);
  };
  visit(expression);
  return [...found];
}

/** The source fields that make the key; none when all of them do, or its line does. */
export function keyFields(mapping: Pick<Mapping, 'let' | 'key'>): readonly string[] {
  const { key } = mapping;
  if (key.by === 'value') return fieldsOf(key.of, mapping);
  return key.by === 'line' || key.fields === 'all' ? [] : key.fields;
}

/** The source fields behind a field of the request, as far as the mapping tells for sure. */
export function sourceField(pointer: string, mapping: Mapping): string {
  let node: Expression | undefined = mapping.record;
  for (const part of pointer.split('/').slice(1)) {
    const inside = insideOf(node, part, mapping);
    if (inside === undefined) break;
    node = inside;
  }
  const fields = node === mapping.record ? [] : fieldsOf(node, mapping);
  return fields.length === 0 ? pointer : fields.join(', ');
}

function insideOf(node: Expression, part: string, mapping: Mapping): Expression | undefined {
  if (node.op === 'use') {
    const named = mapping.let.get(node.name);
    return named === undefined ? undefined : insideOf(named, part, mapping);
  }
  if (node.op === 'structure') return node.fields.get(part);
  if (node.op !== 'list') return undefined;
  // An item that may be left out moves those after it, so that a number tells nothing.
  const until = node.items.slice(0, Number(part) + 1);
  return until.every(isAlwaysThere) ? until[Number(part)] : undefined;
}

function isAlwaysThere(node: Expression): boolean {
  if (node.op === 'structure') return [...node.fields.values()].some(isAlwaysThere);
  return node.op === 'constant' || node.op === 'answer';
}

export function childrenOf(node: Expression): readonly (Expression | undefined)[] {
  switch (node.op) {
    case 'from':
      return [node.otherwise];
    case 'first':
    case 'join':
    case 'hash':
      return node.of;
    case 'list':
      return node.items;
    case 'structure':
      return [...node.fields.values()];
    case 'choose':
      return [node.by, ...node.cases.values(), node.otherwise];
    case 'fiscalPeriod':
      return [node.year, node.quarter, node.month];
    case 'startOf':
    case 'endOf':
      return [node.of];
    default:
      return [];
  }
}
