import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, managerSection, reviewedCompany } from './reviewing.testing.ts';
import type { ReviewedCompany } from './reviewing.testing.ts';

let house: ReviewedCompany;
beforeAll(async () => {
  house = await reviewedCompany();
  await house.directory('directory.DelegationGranted.v1', {
    ...{ person: 'eve', delegation: 'd1', to: 'ada', from: '2027-01-01', until: '2027-02-28' },
    actions: null,
  });
});
afterAll(() => house.close());

/** Ada answers to Mia, and Mia to Eve, as Di does; Eve has Ada stand in. */
describe('who stands in for the manager of somebody whom they answer to', () => {
  const behalf = { 'on-behalf-of': 'eve' };

  it('neither reads nor writes that review, and does of others what the manager does', async () => {
    const units = ['unit:sales', 'unit:desk'];
    const cycleId = await house.launched({ population: { units } });
    const [above, beside] = [
      await house.reviewOf(cycleId, 'mia'),
      await house.reviewOf(cycleId, 'di'),
    ];
    const read = (id: string) => house.ada.get(`/reviews/${id}`, behalf);
    const write = (id: string) =>
      house.ada.post(`/reviews/${id}/sections`, managerSection(2), behalf);
    expect([(await read(above)).status, (await read(beside)).status]).toEqual([404, 200]);
    for (const part of ['story', 'rendered', 'evidence', 'score']) {
      expect((await house.ada.get(`/reviews/${above}/${part}`, behalf)).status).toBe(404);
    }
    const refused = await write(above);
    expect([refused.status, ...codeOf(refused)]).toEqual([
      ...[403, 'permission/stands-in-from-below', 'header:On-Behalf-Of'],
    ]);
    expect((await write(beside)).status).toBe(200);
    await house.settled();
    const listed = await house.ada.get(`/reviews?ledBy=me`, behalf);
    const items = listed.body['items'] as { subject: string }[];
    expect(items.map(({ subject }) => subject)).not.toContain('mia');
    expect((await house.eve.get(`/reviews/${above}`)).status).toBe(200);
  });
});
