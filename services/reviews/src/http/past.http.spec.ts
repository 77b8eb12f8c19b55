import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, company, type Body, type Caller, type Company } from '@plumbline/feedback/testing';
import { reviewsService } from '../reviews.service.ts';

let house: Company;
let hr: Caller;
let importer: Caller;
let auditor: Caller;
beforeAll(async () => {
  house = await company('2026-06-01T09:00:00.000Z', [reviewsService]);
  hr = house.as('hana', { roles: ['hr-partner'] });
  importer = house.as('imp', { roles: ['importer'] });
  auditor = house.as('aud', { roles: ['auditor'] });
});
afterAll(() => house.close());

const year = { from: '2025-01-01', to: '2025-12-31', scale: { min: 1, max: 5 } };
const line = (person: string, rating?: number, more: object = {}) => {
  return { key: `fy25 ${person}`, cycle: 'fy25', person, ...year, rating, ...more };
};
const imported = async (lines: readonly object[], by = importer, query = '') => {
  const answers = await by.lines(`/past-reviews/import${query}`, lines);
  await house.settled();
  return answers.slice(0, -1);
};
const statuses = (answers: readonly Body[]) => answers.map(({ status }) => status);
const problems = (answers: readonly Body[]) =>
  answers.map(({ problem }) => {
    const { code, errors } = problem as { code: string; errors?: { field: string }[] };
    return [code, errors?.[0]?.field];
  });
const shown = async (by: Caller, query = '?cycle=fy25') =>
  (await by.get(`/past-reviews${query}`)).body['items'] as Body[];

describe('a finished cycle', () => {
  const lines = [
    ...[line('eve', 4), line('mia', 3.5), line('ada', 3.62), line('cy', 3), line('bo')],
  ];

  it('is tried, brought in, and brought in again without a change', async () => {
    const before = await house.log.head();
    expect(statuses(await imported(lines, importer, '?dryRun=true'))).toEqual(
      lines.map(() => 'recorded'),
    );
    expect(await house.log.head()).toBe(before);
    expect(statuses(await imported(lines))).toEqual(lines.map(() => 'recorded'));
    const after = await house.log.head();
    for (const by of [importer, hr]) {
      expect(statuses(await imported(lines, by))).toEqual(lines.map(() => 'unchanged'));
    }
    expect(await house.log.head()).toBe(after);
    expect(await shown(house.ada)).toMatchObject([
      { person: 'ada', cycle: 'fy25', from: '2025-01-01', rating: 3_620_000, corrections: [] },
    ]);
  });

  it('has one result of a person: another one is refused, and so is who is not known', async () => {
    const wrong = [line('ada', 4), line('nobody', 3), line('ada', 3.62, { to: '2026-12-31' })];
    const answers = await imported(wrong);
    expect(statuses(answers)).toEqual(['refused', 'refused', 'refused']);
    expect(problems(answers)).toEqual([
      ['past-review/another-result', '/rating'],
      ['past-review/unknown-person', '/person'],
      ['past-review/another-result', '/rating'],
    ]);
    expect(problems(await imported([line('nobody', 3)], importer, '?dryRun=true'))).toEqual([
      ['past-review/unknown-person', '/person'],
    ]);
  });

  it('has ratings that are kept to the last digit, or refused', async () => {
    const cycle = { cycle: 'fine' };
    const answers = await imported([
      line('ada', 3.000001, cycle),
      line('bo', 3.0000001, cycle),
      line('cy', 6, cycle),
      line('mia', 3, { ...cycle, scale: { min: 1, max: 1e300 } }),
      { ...line('eve', 3, cycle), mood: 1 },
      line('eve', 3, { cycle: 'a b' }),
    ]);
    expect(statuses(answers)).toEqual(['recorded', ...Array.from({ length: 5 }, () => 'refused')]);
    expect(problems(answers.slice(1))).toEqual([
      ['request/invalid-body', '/rating'],
      ['past-review/rating-off-the-scale', '/rating'],
      ['request/invalid-body', '/scale/max'],
      ['request/invalid-body', '/mood'],
      ['request/invalid-body', '/cycle'],
    ]);
  });

  it('is read one by one by whom it is of and those above, who leave a trace, and not beside', async () => {
    const people = async (by: Caller) => (await shown(by)).map(({ person }) => person).toSorted();
    expect(await people(house.cy)).toEqual(['cy']);
    expect(await people(house.mia)).toEqual(['ada', 'cy', 'mia']);
    expect(await people(auditor)).toEqual(['ada', 'bo', 'cy', 'eve', 'mia']);
    expect(await people(importer)).toEqual([]);
    const [ofBo] = await shown(hr, '?person=bo');
    expect(ofBo).toMatchObject({ person: 'bo', rating: null });
    const path = `/past-reviews/${String(ofBo?.['id'])}`;
    expect((await house.bo.get(path)).status).toBe(200);
    expect((await house.cy.get(path)).status).toBe(404);
    expect((await house.cy.post(`${path}/correct`, { rating: null, reason: 'So' })).status).toBe(
      404,
    );
    const { facts } = await house.log.readAll(null, { limit: 1_000, context: 'access' });
    const looks = facts.map(({ body }) => body).filter((body) => body.includes('past-review/read'));
    expect(looks.some((body) => body.includes('"mia"') && body.includes('"ada"'))).toBe(true);
  });

  it('is read by no delegate of whom it is of, but by one of the manager', async () => {
    for (const person of ['ada', 'mia']) {
      const given = { person, delegation: `d-${person}`, to: 'bo', actions: null };
      const days = { from: '2026-01-01', until: '2026-12-31' };
      await house.directory('directory.DelegationGranted.v1', { ...given, ...days });
    }
    await house.settled();
    const [ofAda] = await shown(house.ada);
    const asks = async (principal: string) => {
      const behalf = { 'on-behalf-of': principal };
      const list = await house.bo.get('/past-reviews?cycle=fy25', behalf);
      const one = await house.bo.get(`/past-reviews/${String(ofAda?.['id'])}`, behalf);
      return [(list.body['items'] as Body[]).map(({ person }) => person).toSorted(), one.status];
    };
    expect(await asks('ada')).toEqual([[], 404]);
    expect(await asks('mia')).toEqual([['ada', 'cy'], 200]);
  });

  it('is counted, and of few it is told that there are some', async () => {
    await imported(['eve', 'mia', 'ada', 'cy', 'bo'].map((one) => line(one, 4, { cycle: 'all' })));
    const of = async (cycle: string, by = hr) => (await by.get(`/past-cycles/${cycle}`)).body;
    expect(await of('all')).toMatchObject({
      pastCycle: {
        ...{ cycle: 'all', from: '2025-01-01', to: '2025-12-31', notRated: 0 },
        scales: [
          {
            ...{ scale: { min: 1_000_000, max: 5_000_000 }, tier: 'indicative', n: 5 },
            ratings: [{ rating: 4_000_000, count: 5 }],
          },
        ],
      },
    });
    expect(await of('fy25')).toMatchObject({
      pastCycle: { notRated: null, scales: [{ tier: 'hidden', n: null, ratings: null }] },
    });
    expect((await hr.get('/past-cycles/none')).status).toBe(404);
    expect((await house.eve.get('/past-cycles/all')).status).toBe(403);
  });
});

