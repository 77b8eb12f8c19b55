import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { figuresDaysMax } from '../recognition.figures.ts';
import { codeOf } from './company.testing.ts';
import { recognising, type Recognising } from './recognition.testing.ts';

const day = 86_400_000;

describe('figures of recognition over HTTP', () => {
  let at: Recognising;
  beforeAll(async () => {
    at = await recognising();
    await at.give(at.ada, { receivers: ['bo', 'cy'] });
    at.clock.advance(10 * day);
    await at.give(at.bo, { receivers: ['ada'], points: 20 });
    await at.settled();
  });
  afterAll(() => at.close());

  const figures = async (query = '', by = at.bo) =>
    (await by.get(`/recognitions/figures${query}`)).body;

  it('are of everybody, over the last days', async () => {
    expect(await figures()).toMatchObject({
      ...{ unit: null, from: '2026-01-12', until: '2026-04-11' },
      figures: {
        ...{ people: 5, tier: 'indicative', recognitions: 2 },
        coverage: { value: 0.6, n: 5, successes: 3 },
        concentration: { n: 5, definition: 'gini@1' },
        reciprocity: { n: 3, definition: 'reciprocity@1' },
      },
    });
    expect(await figures('?unit=board')).toMatchObject({ unit: 'board', figures: { people: 5 } });
  });

  it('are of a span, with its first and its last day', async () => {
    const recognised = async (from: string, until: string) => {
      const { figures: of } = await figures(`?from=${from}&until=${until}`);
      return (of as { recognitions: number }).recognitions;
    };
    expect(await recognised('2026-04-01', '2026-04-01')).toBe(1);
    expect(await recognised('2026-04-02', '2026-04-10')).toBe(0);
    expect(await recognised('2026-04-11', '2026-04-11')).toBe(1);
    expect(await recognised('2026-04-01', '2026-04-11')).toBe(2);
  });

  it('are of the unit as it stood on the last day, and hidden where they are few', async () => {
    const own = await recognising();
    await own.give(own.ada);
    const from = '2026-04-05';
    await own.directory('directory.PersonMoved.v1', { person: 'bo', post: 'seller', from });
    for (const person of ['dee', 'fay']) {
      await own.directory('directory.PersonJoined.v1', { person, post: 'seller', from });
    }
    own.clock.advance(10 * day);
    await own.settled();
    const sales = (until: string) =>
      own.bo.get(`/recognitions/figures?unit=sales&until=${until}`).then(({ body }) => body);
    expect((await sales('2026-04-04'))['figures']).toEqual({
      ...{ people: 3, tier: 'hidden', recognitions: null, coverage: null },
      ...{ concentration: null, reciprocity: null },
    });
    expect((await sales('2026-04-05'))['figures']).toMatchObject({
      ...{ people: 6, recognitions: 1, coverage: { successes: 1, n: 6 } },
    });
    expect((await own.bo.get('/recognitions/figures?unit=nowhere')).body['figures']).toMatchObject({
      ...{ people: 0, tier: 'hidden' },
    });
    await own.close();
  });

  it('are refused of no span, and of one that is too long', async () => {
    const refusal = async (query: string) => {
      const answer = await at.bo.get(`/recognitions/figures?${query}`);
      return [answer.status, ...codeOf(answer)];
    };
    const bad = [400, 'request/invalid-parameter', '?until'];
    expect(await refusal('from=2026-04-02&until=2026-04-01')).toEqual(bad);
    const until = new Date(Date.parse('2025-01-01') + (figuresDaysMax - 1) * day);
    const [last, beyond] = [until, new Date(until.getTime() + day)].map((one) =>
      one.toISOString().slice(0, 10),
    );
    expect((await refusal(`from=2025-01-01&until=${last}`))[0]).toBe(200);
    expect(await refusal(`from=2025-01-01&until=${beyond}`)).toEqual(bad);
    expect((await refusal('from=2026-02-30'))[0]).toBe(400);
  });

  it('are nobody else’s', async () => {
    const other = at.as('ada', { tenant: 'other' });
    expect(await figures('', other)).toMatchObject({ figures: { people: 0, tier: 'hidden' } });
  });
});
