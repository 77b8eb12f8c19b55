import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reviewedCompany, type Body, type ReviewedCompany } from './reviewing.testing.ts';

/** In a cycle that is launched, Ada is found to have been on leave in March. */
let house: ReviewedCompany;
let cycleId = '';
const reviews = { ada: '', ned: '' };
beforeAll(async () => {
  house = await reviewedCompany();
  cycleId = await house.launched();
  reviews.ada = await house.reviewOf(cycleId, 'ada');
  const from = '2026-01-01';
  const post = { post: 'third-seller', unit: 'sales', manager: 'sales-lead', fte: 1, from };
  await house.directory('directory.PostEstablished.v1', post);
  const ned = { person: 'ned', post: 'third-seller', from: '2026-07-01' };
  await house.directory('directory.PersonJoined.v1', ned);
  await house.settled();
  await house.take(house.hr, `/review-cycles/${cycleId}/late-joiners`, { person: 'ned' });
  reviews.ned = await house.reviewOf(cycleId, 'ned');
  for (const [person, first, until] of [
    ['ada', '2026-03-01', '2026-03-31'],
    ['ned', '2026-08-01', '2026-08-31'],
  ] as const) {
    const leave = { person, leave: `leave-${person}`, from: first, until };
    await house.directory('directory.LeaveRecorded.v1', leave);
  }
  for (const one of ['seller', 'third-seller']) {
    const line = { post: one, line: 'solid', manager: 'chief', from: '2026-10-01' };
    await house.directory('directory.ReportingLineChanged.v1', line);
  }
  await house.settled();
});
afterAll(() => house.close());

const partsOf = async (reviewId: string) => {
  const { segments } = (await house.seen(reviewId, house.hr)) as { segments: Body[] };
  return segments.map(({ manager, days }) => [manager, days]);
};

describe('a handover after the launch', () => {
  it('counts no leave that was entered after it', async () => {
    expect(await partsOf(reviews.ada)).toEqual([
      ['mia', 273],
      ['eve', 92],
    ]);
  });

  it('of who joined late, neither one that was entered after that', async () => {
    expect(await partsOf(reviews.ned)).toEqual([
      ['mia', 92],
      ['eve', 92],
    ]);
  });
});
