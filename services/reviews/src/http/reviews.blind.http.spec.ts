import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { managerSection, million, reviewedCompany } from './reviewing.testing.ts';
import type { Body, ReviewedCompany } from './reviewing.testing.ts';

let house: ReviewedCompany;
let [cycleId, reviewId] = ['', ''];
beforeAll(async () => {
  house = await reviewedCompany();
  const hugo = { person: 'hugo', post: null, from: '2026-01-01' };
  await house.directory('directory.PersonJoined.v1', hugo);
  await answersTo('chief', '2026-09-01');
  cycleId = await house.launched();
  reviewId = await house.reviewOf(cycleId, 'ada');
  await house.take(house.eve, `/reviews/${reviewId}/sections`, managerSection(4));
  await answersTo('sales-lead', '2027-01-03');
  await house.directory('directory.PersonLeft.v1', { person: 'eve', from: '2027-01-04' });
  await house.settled();
});
afterAll(() => house.close());

function answersTo(manager: string, from: string) {
  const line = { post: 'seller', line: 'solid', manager, from };
  return house.directory('directory.ReportingLineChanged.v1', line);
}

const ofThis = async (me: string) => {
  const { body } = await house.as(me).get('/tasks?limit=100');
  return (body['items'] as Body[])
    .filter(({ review }) => review === reviewId)
    .map(({ what }) => what);
};
const finalise = { rating: 4 * million };
const asked = { askedBy: 'mia', reason: 'Something was left out.' };

/** Mia had the first part, and takes over again once Eve, who had the rest, has left. */
describe('who may not read a review, as they have not written their own part', () => {
  it('neither finalises it nor puts a rating, and is told what to do', async () => {
    expect(await house.seen(reviewId, house.mia)).toMatchObject({
      ...{ stage: 'manager-submitted', manager: 'mia', sections: [], rating: null },
    });
    await house.take(house.hr, `/review-cycles/${cycleId}/calibrate`);
    const put = { from: 4 * million, to: 2 * million, reasonCode: 'circumstances', reason: 'So.' };
    for (const [path, body] of [
      ['finalise', finalise],
      ['override', put],
    ] as const) {
      const answer = await house.mia.post(`/reviews/${reviewId}/${path}`, body);
      expect([answer.status, answer.body['code']]).toEqual([403, 'permission/still-to-write']);
      expect(answer.body['detail']).toContain('an HR partner finalises');
    }
  });

  it('has no such task: an HR partner has it, and finalises', async () => {
    expect(await ofThis('mia')).toEqual([]);
    const { body } = await house.hr.get('/tasks?whose=hr&limit=100');
    const told = (body['items'] as Body[]).filter(({ review }) => review === reviewId);
    expect(told).toMatchObject([{ what: 'finalise', who: null, standing: 'open' }]);
    await house.take(house.hr, `/reviews/${reviewId}/finalise`, finalise);
  });

  it('has it once it is reopened and they have written', async () => {
    const hugo = house.as('hugo', { roles: ['hr-partner'] });
    await house.take(hugo, `/reviews/${reviewId}/reopen`, asked);
    expect(await ofThis('mia')).toEqual(['manager']);
    await house.take(house.mia, `/reviews/${reviewId}/sections`, managerSection(4));
    expect(await ofThis('mia')).toEqual(['finalise']);
    await house.take(house.mia, `/reviews/${reviewId}/finalise`, finalise);
  });
});
