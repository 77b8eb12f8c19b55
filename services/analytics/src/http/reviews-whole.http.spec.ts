import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Body } from '@plumbline/feedback/testing';
import { managerSection, peerSection, reviewedCompany } from '@plumbline/reviews/testing';
import type { ReviewedCompany } from '@plumbline/reviews/testing';
import { analyticsService } from '../analytics.service.ts';
import { rated } from './rated.testing.ts';

/** A cycle the whole way, over the service that holds it and the one that counts it. */
describe('a cycle of reviews, the whole way', () => {
  let house: ReviewedCompany;
  let cycle: string;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    house = await reviewedCompany([analyticsService]);
    cycle = await house.launched({ peers: { mode: 'named', min: 1 } });
    for (const person of ['ada', 'cy', 'mia']) ids[person] = await house.reviewOf(cycle, person);
  });
  afterAll(() => house.close());

  const feed = async () => {
    await house.settled();
    const { status, body } = await house.hr.get(`/pay-feed?cycle=${cycle}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    const { entries, waiting } = body as Record<'entries' | 'waiting', Body[]>;
    return {
      paid: Object.fromEntries(entries.map((one) => [one['person'], one['rating']])),
      waits: Object.fromEntries(waiting.map((one) => [one['person'], one['because']])),
    };
  };
  const take = (by: ReviewedCompany['ada'], person: string, step: string, body: object = {}) =>
    house.take(by, `/reviews/${ids[person]}/${step}`, body);

  it('pays nothing by scores, nor before the release, nor while something is disputed', async () => {
    for (const [person, result] of [
      ['ada', 4],
      ['cy', 3],
    ] as const) {
      const asked = { role: 'peer', reviewer: 'bo', due: '2027-01-20' };
      await take(house.mia, person, 'invitations', asked);
      await take(house.bo, person, 'sections', peerSection(result, 'Stay.'));
      await take(house.mia, person, 'sections', managerSection(result));
    }
    await take(house.eve, 'mia', 'sections', managerSection(5));
    const scored = { ada: 'not-finalised', cy: 'not-finalised', mia: 'not-finalised' };
    expect(await feed()).toEqual({ paid: {}, waits: scored });
    await house.take(house.hr, `/review-cycles/${cycle}/calibrate`);
    const standing = await house.seen(String(ids['ada']), house.hr);
    await take(house.mia, 'ada', 'finalise', { rating: standing?.['rating'] });
    for (const person of ['cy', 'mia']) {
      await take(house.hr, person, 'not-rated', { cause: 'other' });
    }
    const ended = { cy: 'not-rated', mia: 'not-rated' };
    expect(await feed()).toEqual({ paid: {}, waits: { ada: 'cycle-not-released', ...ended } });
    for (const step of ['lock', 'release']) {
      await house.take(house.hr, `/review-cycles/${cycle}/${step}`);
    }
    expect(await feed()).toEqual({ paid: { ada: standing?.['rating'] }, waits: ended });
    await take(house.mia, 'ada', 'share');
    await take(house.ada, 'ada', 'dispute', { reason: 'The merger.' });
    expect(await feed()).toEqual({ paid: {}, waits: { ada: 'disputed', ...ended } });
    await take(house.eve, 'ada', 'resolve', { outcome: 'rejected', reason: 'It was counted.' });
    expect(await feed()).toEqual({ paid: { ada: standing?.['rating'] }, waits: ended });
  });

  it('is counted with its stage, its pack, and who is rated', async () => {
    const path = `/review-figures/distribution?cycle=${cycle}`;
    const { body } = await house.analyst.get(path);
    expect(body).toMatchObject({ stage: 'released', reviews: 3, unrated: 2, pack: 'yearly@1' });
    expect(body['total']).toMatchObject({ n: null, suppressed: 'below-threshold' });
  });

  it('scores by another pack what was scored, and pays nothing by it', async () => {
    const before = await feed();
    const asked = { cycle, pack: 'yearly@1' };
    const { status, body } = await house.analyst.post('/review-figures/scenarios', asked);
    expect(status).toBe(200);
    // Of the pack that it was scored by, nobody moves: what leaves is all that a score is made of.
    expect(body).toMatchObject({ scenario: true, n: 3, unscored: 0, moved: 0 });
    expect(await feed()).toEqual(before);
  });

  it('is a part of how somebody performs, once they may read it', async () => {
    const query = 'person=me&from=2026-01-01&until=2026-12-31';
    const { body } = await house.ada.get(`/performance?${query}`);
    const parts = body['parts'] as { part: string; share: Body }[];
    const reviews = parts.find(({ part }) => part === 'reviews');
    const rating = (await feed()).paid['ada'] as number;
    const share = (rating - rated(1)) / rated(4);
    expect(reviews).toMatchObject({ share: { value: share, n: 1 }, weight: 30 });
    expect(JSON.stringify(body)).not.toContain('Nobody waits');
  });
});
