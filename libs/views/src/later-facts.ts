import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { StoredFact } from '@plumbline/event-log';

interface Block {
  readonly at: number;
  readonly bytes: number;
}

interface Part {
  waiting: StoredFact[];
  chars: number;
  readonly blocks: Block[];
}

/**
 * Facts that are put off, by the part that they are for, in a file that nobody else sees: it has no
 * name any more, and is gone with the process. The order within a part is that in which they came.
 */
export function createLaterFacts(blockChars: number) {
  const parts = new Map<number, Part>();
  let file: number | undefined;
  let end = 0;
  let chars = 0;
  let facts = 0;

  const setDown = (part: Part): void => {
    file ??= openNameless();
    const block = serialize(part.waiting);
    for (let done = 0; done < block.length;) {
      done += writeSync(file, block, done, block.length - done, end + done);
    }
    part.blocks.push({ at: end, bytes: block.length });
    end += block.length;
    [part.waiting, part.chars] = [[], 0];
  };

  const picked = ({ at, bytes }: Block): StoredFact[] => {
    const block = Buffer.allocUnsafe(bytes);
    for (let done = 0; done < bytes;) {
      const read = readSync(file as number, block, done, bytes - done, at + done);
      if (read === 0) throw new Error('Facts that were put off are not there any more.');
      done += read;
    }
    return deserialize(block) as StoredFact[];
  };

  return {
    chars: () => chars,
    facts: () => facts,
    add: (no: number, fact: StoredFact): void => {
      const part = parts.get(no) ?? { waiting: [], chars: 0, blocks: [] };
      parts.set(no, part);
      const size = fact.body.length + (fact.sealed?.length ?? 0);
      part.waiting.push(fact);
      part.chars += size;
      chars += size;
      facts += 1;
      if (part.chars >= blockChars) setDown(part);
    },
    /** Part after part, each of them in pieces. All of it is taken out, as it is read. */
    take: function* take(): Generator<{ part: number; facts: readonly StoredFact[] }> {
      for (const [no, part] of parts) {
        for (const block of part.blocks) {
          const some = picked(block);
          facts -= some.length;
          yield { part: no, facts: some };
        }
        facts -= part.waiting.length;
        if (part.waiting.length > 0) yield { part: no, facts: part.waiting };
        parts.delete(no);
      }
      [end, chars, facts] = [0, 0, 0];
    },
    close: (): void => {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

export type LaterFacts = ReturnType<typeof createLaterFacts>;

function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-rebuild-'));
  const file = openSync(join(folder, 'later'), 'wx+', 0o600);
  // It is open, and needs no name any more: a process that is killed leaves nothing behind.
  rmSync(folder, { recursive: true });
  return file;
}
