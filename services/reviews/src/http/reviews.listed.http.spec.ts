import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  codeOf,
  managerSection,
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

describe('a review, as it is offered and found,', () => {
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

  it('is found within a cycle, and by one of the others alone', async () => {
    const [{ cycleId, ada }, other] = [await opened(), await opened()];
    for (const { ada: of } of [{ ada }, other]) {
      await house.take(house.mia, `/reviews/${of}/invitations`, { role: 'peer', reviewer: 'bo' });
    }
    const found = async (by: ReviewedCompany['ada'], query: string) => {
      const { body } = await by.get(`/reviews?cycle=${cycleId}&${query}&limit=100`);
      return (body['items'] as Body[]).map((one) => [one['cycleId'], one['subject']]).toSorted();
    };
    const [adas, cys] = ['ada', 'cy'].map((subject) => [cycleId, subject]);
    expect(await found(house.mia, 'ledBy=me')).toEqual([adas, cys]);
    expect(await found(house.bo, 'owedBy=me')).toEqual([adas]);
    expect(await found(house.hr, 'subject=ada')).toEqual([adas]);
    for (const [query, field] of [
      ['owedBy=me&ledBy=me', '?ledBy'],
      ['subject=ada&owedBy=me', '?owedBy'],
      ['subject=ada&ledBy=me&owedBy=me', '?owedBy'],
    ] as const) {
      const { status, body } = await house.hr.get(`/reviews?${query}`);
      expect([status, body]).toMatchObject([
        422,
        { code: 'review/two-filters', errors: [{ field, rule: 'either-or' }] },
      ]);
    }
  });
});
