import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companyApp, founded, itemsOf, made, newPost, type Company } from './company.testing.ts';
import { changesMax } from '../structure/structure.decide.ts';

let at: Company;
beforeAll(async () => {
  at = await companyApp();
});
afterAll(() => at.close());

const change = (...changes: readonly object[]) => at.root.post('/structure', { changes });
const line = (post: string, manager: string | null, from: string) =>
  ({ type: 'ChangeReportingLine', post, line: 'solid', manager, from }) as const;
const unitOf = ({ body }: { body: object }) => (body as { unit: Record<string, unknown> }).unit;
const postOf = ({ body }: { body: object }) => (body as { post: Record<string, unknown> }).post;

describe('the structure over HTTP', () => {
  it('is shown as it stands on a day, with who is in it', async () => {
    expect(unitOf(await at.ada.get('/units/sales'))).toMatchObject({
      ...{ name: 'The sales', since: founded, parent: 'company', open: true, members: 1 },
      ...{ head: 'seller', heads: ['sam'] },
    });
    expect(postOf(await at.ada.get('/posts/clerk'))).toMatchObject({
      ...{ title: 'The clerk', unit: 'desk', lines: { solid: 'seller' }, holders: ['ada'] },
      ...{ open: true, fte: 1, grade: null },
    });
    expect(unitOf(await at.ada.get('/units/sales?effectiveAt=2025-12-31'))).toMatchObject({
      ...{ open: false, parent: null, heads: [], members: 0 },
    });
    expect((await at.ada.get('/units/none')).status).toBe(404);
    expect((await at.ada.get('/posts/none')).status).toBe(404);
  });

  it('lists units and posts, a page at a time, by unit and by manager', async () => {
    const names = async (path: string, of: string) =>
      itemsOf(await at.ada.get(path)).map((one) => one[of]);
    expect(await names('/units', 'unit')).toEqual(['company', 'desk', 'sales', 'works']);
    const page = await at.ada.get('/units?limit=3');
    expect(await names(`/units?after=${String(page.body['next'])}`, 'unit')).toEqual(['works']);
    expect(await names('/posts?unit=sales', 'post')).toEqual(['seller']);
    expect(await names('/posts?manager=director', 'post')).toEqual(['seller', 'smith']);
    expect(await names('/posts?limit=2', 'post')).toEqual(['clerk', 'director']);
    expect(await names('/posts?after=director', 'post')).toEqual(['seller', 'smith']);
  });

  it('changes from a day on, and shows every day as it was and as it was known', async () => {
    const moved = made(
      await change(
        { type: 'MoveUnit', unit: 'desk', parent: 'works', from: '2026-06-01' },
        line('clerk', 'smith', '2026-06-01'),
      ),
    );
    const read = async (path: string) => (await at.root.after(moved, path)).body;
    const deskOn = async (day: string) =>
      unitOf({ body: await read(`/units/desk?effectiveAt=${day}`) })['parent'];
    expect([await deskOn('2026-05-31'), await deskOn('2026-06-01')]).toEqual(['sales', 'works']);
    const correction = {
      ...{ type: 'CorrectStructure', of: { kind: 'unit', id: 'desk' }, field: 'parent' },
      ...{
        from: '2026-06-01',
        to: { from: '2026-07-01', value: 'works' },
        reason: 'A month late.',
      },
    };
    const corrected = made(await change(correction));
    const now = await at.root.after(corrected, '/units/desk?effectiveAt=2026-06-15');
    expect(unitOf(now)['parent']).toBe('sales');
    const asOf = `asOf=${String(moved.body['position'])}`;
    const then = await at.root.get(`/units/desk?effectiveAt=2026-06-15&${asOf}`);
    expect(unitOf(then)['parent']).toBe('works');
    const clerk = await at.root.get('/people/ada?effectiveAt=2026-06-15');
    expect(clerk.body['person']).toMatchObject({ managers: ['wim'], unit: 'desk' });
  });

  it.each([
    [[line('director', 'clerk', '2026-02-01')], 'structure/line-cycle', '/changes/0/manager'],
    [
      [{ type: 'MoveUnit', unit: 'company', parent: 'desk', from: '2026-02-01' }],
      'structure/unit-cycle',
      '/changes/0/parent',
    ],
    [
      [
        {
          ...{ type: 'DrawReportingLine', post: 'clerk', line: 'solid', manager: 'smith' },
          from: '2026-02-01',
        },
      ],
      'structure/second-manager',
      '/changes/0/manager',
    ],
    [
      [{ type: 'MovePost', post: 'clerk', unit: 'none', from: '2026-02-01' }],
      'structure/unknown-unit',
      '/changes/0/unit',
    ],
    [
      [newPost('page', 'sales', 'seller'), line('page', 'none', '2026-02-01')],
      'structure/unknown-post',
      '/changes/1/manager',
    ],
  ])('refuses %j: %s', async (changes, code, field) => {
    const head = await at.log.head();
    const { status, body } = await change(...changes);
    expect([status, body]).toMatchObject([422, { code, errors: [{ field }] }]);
    expect(await at.log.head()).toBe(head);
  });

  it('names the posts of a circle', async () => {
    const { body } = await change(line('director', 'clerk', '2026-02-01'));
    expect(body['detail']).toMatch(/director, clerk, (seller|smith), director/);
  });

  it.each([
    [[], '/changes'],
    [Array.from({ length: changesMax + 1 }, () => line('clerk', null, founded)), '/changes'],
    [[{ type: 'Abolish', unit: 'sales' }], '/changes/0/type'],
    [[{ type: 'CloseUnit', unit: 'sales', from: 'soon' }], '/changes/0/from'],
    [[{ type: 'CloseUnit', unit: 'sales', from: founded, colour: 1 }], '/changes/0/colour'],
    [[{ ...line('clerk', null, founded), line: 'dashed' }], '/changes/0/line'],
    [[{ ...newPost('two words', 'sales', null) }], '/changes/0/post'],
    [[{ ...newPost('p', 'sales', null), fte: -1 }], '/changes/0/fte'],
    [['CloseUnit'], '/changes/0'],
  ])('has a shape: %j names %s', async (changes, field) => {
    const { status, body } = await change(...(changes as object[]));
    expect([status, body['code']]).toEqual([422, 'request/invalid-body']);
    expect((body['errors'] as { field: string }[]).map((one) => one.field)).toContain(field);
  });

  it('takes as many changes at once as it says, and not one if one is refused', async () => {
    const many = Array.from({ length: changesMax }, (_, index) =>
      newPost(`many-${index}`, 'works', 'smith'),
    );
    const head = await at.log.head();
    const spoilt = await change(...many.slice(1), newPost('x', 'none', null));
    expect(spoilt.body).toMatchObject({ errors: [{ field: `/changes/${changesMax - 1}/unit` }] });
    expect(await at.log.head()).toBe(head);
    made(await change(...many));
    await at.settled();
    expect(itemsOf(await at.root.get('/posts?unit=works&limit=1000'))).toHaveLength(changesMax + 1);
  });

  it('is taken once for one key, and at the revision that was seen', async () => {
    const retitle = { changes: [{ type: 'RetitlePost', post: 'smith', title: 'Master smith' }] };
    const key = { 'idempotency-key': 'retitle' };
    const first = made(await at.root.post('/structure', retitle, key));
    expect((await at.root.post('/structure', retitle, key)).body).toEqual({
      ...first.body,
      replayed: true,
    });
    const other = { changes: [{ type: 'RetitlePost', post: 'smith', title: 'Smith' }] };
    expect(await at.root.post('/structure', other, key)).toMatchObject({
      status: 422,
      body: { code: 'log/command-reused' },
    });
    const saw = { 'if-match': '"0"' };
    expect(await at.root.post('/structure', other, saw)).toMatchObject({
      status: 412,
      body: { code: 'log/stale-revision', expected: 0 },
    });
  });
});
