import { createHash } from 'node:crypto';
import { endOfDay, never, startOfDay } from '@plumbline/kernel';
import { readAnswer, shortened, type Answer, type AnswerOf } from './mapping.answers.ts';
import { fieldsOf, keyName } from './mapping.ts';
import type { Choose, Expression, FiscalPeriod, From, Mapping, ValueRule } from './mapping.ts';
import { shapes, type Shape } from './mapping.shape.ts';
import { fiscalDays, readDay, readDayOf, readMoment, readNumber } from './values.ts';
import type { Period } from './values.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** Why a record, or one field of it, cannot be taken. */
export interface FieldProblem {
  readonly field: string | null;
  readonly code: string;
  readonly why: string;
}

export interface Produced {
  /** The line for the bulk route, without its key. */
  readonly line: Readonly<Record<string, unknown>>;
  readonly key: string | undefined;
  readonly problems: readonly FieldProblem[];
}

/**
 * Applies a mapping to one record. Pure: the same record always gives the same line. A key that is
 * not told by a value is given, for what the record makes of it.
 */
export function evaluate(mapping: Mapping, fields: Fields, givenKey?: string): Produced {
  const run = new Evaluation(mapping, fields, givenKey);
  const line = run.value(mapping.record);
  if (run.problems.length === 0) run.require(shapes[mapping.produces], mapping.record, line, '');
  let key: string | undefined;
  if (mapping.key.by === 'value') {
    key = run.text(run.value(mapping.key.of));
    if (key === undefined && run.problems.length === 0) {
      run.missing(mapping.key.of, 'the key');
    }
  }
  return { line: isRecord(line) ? line : {}, key, problems: run.problems };
}

/** The text that one expression gives of a record; undefined when it is missing or spoilt. */
export function textBy(
  expression: Expression,
  mapping: Mapping,
  fields: Fields,
): string | undefined {
  const run = new Evaluation(mapping, fields);
  return run.text(run.value(expression));
}

/** The first rule whose field has one of its texts; a field without a value has the empty one. */
export function ruleFor(
  rules: readonly ValueRule[],
  mapping: Mapping,
  fields: Fields,
): ValueRule | undefined {
  return rules.find(({ field, is }) => is.includes(textOf(mapping, fields, field) ?? ''));
}

/** SHA-256 over parts that are kept apart, in hexadecimal. */
export function hashOf(parts: readonly string[], length: number): string {
  const hash = createHash('sha256').update(parts.join('\u001f'));
  return hash.digest('hex').slice(0, length);
}

/** The text of a field as it stands, or undefined when it is missing, null or no single value. */
export function textOf(mapping: Mapping, fields: Fields, field: string): string | undefined {
  const raw = rawOf(fields, field);
  if (raw === undefined || raw === null || typeof raw === 'object') return undefined;
  const text = typeof raw === 'string' ? raw : JSON.stringify(raw);
  const trimmed = text.trim();
  if (mapping.missing.includes(trimmed) || mapping.spoilt.includes(trimmed)) return undefined;
  return mapping.trim.includes(field) ? trimmed : text;
}

/** What a field holds; undefined when the record has no such field. */
function rawOf(fields: Fields, field: string): unknown {
  const own = Object.hasOwn(fields, field) ? fields[field] : undefined;
  return field.startsWith('/') ? pointed(fields, field) : own;
}

