import { describe, expect, it } from '@jest/globals';
import { isRejection } from '@plumbline/kernel';
import { guardComments, guardRelease, releaseStepsMax } from './guard.ts';
import { theGuard } from './guard.testing.ts';
import { guarded } from './guarded.ts';
import { lotsOfGrowth, type Cell, type Counts, type Lot } from './lots.ts';
import { earlierCellsMax, releaseCellsMax, releaseLotsMax } from './release.ts';
import type { Release, ShownRelease } from './release.ts';

const thresholds = { figures: 5, comments: 5 };

const cell = (id: string, level: number, ...atoms: string[]): Cell => ({ id, level, atoms });
const company = cell('company', 0, 'north', 'south', 'west');
const north = cell('north', 1, 'north');
const south = cell('south', 1, 'south');
const west = cell('west', 1, 'west');
const cells = [company, north, south, west];

const said = (release: Release, asked = thresholds) =>
  Object.fromEntries(
    theGuard(release, asked).cells.map(({ cell: id, figures }) => [
      id,
      figures.shown ? figures.n : figures.reason,
    ]),
  );

const first = (counts: Counts): Release => ({ cells, lots: lotsOfGrowth([counts]), earlier: [] });

/** The last of several releases of the same cells. */
const last = (...counts: Counts[]): Release =>
  counts.reduce<Release>(
    ({ earlier }, _, at) => {
      const lots = lotsOfGrowth(counts.slice(0, at + 1));
      const shown =
        at === counts.length - 1 ? [] : [theGuard({ cells, lots, earlier }, thresholds).shown];
      return { cells, lots, earlier: [...earlier, ...shown] };
    },
    { cells, lots: [], earlier: [] },
  );

describe('one release', () => {
  it('shows what is large, with its count', () => {
    expect(said(first({ north: 8, south: 6, west: 5 }))).toEqual({
      ...{ company: 19, north: 8, south: 6, west: 5 },
    });
  });

  it('withholds a small group, and the smallest of its siblings with it', () => {
    expect(said(first({ north: 8, south: 6, west: 4 }))).toEqual({
      ...{ company: 18, north: 8, south: 'complementary', west: 'below-threshold' },
    });
  });

  it('withholds no sibling of two small groups that are large together', () => {
    const halves = { ...first({ north: 8, south: 3, west: 2 }) };
    expect(said(halves)).toMatchObject({ company: 13, north: 8 });
  });

  it('says of an empty group what it says of a small one', () => {
    expect(said(first({ north: 8, south: 6, west: 0 }))).toEqual({
      ...{ company: 14, north: 8, south: 6, west: 'below-threshold' },
    });
    expect(said(first({}))).toMatchObject({ company: 'below-threshold' });
  });

  it('withholds one of two segments that cross and differ by few', () => {
    const here = cell('here', 1, 'north', 'south');
    const there = cell('there', 1, 'south', 'west');
    const crossing = (counts: Counts) => said({ ...first(counts), cells: [here, there] });
    expect(crossing({ north: 2, south: 9, west: 2 })).toEqual({ here: 11, there: 'overlap' });
    expect(crossing({ north: 1, south: 9, west: 3 })).toEqual({ here: 'overlap', there: 12 });
    // By five together; but where the two sides gave different scores, each is seen for itself.
    expect(crossing({ north: 1, south: 20, west: 4 })).toEqual({ here: 'overlap', there: 24 });
    expect(crossing({ north: 4, south: 9, west: 5 })).toEqual({ here: 'overlap', there: 14 });
    expect(crossing({ north: 5, south: 9, west: 5 })).toEqual({ here: 14, there: 14 });
    expect(crossing({ north: 0, south: 9, west: 5 })).toEqual({ here: 9, there: 14 });
  });

  it('does not blame a segment that crosses for what siblings give away', () => {
    const pair = cell('pair', 1, 'north', 'south');
    const across = cell('across', 0, 'south', 'east');
    const counts = { north: 9, south: 9, west: 4, east: 9 };
    expect(said({ ...first(counts), cells: [company, across, pair] })).toEqual({
      ...{ company: 22, across: 18, pair: 'complementary' },
    });
  });

  it('shows nothing that it has no steps left to prove', () => {
    // Eight groups of three, halved in three ways: each half tells all of them further apart.
    const counts = Object.fromEntries([...'abcdefgh'].map((group) => [group, 3]));
    const halves = ['abcd', 'abef', 'aceg'].map((half) => cell(half, 0, ...half));
    const shownIn = (steps: number) => {
      const asked = { ...first(counts), cells: halves };
      const decided = guardRelease(asked, thresholds, steps);
      return isRejection(decided) ? [] : decided.shown.figures.map(({ id }) => id);
    };
    expect(shownIn(releaseStepsMax)).toEqual(['abcd', 'abef', 'aceg']);
    const enough = Array.from({ length: 100 }, (_, steps) => steps).find(
      (steps) => shownIn(steps).length === 3,
    );
    expect(enough).toBeGreaterThan(2);
    expect(shownIn((enough ?? 0) - 1)).toEqual(['abcd', 'abef']);
  });

  it('decides a lower level first, even where it has fewer answers', () => {
    const lower = [cell('large', 1, 'north', 'south'), cell('small', 0, 'north')];
    const lots = lotsOfGrowth([{ north: 6, south: 3 }]);
    expect(said({ cells: lower, lots, earlier: [] })).toEqual({ large: 'complementary', small: 6 });
  });

  it('shows two names of one group', () => {
    const twins = [cell('a', 0, 'north'), cell('b', 1, 'north', 'north')];
    expect(said({ ...first({ north: 5 }), cells: twins })).toEqual({ a: 5, b: 5 });
  });
});

