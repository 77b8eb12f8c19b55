import { describe, expect, it } from '@jest/globals';
import {
  IsArray,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
} from 'class-validator';
import { ValidateIf, ValidateNested, validateSync } from 'class-validator';
import fc from 'fast-check';
import { isQuicklyValid } from './quick-check.ts';

class Parent {
  @IsUUID() id!: string;
}

class CheckIn extends Parent {
  @IsOptional() @IsNumber() @Min(0) value?: number | null;
  @IsOptional() @IsString({ each: true }) @MaxLength(3, { each: true }) done?: string[];
  @ValidateIf((one: CheckIn) => one.value === 1) @IsIn(['a', 'b']) kind?: string;
  @IsString({ validateIf: (one: CheckIn) => one.value !== 2 }) note!: string;
}

class Nesting {
  @ValidateNested() checkIn!: CheckIn;
  @IsOptional() @IsArray() @ValidateNested({ each: true }) more?: CheckIn[];
}

class Free {}

const id = '7a9e0d1c-1f7b-4b1e-9a57-0c2a4f0f5b11';
const rules = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };

describe('a quick check', () => {
  it('says yes exactly where the validator has nothing to say', () => {
    const any = fc.anything({ maxDepth: 1 });
    // What is as it should be comes often, or hardly any object as a whole would be.
    const mostly = (usual: fc.Arbitrary<unknown>) => fc.oneof({ arbitrary: usual, weight: 5 }, any);
    const shaped = fc.record(
      {
        id: mostly(fc.constant(id)),
        value: mostly(fc.oneof(fc.integer({ min: -1, max: 3 }), fc.constant(null))),
        done: mostly(fc.array(mostly(fc.string({ maxLength: 4 })), { maxLength: 3 })),
        kind: mostly(fc.constantFrom('a', 'b', 'c')),
        note: mostly(fc.string()),
      },
      { requiredKeys: [] },
    );
    const usual = fc.record({ id: fc.constant(id), note: fc.string() });
    const none = fc.constant({});
    const unknown = fc.oneof({ arbitrary: none, weight: 5 }, fc.record({ other: any }));
    const parts = fc.tuple(shaped, fc.oneof(usual, none), unknown);
    const seen = { yes: 0, no: 0 };
    fc.assert(
      fc.property(parts, (all) => {
        const object = Object.assign(new CheckIn(), ...all);
        const isValid = validateSync(object, rules).length === 0;
        seen[isValid ? 'yes' : 'no'] += 1;
        expect(isQuicklyValid(CheckIn, object)).toBe(isValid);
      }),
      { numRuns: 1_000 },
    );
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(100);
  });

  it('says yes to what nests others only where the validator has nothing to say', () => {
    const checkIn = fc
      .record(
        {
          id: fc.constantFrom(id, 'none'),
          note: fc.constantFrom<unknown>('', 1),
          value: fc.constantFrom(-1, 0, null),
          other: fc.constant(1),
        },
        { requiredKeys: ['id', 'note'] },
      )
      .map((plain) => Object.assign(new CheckIn(), plain));
    const sound = fc.constant(Object.assign(new CheckIn(), { id, note: '' }));
    const none = fc.constantFrom<unknown>(undefined, null, 1, 'x', {}, [], [[]], new Free());
    const one = fc.oneof({ weight: 4, arbitrary: sound }, checkIn, none);
    const nesting = fc.record({ checkIn: one, more: fc.oneof(fc.array(one), none) });
    const seen = { yes: 0, no: 0 };
    fc.assert(
      fc.property(nesting, (plain) => {
        const object = Object.assign(new Nesting(), plain);
        const isValid = validateSync(object, rules).length === 0;
        const isQuick = isQuicklyValid(Nesting, object);
        seen[isQuick ? 'yes' : 'no'] += 1;
        expect(isQuick && !isValid).toBe(false);
      }),
      { numRuns: 1_000 },
    );
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(10);
  });

  it('says yes to what nests as it should', () => {
    const checkIn = Object.assign(new CheckIn(), { id, note: '' });
    const nesting = Object.assign(new Nesting(), { checkIn, more: [checkIn, checkIn] });
    expect(isQuicklyValid(Nesting, nesting)).toBe(true);
    const wrong = Object.assign(new CheckIn(), { id: '1', note: '' });
    expect(isQuicklyValid(Nesting, Object.assign(nesting, { more: [checkIn, wrong] }))).toBe(false);
  });

  it('never says yes to what has no rules', () => {
    expect(isQuicklyValid(Free, new Free())).toBe(false);
  });
});
