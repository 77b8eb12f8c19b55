/** A JSON Schema as it lies in a file: released ones are older than the types of today. */
export type AnySchema = Readonly<Record<string, unknown>>;

/** A published fact as readers rely on it. */
export interface Promised {
  /** One for a fact; the position is a message of every topic. */
  readonly topics: readonly string[];
  /** Of the record: what is compacted by, and found by. */
  readonly key: AnySchema;
  readonly headers: AnySchema;
  readonly payload: AnySchema;
}

export type Contract = Readonly<Record<string, Promised>>;

/** Words for people: they may become better at any time. */
const free = new Set(['title', 'description', 'examples', '$comment', '$schema', '$id']);
/** Looked into one by one. */
const structural = new Set(['properties', 'required', 'items']);
/** Lists without an order. */
const sets = new Set(['type', 'enum']);

/**
 * What readers of a released contract would break on, each in a sentence; empty when there is
 * nothing. A contract may gain facts, and facts may gain fields. A field may become required, which
 * a reader can only be glad of. All else is a new version of the fact.
 */
export function contractBreaks(released: Contract, current: Contract): string[] {
  return Object.entries(released).flatMap(([type, was]) => {
    const is = current[type];
    if (is === undefined) return [`${type} is removed`];
    return [
      ...was.topics
        .filter((topic) => !is.topics.includes(topic))
        .map((topic) => `${type} moved from ${topic} to ${is.topics.join(', ')}`),
      ...schemaBreaks(was.key, is.key, `${type} key`),
      ...schemaBreaks(was.headers, is.headers, `${type} headers`),
      ...schemaBreaks(was.payload, is.payload, type),
    ];
  });
}

/** The same for one schema; `at` is where it stands. */
export function schemaBreaks(was: AnySchema, is: AnySchema, at = ''): string[] {
  // A keyword that is not known here counts as one that readers rely on.
  const keywords = new Set([...Object.keys(was), ...Object.keys(is)]);
  const changed = [...keywords]
    .filter((keyword) => !free.has(keyword) && !structural.has(keyword))
    .filter((keyword) => written(keyword, was[keyword]) !== written(keyword, is[keyword]))
    .map((keyword) => {
      const [before, after] = [written(keyword, was[keyword]), written(keyword, is[keyword])];
      return `${at} has another ${keyword}: ${before} before, ${after} now`;
    });
  return [...changed, ...fieldBreaks(was, is, at), ...itemBreaks(was, is, at)];
}

function fieldBreaks(was: AnySchema, is: AnySchema, at: string): string[] {
  const [before, after] = [fieldsOf(was), fieldsOf(is)];
  return Object.entries(before).flatMap(([name, field]) => {
    const now = after[name];
    if (now === undefined) return [`${at}/${name} is removed`];
    const isLoose = requires(was, name) && !requires(is, name);
    return [
      ...(isLoose ? [`${at}/${name} became optional`] : []),
      ...schemaBreaks(field, now, `${at}/${name}`),
    ];
  });
}

function itemBreaks(was: AnySchema, is: AnySchema, at: string): string[] {
  const [before, after] = [was['items'], is['items']];
  if (before === undefined && after === undefined) return [];
  if (before === undefined || after === undefined) return [`${at} has another kind of items`];
  return schemaBreaks(before as AnySchema, after as AnySchema, `${at}/*`);
}

function fieldsOf(schema: AnySchema): Readonly<Record<string, AnySchema>> {
  return (schema['properties'] ?? {}) as Readonly<Record<string, AnySchema>>;
}

function requires({ required }: AnySchema, name: string): boolean {
  return Array.isArray(required) && required.includes(name);
}

/** Equal texts mean the same, whatever the order in which they were written. */
function written(keyword: string, value: unknown): string {
  if (value === undefined) return 'none';
  return JSON.stringify(sets.has(keyword) ? [value].flat().map(String).sort() : sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