describe('later releases', () => {
  const before = { north: 8, south: 6, west: 5 };

  it('show nothing new where nothing has come', () => {
    expect(said(last(before, before))).toEqual({ company: 19, north: 8, south: 6, west: 5 });
  });

  it('wait for what few answers have changed', () => {
    const few = { north: 8, south: 6, west: 9 };
    expect(said(last(before, few))).toEqual({
      ...{ company: 'across-releases', north: 8, south: 6, west: 'across-releases' },
    });
    expect(said(last(before, few, { ...few, west: 10 }))).toEqual({
      ...{ company: 24, north: 8, south: 6, west: 10 },
    });
  });

  it('wait for what only together with others tells about few', () => {
    const grown = { north: 14, south: 8, west: 5 };
    expect(said(last(before, grown))).toEqual({
      ...{ company: 27, north: 'across-releases', south: 'across-releases', west: 5 },
    });
  });

  it('wait for what few answers have left, or moved', () => {
    const moved = (to: string | null, n: number): Lot[] => [
      { n: 10, places: ['north', 'north'] },
      { n: 10, places: ['south', 'south'] },
      { n, places: ['north', to] },
    ];
    const two = [cell('company', 0, 'north', 'south'), north, south];
    const after = (lots: Lot[]) => {
      const then = lots.map(({ n, places }) => ({ n, places: places.slice(0, 1) }));
      const { shown } = theGuard({ cells: two, lots: then, earlier: [] }, thresholds);
      return said({ cells: two, lots, earlier: [shown] });
    };
    expect(after(moved(null, 4))).toEqual({
      ...{ company: 'across-releases', north: 'across-releases', south: 10 },
    });
    expect(after(moved(null, 5))).toEqual({ company: 20, north: 10, south: 10 });
    // One goes one way, and four the other: five together, and each is seen for itself.
    const both: Lot[] = [...moved('south', 1), { n: 4, places: ['south', 'north'] }];
    expect(after(both)).toEqual({
      ...{ company: 25, north: 'across-releases', south: 'across-releases' },
    });
    expect(after(moved('south', 4))).toEqual({
      ...{ company: 24, north: 'across-releases', south: 'across-releases' },
    });
    expect(after(moved('south', 5))).toEqual({ company: 25, north: 10, south: 15 });
  });

  it('do not add to what a lower threshold gave away', () => {
    const [then, now] = [
      { north: 8, south: 6, west: 5 },
      { north: 20, south: 6, west: 5 },
    ];
    const raised = { figures: 7, comments: 7 };
    expect(said(last(then, now), raised)).toEqual({
      ...{ company: 31, north: 20, south: 'below-threshold', west: 'below-threshold' },
    });
    const few = { north: 8, south: 6, west: 11 };
    expect(said(last(then, few), raised)).toMatchObject({ west: 'across-releases' });
    expect(said(last(then, few))).toMatchObject({ west: 11 });
  });
});

