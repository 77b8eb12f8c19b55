import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { KeyEntry, KeyStore } from './key-store.ts';

/** What every adapter of the port must keep. `open` gives an empty store. */
export function keyStoreContract(name: string, open: () => KeyStore | Promise<KeyStore>): void {
  describe(`the key store contract: ${name}`, () => {
    let keys: KeyStore;
    beforeEach(async () => {
      keys = await open();
    });
    afterEach(() => keys.close());
    const wrapped = (byte: number) => Uint8Array.of(byte, 0, 255);

    it('gives back the key that was created, by tenant and subject', async () => {
      expect(await keys.find('acme', 'person:ada')).toBeUndefined();
      await keys.create('acme', 'person:ada', wrapped(1));
      const found = await keys.find('acme', 'person:ada');
      expect(found?.state === 'kept' && [...found.wrapped]).toEqual([1, 0, 255]);
      expect(await keys.find('other', 'person:ada')).toBeUndefined();
      expect(await keys.find('acme', 'person:bo')).toBeUndefined();
    });

    it('gives two that create at once the same key', async () => {
      const both = await Promise.all([1, 2].map((n) => keys.create('acme', 's', wrapped(n))));
      const bytes = both.map((one) => one.state === 'kept' && one.wrapped[0]);
      expect([1, 2]).toContain(bytes[0]);
      expect(bytes[1]).toBe(bytes[0]);
    });

    it('creates many at once', async () => {
      const subjects = Array.from({ length: 50 }, (_, index) => `person:${index}`);
      await Promise.all(subjects.map((one, index) => keys.create('acme', one, wrapped(index))));
      const last = await keys.find('acme', 'person:49');
      expect(last?.state === 'kept' && last.wrapped[0]).toBe(49);
    });

    it('lists each subject once, page by page, and who was erased as such', async () => {
      expect(await keys.list(null, 2)).toEqual([]);
      const names = ['acme', 'acme-2', 'other'].flatMap((tenant) =>
        // Engines compare these by bytes, units or code points.
        ['person:ada', 'person:bo', 'person:\u{1F600}', 'person:\uFF21'].map((subject) => {
          return { tenant, subject };
        }),
      );
      for (const [no, { tenant, subject }] of names.entries()) {
        await keys.create(tenant, subject, wrapped(no));
      }
      await keys.destroy('acme', 'person:bo');
      await keys.destroy('other', 'person:never-there');
      const listed: KeyEntry[] = [];
      for (let after: KeyEntry | null = null; ; after = listed.at(-1) ?? null) {
        const page = await keys.list(after, 3);
        listed.push(...page);
        if (page.length < 3) break;
      }
      const told = listed.map(({ tenant, subject, key }) => {
        return `${tenant} ${subject} ${key.state === 'kept' ? key.wrapped.join('.') : 'destroyed'}`;
      });
      const expected = names.map(({ tenant, subject }, no) => {
        const isDestroyed = tenant === 'acme' && subject === 'person:bo';
        return `${tenant} ${subject} ${isDestroyed ? 'destroyed' : `${no}.0.255`}`;
      });
      expect(told.toSorted()).toEqual(
        [...expected, 'other person:never-there destroyed'].toSorted(),
      );
    });

    it('never brings a destroyed key back', async () => {
      await keys.create('acme', 'person:ada', wrapped(1));
      expect(await keys.destroy('acme', 'person:ada')).toBe(true);
      expect(await keys.find('acme', 'person:ada')).toEqual({ state: 'destroyed' });
      const again = await keys.create('acme', 'person:ada', wrapped(2));
      expect(again).toEqual({ state: 'destroyed' });
      expect(await keys.destroy('acme', 'person:ada')).toBe(false);
    });
  });
}
