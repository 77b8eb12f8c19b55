import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { derivedId, plumblineNamespace } from '@plumbline/kernel';
import { decrypt } from '@plumbline/privacy';
import { canonicalJson } from './canonical.ts';
import { factCodec } from './codec.ts';
import type { Envelope } from './envelope.ts';
import type { StoredFact } from './event-log.ts';
import { leafHash, leafRecord, type Leaf } from './leaf.ts';

/** `docs/format/fact.md` is what others implement: its example is checked, and nothing else. */
const page = readFileSync(resolve(__dirname, '../../../docs/format/fact.md'), 'utf8');

function block(name: string): string {
  const [, content] = new RegExp(`^\`\`\`\\w+ ${name}\n(.*?)\n\`\`\`$`, 'ms').exec(page) ?? [];
  if (content === undefined) throw new Error(`The page has no block "${name}".`);
  return content;
}

const hex = (name: string) => Buffer.from(block(name).replaceAll(/\s/g, ''), 'hex');
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const body = JSON.parse(block('body')) as Envelope;
const leaf = JSON.parse(block('leaf')) as Leaf;

describe('the worked example of the format', () => {
  it('has a body in canonical form, with its hash', () => {
    expect(canonicalJson(body)).toBe(block('body'));
    expect(sha256(block('body'))).toBe(block('body-hash'));
  });

  it('has the id of its place', () => {
    const { tenant, stream, commandId } = body;
    expect(derivedId(tenant, stream, commandId, 0)).toBe(body.id);
    expect(page).toContain(plumblineNamespace);
  });

  it('has a sealed part that opens in its place alone, and whose hash the body holds', () => {
    const { tenant, stream, id } = body;
    const place = `${tenant}|${stream}|${id}`;
    expect(sha256(hex('part'))).toBe(body.sealed?.hash);
    expect(decrypt(hex('key'), hex('part'), place).toString()).toBe(block('text'));
    expect(() => decrypt(hex('key'), hex('part'), `${place}x`)).toThrow('does not open');
    expect(Object.keys(JSON.parse(block('text')) as object)).toEqual(body.sealed?.fields);
  });

  it('has a leaf that is bound to its body', () => {
    expect(leafRecord(leaf)).toBe(block('leaf'));
    expect(leaf.bodyHash).toBe(block('body-hash'));
    expect(leafHash(leaf).toString('hex')).toBe(block('leaf-hash'));
    expect(sha256(Buffer.concat([Buffer.of(0), Buffer.from(block('leaf'))]))).toBe(
      block('leaf-hash'),
    );
    const { id, stream, type } = body;
    expect(leaf).toMatchObject({ id, stream, type });
  });

  it('is read by the codec', () => {
    const codec = factCodec<{ type: 'ProgressCheckedIn'; value: number }>({
      context: 'goals',
      versions: { ProgressCheckedIn: 1 },
    });
    const stored = { ...leaf, body: block('body'), sealed: hex('part') } as unknown as StoredFact;
    const { fact } = codec.decode(stored);
    expect(fact).toMatchObject({ value: 30, text: { of: 'person:ada', has: ['narrative'] } });
  });

  it('names every member that a body has', () => {
    const told = [...page.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name);
    expect(Object.keys(body).filter((name) => !told.includes(name))).toEqual([]);
  });
});
