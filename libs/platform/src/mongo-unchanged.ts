import { LogUnavailable, unchangedCommandsMax } from '@plumbline/event-log';
import type { UnchangedCommand, UnchangedCommands } from '@plumbline/event-log';
import { collectionOf, durable, idSeparator, isDuplicate, reached } from '@plumbline/mongo';
import type { Connection } from '@plumbline/mongo';

interface CommandRecord {
  readonly _id: string;
  readonly no: number;
  readonly command: UnchangedCommand;
}

interface CounterRecord {
  readonly _id: string;
  readonly no: number;
}

/**
 * Commands that changed nothing, in MongoDB, numbered as they come: those whose number is too far
 * behind the newest are taken away. The connection is the caller's, and is left open.
 */
export function openMongoUnchanged({
  connection,
  max = unchangedCommandsMax,
}: {
  readonly connection: Connection;
  /** So many are remembered; tests, that fill it one by one, ask for few. */
  readonly max?: number;
}): UnchangedCommands {
  const commands = collectionOf<CommandRecord>(connection, 'unchanged_commands');
  const counters = collectionOf<CounterRecord>(connection, 'counters');
  const idOf = (stream: string, commandId: string) => `${stream}${idSeparator}${commandId}`;
  const ask = <Result>(work: () => Promise<Result>) =>
    reached(work, (message, cause) => new LogUnavailable(message, cause));
  let indexed: Promise<unknown> | undefined;
  /** Once, but again when it could not be done. */
  const index = (): Promise<unknown> => {
    indexed ??= commands.createIndex({ no: 1 }).catch((cause: unknown) => {
      indexed = undefined;
      throw cause;
    });
    return indexed;
  };

  // Where a server does not change and read in one step, two may get one number: one more is kept.
  const nextNo = async (): Promise<number> => {
    const one = { $inc: { no: 1 } };
    const how = { upsert: true, returnDocument: 'after', ...durable } as const;
    const counted = await counters.findOneAndUpdate({ _id: 'unchanged_commands' }, one, how);
    return counted?.no ?? 1;
  };

  return {
    find: (stream, commandId) =>
      ask(async () => (await commands.findOne({ _id: idOf(stream, commandId) }))?.command),
    keep: (command) =>
      ask(async () => {
        await index();
        const no = await nextNo();
        const id = idOf(command.stream, command.commandId);
        try {
          await commands.insertOne({ _id: id, no, command }, durable);
        } catch (cause) {
          if (!isDuplicate(cause)) throw cause;
        }
        await commands.deleteMany({ no: { $lte: no - max } });
      }),
  };
}
