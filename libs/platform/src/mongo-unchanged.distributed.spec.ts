import { unchangedCommandsContract } from '@plumbline/event-log/unchanged.contract';
import { openTestDatabase } from '@plumbline/mongo/testing';
import { openMongoUnchanged } from './mongo-unchanged.ts';

unchangedCommandsContract('MongoDB', async () => {
  const { connection, drop } = await openTestDatabase();
  // Each that is kept is three messages to the server, and the next one waits for them.
  const max = 200;
  return { commands: openMongoUnchanged({ connection, max }), max, close: drop };
});
