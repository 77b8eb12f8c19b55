import { eventLogContract } from './event-log.contract.ts';
import { eventLogModel } from './event-log.model.testing.ts';
import { openMemoryLog } from './memory.ts';
import { restoreContract } from './restore.contract.ts';

eventLogContract('memory', (clock) => openMemoryLog({ clock }));

restoreContract('memory', (clock) => openMemoryLog({ clock }));

eventLogModel('memory', (clock) => {
  const log = openMemoryLog({ clock });
  return { log, reopen: async () => log, done: () => undefined };
});
