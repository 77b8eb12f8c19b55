import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson, type StoredFact } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';
import { accessCodec, newestVersions } from './facts.ts';

/**
 * Bytes of every version of every fact that was ever released. They are written once, when a
 * version is new, and must be read for ever: a file here is never changed and never removed.
 */
const folder = join(__dirname, '../golden');
const released = readdirSync(folder);

describe('golden bytes', () => {
  it('are there for every version of every fact', () => {
    const wanted = Object.entries(newestVersions).flatMap(([type, newest]) =>
      Array.from({ length: newest }, (_, older) => `access.${type}.v${older + 1}.json`),
    );
    expect(released.toSorted()).toEqual(wanted.toSorted());
  });

  it.each(released)('%s is canonical, and is read as the fact that it was', (name) => {
    const body = readFileSync(join(folder, name), 'utf8').trimEnd();
    expect(canonicalJson(JSON.parse(body))).toBe(body);
    const { id, type, tenant, stream, data } = JSON.parse(body) as StoredFact & { data: object };
    const place = { revision: 0, position: '0' as Position, recordedAt: 0 };
    const bodyHash = hash('sha256', body, 'hex');
    const { fact } = accessCodec.decode({ id, type, tenant, stream, ...place, body, bodyHash });
    expect(fact).toEqual({ type: type.split('.')[1], ...data });
  });
});
