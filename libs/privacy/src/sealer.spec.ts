import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { clearText, textRef, type SealedText } from '@plumbline/kernel';
import fc from 'fast-check';
import {
  createSealer,
  reveal,
  SubjectErased,
  Tampered,
  tenantKey,
  type KeyStore,
} from './index.ts';
import { openMemoryKeyStore } from './memory.ts';

const place = { tenant: 'acme', stream: 'goals.goal-acme.1', fact: 'f1' };
const text = clearText('person:ada', { title: 'Same-day answers', reason: 'Ünïcödé ☃' });

describe('the sealer', () => {
  let keys: KeyStore;
  let sealer: ReturnType<typeof createSealer>;
  const rootKey = randomBytes(32);
  beforeEach(() => {
    keys = openMemoryKeyStore();
    sealer = createSealer({ keys, rootKey });
  });
  const seal = async (where = place): Promise<SealedText> => {
    const bytes = await sealer.seal(where, text);
    const box = Buffer.from(bytes).toString('base64');
    const { stream, fact } = where;
    return { of: text.of, stream, fact, has: Object.keys(text.fields), box };
  };

  it('opens what it sealed, and shows nothing of it meanwhile', async () => {
    const sealed = await seal();
    expect(JSON.stringify(sealed)).not.toContain('Same-day');
    expect(await sealer.open('acme', sealed)).toEqual(text.fields);
    expect((await seal()).box).not.toBe(sealed.box);
  });

  it('opens it after a restart, with the same root key and store only', async () => {
    const sealed = await seal();
    const restarted = createSealer({ keys, rootKey });
    expect(await restarted.open('acme', sealed)).toEqual(text.fields);
    const stranger = createSealer({ keys, rootKey: randomBytes(32) });
    await expect(stranger.open('acme', sealed)).rejects.toThrow(Tampered);
  });

  it.each([
    ['another stream', { stream: 'goals.goal-acme.2' }],
    ['another fact', { fact: 'f2' }],
  ])('does not open a text that was moved to %s', async (_, moved) => {
    await expect(sealer.open('acme', { ...(await seal()), ...moved })).rejects.toThrow(Tampered);
  });

  it('does not open a text of another tenant or subject', async () => {
    const sealed = await seal();
    expect(await sealer.open('other', sealed)).toBeUndefined();
    await sealer.seal({ ...place, tenant: 'other' }, text);
    await expect(sealer.open('other', sealed)).rejects.toThrow(Tampered);
    await sealer.seal(place, clearText('person:bo', { a: 'b' }));
    await expect(sealer.open('acme', { ...sealed, of: 'person:bo' })).rejects.toThrow(Tampered);
  });

  it('tells any changed byte from an erased text', async () => {
    const sealed = await seal();
    const bytes = Buffer.from(sealed.box, 'base64');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = Buffer.from(bytes);
          changed.writeUInt8((changed[at] ?? 0) ^ by, at);
          const box = changed.toString('base64');
          await expect(sealer.open('acme', { ...sealed, box })).rejects.toThrow(Tampered);
        },
      ),
    );
    await expect(sealer.open('acme', { ...sealed, box: 'AAAA' })).rejects.toThrow(Tampered);
    expect(await sealer.open('acme', { ...sealed, box: '' })).toBeUndefined();
  });

  it('gives nothing once the key is destroyed, and seals nothing more under it', async () => {
    const sealed = await seal();
    await keys.destroy('acme', 'person:ada');
    sealer.forget('acme', 'person:ada');
    expect(await sealer.open('acme', sealed)).toBeUndefined();
    await expect(seal()).rejects.toThrow(SubjectErased);
  });

  it('derives another key for each tenant, from 32 bytes only', () => {
    expect(tenantKey(rootKey, 'a')).not.toEqual(tenantKey(rootKey, 'b'));
    expect(() => tenantKey(rootKey.subarray(1), 'a')).toThrow(RangeError);
  });

  it('reveals every reference of a document, and null for what is not there', async () => {
    const sealed = await seal();
    const doc = {
      title: textRef(sealed, 'title'),
      list: [{ reason: textRef(sealed, 'reason') }, 1, null],
      none: textRef(sealed, 'other'),
      gone: textRef({ ...sealed, box: '' }, 'title'),
      clear: textRef(text, 'title'),
    };
    expect(await reveal(sealer, 'acme', doc)).toEqual({
      title: 'Same-day answers',
      list: [{ reason: 'Ünïcödé ☃' }, 1, null],
      none: null,
      gone: null,
      clear: 'Same-day answers',
    });
  });
});
