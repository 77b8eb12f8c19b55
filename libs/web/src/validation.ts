import { Readable } from 'node:stream';
import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { fieldProblemsMax, isCleanText, isHostileKey, pointerSegment } from './json-body.ts';
import { hasNested, nestingProblems } from './nesting.ts';
import { ProblemError, type FieldProblem } from './problem.ts';
import { isQuicklyValid } from './quick-check.ts';
import { rememberRules } from './remembered-rules.ts';

rememberRules();

const rules = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false, value: false },
} as const;

/** Checks every body and every set of query parameters that a handler declares with a class. */
@Injectable()
export class CheckedInput implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (metatype === undefined || metatype === Object || !hasRules(metatype)) return value;
    if (type === 'body') return checkedBody(metatype, value);
    if (type === 'query') return checkedQuery(metatype, value);
    if (type === 'param') return checkedPath(metatype, value);
    return value;
  }
}

/**
 * A body as an instance of its class, or a problem (422) that names every field by its pointer.
 * Also for one record of a bulk request.
 */
export function checkedBody<Dto>(dto: Type<Dto>, body: unknown): Dto {
  const value = body ?? {};
  // Lines of JSON come as the stream that they are, and only bulk routes read it. Nothing may be
  // made of it here: the transformer would call the constructors of whatever it finds inside.
  if (value instanceof Readable) {
    const detail = 'This route takes Content-Type: application/json.';
    throw new ProblemError('request/unsupported-media-type', detail);
  }
  if (typeof value !== 'object' || Array.isArray(value) || !isPlain(value)) {
    throw invalidBody([{ field: '', rule: 'object', remedy: 'Send a JSON object.' }]);
  }
  const misplaced = nestingProblems(dto, value as Readonly<Record<string, unknown>>);
  if (misplaced.length > 0) throw invalidBody(misplaced.slice(0, fieldProblemsMax));
  const checked = instanceOf(dto, value);
  if (isQuicklyValid(dto, checked as object)) return checked;
  const errors = flatten(validateSync(checked as object, rules), '');
  if (errors.length > 0) throw invalidBody(errors);
  return checked;
}

/** What holds no other class needs no transformer, which takes as long as the validation. */
function instanceOf<Dto>(dto: Type<Dto>, plain: object): Dto {
  if (hasNested(dto)) return plainToInstance(dto, plain);
  return Object.assign(new dto() as object, plain) as Dto;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Query parameters as an instance of their class, or a problem (400) that names each. */
export function checkedQuery<Dto>(dto: Type<Dto>, query: unknown): Dto {
  const plain = { ...(query as Record<string, unknown>) };
  const hostile = Object.keys(query as object).filter((key) => {
    return isHostileKey(key) || !isCleanText(key) || !isCleanValue(plain[key]);
  });
  if (hostile.length > 0) throw invalidParameters(hostile.map(refusedParameter));
  const checked = plainToInstance(dto, plain);
  const errors = validateSync(checked as object, rules);
  if (errors.length === 0) return checked;
  throw invalidParameters(
    flatten(errors, '').map(({ field, ...rest }) => ({ field: `?${field.slice(1)}`, ...rest })),
  );
}

/** The parameters of a path as an instance of their class, or a problem (400) that names each. */
function checkedPath<Dto>(dto: Type<Dto>, parameters: unknown): Dto {
  const checked = instanceOf(dto, parameters as object);
  if (isQuicklyValid(dto, checked as object)) return checked;
  const errors = validateSync(checked as object, rules);
  if (errors.length === 0) return checked;
  throw invalidParameters(
    flatten(errors, '').map(({ field, ...rest }) => ({ field: `{${field.slice(1)}}`, ...rest })),
  );
}

/** The problem of parameters that a route does not have. */
export function unknownParameters(names: readonly string[]): ProblemError {
  return invalidParameters(names.map(refusedParameter));
}

const rulesOfClass = new WeakMap<object, boolean>();

function hasRules(dto: Type<unknown>): boolean {
  let known = rulesOfClass.get(dto);
  if (known === undefined) {
    const found = getMetadataStorage().getTargetValidationMetadatas(dto, '', true, false);
    known = found.length > 0;
    rulesOfClass.set(dto, known);
  }
  return known;
}

function isCleanValue(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isCleanValue) : isCleanText(String(value));
}

function refusedParameter(name: string): FieldProblem {
  return {
    field: `?${pointerSegment(name.replaceAll('\0', ''))}`,
    rule: 'unknown-parameter',
    remedy: 'Leave this parameter out, or see the documented ones.',
  };
}

function invalidBody(errors: readonly FieldProblem[]): ProblemError {
  return new ProblemError('request/invalid-body', summary(errors), errors);
}

function invalidParameters(errors: readonly FieldProblem[]): ProblemError {
  return new ProblemError('request/invalid-parameter', summary(errors), errors);
}

function summary(errors: readonly FieldProblem[]): string {
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return `${first?.field || 'The body'}: ${first?.remedy}${more}`;
}

function flatten(errors: readonly ValidationError[], parent: string): readonly FieldProblem[] {
  const flat: FieldProblem[] = [];
  for (const { property, constraints, children } of errors) {
    const field = `${parent}/${pointerSegment(property)}`;
    for (const [rule, message] of Object.entries(constraints ?? {})) {
      flat.push(problemOfRule(field, rule, message));
    }
    flat.push(...flatten(children ?? [], field));
    if (flat.length >= fieldProblemsMax) break;
  }
  return flat.slice(0, fieldProblemsMax);
}

function problemOfRule(field: string, rule: string, message: string): FieldProblem {
  if (rule === 'whitelistValidation') {
    return {
      field,
      rule: 'unknown-field',
      remedy: 'Leave this field out: the request does not have it.',
    };
  }
  const sentence = message.endsWith('.') ? message : `${message}.`;
  return { field, rule, remedy: sentence.charAt(0).toUpperCase() + sentence.slice(1) };
}
