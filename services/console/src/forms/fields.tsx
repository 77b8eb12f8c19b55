import { Textarea, TextInput } from '@mantine/core';
import type { FieldProblem } from '../api/types.ts';
import { numberRemedy, percentRemedy, readNumber, readPercent } from '../text/parse.ts';
import { fromInput } from '../text/times.ts';
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

/** Reads the values of a form one by one and gathers what is wrong with them, by pointer. */
export class FormReader {
  readonly problems: FieldProblem[] = [];

  text(pointer: string, value: string, label: string): string {
    if (value.trim() === '') this.#refuse(pointer, `${label}: please fill it in.`);
    return value;
  }

  number(pointer: string, value: string, label: string): number {
    const number = readNumber(value);
    if (number === undefined) this.#refuse(pointer, `${label}: ${numberRemedy}`);
    return number ?? 0;
  }

  numberOrNone(pointer: string, value: string, label: string): number | undefined {
    return value.trim() === '' ? undefined : this.number(pointer, value, label);
  }

  percent(pointer: string, value: string, label: string): number {
    const share = readPercent(value);
    if (share === undefined) this.#refuse(pointer, `${label}: ${percentRemedy}`);
    return share ?? 0;
  }

  percentOrNone(pointer: string, value: string, label: string): number | undefined {
    return value.trim() === '' ? undefined : this.percent(pointer, value, label);
  }

  /** The effective time of a command, as the member of its body; nothing when it is now. */
  effectiveAt(value: string): { readonly effectiveAt?: string } {
    if (value === '') return {};
    const effectiveAt = fromInput(value);
    if (effectiveAt !== undefined) return { effectiveAt };
    this.#refuse('/effectiveAt', 'Holds since: give a day and a time, or leave it empty.');
    return {};
  }

  refuse(pointer: string, remedy: string): void {
    this.#refuse(pointer, remedy);
  }

  #refuse(field: string, remedy: string): void {
    this.problems.push({ field, rule: 'form', remedy });
  }
}

/** A copy without the members that are undefined: the server takes a field or lacks it. */
export function present<T extends object>(
  values: T,
): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

/** The text, or nothing when it is blank: an empty text would be refused. */
export function words(value: string): string | undefined {
  return value.trim() === '' ? undefined : value;
}
