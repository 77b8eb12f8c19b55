import { faultOfQuestions, faultsOfQuestion, type AnswerOf } from './mapping.answers.ts';
import { childrenOf, fieldsOf, keyName } from './mapping.ts';
import type { Expression, Mapping } from './mapping.ts';
import type { MappingError } from './mapping.parse.ts';
import { shapes, type Shape } from './mapping.shape.ts';

/**
 * Holds a mapping's record against what its route takes: names that are not known, required ones
 * that are not given, structures where a single value must stand, names of `let` that are not
 * there or lead back to themselves.
 */
export function checkShape(mapping: Mapping): MappingError[] {
  const errors: MappingError[] = [];
  for (const [name, expression] of mapping.let) {
    checkNames(expression, `/let/${name}`, mapping, [name], errors);
  }
  checkNames(mapping.record, '/record', mapping, [], errors);
  if (mapping.key.by === 'value') checkNames(mapping.key.of, '/key', mapping, [keyName], errors);
  checkOrder(mapping, errors);
  if (errors.length > 0) return errors;
  check(mapping.record, shapes[mapping.produces], '/record', mapping, errors);
  if (mapping.key.by === 'value')
    check(mapping.key.of, { required: true }, '/key', mapping, errors);
  return errors;
}

function checkOrder(mapping: Mapping, errors: MappingError[]): void {
  if (mapping.order === undefined) return;
  if (mapping.produces !== 'structure') {
    errors.push({
      at: '/order',
      why: 'is for a structure alone: other records stand by themselves',
    });
  }
  for (const name of ['of', 'after'] as const) {
    const at = `/order/${name}`;
    const before = errors.length;
    // The order is told before the keys are, so that it cannot come from one.
    checkNames(mapping.order[name], at, mapping, [keyName], errors);
    if (errors.length > before) continue;
    check(mapping.order[name], { required: true }, at, mapping, errors);
    if (fieldsOf(mapping.order[name], mapping).length === 0) {
      errors.push({ at, why: 'must come from a field' });
    }
  }
}

function check(
  node: Expression,
  shape: Shape,
  at: string,
  mapping: Mapping,
  errors: MappingError[],
): void {
  const again = (child: Expression | undefined, to: string): void => {
    if (child !== undefined) check(child, shape, to, mapping, errors);
  };
  switch (node.op) {
    case 'choose':
      for (const [name, chosen] of node.cases) again(chosen, `${at}/cases/${name}`);
      again(node.otherwise, `${at}/else`);
      return;
    case 'first':
      for (const [index, one] of node.of.entries()) again(one, `${at}/first/${index}`);
      return;
    case 'use':
      again(mapping.let.get(node.name), `/let/${node.name}`);
      return;
    case 'structure':
      checkStructure(node.fields, shape, `${at}${node.within ?? ''}`, mapping, errors);
      return;
    case 'list':
      if (shape.items === undefined) errors.push({ at, why: 'a list cannot stand here' });
      for (const [index, item] of node.items.entries()) {
        if (shape.items !== undefined) check(item, shape.items, `${at}/${index}`, mapping, errors);
      }
      if (shape.items?.isAnswer === true) checkAnswers(node.items, at, errors);
      return;
    case 'answer':
      if (shape.isAnswer !== true) errors.push({ at, why: 'an answer cannot stand here' });
      for (const { at: within, why } of faultsOfQuestion(node, mapping.numbers)) {
        errors.push({ at: `${at}${within}`, why });
      }
      return;
    default:
      checkSingle(node, shape, at, errors);
  }
}

function checkAnswers(items: readonly Expression[], at: string, errors: MappingError[]): void {
  const isAnswer = (item: Expression): item is AnswerOf => item.op === 'answer';
  const why = faultOfQuestions(items.filter(isAnswer));
  if (why !== undefined) errors.push({ at, why });
}

const answerWanted = 'must be an answer, as in { "answer": "field", "metric": "nps" }';

function checkSingle(node: Expression, shape: Shape, at: string, errors: MappingError[]): void {
  const isPeriod = shape.fields?.['start'] !== undefined && shape.fields['end'] !== undefined;
  if (node.op === 'fiscalPeriod') {
    if (!isPeriod) errors.push({ at, why: 'a period cannot stand here' });
  } else if (shape.isAnswer === true) errors.push({ at, why: answerWanted });
  else if (shape.fields ?? shape.items ?? shape.types) {
    const names = Object.keys(shape.fields ?? shape.types ?? {}).join(', ');
    const what = shape.items === undefined ? names : 'a list';
    errors.push({ at, why: `a single value cannot stand here; give ${what}` });
  }
}

function checkStructure(
  fields: ReadonlyMap<string, Expression>,
  shape: Shape,
  at: string,
  mapping: Mapping,
  errors: MappingError[],
): void {
  if (shape.types !== undefined) {
    checkTyped(fields, shape.types, at, mapping, errors);
    return;
  }
  if (shape.isAnswer === true) {
    // Nothing at all: such an item is left out.
    if (fields.size > 0) errors.push({ at, why: answerWanted });
    return;
  }
  if (shape.fields === undefined) {
    const names = [...fields.keys()].join(', ');
    errors.push({ at, why: `a structure (${names}) cannot stand here; or no such operator` });
    return;
  }
  const known = Object.keys(shape.fields);
  for (const [name, child] of fields) {
    const field = shape.fields[name];
    if (field !== undefined) check(child, field, `${at}/${name}`, mapping, errors);
    else
      errors.push({ at: `${at}/${name}`, why: `is not known here; known are ${known.join(', ')}` });
  }
  for (const [name, field] of Object.entries(shape.fields)) {
    if (field.required && !fields.has(name))
      errors.push({ at: `${at}/${name}`, why: 'is required' });
  }
}

function checkTyped(
  fields: ReadonlyMap<string, Expression>,
  types: Readonly<Record<string, Shape>>,
  at: string,
  mapping: Mapping,
  errors: MappingError[],
): void {
  // Nothing at all: such an item is left out.
  if (fields.size === 0) return;
  const type = fields.get('type');
  const name = type?.op === 'constant' ? String(type.value) : '';
  const shape = Object.hasOwn(types, name) ? types[name] : undefined;
  if (shape !== undefined) checkStructure(fields, shape, at, mapping, errors);
  else {
    const known = Object.keys(types).join(', ');
    errors.push({ at: `${at}/type`, why: `must be one of ${known}, as it stands` });
  }
}

/** Follows `use` through `let`, so that no name is unknown and none leads back to itself. */
function checkNames(
  node: Expression,
  at: string,
  mapping: Mapping,
  path: readonly string[],
  errors: MappingError[],
): void {
  for (const child of childrenOf(node)) {
    if (child !== undefined) checkNames(child, at, mapping, path, errors);
  }
  if (node.op !== 'use') return;
  const named = mapping.let.get(node.name);
  if (node.name === keyName) {
    if (path.includes(keyName)) errors.push({ at, why: 'the key is not told yet here' });
  } else if (named === undefined) errors.push({ at, why: `there is no "${node.name}" in let` });
  else if (path.includes(node.name)) {
    errors.push({ at, why: `"${node.name}" in let leads back to itself` });
  } else checkNames(named, `/let/${node.name}`, mapping, [...path, node.name], errors);
}
