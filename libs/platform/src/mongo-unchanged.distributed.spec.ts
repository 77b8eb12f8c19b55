import { unchangedCommandsContract } from '@plumbline/event-log/unchanged.contract';
import { openTestDatabase } from '@plumbline/mongo/testing';
import { openMongoUnchanged } from './mongo-unchanged.ts';

unchangedCommandsContract('MongoDB', async () => {
  const { connection, drop } = await openTestDatabase();
  return { commands: openMongoUnchanged({ connection }), close: drop };
});
