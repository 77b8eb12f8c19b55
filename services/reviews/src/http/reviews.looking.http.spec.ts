import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { gate, type PublishedFact } from '@plumbline/feed';
import type { Position } from '@plumbline/kernel';
import { reviewsCodec } from '../facts.ts';
import { ReviewLooking } from '../reviewing.looking.ts';
import { ReviewingReactions } from '../reviewing.reactions.ts';
import { ReviewTurns } from '../reviewing.turns.ts';
import { reviewsPorts, type ReviewsPorts } from '../reviews.ports.ts';
import { publish } from '../reviews.publish.ts';
import {
  codeOf,
  managerSection,
  million,
  peerSection,
  reviewedCompany,
  reviewSteps,
} from './reviewing.testing.ts';
import type { Body, ReviewedCompany } from './reviewing.testing.ts';

let house: ReviewedCompany;
beforeAll(async () => {
  house = await reviewedCompany();
});
afterAll(() => house.close());

const { post, opened, ended } = reviewSteps(() => house);

describe('a review, as people and days go,', () => {
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
