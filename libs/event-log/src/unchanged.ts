import type { Position } from '@plumbline/kernel';

/** A command that was accepted and changed nothing. */
export interface UnchangedCommand {
  readonly tenant: string;
  readonly stream: string;
  readonly commandId: string;
  readonly fingerprint: string;
  /** Where the stream stood then; -1 when it had no fact. */
  readonly revision: number;
  readonly position: Position | null;
}

/**
 * Remembers the commands that changed nothing. No fact of theirs is in the log, so that without
 * this a repeat would be decided anew, on a state that has moved on meanwhile.
 *
 * What a caller may rely on: what was kept is found again, after a restart too, until
 * `unchangedCommandsMax` others were kept after it. The first that is kept under an id counts.
 */
export interface UnchangedCommands {
  find(
    stream: string,
    commandId: string,
  ): UnchangedCommand | undefined | Promise<UnchangedCommand | undefined>;
  keep(command: UnchangedCommand): Promise<void>;
}

/** Older ones are forgotten: their repeat is decided anew. */
export const unchangedCommandsMax = 10_000;

/** Commands that are remembered as long as the process lasts. */
export function memoryUnchangedCommands(
  kept: Iterable<UnchangedCommand> = [],
): UnchangedCommands & { find(stream: string, id: string): UnchangedCommand | undefined } {
  const nameOf = (stream: string, commandId: string) => `${stream}\u001f${commandId}`;
  const commands = new Map<string, UnchangedCommand>();
  const add = (command: UnchangedCommand): void => {
    const name = nameOf(command.stream, command.commandId);
    if (commands.has(name)) return;
    commands.set(name, command);
    if (commands.size <= unchangedCommandsMax) return;
    const [oldest = ''] = commands.keys();
    commands.delete(oldest);
  };
  for (const command of kept) add(command);
  return {
    find: (stream, commandId) => commands.get(nameOf(stream, commandId)),
    keep: async (command) => add(command),
  };
}
