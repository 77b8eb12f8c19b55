import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnswerStaging } from './answer-staging.ts';

/** What every adapter of the port must keep. `open` gives an empty one. */
export function answerStagingContract(
  name: string,
  open: () => AnswerStaging | Promise<AnswerStaging>,
): void {
  describe(`the answer staging contract: ${name}`, () => {
    let staging: AnswerStaging;
    beforeEach(async () => {
      staging = await open();
    });
    afterEach(() => staging.close());

    const place = { tenant: 'acme', survey: 's1' };
    const bytes = (...of: number[]) => Uint8Array.from(of);
    const stage = (count: number, from = 0, survey = 's1') =>
      Promise.all(
        Array.from({ length: count }, (_, no) =>
          staging.stage(survey, `ticket-${from + no}`, bytes(from + no, 0, 255)),
        ),
      );
    const idsOf = async () => (await staging.waiting('s1')).map(({ id }) => id);
    const saidBy = async () =>
      (await staging.waiting('s1')).map(({ sealed }) => sealed[0] ?? -1).toSorted((a, b) => a - b);

    it('has a place for the answers of a survey, with the keys of who was first', async () => {
      expect(await staging.find('s1')).toBeUndefined();
      expect(await staging.stage('s1', 't', bytes(1))).toBe('closed');
      const both = await Promise.all([bytes(1), bytes(2)].map((one) => staging.open(place, one)));
      expect(both[0]).toEqual(both[1]);
      const found = await staging.find('s1');
      expect(found).toMatchObject({ ...place, next: 1 });
      expect([...(found?.keys ?? [])]).toEqual([...(both[0]?.keys ?? [])]);
      await staging.open({ tenant: 'other', survey: 's2' }, bytes(3));
      expect(await staging.list()).toEqual([place, { tenant: 'other', survey: 's2' }]);
    });

    it('takes a ticket once, however many send it at the same time', async () => {
      await staging.open(place, bytes(1));
      expect(await staging.isSpent('s1', 't')).toBe(false);
      const staged = await Promise.all([1, 2, 3].map((no) => staging.stage('s1', 't', bytes(no))));
      expect(staged.toSorted()).toEqual(['spent', 'spent', 'staged']);
      expect(await staging.isSpent('s1', 't')).toBe(true);
      expect(await staging.isSpent('s2', 't')).toBe(false);
      expect(await staging.count('s1')).toBe(1);
      expect(await staging.waiting('s1')).toHaveLength(1);
    });

    it('gives the answers as they are, in the order of their ids and not as they came', async () => {
      await staging.open(place, bytes(1));
      await stage(64);
      const waiting = await staging.waiting('s1');
      expect(waiting.map(({ id }) => id)).toEqual(waiting.map(({ id }) => id).toSorted());
      expect(await saidBy()).toEqual(Array.from({ length: 64 }, (_, no) => no));
      expect(waiting.map(({ sealed }) => sealed[0])).not.toEqual(await saidBy());
      expect([...(waiting[0]?.sealed ?? [])].slice(1)).toEqual([0, 255]);
    });

    it('draws batches once, and has them until they are released', async () => {
      await staging.open(place, bytes(1));
      await stage(5);
      const [one = '', two = '', three = ''] = await idsOf();
      const batches = [
        { of: [one, two], sealed: bytes(7) },
        { of: [three], sealed: bytes(8) },
      ];
      expect(await staging.draw('s1', 2, batches)).toBe(false);
      expect(await staging.draw('s1', 1, batches)).toBe(true);
      expect(await staging.draw('s1', 3, [{ of: [], sealed: bytes(9) }])).toBe(false);
      expect(await staging.waiting('s1')).toHaveLength(2);
      expect(await staging.count('s1')).toBe(5);
      const drawn = await staging.drawn('s1');
      expect(drawn.map(({ batch, sealed }) => [batch, ...sealed])).toEqual([
        [1, 7],
        [2, 8],
      ]);
      await staging.released('s1', 1);
      await staging.released('s1', 1);
      expect((await staging.drawn('s1')).map(({ batch }) => batch)).toEqual([2]);
      expect(await staging.count('s1')).toBe(3);
      await staging.released('s1', 2);
      expect([await staging.drawn('s1'), await staging.count('s1')]).toEqual([[], 2]);
      expect((await staging.find('s1'))?.next).toBe(3);
      expect(await staging.draw('s1', 3, [{ of: [one], sealed: bytes(1) }])).toBe(false);
      expect(await staging.draw('s1', 3, [{ of: await idsOf(), sealed: bytes(1) }])).toBe(true);
    });

    it('lets one of two draw what both have seen', async () => {
      await staging.open(place, bytes(1));
      await stage(3);
      const batches = [{ of: await idsOf(), sealed: bytes(7) }];
      const both = await Promise.all([1, 1].map((next) => staging.draw('s1', next, batches)));
      expect(both.toSorted()).toEqual([false, true]);
      expect(await staging.drawn('s1')).toHaveLength(1);
    });

    it('puts back what is not released after all, and nothing that is', async () => {
      await staging.open(place, bytes(1));
      await stage(3);
      const [one = '', two = '', three = ''] = await idsOf();
      await staging.draw('s1', 1, [
        { of: [one], sealed: bytes(7) },
        { of: [two], sealed: bytes(8) },
      ]);
      await staging.released('s1', 1);
      await staging.undraw('s1');
      expect(await idsOf()).toEqual([two, three]);
      expect(await staging.drawn('s1')).toEqual([]);
      expect((await staging.find('s1'))?.next).toBe(2);
    });

    it('stages nothing after the end, and keeps what waits', async () => {
      await staging.open(place, bytes(1));
      await stage(2);
      await staging.end('s1');
      expect(await staging.find('s1')).toEqual({ ...place, keys: null, next: 1 });
      expect(await staging.stage('s1', 'late', bytes(9))).toBe('closed');
      expect(await staging.isSpent('s1', 'late')).toBe(false);
      expect(await staging.open(place, bytes(5))).toMatchObject({ keys: null });
      expect(await staging.count('s1')).toBe(2);
    });

    it('tells of each answer that comes while it ends whether it counts', async () => {
      await staging.open(place, bytes(1));
      const told = stage(20);
      await staging.stage('s1', 'another', bytes(1));
      await staging.end('s1');
      const counted = await staging.count('s1');
      const after = (await told).filter((one) => one === 'staged').length + 1;
      expect([counted, await staging.count('s1'), (await saidBy()).length]).toEqual(
        Array(3).fill(after),
      );
    });

    it('destroys all of a survey, and nothing of another', async () => {
      await staging.open(place, bytes(1));
      await staging.open({ tenant: 'acme', survey: 's2' }, bytes(2));
      await stage(3);
      await stage(2, 0, 's2');
      await staging.draw('s1', 1, [{ of: (await idsOf()).slice(0, 1), sealed: bytes(7) }]);
      await staging.destroy('s1');
      await staging.destroy('s1');
      expect(await staging.find('s1')).toBeUndefined();
      expect([await staging.waiting('s1'), await staging.drawn('s1')]).toEqual([[], []]);
      expect(await staging.isSpent('s1', 'ticket-0')).toBe(false);
      expect([await staging.count('s1'), await staging.count('s2')]).toEqual([0, 2]);
    });
  });
}