describe('comments', () => {
  const read = (release: Release, comments = 8) =>
    Object.fromEntries(
      theGuard(release, { figures: 5, comments }).cells.map(({ cell: id, comments: one }) => [
        id,
        one.shown ? one.n : one.reason,
      ]),
    );

  it('need as many answers as they ask for, and figures that are shown', () => {
    expect(read(first({ north: 9, south: 7, west: 8 }))).toEqual({
      ...{ company: 24, north: 9, south: 'below-threshold', west: 'complementary' },
    });
    expect(read(first({ north: 9, south: 8, west: 8 }))).toEqual({
      ...{ company: 25, north: 9, south: 8, west: 8 },
    });
    expect(read(first({ north: 20, south: 12, west: 4 }))).toEqual({
      ...{ company: 36, north: 20, south: 'complementary', west: 'below-threshold' },
    });
  });

  it('are not read in two segments whose texts can be intersected to few', () => {
    const crossed = [cell('here', 1, 'north', 'south'), cell('there', 1, 'south', 'west')];
    const three = { ...first({ north: 20, south: 7, west: 19 }), cells: crossed };
    expect(read(three)).toEqual({ here: 27, there: 'overlap' });
    expect(said(three)).toEqual({ here: 27, there: 26 });
    const enough = { ...first({ north: 20, south: 8, west: 19 }), cells: crossed };
    expect(read(enough)).toEqual({ here: 28, there: 27 });
  });

  it('wait until enough have come since', () => {
    const shown: ShownRelease = { figures: cells, comments: cells };
    const after = (south: number): Release => ({
      cells,
      lots: lotsOfGrowth([
        { north: 9, south: 9, west: 9 },
        { north: 9, south, west: 9 },
      ]),
      earlier: [shown],
    });
    expect(read(after(16))).toMatchObject({ company: 'across-releases', south: 'across-releases' });
    expect(said(after(16))).toMatchObject({ company: 34, south: 16 });
    expect(read(after(17))).toMatchObject({ company: 35, south: 17 });
  });

  it('are what the next release is told was read', () => {
    const release = first({ north: 9, south: 7, west: 9 });
    const { shown } = theGuard(release, { figures: 5, comments: 9 });
    expect(shown.figures).toEqual(cells);
    expect(shown.comments).toEqual([company, north]);
  });
});

describe('comments alone', () => {
  const read = (asked: Release, threshold = 8) => {
    const earlier = asked.earlier.map(({ comments }) => comments);
    const decided = guardComments({ ...asked, earlier }, threshold);
    if (isRejection(decided)) return decided.code;
    return Object.fromEntries(
      decided.map(({ cell: id, comments: one }) => [id, one.shown ? one.n : one.reason]),
    );
  };

  it('are read where they would be beside figures that need as many answers', () => {
    expect(read(first({ north: 9, south: 7, west: 8 }))).toEqual({
      ...{ company: 24, north: 9, south: 'below-threshold', west: 'complementary' },
    });
    expect(read(first({ north: 4, south: 3 }))).toMatchObject({ company: 'below-threshold' });
    const grown = [
      { north: 9, south: 9, west: 9 },
      { north: 9, south: 16, west: 9 },
    ];
    const after = { cells, lots: lotsOfGrowth(grown) };
    const before = { figures: [], comments: cells };
    expect(read({ ...after, earlier: [before] })).toMatchObject({
      ...{ company: 'across-releases', north: 9, south: 'across-releases', west: 9 },
    });
  });

  it('have the limits of a release', () => {
    expect(read(first({ north: 9 }), 2)).toBe('threshold/out-of-range');
    expect(read({ ...first({ north: 9 }), cells: [north, north] })).toBe('release/twin-cells');
  });
});