describe('a result that was wrong', () => {
  it('is corrected with a reason, which is sealed, and the one before stays', async () => {
    const [ofCy] = await shown(hr, '?person=cy&cycle=fy25');
    const path = `/past-reviews/${String(ofCy?.['id'])}`;
    const reason = 'The file had the year before.';
    expect((await house.mia.post(`${path}/correct`, { rating: null, reason })).status).toBe(403);
    const stale = await hr.post(`${path}/correct`, { rating: 4e6, reason }, { 'if-match': '"7"' });
    expect(stale.status).toBe(412);
    const done = await hr.post(`${path}/correct`, { rating: 4_000_000, reason });
    expect([done.status, done.body['changed']]).toEqual([200, true]);
    await house.settled();
    expect((await house.cy.get(path)).body['pastReview']).toMatchObject({
      ...{ rating: 4_000_000, revision: 1 },
      corrections: [{ from: 3_000_000, to: 4_000_000, reason, by: { sub: 'hana' } }],
    });
    expect(statuses(await imported([line('cy', 3)]))).toEqual(['unchanged']);
    const { facts } = await house.log.readAll(null, { limit: 1_000, context: 'reviews' });
    expect(facts.map(({ body }) => body).join('')).not.toContain(reason);
    const off = await hr.post(`${path}/correct`, { rating: 9_000_000, reason });
    expect(codeOf(off)).toEqual(['past-review/rating-off-the-scale', '/rating']);
    const nowhere = '/past-reviews/7f6d1f5c-2a63-5b7e-9c5f-0e1d2c3b4a59/correct';
    expect((await hr.post(nowhere, { rating: null, reason })).status).toBe(404);
  });

  it('is not corrected, brought in or seen from another tenant, nor by whom it is of', async () => {
    const [ofAda] = await shown(hr, '?person=ada&cycle=fy25');
    const path = `/past-reviews/${String(ofAda?.['id'])}`;
    const asAda = house.as('ada', { roles: ['hr-partner'] });
    const own = await asAda.post(`${path}/correct`, { rating: 5_000_000, reason: 'Me' });
    expect(codeOf(own)[0]).toBe('permission/own-record');
    const stranger = house.as('hana', { tenant: 'other', roles: ['hr-partner'] });
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.get('/past-cycles/all')).status).toBe(404);
    const refused = await stranger.lines('/past-reviews/import', [line('ada', 3)]);
    expect(problems(refused.slice(0, 1))).toEqual([['past-review/unknown-person', '/person']]);
    const [problem] = await house.mia.lines('/past-reviews/import', [line('ada', 3)]);
    expect(problem).toMatchObject({ status: 403, code: 'permission/past-review-import' });
  });
});
