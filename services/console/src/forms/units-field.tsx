import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { unitsQuery } from '../api/people-queries.ts';
import { unitOptions } from '../people/unit-tree.ts';
import { Chosen } from './chosen.tsx';
import { useProblemAt } from './command-form.tsx';
import classes from './forms.module.css';

interface UnitsProps {
  readonly pointer: string;
  readonly label: string;
  /** Codes of units, each once. */
  readonly value: readonly string[];
  readonly onChange: (units: readonly string[]) => void;
}

/** Several units: one is added by choosing it, and each can be taken out again. */
export function UnitsField({ pointer, label, value, onChange }: UnitsProps) {
  const units = useQuery(unitsQuery(undefined)).data?.items ?? [];
  const names = new Map(units.map(({ unit, name }) => [unit, name]));
  const left = unitOptions(units).filter(({ value: unit }) => !value.includes(unit));
  return (
    <>
      <NativeSelect
        label={label}
        data={[{ value: '', label: 'Please choose' }, ...left]}
        value=""
        withAsterisk
        error={useProblemAt(pointer)}
        onChange={(event) => onChange([...value, event.currentTarget.value])}
      />
      <ul className={classes.chosen} aria-label="Units that were chosen">
        {value.map((unit, index) => (
          <Chosen
            key={unit}
            pointer={`${pointer}/${index}`}
            name={names.get(unit) ?? unit}
            onRemove={() => onChange(value.filter((one) => one !== unit))}
          />
        ))}
      </ul>
    </>
  );
}
