import { Anchor, Checkbox, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { peopleQuery, unitsQuery } from '../api/people-queries.ts';
import type { PersonCard, Unit } from '../api/types.ts';
import { pageOf } from '../goals/goal-list.ts';
import { Pages } from '../parts/pages.tsx';
import { DayFilter, UnitSelect } from '../parts/filters.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import type { PeopleSearch } from '../search.ts';
import { dayText } from '../text/times.ts';
import { peopleCounts, peopleShown } from './people-list.ts';
import { namesOf, PeopleTable } from './people-table.tsx';
import classes from './people.module.css';

type Change = (changed: {
  readonly [Key in keyof PeopleSearch]?: PeopleSearch[Key] | undefined;
}) => void;

export function PeoplePage() {
  const search = useSearch({ from: '/people' });
  const navigate = useNavigate({ from: '/people' });
  const { unit, on } = search;
  const units = useQuery(unitsQuery(on)).data?.items ?? [];
  const found = useQuery(
    peopleQuery(unit === undefined ? {} : { unit, below: 'true' as const }, on),
  );
  const change: Change = (changed) => {
    // Every filter starts again at the first page.
    const next = (before: PeopleSearch) =>
      ({ ...before, page: undefined, ...changed }) as PeopleSearch;
    void navigate({ search: next, replace: true });
  };
  return (
    <>
      <div className={classes.head}>
        <Title order={1} size="h2">
          People
        </Title>
        <Anchor
          renderRoot={(props) => (
            <Link to="/units" search={on === undefined ? {} : { on }} {...props} />
          )}
        >
          All units
        </Anchor>
      </div>
      <PeopleFilters search={search} units={units} change={change} />
      {found.isPending ? <Awaited what="people" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : (
        <FoundPeople
          people={found.data.items}
          more={found.data.more}
          search={search}
          units={units}
          change={change}
        />
      )}
    </>
  );
}

interface FiltersProps {
  readonly search: PeopleSearch;
  readonly units: readonly Unit[];
  readonly change: Change;
}

function PeopleFilters({ search: { q, unit, on, gone }, units, change }: FiltersProps) {
  return (
    <form className={classes.filters} role="search" onSubmit={(event) => event.preventDefault()}>
      <TextInput
        label="Search names"
        type="search"
        value={q ?? ''}
        onChange={(event) => change({ q: event.currentTarget.value || undefined })}
      />
      <UnitSelect unit={unit} units={units} onChange={(chosen) => change({ unit: chosen })} />
      <DayFilter
        key={on ?? ''}
        label="As of the day"
        day={on}
        onChange={(day) => change({ on: day })}
      />
      {unit === undefined ? (
        <Checkbox
          className={classes.check}
          label="Those who are not here as well"
          checked={gone === true}
          onChange={(event) => change({ gone: event.currentTarget.checked ? true : undefined })}
        />
      ) : null}
    </form>
  );
}

interface FoundProps extends FiltersProps {
  readonly people: readonly PersonCard[];
  readonly more: boolean;
}

function FoundPeople({ people, more, search, units, change }: FoundProps) {
  const { q = '', gone = false, on, page = 1 } = search;
  const wanted = useDeferredValue(q);
  const listed = useMemo(() => peopleShown(people, { q: wanted, gone }), [people, wanted, gone]);
  const names = useMemo(() => namesOf(people), [people]);
  const unitNames = useMemo(() => new Map(units.map((one) => [one.unit, one.name])), [units]);
  const shown = pageOf(listed, page);
  const { here, away, gone: left } = peopleCounts(listed);
  return (
    <>
      <p className={`${classes.summary} pl-number`} aria-live="polite">
        <strong>
          {listed.length} {listed.length === 1 ? 'person' : 'people'}
        </strong>
        {more ? ' of those fetched; there are more, so choose a unit' : ''}
        {` · ${here} here · ${away} on leave`}
        {left === 0 ? '' : ` · ${left} not here`}
        {on === undefined ? '' : ` · as of ${dayText(on)}`}
      </p>
      {listed.length === 0 ? (
        <Empty>
          {people.length === 0 ? 'Nobody was there on that day.' : 'Nobody matches these filters.'}
        </Empty>
      ) : (
        <>
          <PeopleTable
            label="People"
            people={shown.items}
            on={on}
            names={names}
            unitNames={unitNames}
          />
          <Pages page={shown.page} pages={shown.pages} onPage={(to) => change({ page: to })} />
        </>
      )}
      <Text size="sm" c="dimmed" mt="sm">
        Whom a person answers to is shown by name where that person is in this list.
      </Text>
    </>
  );
}
