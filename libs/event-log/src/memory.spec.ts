import { eventLogContract } from './event-log.contract.ts';
import { openMemoryLog } from './memory.ts';

eventLogContract('memory', (clock) => openMemoryLog({ clock }));
