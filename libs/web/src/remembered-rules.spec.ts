import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage, IsInt, IsString, ValidateNested, validateSync } from 'class-validator';
import { rememberRules } from './remembered-rules.ts';

class Parent {
  @IsString() name!: string;
}

class Child extends Parent {
  @IsInt({ groups: ['strict'] }) age!: number;
}

class Nesting {
  @ValidateNested() child!: Child;
}

const faults = (value: object, groups?: string[]) =>
  validateSync(value, groups === undefined ? {} : { groups })
    .map(({ property }) => property)
    .toSorted();

describe('rules that are remembered by their class', () => {
  it('are those that were looked up each time, parents and groups among them', () => {
    const cases = (): unknown[] => [
      faults(new Child()),
      faults(Object.assign(new Child(), { name: 'Ada', age: 'old' })),
      faults(Object.assign(new Child(), { name: 'Ada', age: 'old' }), ['strict']),
      faults(Object.assign(new Parent(), { name: 1 })),
    ];
    const before = cases();
    expect(before).toEqual([['age', 'name'], ['age'], ['age'], ['name']]);
    rememberRules();
    expect([cases(), cases()]).toEqual([before, before]);
  });

  it('are looked up once, also within others', () => {
    const storage = getMetadataStorage();
    let lookUps = 0;
    const plain = storage.getTargetValidationMetadatas.bind(storage);
    storage.getTargetValidationMetadatas = (...asked) => {
      lookUps += 1;
      return plain(...asked);
    };
    rememberRules();
    for (let round = 0; round < 3; round += 1) faults(new Child());
    expect(lookUps).toBe(1);
    const nesting = Object.assign(new Nesting(), { child: new Child() });
    for (let round = 0; round < 3; round += 1) expect(faults(nesting)).toEqual(['child']);
    expect(lookUps).toBe(3);
  });
});
