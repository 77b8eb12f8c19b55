import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@plumbline/event-log';
import { codeOf, company, type Body, type Caller, type Company } from '@plumbline/feedback/testing';
import { reviewsService } from '../reviews.service.ts';
import { yearlyPack, yearlyTemplate, yearlyWords } from '../settings.examples.ts';

let house: Company;
let hr: Caller;
beforeAll(async () => {
  house = await company('2026-06-01T09:00:00.000Z', [reviewsService]);
  hr = house.as('hana', { roles: ['hr-partner'] });
});
afterAll(() => house.close());

const sha256 = (document: unknown) =>
  createHash('sha256').update(canonicalJson(document)).digest('hex');
const template = (change: object = {}) => ({ ...yearlyTemplate, words: yearlyWords, ...change });
const found = async (path: string, by = house.cy): Promise<Body> => {
  await house.settled();
  const { status, body } = await by.get(path);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};

describe('a rule pack', () => {
  const other = (change: object = {}) => ({ ...yearlyPack, name: 'half-year', ...change });

  it('is published in versions, and read whole by everybody, with the hash that pins it', async () => {
    const made = await hr.post('/rule-packs', yearlyPack);
    expect([made.status, made.body['id'], made.headers['location']]).toEqual([
      ...[201, 'yearly', '/rule-packs/yearly/versions/1'],
    ]);
    expect((await hr.post('/rule-packs', { ...yearlyPack, version: 2, daysMin: 30 })).status).toBe(
      201,
    );
    expect(await found('/rule-packs/yearly')).toMatchObject({
      rulePack: {
        ...{ id: 'yearly', newest: 2, revision: 1 },
        versions: [{ version: 1, by: { sub: 'hana' } }, { version: 2 }],
      },
    });
    const { rulePackVersion } = await found('/rule-packs/yearly/versions/1');
    expect(rulePackVersion).toMatchObject({ pack: yearlyPack, hash: sha256(yearlyPack) });
    const { items } = await found('/rule-packs');
    expect(items).toMatchObject([{ id: 'yearly', newest: 2 }]);
  });

  it('once published is never another one, and the same again changes nothing', async () => {
    await house.made(hr.post('/rule-packs', other()));
    const again = await hr.post('/rule-packs', other());
    expect([again.status, again.body['changed']]).toEqual([201, false]);
    const changed = await hr.post('/rule-packs', other({ daysMin: 1 }));
    expect(codeOf(changed)).toEqual(['rule-pack/version-taken', '/version']);
    const later = await hr.post('/rule-packs', other({ version: 3 }));
    expect(codeOf(later)).toEqual(['rule-pack/version-not-next', '/version']);
  });

  it('is published by HR partners of the whole company, and is of its tenant', async () => {
    for (const by of [house.eve, house.as('aud', { roles: ['auditor', 'administrator'] })]) {
      const answer = await by.post('/rule-packs', other({ name: 'mine' }));
      expect([answer.status, codeOf(answer)[0]]).toEqual([
        403,
        'permission/review-settings-publish',
      ]);
    }
    const stranger = house.as('hana', { tenant: 'other', roles: ['hr-partner'] });
    expect((await stranger.get('/rule-packs/yearly')).status).toBe(404);
    expect((await stranger.get('/rule-packs/yearly/versions/1')).status).toBe(404);
  });

  const { all, goals } = yearlyPack.parts;
  it.each<[object, string, string]>([
    [{ name: 'Half year' }, 'request/invalid-body', '/name'],
    [{ parts: [] }, 'request/invalid-body', '/parts'],
    [{ parts: { all: null } }, 'request/invalid-body', '/parts'],
    [{ parts: { all: [] } }, 'request/invalid-body', '/parts/all/kind'],
    [{ parts: { all: { kind: 'sum', of: [] } } }, 'request/invalid-body', '/parts/all/kind'],
    [
      { parts: { all, goals: { ...goals, bonus: 1 } } },
      'request/invalid-body',
      '/parts/goals/bonus',
    ],
    [{ parts: { 'a/b': { kind: 'most', of: 7 } } }, 'request/invalid-body', '/parts/a~1b/of'],
    [{ parts: { a: { kind: 'least', of: [1] } } }, 'request/invalid-body', '/parts/a/of/0'],
    [
      { parts: { a: { kind: 'weighed', of: [{ part: 'b', weight: 0.5 }] } } },
      ...(['request/invalid-body', '/parts/a/of/0/weight'] as const),
    ],
    [
      { parts: { a: { kind: 'rated', scale: { min: 0, max: '9' }, ratingsMin: 1 } } },
      ...(['request/invalid-body', '/parts/a/scale/max'] as const),
    ],
    [{ total: 'nothing' }, 'rule-pack/part-not-found', '/total'],
    [{ bonus: 1 }, 'request/invalid-body', '/bonus'],
  ])('refuses %j', async (wrong, code, field) => {
    const answer = await hr.post('/rule-packs', other({ name: 'wrong', ...wrong }));
    expect([answer.status, ...codeOf(answer)]).toEqual([422, code, field]);
  });
});

