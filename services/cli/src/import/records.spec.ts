import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { recordBytesMax } from './json-splitter.ts';
import type { SourceFormat } from './mapping.ts';
import { readRecords, type SourceRecord } from './records.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-records-'));

async function read(
  name: string,
  content: string | Buffer,
  source: Partial<SourceFormat> = {},
): Promise<SourceRecord[]> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const records: SourceRecord[] = [];
  const format = { format: 'auto' as const, encoding: 'utf-8', delimiter: ',', ...source };
  for await (const record of readRecords(path, format)) records.push(record);
  return records;
}

function told(records: readonly SourceRecord[]): string[] {
  return records.map((one) =>
    one.kind === 'record'
      ? `${one.line} ${JSON.stringify(one.fields)}`
      : `${one.line} ${one.code}: ${one.why}`,
  );
}

describe('records of a JSON array', () => {
  it('come with their lines, and what is no object is refused by name', async () => {
    expect(told(await read('a.json', '[\n{"a": "x"},\n[1], {"a": tru}\n]'))).toEqual([
      '2 {"a":"x"}',
      '3 record/not-an-object: the record is not an object with named fields',
      expect.stringMatching(/^3 record\/not-json: the record is not JSON: Unexpected token/),
    ]);
  });

  it('are refused one by one when their bytes are not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('[{"a":"'), Buffer.from([0xe9]), Buffer.from('"},')]);
    const records = await read('latin.json', Buffer.concat([bytes, Buffer.from('{"a":"é"}]')]));
    expect(told(records)).toEqual([
      '1 record/not-utf-8: the record is not UTF-8; name its encoding',
      '1 {"a":"é"}',
    ]);
  });

  it('are read in another encoding when the mapping names it', async () => {
    const bytes = Buffer.from('[{"a":"\u00e9\u0080"}]', 'latin1');
    const records = await read('named.json', bytes, { encoding: 'windows-1252' });
    expect(told(records)).toEqual(['1 {"a":"é€"}']);
  });
});

describe('records of one object a line', () => {
  it('come with their lines; empty lines are none', async () => {
    expect(told(await read('a.ndjson', '{"a":1}\n\n{"a":\n{"a":3}\r\n{"a":4}'))).toEqual([
      '1 {"a":1}',
      expect.stringMatching('^3 record/not-json'),
      '4 {"a":3}',
      '5 {"a":4}',
    ]);
  });

  it('are told from an array by the first character', async () => {
    expect(told(await read('b.json', '\uFEFF {"a":1}\n{"a":2}'))).toEqual([
      '1 {"a":1}',
      '2 {"a":2}',
    ]);
    await expect(read('c.json', 'a,b\n1,2')).rejects.toThrow('Say what it is in the mapping');
  });

  it('are taken up to the limit', async () => {
    const text = (length: number) => `{"a":"${'x'.repeat(length - 8)}"}\n{"a":1}\n`;
    expect((await read('long.ndjson', text(recordBytesMax)))[0]?.kind).toBe('record');
    const [long, next] = await read('long.ndjson', text(recordBytesMax + 1));
    expect(long).toMatchObject({ line: 1, code: 'record/too-long' });
    expect(next).toMatchObject({ kind: 'record', line: 2 });
  });
});

describe('records of a CSV file', () => {
  it('come with the line they start on, also after fields that span lines', async () => {
    const csv = '\uFEFFname,note\r\nAda,"two\nlines, quoted ""so"""\r\nBob,\r\n';
    expect(told(await read('a.csv', csv))).toEqual([
      '2 {"name":"Ada","note":"two\\nlines, quoted \\"so\\""}',
      '4 {"name":"Bob","note":""}',
    ]);
  });

  it('are refused by name when fields are too few or many, or the line is empty', async () => {
    expect(told(await read('b.csv', 'a,b\n1\n\n1,2,3\n4,5\n'))).toEqual([
      '2 record/wrong-field-count: the line has 1 fields, the header 2',
      '3 record/empty: the line is empty',
      '4 record/wrong-field-count: the line has 3 fields, the header 2',
      '5 {"a":"4","b":"5"}',
    ]);
  });

  it('are refused when a quote stands where none may, and the next is taken', async () => {
    const records = await read('c.csv', 'a,b\n1,x"y\n2,"z"w\n3,ok\n4,"open\n5,ok\n');
    expect(records.map((one) => [one.line, one.kind])).toEqual([
      [2, 'broken'],
      [3, 'broken'],
      [4, 'record'],
      [5, 'broken'],
      [6, 'record'],
    ]);
  });

  it('name the field whose bytes are not UTF-8', async () => {
    const csv = Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xe9]), Buffer.from('\n2,3')]);
    expect(told(await read('d.csv', csv))).toEqual([
      '2 record/not-utf-8: the field "b" is not UTF-8',
      '3 {"a":"2","b":"3"}',
    ]);
  });

  it('may have another delimiter, but must have a name for each column', async () => {
    const records = await read('e.tsv', 'a\tb\n1\t2,5\n', { delimiter: '\t' });
    expect(told(records)).toEqual(['2 {"a":"1","b":"2,5"}']);
    await expect(read('f.csv', 'a,a\n1,2\n')).rejects.toThrow('the column "a" twice');
    await expect(read('f.csv', 'a,\n1,2\n')).rejects.toThrow('a column without a name');
  });
});
