import { describe, expect, it } from '@jest/globals';
import { directoryLog } from '@plumbline/access/testing';
import type { Position } from '@plumbline/kernel';
import { createProjector, createViews, ViewBehind } from '@plumbline/views';
import { openMemoryViewStore } from '@plumbline/views/memory';
import { evidenceViews } from './evidence.parts.ts';
import { copiesReach, copyAbout } from './evidence.reader.ts';
import { scope } from './evidence.testing.ts';

/** Something of another context is recorded, which no copy is of. */
async function ground() {
  const { log, clock, record } = directoryLog();
  await record('acme', 'elsewhere.SomethingHappened.v1', {});
  const store = openMemoryViewStore();
  const projector = createProjector({ log, store, clock, views: evidenceViews, pollMs: 5 });
  const views = createViews({ log, store, views: evidenceViews, readAfterWaitMsMax: 50 });
  return { projector, views, head: (await log.head()) as Position };
}

describe('what waits for the copies', () => {
  it('is refused for the moment while they are behind, and goes on once they are there', async () => {
    const { projector, views, head } = await ground();
    await expect(copiesReach(views, 'acme', head)).rejects.toThrow(ViewBehind);
    const early = copyAbout(views, 'acme', scope, { readAfter: head });
    await expect(early).rejects.toThrow(ViewBehind);
    await projector.catchUp();
    await expect(copiesReach(views, 'acme', head)).resolves.toBeUndefined();
    const none = { goals: [], notes: [], responses: [], person: [] };
    expect(await copyAbout(views, 'acme', scope, { readAfter: head })).toEqual(none);
    await projector.stop();
  });
});
