import { Button, Checkbox, Group, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { unitsQuery } from '../api/people-queries.ts';
import type { Unit } from '../api/types.ts';
import { DayFilter } from '../parts/filters.tsx';
import { PersonLink, UnitLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import type { PeopleSearch } from '../search.ts';
import { dayText } from '../text/times.ts';
import { TreeGrid } from '../tree/tree-grid.tsx';
import { levelsMax, nothingOpened, openedTo } from '../tree/tree.ts';
import classes from './people.module.css';
import { nameOf, unitTree, type UnitEntry } from './unit-tree.ts';

/** Lines that one press of a button opens at most. */
const linesMax = 500;

export function UnitsPage() {
  const search = useSearch({ from: '/units' });
  const navigate = useNavigate({ from: '/units' });
  const { on, gone } = search;
  const found = useQuery({ ...unitsQuery(on), placeholderData: keepPreviousData });
  const change = (changed: { on?: string | undefined; gone?: true | undefined }) => {
    const next = (before: PeopleSearch) => ({ ...before, ...changed }) as PeopleSearch;
    void navigate({ search: next, replace: true });
  };
  return (
    <>
      <Title order={1} size="h2" mb="md">
        Units
      </Title>
      <form className={classes.filters} role="search" onSubmit={(event) => event.preventDefault()}>
        <DayFilter
          key={on ?? ''}
          label="As of the day"
          day={on}
          onChange={(day) => change({ on: day })}
        />
        <Checkbox
          className={classes.check}
          label="Closed units as well"
          checked={gone === true}
          onChange={(event) => change({ gone: event.currentTarget.checked ? true : undefined })}
        />
      </form>
      {found.isPending ? <Awaited what="units" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data === undefined || found.isError ? null : (
        <FoundUnits
          units={found.data.items}
          more={found.data.more}
          search={search}
          waiting={found.isPlaceholderData}
        />
      )}
    </>
  );
}

interface FoundProps {
  readonly units: readonly Unit[];
  readonly more: boolean;
  readonly search: PeopleSearch;
  readonly waiting: boolean;
}

const columns = ['Unit', 'Headed by', 'People', 'With units below', 'Since'];

function FoundUnits({ units, more, search, waiting }: FoundProps) {
  const { on } = search;
  const gone = search.gone === true;
  const tree = useMemo(() => unitTree(units, gone), [units, gone]);
  const [opened, setOpened] = useState(() => openedTo(tree, 2, linesMax));
  const cells = useCallback((entry: UnitEntry) => unitCells(entry, on), [on]);
  const count = units.filter(({ open }) => open || gone).length;
  return (
    <div aria-busy={waiting}>
      <div className={classes.treeHead}>
        <p className={`${classes.summary} pl-number`} aria-live="polite">
          <strong>
            {count} {count === 1 ? 'unit' : 'units'}
          </strong>
          {more ? ' of those fetched; there are more' : ''}
          {on === undefined ? '' : ` · as of ${dayText(on)}`}
        </p>
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setOpened(openedTo(tree, levelsMax, linesMax))}
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
      </div>
      {tree.length === 0 ? (
        <Empty>There was no unit on that day.</Empty>
      ) : (
        <TreeGrid
          label="Units"
          columns={columns}
          roots={tree}
          opened={opened}
          onOpened={setOpened}
          cells={cells}
          nameOf={({ unit }) => nameOf(unit)}
        />
      )}
    </div>
  );
}

function unitCells({ unit, membersWithin }: UnitEntry, on: string | undefined) {
  const { unit: code, name, heads, head, members, since, open } = unit;
  return [
    <span key="name">
      <UnitLink unit={code} name={name} on={on} />
      {open ? null : <span className={classes.closed}>Closed</span>}
      {name === null ? null : (
        <span className={classes.sub}>
          <Said text={code} />
        </span>
      )}
    </span>,
    heads.length === 0 ? (
      <em key="head">{head === null ? 'no head' : 'vacant'}</em>
    ) : (
      <span key="head">
        {heads.map((person, index) => (
          <span key={person}>
            {index === 0 ? '' : ', '}
            <PersonLink person={person} on={on} />
          </span>
        ))}
      </span>
    ),
    <span key="members" className="pl-number">
      {members}
    </span>,
    <span key="within" className="pl-number">
      {membersWithin}
    </span>,
    <span key="since">{dayText(since)}</span>,
  ];
}
