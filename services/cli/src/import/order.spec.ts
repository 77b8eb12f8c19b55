import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Mapping } from './mapping.ts';
import { parseMapping } from './mapping.parse.ts';
import { assertMayBeHeld, readOrdered, toldNamesMax, withoutWhatIsToCome } from './order.ts';
import type { Ordered } from './order.ts';
import type { SourceRecord } from './records.ts';

const mapping = parseMapping(
  JSON.stringify({
    plumbline: 'mapping@1',
    produces: 'structure',
    refuse: [{ field: 'state', is: ['gone'], why: 'gone' }],
    order: { of: { from: 'post' }, after: { from: 'above' } },
    key: { from: 'post' },
    record: { changes: [{ type: 'RetitlePost', post: { from: 'post' }, title: 'x' }] },
  }),
) as Mapping;

async function ordered(rows: readonly Record<string, string>[]): Promise<Ordered> {
  if (mapping.order === undefined) throw new Error('There is no order.');
  const records = async function* (): AsyncGenerator<SourceRecord> {
    for (const [at, fields] of rows.entries()) yield { kind: 'record', line: at + 2, fields };
    yield { kind: 'broken', line: 99, code: 'record/broken', why: 'broken' };
  };
  return await readOrdered(records(), mapping, mapping.order);
}

const lines = ({ levels }: Ordered) => levels.map((level) => level.map(({ line }) => line));

describe('the order of a file', () => {
  it('puts what others name before them, and keeps the order of the file otherwise', async () => {
    const rows = [
      { post: 'c', above: 'b' },
      { post: 'b', above: 'a' },
      { post: 'a', above: '' },
      { post: 'd', above: 'a' },
      { post: 'e', above: 'elsewhere' },
      { post: '', above: 'c' },
    ];
    expect(lines(await ordered(rows))).toEqual([[4, 6, 7, 99], [3, 5], [2]]);
  });

  it('stands for every record, also of one name: the first of them tells its place', async () => {
    const rows = [
      { post: 'b', above: 'a' },
      { post: 'b', above: '' },
      { post: 'a', above: '' },
    ];
    expect(lines(await ordered(rows))).toEqual([
      [4, 99],
      [2, 3],
    ]);
  });

  it('is that of any forest, in whichever order its rows come', async () => {
    const forest = fc
      .array(fc.nat(), { minLength: 1, maxLength: 40 })
      .map((picks) => {
        return picks.map((pick, at) => {
          const above = at === 0 ? 'x' : `p${pick % (at + 1)}`;
          return { post: `p${at}`, above: above === `p${at}` ? '' : above };
        });
      })
      .chain((rows) => fc.shuffledSubarray(rows, { minLength: rows.length }));
    await fc.assert(
      fc.asyncProperty(forest, async (rows) => {
        const came = await ordered(rows);
        const done = new Set<string>();
        const all = new Set(rows.map(({ post }) => post));
        for (const level of came.levels) {
          const names = level.flatMap((one) => (one.kind === 'record' ? [one.fields] : []));
          for (const { above } of names) {
            expect(done.has(String(above)) || !all.has(String(above))).toBe(true);
          }
          for (const { post } of names) done.add(String(post));
        }
        expect(done).toEqual(all);
        expect(came.records).toBe(rows.length + 1);
        expect(rows.every(({ post }) => came.circleOf(post) === undefined)).toBe(true);
      }),
    );
  });

  it('names who is part of a circle, and nobody below it', async () => {
    const came = await ordered([
      { post: 'under', above: 'a' },
      { post: 'a', above: 'b' },
      { post: 'b', above: 'c' },
      { post: 'c', above: 'a' },
      { post: 'self', above: 'self' },
    ]);
    expect(came.circleOf('b')).toBe('b → c → a → b');
    expect(came.circleOf('self')).toBe('self → self');
    expect(came.circleOf('under')).toBeUndefined();
    expect(lines(came)).toEqual([[3, 4, 5, 6, 99], [2]]);
  });

  it('closes no circle by a record that a rule of the mapping refuses', async () => {
    const came = await ordered([
      { post: 'a', above: 'b' },
      { post: 'b', above: 'a', state: 'gone' },
    ]);
    expect(came.circleOf('a')).toBeUndefined();
  });

  it('tells the names of a circle up to a limit, and counts the others', async () => {
    const circle = (length: number) =>
      Array.from({ length }, (_, at) => ({ post: `p${at}`, above: `p${(at + 1) % length}` }));
    const whole = (await ordered(circle(toldNamesMax))).circleOf('p0') ?? '';
    expect(whole.split(' → ')).toHaveLength(toldNamesMax + 1);
    const more = (await ordered(circle(toldNamesMax + 2))).circleOf('p0') ?? '';
    expect(more.split(' → ').slice(-3)).toEqual([`p${toldNamesMax - 1}`, '2 more', 'p0']);
  });

  it('is read up to the limit of what is held, and the file is refused beyond it', () => {
    expect(() => assertMayBeHeld(10, 10)).not.toThrow();
    expect(() => assertMayBeHeld(11, 10)).toThrow('at most 10 bytes. Split it');
  });
});

describe('a line of a dry run, without what its file is still to bring', () => {
  const post = { type: 'EstablishPost', post: 'b', manager: 'a', unit: 'u' };
  const drawn = { type: 'DrawReportingLine', post: 'b', line: 'dotted:x', manager: 'a' };

  it('establishes at the top what stands under it, and leaves other changes of it out', () => {
    expect(withoutWhatIsToCome({ changes: [post, drawn] }, 'a')).toEqual({
      changes: [{ ...post, manager: null }],
    });
    const unit = { type: 'EstablishUnit', unit: 'v', parent: 'a' };
    expect(withoutWhatIsToCome({ changes: [unit] }, 'a')).toEqual({
      changes: [{ ...unit, parent: null }],
    });
  });

  it('stays as it is when nothing in it names it, or nothing else would be left', () => {
    const line = { changes: [post, drawn], effectiveAt: '2026-01-01' };
    expect(withoutWhatIsToCome(line, 'u')).toEqual(line);
    expect(withoutWhatIsToCome({ changes: [drawn] }, 'a')).toEqual({ changes: [drawn] });
  });
});
