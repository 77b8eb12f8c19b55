import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { managerSection, million, peerSection, reviewedCompany } from './reviewing.testing.ts';
import { selfSection } from './reviewing.testing.ts';
import type { Body, ReviewedCompany } from './reviewing.testing.ts';

let house: ReviewedCompany;
beforeAll(async () => {
  house = await reviewedCompany();
  const hugo = { person: 'hugo', post: null, from: '2026-01-01' };
  await house.directory('directory.PersonJoined.v1', hugo);
});
afterAll(() => house.close());

/** Everybody who has a part in a review somewhere below, each as themselves. */
const everybody = ['ada', 'cy', 'mia', 'eve', 'bo', 'di', 'ed', 'hana'];

const standingInFor = (other: string) => ({ 'on-behalf-of': other });

const items = async (me: string, path: string, as: Record<string, string> = {}) => {
  const { status, body } = await house.as(me).get(path, as);
  if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
  return body['items'] as Body[];
};

/** What is listed as owed by somebody in a cycle, and as an open task of theirs that is written. */
async function listedFor(me: string, cycleId: string) {
  const owed = await items(me, '/reviews?owedBy=me&limit=100');
  const tasks = await items(me, '/tasks?limit=100');
  const written = tasks.filter(({ what }) => {
    return ['self', 'manager', 'peer', 'upward'].includes(String(what));
  });
  const of = (one: Body) => (one['cycleId'] ?? one['cycle']) === cycleId;
  return {
    owed: owed.filter(of).map(({ id }) => String(id)),
    tasks: written.filter(of).map(({ review }) => String(review)),
  };
}

/** What they may write by what each review says of itself, and have not written yet. */
async function toWrite(me: string, reviews: readonly string[]) {
  const found: string[] = [];
  for (const reviewId of reviews) {
    const { status, body } = await house.as(me).get(`/reviews/${reviewId}`);
    if (status === 404) continue;
    const review = body['review'] as { writes: Body | null; sections: Body[] };
    const role = review.writes?.['role'];
    const isThere = review.sections.some((one) => one['role'] === role && one['author'] === me);
    if (role !== undefined && !isThere) found.push(reviewId);
  }
  return found;
}

interface Cycle {
  readonly cycleId: string;
  readonly reviews: Readonly<Record<'ada' | 'cy' | 'mia', string>>;
}

async function begun(): Promise<Cycle> {
  const cycleId = await house.launched({ peers: { mode: 'named', min: 1 } });
  const of = (person: string) => house.reviewOf(cycleId, person);
  const reviews = { ada: await of('ada'), cy: await of('cy'), mia: await of('mia') };
  for (const reviewer of ['bo', 'di']) {
    const invited = { role: 'peer', reviewer };
    await house.take(house.mia, `/reviews/${reviews.ada}/invitations`, invited);
  }
  const below = { role: 'upward', reviewer: 'cy' };
  await house.take(house.eve, `/reviews/${reviews.mia}/invitations`, below);
  return { cycleId, reviews };
}

/** By another HR partner than the one who allows reviews to be reopened. */
const notRated = (reviewId: string) => {
  const hugo = house.as('hugo', { roles: ['hr-partner'] });
  return house.take(hugo, `/reviews/${reviewId}/not-rated`, { cause: 'nothing-rated' });
};
const asked = { askedBy: 'mia', reason: 'Something was left out.' };

/** Who owes what in a cycle, where list, tasks and reviews say the same of everybody. */
async function owedIn({ cycleId, reviews }: Cycle) {
  const named = new Map(Object.entries(reviews).map(([person, id]) => [id, person]));
  const all: Record<string, readonly (string | undefined)[]> = {};
  for (const me of everybody) {
    const { owed, tasks } = await listedFor(me, cycleId);
    const wanted = await toWrite(me, [...named.keys()]);
    expect([me, owed.toSorted()]).toEqual([me, wanted.toSorted()]);
    expect([me, [...new Set(tasks)].toSorted()]).toEqual([me, wanted.toSorted()]);
    if (owed.length > 0) all[me] = owed.map((id) => named.get(id)).toSorted();
  }
  return all;
}

