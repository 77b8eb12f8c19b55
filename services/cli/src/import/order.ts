import { CliError } from '../exit.ts';
import { ruleFor, textBy, type Fields } from './mapping.evaluate.ts';
import type { Mapping, OrderRule } from './mapping.ts';
import type { SourceRecord } from './records.ts';

/** Bytes of a file with an order, which is held whole while it is imported. */
export const orderedBytesMax = 268_435_456;
/** Names of a circle that are told; the others are counted. */
export const toldNamesMax = 10;

/** Records by how many others of the file stand above them, each level in the file's order. */
export interface Ordered {
  readonly levels: readonly (readonly SourceRecord[])[];
  readonly records: number;
  /** The names around a circle that this one is part of, from itself to itself. */
  circleOf(name: string): string | undefined;
}

/** What a record brings and what it names, for one that takes part in the order. */
export interface Place {
  readonly of: string;
  readonly after: string | undefined;
}

export function placeOf(mapping: Mapping, order: OrderRule, fields: Fields): Place | undefined {
  const of = textBy(order.of, mapping, fields);
  return of === undefined ? undefined : { of, after: textBy(order.after, mapping, fields) };
}

/**
 * Reads a file whole, and puts what others name before them. A name that the file does not bring
 * is the server's to know. Who is part of a circle comes first, to be refused.
 */
export async function readOrdered(
  records: AsyncIterable<SourceRecord>,
  mapping: Mapping,
  order: OrderRule,
): Promise<Ordered> {
  const read: { record: SourceRecord; of: string | undefined }[] = [];
  const above = new Map<string, string | undefined>();
  for await (const record of records) {
    const place = record.kind === 'record' ? placed(mapping, order, record.fields) : undefined;
    read.push({ record, of: place?.of });
    // The first of a name stands for it: another one is refused or a duplicate.
    if (place !== undefined && !above.has(place.of)) above.set(place.of, place.after);
  }
  const { levelOf, circles } = levelsOf(above);
  const levels: SourceRecord[][] = [];
  for (const { record, of } of read) {
    const level = of === undefined ? 0 : (levelOf.get(of) ?? 0);
    for (let last = levels.length; last <= level; last += 1) levels.push([]);
    levels[level]?.push(record);
  }
  return { levels, records: read.length, circleOf: (name) => told(name, circles.get(name)) };
}

/** A record that a rule leaves out brings nothing, and so closes no circle. */
function placed(mapping: Mapping, order: OrderRule, fields: Fields): Place | undefined {
  const rules = [...mapping.skip, ...mapping.refuse];
  return ruleFor(rules, mapping, fields) === undefined
    ? placeOf(mapping, order, fields)
    : undefined;
}

function levelsOf(above: ReadonlyMap<string, string | undefined>): {
  levelOf: ReadonlyMap<string, number>;
  circles: ReadonlyMap<string, readonly string[]>;
} {
  const levelOf = new Map<string, number>();
  const circles = new Map<string, readonly string[]>();
  for (const name of above.keys()) {
    const path: string[] = [];
    const passed = new Set<string>();
    let at: string | undefined = name;
    while (at !== undefined && above.has(at) && !levelOf.has(at) && !passed.has(at)) {
      path.push(at);
      passed.add(at);
      at = above.get(at);
    }
    let level = at === undefined ? 0 : (levelOf.get(at) ?? -1) + 1;
    if (at !== undefined && passed.has(at)) {
      const circle = path.splice(path.indexOf(at));
      for (const one of circle) {
        levelOf.set(one, 0);
        circles.set(one, circle);
      }
      level = 1;
    }
    for (const one of path.toReversed()) levelOf.set(one, level++);
  }
  return { levelOf, circles };
}

function told(name: string, circle: readonly string[] | undefined): string | undefined {
  if (circle === undefined) return undefined;
  const start = circle.indexOf(name);
  const around = [...circle.slice(start), ...circle.slice(0, start)];
  const more = around.length - toldNamesMax;
  const names = more > 0 ? [...around.slice(0, toldNamesMax), `${more} more`] : around;
  return [...names, name].join(' → ');
}

export function assertMayBeHeld(bytes: number, limit = orderedBytesMax): void {
  if (bytes <= limit) return;
  throw new CliError(
    'usage',
    'import/file-too-large',
    `A file with an order has at most ${limit} bytes. Split it, and import its upper part first.`,
  );
}

type Line = Readonly<Record<string, unknown>>;

/**
 * A line for a dry run, where nothing that the same file brings is ever there: what is established
 * under `name` is decided as if it stood at the top, and other changes that name it are left out.
 */
export function withoutWhatIsToCome(line: Line, name: string): Line {
  const changes = (line['changes'] as readonly Line[]).flatMap((change) => {
    const named = Object.keys(change).filter((field) => {
      return ['manager', 'parent'].includes(field) && change[field] === name;
    });
    if (named.length === 0) return [change];
    if (!String(change['type']).startsWith('Establish')) return [];
    return [{ ...change, ...Object.fromEntries(named.map((field) => [field, null])) }];
  });
  return changes.length === 0 ? line : { ...line, changes };
}
