import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useProblemAt } from './command-form.tsx';

interface FieldProps {
  /** Where the value stands in the body, as a JSON pointer: problems come by it. */
  readonly pointer: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  readonly required?: boolean;
  readonly placeholder?: string;
}

export function TextField({ pointer, onChange, ...rest }: FieldProps) {
  return (
    <TextInput
      {...rest}
      withAsterisk={rest.required ?? false}
      error={useProblemAt(pointer)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export function LongTextField({ pointer, onChange, ...rest }: FieldProps) {
  return (
    <Textarea
      {...rest}
      rows={3}
      withAsterisk={rest.required ?? false}
      error={useProblemAt(pointer)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

type ReasonFieldProps = Pick<FieldProps, 'value' | 'onChange' | 'description'> & {
  readonly label?: string;
  readonly isOptional?: boolean;
};

/** Why something is done; asked for, unless it is said otherwise. */
export function ReasonField({ label = 'Reason', isOptional = false, ...rest }: ReasonFieldProps) {
  return <LongTextField {...rest} pointer="/reason" label={label} required={!isOptional} />;
}

export function NumberField({ pointer, onChange, unit, ...rest }: FieldProps & { unit?: string }) {
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      withAsterisk={rest.required ?? false}
      error={useProblemAt(pointer)}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(unit === undefined
        ? {}
        : {
            rightSection: unit,
            rightSectionWidth: 72,
            rightSectionPointerEvents: 'none' as const,
          })}
    />
  );
}

export function DayField({ pointer, onChange, ...rest }: FieldProps) {
  return (
    <TextInput
      {...rest}
      type="date"
      withAsterisk={rest.required ?? false}
      error={useProblemAt(pointer)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** When the change holds in the world; left empty, it holds from now on. */
export function EffectiveAtField({ value, onChange }: Pick<FieldProps, 'value' | 'onChange'>) {
  return (
    <TextInput
      type="datetime-local"
      step={1}
      label="Holds since (UTC)"
      description="Leave it empty for now. It may lie in the past, not in the future."
      value={value}
      error={useProblemAt('/effectiveAt')}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface ChoiceProps<T extends string> extends Omit<FieldProps, 'value' | 'onChange'> {
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T | '';
  readonly onChange: (value: T) => void;
}

/** One of several; empty as long as nothing was chosen. */
export function ChoiceField<T extends string>(props: ChoiceProps<T>) {
  const { pointer, options, value, onChange, required = false, ...rest } = props;
  const none = { value: '', label: 'Please choose' };
  return (
    <NativeSelect
      {...rest}
      data={[...(value === '' ? [none] : []), ...options]}
      value={value}
      withAsterisk={required}
      error={useProblemAt(pointer)}
      onChange={(event) => onChange(event.currentTarget.value as T)}
    />
  );
}

interface SureProps {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** That what cannot be taken back is meant; `FormReader.sure` asks for it. */
export function SureField({ label, value, onChange }: SureProps) {
  return (
    <Checkbox
      label={label}
      checked={value}
      error={useProblemAt('/sure')}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
