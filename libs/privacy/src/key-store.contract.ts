import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { KeyStore } from './key-store.ts';

/** What every adapter of the port must keep. `open` gives an empty store. */
export function keyStoreContract(name: string, open: () => KeyStore): void {
  describe(`the key store contract: ${name}`, () => {
    let keys: KeyStore;
    beforeEach(() => {
      keys = open();
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
      expect(bytes).toEqual([1, 1]);
    });

    it('creates many at once', async () => {
      const subjects = Array.from({ length: 50 }, (_, index) => `person:${index}`);
      await Promise.all(subjects.map((one, index) => keys.create('acme', one, wrapped(index))));
      const last = await keys.find('acme', 'person:49');
      expect(last?.state === 'kept' && last.wrapped[0]).toBe(49);
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
