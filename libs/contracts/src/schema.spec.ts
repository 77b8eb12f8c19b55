import { describe, expect, it } from '@jest/globals';
import type { GoalsPublished, PublishedMeasure } from './goals.ts';
import type { Schema, Shape } from './schema.ts';

/** True where two types are the same, modifiers included; the compiler is the test. */
type Same<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
const same = <One, Other>(is: Same<One, Other>): boolean => is;

describe('the type of a schema', () => {
  it('is what was written by hand before there were schemas', () => {
    interface CheckedIn {
      readonly goalId: string;
      readonly keyResultId: string;
      readonly checkInId: string;
      readonly value: number | null;
      readonly done: readonly string[] | null;
      readonly confidence: number | null;
      readonly late: boolean;
    }
    type Flat<T> = { readonly [Key in keyof T]: T[Key] };
    expect(same<GoalsPublished['goals.ProgressCheckedIn.v1'], Flat<CheckedIn>>(true)).toBe(true);
    interface Measure {
      readonly kind: 'increase' | 'decrease' | 'within' | 'milestones' | 'completion' | 'undefined';
      readonly start?: number;
      readonly target?: number;
      readonly low?: number;
      readonly high?: number;
      readonly unit?: string;
      readonly milestones?: readonly { readonly id: string; readonly weight: number }[];
    }
    expect(same<PublishedMeasure, Flat<Measure>>(true)).toBe(true);
    expect(same<PublishedMeasure, Flat<Required<Measure>>>(false)).toBe(false);
  });

  it('knows lists, records and null at every depth', () => {
    const schema = {
      type: ['array', 'null'],
      items: {
        type: 'object',
        required: ['n'],
        properties: { n: { type: ['integer', 'null'], 'x-data-class': 'measure' } },
      },
    } as const satisfies Schema;
    expect(same<Shape<typeof schema>, readonly { readonly n: number | null }[] | null>(true)).toBe(
      true,
    );
  });

  it('does not compile without a data class, nor with one for text', () => {
    // @ts-expect-error A value has a class.
    const unclassified: Schema = { type: 'number' };
    // @ts-expect-error There is no class for text.
    const text: Schema = { type: 'string', 'x-data-class': 'text' };
    expect([unclassified, text]).toHaveLength(2);
  });
});
