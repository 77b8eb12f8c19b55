import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  codeOf,
  managerSection,
  million,
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

const { post, opened, ended } = reviewSteps(() => house);

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
});
