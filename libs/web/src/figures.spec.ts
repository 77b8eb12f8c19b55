import { describe, expect, it } from '@jest/globals';
import { figureFindings, figureRoutes } from './figures.testing.ts';
import { buildOpenApi } from './openapi.ts';
import type { OpenApiObject } from './openapi-part.ts';
import { count, listOf, numberOrNull, orNull, record, ref, text } from './openapi-shapes.ts';

/** A document of one route with such an answer, beside those that every document has. */
function answering(response: OpenApiObject, schemas: Record<string, OpenApiObject> = {}) {
  const get = { operationId: 'get', summary: 'It.', response };
  return buildOpenApi([
    { tag: { name: 'x', description: 'X.' }, schemas, paths: { '/it': { get } } },
  ]);
}

const position = ref('Position');
const whole = {
  ...{ value: numberOrNull, n: count, definition: text },
  ...{ low: numberOrNull, high: numberOrNull },
};
const findings = (...asked: Parameters<typeof answering>) => figureFindings(answering(...asked));

describe('the figures of a document', () => {
  it.each([
    ['by themselves', record({ position, share: record(whole) })],
    ['by name', record({ position, share: ref('Proportion'), all: ref('Estimate') })],
    ['that may be hidden', record({ position, share: orNull(ref('Proportion')) })],
    [
      'in lists and by key',
      record({ position, of: { additionalProperties: listOf(record(whole)) } }),
    ],
  ])('are found %s, and are whole', (_, response) => {
    expect(figureRoutes(answering(response))).toEqual(['/it']);
    expect(findings(response)).toEqual([]);
  });

  it('need no interval where they are of all that there is, and are named so', () => {
    const { low: _, high: __, ...exact } = whole;
    const response = record({ position, progress: ref('Figure') });
    expect(findings(response, { Figure: record(exact) })).toEqual([]);
    const { n: ___, ...less } = exact;
    expect(findings(response, { Figure: record(less) })).toEqual(['/it/progress has no n']);
  });

  it.each([
    ['a reading', record({ value: numberOrNull, at: text })],
    ['a count of items', record({ n: count, items: listOf(text) })],
    ['a word', record({ value: text, n: count })],
  ])('are not %s', (_, response) => {
    expect(figureRoutes(answering(response))).toEqual([]);
    expect(findings(response)).toEqual([]);
  });

  it.each(Object.keys(whole).map((part) => [part]))('without %s are caught', (part) => {
    const { [part as 'n']: _, ...less } = whole;
    const response = record({ position, rows: listOf(record({ share: record(less) })) });
    // Without a value it is no figure, as far as can be told.
    expect(findings(response)).toEqual(part === 'value' ? [] : [`/it/rows[]/share has no ${part}`]);
    // It is there, and may be left out.
    const optional = { ...record(whole), required: Object.keys(less) };
    expect(findings(record({ position, share: optional }))).toEqual([`/it/share has no ${part}`]);
  });

  it('without a position are caught', () => {
    expect(findings(record({ share: ref('Proportion') }))).toEqual(['/it has no position']);
    const within = record({ of: record({ position, share: ref('Proportion') }) });
    expect(findings(within)).toEqual(['/it has no position']);
  });

  it('are caught wherever they stand: by name, in a choice, and in what contains itself', () => {
    const bare = record({ value: numberOrNull, n: count });
    const node: OpenApiObject = record({ figure: ref('Bare'), nodes: listOf(ref('Node')) });
    const lacks = (at: string) =>
      ['definition', 'low', 'high'].map((one) => `/it${at} has no ${one}`);
    const schemas = { Bare: bare, Node: node };
    const answer = (of: OpenApiObject) => record({ position, of });
    expect(findings(answer(ref('Node')), schemas)).toEqual(lacks('/of/figure'));
    expect(findings(answer({ oneOf: [text, orNull(bare)] }))).toEqual(lacks('/of'));
  });

  it('cannot hide behind a keyword that is not looked into', () => {
    const split = { allOf: [record({ value: numberOrNull }), record({ n: count })] };
    expect(findings(record({ position, share: split }))).toEqual(['/it/share uses allOf']);
  });
});