describe('a template', () => {
  it('is published in versions, and read whole with its words, which its hash is of', async () => {
    const made = await hr.post('/review-templates', template());
    expect([made.status, made.headers['location']]).toEqual([
      ...[201, '/review-templates/yearly/versions/1'],
    ]);
    const words = { ...yearlyWords, 'title.en': 'Another year' };
    await house.made(hr.post('/review-templates', template({ version: 2, words })));
    expect(await found('/review-templates/yearly')).toMatchObject({
      reviewTemplate: {
        ...{ id: 'yearly', newest: 2, titles: { 'title.en': 'Another year' }, revision: 1 },
        versions: [{ version: 1, by: { sub: 'hana' } }, { version: 2 }],
      },
    });
    const { reviewTemplateVersion: first } = await found('/review-templates/yearly/versions/1');
    expect(first).toMatchObject({
      ...{ template: yearlyTemplate, words: yearlyWords },
      hash: sha256({ template: yearlyTemplate, words: yearlyWords }),
    });
    const { items } = await found('/review-templates');
    expect(items).toMatchObject([{ id: 'yearly', newest: 2 }]);
  });

  it('has its words sealed wherever they lie', async () => {
    const { facts } = await house.log.readAll(null, { limit: 1_000, context: 'reviews' });
    const written = facts.map(({ body }) => body).join('\n');
    expect(written).toContain('TemplatePublished');
    expect(written).not.toContain('proud of');
  });

  it.each<[object, string, string]>([
    [{ languages: 'en' }, 'request/invalid-body', '/languages'],
    [{ sections: [{ role: 'boss', items: [] }] }, 'request/invalid-body', '/sections/0/role'],
    [
      {
        sections: [
          { role: 'manager', items: [{ id: 'a', kind: 'text', required: true, part: 'm' }] },
        ],
      },
      ...(['request/invalid-body', '/sections/0/items/0/part'] as const),
    ],
    [{ words: { 'title.en': 7 } }, 'request/invalid-body', '/words'],
    [{ inputs: [{ part: 'goals', from: 'weather' }] }, 'request/invalid-body', '/inputs/0/from'],
    [{ sections: [] }, 'template/no-manager', '/sections'],
    [{ defaultLanguage: 'fr' }, 'template/default-language', '/defaultLanguage'],
  ])('refuses %j', async (wrong, code, field) => {
    const answer = await hr.post('/review-templates', template({ name: 'wrong', ...wrong }));
    expect([answer.status, ...codeOf(answer)]).toEqual([422, code, field]);
  });

  it('fits a rule pack, or it is said why it does not', async () => {
    await house.made(hr.post('/rule-packs', { ...yearlyPack, name: 'fitting' }));
    const fitting = (of: string, by = house.cy) =>
      by.get(`/rule-packs/fitting/versions/1/fit?${of}`);
    expect((await fitting('template=yearly@1')).body).toEqual({ fits: true, why: null });
    await house.made(hr.post('/review-templates', template({ name: 'judged', inputs: [] })));
    const unfit = await fitting('template=judged@1');
    expect(unfit.body).toEqual({
      fits: false,
      why: 'Nothing in the template is for "goals", which the pack rates.',
    });
    expect((await fitting('template=yearly@9')).status).toBe(404);
    expect((await fitting('template=yearly')).status).toBe(400);
    const stranger = house.as('hana', { tenant: 'other' });
    expect((await fitting('template=yearly@1', stranger)).status).toBe(404);
  });

  it('that is not there, or not yet, is not found', async () => {
    expect((await house.cy.get('/review-templates/none')).status).toBe(404);
    expect((await house.cy.get('/review-templates/yearly/versions/3')).status).toBe(404);
    expect((await house.cy.get('/review-templates/yearly/versions/0')).status).toBe(400);
    expect((await house.cy.get('/review-templates/yearly?asOf=2026-05-01')).status).toBe(404);
  });
});
