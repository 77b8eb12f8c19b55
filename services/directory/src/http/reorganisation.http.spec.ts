import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DirectoryPublished } from '@plumbline/contracts';
import type { PublishedFact } from '@plumbline/feed';
import { DirectoryReactions } from '../directory.reactions.ts';
import { stepMovesMax } from '../reorganisation/reorganisation.steps.ts';
import { companyApp, itemsOf, made, newPost, type Company } from './company.testing.ts';

const ordered = 'directory.ReorganisationOrdered.v1';
const stepped = 'directory.ReorganisationStepped.v1';
type Told<Type extends keyof DirectoryPublished> = PublishedFact<DirectoryPublished[Type]>;

const reason = 'Who makes it sells it.';

/** Puts this many posts into sales, each with a manager in it. */
async function withSellers(at: Company, count: number): Promise<void> {
  for (let from = 0; from < count; from += 200) {
    const length = Math.min(200, count - from);
    const changes = Array.from({ length }, (_, index) =>
      newPost(`s-${String(from + index).padStart(4, '0')}`, 'sales', 'seller'),
    );
    made(await at.root.post('/structure', { changes }));
  }
  await at.settled();
}

const stateOf = async (at: Company, id: unknown) => {
  const { body } = await at.ada.get(`/reorganisations/${String(id)}`);
  return body['reorganisation'] as Readonly<Record<string, unknown>>;
};
const postsOf = async (at: Company, unit: string) => {
  const path = `/posts?unit=${unit}&effectiveAt=2026-10-01&limit=1000`;
  return itemsOf(await at.ada.get(path)).length;
};

describe('the reorganisation of a unit of 1,000 posts', () => {
  let at: Company;
  beforeAll(async () => {
    at = await companyApp();
    await withSellers(at, 999);
  });
  afterAll(() => at.close());

  it('is one command, and is seen until it is through', async () => {
    const order = { unit: 'sales', into: 'works', from: '2026-10-01', reason };
    const { status, headers, body } = await at.root.post('/reorganisations', order);
    const id = String(body['id']);
    expect([status, headers['location']]).toEqual([201, `/reorganisations/${id}`]);
    await at.settled();
    expect(await stateOf(at, id)).toMatchObject({
      ...{ state: 'completed', unit: 'sales', from: '2026-10-01', reason },
      ...{ moves: 1_000, done: 1_000, left: 0, refused: [] },
    });
    expect([await postsOf(at, 'sales'), await postsOf(at, 'works')]).toEqual([0, 1_000]);
    expect(await at.published(stepped)).toHaveLength(10);
    const before = await at.ada.get('/units/sales?effectiveAt=2026-09-30');
    expect(before.body['unit']).toMatchObject({ members: 1, heads: ['sam'] });
    const list = itemsOf(await at.ada.get('/reorganisations'));
    expect(list).toMatchObject([{ reorganisation: id, state: 'completed' }]);
  });
});

