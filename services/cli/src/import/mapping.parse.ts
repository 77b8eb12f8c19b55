import { noAnswers, type AnswerOf, type Codes } from './mapping.answers.ts';
import { keyName, products } from './mapping.ts';
import type { Expression, From, KeyRule, Mapping, OrderRule, Scalar } from './mapping.ts';
import type { SourceFormat, TemplatePart, ValueRule } from './mapping.ts';
import { checkShape } from './mapping.check.ts';
import { isDayFormat, isMonth, plainNumbers, type NumberFormat } from './values.ts';

export const mappingVersion = 'mapping@1';

export interface MappingError {
  /** A JSON pointer into the mapping file. */
  readonly at: string;
  readonly why: string;
}

/** Of a scale: further than any survey goes, and exact. */
const pointMax = 1_000_000;

type Json = Readonly<Record<string, unknown>>;

/** Reads a mapping strictly: a name that is not known is an error, and each error has its place. */
export function parseMapping(text: string): Mapping | readonly MappingError[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return [{ at: '', why: `the mapping is not JSON: ${(error as Error).message}` }];
  }
  const parser = new MappingParser();
  const mapping = parser.mapping(json);
  if (mapping === undefined || parser.errors.length > 0) return parser.errors;
  const errors = checkShape(mapping);
  return errors.length > 0 ? errors : mapping;
}

const mappingFields = [
  'plumbline',
  'about',
  'produces',
  'source',
  'missing',
  'spoilt',
  'trim',
  'numbers',
  'days',
  'skip',
  'refuse',
  'unique',
  'order',
  'ignore',
  'codes',
  'let',
  'key',
  'record',
];

/** The options of each operator; an object with none of these keys is a structure. */
const operators: Readonly<Record<string, readonly string[]>> = {
  from: ['as', 'numbers', 'days', 'ofMonth', 'else'],
  template: [],
  first: [],
  join: [],
  choose: ['cases', 'else'],
  hash: ['length'],
  fiscalPeriod: ['firstMonth', 'yearNamedBy', 'century', 'name'],
  startOf: [],
  endOf: [],
  use: [],
  structure: [],
  answer: ['metric', 'scale', 'noAnswer'],
};

class MappingParser {
  readonly errors: MappingError[] = [];
  /** Codes for no answer that more than one question has, by name. */
  private codes: ReadonlyMap<string, Codes> = new Map();

  mapping(json: unknown): Mapping | undefined {
    const file = this.object(json, '', mappingFields);
    if (file === undefined) return undefined;
    this.oneOf(file['plumbline'], '/plumbline', [mappingVersion]);
    if (file['about'] !== undefined) this.string(file['about'], '/about');
    this.codes = this.mapOf(file['codes'] ?? {}, '/codes', (one, at) => this.codesOf(one, at));
    return {
      produces: this.oneOf(file['produces'], '/produces', products),
      source: this.source(file['source'] ?? {}),
      missing: this.strings(file['missing'] ?? [''], '/missing'),
      spoilt: this.strings(file['spoilt'] ?? [], '/spoilt'),
      trim: this.strings(file['trim'] ?? [], '/trim'),
      numbers: this.numbers(file['numbers'] ?? {}, '/numbers'),
      days: this.days(file['days'] ?? 'yyyy-mm-dd', '/days'),
      skip: this.list(file['skip'] ?? [], '/skip', (rule, at) => this.rule(rule, at)),
      refuse: this.list(file['refuse'] ?? [], '/refuse', (rule, at) => this.rule(rule, at)),
      unique: this.strings(file['unique'] ?? [], '/unique'),
      ...this.order(file['order']),
      ignore: this.strings(file['ignore'] ?? [], '/ignore'),
      let: this.names(file['let'] ?? {}),
      key: this.key(file['key']),
      record: this.expression(file['record'], '/record'),
    };
  }

