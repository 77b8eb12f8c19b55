import { describe, expect, it } from '@jest/globals';
import { satisfaction, type SatisfactionInput } from './satisfaction-breakdown.ts';
import type { CountedDay, Counts, NoAnswer } from './satisfaction-cells.ts';

const day = '2026-05-04';
const scale = { min: 0, max: 10 };

type Told = Readonly<Record<string, number>>;

/** Cells of one day, by location, all of one touchpoint, channel and source. */
function dayOf(places: Readonly<Record<string, Told>>, rest: readonly string[] = []): CountedDay {
  const cells = Object.entries(places).map(([place, told]) => {
    const name = [place, 'counter', 'mail', 'visits', ...rest].join('\u007f');
    const counts: Counts = Object.entries(told).flatMap(([outcome, count]) => {
      return [Number.isNaN(Number(outcome)) ? (outcome as NoAnswer) : Number(outcome), count];
    });
    return { name, counts };
  });
  return { metric: 'nps', scale, day, cells };
}

const above: Readonly<Record<string, string>> = { desk: 'house', shop: 'house', kiosk: 'garden' };

function ask(days: readonly CountedDay[], more: Partial<SatisfactionInput> = {}) {
  return satisfaction({
    ...{ metric: 'nps', scale, days, filter: {}, by: 'location' },
    unitsOf: (holders) => {
      const units = holders.flatMap((one) => (one.startsWith('unit:') ? [one.slice(5)] : []));
      return [...new Set(units.flatMap((one) => [one, ...(above[one] ? [above[one]] : [])]))];
    },
    parentOf: (unit) => above[unit] ?? null,
    ...more,
  });
}

const shown = ({ rows }: ReturnType<typeof ask>) =>
  rows.map(({ of, rank, tier, score }) => [of, rank, tier, score?.n ?? null]);

describe('rows of a breakdown', () => {
  it('are ranked by the lower bound, so that a few happy answers do not lead', () => {
    const answer = ask([dayOf({ north: { 10: 40, 8: 10 }, south: { 10: 5 }, '': { 3: 30 } })]);
    expect(shown(answer)).toEqual([
      ['north', 1, 'firm', 50],
      ['south', 2, 'indicative', 5],
      [null, 3, 'firm', 30],
    ]);
    expect(answer.total).toMatchObject({ tier: 'firm', score: { n: 85, definition: 'nps@1' } });
  });

  it('are told with who was asked and did not answer', () => {
    const { total } = ask([dayOf({ north: { 10: 5, dismissed: 3, blank: 1 } })]);
    expect(total).toMatchObject({
      asked: 9,
      noAnswer: { dismissed: 3, blank: 1, declined: 0, 'do-not-know': 0, 'not-applicable': 0 },
    });
  });

  it('of days and months are in their order', () => {
    const later = { ...dayOf({ north: { 10: 6 } }), day: '2026-06-01' };
    const days = [later, dayOf({ north: { 2: 6 } })];
    expect(shown(ask(days, { by: 'day' }))).toEqual([
      ['2026-05-04', null, 'indicative', 6],
      ['2026-06-01', null, 'indicative', 6],
    ]);
    expect(shown(ask(days, { by: 'month' })).map(([of]) => of)).toEqual(['2026-05', '2026-06']);
  });

  it('are none where none are asked for', () => {
    const days = [dayOf({ north: { 10: 6 } })];
    const { by: _, ...whole } = { by: 'location', metric: 'nps', scale, days, filter: {} } as const;
    const { total, rows } = satisfaction({
      ...whole,
      unitsOf: () => [],
      parentOf: () => null,
    });
    expect([total.score?.n, rows]).toEqual([6, []]);
  });
});

