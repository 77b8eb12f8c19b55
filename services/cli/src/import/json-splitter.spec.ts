import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JsonSplitter, recordBytesMax, type Piece } from './json-splitter.ts';

function split(text: string, chunkBytes = 7): Piece[] {
  const bytes = Buffer.from(text);
  const splitter = new JsonSplitter();
  const pieces: Piece[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    pieces.push(...splitter.push(bytes.subarray(at, at + chunkBytes)));
  }
  return [...pieces, ...splitter.end()];
}

function told(pieces: readonly Piece[]): string[] {
  return pieces.map((piece) =>
    piece.kind === 'element'
      ? `${piece.line}: ${piece.bytes.toString().trim()}`
      : `${piece.line}: BROKEN ${piece.why}`,
  );
}

describe('cutting a JSON array into its elements', () => {
  it('keeps the line that each element starts on', () => {
    expect(told(split('[\n  {"a": 1},\n  {\n"b": [1, {"c": 2}]\n},\n\n3, "x,]"\n]\n'))).toEqual([
      '2: {"a": 1}',
      '3: {\n"b": [1, {"c": 2}]\n}',
      '7: 3',
      '7: "x,]"',
    ]);
  });

  it('skips a byte order mark, and finds nothing in an empty array', () => {
    expect(split('\uFEFF[ ]')).toEqual([]);
    expect(told(split('\uFEFF[1]'))).toEqual(['1: 1']);
  });

  it('gives the texts of any array back, however the bytes arrive', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(undefined, 2),
        (values, chunkBytes, indent) => {
          const pieces = split(JSON.stringify(values, null, indent), chunkBytes);
          const back = pieces.map((piece) => {
            if (piece.kind === 'broken') throw new Error(piece.why);
            return JSON.parse(piece.bytes.toString()) as unknown;
          });
          expect(JSON.stringify(back)).toBe(JSON.stringify(values));
        },
      ),
    );
  });
});

describe('a fault in one element', () => {
  it.each([
    ['a missing closing brace', '[{"a": 1,\n{"b": 2},\n{"c": 3}]', [2, 3]],
    ['a missing brace before the end', '[{"a": 1},\n{"b": 2]', [1]],
    ['a string that is not closed', '[{"a": "x},\n{"b": 2},\n{"c": 3}]', [2, 3]],
    ['a brace too many', '[{"a": 1}},\n{"b": 2}]', [1, 2]],
    ['a comma that is missing', '[{"a": 1}\n{"b": 2}]', [1, 2]],
    ['a comma too many', '[{"a": 1},,\n{"b": 2},\n]', [1, 2]],
    ['a value that is no JSON', '[{"a": 1},\n{"b": NaN},\n{"c": 3}]', [1, 2, 3]],
    ['a bracket too many inside', '[{"a": [1]]},\n{"b": 2}]', [2]],
  ])('%s leaves the others as they are', (_, text, lines) => {
    const whole = split(text).filter((piece) => piece.kind === 'element');
    for (const line of lines) expect(whole.map((piece) => piece.line)).toContain(line);
  });

  it('is told with its line', () => {
    expect(told(split('[{"a": 1,\n{"b": 2},\n{"c": 3}]'))).toEqual([
      '1: BROKEN its brackets do not match',
      '2: {"b": 2}',
      '3: {"c": 3}',
    ]);
    expect(told(split('[\n1,\n\n,2]'))).toEqual([
      '2: 1',
      '4: BROKEN there is nothing between two commas',
      '4: 2',
    ]);
  });

  it('is told when the file ends early, or goes on after its end', () => {
    expect(told(split('[1,\n{"a"'))).toEqual([
      '1: 1',
      '2: BROKEN the file ends inside this record',
    ]);
    expect(told(split('[1,\n'))[1]).toMatch('before the closing bracket');
    expect(told(split(''))).toEqual(['1: BROKEN the file holds no JSON array']);
    expect(told(split('[1]\n[2] x'))[1]).toBe('2: BROKEN there is text after the end of the array');
    expect(told(split('{"a": 1}'))).toEqual(['1: BROKEN a JSON array must start with [']);
  });

  it('takes a record up to the limit, and refuses one beyond it without keeping it', () => {
    const text = (length: number) => `[1,\n"${'x'.repeat(length - 2)}",\n2]`;
    expect(told(split(text(recordBytesMax), 65_536)).length).toBe(3);
    expect(split(text(recordBytesMax + 1), 65_536)).toEqual([
      { kind: 'element', line: 1, bytes: Buffer.from('1') },
      { kind: 'broken', line: 2, why: `the record is longer than ${recordBytesMax} bytes` },
      { kind: 'element', line: 3, bytes: Buffer.from('2') },
    ]);
  });
});
