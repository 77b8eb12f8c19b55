import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { StoredFact } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';
import { createLaterFacts } from './later-facts.ts';

const fact = (no: number, over: Partial<StoredFact> = {}): StoredFact => ({
  ...{ id: `f${no}`, type: 't.A.v1', tenant: 'acme', stream: 't.a-acme.1', revision: no },
  position: String(no).padStart(20, '0') as Position,
  ...{ recordedAt: 5, body: `{"n":"${no} – ü"}`, bodyHash: 'ab', ...over },
});

describe('facts that are put off', () => {
  it.each([1, 50, 1_000_000])('come back part by part, in order, in blocks of %d', (chars) => {
    const later = createLaterFacts(chars);
    for (let no = 0; no < 20; no += 1) later.add(no % 3, fact(no));
    expect(later.facts()).toBe(20);
    const taken = [...later.take()];
    const of = (part: number) =>
      taken.flatMap((one) => (one.part === part ? one.facts.map(({ revision }) => revision) : []));
    expect(of(0)).toEqual([0, 3, 6, 9, 12, 15, 18]);
    expect(of(1)).toEqual([1, 4, 7, 10, 13, 16, 19]);
    expect(of(2)).toEqual([2, 5, 8, 11, 14, 17]);
    expect(taken.flatMap(({ facts }) => facts).find(({ id }) => id === 'f7')).toEqual(fact(7));
    expect(later.facts()).toBe(0);
    expect(later.chars()).toBe(0);
    later.close();
  });

  it('come back with their sealed part, and can be put off again', () => {
    const later = createLaterFacts(1);
    for (const round of [1, 2]) {
      later.add(1, fact(round, { sealed: Buffer.of(1, round) }));
      const [one] = [...later.take()];
      expect([...(one?.facts[0]?.sealed ?? [])]).toEqual([1, round]);
    }
    later.close();
  });

  it('lie in a file without a name', () => {
    // A folder of its own: other processes put theirs into the common one.
    const [usual, own] = [process.env['TMPDIR'], mkdtempSync(join(tmpdir(), 'plumbline-own-'))];
    process.env['TMPDIR'] = own;
    const later = createLaterFacts(1);
    later.add(1, fact(1));
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
    expect(readdirSync(own)).toEqual([]);
    expect([...later.take()]).toHaveLength(1);
    rmSync(own, { recursive: true });
    later.close();
  });
});