describe('what is listed as owed is what may be written still', () => {
  it('by everybody, wherever the cycle is', async () => {
    const cycle = await begun();
    const { cycleId, reviews } = cycle;
    const step = (name: string) => house.take(house.hr, `/review-cycles/${cycleId}/${name}`);
    const nobody = {};
    expect(await owedIn(cycle)).toEqual({
      ...{ ada: ['ada'], bo: ['ada'], cy: ['cy', 'mia'], di: ['ada'] },
      ...{ eve: ['mia'], mia: ['ada', 'cy', 'mia'] },
    });
    await house.take(house.mia, `/reviews/${reviews.ada}/sections`, managerSection(4));
    await house.take(house.bo, `/reviews/${reviews.ada}/sections`, peerSection(4, 'The board.'));
    await house.take(house.cy, `/reviews/${reviews.cy}/sections`, selfSection);
    expect(await owedIn(cycle)).toEqual({
      ...{ ada: ['ada'], cy: ['mia'], di: ['ada'], eve: ['mia'], mia: ['cy', 'mia'] },
    });
    const before = (await house.ada.get('/reviews')).body['position'];
    await step('calibrate');
    expect(await owedIn(cycle)).toEqual(nobody);
    const then = await items('ada', `/reviews?owedBy=me&asOf=${String(before)}`);
    expect(then.map(({ id }) => id)).toEqual([reviews.ada]);
    const finalised = { rating: 4 * million };
    await house.take(house.mia, `/reviews/${reviews.ada}/finalise`, finalised);
    for (const id of [reviews.cy, reviews.mia]) {
      await notRated(id);
    }
    await step('lock');
    expect(await owedIn(cycle)).toEqual(nobody);
    // What is reopened goes on by itself.
    await house.take(house.hr, `/reviews/${reviews.ada}/reopen`, asked);
    await house.take(house.hr, `/reviews/${reviews.cy}/reopen`, asked);
    expect(await owedIn(cycle)).toEqual({ ada: ['ada'], mia: ['cy'] });
  });

  it('by who stands in, without what is written in person alone', async () => {
    const { cycleId, reviews } = await begun();
    await house.directory('directory.DelegationGranted.v1', {
      ...{ person: 'mia', delegation: 'd1', to: 'ed', from: '2027-01-01', until: '2027-02-28' },
      actions: null,
    });
    const lent = await items('ed', '/reviews?owedBy=me', standingInFor('mia'));
    const of = lent.filter((one) => one['cycleId'] === cycleId).map(({ id }) => id);
    expect(of.toSorted()).toEqual([reviews.ada, reviews.cy].toSorted());
    const own = (await items('mia', '/reviews?owedBy=me')).map(({ id }) => id);
    expect(own).toContain(reviews.mia);
  });

  it('by nobody, where the cycle is cancelled', async () => {
    const cycle = await begun();
    await notRated(cycle.reviews.cy);
    await house.take(house.hr, `/reviews/${cycle.reviews.cy}/reopen`, asked);
    expect(await owedIn(cycle)).toMatchObject({ cy: ['cy', 'mia'] });
    const reason = { reason: 'The wrong template.' };
    await house.take(house.hr, `/review-cycles/${cycle.cycleId}/cancel`, reason);
    expect(await owedIn(cycle)).toEqual({});
  });

  it('by each who answered for a part of the period, whoever answers for the review now', async () => {
    const from = '2026-09-01';
    const line = { post: 'seller', line: 'solid', manager: 'chief', from };
    await house.directory('directory.ReportingLineChanged.v1', line);
    const cycleId = await house.launched();
    const of = (person: string) => house.reviewOf(cycleId, person);
    const reviews = { ada: await of('ada'), cy: await of('cy'), mia: await of('mia') };
    const cycle = { cycleId, reviews };
    const others = { ada: ['ada'], cy: ['cy'] };
    expect(await owedIn(cycle)).toEqual({
      ...{ ...others, eve: ['ada', 'mia'], mia: ['ada', 'cy', 'mia'] },
    });
    await house.take(house.eve, `/reviews/${reviews.ada}/sections`, managerSection(4));
    expect(await owedIn(cycle)).toEqual({
      ...{ ...others, eve: ['mia'], mia: ['ada', 'cy', 'mia'] },
    });
    const { body } = await house.hr.get('/tasks?whose=person:mia&limit=100');
    const told = (body['items'] as Body[]).filter(({ review }) => review === reviews.ada);
    expect(told).toMatchObject([{ what: 'manager', who: 'mia', due: '2027-01-31' }]);
    await house.take(house.mia, `/reviews/${reviews.ada}/sections`, managerSection(2));
    expect(await owedIn(cycle)).toEqual({ ...others, eve: ['mia'], mia: ['cy', 'mia'] });
    expect(await house.seen(reviews.ada, house.eve)).toMatchObject({
      segments: [
        { manager: 'mia', days: 243 },
        { manager: 'eve', days: 122 },
      ],
      score: { days: 365 },
    });
  });
});
