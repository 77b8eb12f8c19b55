import { Button, Table, UnstyledButton } from '@mantine/core';
import { useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { ReactNode } from 'react';
import {
  moveOf,
  rowsOf,
  siblingsShown,
  toggled,
  withMore,
  type Branch,
  type BranchRow,
  type MoreRow,
  type Opened,
} from './tree.ts';
import classes from './tree.module.css';

interface TreeGridProps<V> {
  readonly label: string;
  /** Headings of the columns; the first holds the name of the line. */
  readonly columns: readonly string[];
  readonly roots: readonly Branch<V>[];
  readonly opened: Opened;
  readonly onOpened: (opened: Opened) => void;
  readonly cells: (value: V) => readonly ReactNode[];
  /** The name of a line in plain text, for its button. */
  readonly nameOf: (value: V) => string;
}

/** A table whose lines open: with the arrow keys, Enter and the space bar, or a pointer. */
export function TreeGrid<V>(props: TreeGridProps<V>) {
  const { label, columns, roots, opened, onOpened, cells, nameOf } = props;
  const rows = useMemo(() => rowsOf(roots, opened), [roots, opened]);
  const body = useRef<HTMLTableSectionElement>(null);
  const [active, setActive] = useState<string>();
  const here = rows.some(({ path }) => path === active) ? active : rows[0]?.path;
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const path = (event.target as HTMLElement).dataset['path'];
    if (path === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const isToggle = event.key === 'Enter' || event.key === ' ';
    const row = rows.find((one) => one.kind === 'branch' && one.path === path) as BranchRow<V>;
    const move = isToggle
      ? row.isOpen === undefined
        ? undefined
        : { toggle: path }
      : moveOf(rows, path, event.key);
    if (move === undefined) return;
    event.preventDefault();
    if ('toggle' in move) {
      onOpened(toggled(opened, move.toggle));
      return;
    }
    setActive(move.to);
    lineOf(body.current, move.to)?.focus();
  };
  return (
    <Table role="treegrid" aria-label={label} className={classes.grid}>
      <Table.Thead role="rowgroup">
        <Table.Tr role="row">
          {columns.map((column) => (
            <Table.Th key={column} role="columnheader" scope="col">
              {column}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup" ref={body} onKeyDown={onKeyDown}>
        {rows.map((row) =>
          row.kind === 'more' ? (
            <More
              key={`more ${row.path}`}
              row={row}
              columns={columns.length}
              onMore={() => onOpened(withMore(opened, row.path))}
            />
          ) : (
            <Line
              key={row.path}
              row={row}
              columns={columns}
              cells={cells(row.value)}
              name={nameOf(row.value)}
              focusable={row.path === here}
              onFocus={() => setActive(row.path)}
              onToggle={() => onOpened(toggled(opened, row.path))}
            />
          ),
        )}
      </Table.Tbody>
    </Table>
  );
}

function lineOf(body: HTMLElement | null, path: string): HTMLElement | undefined {
  const lines = body?.querySelectorAll<HTMLElement>('[data-path]') ?? [];
  return [...lines].find((one) => one.dataset['path'] === path);
}

interface LineProps<V> {
  readonly row: BranchRow<V>;
  readonly columns: readonly string[];
  readonly cells: readonly ReactNode[];
  readonly name: string;
  readonly focusable: boolean;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
}

function Line<V>({ row, columns, cells, name, focusable, onFocus, onToggle }: LineProps<V>) {
  const { level, path, isOpen, setSize, placeInSet } = row;
  const [first, ...others] = cells;
  return (
    <Table.Tr
      role="row"
      className={classes.line}
      aria-level={level}
      aria-setsize={setSize}
      aria-posinset={placeInSet}
      {...(isOpen === undefined ? {} : { 'aria-expanded': isOpen })}
      tabIndex={focusable ? 0 : -1}
      data-path={path}
      onFocus={onFocus}
    >
      <Table.Td role="gridcell" className={classes.name} style={levelStyle(level)}>
        <span className={classes.named}>
          {isOpen === undefined ? (
            <span className={classes.leaf} aria-hidden="true" />
          ) : (
            <UnstyledButton
              className={classes.toggle}
              tabIndex={-1}
              aria-label={`${isOpen ? 'Close' : 'Open'} ${name}`}
              onClick={onToggle}
            >
              <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
            </UnstyledButton>
          )}
          <span className={classes.words}>{first}</span>
        </span>
      </Table.Td>
      {others.map((cell, index) => (
        <Table.Td
          key={columns[index + 1]}
          role="gridcell"
          data-label={cell === null ? undefined : columns[index + 1]}
        >
          {cell}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

interface MoreProps {
  readonly row: MoreRow;
  readonly columns: number;
  readonly onMore: () => void;
}

function More({ row: { level, left }, columns, onMore }: MoreProps) {
  const count = Math.min(siblingsShown, left);
  return (
    <Table.Tr role="row" aria-level={level}>
      <Table.Td
        role="gridcell"
        colSpan={columns}
        className={classes.name}
        style={levelStyle(level)}
      >
        <Button size="compact-sm" variant="default" className={classes.more} onClick={onMore}>
          Show {count} more of {left}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

/** Deeper lines are indented; beyond so many levels no room would be left for their names. */
const indentedLevelsMax = 10;

function levelStyle(level: number): CSSProperties {
  return { '--level': Math.min(level, indentedLevelsMax) - 1 } as CSSProperties;
}
