/**
 * A map of text keys that is never changed: a new one shares with the old one all that is alike.
 * For states of aggregates with very many entries, where a copy for each fact would be dear. It is
 * plain data: a tree with 32 branches, by five bits of the key's hash at a time.
 */
export type Table<Value> = Branch<Value> | null;

type Node<Value> = Branch<Value> | Leaf<Value>;

interface Branch<Value> {
  readonly children: readonly (Node<Value> | null)[];
  readonly size: number;
}

/** Keys with one hash, or so few that no further branch is worth it. */
interface Leaf<Value> {
  readonly entries: readonly (readonly [key: string, value: Value])[];
}

const bits = 5;
const width = 1 << bits;
/** Below the last level all bits are used up: keys with one hash share a leaf. */
const depthMax = Math.ceil(32 / bits);
const leafEntriesMax = 8;

export const emptyTable = null;

export function tableSize(table: Table<unknown>): number {
  return table === null ? 0 : table.size;
}

export function tableGet<Value>(table: Table<Value>, key: string): Value | undefined {
  const code = hashOf(key);
  let node: Node<Value> | null | undefined = table;
  for (let depth = 0; node !== null && node !== undefined; depth += 1) {
    if ('entries' in node) return node.entries.find((entry) => entry[0] === key)?.[1];
    node = node.children[slotOf(code, depth)];
  }
  return undefined;
}

/** The table with an entry more, or with another value in its place. */
export function tableWith<Value>(table: Table<Value>, key: string, value: Value): Branch<Value> {
  const branch = table ?? { children: emptyChildren, size: 0 };
  return withIn(branch, [key, value], hashOf(key), 0);
}

/** All entries, in an order that depends on nothing but the keys. */
export function* tableEntries<Value>(
  table: Table<Value>,
): Generator<readonly [key: string, value: Value]> {
  if (table !== null) yield* entriesOf(table);
}

const emptyChildren: readonly null[] = Array.from({ length: width }, () => null);

function withIn<Value>(
  branch: Branch<Value>,
  entry: readonly [string, Value],
  code: number,
  depth: number,
): Branch<Value> {
  const slot = slotOf(code, depth);
  const child = branch.children[slot] ?? { entries: [] };
  const children = branch.children.slice();
  const next =
    'entries' in child ? grown(child, entry, depth + 1) : withIn(child, entry, code, depth + 1);
  children[slot] = next;
  return { children, size: branch.size + sizeOf(next) - sizeOf(child) };
}

/** The leaf with the entry; a branch in its place when it has become too large. */
function grown<Value>(
  { entries }: Leaf<Value>,
  entry: readonly [string, Value],
  depth: number,
): Node<Value> {
  // In the order of their keys, so that a table does not tell in which order they came.
  let place = 0;
  while (place < entries.length && (entries[place] as typeof entry)[0] < entry[0]) place += 1;
  const all = entries.slice();
  all.splice(place, entries[place]?.[0] === entry[0] ? 1 : 0, entry);
  if (all.length <= leafEntriesMax || depth >= depthMax) return { entries: all };
  let branch: Branch<Value> = { children: emptyChildren, size: 0 };
  for (const one of all) branch = withIn(branch, one, hashOf(one[0]), depth);
  return branch;
}

function* entriesOf<Value>(node: Node<Value>): Generator<readonly [string, Value]> {
  if ('entries' in node) yield* node.entries;
  else for (const child of node.children) if (child !== null) yield* entriesOf(child);
}

function sizeOf(node: Node<unknown>): number {
  return 'entries' in node ? node.entries.length : node.size;
}

function slotOf(code: number, depth: number): number {
  return (code >>> (depth * bits)) & (width - 1);
}

/** FNV-1a, 32 bits, with a last mixing so that the low bits are as good as the high ones. */
function hashOf(key: string): number {
  let code = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    code = Math.imul(code ^ key.charCodeAt(index), 0x01000193);
  }
  code = Math.imul(code ^ (code >>> 16), 0x85ebca6b);
  return (code ^ (code >>> 13)) >>> 0;
}
