import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { managerSection, million, reviewedCompany } from './reviewing.testing.ts';
import type { Body, Caller, ReviewedCompany } from './reviewing.testing.ts';

/** Mia and Max lead; Ida and Cy answered to Mia, and the directory was told something else. */
let house: ReviewedCompany;
let max: Caller;
const reviews = { wrongDay: '', never: '' };
beforeAll(async () => {
  house = await reviewedCompany();
  const from = '2026-01-01';
  const post = (name: string, manager: string) =>
    house.directory('directory.PostEstablished.v1', {
      ...{ post: name, unit: 'sales', manager, fte: 1, from },
    });
  await post('second-lead', 'chief');
  await post('third-seller', 'second-lead');
  await house.directory('directory.PersonJoined.v1', { person: 'max', post: 'second-lead', from });
  max = house.as('max');
  const cycleId = await house.launched({ peers: { mode: 'named', min: 1 } });
  reviews.wrongDay = await house.reviewOf(cycleId, 'ada');
  reviews.never = await house.reviewOf(cycleId, 'cy');
});
afterAll(() => house.close());

async function told(type: string, data: object): Promise<void> {
  await house.directory(type, data);
  await house.settled();
}

const toMax = 'third-seller';
const late = { askedBy: 'mia', reason: 'The day of the change was wrong.' };

async function standing(reviewId: string) {
  const { segments, score, rating, stage } = (await house.seen(reviewId, house.hr)) as Body;
  const parts = (segments as Body[]).map(({ manager, from, to, days, sealed }) => {
    return [manager, from, to, days, sealed];
  });
  return { parts, score: score as Body | null, rating, stage };
}

describe('a review in which a change of manager was recorded wrongly', () => {
  it('counts by the day that was corrected, once it is pinned anew', async () => {
    const id = reviews.wrongDay;
    await house.take(house.mia, `/reviews/${id}/sections`, managerSection(4));
    const moved = { person: 'ada', post: toMax, from: '2026-03-01' };
    await told('directory.PersonMoved.v1', moved);
    await house.take(max, `/reviews/${id}/sections`, managerSection(2));
    const to = { from: '2026-11-01', value: toMax };
    const corrected = { person: 'ada', field: 'post', from: '2026-03-01', to };
    await told('directory.PersonCorrected.v1', corrected);
    expect(await standing(id)).toMatchObject({
      parts: [
        ['mia', '2026-01-01', '2026-02-28', 59, 'submitted'],
        ['max', '2026-03-01', '2026-12-31', 306, null],
      ],
      rating: 2_320_000,
    });
    await house.take(house.hr, `/reviews/${id}/repin`, late);
    // (304 days of 4 + 61 days of 2) / 365.
    expect(await standing(id)).toMatchObject({
      parts: [
        ['mia', '2026-01-01', '2026-10-31', 304, 'submitted'],
        ['max', '2026-11-01', '2026-12-31', 61, null],
      ],
      ...{ rating: 3_670_000, score: { total: 3_670_000, days: 365 } },
    });
    // The same for whoever reads its story: what was counted, and what is.
    const { body } = await house.hr.get(`/reviews/${id}/story`);
    const items = body['items'] as { type: string; changes: Body[] }[];
    const changes = items.find(({ type }) => type === 'ReviewRepinned')?.changes;
    expect(changes).toContainEqual(
      expect.objectContaining({
        field: 'segment.mia.2026-01-01',
        before: { to: '2026-02-28', days: 59, sealed: 'submitted' },
        after: { to: '2026-10-31', days: 304, sealed: 'submitted' },
      }),
    );
    // Nothing has changed since: there is nothing to pin.
    const before = await standing(id);
    await house.take(house.hr, `/reviews/${id}/repin`, { ...late, reason: 'Once more.' });
    const { body: after } = await house.hr.get(`/reviews/${id}/story`);
    expect([await standing(id), (after['items'] as Body[]).length]).toEqual([before, items.length]);
  });

  it('is written of all days by who answered on them, where there was no change', async () => {
    const id = reviews.never;
    const moved = { person: 'cy', post: toMax, from: '2026-05-01' };
    await told('directory.PersonMoved.v1', moved);
    const corrected = { person: 'cy', field: 'post', from: '2026-05-01', to: null };
    await told('directory.PersonCorrected.v1', corrected);
    expect((await standing(id)).parts).toEqual([
      ['mia', '2026-01-01', '2026-04-30', 120, 'nothing'],
      ['max', '2026-05-01', '2026-05-01', 0, 'nothing'],
      ['mia', '2026-05-01', '2026-12-31', 245, null],
    ]);
    await house.take(house.hr, `/reviews/${id}/repin`, late);
    expect(await standing(id)).toMatchObject({
      parts: [
        ['mia', '2026-01-01', '2026-01-01', 0, 'nothing'],
        ['max', '2026-05-01', '2026-05-01', 0, 'nothing'],
        ['mia', '2026-01-01', '2026-12-31', 365, null],
      ],
      stage: 'opened',
    });
    await house.take(house.mia, `/reviews/${id}/sections`, managerSection(4));
    expect(await standing(id)).toMatchObject({
      ...{ rating: 4 * million, score: { total: 4 * million, days: 365 } },
    });
  });
});