/** Every field of a record that holds a single value, nested ones by JSON pointer. */
export function* singleValues(fields: Fields, prefix = ''): Generator<[string, unknown]> {
  for (const [name, value] of Object.entries(fields)) {
    const pointer = `${prefix}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (isRecord(value)) yield* singleValues(value, pointer);
    else yield [prefix === '' ? name : pointer, value];
  }
}

class Evaluation {
  readonly problems: FieldProblem[] = [];
  private readonly named = new Map<string, unknown>();

  constructor(
    private readonly mapping: Mapping,
    private readonly fields: Fields,
    private readonly givenKey?: string,
  ) {}

  /** The value of an expression; undefined when it is missing. */
  value(node: Expression): unknown {
    switch (node.op) {
      case 'constant':
        return node.value;
      case 'from':
        return this.from(node);
      case 'template':
        return this.template(node.parts);
      case 'first':
        return this.first(node.of);
      case 'join':
        return this.join(node.of);
      case 'choose':
        return this.choose(node);
      case 'hash':
        return hashOf(
          node.of.map((part) => this.text(this.value(part)) ?? ''),
          node.length,
        );
      case 'fiscalPeriod':
        return this.fiscalPeriod(node);
      case 'startOf':
      case 'endOf':
        return this.edge(node);
      case 'use':
        return this.use(node.name);
      case 'structure':
        return this.structure(node.fields);
      case 'answer':
        return this.answer(node);
      case 'list':
        return node.items.map((item) => this.value(item)).filter((item) => item !== undefined);
      default:
        return never(node);
    }
  }

  text(value: unknown): string | undefined {
    if (value === undefined || value === null || typeof value === 'object') return undefined;
    return String(value as Exclude<typeof value, object>);
  }

  missing(node: Expression, what: string): void {
    const fields = fieldsOf(node, this.mapping);
    const named = fields.length === 0 ? 'the mapping' : `"${fields.join('", "')}"`;
    const why = `${what} is required, and ${named} gives none`;
    this.problems.push({ field: fields[0] ?? null, code: 'field/missing', why });
  }

  /** Names what the shape requires and the record does not give. */
  require(shape: Shape, node: Expression, value: unknown, path: string): void {
    const typed = isRecord(value) ? shape.types?.[String(value['type'])] : undefined;
    if (typed !== undefined) this.require(typed, node, value, path);
    else if (shape.fields !== undefined && isRecord(value)) {
      for (const [name, field] of Object.entries(shape.fields)) {
        const child = node.op === 'structure' ? (node.fields.get(name) ?? node) : node;
        this.require(field, child, value[name], `${path}/${name}`);
      }
    } else if (shape.items !== undefined && Array.isArray(value)) {
      for (const [at, item] of value.entries()) {
        const child = node.op === 'list' ? (node.items[at] ?? node) : node;
        this.require(shape.items, child, item, `${path}/${at}`);
      }
    } else if (shape.required && value === undefined) this.missing(node, path.slice(1));
  }

  private from(node: From): unknown {
    const text = textOf(this.mapping, this.fields, node.field);
    if (text === undefined) {
      return node.otherwise === undefined ? undefined : this.value(node.otherwise);
    }
    const read = this.read(node, text);
    if (read !== undefined) return read;
    this.problems.push({
      field: node.field,
      code: `field/not-a-${node.as}`,
      why: `${JSON.stringify(shortened(text))} is not a ${this.kindOf(node)}`,
    });
    return undefined;
  }

  private kindOf({ as, ofMonth, days = this.mapping.days }: From): string {
    if (as !== 'day') return as;
    return ofMonth === undefined ? `day as ${days}` : `day of ${ofMonth}`;
  }

  private read(node: From, text: string): string | number | undefined {
    switch (node.as) {
      case 'text':
        return text;
      case 'number':
        return readNumber(text, node.numbers ?? this.mapping.numbers);
      case 'day':
        return node.ofMonth === undefined
          ? readDay(text, node.days ?? this.mapping.days)
          : readDayOf(node.ofMonth, text);
      case 'instant':
        return readMoment(text);
      default:
        return never(node.as);
    }
  }

  private answer(node: AnswerOf): Answer | undefined {
    const read = readAnswer(node, rawOf(this.fields, node.field), this.mapping);
    if (!('why' in read)) return read;
    this.problems.push({ field: node.field, ...read });
    return undefined;
  }

  private template(parts: Extract<Expression, { op: 'template' }>['parts']): string | undefined {
    let text = '';
    for (const part of parts) {
      const piece = typeof part === 'string' ? part : textOf(this.mapping, this.fields, part.field);
      if (piece === undefined) return undefined;
      text += piece;
    }
    return text;
  }

  private first(nodes: readonly Expression[]): unknown {
    for (const node of nodes) {
      const value = this.value(node);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  private join(nodes: readonly Expression[]): string | undefined {
    const texts = nodes.map((node) => this.text(this.value(node)));
    return texts.includes(undefined) ? undefined : texts.join('');
  }

  private choose(node: Choose): unknown {
    const by = this.text(this.value(node.by));
    const chosen = by === undefined ? undefined : node.cases.get(by);
    if (chosen !== undefined) return this.value(chosen);
    if (node.otherwise !== undefined) return this.value(node.otherwise);
    if (by === undefined) return undefined;
    this.problems.push({
      field: fieldsOf(node.by, this.mapping)[0] ?? null,
      code: 'field/not-among-the-cases',
      why: `the mapping has no case for ${JSON.stringify(shortened(by))}`,
    });
    return undefined;
  }

  private fiscalPeriod(node: FiscalPeriod): Period | undefined {
    const number = (part: Expression | undefined): number | undefined => {
      const value = part === undefined ? undefined : this.value(part);
      return value === undefined ? undefined : Number(value);
    };
    let year = number(node.year);
    const quarter = number(node.quarter);
    const month = number(node.month);
    if (year === undefined) return undefined;
    if (node.quarter !== undefined && quarter === undefined) return undefined;
    if (node.month !== undefined && month === undefined) return undefined;
    if (node.century !== undefined && year < 100) year += node.century;
    const part = {
      year,
      ...(quarter === undefined ? {} : { quarter }),
      ...(month === undefined ? {} : { month }),
    };
    const days = fiscalDays(part, node);
    if (days === undefined) {
      const field = fieldsOf(node, this.mapping)[0] ?? null;
      const why = `there is no fiscal period ${JSON.stringify(part)}`;
      this.problems.push({ field, code: 'field/not-a-period', why });
      return undefined;
    }
    const name = node.name
      .replaceAll('{year}', String(year))
      .replaceAll('{yy}', String(year % 100).padStart(2, '0'))
      .replaceAll('{quarter}', String(quarter ?? ''))
      .replaceAll('{month}', String(month ?? '').padStart(2, '0'));
    return { name, ...days };
  }

  private edge(node: Extract<Expression, { op: 'startOf' | 'endOf' }>): string | undefined {
    const value = this.value(node.of);
    const day = isRecord(value) ? value[node.op === 'startOf' ? 'start' : 'end'] : value;
    if (typeof day !== 'string') return undefined;
    return node.op === 'startOf' ? startOfDay(day) : endOfDay(day);
  }

  private use(name: string): unknown {
    if (name === keyName) {
      const { key } = this.mapping;
      return key.by === 'value' ? this.value(key.of) : this.givenKey;
    }
    if (!this.named.has(name)) {
      const node = this.mapping.let.get(name);
      this.named.set(name, node === undefined ? undefined : this.value(node));
    }
    return this.named.get(name);
  }

  /** A structure without any of its fields is missing itself. */
  private structure(nodes: ReadonlyMap<string, Expression>): unknown {
    const entries: [string, unknown][] = [];
    for (const [name, node] of nodes) {
      const value = this.value(node);
      if (value !== undefined) entries.push([name, value]);
    }
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pointed(fields: Fields, pointer: string): unknown {
  let value: unknown = fields;
  for (const part of pointer.slice(1).split('/')) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}
