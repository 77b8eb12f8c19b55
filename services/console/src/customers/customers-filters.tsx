import { NativeSelect } from '@mantine/core';
import type { Breakdown, Unit } from '../api/types.ts';
import { DayFilter, UnitSelect } from '../parts/filters.tsx';
import type { CustomersSearch } from '../search.ts';
import classes from './customers.module.css';
import { QuestionFilter } from './question-filter.tsx';
import { breakdownTexts } from './satisfaction-text.ts';

/** Values that change in the address; one that is undefined goes from it. */
export type Change = (changed: {
  readonly [Key in keyof CustomersSearch]?: CustomersSearch[Key] | undefined;
}) => void;

interface FiltersProps {
  readonly search: CustomersSearch;
  readonly metric: string;
  readonly from: string;
  readonly until: string;
  readonly by: Breakdown;
  readonly units: readonly Unit[];
  readonly change: Change;
}

export function CustomersFilters(props: FiltersProps) {
  const { search, metric, from, until, by, units, change } = props;
  return (
    <form className={classes.filters} role="search" onSubmit={(event) => event.preventDefault()}>
      <QuestionFilter {...{ metric, scale: search.scale, change }} />
      <DayFilter
        key={`from ${from}`}
        label="First day"
        day={from}
        onChange={(day) => change({ from: day })}
      />
      <DayFilter
        key={`until ${until}`}
        label="Last day"
        day={until}
        onChange={(day) => change({ until: day })}
      />
      <NativeSelect
        label="Broken down by"
        data={Object.entries(breakdownTexts).map(([value, label]) => ({ value, label }))}
        value={by}
        onChange={(event) => change({ by: event.currentTarget.value as Breakdown })}
      />
      <UnitSelect
        unit={search.unit}
        units={units}
        onChange={(chosen) => change({ unit: chosen })}
      />
    </form>
  );
}
