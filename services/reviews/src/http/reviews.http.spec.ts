import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  codeOf,
  managerSection,
  million,
  peerSection,
  reviewedCompany,
  selfSection,
  type Body,
} from './reviewing.testing.ts';
import type { ReviewedCompany } from './reviewing.testing.ts';
import type { Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { gate, type PublishedFact } from '@plumbline/feed';
import type { Position } from '@plumbline/kernel';
import { reviewStream } from '../cycles.facts.ts';
import { reviewsCodec } from '../facts.ts';
import { ReviewLooking } from '../reviewing.looking.ts';
import { ReviewingReactions } from '../reviewing.reactions.ts';
import { ReviewTurns } from '../reviewing.turns.ts';
import { reviewsPorts, type ReviewsPorts } from '../reviews.ports.ts';
import { publish } from '../reviews.publish.ts';

let house: ReviewedCompany;
beforeAll(async () => {
  house = await reviewedCompany();
});
afterAll(() => house.close());

const post = async (by: ReviewedCompany['ada'], path: string, body: object = {}) => {
  const answer = await by.post(path, body);
  await house.settled();
  return answer;
};
/** Ada's review in a cycle of its own, and all others of it ended. */
const opened = async (change: object = {}) => {
  const cycleId = await house.launched(change);
  return { cycleId, ada: await house.reviewOf(cycleId, 'ada') };
};
const ended = async (cycleId: string) => {
  const { body } = await house.hr.get(`/reviews?cycle=${cycleId}`);
  for (const { id, subject } of body['items'] as { id: string; subject: string }[]) {
    if (subject === 'ada') continue;
    await house.take(house.hr, `/reviews/${id}/not-rated`, { cause: 'other' });
  }
};

describe('a review', () => {
  it('is written, scored, finalised by a human, shared, disputed, resolved and closed', async () => {
    const { cycleId, ada } = await opened();
    await house.take(house.ada, `/reviews/${ada}/sections`, selfSection);
    await house.take(house.mia, `/reviews/${ada}/sections`, managerSection());
    const scored = await house.seen(ada, house.mia);
    expect(scored).toMatchObject({
      ...{ stage: 'manager-submitted', rating: 4 * million },
      score: { total: 4 * million, days: 365 },
      segments: [{ manager: 'mia', days: 365, sealed: null }],
    });
    const early = await post(house.mia, `/reviews/${ada}/finalise`, { rating: 4 * million });
    expect(codeOf(early)).toEqual(['review/cycle-not-calibrating', undefined]);
    await house.take(house.hr, `/review-cycles/${cycleId}/calibrate`);
    const other = await post(house.mia, `/reviews/${ada}/finalise`, { rating: 5 * million });
    expect(codeOf(other)).toEqual(['review/not-the-rating', '/rating']);
    await house.take(house.mia, `/reviews/${ada}/finalise`, { rating: 4 * million });
    const unshared = await post(house.mia, `/reviews/${ada}/share`);
    expect(codeOf(unshared)[0]).toBe('review/cycle-not-released');
    await ended(cycleId);
    for (const step of ['lock', 'release']) {
      await house.take(house.hr, `/review-cycles/${cycleId}/${step}`);
    }
    await house.take(house.mia, `/reviews/${ada}/share`);
    await house.take(house.ada, `/reviews/${ada}/acknowledge`, { comment: 'Seen.' });
    await house.take(house.ada, `/reviews/${ada}/dispute`, { reason: 'The merger.' });
    const partial = { outcome: 'partly', reason: 'One of two points.' };
    const party = await post(house.mia, `/reviews/${ada}/resolve`, partial);
    expect(party.status).toBe(409);
    expect(codeOf(party)[0]).toBe('review/resolver-is-party');
    await house.take(house.eve, `/reviews/${ada}/resolve`, partial);
    for (const by of [house.mia, house.hr]) {
      const uncorrected = await post(by, `/reviews/${ada}/close`);
      expect([uncorrected.status, ...codeOf(uncorrected)]).toEqual([
        ...[409, 'review/correction-outstanding', undefined],
      ]);
      expect(uncorrected.body['detail']).toContain('reopened');
    }
    // The cycle goes on to its end; what is to be corrected goes on by itself.
    await house.take(house.hr, `/review-cycles/${cycleId}/close`);
    const reason = 'The merger was left out.';
    await house.take(house.hr, `/reviews/${ada}/reopen`, { askedBy: 'mia', reason });
    const put = { from: 4 * million, to: 5 * million, reasonCode: 'circumstances', reason };
    await house.take(house.mia, `/reviews/${ada}/override`, put);
    await house.take(house.mia, `/reviews/${ada}/finalise`, { rating: 5 * million });
    await house.take(house.mia, `/reviews/${ada}/share`);
    await house.take(house.ada, `/reviews/${ada}/dispute`, { reason: 'Only half.' });
    const not = { outcome: 'rejected', reason: 'All of it is in now.' };
    await house.take(house.eve, `/reviews/${ada}/resolve`, not);
    await house.take(house.mia, `/reviews/${ada}/close`);
    const { outcomes, stage, rating } = (await house.seen(ada, house.ada)) ?? {};
    expect([stage, rating]).toEqual(['closed', 5 * million]);
    expect((outcomes as Body[]).map(({ what, reason: why, by }) => [what, why, by])).toEqual([
      ['shared', null, { sub: 'mia', via: 'http' }],
      ['acknowledged', 'Seen.', { sub: 'ada', via: 'http' }],
      ['disputed', 'The merger.', { sub: 'ada', via: 'http' }],
      ['resolved', 'One of two points.', { sub: 'eve', via: 'http' }],
      ['reopened', reason, { sub: 'hana', via: 'http' }],
      ['shared', null, { sub: 'mia', via: 'http' }],
      ['disputed', 'Only half.', { sub: 'ada', via: 'http' }],
      ['resolved', 'All of it is in now.', { sub: 'eve', via: 'http' }],
      ['closed', null, { sub: 'mia', via: 'http' }],
    ]);
  });

  it('F4: a handover keeps and weights both texts', async () => {
    const { cycleId, ada } = await opened();
    const cy = await house.reviewOf(cycleId, 'cy');
    const inviting = (by: ReviewedCompany['ada'], key: string, reviewer = 'bo') => {
      const asks = { role: 'peer', reviewer };
      return by.post(`/reviews/${ada}/invitations`, asks, { 'idempotency-key': key });
    };
    const asked = await inviting(house.mia, 'asks-bo');
    await house.settled();
    await house.take(house.mia, `/reviews/${ada}/sections`, managerSection(4, 'Until autumn.'));
    const begun = { ratings: [], texts: { summary: 'Begun in autumn.' } };
    await house.take(house.mia, `/reviews/${cy}/draft`, begun);
    const from = '2026-10-01';
    const lead = { post: 'second-lead', unit: 'sales', manager: 'chief', fte: 1, from };
    await house.directory('directory.PostEstablished.v1', lead);
    await house.directory('directory.PersonJoined.v1', { person: 'mo', post: 'second-lead', from });
    const line = { post: 'seller', line: 'solid', manager: 'second-lead', from };
    await house.directory('directory.ReportingLineChanged.v1', line);
    const beside = { ...line, post: 'second-seller' };
    await house.directory('directory.ReportingLineChanged.v1', beside);
    await house.settled();
    // What was only begun is not lost either.
    const drafted = await house.seen(cy, house.hr);
    expect(drafted).toMatchObject({ segments: [{ manager: 'mia', sealed: 'draft' }, {}] });
    expect(drafted?.['sections']).toMatchObject([
      { role: 'manager', author: 'mia', texts: { summary: 'Begun in autumn.' } },
    ]);
    const handed = await house.seen(ada, house.hr);
    expect(handed).toMatchObject({
      ...{ stage: 'opened', manager: 'mo' },
      segments: [
        { manager: 'mia', from: '2026-01-01', to: '2026-09-30', days: 273, sealed: 'submitted' },
        { manager: 'mo', from: '2026-10-01', to: '2026-12-31', days: 92, sealed: null },
      ],
    });
    const cutOff = await post(house.mia, `/reviews/${ada}/sections`, managerSection(1));
    expect(codeOf(cutOff)[0]).toBe('review/segment-sealed');
    // What she did before is told her again, as it was; and nothing else, and nobody else.
    const again = await inviting(house.mia, 'asks-bo');
    expect([again.status, again.body]).toEqual([200, { ...asked.body, replayed: true }]);
    expect(again.headers['etag']).toBe(asked.headers['etag']);
    const other = await inviting(house.mia, 'asks-bo', 'di');
    expect([other.status, codeOf(other)[0]]).toEqual([422, 'log/command-reused']);
    const anew = await inviting(house.mia, 'asks-bo-anew');
    expect([anew.status, codeOf(anew)[0]]).toEqual([403, 'permission/review-administer']);
    const [theirs, own] = [await inviting(house.cy, 'asks-bo'), await inviting(house.cy, 'cys')];
    expect([theirs.status, codeOf(theirs)]).toEqual([own.status, codeOf(own)]);
    expect([theirs.status, codeOf(theirs)[0]]).toEqual([404, 'review/not-found']);
    // The new one is blind to what the one before wrote, until the own section is in.
    const mo = house.as('mo');
    expect(await house.seen(ada, mo)).toMatchObject({
      sections: [],
      seenAs: ['manager', 'writer'],
    });
    await house.take(mo, `/reviews/${ada}/sections`, managerSection(3, 'Since autumn.'));
    const both = await house.seen(ada, mo);
    const texts = (both?.['sections'] as { texts: Body; author: string }[]).map((one) => [
      ...[one.author, one.texts['summary']],
    ]);
    expect(texts.toSorted()).toEqual([
      ['mia', 'Until autumn.'],
      ['mo', 'Since autumn.'],
    ]);
    // 273 days at 4 and 92 at 3: 3.7479…
    expect(both).toMatchObject({ rating: 3_750_000 });
    const back = { ...line, manager: 'sales-lead', from: '2027-01-04' };
    await house.directory('directory.ReportingLineChanged.v1', back);
    await house.settled();
    // After the period it stays with who answered in it, as long as they are here.
    expect(await house.seen(ada, house.hr)).toMatchObject({ manager: 'mo' });
    // For the tests to come, all is as it was.
    for (const id of ['seller', 'second-seller']) {
      const corrected = { of: { kind: 'post', id }, field: 'line:solid', from, to: null };
      await house.directory('directory.StructureCorrected.v1', corrected);
    }
    await house.settled();
  });

  it('F6: an override of a calculated score is its own event, both kept', async () => {
    const { cycleId, ada } = await opened();
    await house.take(house.mia, `/reviews/${ada}/invitations`, { role: 'peer', reviewer: 'di' });
    await house.take(house.mia, `/reviews/${ada}/sections`, managerSection(3));
    const reason = 'The merger in May is not in the goals.';
    const put = { from: 3 * million, to: 4 * million, reasonCode: 'circumstances', reason };
    await house.take(house.mia, `/reviews/${ada}/override`, put);
    // What follows of others is worked out anew, and undoes nothing.
    await house.take(house.di, `/reviews/${ada}/invitations/decline`, { role: 'peer' });
    await house.take(house.mia, `/reviews/${ada}/sections`, managerSection(2));
    expect(await house.seen(ada, house.mia)).toMatchObject({
      ...{ rating: 4 * million, score: { total: 2 * million } },
    });
    await house.take(house.hr, `/review-cycles/${cycleId}/calibrate`);
    await house.take(house.mia, `/reviews/${ada}/finalise`, { rating: 4 * million });
    expect(await house.seen(ada, house.hr)).toMatchObject({
      ...{ rating: 4 * million, score: { total: 2 * million } },
      overrides: [{ computed: 3 * million, from: 3 * million, to: 4 * million, reason }],
    });
  });

  it('is not overridden upon a rating that was not seen: of two at the same time one is taken', async () => {
    const { ada } = await opened();
    await house.take(house.mia, `/reviews/${ada}/sections`, managerSection(3));
    const put = (by: string, to: number) => {
      const reason = `By ${by}.`;
      return { from: 3 * million, to: to * million, reasonCode: 'circumstances', reason };
    };
    const path = `/reviews/${ada}/override`;
    const key = { 'idempotency-key': 'mia-puts' };
    const answers = await Promise.all([
      house.mia.post(path, put('mia', 4), key),
      house.hr.post(path, put('hr', 5)),
    ]);
    await house.settled();
    const [taken, refused] = answers.toSorted((one, other) => one.status - other.status);
    const { rating, overrides } = (await house.seen(ada, house.mia)) ?? {};
    expect([taken?.status, (overrides as Body[]).length]).toEqual([200, 1]);
    expect(refused?.status).toBe(409);
    expect(refused === undefined ? [] : codeOf(refused)).toEqual(['review/rating-moved', '/from']);
    const { errors } = refused?.body as { errors: { remedy: string }[] };
    expect(errors[0]?.remedy).toContain(`is ${String(rating)} millionths by now`);
    expect(errors[0]?.remedy).toContain(`you replace ${3 * million} millionths`);
    // Who has seen what stands puts another; the first one, sent again, is told that it was taken.
    const seen = { ...put('hr', 2), from: rating };
    await house.take(house.hr, path, seen);
    const again = await house.mia.post(path, put('mia', 4), key);
    const isFirst = answers[0]?.status === 200;
    expect([again.status, again.body['replayed']]).toEqual(
      isFirst ? [200, true] : [409, undefined],
    );
    const { from: _, ...blind } = put('hr', 4);
    const unnamed = await post(house.hr, path, blind);
    expect([unnamed.status, codeOf(unnamed)[1]]).toEqual([422, '/from']);
  });

  it('F15: a lock binds all; a change is a new revision, and its subject is told', async () => {
    const { cycleId, ada } = await opened();
    await house.take(house.mia, `/reviews/${ada}/sections`, managerSection(3));
    await house.take(house.hr, `/review-cycles/${cycleId}/calibrate`);
    await house.take(house.mia, `/reviews/${ada}/finalise`, { rating: 3 * million });
    const root = house.as('root', { roles: ['administrator', 'hr-partner'] });
    for (const by of [house.mia, house.hr, root, house.eve]) {
      const attempts: readonly (readonly [string, object])[] = [
        ['sections', managerSection(5)],
        ['override', { from: 3 * million, to: 5 * million, reasonCode: 'x', reason: 'y' }],
        ['finalise', { rating: 5 * million }],
        ['withdraw', { reason: 'y' }],
        ['not-rated', { cause: 'other' }],
        ['repin', { askedBy: 'mia', reason: 'y' }],
      ];
      for (const [act, body] of attempts) {
        const answer = await by.post(`/reviews/${ada}/${act}`, body);
        expect([act, [403, 409].includes(answer.status)]).toEqual([act, true]);
      }
    }
    const { position } = (await house.hr.get(`/reviews/${ada}`)).body;
    const reason = 'The dispute was right.';
    const own = await post(house.hr, `/reviews/${ada}/reopen`, { askedBy: 'hana', reason });
    expect(codeOf(own)).toEqual(['review/approves-own-request', '/askedBy']);
    for (const act of ['reopen', 'repin']) {
      const nobody = await post(house.hr, `/reviews/${ada}/${act}`, { askedBy: 'nobody', reason });
      expect([nobody.status, ...codeOf(nobody)]).toEqual([
        ...[422, 'review/unknown-person', '/askedBy'],
      ]);
    }
    await house.take(house.hr, `/reviews/${ada}/reopen`, { askedBy: 'mia', reason });
    expect(await house.seen(ada, house.hr)).toMatchObject({
      ...{ reviewRevision: 2, stage: 'manager-submitted', final: null },
    });
    const told = await house.seen(ada, house.ada);
    expect(told).toMatchObject({
      outcomes: [{ what: 'reopened', reason, askedBy: 'mia', by: { sub: 'hana' } }],
    });
    await house.take(house.mia, `/reviews/${ada}/sections`, managerSection(4));
    // Who puts the rating of a revision, or ends it, allows no other and judges no dispute.
    const put = { from: 4 * million, to: 5 * million, reasonCode: 'circumstances', reason };
    const alone = await post(house.hr, `/reviews/${ada}/override`, put);
    expect(codeOf(alone)).toEqual(['review/decides-own-approval', undefined]);
    const other = house.as('hugo', { roles: ['hr-partner'] });
    await house.take(other, `/reviews/${ada}/override`, put);
    await house.take(house.mia, `/reviews/${ada}/finalise`, { rating: 5 * million });
    const asked = await post(other, `/reviews/${ada}/reopen`, { askedBy: 'mia', reason });
    expect(codeOf(asked)).toEqual(['review/approver-is-author', undefined]);
    // Revision 1 is read as it was at the position of then.
    const first = await house.seen(ada, house.hr, `?asOf=${String(position)}`);
    expect(first).toMatchObject({ reviewRevision: 1, rating: 3 * million });
  });

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

  it('waits no more for who has left, and keeps what they have submitted', async () => {
    const { ada } = await opened({ peers: { mode: 'named', min: 1 } });
    for (const reviewer of ['di', 'ed', 'bo']) {
      await house.take(house.mia, `/reviews/${ada}/invitations`, { role: 'peer', reviewer });
    }
    await house.take(house.di, `/reviews/${ada}/sections`, peerSection(5, 'She taught us.'));
    for (const person of ['di', 'ed']) {
      await house.directory('directory.PersonLeft.v1', { person, from: '2027-01-04' });
    }
    await house.settled();
    const review = await house.seen(ada, house.hr);
    const stages = (review?.['invitations'] as Body[]).map(({ reviewer, stage }) => [
      reviewer,
      stage,
    ]);
    expect(stages).toEqual([
      ['di', 'submitted'],
      ['ed', 'lapsed'],
      ['bo', 'open'],
    ]);
    expect(review?.['sections']).toMatchObject([
      { author: 'di', texts: { keep: 'She taught us.' } },
    ]);
    for (const [person, post_] of [
      ['di', 'agent-two'],
      ['ed', 'agent-three'],
    ]) {
      const back = { person, post: post_, from: '2027-01-04' };
      await house.directory('directory.PersonJoined.v1', back);
    }
  });

  it('offers each what they may still write, and nothing once the server would refuse it', async () => {
    const { cycleId, ada } = await opened({ peers: { mode: 'named', min: 1 } });
    for (const [reviewer, due] of [
      ['cy', '2027-01-18'],
      ['di', '2027-01-19'],
    ]) {
      const asks = { role: 'peer', reviewer, due };
      await house.take(house.mia, `/reviews/${ada}/invitations`, asks);
    }
    await house.directory('directory.DelegationGranted.v1', {
      ...{ person: 'mia', delegation: 'd5', to: 'ed', from: '2027-01-01', until: '2027-01-31' },
      actions: ['review/lead', 'review/read-as-manager'],
    });
    await house.settled();
    const offered = async (by: ReviewedCompany['ada'], headers = {}) => {
      const { body } = await by.get(`/reviews/${ada}`, headers);
      return (body['review'] as Body | undefined)?.['writes'];
    };
    const lent = { 'on-behalf-of': 'mia' };
    expect(await offered(house.ed, lent)).toEqual({ role: 'manager', due: '2027-01-31' });
    expect(await offered(house.hr)).toBeNull();
    expect(await offered(house.di)).toEqual({ role: 'peer', due: '2027-01-19' });
    await house.take(house.di, `/reviews/${ada}/invitations/decline`, { role: 'peer' });
    expect(await offered(house.di)).toBeNull();
    await house.take(house.cy, `/reviews/${ada}/sections`, peerSection(4, 'The board.'));
    // What was written can be written anew; of an earlier point nothing is offered.
    expect(await offered(house.cy)).toEqual({ role: 'peer', due: '2027-01-18' });
    const { position } = (await house.cy.get(`/reviews/${ada}`)).body;
    expect(await house.seen(ada, house.cy, `?asOf=${String(position)}`)).toMatchObject({
      writes: null,
    });
    await house.take(house.hr, `/review-cycles/${cycleId}/calibrate`);
    const sections = [
      [house.ada, selfSection],
      [house.mia, managerSection()],
      [house.cy, peerSection(5, 'The board, again.')],
    ] as const;
    for (const [by, section] of sections) {
      expect(await offered(by)).toBeNull();
      const late = await post(by, `/reviews/${ada}/sections`, section);
      expect([section.role, codeOf(late)[0]]).toEqual([
        section.role,
        'review/cycle-not-collecting',
      ]);
    }
    // To who only writes it says that it is over, and nothing of how the review stands.
    expect(await house.seen(ada, house.cy)).toMatchObject({ stage: null, reviewRevision: null });
  });

  it('tells nobody but a named peer why they declined', async () => {
    const { ada } = await opened({ peers: { mode: 'named', min: 1 } });
    await house.take(house.mia, `/reviews/${ada}/invitations`, { role: 'peer', reviewer: 'bo' });
    const reason = 'I am ill.';
    await house.take(house.bo, `/reviews/${ada}/invitations/decline`, { role: 'peer', reason });
    await house.take(house.mia, `/reviews/${ada}/sections`, managerSection());
    for (const by of [house.bo, house.mia, house.hr, house.eve, house.auditor, house.ada]) {
      const read = await Promise.all(
        ['', '/story', '/rendered'].map(async (what) => by.get(`/reviews/${ada}${what}`)),
      );
      expect(read.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(JSON.stringify(read.map(({ body }) => body)).includes(reason)).toBe(by === house.bo);
    }
  });

  it('is found by whom it is about, who owes in it, and who leads it', async () => {
    const { cycleId, ada } = await opened();
    await house.take(house.mia, `/reviews/${ada}/invitations`, { role: 'peer', reviewer: 'bo' });
    const found = async (by: ReviewedCompany['ada'], query: string) => {
      const { body } = await by.get(`/reviews${query}`);
      return (body['items'] as Body[]).filter((one) => one['cycleId'] === cycleId);
    };
    expect(await found(house.ada, '')).toMatchObject([{ id: ada, seenAs: ['subject'] }]);
    const owed = await found(house.bo, '?owedBy=me');
    // Who is only asked is not told how it stands.
    expect(owed).toMatchObject([{ id: ada, stage: null, manager: null, seenAs: ['writer'] }]);
    const led = await found(house.mia, '?ledBy=me');
    expect(led.map(({ subject }) => subject).toSorted()).toEqual(['ada', 'cy']);
    expect(await found(house.bo, `?cycle=${cycleId}`)).toMatchObject([{ id: ada }]);
    expect(await found(house.di, `?cycle=${cycleId}`)).toEqual([]);
  });

  it('refuses what does not fit, each with field, rule and remedy', async () => {
    const { ada } = await opened();
    const invitations = `/reviews/${ada}/invitations`;
    const invite = (role: string, reviewer: string) =>
      house.mia.post(invitations, { role, reviewer });
    expect(codeOf(await invite('upward', 'bo'))).toEqual(['review/not-below', '/reviewer']);
    expect(codeOf(await invite('peer', 'nobody'))).toEqual(['review/unknown-person', '/reviewer']);
    expect(codeOf(await invite('boss', 'bo'))).toEqual(['request/invalid-body', '/role']);
    const mias = await house.reviewOf(
      String((await house.seen(ada, house.hr))?.['cycleId']),
      'mia',
    );
    const upward = await house.eve.post(`/reviews/${mias}/invitations`, {
      ...{ role: 'peer', reviewer: 'ada' },
    });
    expect(codeOf(upward)).toEqual(['review/not-a-peer', '/reviewer']);
    const half = { ...managerSection(), ratings: [{ item: 'result', rating: 4_500_000 }] };
    const off = await house.mia.post(`/reviews/${ada}/sections`, half);
    expect(codeOf(off)).toEqual(['review/off-the-scale', '/ratings/0/rating']);
    const long = { ...selfSection, texts: { proud: 7 } };
    const tooLong = await house.ada.post(`/reviews/${ada}/sections`, long);
    expect(codeOf(tooLong)).toEqual(['request/invalid-body', '/texts']);
    const key = { 'idempotency-key': 'one-section' };
    const first = await house.ada.post(`/reviews/${ada}/sections`, selfSection, key);
    const again = await house.ada.post(`/reviews/${ada}/sections`, selfSection, key);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body['revision']).toBe(first.body['revision']);
    const stale = { 'if-match': '"0"' };
    const old = await house.ada.post(`/reviews/${ada}/sections`, selfSection, stale);
    expect([old.status, codeOf(old)[0]]).toEqual([412, 'log/stale-revision']);
  });

  it('has its text sealed wherever it lies, and is nothing to another tenant', async () => {
    const { ada } = await opened();
    await house.take(house.mia, `/reviews/${ada}/sections`, managerSection(4, 'Between the two.'));
    const { facts } = await house.log.readAll(null, { limit: 5_000, context: 'reviews' });
    const bodies = facts.map(({ body }) => body).join('\n');
    expect(bodies).toContain('SectionSubmitted');
    expect(bodies).not.toContain('Between the two.');
    const stranger = house.as('mia', { tenant: 'other', roles: ['hr-partner', 'auditor'] });
    expect((await stranger.get(`/reviews/${ada}`)).status).toBe(404);
    const written = await stranger.post(`/reviews/${ada}/sections`, managerSection());
    expect(written.status).toBe(404);
  });

  it('is looked through once for all facts that one look has seen, and again the next day', async () => {
    const looking = house.web.app.get(ReviewLooking, { strict: false });
    const { access } = house.web.app.get<ReviewsPorts>(reviewsPorts, { strict: false });
    await house.settled();
    const known = access.position() as Position;
    await looking.handOver('acme');
    expect(looking.hasHandedOver('acme', known)).toBe(true);
    expect(looking.hasHandedOver('zeta', known)).toBe(false);
    await house.directory('directory.PersonJoined.v1', {
      person: 'new',
      post: null,
      from: '2026-01-01',
    });
    await house.settled();
    const later = access.position() as Position;
    expect(later > known).toBe(true);
    await looking.handOver('acme');
    expect(looking.hasHandedOver('acme', later)).toBe(true);
    house.clock.set('2027-01-05T00:00:00.000Z');
    expect(looking.hasHandedOver('acme', later)).toBe(false);
  });

  it('is looked at once it is open, and not where its cycle was launched', async () => {
    const { cycleId } = await opened();
    const late = { person: 'late', post: 'seller', from: '2026-01-01' };
    await house.directory('directory.PersonJoined.v1', late);
    await house.settled();
    await house.take(house.hr, `/review-cycles/${cycleId}/late-joiners`, { person: 'late' });
    const looks: Position[] = [];
    const looking = {
      handOver: async (_: string, cause?: { readonly position: Position }) => {
        looks.push(cause?.position ?? ('' as Position));
      },
    } as ReviewLooking;
    const found = <Found>(token: Type<Found> | symbol) => {
      return house.web.app.get<Found>(token, { strict: false });
    };
    const bus = found(CommandBus);
    const reactions = new ReviewingReactions(bus, found<ReviewsPorts>(reviewsPorts), looking);
    const { facts } = await house.log.readAll(null, { limit: 5_000, context: 'reviews' });
    const passes = gate(reviewsCodec, publish);
    const published = facts.flatMap((one) => passes.publish(one) ?? []) as PublishedFact<never>[];
    const told = (type: string) => {
      return published.filter((one) => {
        return one.type === `reviews.${type}.v1` && (one.data as Body)['cycleId'] === cycleId;
      });
    };
    const [launched, joined] = [told('CycleLaunched'), told('LateJoinerAdded')];
    const positions = told('ReviewOpened').map(({ position }) => position);
    // Delivered again, as after a crash: what is open already is found where it is.
    await reactions.launched(launched);
    await reactions.joined(joined);
    expect([launched.length, joined.length, positions.length]).toEqual([1, 1, 5]);
    expect(looks).toEqual([positions.at(-2), positions.at(-1)]);
    expect(positions.every((one) => one > String(launched[0]?.position))).toBe(true);
    await house.directory('directory.PersonLeft.v1', { person: 'late', from: '2027-01-05' });
  });

  it('waits for nobody once a day is over everywhere, or the cycle has gone on', async () => {
    const turns = house.web.app.get(ReviewTurns);
    const { cycleId, ada } = await opened({ peers: { mode: 'named', min: 1 } });
    const cy = await house.reviewOf(cycleId, 'cy');
    const stages = async (id: string) => {
      await turns.look();
      await house.settled();
      const review = await house.seen(id, house.hr);
      return [review?.['stage'], ...(review?.['invitations'] as Body[]).map(({ stage }) => stage)];
    };
    await house.take(house.mia, `/reviews/${ada}/invitations`, { role: 'peer', reviewer: 'bo' });
    const later = { role: 'peer', reviewer: 'bo', due: '2027-03-31' };
    await house.take(house.mia, `/reviews/${cy}/invitations`, later);
    house.clock.set('2027-01-21T11:59:59.999Z');
    expect(await stages(ada)).toEqual(['opened', 'open']);
    house.clock.set('2027-01-21T12:00:00.000Z');
    expect(await stages(ada)).toEqual(['opened', 'lapsed']);
    expect(await stages(cy)).toEqual(['opened', 'open']);
    await house.take(house.mia, `/reviews/${ada}/sections`, managerSection());
    await house.take(house.hr, `/review-cycles/${cycleId}/calibrate`);
    expect(await stages(cy)).toEqual(['opened', 'lapsed']);
    await house.take(house.mia, `/reviews/${ada}/finalise`, { rating: 4 * million });
    await ended(cycleId);
    for (const step of ['lock', 'release']) {
      await house.take(house.hr, `/review-cycles/${cycleId}/${step}`);
    }
    await house.take(house.mia, `/reviews/${ada}/share`);
    house.clock.set('2027-03-01T11:59:59.999Z');
    expect((await stages(ada))[0]).toBe('shared');
    house.clock.set('2027-03-01T12:00:00.000Z');
    expect((await stages(ada))[0]).toBe('unacknowledged');
  });
});