  private source(json: unknown): SourceFormat {
    const source = this.object(json, '/source', ['format', 'encoding', 'delimiter']) ?? {};
    const formats = ['auto', 'json', 'ndjson', 'csv'] as const;
    const encoding = this.string(source['encoding'] ?? 'utf-8', '/source/encoding');
    const delimiter = this.string(source['delimiter'] ?? ',', '/source/delimiter');
    if (!/^[\t -~]$/.test(delimiter))
      this.error('/source/delimiter', 'must be one ASCII character');
    try {
      new TextDecoder(encoding);
    } catch {
      this.error('/source/encoding', 'must be an encoding, as in "utf-8" or "windows-1252"');
    }
    const format = this.oneOf(source['format'] ?? 'auto', '/source/format', formats);
    return { format, encoding, delimiter };
  }

  private numbers(json: unknown, at: string): NumberFormat {
    const given = this.object(json, at, ['decimal', 'group', 'percent']) ?? {};
    const decimal = this.oneOf(given['decimal'] ?? '.', `${at}/decimal`, ['.', ','] as const);
    const groups = ['', ',', '.', ' ', "'", '_'] as const;
    const group = this.oneOf(given['group'] ?? '', `${at}/group`, groups);
    const percent = given['percent'] ?? plainNumbers.percent;
    if (typeof percent !== 'boolean') this.error(`${at}/percent`, 'must be true or false');
    if (decimal === group) this.error(`${at}/group`, 'must differ from the decimal mark');
    return { decimal, group, percent: percent === true };
  }

  private days(json: unknown, at: string): string {
    const format = this.string(json, at);
    if (!isDayFormat(format)) this.error(at, 'must name yyyy, mm (or m) and dd (or d), each once');
    return format;
  }

  private month(json: unknown, at: string): string {
    const month = this.string(json, at);
    if (!isMonth(month)) this.error(at, 'must be a month, as in "2017-05"');
    return month;
  }

  private names(json: unknown): ReadonlyMap<string, Expression> {
    const named = this.expressions(json, '/let');
    if (named.has(keyName)) this.error('/let/key', 'is the name of the key of the record itself');
    return named;
  }

  private order(json: unknown): { order?: OrderRule } {
    if (json === undefined) return {};
    const given = this.object(json, '/order', ['of', 'after']) ?? {};
    const of = this.expression(given['of'], '/order/of');
    return { order: { of, after: this.expression(given['after'], '/order/after') } };
  }

  private rule(json: unknown, at: string): ValueRule {
    const rule = this.object(json, at, ['field', 'is', 'why']) ?? {};
    return {
      field: this.string(rule['field'], `${at}/field`),
      is: this.strings(rule['is'], `${at}/is`),
      why: this.string(rule['why'], `${at}/why`),
    };
  }

  private key(json: unknown): KeyRule {
    if (isObject(json) && 'line' in json) {
      this.object(json, '/key', ['line']);
      const of = this.string(json['line'], '/key/line');
      if (of.trim() === '') this.error('/key/line', 'must name the file, as "{file}" does');
      return { by: 'line', of };
    }
    if (!isObject(json) || !('content' in json)) {
      return { by: 'value', of: this.expression(json, '/key') };
    }
    this.object(json, '/key', ['content']);
    const content = json['content'];
    const fields = content === 'all' ? 'all' : this.strings(content, '/key/content');
    if (fields !== 'all' && fields.length === 0) this.error('/key/content', 'must name a field');
    return { by: 'content', fields };
  }

  private expression(json: unknown, at: string): Expression {
    if (json === undefined) this.error(at, 'is required');
    if (Array.isArray(json)) {
      return {
        op: 'list',
        items: this.list(json, at, (item, path) => this.expression(item, path)),
      };
    }
    if (!isObject(json)) return { op: 'constant', value: (json ?? null) as Scalar };
    const named = Object.keys(json).filter((name) => Object.hasOwn(operators, name));
    const operator = named[0];
    if (operator === undefined) return { op: 'structure', fields: this.expressions(json, at) };
    if (named.length > 1) this.error(at, `has more than one operator: ${named.join(', ')}`);
    else this.object(json, at, [operator, ...(operators[operator] ?? [])]);
    return this.operator(operator, json, at);
  }

