import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { factCodec, type FactCodec } from '@plumbline/event-log';
import { company, type Caller, type Company } from '@plumbline/feedback/testing';
import { createSealer } from '@plumbline/privacy';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import * as session from '../calibration-session/calibration-session.histories.ts';
import { calibrationStream } from '../calibration.facts.ts';
import { cycleStream, reviewStream } from '../cycles.facts.ts';
import * as cycles from '../cycle/cycle.histories.ts';
import { reviewsCodec } from '../facts.ts';
import { reviewsService } from '../reviews.service.ts';
import * as the from '../review/review.histories.ts';

interface AnyFact {
  readonly type: string;
  readonly act: string;
  readonly at: string;
}
type Item = Readonly<Record<string, unknown>>;

let house: Company;
beforeAll(async () => {
  house = await company('2027-01-10T09:00:00.000Z', [reviewsService]);
  await record(reviewStream('acme', the.reviewId), [the.opened, the.invited]);
  await record(calibrationStream('acme', session.sessionId), [session.convened]);
});
afterAll(() => house.close());

const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: randomBytes(32) });
/** As the directory stores it. */
const zoneCodec = factCodec<AnyFact>({ context: 'directory', versions: { ZoneChosen: 1 } });
const ends = new Map<string, number>();

/** Puts facts into the log as commands would. */
async function record(
  stream: string,
  facts: readonly AnyFact[],
  codec: Pick<FactCodec<AnyFact>, 'encode'> = reviewsCodec as never,
): Promise<void> {
  for (const fact of facts) {
    const { act: commandId, at: effectiveAt } = fact;
    const context = {
      ...{ tenant: 'acme', actor: { sub: 'x', via: 'test' }, commandId, fingerprint: 'f' },
      ...{ effectiveAt, correlationId: 'x', causationId: 'x', stream },
    };
    const end = ends.get(stream) ?? -1;
    await house.log.append({
      ...{ tenant: 'acme', stream, commandId, fingerprint: 'f' },
      facts: await codec.encode([fact], context, sealer),
      expected: end < 0 ? 'none' : end,
    });
    ends.set(stream, end + 1);
  }
  await house.settled();
}

