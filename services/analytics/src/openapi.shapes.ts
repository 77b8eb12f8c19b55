import type { OpenApiObject } from '@plumbline/web';

/** What the schemas and routes of this context are put together from. */
export const text: OpenApiObject = { type: 'string' };
export const textOrNull: OpenApiObject = { type: ['string', 'null'] };
export const numberOrNull: OpenApiObject = { type: ['number', 'null'] };
export const whole: OpenApiObject = { type: 'integer' };
export const count: OpenApiObject = { type: 'integer', minimum: 0 };
export const day: OpenApiObject = { type: 'string', format: 'date' };
export const code = (...of: readonly string[]): OpenApiObject => ({ type: 'string', enum: of });
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
