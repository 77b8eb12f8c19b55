import { Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { unitsQuery } from '../api/people-queries.ts';
import { mapQuery, strategiesQuery } from '../api/plan-queries.ts';
import { periodsQuery } from '../api/queries.ts';
import type { AlignmentMap } from '../api/types.ts';
import { OwnerSelect, PeriodSelect, UnitSelect } from '../parts/filters.tsx';
import { Awaited, Failure } from '../parts/states.tsx';
import { TimeSlider } from '../parts/time-slider.tsx';
import { useTimeTravel } from '../parts/use-time.ts';
import type { GoalSearch, MapSearch } from '../search.ts';
import { ApartGoals } from './apart-goals.tsx';
import { Coverage } from './coverage.tsx';
import { mapMoments } from './map-moments.ts';
import { mapOwners, mapTree } from './map-tree.ts';
import { StrategyTree } from './strategy-tree.tsx';
import classes from './map.module.css';

export function MapPage() {
  const search = useSearch({ from: '/map' });
  const { owner, unit, period, asOf, effectiveAt } = search;
  const navigate = useNavigate({ from: '/map' });
  const moments = useMapMoments();
  const tell = (times: GoalSearch) => {
    const next = ({ asOf: _, effectiveAt: __, ...rest }: MapSearch) => ({ ...rest, ...times });
    return navigate({ search: next, replace: true });
  };
  const time = useTimeTravel(moments, { asOf, effectiveAt, tell });
  const found = useQuery({
    ...mapQuery({ owner, unit, period }, time.times),
    placeholderData: keepPreviousData,
  });
  const waiting = found.isPlaceholderData || found.isPending;
  return (
    <>
      <Title order={1} size="h2" mb="md">
        Map
      </Title>
      <MapFilters search={search} map={found.data} />
      <TimeSlider
        time={time}
        subject="map"
        position={found.data?.position ?? null}
        waiting={waiting}
      />
      {found.isPending ? <Awaited what="the map" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data === undefined || found.isError ? null : (
        <Map map={found.data} search={search} waiting={waiting} />
      )}
    </>
  );
}

/** Strategies and periods as they are known now: the slider keeps its marks wherever it stands. */
function useMapMoments() {
  const strategies = useQuery(strategiesQuery()).data;
  const periods = useQuery(periodsQuery()).data;
  return useMemo(
    () => mapMoments(strategies ?? [], periods ?? [], Date.now()),
    [strategies, periods],
  );
}

interface FiltersProps {
  readonly search: MapSearch;
  readonly map: AlignmentMap | undefined;
}

function MapFilters({ search, map }: FiltersProps) {
  const navigate = useNavigate({ from: '/map' });
  const { owner, unit, period, effectiveAt } = search;
  const units = useQuery({
    ...unitsQuery(effectiveAt?.slice(0, 10)),
    placeholderData: keepPreviousData,
  });
  // The owners of everybody's goals: those that a filter has left would be too few to choose from.
  const [owners, setOwners] = useState<readonly string[]>([]);
  const unfiltered = owner === undefined && unit === undefined && period === undefined;
  const found = useMemo(() => (map === undefined ? [] : mapOwners(map)), [map]);
  if (unfiltered && map !== undefined && found !== owners) setOwners(found);
  const change = (changed: { readonly [Key in keyof MapSearch]?: string | undefined }) => {
    void navigate({
      search: (before: MapSearch) => ({ ...before, ...changed }) as MapSearch,
      replace: true,
    });
  };
  return (
    <form className={classes.filters} role="search" onSubmit={(event) => event.preventDefault()}>
      <UnitSelect
        unit={unit}
        units={units.data?.items ?? []}
        onChange={(chosen) => change({ unit: chosen })}
      />
      <OwnerSelect
        owner={owner}
        owners={owners.length === 0 ? found : owners}
        mineToo
        onChange={(chosen) => change({ owner: chosen })}
      />
      <PeriodSelect value={period} onChange={(chosen) => change({ period: chosen })} />
    </form>
  );
}

interface MapProps {
  readonly map: AlignmentMap;
  readonly search: MapSearch;
  readonly waiting: boolean;
}

function Map({ map, search, waiting }: MapProps) {
  const { owner, unit, period } = search;
  const isFiltered = owner !== undefined || unit !== undefined || period !== undefined;
  const tree = useMemo(() => mapTree(map, isFiltered), [map, isFiltered]);
  const times: GoalSearch = search;
  return (
    <div aria-busy={waiting} className={classes.map} data-waiting={waiting || undefined}>
      <Coverage map={map} />
      <StrategyTree
        branches={tree.strategies}
        times={times}
        none={
          isFiltered
            ? 'Nothing that the filters leave leads to a strategy.'
            : 'No strategy was in force.'
        }
      />
      <ApartGoals
        title="Orphans"
        meaning="What they were aligned to is over, or the alignment was ended."
        apart={tree.orphans}
        times={times}
      />
      <ApartGoals
        title="Unconnected"
        meaning="They are aligned to goals from which no way leads on to a strategy."
        apart={tree.unconnected}
        times={times}
      />
      <ApartGoals
        title="Unaligned"
        meaning="They were never aligned to anything."
        apart={tree.unaligned}
        times={times}
      />
    </div>
  );
}
