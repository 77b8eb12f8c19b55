import type { Type } from '@nestjs/common';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';
import { pointerSegment } from './json-body.ts';
import type { FieldProblem } from './problem.ts';

/** A property whose value is an object of another class, or a list of them. */
interface Nested {
  readonly property: string;
  readonly isList: boolean;
  readonly conditions: readonly ((object: object, value: unknown) => boolean)[];
  /** The class of a value, by its discriminator where it has one. */
  readonly typeOf: (value: Readonly<Record<string, unknown>>) => Type<unknown> | undefined;
}

type Plain = Readonly<Record<string, unknown>>;

/**
 * Finds nested values that are absent or no objects, before anything is made of them: the
 * validator lets an absent one pass, and the transformer breaks on a null where it wants a kind.
 */
export function nestingProblems(
  dto: Type<unknown>,
  plain: Plain,
  pointer = '',
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const nested of nestedOf(dto)) {
    const { property, isList, conditions, typeOf } = nested;
    const value = plain[property];
    if (conditions.some((condition) => !condition(plain, value))) continue;
    const field = `${pointer}/${pointerSegment(property)}`;
    if (!isList) {
      problems.push(...ofOne(value, field, typeOf));
    } else if (!Array.isArray(value)) {
      problems.push({ field, rule: 'isArray', remedy: 'Send a list of objects.' });
    } else {
      for (const [index, one] of value.entries()) {
        problems.push(...ofOne(one, `${field}/${index}`, typeOf));
      }
    }
  }
  return problems;
}

function ofOne(value: unknown, field: string, typeOf: Nested['typeOf']): readonly FieldProblem[] {
  if (value === undefined) {
    return [{ field, rule: 'isDefined', remedy: 'This is required; send an object.' }];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ field, rule: 'isObject', remedy: 'Send an object.' }];
  }
  const type = typeOf(value as Plain);
  return type === undefined ? [] : nestingProblems(type, value as Plain, field);
}

/** Whether a class has properties of other classes. */
export function hasNested(dto: Type<unknown>): boolean {
  return nestedOf(dto).length > 0;
}

const nestedByClass = new WeakMap<object, readonly Nested[]>();

function nestedOf(dto: Type<unknown>): readonly Nested[] {
  let known = nestedByClass.get(dto);
  if (known === undefined) {
    known = readNested(dto);
    nestedByClass.set(dto, known);
  }
  return known;
}

function readNested(dto: Type<unknown>): readonly Nested[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(dto, '', true, false);
  return rules
    .filter(({ type }) => type === 'nestedValidation')
    .map(({ propertyName: property, each }) => ({
      property,
      isList: each,
      conditions: rules
        .filter((one) => one.propertyName === property && one.type === 'conditionalValidation')
        .map(({ constraints }) => (constraints as Nested['conditions'])[0] ?? (() => true)),
      typeOf: classOf(dto, property),
    }));
}

function classOf(dto: Type<unknown>, property: string): Nested['typeOf'] {
  const found = defaultMetadataStorage.findTypeMetadata(dto, property);
  if (found === undefined) return () => undefined;
  const { discriminator } = found.options;
  return (value) => {
    const name = discriminator === undefined ? undefined : value[discriminator.property];
    const sub = discriminator?.subTypes.find((one) => one.name === name);
    return (sub?.value ?? found.typeFunction()) as Type<unknown>;
  };
}