  private operator(operator: string, json: Json, at: string): Expression {
    const inner = `${at}/${operator}`;
    const expressions = (path: string): Expression[] => {
      const given = this.list(json[operator], path, (item, to) => this.expression(item, to));
      if (given.length === 0) this.error(path, 'must name one at least');
      return given;
    };
    switch (operator) {
      case 'from':
        return this.from(json, at);
      case 'template':
        return { op: 'template', parts: this.template(json['template'], inner) };
      case 'first':
      case 'join':
        return { op: operator, of: expressions(inner) };
      case 'choose': {
        const by = this.expression(json['choose'], inner);
        const cases = this.expressions(json['cases'], `${at}/cases`);
        return { op: 'choose', by, cases, ...this.otherwise(json, at) };
      }
      case 'hash': {
        const length = this.whole(json['length'] ?? 32, `${at}/length`, 8, 64);
        return { op: 'hash', of: expressions(inner), length };
      }
      case 'fiscalPeriod':
        return this.fiscalPeriod(json, at);
      case 'structure': {
        // For one with a field that is named as an operator is.
        const fields = this.expressions(json['structure'], inner);
        return { op: 'structure', fields, within: '/structure' };
      }
      case 'use':
        return { op: 'use', name: this.string(json['use'], inner) };
      case 'answer':
        return this.answer(json, at);
      default: {
        const op = operator === 'startOf' ? 'startOf' : 'endOf';
        return { op, of: this.expression(json[operator], inner) };
      }
    }
  }

  private from(json: Json, at: string): From {
    const kinds = ['text', 'number', 'day', 'instant'] as const;
    const { numbers, days, ofMonth } = json;
    if (ofMonth !== undefined && (json['as'] !== 'day' || days !== undefined)) {
      this.error(`${at}/ofMonth`, 'is for a day, and instead of days');
    }
    return {
      op: 'from',
      field: this.string(json['from'], `${at}/from`),
      as: this.oneOf(json['as'] ?? 'text', `${at}/as`, kinds),
      ...(numbers === undefined ? {} : { numbers: this.numbers(numbers, `${at}/numbers`) }),
      ...(days === undefined ? {} : { days: this.days(days, `${at}/days`) }),
      ...(ofMonth === undefined ? {} : { ofMonth: this.month(ofMonth, `${at}/ofMonth`) }),
      ...this.otherwise(json, at),
    };
  }

  private otherwise(json: Json, at: string): { otherwise?: Expression } {
    if (json['else'] === undefined) return {};
    return { otherwise: this.expression(json['else'], `${at}/else`) };
  }

  private answer(json: Json, at: string): AnswerOf {
    const { scale, noAnswer = {} } = json;
    const points = this.object(scale ?? {}, `${at}/scale`, ['min', 'max']) ?? {};
    const point = (name: string) =>
      this.whole(points[name], `${at}/scale/${name}`, -pointMax, pointMax);
    return {
      op: 'answer',
      field: this.string(json['answer'], `${at}/answer`),
      metric: this.string(json['metric'], `${at}/metric`),
      ...(scale === undefined ? {} : { scale: { min: point('min'), max: point('max') } }),
      noAnswer: this.codesBy(noAnswer, `${at}/noAnswer`),
    };
  }

  /** Codes as they stand, or by the name that they have in `codes`. */
  private codesBy(json: unknown, at: string): Codes {
    if (typeof json !== 'string') return this.codesOf(json, at);
    const named = this.codes.get(json);
    if (named === undefined) this.error(at, `there is no "${json}" in codes`);
    return named ?? new Map();
  }

  private codesOf(json: unknown, at: string): Codes {
    return this.mapOf(json, at, (cause, to) => this.oneOf(cause, to, noAnswers));
  }

