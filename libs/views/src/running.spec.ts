import { describe, expect, it } from '@jest/globals';
import { atMost, type Position } from '@plumbline/kernel';
import { LRUCache } from 'lru-cache';
import { asideOf, changedDocs, foldInto, keepOpen, openDoc, readFacts } from './fold-page.ts';
import { byRoom, house, visits } from './projector.histories.ts';
import { closeIdle, closeOldest, notYetRunning, projected } from './running.ts';
import { openCharsMax, openDocsMax, openIdleMs } from './running.ts';

describe('a cache of at most so many', () => {
  it('keeps as many, of those that were used last', () => {
    const cache = new LRUCache<string, object>(atMost(2));
    for (const key of ['hall', 'loft']) cache.set(key, {});
    cache.set('hall', {});
    expect([...cache.keys()]).toEqual(['hall', 'loft']);
    cache.set('attic', {});
    expect([...cache.keys()]).toEqual(['attic', 'hall']);
    cache.delete('hall');
    cache.set('barn', {});
    expect([...cache.keys()]).toEqual(['barn', 'attic']);
  });
});

describe('documents that a view keeps open', () => {
  const closed = (key: string, chars: number) => ({
    ...openDoc(byRoom, { tenant: 'acme', key }, undefined),
    chars,
  });

  it('are those that were used last, as many as their characters allow', () => {
    const { open } = notYetRunning(projected(byRoom, visits));
    const third = Math.floor(openCharsMax / 3);
    for (const key of ['hall', 'loft', 'attic', 'cellar']) open.set(key, closed(key, third - 1));
    expect([...open.keys()]).toEqual(['cellar', 'attic', 'loft']);
    open.set('barn', closed('barn', openCharsMax));
    expect(open.has('barn')).toBe(false);
  });

  it('are no more than are kept open, of those that were used last', () => {
    const running = notYetRunning(projected(byRoom, visits));
    const { open } = running;
    for (let no = 0; no < openDocsMax; no += 1) open.set(`${no}`, closed(`${no}`, 1));
    closeOldest(running);
    expect([open.size, open.has('0')]).toEqual([openDocsMax, true]);
    open.get('0');
    open.set('one more', closed('one more', 1));
    closeOldest(running);
    expect([open.size, open.has('0'), open.has('1')]).toEqual([openDocsMax, true, false]);
  });

  it('are closed when no page had a fact of them for long', () => {
    const running = notYetRunning(projected(byRoom, visits));
    const { open } = running;
    const used = (key: string, usedAt: number) => open.set(key, { ...closed(key, 1), usedAt });
    for (const [at, key] of ['hall', 'loft', 'attic'].entries()) used(key, at);
    used('hall', 3);
    closeIdle(running, openIdleMs);
    expect([...open.keys()]).toEqual(['hall', 'attic', 'loft']);
    closeIdle(running, openIdleMs + 2);
    expect([...open.keys()]).toEqual(['hall']);
    closeIdle(running, openIdleMs + 3);
    closeIdle(running, openIdleMs + 3);
    expect([...open.keys()]).toEqual([]);
    used('barn', 4);
    expect([...open.keys()]).toEqual(['barn']);
  });

  it('weigh what they have in the store, as they were read and as they were written', async () => {
    const stored = { body: '{"visits":1,"last":"ada"}', watermark: { log: '0' as Position } };
    const doc = openDoc(byRoom, { tenant: 'acme', key: 'hall' }, stored);
    expect(doc.chars).toBe(stored.body.length);
    const home = house();
    await home.visit('hall', 'somebody with a long name');
    const { facts } = await home.log.readAll(null, { limit: 1 });
    const docs = new Map([[`acme\u0000hall`, openDoc(byRoom, doc, undefined)]]);
    foldInto(byRoom, readFacts(visits, facts), docs, asideOf('by-room', new Map(), 0));
    const [written] = changedDocs(byRoom, docs.values());
    const { open } = notYetRunning(projected(byRoom, visits));
    keepOpen(byRoom, docs, open);
    expect([...open.values()].map(({ chars }) => chars)).toEqual([written?.body?.length]);
    expect(written?.body?.length).toBeGreaterThan(stored.body.length);
  });
});
