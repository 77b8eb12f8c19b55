import { unchangedCommandsContract } from './unchanged.contract.ts';
import { memoryUnchangedCommands } from './unchanged.ts';

unchangedCommandsContract('memory', () => {
  return { commands: memoryUnchangedCommands(), close: () => undefined };
});
