import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companyApp, made, newPost, type Company } from './company.testing.ts';

let at: Company;
beforeAll(async () => {
  at = await companyApp();
});
afterAll(() => at.close());

const shapeOf = ({ body }: { body: object }) =>
  (body as { organization: Record<string, unknown> }).organization;

describe('the organisation in figures', () => {
  it('counts units, posts and people of a day, and with what is below', async () => {
    await at.settled();
    const shape = shapeOf(await at.ada.get('/organization'));
    expect(shape).toMatchObject({ people: 4, posts: 4, vacant: 0, fte: 4, depth: 3 });
    expect(shape['tops']).toEqual(['director']);
    expect(shape['units']).toContainEqual({
      ...{ unit: 'sales', parent: 'company', level: 1 },
      own: { people: 1, posts: 1, fte: 1 },
      total: { people: 2, posts: 2, fte: 2 },
    });
  });

  it('stands as it did on a day, and as it was known at a position', async () => {
    const before = await at.log.head();
    const change = { changes: [newPost('trainee', 'desk', 'clerk', '2026-03-01')] };
    const written = made(await at.root.post('/structure', change));
    const now = shapeOf(await at.ada.after(written, '/organization'));
    expect(now).toMatchObject({ posts: 5, vacant: 1, depth: 4 });
    const day = shapeOf(await at.ada.get('/organization?effectiveAt=2026-02-28'));
    expect(day).toMatchObject({ posts: 4, depth: 3 });
    const known = shapeOf(await at.ada.get(`/organization?asOf=${before}`));
    expect(known).toMatchObject({ posts: 4, depth: 3 });
  });
});
