import type { EventLog } from '@plumbline/event-log';
import { openMemoryLog } from '@plumbline/event-log/memory';
import type { Gate } from '@plumbline/feed';
import { manualClock, toInstant } from '@plumbline/kernel';

/** A gate for tests: what is stored of the directory leaves as it is. */
export const directoryGate: Gate = {
  context: 'directory',
  publish: (stored) => {
    const { id, type, tenant, stream, revision, position, recordedAt } = stored;
    const at = toInstant(recordedAt);
    return {
      ...{ id, type, tenant, stream, revision, position, recordedAt: at, effectiveAt: at },
      ...{ actor: 'hr', correlationId: id, causationId: id, data: JSON.parse(stored.body) },
    };
  },
};

/** Appends one fact to a stream of its tenant, as the directory would. */
export function recorder(log: EventLog) {
  let recorded = 0;
  return async (tenant: string, type: string, data: object, subject = 'all'): Promise<void> => {
    const context = type.slice(0, type.indexOf('.'));
    const stream = `${context}.test-${tenant}.${subject}`;
    const head = (await log.read(stream)).length - 1;
    const commandId = `c${(recorded += 1)}-${tenant}-${subject}-${head}`;
    const facts = [{ id: commandId, type, body: JSON.stringify(data) }];
    const expected = head < 0 ? ('none' as const) : head;
    await log.append({ tenant, stream, expected, facts, commandId, fingerprint: 'f' });
  };
}

/** A log in memory, to which the directory's facts are appended by hand. */
export function directoryLog(instant = '2026-07-01T09:00:00.000Z') {
  const clock = manualClock(instant);
  const log = openMemoryLog({ clock });
  return { clock, log, record: recorder(log) };
}
