import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isClear, type Position, type Text } from '@plumbline/kernel';
import { canonicalJson } from './canonical.ts';
import type { FactCodec } from './codec.ts';
import type { StoredFact } from './event-log.ts';

/** A fact; its text is in clear until it is written. */
interface Example {
  readonly type: string;
  readonly text?: Text;
}

export interface Golden<Fact> {
  /** Where the bytes are: a file a type and version. */
  readonly folder: string;
  readonly codec: FactCodec<Fact>;
  /** Of each type, the version that is written today. */
  readonly newestVersions: Readonly<Record<string, number>>;
  /** A fact of each type, as its bytes tell it. */
  readonly examples: readonly Example[];
}

/**
 * Bytes of every version of every fact that was ever released. They are written once, when a
 * version is new, and must be read for ever: a file there is never changed and never removed.
 */
export function goldenContract<Fact>(golden: Golden<Fact>): void {
  const { folder, codec, newestVersions, examples } = golden;
  const released = readdirSync(folder).filter((name) => name.endsWith('.json'));

  describe('golden bytes', () => {
    it('are there for every version of every fact', () => {
      const wanted = Object.entries(newestVersions).flatMap(([type, newest]) =>
        Array.from({ length: newest }, (_, older) => `${codec.context}.${type}.v${older + 1}.json`),
      );
      expect(released.toSorted()).toEqual(wanted.toSorted());
    });

    it.each(released)('%s is canonical, and is read as the fact that it was', (name) => {
      const body = readFileSync(join(folder, name), 'utf8').trimEnd();
      expect(canonicalJson(JSON.parse(body))).toBe(body);
      const { fact } = codec.decode(storedFact(body));
      const { type } = fact as { type: string };
      const example = examples.find((one) => one.type === type);
      expect(example).toBeDefined();
      const { text, ...data }: Partial<Example> = example ?? {};
      expect(fact).toMatchObject(JSON.parse(JSON.stringify(data)) as object);
      if (text !== undefined && isClear(text)) {
        const has = Object.keys(text.fields).toSorted();
        expect(fact).toMatchObject({ text: { of: text.of, has } });
      }
    });
  });
}

/** The bytes of a fact, as a log gives them. */
export function storedFact(body: string): StoredFact {
  const { id, type, tenant, stream } = JSON.parse(body) as StoredFact;
  const place = { revision: 0, position: '0' as Position, recordedAt: 0 };
  return { id, type, tenant, stream, ...place, body, bodyHash: hash('sha256', body, 'hex') };
}
