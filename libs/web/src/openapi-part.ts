import type { Type } from '@nestjs/common';

/** Any JSON of an OpenAPI document; the document's own test checks its shape. */
export type OpenApiObject = Readonly<Record<string, unknown>>;

/**
 * What a service says of its routes. `dto(SomeClass)` stands for the schema of a DTO class,
 * wherever a schema may stand; named schemas are shared as `#/components/schemas/<name>`.
 */
export interface OpenApiPart {
  readonly tag: { readonly name: string; readonly description: string };
  /** By path as OpenAPI writes it, `/v1/goals/{goalId}`, then by method in lower case. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly schemas?: Readonly<Record<string, OpenApiObject>>;
}

/**
 * An operation. Security, the problem answers (400, 401, 403, 404, 413, 415, 422, 500, 503) and
 * the header parameters of its method are added when the document is built.
 */
export interface OpenApiOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  /** A health or document route: no token. */
  readonly public?: boolean;
  /** A command: Idempotency-Key, If-Match, and a receipt with ETag; `created` answers 201. */
  readonly command?: 'changes' | 'creates';
  /** A query: asOf, effectiveAt, Read-After, and the position in header and body. */
  readonly query?: 'at-times';
  /** A question that is refused (422) though each of its parameters is well formed. */
  readonly refuses?: true;
  /** The DTO class of the body, or of the query parameters. */
  readonly body?: Type<unknown>;
  readonly queryDto?: Type<unknown>;
  /** Schema of the answer's body; a receipt when it is a command and nothing is said. */
  readonly response?: OpenApiObject;
  readonly parameters?: readonly OpenApiObject[];
  readonly examples?: Readonly<Record<string, unknown>>;
  /** Anything else of an operation object, taken as it is (as in `links`, streaming bodies). */
  readonly raw?: OpenApiObject;
}
