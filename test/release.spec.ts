import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, done, type Caller } from './support/caller.ts';
import { serve, type Served } from './support/served.ts';

/**
 * What was released is recounted by an auditor, who has nothing but HTTP: the facts that a figure
 * names, as the stream of published facts has them, and the formula as everybody knows it.
 */
interface Figure {
  readonly figure: number;
  readonly of: Readonly<Record<string, string>>;
  readonly n: number | null;
  readonly value: number | null;
  readonly suppressed: string | null;
}

interface FactRef {
  readonly id: string;
  readonly position: string;
}

interface Fact {
  readonly id: string;
  readonly type: string;
  readonly data: {
    readonly responseId: string;
    readonly answers: readonly { readonly metric: string; readonly score: number | null }[];
  };
}

describe('a figure that was released', () => {
  let served: Served;
  let sam: Caller;
  let auditor: Caller;
  let release: string;

  const month = { from: '2026-05-01', until: '2026-05-31' };
  const visit = {
    source: 'after-visit',
    touchpoint: 'counter',
    answeredAt: '2026-06-01T00:00:00Z',
  };

  const answered = async (score: number, location: string, channel: string, day = '2026-05-04') => {
    const answers = [{ metric: 'nps', score }];
    const body = { ...visit, occurredOn: day, location, channel, answers };
    return String((await done(sam.post('/customer-responses', body)))['id']);
  };

  const figuresOf = async (id: string, by = auditor): Promise<readonly Figure[]> => {
    await served.caughtUp();
    const answer = await done(by.get(`/metric-releases/${id}`));
    return (answer['release'] as { figures: Figure[] }).figures;
  };

  /** Page by page, as there may be many. */
  const factsOf = async (id: string, figure: number): Promise<readonly FactRef[]> => {
    const facts: FactRef[] = [];
    for (let after = ''; ;) {
      const path = `/metric-releases/${id}/figures/${figure}?limit=7${after}`;
      const page = await done(auditor.get(path));
      facts.push(...(page['facts'] as FactRef[]));
      if (page['next'] === undefined) return facts;
      after = `&after=${encodeURIComponent(String(page['next']))}`;
    }
  };

  /** Everything that the stream has of customers' responses, by id. */
  const streamed = async (): Promise<ReadonlyMap<string, Fact>> => {
    const facts = new Map<string, Fact>();
    for (let after = ''; ;) {
      const page = await done(auditor.get(`/facts/feedback?limit=50${after}`));
      const batch = page as unknown as readonly (Fact & { readonly position: string })[];
      if (batch.length === 0) return facts;
      for (const one of batch) facts.set(one.id, one);
      after = `&after=${batch.at(-1)?.position ?? ''}`;
    }
  };

  const recounted = (facts: readonly FactRef[], all: ReadonlyMap<string, Fact>) => {
    const scores = facts.flatMap(({ id }) => {
      const fact = all.get(id);
      if (fact === undefined) throw new Error(`The stream does not have ${id}.`);
      if (fact.type !== 'feedback.CustomerResponseRecorded.v1') return [];
      return fact.data.answers.flatMap(({ metric, score }) => (metric === 'nps' ? [score] : []));
    });
    const share = (is: (score: number) => boolean) =>
      scores.filter((score) => score !== null && is(score)).length;
    const n = scores.length;
    return { n, value: (100 * (share((one) => one >= 9) - share((one) => one <= 6))) / n };
  };

  const rebuilt = async (view: string): Promise<void> => {
    const headers = { authorization: `Bearer ${served.token}`, 'idempotency-key': view };
    const path = `${served.url}/operations/views/${view}/rebuild`;
    const response = await fetch(path, { method: 'POST', headers });
    expect(await response.text()).toContain('"finished":true');
  };

  beforeAll(async () => {
    served = await serve();
    sam = await callerOf(served, 'sam', 'service-manager');
    auditor = await callerOf(served, 'aud', 'auditor');
    for (const score of [10, 9, 9, 8, 7, 3, 10, 2]) await answered(score, 'north', 'web');
    for (const score of [1, 1, 9, 10, 8, 7]) await answered(score, 'south', 'mail');
    for (const score of [10, 10]) await answered(score, 'east', 'web');
    const mistake = await answered(0, 'north', 'mail');
    await done(sam.post(`/customer-responses/${mistake}/withdraw`, { reason: 'Not ours.' }));
    const moved = await answered(9, 'north', 'web');
    const shares = { shares: [{ unit: 'desk', share: 1 }] };
    await done(sam.post(`/customer-responses/${moved}/attribute`, shares));
    await answered(0, 'north', 'web', '2026-06-01');
    const body = { metric: 'nps', ...month, dimensions: ['location', 'channel'] };
    release = String((await done(sam.post('/metric-releases', body)))['id']);
    await answered(0, 'north', 'web');
  });

  afterAll(() => served?.close());

  it('is counted again from the facts that it names, every one of them', async () => {
    const [figures, all] = [await figuresOf(release), await streamed()];
    const shown = figures.filter(({ suppressed }) => suppressed === null);
    expect(shown.map(({ of, n }) => [Object.values(of).join('/'), n])).toEqual([
      ['', 17],
      ...[['south', 6], ['mail', 6], ['web', 11], ['south/mail', 6]], // prettier-ignore
    ]);
    for (const { figure, n, value } of shown) {
      const again = recounted(await factsOf(release, figure), all);
      expect(again.n).toBe(n);
      expect(again.value).toBeCloseTo(value ?? NaN, 9);
    }
  });

  it('names no fact that came after it, and no other answers', async () => {
    const { countedAt } = (await done(auditor.get(`/metric-releases/${release}`)))['release'] as {
      countedAt: string;
    };
    const [figures, all] = [await figuresOf(release), await streamed()];
    for (const { figure } of figures) {
      for (const { id, position } of await factsOf(release, figure)) {
        expect(position <= countedAt).toBe(true);
        expect(all.get(id)?.type).toMatch(
          /^feedback\.(CustomerResponseRecorded|ResponseAttributed)/,
        );
      }
    }
  });

  it('is the same when the views were rebuilt', async () => {
    const before = await figuresOf(release);
    const facts = await factsOf(release, 0);
    for (const view of ['customer-answers', 'release-sheet']) await rebuilt(view);
    expect(await figuresOf(release)).toEqual(before);
    expect(await factsOf(release, 0)).toEqual(facts);
    const restated = await done(sam.post(`/metric-releases/${release}/restate`, {}));
    const [all] = await figuresOf(String(restated['id']));
    // One more answer is too few to be told.
    expect(all).toMatchObject({ n: null, suppressed: 'across-releases' });
  });
});
