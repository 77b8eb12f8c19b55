import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { periodsQuery } from '../api/queries.ts';
import type { GoalsSearch } from '../search.ts';
import { ownerParts } from '../text/owners.ts';
import { spanText } from '../text/times.ts';
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
      {mine ? null : <OwnerSelect owner={search.owner} owners={owners} change={change} />}
      <NativeSelect
        label="Stage"
        data={stages}
        value={stage ?? ''}
        onChange={(event) => {
          change({ stage: textOf(event.currentTarget.value) as GoalsSearch['stage'] });
        }}
      />
      <DayFilter key={on ?? ''} day={on} onChange={(day) => change({ on: day })} />
    </form>
  );
}

/** The earliest day that is asked for: a year that is being typed begins as the year 2. */
const dayMin = '1900-01-01';

interface DayProps {
  readonly day: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

function DayFilter({ day, onChange }: DayProps) {
  const [typed, setTyped] = useState(day ?? '');
  return (
    <TextInput
      label="As effective on"
      type="date"
      value={typed}
      onChange={(event) => {
        const value = event.currentTarget.value;
        setTyped(value);
        if (value === '' ? day !== undefined : value >= dayMin) onChange(textOf(value));
      }}
    />
  );
}

export function PeriodSelect({
  value,
  onChange,
}: {
  readonly value: string | undefined;
  readonly onChange: (period: string | undefined) => void;
}) {
  const periods = useQuery(periodsQuery()).data ?? [];
  const options = periods.map(({ name, start, end }) => {
    return { value: name, label: `${name} (${spanText(start, end)})` };
  });
  // A period of the address stays chosen before the list has come, or when it is not in it.
  const known = value === undefined || periods.some(({ name }) => name === value);
  return (
    <NativeSelect
      label="Period"
      data={[
        { value: '', label: 'Any period' },
        ...(known ? [] : [{ value, label: value }]),
        ...options,
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(textOf(event.currentTarget.value))}
    />
  );
}

interface OwnerProps {
  readonly owner: string | undefined;
  readonly owners: readonly string[];
  readonly change: Change;
}

function OwnerSelect({ owner, owners, change }: OwnerProps) {
  const known = owner === undefined || owner === 'me' || owners.includes(owner);
  const labelOf = (one: string) => {
    const { kind, name } = ownerParts(one);
    return kind === 'unit' ? `${name} (unit)` : name;
  };
  return (
    <NativeSelect
      label="Owner"
      value={owner ?? ''}
      onChange={(event) => change({ owner: textOf(event.currentTarget.value) })}
    >
      <option value="">Everyone</option>
      <option value="me">Mine</option>
      {known ? null : <option value={owner}>{labelOf(owner)}</option>}
      {owner === 'me' ? null : (
        <optgroup label="One owner">
          {owners.map((one) => (
            <option key={one} value={one}>
              {labelOf(one)}
            </option>
          ))}
        </optgroup>
      )}
    </NativeSelect>
  );
}

function textOf(value: string): string | undefined {
  return value === '' ? undefined : value;
}
