import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { periodsQuery } from '../api/queries.ts';
import type { Unit } from '../api/types.ts';
import { unitOptions } from '../people/unit-tree.ts';
import { ownerParts } from '../text/owners.ts';
import { spanText } from '../text/times.ts';

/** The earliest day that is asked for: a year that is being typed begins as the year 2. */
const dayMin = '1900-01-01';

interface DayProps {
  readonly label: string;
  readonly day: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

export function DayFilter({ label, day, onChange }: DayProps) {
  const [typed, setTyped] = useState(day ?? '');
  return (
    <TextInput
      label={label}
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
  /** Whoever is signed in can be chosen as well. */
  readonly mineToo: boolean;
  readonly onChange: (owner: string | undefined) => void;
}

export function OwnerSelect({ owner, owners, mineToo, onChange }: OwnerProps) {
  const known = owner === undefined || owner === 'me' || owners.includes(owner);
  const labelOf = (one: string) => {
    const { kind, name } = ownerParts(one);
    return kind === 'unit' ? `${name} (unit)` : name;
  };
  return (
    <NativeSelect
      label="Owner"
      value={owner ?? ''}
      onChange={(event) => onChange(textOf(event.currentTarget.value))}
    >
      <option value="">Everyone</option>
      {mineToo || owner === 'me' ? <option value="me">Mine</option> : null}
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

interface UnitProps {
  readonly label?: string;
  readonly unit: string | undefined;
  readonly units: readonly Unit[];
  readonly onChange: (unit: string | undefined) => void;
}

/** The units that are open, those below indented. */
export function UnitSelect(props: UnitProps) {
  const { label = 'Unit, with all below', unit, units, onChange } = props;
  const options = useMemo(() => unitOptions(units), [units]);
  const known = unit === undefined || options.some(({ value }) => value === unit);
  return (
    <NativeSelect
      label={label}
      data={[
        { value: '', label: 'Every unit' },
        ...(known ? [] : [{ value: unit, label: unit }]),
        ...options,
      ]}
      value={unit ?? ''}
      onChange={(event) => onChange(textOf(event.currentTarget.value))}
    />
  );
}

function textOf(value: string): string | undefined {
  return value === '' ? undefined : value;
}
