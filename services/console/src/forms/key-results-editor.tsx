import { Button, NativeSelect, Stack } from '@mantine/core';
import type { components } from '../api.generated.ts';
import { randomId } from '../api/command-key.ts';
import { useProblemAt } from './command-form.tsx';
import { LongTextField, NumberField, TextField } from './fields.tsx';
import { words, type FormReader } from './form-reader.ts';
import classes from './forms.module.css';

type KeyResultDto = components['schemas']['KeyResultDto'];

type Kind = 'increase' | 'decrease' | 'within' | 'milestones';

/** A key result as it is being typed. */
export interface TypedKeyResult {
  readonly key: string;
  readonly name: string;
  readonly weight: string;
  readonly kind: Kind;
  readonly start: string;
  readonly target: string;
  readonly low: string;
  readonly high: string;
  readonly unit: string;
  /** One milestone a line. */
  readonly milestones: string;
}

export function emptyKeyResult(): TypedKeyResult {
  return {
    key: randomId(),
    ...{ name: '', weight: '1', kind: 'increase', start: '', target: '' },
    ...{ low: '', high: '', unit: '', milestones: '' },
  };
}

/** What was typed, as the body has it; what is wrong with it goes to the reader. */
export function readKeyResults(
  form: FormReader,
  typed: readonly TypedKeyResult[],
  pointer: string,
): KeyResultDto[] {
  return typed.map((one, index) => {
    const at = `${pointer}/${index}`;
    const label = one.name.trim() === '' ? `Key result ${index + 1}` : one.name;
    return {
      name: form.text(`${at}/name`, one.name, `Key result ${index + 1}, name`),
      weight: form.number(`${at}/weight`, one.weight, `${label}, weight`),
      measure: measureOf(form, one, `${at}/measure`, label),
    };
  });
}

function measureOf(
  form: FormReader,
  typed: TypedKeyResult,
  at: string,
  label: string,
): KeyResultDto['measure'] {
  const { kind, start, target, low, high, milestones } = typed;
  const unit = words(typed.unit);
  const named = unit === undefined ? {} : { unit: unit.trim() };
  switch (kind) {
    case 'increase':
    case 'decrease':
      return {
        kind,
        start: form.number(`${at}/start`, start, `${label}, start`),
        target: form.number(`${at}/target`, target, `${label}, target`),
        ...named,
      };
    case 'within': {
      const least = form.numberOrNone(`${at}/low`, low, `${label}, lower bound`);
      const most = form.numberOrNone(`${at}/high`, high, `${label}, upper bound`);
      const lowest = least === undefined ? {} : { low: least };
      const highest = most === undefined ? {} : { high: most };
      return { kind, ...lowest, ...highest, ...named };
    }
    case 'milestones': {
      const names = milestones.split('\n').filter((line) => line.trim() !== '');
      if (names.length === 0) form.refuse(`${at}/milestones`, `${label}: name one milestone.`);
      return { kind, milestones: names.map((name, index) => ({ id: `m${index + 1}`, name })) };
    }
  }
}

interface EditorProps {
  readonly pointer: string;
  readonly value: readonly TypedKeyResult[];
  readonly onChange: (value: readonly TypedKeyResult[]) => void;
  /** Beside key results that are there already. */
  readonly adding?: boolean;
}

export function KeyResultsEditor({ pointer, value, onChange, adding = false }: EditorProps) {
  const replace = (index: number, next: TypedKeyResult | undefined) => {
    onChange(value.flatMap((one, place) => (place !== index ? one : (next ?? []))));
  };
  return (
    <Stack gap="sm">
      {value.map((one, index) => (
        <KeyResultFields
          key={one.key}
          at={`${pointer}/${index}`}
          title={adding ? `New key result ${index + 1}` : `Key result ${index + 1}`}
          value={one}
          onChange={(next) => replace(index, next)}
          onRemove={() => replace(index, undefined)}
        />
      ))}
      <div>
        <Button variant="default" size="xs" onClick={() => onChange([...value, emptyKeyResult()])}>
          Add a key result
        </Button>
      </div>
    </Stack>
  );
}

interface FieldsProps {
  readonly at: string;
  readonly title: string;
  readonly value: TypedKeyResult;
  readonly onChange: (value: TypedKeyResult) => void;
  readonly onRemove: () => void;
}

const kinds: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'increase', label: 'Increase to a target' },
  { value: 'decrease', label: 'Decrease to a target' },
  { value: 'within', label: 'Stay within bounds' },
  { value: 'milestones', label: 'Complete milestones' },
];

function KeyResultFields({ at, title, value, onChange, onRemove }: FieldsProps) {
  const refused = useProblemAt(`${at}/measure/kind`);
  const set = (part: Partial<TypedKeyResult>) => onChange({ ...value, ...part });
  return (
    <fieldset className={classes.part}>
      <legend>{title}</legend>
      <Stack gap="sm">
        <TextField
          pointer={`${at}/name`}
          label="Name"
          value={value.name}
          onChange={(name) => set({ name })}
          required
        />
        <div className={classes.row}>
          <NativeSelect
            label="Measured as"
            data={[...kinds]}
            value={value.kind}
            error={refused}
            onChange={(event) => set({ kind: event.currentTarget.value as Kind })}
          />
          <NumberField
            pointer={`${at}/weight`}
            label="Weight"
            value={value.weight}
            onChange={(weight) => set({ weight })}
          />
        </div>
        <MeasureFields at={`${at}/measure`} value={value} set={set} />
        <div>
          <Button variant="subtle" size="compact-xs" onClick={onRemove}>
            Remove
          </Button>
        </div>
      </Stack>
    </fieldset>
  );
}

interface MeasureProps {
  readonly at: string;
  readonly value: TypedKeyResult;
  readonly set: (part: Partial<TypedKeyResult>) => void;
}

function MeasureFields({ at, value, set }: MeasureProps) {
  if (value.kind === 'milestones') {
    return (
      <LongTextField
        pointer={`${at}/milestones`}
        label="Milestones"
        description="One a line, in the order in which they are to be reached."
        value={value.milestones}
        onChange={(milestones) => set({ milestones })}
        required
      />
    );
  }
  const bounds =
    value.kind === 'within'
      ? ([
          ['low', 'At least'],
          ['high', 'At most'],
        ] as const)
      : ([
          ['start', 'Start'],
          ['target', 'Target'],
        ] as const);
  return (
    <div className={classes.row}>
      {bounds.map(([name, label]) => (
        <NumberField
          key={name}
          pointer={`${at}/${name}`}
          label={label}
          value={value[name]}
          onChange={(typed) => set({ [name]: typed })}
        />
      ))}
      <TextField
        pointer={`${at}/unit`}
        label="Unit"
        placeholder="% or h"
        value={value.unit}
        onChange={(unit) => set({ unit })}
      />
    </div>
  );
}
