import { Button, Group } from '@mantine/core';
import { useCallback, useState } from 'react';
import { Empty } from '../parts/states.tsx';
import type { GoalSearch } from '../search.ts';
import { TreeGrid } from '../tree/tree-grid.tsx';
import { levelsMax, nothingOpened, openedTo, type Branch } from '../tree/tree.ts';
import { mapCells, mapColumns, mapName } from './map-cells.tsx';
import type { MapEntry } from './map-tree.ts';
import classes from './map.module.css';

/** Lines that one press of a button opens at most. */
const linesMax = 300;

interface StrategyTreeProps {
  readonly branches: readonly Branch<MapEntry>[];
  readonly times: GoalSearch;
  /** What is said where there is nothing to show. */
  readonly none: string;
}

/** What is open stays so while the slider moves: the lines have the same names at any time. */
export function StrategyTree({ branches, times, none }: StrategyTreeProps) {
  const [opened, setOpened] = useState(nothingOpened);
  const cells = useCallback((entry: MapEntry) => mapCells(entry, times), [times]);
  return (
    <section aria-labelledby="strategies-title" className={classes.section}>
      <div className={classes.head}>
        <h2 id="strategies-title" className={classes.title}>
          From strategy to goals
        </h2>
        {branches.length === 0 ? null : (
          <Group gap="xs">
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => setOpened(openedTo(branches, levelsMax, linesMax))}
            >
              Open all levels that fit
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={opened.open.size === 0}
              onClick={() => setOpened(nothingOpened)}
            >
              Close all
            </Button>
          </Group>
        )}
      </div>
      {branches.length === 0 ? (
        <Empty>{none}</Empty>
      ) : (
        <>
          <p className={classes.hint}>
            Arrow keys go from line to line; right opens, left closes. A goal stands below
            everything that it is aligned to.
          </p>
          <TreeGrid
            label="From strategy to goals"
            columns={mapColumns}
            roots={branches}
            opened={opened}
            onOpened={setOpened}
            cells={cells}
            nameOf={mapName}
          />
        </>
      )}
    </section>
  );
}
