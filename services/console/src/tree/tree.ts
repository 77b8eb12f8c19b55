/** Something that can be opened to show what is below it. What is below is made when it is open. */
export interface Branch<V> {
  /** Its own among its siblings. */
  readonly id: string;
  readonly value: V;
  readonly below: readonly string[];
  readonly at: (id: string) => Branch<V>;
}

/** One drawn line of a tree. */
export type TreeRow<V> = BranchRow<V> | MoreRow;

export interface BranchRow<V> {
  readonly kind: 'branch';
  /** Where it stands: the same thing may stand below several others. */
  readonly path: string;
  readonly level: number;
  readonly value: V;
  /** Undefined: there is nothing below. */
  readonly isOpen: boolean | undefined;
  readonly setSize: number;
  readonly placeInSet: number;
}

/** Siblings that are not drawn until they are asked for. */
export interface MoreRow {
  readonly kind: 'more';
  /** That of the line above them. */
  readonly path: string;
  readonly level: number;
  readonly left: number;
}

/** What a reader has opened, and how many siblings are asked for below each, by path. */
export interface Opened {
  readonly open: ReadonlySet<string>;
  readonly shown: ReadonlyMap<string, number>;
}

export const nothingOpened: Opened = { open: new Set(), shown: new Map() };

/** Siblings drawn at first, and added with each asking: a page of 10,000 lines is of no use. */
export const siblingsShown = 100;

/** Levels that can be opened: below a circle of parents one would never arrive. */
export const levelsMax = 64;

const separator = '\u001f';

/** The lines to draw: only what stands below what is open. */
export function rowsOf<V>(roots: readonly Branch<V>[], opened: Opened): readonly TreeRow<V>[] {
  const rows: TreeRow<V>[] = [];
  const add = (above: string, level: number, count: number, at: (index: number) => Branch<V>) => {
    const shown = Math.min(count, opened.shown.get(above) ?? siblingsShown);
    for (let index = 0; index < shown; index += 1) {
      const branch = at(index);
      const path = above === '' ? branch.id : `${above}${separator}${branch.id}`;
      const isLeaf = branch.below.length === 0 || level >= levelsMax;
      const isOpen = isLeaf ? undefined : opened.open.has(path);
      const place = { setSize: count, placeInSet: index + 1 };
      rows.push({ kind: 'branch', path, level, value: branch.value, isOpen, ...place });
      if (isOpen === true) {
        add(path, level + 1, branch.below.length, (one) => branch.at(branch.below[one] ?? ''));
      }
    }
    if (shown < count) rows.push({ kind: 'more', path: above, level, left: count - shown });
  };
  add('', 1, roots.length, (index) => roots[index] as Branch<V>);
  return rows;
}

export function toggled({ open, shown }: Opened, path: string): Opened {
  const next = new Set(open);
  if (!next.delete(path)) next.add(path);
  return { open: next, shown };
}

export function withMore({ open, shown }: Opened, path: string): Opened {
  const before = shown.get(path) ?? siblingsShown;
  return { open, shown: new Map(shown).set(path, before + siblingsShown) };
}

/** Everything down to a level opened, as far as it makes no more than `rowsMax` lines. */
export function openedTo<V>(roots: readonly Branch<V>[], level: number, rowsMax: number): Opened {
  let opened = nothingOpened;
  for (let at = 1; at < level; at += 1) {
    const closed = rowsOf(roots, opened).flatMap((row) => {
      return row.kind === 'branch' && row.isOpen === false && row.level === at ? [row.path] : [];
    });
    if (closed.length === 0) return opened;
    const next = { ...opened, open: new Set([...opened.open, ...closed]) };
    if (rowsOf(roots, next).length > rowsMax) return opened;
    opened = next;
  }
  return opened;
}

/** What the arrow keys do on a line: go to another, open or close it, or nothing. */
export type TreeMove = { readonly to: string } | { readonly toggle: string } | undefined;

export function moveOf<V>(rows: readonly TreeRow<V>[], path: string, key: string): TreeMove {
  const lines = rows.filter((row) => row.kind === 'branch');
  const index = lines.findIndex((row) => row.path === path);
  const here = lines[index];
  if (here === undefined) return undefined;
  const to = (row: BranchRow<V> | undefined): TreeMove => {
    return row === undefined ? undefined : { to: row.path };
  };
  switch (key) {
    case 'ArrowDown':
      return to(lines[index + 1]);
    case 'ArrowUp':
      return to(lines[index - 1]);
    case 'Home':
      return to(lines[0]);
    case 'End':
      return to(lines.at(-1));
    case 'ArrowRight':
      if (here.isOpen === false) return { toggle: path };
      return here.isOpen === true ? to(lines[index + 1]) : undefined;
    case 'ArrowLeft':
      if (here.isOpen === true) return { toggle: path };
      return to(lines.slice(0, index).findLast((row) => row.level < here.level));
    default:
      return undefined;
  }
}
