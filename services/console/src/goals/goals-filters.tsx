import { NativeSelect, TextInput } from '@mantine/core';
import { DayFilter, OwnerSelect, PeriodSelect } from '../parts/filters.tsx';
import type { GoalsSearch } from '../search.ts';
import classes from './goals.module.css';

/** Values that change in the address; one that is undefined goes from it. */
export type Change = (changed: {
  readonly [Key in keyof GoalsSearch]?: GoalsSearch[Key] | undefined;
}) => void;

interface FiltersProps {
  readonly search: GoalsSearch;
  readonly mine: boolean;
  readonly owners: readonly string[];
  readonly change: Change;
}

const stages = [
  { value: '', label: 'Any stage' },
  { value: 'draft', label: 'Draft' },
  { value: 'active', label: 'Active' },
  { value: 'closed', label: 'Closed' },
  { value: 'withdrawn', label: 'Withdrawn' },
];

export function GoalsFilters({ search, mine, owners, change }: FiltersProps) {
  const { q, stage, on } = search;
  return (
    <form className={classes.filters} role="search" onSubmit={(event) => event.preventDefault()}>
      <TextInput
        label="Search titles"
        type="search"
        value={q ?? ''}
        onChange={(event) => change({ q: textOf(event.currentTarget.value) })}
      />
      <PeriodSelect value={search.period} onChange={(period) => change({ period })} />
      {mine ? null : (
        <OwnerSelect
          owner={search.owner}
          owners={owners}
          mineToo
          onChange={(owner) => change({ owner })}
        />
      )}
      <NativeSelect
        label="Stage"
        data={stages}
        value={stage ?? ''}
        onChange={(event) => {
          change({ stage: textOf(event.currentTarget.value) as GoalsSearch['stage'] });
        }}
      />
      <DayFilter
        key={on ?? ''}
        label="As effective on"
        day={on}
        onChange={(day) => change({ on: day })}
      />
    </form>
  );
}

function textOf(value: string): string | undefined {
  return value === '' ? undefined : value;
}
