import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Position } from '@plumbline/kernel';
import {
  unchangedCommandsMax,
  type UnchangedCommand,
  type UnchangedCommands,
} from './unchanged.ts';

export interface OpenedUnchanged {
  readonly commands: UnchangedCommands;
  /** So many it remembers, when it was told so: `unchangedCommandsMax` otherwise. */
  readonly max?: number;
  close(): Promise<void> | void;
}

/** What every adapter of the port must keep. `open` gives one that has nothing in it. */
export function unchangedCommandsContract(
  name: string,
  open: () => OpenedUnchanged | Promise<OpenedUnchanged>,
): void {
  describe(`commands that changed nothing: ${name}`, () => {
    let opened: OpenedUnchanged;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const command = (over: Partial<UnchangedCommand> = {}): UnchangedCommand => ({
      ...{ tenant: 'acme', stream: 'goals.goal-acme.1', commandId: 'c1', fingerprint: 'f' },
      ...{ revision: 3, position: '00000000000000000004' as Position },
      ...over,
    });
    const find = async (stream: string, id: string) => opened.commands.find(stream, id);

    it('are found by stream and id, as they were kept', async () => {
      const { stream } = command();
      expect(await find(stream, 'c1')).toBeUndefined();
      await opened.commands.keep(command());
      await opened.commands.keep(command({ stream: 'goals.goal-acme.2', position: null }));
      expect(await find(stream, 'c1')).toEqual(command());
      expect(await find('goals.goal-acme.2', 'c1')).toMatchObject({ position: null });
      expect(await find(stream, 'c2')).toBeUndefined();
    });

    it('count as they were kept first', async () => {
      await opened.commands.keep(command());
      await opened.commands.keep(command({ fingerprint: 'other', revision: 9 }));
      expect(await find(command().stream, 'c1')).toEqual(command());
    });

    it('are forgotten after so many others', async () => {
      const { max = unchangedCommandsMax } = opened;
      await opened.commands.keep(command());
      const others = Array.from({ length: max - 1 }, (_, n) => `other-${n}`);
      for (const commandId of others) await opened.commands.keep(command({ commandId }));
      expect(await find(command().stream, 'c1')).toEqual(command());
      await opened.commands.keep(command({ commandId: 'last' }));
      expect(await find(command().stream, 'c1')).toBeUndefined();
      expect(await find(command().stream, 'other-0')).toBeDefined();
    });
  });
}
