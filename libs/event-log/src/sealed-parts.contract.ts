import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendFactsMax, LogUnavailable, readAllFactsMax } from './event-log.ts';
import { sealedPartHash, type SealedParts } from './sealed-parts.ts';

/** What every adapter of the port must keep. `open` gives an empty store. */
export function sealedPartsContract(
  name: string,
  open: () => SealedParts | Promise<SealedParts>,
): void {
  describe(`the sealed parts contract: ${name}`, () => {
    let parts: SealedParts;
    beforeEach(async () => {
      parts = await open();
    });
    afterEach(() => parts.close());

    const one = Uint8Array.of(1, 0, 255, 10, 13);
    const other = Uint8Array.of(2);
    const empty = new Uint8Array();
    const found = async (tenant: string, ...of: readonly Uint8Array[]) => {
      const kept = await parts.get(tenant, of.map(sealedPartHash));
      return of.map((part) => {
        const bytes = kept.get(sealedPartHash(part));
        return bytes === undefined ? undefined : [...bytes];
      });
    };

    it('addresses a part by the SHA-256 of its bytes', () => {
      const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
      expect(sealedPartHash(empty)).toBe(emptyHash);
    });

    it('gives parts back as they were, and leaves out what it has not', async () => {
      await parts.put('acme', [one, empty]);
      expect(await found('acme', one, other, empty)).toEqual([[...one], undefined, []]);
      expect((await parts.get('acme', [])).size).toBe(0);
    });

    it('keeps what was put, whatever becomes of the bytes of the caller', async () => {
      const mine = Uint8Array.of(7, 7, 7);
      const before = Uint8Array.from(mine);
      await parts.put('acme', [mine]);
      mine.fill(0);
      expect(await found('acme', before)).toEqual([[7, 7, 7]]);
    });

    it('keeps the same part once, and each tenant its own', async () => {
      await parts.put('acme', [one, one]);
      await parts.put('acme', [one]);
      expect(await found('other', one)).toEqual([undefined]);
      await parts.put('other', [one]);
      expect(await parts.erase('acme', [sealedPartHash(one)])).toBe(1);
      expect(await found('acme', one)).toEqual([undefined]);
      expect(await found('other', one)).toEqual([[...one]]);
    });

    it('erases parts for good, and says how many there were', async () => {
      await parts.put('acme', [one, other]);
      const hashes = [sealedPartHash(one), sealedPartHash(empty)];
      expect(await parts.erase('acme', hashes)).toBe(1);
      expect(await parts.erase('acme', hashes)).toBe(0);
      expect(await found('acme', one, other)).toEqual([undefined, [...other]]);
    });

    it('keeps a part again that is put again', async () => {
      await parts.put('acme', [one]);
      await parts.erase('acme', [sealedPartHash(one)]);
      await parts.put('acme', [one]);
      expect(await found('acme', one)).toEqual([[...one]]);
    });

    it('takes as many as an append has, and gives as many as a page has', async () => {
      const many = Array.from({ length: appendFactsMax }, () => randomBytes(24));
      await Promise.all([parts.put('acme', many), parts.put('acme', many)]);
      const unknown = Array.from({ length: readAllFactsMax - many.length }, (_, index) =>
        sealedPartHash(Buffer.from(`unknown ${index}`)),
      );
      const kept = await parts.get('acme', [...unknown, ...many.map(sealedPartHash)]);
      expect([...kept.keys()].toSorted()).toEqual(many.map(sealedPartHash).toSorted());
    });

    it('takes and gives nothing more when it is closed', async () => {
      await parts.close();
      await expect(parts.put('acme', [one])).rejects.toThrow(LogUnavailable);
      await expect(parts.get('acme', [])).rejects.toThrow(LogUnavailable);
      await expect(parts.erase('acme', [])).rejects.toThrow(LogUnavailable);
    });
  });
}
