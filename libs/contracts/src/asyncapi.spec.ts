import { beforeAll, describe, expect, it } from '@jest/globals';
import { schemasWithoutId } from '@asyncapi/specs';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { asyncApi } from './asyncapi.ts';
import {
  factHeaders,
  positionHeaders,
  positionSchema,
  positionType,
} from './cloud-event-headers.ts';
import { closed, type RecordSchema } from './schema.ts';
import { contextOf, publishedSchemas } from './published.ts';

interface Message {
  readonly name: string;
  readonly examples: readonly { readonly headers: object; readonly payload: object }[];
}

const document = asyncApi();
const messages = Object.entries(document.components.messages).map(([type, message]) => {
  return [type, message as unknown as Message] as const;
});
const schemas: Readonly<Record<string, RecordSchema>> = {
  ...publishedSchemas,
  [positionType]: positionSchema,
};

describe('the AsyncAPI document', () => {
  let isAsyncApi: ValidateFunction;
  beforeAll(() => {
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    isAsyncApi = ajv.compile(schemasWithoutId['3.0.0'] as object);
  });

  it('is one, by the schema of AsyncAPI itself', () => {
    expect([isAsyncApi(document), isAsyncApi.errors]).toEqual([true, null]);
  });

  it('would not be one with a misspelt channel, a missing action or a wrong binding', () => {
    const { channels, operations } = document;
    const goals = { ...channels['goals'], adress: 'x' };
    const { action: _, ...publishing } = operations['publish-goals'] ?? {};
    const bindings = { kafka: { topic: 7 } };
    expect(isAsyncApi({ ...document, channels: { goals } })).toBe(false);
    expect(isAsyncApi({ ...document, operations: { publishing } })).toBe(false);
    expect(isAsyncApi({ ...document, channels: { goals: { bindings } } })).toBe(false);
  });

  it('refers to nothing that is not there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
    expect(refs.length).toBeGreaterThan(messages.length * 3);
    for (const [, path = ''] of refs) {
      const found = path.split('/').reduce<unknown>((node, segment) => {
        return (node as Record<string, unknown> | undefined)?.[segment];
      }, document);
      expect([path, found === undefined]).toEqual([path, false]);
    }
  });

  it('has every published fact, and the position, as messages of the topic of its context', () => {
    const contexts = [...new Set(Object.keys(publishedSchemas).map(contextOf))];
    expect(contexts).toEqual([
      ...['goals', 'directory', 'feedback', 'reviews', 'analytics', 'access'],
    ]);
    expect(Object.keys(document.channels)).toEqual(contexts);
    for (const context of contexts) {
      const { address, messages: named } = document.channels[context] ?? {};
      expect(address).toBe(`plumbline.${context}.events.v1`);
      const types = Object.keys(publishedSchemas).filter((type) => contextOf(type) === context);
      expect(Object.keys(named as object)).toEqual([...types, positionType]);
    }
    expect(messages.map(([type, { name }]) => [type, name])).toEqual(
      Object.keys(schemas).map((type) => [type, type]),
    );
  });
});

describe('an example', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const errorsOf = (schema: object, value: object) => {
    return ajv.validate(schema, value) ? [] : ajv.errors;
  };

  it.each(messages)('of %s holds what its schemas name, and no more', (type, { examples }) => {
    expect(examples.length).toBeGreaterThan(0);
    const schema = schemas[type];
    const headersOf = type === positionType ? positionHeaders : factHeaders;
    if (schema === undefined) throw new Error(`${type} has no schema.`);
    for (const { headers, payload } of examples) {
      expect(errorsOf(closed(headersOf), headers)).toEqual([]);
      expect(errorsOf(closed(schema), payload)).toEqual([]);
      expect(errorsOf(schema, { ...payload, fromALaterVersion: 1 })).toEqual([]);
      expect(errorsOf(closed(schema), { ...payload, fromALaterVersion: 1 })).toHaveLength(1);
    }
  });

  it('that has a wrong value is refused', () => {
    const [, first] = messages[0] ?? [];
    const headers = first?.examples[0]?.headers ?? {};
    expect(errorsOf(factHeaders, { ...headers, ce_specversion: '0.3' })).toHaveLength(1);
    expect(errorsOf(factHeaders, { ...headers, ce_sequence: '7' })).toHaveLength(1);
  });
});
