import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { managerSection, million, reviewedCompany, selfSection } from './reviewing.testing.ts';
import type { Body, Caller, ReviewedCompany } from './reviewing.testing.ts';

/** Mia wrote, and leaves once the period is over; Eve is above all that she led. */
let house: ReviewedCompany;
let hugo: Caller;
let [ended, running] = ['', ''];
const reviews = { ended: '', written: '', unwritten: '' };
beforeAll(async () => {
  house = await reviewedCompany();
  const person = { person: 'hugo', post: null, from: '2026-01-01' };
  await house.directory('directory.PersonJoined.v1', person);
  hugo = house.as('hugo', { roles: ['hr-partner'] });
  ended = await house.launched();
  reviews.ended = await house.reviewOf(ended, 'ada');
  await wholeCycle(ended, reviews.ended);
  running = await house.launched();
  reviews.written = await house.reviewOf(running, 'ada');
  reviews.unwritten = await house.reviewOf(running, 'cy');
  await house.take(house.ada, `/reviews/${reviews.written}/sections`, selfSection);
  await house.take(house.mia, `/reviews/${reviews.written}/sections`, managerSection(4));
  await house.directory('directory.PersonLeft.v1', { person: 'mia', from: '2027-01-04' });
  await house.settled();
});
afterAll(() => house.close());

/** Up to its end, with a dispute that was right. */
async function wholeCycle(cycleId: string, ada: string): Promise<void> {
  const step = (name: string) => house.take(house.hr, `/review-cycles/${cycleId}/${name}`);
  await house.take(house.mia, `/reviews/${ada}/sections`, managerSection(3));
  await step('calibrate');
  await house.take(house.mia, `/reviews/${ada}/finalise`, { rating: 3 * million });
  await notRated(cycleId, ['cy', 'mia']);
  await step('lock');
  await step('release');
  await house.take(house.mia, `/reviews/${ada}/share`);
  await house.take(house.ada, `/reviews/${ada}/dispute`, { reason: 'The merger.' });
  const right = { outcome: 'upheld', reason: 'It was left out.' };
  await house.take(house.hr, `/reviews/${ada}/resolve`, right);
  await step('close');
}

async function notRated(cycleId: string, people: readonly string[]): Promise<void> {
  for (const person of people) {
    const id = await house.reviewOf(cycleId, person);
    await house.take(house.hr, `/reviews/${id}/not-rated`, { cause: 'left' });
  }
}

const owedBy = async (by: Caller) => {
  const { body } = await by.get('/reviews?owedBy=me&limit=100');
  return (body['items'] as Body[]).map(({ id }) => id);
};

describe('a manager who leaves once the period is over', () => {
  it('leaves what they wrote counting, and who comes after them finalises', async () => {
    const before = await house.seen(reviews.written, house.eve);
    expect(before).toMatchObject({
      ...{ stage: 'manager-submitted', manager: 'eve', rating: 4 * million, writes: null },
      segments: [{ manager: 'mia', days: 365, sealed: null }],
      score: { total: 4 * million, days: 365 },
    });
    const sections = before?.['sections'] as Body[];
    expect(sections.map(({ role, author }) => `${role} ${author}`)).toEqual([
      ...['self ada', 'manager mia'],
    ]);
    expect(await owedBy(house.eve)).not.toContain(reviews.written);
    await house.take(house.hr, `/review-cycles/${running}/calibrate`);
    const finalised = { rating: 4 * million };
    await house.take(house.eve, `/reviews/${reviews.written}/finalise`, finalised);
  });

  it('without having written, holds nothing up: a human puts a rating with a reason', async () => {
    const { unwritten } = reviews;
    expect(await house.seen(unwritten, house.eve)).toMatchObject({
      ...{ stage: 'manager-submitted', manager: 'eve', rating: null, writes: null },
      segments: [{ manager: 'mia', days: 365, sealed: 'nothing' }],
      score: { total: null, cause: 'nothing-rated' },
    });
    const put = { from: null, to: 3 * million, reasonCode: 'circumstances' };
    const said = { ...put, reason: 'Nobody wrote of the year who saw it.' };
    await house.take(house.eve, `/reviews/${unwritten}/override`, said);
    await house.take(house.eve, `/reviews/${unwritten}/finalise`, { rating: 3 * million });
    await notRated(running, ['mia']);
    await house.take(house.hr, `/review-cycles/${running}/lock`);
  });

  it('answers for no review that is reopened: who is there now does, at once', async () => {
    const asked = { askedBy: 'eve', reason: 'The dispute was right.' };
    await house.take(hugo, `/reviews/${reviews.ended}/reopen`, asked);
    expect(await house.seen(reviews.ended, house.eve)).toMatchObject({
      ...{ stage: 'manager-submitted', manager: 'eve', rating: 3 * million, writes: null },
    });
    const { body } = await house.eve.get('/tasks');
    const tasks = (body['items'] as Body[]).filter(({ review }) => review === reviews.ended);
    expect(tasks.map(({ what }) => what)).toEqual(['finalise']);
    await house.take(house.eve, `/reviews/${reviews.ended}/finalise`, { rating: 3 * million });
    await house.take(house.eve, `/reviews/${reviews.ended}/share`);
  });
});
