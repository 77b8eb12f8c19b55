import { isDeepStrictEqual } from 'node:util';
import {
  commonParameters,
  commonResponses,
  commonSchemas,
  receiptHeaders,
} from './openapi-common.ts';
import { dtoSchemas, schemaRef } from './dto-schemas.ts';
import type { OpenApiObject, OpenApiOperation, OpenApiPart } from './openapi-part.ts';

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: OpenApiObject;
  readonly servers: readonly OpenApiObject[];
  readonly tags: readonly OpenApiObject[];
  readonly security: readonly OpenApiObject[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiObject>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, OpenApiObject>>>>;
}

/** The whole document from the parts of the services that are mounted. */
export function buildOpenApi(parts: readonly OpenApiPart[], version = '0.1.0'): OpenApiDocument {
  const operations = parts.flatMap(({ paths }) => Object.values(paths).flatMap(Object.values));
  const classes = operations.flatMap(({ body, queryDto }: OpenApiOperation) => {
    return [body, queryDto].filter((one) => one !== undefined);
  });
  const shapes = dtoSchemas(classes);
  const own = together([commonSchemas, ...parts.map(({ schemas = {} }) => schemas)]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Plumbline',
      version,
      description: 'Performance management on an event log.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: parts.map(({ tag }) => tag),
    security: [{ bearer: [] }],
    paths: pathsOf(parts, shapes),
    components: {
      // What a service says of a shape itself goes before what is derived.
      schemas: { ...shapes, ...own },
      parameters: commonParameters,
      headers: receiptHeaders,
      responses: commonResponses,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
  };
}

/** Routes that the document lacks, and documented ones that do not exist; both must be empty. */
export function routeDrift(
  document: OpenApiDocument,
  routes: readonly string[],
): { readonly undocumented: readonly string[]; readonly unrouted: readonly string[] } {
  const documented = Object.entries(document.paths).flatMap(([path, methods]) => {
    return Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`);
  });
  return {
    undocumented: routes.filter((route) => !documented.includes(route)),
    unrouted: documented.filter((route) => !routes.includes(route)),
  };
}

type Shapes = Readonly<Record<string, OpenApiObject>>;

/** What several say alike is said once. Two that say something else by one name are a mistake. */
function together(all: readonly Shapes[]): Shapes {
  const schemas: Record<string, OpenApiObject> = {};
  for (const [name, schema] of all.flatMap(Object.entries<OpenApiObject>)) {
    const other = schemas[name];
    if (other !== undefined && !isDeepStrictEqual(other, schema)) {
      throw new Error(`Two schemas are named ${name}. Give one of them another name.`);
    }
    schemas[name] = schema;
  }
  return schemas;
}

function pathsOf(parts: readonly OpenApiPart[], shapes: Shapes): OpenApiDocument['paths'] {
  const paths: Record<string, Record<string, OpenApiObject>> = {};
  for (const { tag, paths: own } of parts) {
    for (const [path, methods] of Object.entries(own)) {
      const documented = (paths[path] ??= {});
      for (const [method, operation] of Object.entries(methods)) {
        if (documented[method] !== undefined) {
          throw new Error(`${method.toUpperCase()} ${path} is documented twice.`);
        }
        documented[method] = operationOf(path, method, operation, tag.name, shapes);
      }
    }
  }
  return paths;
}

function operationOf(
  path: string,
  method: string,
  operation: OpenApiOperation,
  tag: string,
  shapes: Shapes,
): OpenApiObject {
  const { operationId, summary, description, body, examples, raw = {} } = operation;
  const { responses: ownResponses, ...rest } = raw;
  const parameters = [
    ...pathParameters(path, operation),
    ...queryParameters(operation, shapes),
    ...headerParameters(method, operation),
  ];
  return {
    operationId,
    summary,
    tags: [tag],
    ...(description === undefined ? {} : { description }),
    ...(operation.public === true ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: schemaRef(body.name),
                ...(examples === undefined ? {} : { examples: named(examples) }),
              },
            },
          },
        }),
    responses: withOwn(responsesOf(path, operation), (ownResponses ?? {}) as OpenApiObject),
    ...rest,
  };
}

/** What an operation says of an answer is added to it: links leave the body's schema as it is. */
function withOwn(responses: OpenApiObject, own: OpenApiObject): OpenApiObject {
  const merged = Object.entries(own).map(([status, response]) => {
    // Beside a reference nothing counts: who says more of a problem says all of it.
    const { $ref: _, ...common } = (responses[status] ?? {}) as OpenApiObject;
    return [status, { ...common, ...(response as object) }];
  });
  return { ...responses, ...Object.fromEntries(merged) };
}

function named(examples: Readonly<Record<string, unknown>>): OpenApiObject {
  return Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }]));
}

function pathParameters(path: string, { parameters = [] }: OpenApiOperation): OpenApiObject[] {
  const given = parameters.map(({ name }) => name);
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
  const missing = names.filter((name) => !given.includes(name));
  return [
    ...missing.map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string', minLength: 1 },
    })),
    ...parameters,
  ];
}

function queryParameters({ queryDto, query }: OpenApiOperation, shapes: Shapes): OpenApiObject[] {
  const schema = queryDto === undefined ? {} : (shapes[queryDto.name] ?? {});
  const properties = (schema['properties'] ?? {}) as Record<string, OpenApiObject>;
  const required = (schema['required'] ?? []) as readonly string[];
  const times = query === undefined ? [] : ['asOf', 'effectiveAt'];
  const own = Object.entries(properties).filter(([name]) => !times.includes(name));
  return [
    ...own.map(([name, shape]) => {
      return { name, in: 'query', required: required.includes(name), schema: shape };
    }),
    ...times.map(parameterRef),
  ];
}

function headerParameters(method: string, { command, query }: OpenApiOperation): OpenApiObject[] {
  return [
    ...(command !== undefined && method === 'post' ? [parameterRef('IdempotencyKey')] : []),
    ...(command === undefined && query === undefined ? [] : [parameterRef('OnBehalfOf')]),
    ...(command === 'changes' ? [parameterRef('IfMatch')] : []),
    ...(query === undefined ? [] : [parameterRef('ReadAfter')]),
  ];
}

function parameterRef(name: string): OpenApiObject {
  return { $ref: `#/components/parameters/${name}` };
}

function responsesOf(path: string, operation: OpenApiOperation): OpenApiObject {
  const { command, query, refuses, body, response } = operation;
  const schema = response ?? (command === undefined ? undefined : schemaRef('Receipt'));
  const headers = [
    ...(command === undefined ? [] : ['ETag']),
    ...(command === undefined && query === undefined ? [] : ['Plumbline-Position']),
    ...(command === 'creates' ? ['Location'] : []),
  ];
  const done = {
    description: command === 'creates' ? 'Made.' : 'Done.',
    ...(headers.length === 0
      ? {}
      : {
          headers: Object.fromEntries(
            headers.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
          ),
        }),
    ...(schema === undefined ? {} : { content: { 'application/json': { schema } } }),
  };
  const problems = [
    ...['400', '500', '503'],
    ...(operation.public === true ? [] : ['401', '403']),
    ...(path.includes('{') ? ['404'] : []),
    ...(command === undefined ? [] : ['409', '412']),
    ...(body === undefined ? [] : ['413', '415']),
    ...(body === undefined && refuses === undefined ? [] : ['422']),
  ];
  return {
    [command === 'creates' ? '201' : '200']: done,
    ...Object.fromEntries(
      problems
        .sort()
        .map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
    ),
    default: { $ref: '#/components/responses/Problem' },
  };
}
