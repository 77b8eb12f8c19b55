import { randomBytes } from 'node:crypto';
import { memoryUnchangedCommands } from '@plumbline/event-log';
import { memoryDesk, memoryPlaces } from '@plumbline/feed';
import { createSealer } from '@plumbline/privacy';
import { createProjector } from '@plumbline/views';
import { generateLocalKey } from '@plumbline/web/local-token';
import { feedOf, projectorListeners, viewsOf, type Adapters, type Opening } from './adapters.ts';

/** Everything in memory: it is gone with the process. */
export async function openMemory(opening: Opening): Promise<Adapters> {
  const { clock } = opening;
  const { openMemoryLog } = await import('@plumbline/event-log/memory');
  const { openMemoryKeyStore } = await import('@plumbline/privacy/memory');
  const { openMemoryAnswerStaging } = await import('@plumbline/privacy/memory-answer-staging');
  const { openMemoryViewStore } = await import('@plumbline/views/memory');
  const log = openMemoryLog({ clock });
  const keys = openMemoryKeyStore();
  const store = openMemoryViewStore();
  const secrets = { rootKey: randomBytes(32), localKey: await generateLocalKey() };
  const sealer = createSealer({ keys, rootKey: secrets.rootKey });
  const projector = createProjector({
    ...{ log, store, clock, views: viewsOf(opening) },
    ...projectorListeners(opening, () => log, sealer),
  });
  return {
    ...{ log, keys, sealer, views: store, projector, secrets },
    staging: openMemoryAnswerStaging(),
    ...{ desk: memoryDesk(), policyGroup: 'policies', unchanged: memoryUnchangedCommands() },
    feed: feedOf(opening, log, memoryPlaces()),
    probe: async () => undefined,
    close: () => log.close(),
  };
}