  private template(json: unknown, at: string): TemplatePart[] {
    const text = this.string(json, at);
    const parts: TemplatePart[] = [];
    for (const [token] of text.matchAll(/\{\{|\}\}|\{[^{}]+\}|[^{}]+|[{}]/g)) {
      if (token === '{' || token === '}')
        this.error(at, 'has a brace that is not closed or doubled');
      else if (token === '{{' || token === '}}') parts.push(token.slice(1));
      else if (token.startsWith('{')) parts.push({ field: token.slice(1, -1) });
      else parts.push(token);
    }
    return parts;
  }

  private fiscalPeriod(json: Json, at: string): Expression {
    const inner = `${at}/fiscalPeriod`;
    const part = this.object(json['fiscalPeriod'], inner, ['year', 'quarter', 'month']) ?? {};
    const { quarter, month } = part;
    if (quarter !== undefined && month !== undefined) {
      this.error(inner, 'is a quarter or a month, not both');
    }
    const kind = quarter === undefined ? (month === undefined ? '' : '-M{month}') : '-Q{quarter}';
    const century = json['century'];
    return {
      op: 'fiscalPeriod',
      year: this.expression(part['year'], `${inner}/year`),
      ...(quarter === undefined ? {} : { quarter: this.expression(quarter, `${inner}/quarter`) }),
      ...(month === undefined ? {} : { month: this.expression(month, `${inner}/month`) }),
      firstMonth: this.whole(json['firstMonth'] ?? 1, `${at}/firstMonth`, 1, 12),
      yearNamedBy: this.oneOf(json['yearNamedBy'] ?? 'end', `${at}/yearNamedBy`, ['start', 'end']),
      ...(century === undefined
        ? {}
        : { century: this.whole(century, `${at}/century`, 100, 9900) }),
      name: this.string(json['name'] ?? `FY{year}${kind}`, `${at}/name`),
    };
  }

  private expressions(json: unknown, at: string): ReadonlyMap<string, Expression> {
    return this.mapOf(json, at, (value, to) => this.expression(value, to));
  }

  private mapOf<T>(
    json: unknown,
    at: string,
    read: (value: unknown, at: string) => T,
  ): ReadonlyMap<string, T> {
    if (isObject(json)) {
      const entries = Object.entries(json);
      return new Map(entries.map(([name, one]) => [name, read(one, `${at}/${escaped(name)}`)]));
    }
    this.error(at, 'must be an object');
    return new Map();
  }

  private object(json: unknown, at: string, allowed: readonly string[]): Json | undefined {
    if (!isObject(json)) {
      this.error(at, 'must be an object');
      return undefined;
    }
    for (const name of Object.keys(json)) {
      if (allowed.includes(name)) continue;
      this.error(`${at}/${escaped(name)}`, `is not known here; known are ${allowed.join(', ')}`);
    }
    return json;
  }

  private list<T>(json: unknown, at: string, read: (item: unknown, at: string) => T): T[] {
    if (Array.isArray(json)) return json.map((item, index) => read(item, `${at}/${index}`));
    this.error(at, 'must be a list');
    return [];
  }

  private strings(json: unknown, at: string): string[] {
    return this.list(json, at, (item, path) => this.string(item, path));
  }

  private string(json: unknown, at: string): string {
    if (typeof json === 'string') return json;
    this.error(at, json === undefined ? 'is required' : 'must be text');
    return '';
  }

  private whole(json: unknown, at: string, low: number, high: number): number {
    if (typeof json === 'number' && Number.isInteger(json) && json >= low && json <= high) {
      return json;
    }
    this.error(at, `must be a whole number from ${low} to ${high}`);
    return low;
  }

  private oneOf<T extends string>(json: unknown, at: string, allowed: readonly T[]): T {
    const found = allowed.find((name) => name === json);
    if (found !== undefined) return found;
    this.error(at, `must be one of ${allowed.map((name) => JSON.stringify(name)).join(', ')}`);
    return allowed[0] as T;
  }

  private error(at: string, why: string): void {
    this.errors.push({ at, why });
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
