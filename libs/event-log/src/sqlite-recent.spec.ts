import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { systemClock, type Position } from '@plumbline/kernel';
import { anAppend } from './event-log.contract.ts';
import type { StoredFact } from './event-log.ts';
import { openSqliteLog } from './sqlite.ts';
import { openSqliteLogReader } from './sqlite-reading.ts';
import { createRecent, recentCharsMax, recentFactsMax } from './sqlite-recent.ts';
import { positionOf } from './sqlite-schema.ts';

function fact(position: number, body = '{}'): StoredFact {
  return {
    ...{ id: `id-${position}`, type: 'goals.X.v1', tenant: 'acme', body, bodyHash: 'h' },
    ...{ stream: 'goals.goal-acme.1', revision: position, recordedAt: 0 },
    position: positionOf(position),
  };
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => fact(from + index));
const places = (facts: readonly StoredFact[] = []) => facts.map((one) => Number(one.position));

describe('the newest facts', () => {
  it('are given after any position that they reach back to, and to nobody who asks for more', () => {
    const recent = createRecent();
    recent.add(range(5, 9));
    const page = recent.page(positionOf(4), { limit: 3 }, positionOf(9));
    expect(places(page?.facts)).toEqual([5, 6, 7]);
    expect(page).toMatchObject({ next: positionOf(7), atHead: false });
    expect(recent.page(positionOf(3), { limit: 3 }, positionOf(9))).toBeUndefined();
    expect(recent.page(null, { limit: 3 }, positionOf(9))).toBeUndefined();
  });

  it('are not given while somebody else has written newer ones, nor with those of a gap', () => {
    const recent = createRecent();
    recent.add(range(1, 2));
    expect(recent.page(positionOf(1), { limit: 3 }, positionOf(3))).toBeUndefined();
    recent.add(range(4, 4));
    expect(recent.page(positionOf(1), { limit: 3 }, positionOf(4))).toBeUndefined();
    const page = recent.page(positionOf(3), { limit: 3 }, positionOf(4));
    expect(places(page?.facts)).toEqual([4]);
  });

  it.each([0, 1])('are %d more than so many at most', (more) => {
    const recent = createRecent();
    recent.add(range(1, recentFactsMax + more));
    const head = positionOf(recentFactsMax + more);
    const page = recent.page(null, { limit: recentFactsMax }, head);
    expect(page?.facts.length).toBe(more === 0 ? recentFactsMax : undefined);
    expect(recent.page(positionOf(1), { limit: 1 }, head)).toBeDefined();
  });

  it.each([0, 1])('hold %d more than so many characters at most', (more) => {
    const recent = createRecent();
    recent.add([fact(1, ' '.repeat(recentCharsMax - 1)), fact(2, ' '.repeat(1 + more))]);
    expect(recent.page(null, { limit: 1 }, positionOf(2)) === undefined).toBe(more === 1);
  });
});

describe('a page of the newest facts', () => {
  it('is the page that the file would have given', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-recent-'));
    const path = join(folder, 'log.db');
    const log = openSqliteLog({ path, clock: systemClock });
    const file = openSqliteLogReader({ path });
    for (const [index, context] of ['goals', 'directory', 'goals', 'goals'].entries()) {
      const sealed = Uint8Array.of(index, 1, 2);
      const facts = anAppend({}).facts.map((one) => ({ ...one, id: `${index}`, sealed }));
      await log.append(anAppend({ stream: `${context}.thing-acme.${index}`, facts }));
    }
    const anyPosition = fc.nat({ max: 6 }).map((at) => positionOf(at));
    await fc.assert(
      fc.asyncProperty(
        fc.option(anyPosition),
        fc.integer({ min: 1, max: 6 }),
        fc.option(fc.constantFrom('goals', 'directory', 'none'), { nil: undefined }),
        fc.option(anyPosition, { nil: undefined }),
        async (after: Position | null, limit, context, until) => {
          const options = {
            limit,
            ...(context === undefined ? {} : { context }),
            ...(until === undefined ? {} : { until }),
          };
          const [ours, theirs] = [
            await log.readAll(after, options),
            await file.readAll(after, options),
          ];
          expect(plain(ours)).toEqual(plain(theirs));
        },
      ),
    );
    await file.close();
    await log.close();
    rmSync(folder, { recursive: true });
  });
});

/** Without what differs by nature: one page holds rows of the engine, the other what was given. */
function plain({ facts, ...page }: { readonly facts: readonly StoredFact[] }) {
  const bare = facts.map((one) => {
    const { id, type, tenant, stream, revision, position, recordedAt, body, bodyHash } = one;
    const own = { id, type, tenant, stream, revision, position, recordedAt, body, bodyHash };
    return { ...own, sealed: Buffer.from(one.sealed ?? []).toString('hex') };
  });
  return { ...page, facts: bare };
}
