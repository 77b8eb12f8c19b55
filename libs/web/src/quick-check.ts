import type { Type } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';

type Rule = ReturnType<
  ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']
>[number];
type Plain = Readonly<Record<string, unknown>>;
type Holds = (object: Plain, value: unknown) => boolean;

/** A property: when it is looked at, and what must hold then. */
interface Property {
  readonly name: string;
  readonly conditions: readonly Holds[];
  readonly rules: readonly Holds[];
}

/**
 * Whether all rules of a class hold for one of its objects, by the validators of class-validator
 * themselves. It says no more than yes: most input is as it should be, and to find only that takes
 * a fraction of the time in which the errors that there are none of would be gathered. After a no
 * the validator has its say. Always no for a class with rules of another kind, or without any.
 */
export function isQuicklyValid(dto: Type<unknown>, object: object): boolean {
  let known = propertiesByClass.get(dto);
  if (known === undefined) {
    known = { properties: propertiesOf(dto) };
    propertiesByClass.set(dto, known);
  }
  const { properties } = known;
  return properties !== undefined && holdsAll(properties, object as Plain);
}

const propertiesByClass = new WeakMap<
  object,
  { readonly properties: ReadonlyMap<string, Property> | undefined }
>();

function holdsAll(properties: ReadonlyMap<string, Property>, object: Plain): boolean {
  for (const name of Object.keys(object)) if (!properties.has(name)) return false;
  for (const { name, conditions, rules } of properties.values()) {
    const value = object[name];
    if (!conditions.every((holds) => holds(object, value))) continue;
    if (!rules.every((holds) => holds(object, value))) return false;
  }
  return true;
}

function propertiesOf(dto: Type<unknown>): ReadonlyMap<string, Property> | undefined {
  const storage = getMetadataStorage();
  const found = storage.getTargetValidationMetadatas(dto, '', false, false);
  const properties = new Map<string, Property>();
  for (const [name, all] of Object.entries(storage.groupByPropertyName(found))) {
    const conditions: Holds[] = [];
    const rules: Holds[] = [];
    for (const rule of all) {
      if (rule.type === 'conditionalValidation') conditions.push(rule.constraints[0] as Holds);
      else if (rule.type === 'customValidation') rules.push(...holdsOf(dto, rule));
      else if (rule.type === 'nestedValidation') rules.push((_, value) => isQuicklyNested(value));
      else if (rule.type !== 'whitelistValidation') return undefined;
    }
    properties.set(name, { name, conditions, rules });
  }
  return properties.size === 0 ? undefined : properties;
}

/** What is not there is for other rules to miss; what is there is of its own class. */
function isQuicklyNested(value: unknown): boolean {
  if (value === undefined) return true;
  if (Array.isArray(value)) return value.every((one) => one !== undefined && isQuicklyNested(one));
  if (typeof value !== 'object' || value === null) return false;
  const dto: unknown = value.constructor;
  return typeof dto === 'function' && isQuicklyValid(dto as Type<unknown>, value);
}

function holdsOf(dto: Type<unknown>, rule: Rule): Holds[] {
  const { propertyName: property, constraints, each } = rule;
  const validators = getMetadataStorage().getTargetValidatorConstraints(rule.constraintCls);
  return validators.map(({ instance }) => (object, value) => {
    const about = { targetName: dto.name, property, object, value, constraints };
    if (rule.validateIf !== undefined && !rule.validateIf(object, value)) return true;
    return each && Array.isArray(value)
      ? value.every((one) => instance.validate(one, about) === true)
      : instance.validate(value, about) === true;
  });
}
