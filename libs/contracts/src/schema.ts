import type { DataClass } from './data-class.ts';

/**
 * The part of JSON Schema (2020-12) that published facts are written in. Schemas are plain data,
 * and the only source: types, documents and checks come from them.
 */
export type Schema = ValueSchema | ListSchema | RecordSchema;

type OrNull<Type> = Type | readonly [Type, 'null'];

/** A single value. `x-definition` names the formula and the version that it was calculated by. */
export interface ValueSchema {
  readonly description?: string;
  readonly type: OrNull<'string' | 'number' | 'integer' | 'boolean'>;
  readonly 'x-data-class': DataClass;
  readonly 'x-definition'?: string;
  readonly enum?: readonly string[];
  readonly format?: 'date' | 'date-time';
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly maxLength?: number;
}

export interface ListSchema {
  readonly description?: string;
  readonly type: OrNull<'array'>;
  readonly items: Schema;
}

/** Fields that are not named may come later: a reader passes over what it does not know. */
export interface RecordSchema {
  readonly description?: string;
  readonly type: OrNull<'object'>;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, Schema>>;
}

/** The TypeScript type of what a schema describes. */
export type Shape<Of> = Of extends { readonly enum: readonly (infer Word)[] }
  ? Word
  : Of extends { readonly type: readonly (infer Type)[] }
    ? Typed<Of, Type>
    : Of extends { readonly type: infer Type }
      ? Typed<Of, Type>
      : never;

interface Values {
  readonly string: string;
  readonly number: number;
  readonly integer: number;
  readonly boolean: boolean;
  readonly null: null;
}

type Typed<Of, Type> = Type extends keyof Values
  ? Values[Type]
  : Type extends 'array'
    ? Of extends { readonly items: infer Item }
      ? readonly Shape<Item>[]
      : never
    : Type extends 'object'
      ? Of extends { readonly properties: infer Fields; readonly required: readonly (infer Name)[] }
        ? Flat<
            { readonly [Key in keyof Fields & Name]: Shape<Fields[Key]> } & {
              readonly [Key in Exclude<keyof Fields, Name>]?: Shape<Fields[Key]>;
            }
          >
        : never
      : never;

type Flat<Fields> = { readonly [Key in keyof Fields]: Fields[Key] };

/**
 * The same schema, but for what it does not name: with it a producer is checked, who may send
 * nothing that is not in the contract. A reader must not check with it.
 */
export function closed(schema: Schema): Readonly<Record<string, unknown>> {
  if ('items' in schema) return { ...schema, items: closed(schema.items) };
  if (!('properties' in schema)) return { ...schema };
  const fields = Object.entries(schema.properties).map(([name, field]) => [name, closed(field)]);
  return { ...schema, properties: Object.fromEntries(fields), additionalProperties: false };
}