async function tasks(by: Caller, query = ''): Promise<readonly Item[]> {
  const { status, body } = await by.get(`/tasks${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body['items'] as Item[];
}
const named = (items: readonly Item[]) => items.map(({ what, who }) => `${what} ${who}`);

describe('what is due', () => {
  it('is listed for whoever has to do it, with whom it is about and by when', async () => {
    expect(await tasks(house.ada)).toEqual([
      {
        id: `${the.reviewId}/self/${the.opened.at}`,
        ...{ what: 'self', who: 'ada', review: the.reviewId, session: null, subject: 'ada' },
        ...{ cycle: the.opening.cycleId, since: the.opened.at, due: '2027-01-15' },
        ...{ standing: 'open', endedAt: null, zone: 'UTC', daysLeft: 5, overdue: false },
      },
    ]);
    expect(named(await tasks(house.cy))).toEqual(['peer cy', 'calibrate cy']);
    expect(await tasks(house.bo)).toEqual([]);
  });

  it('is overdue when the day is over where that person lives', async () => {
    house.clock.set('2027-01-15T23:00:00.000Z');
    expect(await tasks(house.ada, '?overdue=true')).toEqual([]);
    const act = 'act-zone';
    const zone = { act, person: 'ada', at: '2027-01-15T22:00:00.000Z', zone: 'Asia/Tokyo' };
    await record('directory.person-acme.ada', [{ type: 'ZoneChosen', ...zone }], zoneCodec);
    expect(await tasks(house.ada, '?overdue=true')).toMatchObject([
      { what: 'self', zone: 'Asia/Tokyo', daysLeft: -1, overdue: true },
    ]);
    expect(await tasks(house.ada, '?overdue=false')).toEqual([]);
  });

  it('of a team is listed for its manager, but for what was asked of peers', async () => {
    expect(named(await tasks(house.mia, '?whose=team'))).toEqual(['self ada', 'calibrate cy']);
    expect(named(await tasks(house.mia, '?whose=person:cy'))).toEqual(['calibrate cy']);
    expect(named(await tasks(house.eve, '?whose=person:cy'))).toEqual(['calibrate cy']);
    expect(
      named(await tasks(house.as('hana', { roles: ['hr-partner'] }), '?whose=person:ada')),
    ).toEqual(['self ada']);
  });

  it('of peers is not listed for who stands in for them', async () => {
    await house.directory('directory.DelegationGranted.v1', {
      ...{ person: 'cy', delegation: 'd1', to: 'bo', from: '2027-01-01', until: '2027-02-28' },
      actions: null,
    });
    for (const query of ['', '?whose=person:cy', '?standing=all']) {
      const { status, body } = await house.bo.get(`/tasks${query}`, { 'on-behalf-of': 'cy' });
      expect([status, named(body['items'] as Item[])]).toEqual([200, ['calibrate cy']]);
    }
    expect(named(await tasks(house.cy))).toEqual(['peer cy', 'calibrate cy']);
  });

  it.each(['bo', 'aud', 'root'])('of others is not listed for %s', async (sub) => {
    const roles = { bo: [], aud: ['auditor'], root: ['administrator'] }[sub] ?? [];
    const caller = house.as(sub, { roles });
    const answer = await caller.get('/tasks?whose=person:ada');
    expect([answer.status, answer.body['code']]).toEqual([403, 'permission/task-read']);
    expect(await tasks(caller, '?whose=team')).toEqual([]);
  });

  it('waits for the cycle to be calibrating, and is looked back at', async () => {
    const { cycleId } = the.opening;
    const steps = [cycles.planned, cycles.launched].map((fact) => ({ ...fact, cycleId }));
    await record(cycleStream('acme', cycleId), steps);
    await record(reviewStream('acme', the.reviewId), [the.managerSubmitted, the.reviewScored]);
    const about = (items: readonly Item[]) =>
      named(items.filter(({ review }) => review === the.reviewId));
    expect(about(await tasks(house.mia))).toEqual([]);
    expect(about(await tasks(house.mia, '?standing=waiting'))).toEqual(['finalise mia']);
    expect(about(await tasks(house.mia, '?standing=done'))).toEqual(['manager mia']);
    const all = await tasks(house.mia, '?standing=all');
    expect(about(all)).toEqual(['manager mia', 'finalise mia']);
  });

  it('about a review is not listed for whom it is about, but what they do themselves', async () => {
    const about = (items: readonly Item[]) =>
      named(items.filter(({ review }) => review === the.reviewId));
    const ofMia = '?whose=person:mia&standing=all';
    expect(about(await tasks(house.eve, ofMia))).toEqual(['manager mia', 'finalise mia']);
    // By a role, by standing in for who does it, and by standing in for who is above them.
    const ada = house.as('ada', { roles: ['hr-partner'] });
    expect(about(await tasks(ada, ofMia))).toEqual([]);
    for (const [person, query] of [
      ['mia', '?standing=all'],
      ['eve', '?whose=team&standing=all'],
    ] as const) {
      await house.directory('directory.DelegationGranted.v1', {
        ...{ person, delegation: `of-${person}`, to: 'ada', from: '2027-01-01' },
        ...{ until: '2027-02-28', actions: null },
      });
      const { status, body } = await house.ada.get(`/tasks${query}`, { 'on-behalf-of': person });
      expect([status, about(body['items'] as Item[])]).toEqual([200, []]);
    }
    expect(about(await tasks(house.ada, '?standing=all'))).toEqual(['self ada']);
  });

  it('is for HR partners in whose scope somebody disputes', async () => {
    const ended = [the.finalised, the.shared, the.disputed];
    await record(reviewStream('acme', the.reviewId), ended);
    const hr = house.as('hana', { roles: ['hr-partner'] });
    expect(await tasks(hr, '?whose=hr')).toMatchObject([
      { what: 'resolve', who: null, subject: 'ada', due: null, daysLeft: null, overdue: false },
    ]);
    expect(await tasks(house.mia, '?whose=hr')).toEqual([]);
    expect(await tasks(house.as('ada', { roles: ['hr-partner'] }), '?whose=hr')).toEqual([]);
    // She wrote in it and finalised it: as a party she does not judge.
    expect(await tasks(house.as('mia', { roles: ['hr-partner'] }), '?whose=hr')).toEqual([]);
  });

  it('is to correct, for an HR partner who may, what a dispute was right about', async () => {
    const hr = house.as('hana', { roles: ['hr-partner'] });
    await record(reviewStream('acme', the.reviewId), [the.resolved]);
    expect(await tasks(hr, '?whose=hr')).toMatchObject([
      { what: 'correct', who: null, review: the.reviewId, subject: 'ada', standing: 'open' },
    ]);
    const whose = '?whose=hr';
    const party = house.as('mia', { roles: ['hr-partner'] });
    expect(await tasks(party, whose)).toEqual([]);
    expect(await tasks(house.as('ada', { roles: ['hr-partner'] }), whose)).toEqual([]);
    await record(reviewStream('acme', the.reviewId), [the.reopened]);
    expect(await tasks(hr, whose)).toEqual([]);
    expect(named(await tasks(hr, `${whose}&standing=done`))).toEqual([
      ...['resolve null', 'correct null'],
    ]);
  });

  it('is of its tenant', async () => {
    expect(await tasks(house.as('ada', { tenant: 'other' }))).toEqual([]);
  });

  it.each([
    ['?whose=everybody', '?whose'],
    ['?whose=person:a%20b', '?whose'],
    ['?standing=late', '?standing'],
    ['?overdue=yes', '?overdue'],
  ])('has a shape: %s names %s', async (query, field) => {
    const { status, body } = await house.ada.get(`/tasks${query}`);
    expect(status).toBe(400);
    expect((body['errors'] as { field: string }[]).map((one) => one.field)).toContain(field);
  });
});