describe('what too few answered', () => {
  it('is hidden below five, with who did not answer, and marked below thirty', () => {
    const answer = ask([
      dayOf({ a: { 9: 4, blank: 90 }, b: { 9: 4 }, c: { 9: 29 }, d: { 9: 30 } }),
    ]);
    expect(shown(answer)).toEqual([
      ['d', 1, 'firm', 30],
      ['c', 2, 'indicative', 29],
      ['a', null, 'hidden', null],
      ['b', null, 'hidden', null],
    ]);
    expect(answer.rows[2]).toMatchObject({ asked: null, noAnswer: null, score: null });
    expect(ask([dayOf({ a: { 9: 4 } })]).total).toMatchObject({ tier: 'hidden', score: null });
  });

  it('is not left alone: the next smallest is hidden with it', () => {
    const answer = ask([dayOf({ a: { 9: 4 }, b: { 9: 60 }, c: { 9: 50 }, d: { 9: 70 } })]);
    expect(shown(answer).map(([of, , tier]) => [of, tier])).toEqual([
      ['d', 'firm'],
      ['b', 'firm'],
      ['a', 'hidden'],
      ['c', 'hidden'],
    ]);
    expect(shown(ask([dayOf({ a: { 9: 4 } })]))).toEqual([['a', null, 'hidden', null]]);
  });

  it('is not left alone among the units beside it', () => {
    const units = (unit: string, counts: Told) => dayOf({ north: counts }, ['', `unit:${unit}`]);
    const answer = ask(
      [units('desk', { 9: 40 }), units('shop', { 9: 3 }), units('kiosk', { 9: 9 })],
      {
        by: 'unit',
      },
    );
    expect(shown(answer)).toEqual([
      ['house', 1, 'firm', 43],
      ['garden', 2, 'indicative', 9],
      ['kiosk', 2, 'indicative', 9],
      ['desk', null, 'hidden', null],
      ['shop', null, 'hidden', null],
    ]);
  });
});

describe('whose work it tells of', () => {
  const both = dayOf({ north: { 9: 6 } }, ['', 'person:ada', 'unit:desk', 'unit:shop']);
  const disputed = dayOf({ north: { 2: 7 } }, ['!', 'person:ada', 'unit:desk']);
  const nobody = dayOf({ north: { 5: 8 } }, ['']);

  it('counts a response once in a unit above two that it is attributed to', () => {
    const answer = ask([both, nobody], { by: 'unit' });
    expect(shown(answer).map(([of, , , n]) => [of, n])).toEqual([
      ['desk', 6],
      ['house', 6],
      ['shop', 6],
    ]);
    expect(answer.total.score?.n).toBe(14);
  });

  it('leaves what is disputed out of figures of people, and not of units', () => {
    const people = ask([both, disputed], { by: 'person' });
    expect(shown(people)).toEqual([['ada', 1, 'indicative', 6]]);
    expect(people.total.score?.n).toBe(13);
    const units = ask([both, disputed], { by: 'unit', filter: { unit: 'desk' } });
    expect(units.total.score?.n).toBe(13);
    expect(ask([both, disputed], { filter: { person: 'ada' } }).total.score?.n).toBe(6);
  });

  it('and each other name can be asked for alone', () => {
    const days = [both, disputed, nobody];
    for (const filter of [{ location: 'south' }, { touchpoint: 'x' }, { channel: 'x' }]) {
      expect(ask(days, { filter }).total.score).toBeNull();
    }
    const filter = { location: 'north', touchpoint: 'counter', channel: 'mail', source: 'visits' };
    expect(ask(days, { filter }).total.score?.n).toBe(21);
  });
});

describe('the figure of a question', () => {
  const own = (min: number, max: number, counts: Told, metric = 'waiting') => {
    const days = [{ ...dayOf({ north: counts }), metric, scale: { min, max } }];
    return ask(days, { metric, scale: { min, max } }).total.score;
  };

  it('is that of its name, and one of one’s own a share on a scale of five, else a mean', () => {
    expect(own(1, 5, { 1: 10, 4: 10, 5: 20 }, 'csat')).toMatchObject({ value: 0.75, mean: 3.75 });
    expect(own(1, 7, { 1: 10, 5: 30 }, 'ces')).toMatchObject({ value: 0.75, mean: 4 });
    expect(own(1, 5, { 1: 10, 4: 30 })).toMatchObject({ value: 0.75, definition: 'favourable@1' });
    expect(own(-1, 3, { '-1': 10, 3: 30 })).toMatchObject({
      ...{ value: 2, n: 40, definition: 'mean-score@1', low: expect.closeTo(1.4564, 4) },
    });
  });

  it('that is a mean is ranked by its lower bound as any other', () => {
    const days = [{ ...dayOf({ a: { 3: 60 }, b: { 1: 5, 6: 5 } }), metric: 'own' }];
    // Ten answers with a mean of 3.5 say less than sixty with 3.
    expect(shown(ask(days, { metric: 'own' })).map(([of, rank]) => [of, rank])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });
});
