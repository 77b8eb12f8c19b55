import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandLine } from './support/command-line.ts';
import { serve, type Served } from './support/served.ts';

interface Played {
  readonly steps: number;
  readonly byCommand: Record<string, number>;
  readonly toldBefore: number;
  readonly periods: readonly { name: string; goals: number }[];
  readonly link: string;
}

interface Listed<Item> {
  readonly items: readonly Item[];
}

/** The clock is asked as well: who stands in does so on the days of the delegation. */
const today = new Date().toISOString().slice(0, 10);

describe('the demo', () => {
  let served: Served;
  let played: Played;

  const play = async (...args: readonly string[]): Promise<Played> => {
    const said = await commandLine(['demo', '--json', '--url', served.url, ...args]);
    if (said.code !== 0) throw new Error(said.err);
    return JSON.parse(said.out) as Played;
  };
  const own = () => play('--today', today, '--data-dir', served.folder);

  const get = async <Body>(path: string): Promise<Body> => {
    const headers = { authorization: `Bearer ${served.token}` };
    const answer = await fetch(`${served.url}${path}`, { headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Body;
  };

  beforeAll(async () => {
    served = await serve();
    played = await own();
    await served.caughtUp();
  }, 120_000);

  afterAll(() => served?.close());

  it('plays every command through the real routes', () => {
    expect(played.steps).toBeGreaterThan(1_000);
    expect(played.toldBefore).toBe(0);
    expect(played.periods).toHaveLength(3);
    const goals = played.periods.reduce((sum, period) => sum + period.goals, 0);
    // Whoever leads a unit reads no private goal of people who are elsewhere.
    expect(goals).toBeLessThanOrEqual(played.byCommand['draft'] ?? 0);
    expect(goals).toBeGreaterThan(80);
    expect(played.link).toMatch(`${served.url}/#token=`);
  });

  it('has people who join, move, leave and are away, and a unit that was reorganised', async () => {
    const { items } = await get<Listed<Person>>('/people?limit=1000');
    const person = (id: string) => items.find((one) => one.person === id);
    expect(items).toHaveLength(42);
    expect(person('nadia')).toMatchObject({ name: 'Nadia Benali', managers: ['hana'] });
    expect(person('chidi')).toMatchObject({ unit: 'product', managers: ['hana'] });
    expect(person('emre')).toMatchObject({ present: false });
    expect(person('wanda')).toMatchObject({ present: true, away: true });
    expect(person('xenia')).toMatchObject({ unit: 'care', managers: ['dmitri'] });
    const { items: orders } = await get<Listed<object>>('/reorganisations');
    expect(orders).toMatchObject([{ unit: 'desk', state: 'completed', done: 4, refused: [] }]);
    const { unit } = await get<{ unit: object }>('/units/care');
    expect(unit).toMatchObject({ parent: 'operations', heads: ['xenia'], members: 4 });
  });

  it('has goals that pull on a strategy, and ideas that were tried', async () => {
    const { totals } = await get<{ totals: Totals }>('/alignment-map');
    expect(totals.coverage.value).toBeGreaterThan(0.5);
    expect(totals.coverage.value).toBeLessThan(1);
    const funnel = await get<object>('/innovation-funnel');
    expect(funnel).toMatchObject({ ideas: 4, settled: { adopted: 1, declined: 1 } });
    const { signals } = await get<{ signals: { answers: object[] }[] }>('/replan-latency');
    expect(signals.map(({ answers }) => answers.length > 0)).toContain(true);
  });

  it('has acts with both names, where one stands in for another', async () => {
    const period = played.periods.at(-1)?.name;
    const { items } = await get<Listed<{ id: string }>>(`/goals?owner=unit:support&limit=1000`);
    const histories = await Promise.all(
      items.map(({ id }) => get<Listed<{ by: By }>>(`/goals/${id}/history`)),
    );
    const acts = histories.flatMap((one) => one.items.map(({ by }) => by));
    const stoodIn = acts.filter(({ onBehalfOf }) => onBehalfOf !== undefined);
    expect(period).toBeDefined();
    expect(acts.length).toBeGreaterThan(stoodIn.length);
    for (const by of stoodIn) expect(by).toMatchObject({ sub: 'xenia', onBehalfOf: 'wanda' });
    // A quarter that has just begun has none of them yet.
    if (Number(today.slice(8)) > 20) expect(stoodIn.length).toBeGreaterThan(0);
  });

  it('changes nothing when it is played again', async () => {
    const head = await served.head();
    expect((await own()).steps).toBe(played.steps);
    expect(await served.head()).toBe(head);
  }, 60_000);

  it('is played with one token where no other can be signed', async () => {
    const again = await play('--today', '2025-06-20', '--seed', 'other', '--token', served.token);
    expect(again.periods.map(({ name }) => name)).toContain('2025-Q2');
    expect(again.toldBefore).toBeGreaterThan(0);
  }, 60_000);
});

interface Person {
  readonly person: string;
}

interface By {
  readonly sub: string;
  readonly onBehalfOf?: string;
}

interface Totals {
  readonly coverage: { readonly value: number };
}