describe('what is withheld', () => {
  it('has neither a count nor a value', () => {
    const { cells: decided } = theGuard(first({ north: 8, south: 6, west: 4 }), thresholds);
    const values = decided.map(({ figures }) => guarded(figures, (n) => n / 2));
    expect(values).toEqual([
      { shown: true, value: 9, n: 18 },
      { shown: true, value: 4, n: 8 },
      { shown: false, reason: 'complementary' },
      { shown: false, reason: 'below-threshold' },
    ]);
  });
});

describe('a release', () => {
  const codeOf = (release: Release, asked = thresholds) => {
    const decided = guardRelease(release, asked);
    return isRejection(decided) ? decided.code : 'guarded';
  };
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => cell(`c${at}`, 0, 'north'));
  const one = first({ north: 5 });

  it('has cells up to a limit', () => {
    expect(codeOf({ ...one, cells: many(releaseCellsMax) })).toBe('guarded');
    expect(codeOf({ ...one, cells: many(releaseCellsMax + 1) })).toBe('release/too-many-cells');
  });

  it('remembers cells up to a limit', () => {
    const after = (count: number): Release => ({
      ...{ cells: [north], lots: lotsOfGrowth([{ north: 5 }, { north: 5 }]) },
      earlier: [{ figures: many(count), comments: [] }],
    });
    expect(codeOf(after(earlierCellsMax))).toBe('guarded');
    expect(codeOf(after(earlierCellsMax + 1))).toBe('release/too-many-earlier-cells');
  });

  it('tells lots apart up to a limit, and takes any number that nothing tells apart', () => {
    const digits = 13;
    const numbered = (count: number): Release => {
      const lots = Array.from({ length: count }, (_, at) => ({ n: 5, places: [`a${at + 1}`] }));
      const bits = Array.from({ length: digits }, (_, bit) => bit);
      const has = (bit: number) =>
        lots.flatMap((_, at) => ((((at + 1) >> bit) & 1) === 1 ? [`a${at + 1}`] : []));
      return { cells: bits.map((bit) => cell(`bit${bit}`, 0, ...has(bit))), lots, earlier: [] };
    };
    expect(codeOf(numbered(releaseLotsMax))).toBe('guarded');
    const above = numbered(releaseLotsMax + 1);
    expect(codeOf(above)).toBe('release/too-many-lots');
    expect(codeOf({ ...above, cells: above.cells.slice(0, 12) })).toBe('guarded');
  });

  it('has thresholds that may be asked for', () => {
    expect(codeOf(one, { figures: 2, comments: 5 })).toBe('threshold/out-of-range');
    expect(codeOf(one, { figures: 5, comments: 4 })).toBe('threshold/comments-below-figures');
  });

  it('does not have two cells of one name', () => {
    expect(codeOf({ ...one, cells: [north, north] })).toBe('release/twin-cells');
  });

  it.each([
    ['half an answer', { n: 0.5, places: ['north'] }],
    ['less than none', { n: -1, places: ['north'] }],
    ['a place too few', { n: 5, places: [] }],
    ['a place too many', { n: 5, places: ['north', 'north'] }],
  ])('of lots with %s does not exist', (_, lot) => {
    expect(() => guardRelease({ cells, lots: [lot], earlier: [] }, thresholds)).toThrow(RangeError);
  });
});
