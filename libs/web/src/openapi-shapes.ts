import type { OpenApiObject } from './openapi-part.ts';

/** What the schemas and routes of every context are put together from. */
export const text: OpenApiObject = { type: 'string' };
export const textOrNull: OpenApiObject = { type: ['string', 'null'] };
export const numberOrNull: OpenApiObject = { type: ['number', 'null'] };
export const booleanOrNull: OpenApiObject = { type: ['boolean', 'null'] };
export const instant: OpenApiObject = { type: 'string', format: 'date-time' };
export const whole: OpenApiObject = { type: 'integer' };
export const count: OpenApiObject = { type: 'integer', minimum: 0 };
export const truth: OpenApiObject = { type: 'boolean' };
export const day: OpenApiObject = { type: 'string', format: 'date' };
export const dayOrNull: OpenApiObject = { type: ['string', 'null'], format: 'date' };
export const code = (...of: readonly string[]): OpenApiObject => ({ type: 'string', enum: of });
export const uuid: OpenApiObject = { type: 'string', format: 'uuid' };
export const idsOrNull: OpenApiObject = { type: ['array', 'null'], items: text };
export const ref = (name: string): OpenApiObject => ({
  $ref: `#/components/schemas/${name}`,
});
export const orNull = (schema: OpenApiObject): OpenApiObject => ({
  anyOf: [schema, { type: 'null' }],
});
export const listOf = (items: OpenApiObject): OpenApiObject => ({ type: 'array', items });

/** An object that has all of these members, always. */
export function record(
  properties: Record<string, OpenApiObject>,
  description?: string,
): OpenApiObject {
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    required: Object.keys(properties),
    properties,
  };
}

/** How many there are in all, and those of them that are shown. */
export const listed = (items: OpenApiObject): OpenApiObject =>
  record({ n: count, items: listOf(items) });

export const pageOf = (item: OpenApiObject): OpenApiObject => ({
  type: 'object',
  required: ['position', 'items'],
  properties: {
    position: ref('Position'),
    items: { type: 'array', items: item },
    next: { type: 'string', description: 'Send it as `after` for the next page.' },
  },
});

export const oneOf = (name: string, schema: string): OpenApiObject => ({
  type: 'object',
  required: ['position', name],
  properties: { position: ref('Position'), [name]: ref(schema) },
});

export const pathId = (name: string): OpenApiObject => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
});