describe('a reorganisation', () => {
  let at: Company;
  let reactions: DirectoryReactions;
  beforeAll(async () => {
    at = await companyApp({ reacts: false });
    await withSellers(at, 2 * stepMovesMax + 1);
    reactions = at.web.app.get(DirectoryReactions);
  });
  afterAll(() => at.close());

  const sellers = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ post: `s-${String(from + index).padStart(4, '0')}`, unit: 'works' },
    }));
  /** Carries the policies out over what is published so far, as another delivery would. */
  const deliver = async (id: unknown) => {
    const of = ({ data }: PublishedFact) =>
      (data as { reorganisation: string }).reorganisation === id;
    await reactions.ordered(((await at.published(ordered)) as Told<typeof ordered>[]).filter(of));
    await reactions.stepped(((await at.published(stepped)) as Told<typeof stepped>[]).filter(of));
    await at.settled();
  };

  it('goes from ordered over under way to completed, and names what could not move', async () => {
    const moves = [
      ...sellers(0, stepMovesMax),
      { post: 'none', unit: 'works' },
      { post: 'smith', manager: 'smith' },
    ];
    const order = { unit: 'sales', from: '2026-10-01', reason, moves };
    const { body } = made(await at.root.post('/reorganisations', order));
    await at.settled();
    const waiting = {
      state: 'ordered',
      moves: 102,
      done: 0,
      left: 102,
      refused: [],
      endedAt: null,
    };
    expect(await stateOf(at, body['id'])).toMatchObject(waiting);
    const orders = (await at.published(ordered)) as Told<typeof ordered>[];
    await reactions.ordered(orders);
    await at.settled();
    const half = { state: 'under-way', done: 100, left: 2, refused: [] };
    expect(await stateOf(at, body['id'])).toMatchObject(half);
    await deliver(body['id']);
    expect(await stateOf(at, body['id'])).toMatchObject({
      ...{ state: 'completed', done: 100, left: 0, endedAt: '2026-04-01T09:00:00.000Z' },
      refused: [
        { post: 'none', code: 'structure/unknown-post' },
        { post: 'smith', code: 'structure/reports-to-itself' },
      ],
    });
    expect(await postsOf(at, 'works')).toBe(stepMovesMax + 1);
  });

  it('goes on after a crash: what is delivered again decides nothing twice', async () => {
    const moves = sellers(stepMovesMax, stepMovesMax + 1);
    const order = { unit: 'sales', from: '2026-10-01', reason, moves };
    const { body } = made(await at.root.post('/reorganisations', order));
    await deliver(body['id']);
    expect(await stateOf(at, body['id'])).toMatchObject({ state: 'completed', done: 101 });
    const head = await at.log.head();
    await deliver(body['id']);
    await deliver(body['id']);
    expect(await at.log.head()).toBe(head);
    expect(await postsOf(at, 'works')).toBe(2 * stepMovesMax + 2);
  });

  it('takes a step up again that had changed the structure, but was not told of', async () => {
    const order = { unit: 'works', into: 'sales', from: '2026-11-01', reason };
    const { body } = made(await at.root.post('/reorganisations', order));
    const id = body['id'];
    const bus = (reactions as unknown as { bus: { execute: (request: object) => unknown } }).bus;
    const { execute } = bus;
    const crash = new Error('The process ends here.');
    bus.execute = (request) => {
      const { command } = request as { command: { type: string } };
      if (command.type === 'RecordStep') throw crash;
      return execute.call(bus, request);
    };
    await expect(deliver(id)).rejects.toThrow(crash);
    bus.execute = execute;
    await at.settled();
    expect(await stateOf(at, id)).toMatchObject({ state: 'ordered', done: 0 });
    const changed = (await at.published('directory.PostMoved.v1')).length;
    for (let turn = 0; turn < 3; turn += 1) await deliver(id);
    expect(await stateOf(at, id)).toMatchObject({ state: 'completed', done: 202, refused: [] });
    expect(await at.published('directory.PostMoved.v1')).toHaveLength(changed + 102);
  });

  it('is stopped, and takes no further step; what was moved stays so', async () => {
    const order = { unit: 'sales', into: 'desk', from: '2026-12-01', reason };
    const { body } = made(await at.root.post('/reorganisations', order));
    const orders = (await at.published(ordered)) as Told<typeof ordered>[];
    await reactions.ordered(orders);
    const path = `/reorganisations/${String(body['id'])}/stop`;
    expect(await at.ada.post(path, { reason: 'No.' })).toMatchObject({ status: 403 });
    made(await at.root.post(path, { reason: 'The board has met.' }));
    await deliver(body['id']);
    const stopped = {
      state: 'stopped',
      done: 100,
      refused: [],
      endedAt: '2026-04-01T09:00:00.000Z',
    };
    expect(await stateOf(at, body['id'])).toMatchObject(stopped);
    expect((await at.root.post(path, { reason: 'Again.' })).body).toMatchObject({ changed: false });
  });

  it('is the same one for the same key, also once its unit has moved', async () => {
    const key = { 'idempotency-key': 'one-order' };
    const order = { unit: 'desk', into: 'company', from: '2027-01-01', reason };
    const first = made(await at.root.post('/reorganisations', order, key));
    for (let turn = 0; turn < 3; turn += 1) await deliver(first.body['id']);
    expect(await stateOf(at, first.body['id'])).toMatchObject({ state: 'completed' });
    const again = await at.root.post('/reorganisations', order, key);
    expect(again).toMatchObject({ status: 201, body: { ...first.body, replayed: true } });
    // Also where they may not order one any more.
    const [root, twin] = [at.as('root'), { 'idempotency-key': 'another-order' }];
    const late = await root.post('/reorganisations', order, key);
    expect(late).toMatchObject({ status: 201, body: { ...first.body, replayed: true } });
    const moves = [{ post: 'smith', unit: 'sales' }];
    const works = { unit: 'works', from: order.from, reason, moves };
    expect((await root.post('/reorganisations', works, twin)).status).toBe(403);
    const other = await at.root.post('/reorganisations', { ...order, reason: 'Other.' }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'log/command-reused' } });
  });

  it.each([
    [{ unit: 'none', into: 'works' }, 'structure/unknown-unit', '/unit'],
    [{ unit: 'sales' }, 'reorganisation/moves-unclear', '/moves'],
    [
      { unit: 'sales', into: 'works', moves: [{ post: 'clerk', unit: 'works' }] },
      'reorganisation/moves-unclear',
      '/moves',
    ],
    [{ unit: 'sales', moves: [{ post: 'clerk' }] }, 'reorganisation/move-nowhere', '/moves/0'],
    [
      { unit: 'sales', moves: [1, 2].map(() => ({ post: 'clerk', unit: 'works' })) },
      'reorganisation/post-twice',
      '/moves/1/post',
    ],
    [{ unit: 'sales', moves: [] }, 'request/invalid-body', '/moves'],
    [{ unit: 'sales', into: 'works', from: 'soon' }, 'request/invalid-body', '/from'],
    [{ unit: 'sales', into: 'works', reason: ' ' }, 'request/invalid-body', '/reason'],
  ])('is refused by name: %j is %s', async (order, code, field) => {
    const body = { from: '2026-10-01', reason, ...order };
    expect(await at.root.post('/reorganisations', body)).toMatchObject({
      status: 422,
      body: { code, errors: [{ field }] },
    });
  });

  it('is not found under an id that none has', async () => {
    const path = '/reorganisations/11111111-1111-4111-8111-111111111111';
    expect((await at.ada.get(path)).status).toBe(404);
    expect((await at.root.post(`${path}/stop`, { reason: 'x' })).status).toBe(404);
    expect((await at.ada.get('/reorganisations/x')).status).toBe(400);
  });
});
