import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gate } from '@plumbline/feed';
import { reviewStream } from '../cycles.facts.ts';
import { reviewsCodec } from '../facts.ts';
import { publish } from '../reviews.publish.ts';
import {
  codeOf,
  managerSection,
  million,
  peerSection,
  reviewedCompany,
  reviewSteps,
  selfSection,
} from './reviewing.testing.ts';
import type { Body, ReviewedCompany } from './reviewing.testing.ts';

let house: ReviewedCompany;
beforeAll(async () => {
  house = await reviewedCompany();
});
afterAll(() => house.close());

const { post, opened } = reviewSteps(() => house);

describe('a review, by who acts in it and for whom,', () => {
  it('is led by a delegate under both names, who decides nothing about themselves', async () => {
    const { ada } = await opened();
    const delegation = { actions: ['review/lead'], from: '2027-01-01', until: '2027-01-31' };
    const to = async (person: string, id: string) =>
      house.directory('directory.DelegationGranted.v1', {
        ...{ person: 'mia', delegation: id, to: person, ...delegation },
      });
    await to('bo', 'd1');
    await to('ada', 'd2');
    const headers = { 'on-behalf-of': 'mia' };
    const path = `/reviews/${ada}/sections`;
    const own = await house.ada.post(path, managerSection(5), headers);
    expect(codeOf(own)[0]).toBe('review/author-is-subject');
    const lent = await house.bo.post(path, managerSection(), headers);
    expect(lent.status).toBe(200);
    await house.settled();
    const { sections } = (await house.seen(ada, house.hr)) as { sections: Body[] };
    expect(sections).toMatchObject([
      { role: 'manager', author: 'mia', by: { sub: 'bo', onBehalfOf: 'mia' } },
    ]);
    const without = await house.cy.post(path, managerSection(), headers);
    expect([without.status, codeOf(without)[0]]).toEqual([403, 'permission/no-delegation']);
  });

  it('is rated for another by nobody who is asked about its subject, nor read before they wrote', async () => {
    const { ada } = await opened();
    await house.directory('directory.DelegationGranted.v1', {
      ...{ person: 'mia', delegation: 'd3', to: 'di', from: '2027-01-01', until: '2027-01-31' },
      actions: null,
    });
    await house.directory('directory.DelegationGranted.v1', {
      ...{ person: 'eve', delegation: 'd4', to: 'di', from: '2027-01-01', until: '2027-01-31' },
      actions: null,
    });
    const lookedAt = async (principal: string) => {
      const answer = await house.di.get(`/reviews/${ada}`, { 'on-behalf-of': principal });
      return answer.status;
    };
    expect([await lookedAt('mia'), await lookedAt('eve')]).toEqual([200, 200]);
    await house.take(house.mia, `/reviews/${ada}/invitations`, { role: 'peer', reviewer: 'di' });
    await house.take(house.ada, `/reviews/${ada}/sections`, selfSection);
    expect([await lookedAt('mia'), await lookedAt('eve')]).toEqual([404, 404]);
    const headers = { 'on-behalf-of': 'mia' };
    const refused = ['permission/stands-in-as-reviewer', 'header:On-Behalf-Of'];
    const section = async () =>
      codeOf(await house.di.post(`/reviews/${ada}/sections`, managerSection(), headers));
    expect(await section()).toEqual(refused);
    await house.take(house.di, `/reviews/${ada}/sections`, peerSection(5, 'By Di.'));
    expect(await section()).toEqual(refused);
    await house.take(house.mia, `/reviews/${ada}/sections`, managerSection());
    const put = { from: 4 * million, reasonCode: 'circumstances' };
    for (const [step, body] of [
      ['finalise', { rating: 4 * million }],
      ['override', { ...put, to: 5 * million, reason: 'Alone at night.' }],
    ] as const) {
      const answer = await house.di.post(`/reviews/${ada}/${step}`, body, headers);
      expect([step, answer.status, ...codeOf(answer)]).toEqual([step, 403, ...refused]);
    }
  });

  it('is decided by no HR partner who is still to write in it, and tells them no rating', async () => {
    const { ada } = await opened();
    const di = house.as('di', { roles: ['hr-partner'] });
    await house.take(house.mia, `/reviews/${ada}/invitations`, { role: 'peer', reviewer: 'di' });
    await house.take(house.mia, `/reviews/${ada}/sections`, managerSection(4));
    const reason = 'Alone at night.';
    const put = (to: number) => {
      return { from: 4 * million, to: to * million, reasonCode: 'circumstances', reason };
    };
    const acts = [
      ...[['override', put(3)] as const, ['override', put(4)] as const],
      ['finalise', { rating: 4 * million }] as const,
      ['not-rated', { cause: 'other' }] as const,
      ...[['withdraw', { reason }] as const, ['repin', { askedBy: 'mia', reason }] as const],
    ];
    for (const [act, body] of acts) {
      const answer = await post(di, `/reviews/${ada}/${act}`, body);
      expect([act, answer.status, ...codeOf(answer)]).toEqual([
        ...[act, 403, 'permission/still-to-write', undefined],
      ]);
    }
    await house.take(di, `/reviews/${ada}/invitations/decline`, { role: 'peer' });
    await house.take(di, `/reviews/${ada}/override`, put(3));
  });

  it.each([
    ['unnamed', { mode: 'anonymous', min: 3 }],
    ['named', { mode: 'named', min: 1 }],
  ])(
    'has a score that names nobody of %s peers, nor the act that has led to it',
    async (_, peers) => {
      const { ada } = await opened({ peers });
      for (const reviewer of ['cy', 'di', 'ed']) {
        await house.take(house.mia, `/reviews/${ada}/invitations`, { role: 'peer', reviewer });
      }
      await house.take(house.ada, `/reviews/${ada}/sections`, selfSection);
      await house.take(house.mia, `/reviews/${ada}/sections`, managerSection());
      await house.take(house.cy, `/reviews/${ada}/sections`, peerSection(4, 'By Cy.'));
      await house.take(house.di, `/reviews/${ada}/sections`, peerSection(3, 'By Di.'));
      await house.take(house.ed, `/reviews/${ada}/sections`, peerSection(5, 'By Ed.'));
      const stored = await house.log.read(reviewStream('acme', ada));
      const parsed = stored.map((one) => ({ one, ...(JSON.parse(one.body) as { actor: Body }) }));
      const ofEd = parsed.filter(({ actor }) => actor['sub'] === 'ed').map(({ one }) => one.id);
      expect(ofEd).toHaveLength(1);
      const passes = gate(reviewsCodec, publish);
      const out = stored.map((one) => passes.publish(one));
      expect(out.at(-1)).toMatchObject({
        ...{ type: 'reviews.ReviewScored.v1', actor: 'score-what-is-written' },
      });
      const told = JSON.stringify(out);
      expect(told).not.toMatch(/"(cy|di|ed)"/);
      const given = JSON.parse(stored.find(({ id }) => id === ofEd[0])?.body ?? '{}') as Body;
      for (const trace of ['"ed"', given['commandId'], given['correlationId']]) {
        expect(told).not.toContain(String(trace));
      }
    },
  );
});
