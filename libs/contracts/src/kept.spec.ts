import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { asyncApi, type AsyncApiDocument } from './asyncapi.ts';
import { factHeaders } from './cloud-event-headers.ts';
import { dataClasses } from './data-class.ts';
import {
  contractFaults,
  contractOf,
  contractVersion,
  drift,
  keptFiles,
  type Files,
} from './kept.ts';
import { publishedSchemas } from './published.ts';

const home = join(__dirname, '../../../docs/contracts');
const lying = filesIn(home, /^(asyncapi\.json$|schemas\/)/);
const released = Object.fromEntries(
  readdirSync(join(home, 'released')).map((version) => [
    version,
    filesIn(join(home, 'released', version)),
  ]),
);

function filesIn(folder: string, only = /./): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json') && only.test(path));
  const parsed = paths.map((path) => [path, JSON.parse(readFileSync(join(folder, path), 'utf8'))]);
  return Object.fromEntries(parsed) as Files;
}

/** The files as they would be after a change of the document. */
function after(change: (document: AsyncApiDocument) => void): Files {
  const files = JSON.parse(JSON.stringify(keptFiles())) as Record<string, unknown>;
  change(files['asyncapi.json'] as AsyncApiDocument);
  return files;
}

describe('the contract', () => {
  it('lies in docs/contracts as it is, and breaks no reader of a released version', () => {
    expect(contractFaults(lying, released)).toEqual([]);
  });

  it('was released, each version with all its facts', () => {
    expect(Object.keys(released)).toContain('0.1.0');
    for (const [version, files] of Object.entries(released)) {
      const document = files['asyncapi.json'] as AsyncApiDocument;
      expect(document.info['version']).toBe(version);
      const contract = contractOf(document);
      expect(Object.keys(contract).length).toBeGreaterThan(7);
      expect(contract['goals.GoalClosed.v1']?.key).toMatchObject({ type: 'string' });
    }
  });

  it('has each schema as a file of its own, the same as in the document', () => {
    const document = contractOf(lying['asyncapi.json']);
    for (const type of Object.keys(publishedSchemas)) {
      const {
        $schema: _,
        $id,
        title,
        ...schema
      } = lying[`schemas/${type}.schema.json`] as Record<string, unknown>;
      expect([$id, title]).toEqual([`https://plumbline.dev/contracts/${type}.schema.json`, type]);
      expect(schema).toEqual(document[type]?.payload);
    }
  });
});

describe('the guide for analysts', () => {
  const guide = readFileSync(join(home, '../guides/analyst.md'), 'utf8');
  const { properties } = factHeaders;
  const wanted = [...Object.keys(contractOf(asyncApi())), ...Object.keys(dataClasses)];

  it('has every fact, header and class in its tables, and no other', () => {
    const rows = [...guide.matchAll(/^\| (`.+?`) +\|/gm)].map(([, cell = '']) => cell);
    const named = rows.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    const ofStream = named.slice(named.indexOf(wanted[0]));
    expect(ofStream.sort()).toEqual([...wanted, ...Object.keys(properties)].sort());
  });
});

describe('a change of the contract', () => {
  const type = 'goals.GoalClosed.v1';
  const changed = after((document) => {
    const { properties } = document.components.schemas[type] as { properties: object };
    Reflect.deleteProperty(properties, 'attainment');
  });

  it('that breaks readers of a released version is found', () => {
    expect(contractFaults(changed, { '0.0.9': keptFiles() }, changed)).toEqual([
      `Readers of 0.0.9 would break: ${type}/attainment is removed`,
    ]);
  });

  it('that breaks nobody still needs a version of its own', () => {
    const better = after((document) => {
      const schemas = document.components.schemas as Record<string, object>;
      schemas[type] = { ...schemas[type], description: 'Ended and scored.' };
    });
    expect(contractFaults(better, { [contractVersion]: keptFiles() }, better)).toEqual([
      `${contractVersion} is released, so raise the version: asyncapi.json differs`,
    ]);
    expect(contractFaults(better, { '0.0.9': keptFiles() }, better)).toEqual([]);
  });

  it('that is not in the files is found, and so are files without a fact', () => {
    const { 'asyncapi.json': document, ...schemas } = keptFiles();
    const [first = ''] = Object.keys(schemas);
    const { [first]: _, ...fewer } = schemas;
    expect(drift(keptFiles(), { 'asyncapi.json': document, ...fewer })).toEqual([
      `${first} is missing`,
    ]);
    expect(drift(keptFiles(), { ...keptFiles(), 'schemas/x.json': {} })).toEqual([
      'schemas/x.json is left over',
    ]);
    expect(contractFaults(changed, {})).toEqual(['asyncapi.json differs']);
  });
});
