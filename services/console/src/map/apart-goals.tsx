import { useCallback, useState } from 'react';
import type { GoalSearch } from '../search.ts';
import { TreeGrid } from '../tree/tree-grid.tsx';
import { nothingOpened } from '../tree/tree.ts';
import { mapCells, mapColumns, mapName } from './map-cells.tsx';
import type { Apart, MapEntry } from './map-tree.ts';
import classes from './map.module.css';

interface ApartProps {
  readonly title: string;
  readonly meaning: string;
  readonly apart: Apart;
  readonly times: GoalSearch;
}

/** Active goals without a way to a strategy, of one kind: folded away, as they may be many. */
export function ApartGoals({ title, meaning, apart: { n, branches }, times }: ApartProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [opened, setOpened] = useState(nothingOpened);
  const cells = useCallback((entry: MapEntry) => mapCells(entry, times), [times]);
  if (n === 0) return null;
  return (
    <details
      className={classes.section}
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary className={classes.summary}>
        <h2 className={classes.title}>
          {title}{' '}
          <span className={classes.count}>
            {n} active {n === 1 ? 'goal' : 'goals'}
          </span>
        </h2>
      </summary>
      {isOpen ? (
        <>
          <p className={classes.hint}>
            {meaning}
            {branches.length < n ? ` The first ${branches.length} are listed.` : ''}
          </p>
          <TreeGrid
            label={title}
            columns={mapColumns}
            roots={branches}
            opened={opened}
            onOpened={setOpened}
            cells={cells}
            nameOf={mapName}
          />
        </>
      ) : null}
    </details>
  );
}
