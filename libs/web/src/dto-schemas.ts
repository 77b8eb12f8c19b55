import type { Type } from '@nestjs/common';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import type { OpenApiObject } from './openapi-part.ts';

type Json = Record<string, unknown>;
type Metadata = ReturnType<
  ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']
>[number];

/** Classes by their names; those of one name are kept apart, as one of them must be renamed. */
type Targets = ReadonlyMap<string, readonly Type<unknown>[]>;

const refPrefix = '#/components/schemas/';

/** Schemas of rules that class-validator does not know itself, by the rule's name. */
const ownRules = {
  isDay: { type: 'string', format: 'date' },
  isMail: { type: 'string', format: 'email' },
  isRecordOfString: { type: 'object', additionalProperties: { type: 'string' } },
  isRecordOfObject: { type: 'object', additionalProperties: { type: 'object' } },
  isRecordOfNumber: { type: 'object', additionalProperties: { type: 'number' } },
  // Over the members of a thing: its shape is told by the other rules.
  hasOneOf: {},
  isInstant: {
    type: 'string',
    description: 'An RFC 3339 instant, or a day (its end, in UTC).',
    examples: ['2026-07-01T09:00:00Z', '2026-07-01'],
  },
};

/**
 * The schemas of DTO classes and of every class within them, from the same decorators that check
 * requests, so that the document cannot promise something else. Besides what the library derives:
 * what is required follows the conditions, a value that may be null says so, a discriminated
 * property lists its kinds, and fields that are not declared are refused.
 */
export function dtoSchemas(
  classes: readonly Type<unknown>[],
): Readonly<Record<string, OpenApiObject>> {
  const all = validationMetadatasToSchemas({
    refPointerPrefix: refPrefix,
    classTransformerMetadataStorage: defaultMetadataStorage as never,
    additionalConverters: ownRules as never,
  }) as unknown as Record<string, Json>;
  const targets = targetsByName();
  const kinds = kindsBySubType(targets);
  const wanted: Record<string, OpenApiObject> = {};
  const visit = (name: string): void => {
    const [target, ...others] = targets.get(name) ?? [];
    if (others.length > 0) {
      throw new Error(`Two classes are named ${name}. Give one of them another name.`);
    }
    const schema = all[name];
    if (wanted[name] !== undefined || target === undefined || schema === undefined) return;
    const mended = mend(schema, target, kinds.get(name));
    wanted[name] = mended;
    for (const other of namesWithin(mended)) visit(other);
  };
  for (const { name } of classes) visit(name);
  return wanted;
}

export function schemaRef(name: string): OpenApiObject {
  return { $ref: `${refPrefix}${name}` };
}

function mend(schema: Json, target: Type<unknown>, kind: Kind | undefined): OpenApiObject {
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', true, false);
  const properties: Json = {};
  const required: string[] = [];
  for (const [name, given] of Object.entries(
    (schema['properties'] ?? {}) as Record<string, Json>,
  )) {
    const own = rules.filter(({ propertyName }) => propertyName === name);
    const { optional, nullable } = conditionsOf(own, name);
    const shape = discriminated(target, name) ?? given;
    properties[name] = nullable ? { anyOf: [shape, { type: 'null' }] } : shape;
    if (!optional) required.push(name);
  }
  if (kind !== undefined) properties[kind.property] = { type: 'string', enum: kind.names };
  return {
    type: 'object',
    properties,
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

/**
 * Whether a property may be absent or null, found by asking its own conditions: a value that the
 * conditions do not let through to the rules is taken as it is.
 */
function conditionsOf(
  rules: readonly Metadata[],
  property: string,
): { readonly optional: boolean; readonly nullable: boolean } {
  const passes = (value: unknown): boolean => {
    const object = { [property]: value };
    return rules
      .filter(({ type }) => type === 'conditionalValidation')
      .some(({ constraints }) => {
        const [condition] = constraints as [(object: object, value: unknown) => boolean];
        return !condition(object, value);
      });
  };
  return { optional: passes(undefined), nullable: passes(null) && !passes(undefined) };
}

function discriminated(target: Type<unknown>, property: string): Json | undefined {
  const options = defaultMetadataStorage.findTypeMetadata(target, property)?.options;
  const { discriminator } = options ?? {};
  if (discriminator === undefined) return undefined;
  const names = [...new Set(discriminator.subTypes.map(({ value }) => value.name))];
  const mapping = discriminator.subTypes.map(({ name, value }) => [
    name,
    `${refPrefix}${value.name}`,
  ]);
  return {
    oneOf: names.map(schemaRef),
    discriminator: { propertyName: discriminator.property, mapping: Object.fromEntries(mapping) },
  };
}

interface Kind {
  readonly property: string;
  readonly names: string[];
}

/** What the discriminating property of each sub-type may say. */
function kindsBySubType(targets: Targets): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const target of [...targets.values()].flat()) {
    for (const property of propertiesOf(target)) {
      const options = defaultMetadataStorage.findTypeMetadata(target, property)?.options;
      for (const { value, name } of options?.discriminator?.subTypes ?? []) {
        const { property: by } = options?.discriminator ?? { property: '' };
        const kind = kinds.get(value.name) ?? { property: by, names: [] };
        if (!kind.names.includes(name)) kind.names.push(name);
        kinds.set(value.name, kind);
      }
    }
  }
  return kinds;
}

function propertiesOf(target: Type<unknown>): readonly string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', true, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))];
}

function targetsByName(): Targets {
  const storage = getMetadataStorage() as unknown as {
    readonly validationMetadatas: ReadonlyMap<unknown, readonly Metadata[]>;
  };
  const targets = new Map<string, readonly Type<unknown>[]>();
  for (const target of storage.validationMetadatas.keys()) {
    if (typeof target !== 'function') continue;
    const before = targets.get(target.name) ?? [];
    targets.set(target.name, [...before, target as Type<unknown>]);
  }
  return targets;
}

function namesWithin(schema: unknown): readonly string[] {
  const found = JSON.stringify(schema).matchAll(/"#\/components\/schemas\/([^"]+)"/g);
  return [...found].flatMap(([, name]) => (name === undefined ? [] : [name]));
}
