import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson, type StoredFact } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';
import { directoryCodec, newestVersions, type DirectoryFact } from './facts.ts';
import * as person from './person/person.histories.ts';
import * as reorganisation from './reorganisation/reorganisation.histories.ts';
import * as structure from './structure/structure.histories.ts';

/**
 * Bytes of every version of every fact that was ever released. They are written once, when a
 * version is new, and must be read for ever: a file here is never changed and never removed.
 */
const folder = join(__dirname, '../golden');
const released = readdirSync(folder).filter((name) => name.endsWith('.json'));

const { spring, summer } = structure;
const examples: readonly DirectoryFact[] = [
  structure.unitEstablished('sales', 'company'),
  structure.unitMoved('desk', 'works', spring),
  structure.unitHeaded('desk', 'clerk', spring),
  ...[structure.unitRenamed, structure.unitClosed('desk', summer)],
  structure.postEstablished('clerk', 'desk', 'seller'),
  structure.postMoved('clerk', 'works', spring),
  ...[structure.postRetitled, structure.postClosed('clerk', summer)],
  structure.lineChanged('clerk', 'smith', spring, 'dotted:finance'),
  structure.structureCorrected,
  ...[person.joined, person.moved, person.renamed, person.leaveRecorded, person.leaveChanged],
  ...[person.departed, person.delegated, person.undelegated, person.roleGranted],
  ...[person.roleRevoked, person.corrected],
  { ...reorganisation.ordered, moves: reorganisation.moves.slice(0, 2) } as DirectoryFact,
  ...[reorganisation.stepped, reorganisation.completed, reorganisation.stopped],
];

const storedOf = (body: string): StoredFact => {
  const { id, type, tenant, stream } = JSON.parse(body) as StoredFact;
  const place = { revision: 0, position: '0' as Position, recordedAt: 0 };
  return { id, type, tenant, stream, ...place, body, bodyHash: hash('sha256', body, 'hex') };
};

describe('golden bytes', () => {
  it('are there for every version of every fact', () => {
    const wanted = Object.entries(newestVersions).flatMap(([type, newest]) =>
      Array.from({ length: newest }, (_, older) => `directory.${type}.v${older + 1}.json`),
    );
    expect(wanted.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
    expect(released.toSorted()).toEqual(wanted.toSorted());
  });

  it.each(released)('%s is canonical, and is read as the fact that it was', (name) => {
    const body = readFileSync(join(folder, name), 'utf8').trimEnd();
    expect(canonicalJson(JSON.parse(body))).toBe(body);
    const { fact } = directoryCodec.decode(storedOf(body));
    const example = examples.find((one) => one.type === fact.type);
    const { text, ...data } = { text: undefined, ...example };
    expect(fact).toMatchObject(JSON.parse(JSON.stringify(data)) as object);
    if (text !== undefined && 'fields' in text) {
      const has = Object.keys(text.fields).toSorted();
      expect(fact).toMatchObject({ text: { of: text.of, has } });
    }
  });
});
