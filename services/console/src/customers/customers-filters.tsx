import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Breakdown, Unit } from '../api/types.ts';
import { DayFilter, UnitSelect } from '../parts/filters.tsx';
import type { CustomersSearch } from '../search.ts';
import classes from './customers.module.css';
import { breakdownTexts, metricTexts } from './satisfaction-text.ts';

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

const own = 'own';

export function CustomersFilters(props: FiltersProps) {
  const { search, metric, from, until, by, units, change } = props;
  const isKnown = metricTexts[metric] !== undefined;
  // Chosen, and not named yet: it is no question before it has a name.
  const [isNaming, setIsNaming] = useState(false);
  const asksOwn = isNaming || !isKnown;
  return (
    <form className={classes.filters} role="search" onSubmit={(event) => event.preventDefault()}>
      <NativeSelect
        label="Question"
        data={[
          ...Object.entries(metricTexts).map(([value, label]) => ({ value, label })),
          { value: own, label: 'One of our own' },
        ]}
        value={asksOwn ? own : metric}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          setIsNaming(chosen === own);
          if (chosen !== own) change({ metric: chosen, scale: undefined });
        }}
      />
      {asksOwn ? (
        <>
          <TypedFilter
            key={`metric ${metric}`}
            label="Its name"
            placeholder="waiting"
            value={isKnown ? '' : metric}
            onTyped={(typed) => change({ metric: typed, scale: undefined })}
          />
          <TypedFilter
            key={`scale ${search.scale ?? ''}`}
            label="Scale, where there are several"
            placeholder="1..5"
            value={search.scale ?? ''}
            onTyped={(typed) => change({ scale: typed })}
          />
        </>
      ) : null}
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

interface TypedProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onTyped: (typed: string | undefined) => void;
}

/** Asked for once it is typed, and not at every key. */
function TypedFilter({ label, placeholder, value, onTyped }: TypedProps) {
  const [typed, setTyped] = useState(value);
  const take = () => {
    if (typed.trim() !== value) onTyped(typed.trim() === '' ? undefined : typed.trim());
  };
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
