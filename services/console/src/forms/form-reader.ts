import type { FieldProblem } from '../api/types.ts';
import { numberRemedy, percentRemedy, readNumber, readPercent } from '../text/parse.ts';
import { fromInput } from '../text/times.ts';

export const scaleLabels = { min: 'Lowest answer', max: 'Highest answer' } as const;

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

  /** Lowest and highest answer of a question. */
  scale(typed: { readonly scaleMin: string; readonly scaleMax: string }) {
    return {
      min: this.number('/scale/min', typed.scaleMin, scaleLabels.min),
      max: this.number('/scale/max', typed.scaleMax, scaleLabels.max),
    };
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

  /** What cannot be taken back is said to be meant. */
  sure(isSure: boolean, label: string): void {
    if (!isSure) this.#refuse('/sure', `${label}: please tick it.`);
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
