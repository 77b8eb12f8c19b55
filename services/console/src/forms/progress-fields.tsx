import { Checkbox, Stack } from '@mantine/core';
import type { KeyResult } from '../api/types.ts';
import { useProblemAt } from './command-form.tsx';
import { NumberField } from './fields.tsx';

interface ProgressProps {
  readonly keyResult: KeyResult;
  readonly value: string;
  readonly setValue: (value: string) => void;
  readonly done: readonly string[];
  readonly setDone: (done: readonly string[]) => void;
}

/** The value of a key result, or which of its milestones are done. */
export function ProgressFields({ keyResult, value, setValue, done, setDone }: ProgressProps) {
  const refused = useProblemAt('/milestonesDone');
  const { unit, milestones } = keyResult.measure;
  if (milestones === undefined) {
    return (
      <NumberField
        pointer="/value"
        label="Value"
        value={value}
        onChange={setValue}
        required
        {...(unit === undefined ? {} : { unit })}
      />
    );
  }
  return (
    <Checkbox.Group
      label="Milestones that are done"
      value={[...done]}
      onChange={setDone}
      error={refused}
    >
      <Stack gap="xs" mt="xs">
        {milestones.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={name ?? id} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
