import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Position } from '@plumbline/kernel';
import type { Desk, ParkedFacts } from './desk.ts';
import type { PublishedFact } from './feed.ts';
import type { Places } from './places.ts';

/** A published fact and a parked entry for tests. */
export const aFact = (id: string): PublishedFact => ({ id, type: 'x.Y.v1' }) as PublishedFact;
export const anEntry = (key: string, more: Partial<ParkedFacts> = {}): ParkedFacts => ({
  ...{ group: 'policies', key, reason: 'It broke.', attempts: 5, since: 1, facts: [aFact('a')] },
  ...more,
});

export interface Opened<Port> {
  readonly port: Port;
  close(): Promise<void> | void;
}

/** What every adapter of the desk must keep. `open` gives one that is empty. */
export function deskContract(name: string, open: () => Promise<Opened<Desk>>): void {
  describe(`a desk: ${name}`, () => {
    let opened: Opened<Desk>;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    it('keeps what is parked by group and key, and adds to it once', async () => {
      const desk = opened.port;
      await desk.park(anEntry('two'));
      await desk.park(anEntry('one'));
      await desk.park(anEntry('one', { group: 'others' }));
      const facts = [aFact('a'), aFact('b')];
      await desk.park(anEntry('one', { reason: 'Later.', attempts: 0, facts }));
      expect(await desk.list('policies')).toEqual([anEntry('one', { facts }), anEntry('two')]);
      await desk.settle('policies', 'one');
      await desk.settle('policies', 'one');
      expect(await desk.list('policies')).toEqual([anEntry('two')]);
      expect(await desk.list('others')).toHaveLength(1);
    });

    it('takes the reason of a further attempt, and none of what only waits', async () => {
      const desk = opened.port;
      await desk.park(anEntry('one'));
      await desk.park(anEntry('one', { reason: 'Again.', attempts: 6, facts: [] }));
      const [again] = await desk.list('policies');
      expect(again).toMatchObject({ reason: 'Again.', attempts: 6, facts: [aFact('a')] });
    });
  });
}

/** What every adapter of places must keep. `open` gives one that has none. */
export function placesContract(name: string, open: () => Promise<Opened<Places>>): void {
  describe(`places: ${name}`, () => {
    let opened: Opened<Places>;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    it('are kept by reader, the last one counts', async () => {
      const places = opened.port;
      expect(await places.place('feed:goals')).toBeNull();
      await places.savePlace('feed:goals', '4' as Position);
      await places.savePlace('feed:goals', '5' as Position);
      await places.savePlace('feed:others', '1' as Position);
      expect(await places.place('feed:goals')).toBe('5');
      expect(await places.place('feed:nobody')).toBeNull();
    });
  });
}
