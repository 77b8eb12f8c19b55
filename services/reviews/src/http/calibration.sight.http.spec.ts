import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, idOf, type Body, type Caller } from '@plumbline/feedback/testing';
import * as reviews from '../review/review.histories.ts';
import { yearlyPack } from '../settings.examples.ts';
import { calibratingCompany, convened, million } from './calibration.testing.ts';
import type { CalibratingCompany } from './calibration.testing.ts';

const desk = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5'];
let at: CalibratingCompany;
beforeAll(async () => {
  at = await calibratingCompany(desk);
});
afterAll(() => at.close());

const adjusted = async (path: string, person: string, by = at.mia, from = at.hana) => {
  const body = { to: 5 * million, reasonCode: 'alike-elsewhere', note: `Of ${person}.` };
  const proposal = { reviewId: at.reviewOf(person), ...body };
  const id = idOf(await by.post(`${path}/adjustments`, proposal));
  const decided = await from.post(`${path}/adjustments/${id}/decide`, { accepted: true });
  if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
};
const listed = async (by: Caller): Promise<string[]> => {
  const { body } = await by.get('/calibration-sessions');
  return (body['items'] as { id: string }[]).map(({ id }) => id);
};
const figuresOf = async (path: string, by: Caller, query = '') => {
  const { status, body } = await by.get(`${path}/figures${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body['figures'] as Body & { groups: Group[]; reviews: Body[] | null };
};
interface Group {
  readonly dimension: string | null;
  readonly group: string | null;
  readonly comparison: Body & { shown: boolean; n?: number };
}

describe('who sees what of a session: calibration notes, in the matrix of visibility', () => {
  let path: string;
  beforeAll(async () => {
    path = await convened(at, ['ada', 'bo', 'mia', 'eve'], { members: ['mia', 'bo'] });
    await adjusted(path, 'ada');
    await at.settled();
  });

  const subjectsOf = async (by: Caller) => {
    const { status, body } = await by.get(`${path}/board`);
    if (status !== 200) return status;
    const items = body['items'] as { subject: string }[];
    return [items.map(({ subject }) => subject).toSorted(), body['withheld']];
  };

  it('calibrators see the session, but neither themselves nor those they answer to', async () => {
    expect(await subjectsOf(at.mia)).toEqual([['ada', 'bo'], 2]);
    expect(await subjectsOf(at.bo)).toEqual([['ada', 'mia'], 2]);
    expect(await subjectsOf(at.hana)).toEqual([['ada', 'bo', 'mia'], 1]);
  });

  it('calibrators read the reviews of the session, and no more than the board shows them', async () => {
    const read = async (by: Caller, person: string) => {
      const { status, body } = await by.get(`/reviews/${at.reviewOf(person)}`);
      return status === 200 ? (body['review'] as Body)['seenAs'] : status;
    };
    expect(await read(at.mia, 'bo')).toEqual(['calibrator']);
    expect(await read(at.bo, 'mia')).toEqual(['calibrator']);
    // Eve is above both of them, and is in the session as well.
    expect(await read(at.mia, 'eve')).toBe(404);
    expect(await read(at.bo, 'eve')).toBe(404);
    expect(await read(at.bo, 'cy')).toBe(404);
  });

  it('subjects, their managers and everybody else see none of it', async () => {
    const { ada, cy, eve } = at;
    const others = [ada, cy, eve, at.as('op', { roles: ['operator', 'administrator'] })];
    for (const by of [...others, at.as('gm', { roles: ['goal-manager', 'service-manager'] })]) {
      expect(await subjectsOf(by)).toBe(404);
      expect((await by.get(path)).status).toBe(404);
      expect((await by.get(`${path}/figures`)).status).toBe(404);
      expect(await listed(by)).toEqual([]);
    }
  });

  it('HR partners in their scope and auditors see it all, and every look is recorded', async () => {
    const all = [['ada', 'bo', 'eve', 'mia'], 0];
    expect(await subjectsOf(at.noor)).toEqual(all);
    expect(await subjectsOf(at.auditor)).toEqual(all);
    const { facts } = await at.log.readAll(null, { limit: 1_000, context: 'access' });
    const seen = facts.map(
      ({ body }) => JSON.parse(body) as { actor: { sub: string }; data: Body },
    );
    for (const by of ['noor', 'aud']) {
      const subjects = seen
        .filter(({ actor }) => actor.sub === by)
        .map(({ data }) => data['subject'] as string);
      expect(new Set(subjects)).toEqual(new Set(['ada', 'bo', 'eve', 'mia']));
    }
    expect(seen.some(({ actor }) => actor.sub === 'mia')).toBe(false);
  });

  it('HR partners of a unit see those of that unit alone, also on the session that holds more', async () => {
    await at.directory('directory.RoleGranted.v1', {
      ...{ person: 'cy', grant: 'g1', role: 'hr-partner', unit: 'desk' },
      ...{ from: '2026-01-01', until: null },
    });
    expect(await subjectsOf(at.cy)).toEqual([['bo'], 3]);
    await at.directory('directory.RoleRevoked.v1', {
      person: 'cy',
      grant: 'g1',
      from: '2026-01-02',
    });
  });

  it('HR partners see nothing of themselves either', async () => {
    const own = await convened(at, ['hana', 'd0'], { moderator: 'mia', members: [] });
    const { body } = await at.hana.get(`${own}/board`);
    expect((body['items'] as { subject: string }[]).map(({ subject }) => subject)).toEqual(['d0']);
    await at.mia.post(`${own}/lock`, {});
  });

  it('analysts see nothing of it until it is locked', async () => {
    expect(await subjectsOf(at.analyst)).toBe(404);
    expect((await at.analyst.get(path)).status).toBe(404);
    expect((await at.analyst.get(`${path}/figures`)).status).toBe(404);
    expect(await listed(at.analyst)).not.toContain(path.split('/').at(-1));
  });

  it('is read as it was, by those who may now', async () => {
    const { body } = await at.mia.get(`${path}/board?asOf=${String((await at.log.head()) ?? '')}`);
    expect(body['items']).toHaveLength(2);
    expect((await at.ada.get(`${path}/board?asOf=2026-04-01`)).status).toBe(404);
  });

  it('calibrators count no proposals that they do not see, one by one and in the list', async () => {
    await adjusted(path, 'mia', at.bo);
    await at.settled();
    const accepted = async (by: Caller) => {
      const [one, list] = [await by.get(path), await by.get('/calibration-sessions')];
      const items = list.body['items'] as (Body & { proposals: Body })[];
      const found = items.find(({ id }) => path.endsWith(String(id)));
      const { proposals } = one.body['session'] as { proposals: Body };
      expect(found?.proposals).toEqual(proposals);
      return proposals['accepted'];
    };
    expect([await accepted(at.mia), await accepted(at.bo), await accepted(at.hana)]).toEqual([
      ...[1, 2, 2],
    ]);
  });
});

describe('what a session has changed', () => {
  let path: string;
  beforeAll(async () => {
    path = await convened(at, ['cy', ...desk.slice(1)], { members: ['mia', 'bo'] });
    for (const person of ['cy', 'd1', 'd2']) await adjusted(path, person, at.bo);
    await adjusted(path, 'd3', at.hana, at.mia);
    await at.settled();
  });

  const groupOf = (
    { groups }: { groups: Group[] },
    dimension: string | null,
    name: string | null,
  ) => groups.find((one) => one.dimension === dimension && one.group === name)?.comparison;

  it('is told to members of each review, in all and by group', async () => {
    const figures = await figuresOf(path, at.mia);
    expect(figures).toMatchObject({
      ...{ scenario: null, n: 6, unrated: 0 },
      waterfall: [
        { stage: 'manager', ratings: 24 * million },
        { stage: 'calibrated', changes: 4 * million, moved: 4 },
        ...[{ changes: 0 }, { changes: 0 }],
      ],
    });
    expect(groupOf(figures, null, null)).toMatchObject({
      ...{ shown: true, n: 6 },
      value: {
        changed: { successes: 4 },
        before: { mean: { value: 4 * million } },
        after: { counts: [{}, {}, {}, { count: 2 }, { count: 4 }] },
      },
    });
    expect(groupOf(figures, 'manager', 'mia')).toMatchObject({ shown: true, n: 1 });
    expect(figures.reviews).toHaveLength(6);
  });

  it('would not be without the session, nor in part without a moderator', async () => {
    const without = async (query: string) => {
      const { reviews: all } = await figuresOf(path, at.mia, `?instead=${query}`);
      return (all ?? []).filter(({ actual, instead }) => actual !== instead).length;
    };
    expect(await without('without-session')).toBe(4);
    expect(await without('without-moderator')).toBe(3);
    expect(await without('without-moderator&moderator=mia')).toBe(1);
    expect(await without('without-moderator&moderator=bo')).toBe(0);
  });

  it('is marked as a scenario under another rule pack, where nobody decided otherwise', async () => {
    const capped = {
      ...{ ...yearlyPack, name: 'capped' },
      rules: [{ name: 'cap', when: { part: 'manager', below: 1_000_000 }, atMost: 500_000 }],
    };
    await at.made(at.hana.post('/rule-packs', capped));
    const figures = await figuresOf(path, at.mia, '?instead=rule-pack&pack=capped&version=1');
    expect(figures).toMatchObject({ scenario: 'rule-pack', n: 6 });
    const moved = (figures.reviews ?? []).filter(({ instead }) => instead === 3 * million);
    expect(moved.map(({ subject }) => subject).toSorted()).toEqual(['d4', 'd5']);
  });

  it.each([
    ['?instead=rule-pack&pack=capped&version=9', 422, 'calibration-session/unknown-pack'],
    ['?instead=rule-pack&pack=capped', 400, 'request/invalid-parameter'],
    ['?instead=without-luck', 400, 'request/invalid-parameter'],
  ])('%s is refused', async (query, status, code) => {
    const answer = await at.mia.get(`${path}/figures${query}`);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  it('is told to analysts once it is locked, of groups of enough people, and never one by one', async () => {
    const running = String(await at.log.head());
    const closing = { note: 'Ada was rated by her old desk.' };
    expect((await at.hana.post(`${path}/lock`, closing)).status).toBe(200);
    await at.settled();
    const { body } = await at.analyst.get(path);
    expect(body['session']).toMatchObject({
      ...{ stage: 'locked', reviews: 6, proposals: { accepted: 4 }, title: null, closing: null },
      ...{ moderator: null, members: [], convenedBy: null, changes: [] },
    });
    const list = await at.analyst.get('/calibration-sessions');
    for (const word of ['hana', 'mia', '"bo"', closing.note]) {
      expect(JSON.stringify([body, list.body])).not.toContain(word);
    }
    expect((await at.analyst.get(`${path}?asOf=${running}`)).status).toBe(404);
    expect(((await at.noor.get(path)).body['session'] as Body)['closing']).toBe(closing.note);
    const board = await at.analyst.get(`${path}/board`);
    expect(board.body).toMatchObject({ items: [], withheld: 6 });
    const figures = await figuresOf(path, at.analyst);
    expect(figures.reviews).toBeNull();
    expect(groupOf(figures, null, null)).toMatchObject({ shown: true, n: 6 });
    // One of sales would be known from the five of the desk.
    expect(groupOf(figures, 'unit', 'sales')).toEqual({ shown: false, reason: 'below-threshold' });
    expect(groupOf(figures, 'unit', 'desk')).toEqual({ shown: false, reason: 'complementary' });
    const query = '?instead=rule-pack&pack=capped&version=1';
    expect(codeOf(await at.analyst.get(`${path}/figures${query}`))).toEqual([
      ...['calibration-session/not-of-rows', undefined],
    ]);
  });

  it('stays what it was for analysts and members when a rating is changed later', async () => {
    const before = await figuresOf(path, at.analyst);
    const of = { reviewId: at.reviewOf('d4'), by: 'eve' };
    const rating = 4 * million;
    await at.review({ ...reviews.finalise, ...of, act: 'f1', rating });
    await at.review({ ...reviews.reopen, ...of, act: 'r1', approver: 'noor', askedBy: 'eve' });
    await at.review({ ...reviews.override, ...of, act: 'o1', from: rating, to: 2 * million });
    await at.review({ ...reviews.finalise, ...of, act: 'f2', rating: 2 * million });
    await at.settled();
    expect(await figuresOf(path, at.analyst)).toEqual(before);
    const finalOf = async (by: Caller) => {
      const { reviews: all } = await figuresOf(path, by);
      return (all ?? []).find(({ subject }) => subject === 'd4')?.['actual'];
    };
    expect(await finalOf(at.mia)).toBe(rating);
    expect(await finalOf(at.noor)).toBe(2 * million);
    const { waterfall } = await figuresOf(path, at.noor);
    expect(waterfall).toMatchObject([{}, { changes: 4 * million }, { changes: -2 * million }, {}]);
  });
});

it('a board of 200 reviews is there at once', async () => {
  const people = Array.from({ length: 200 }, (_, index) => `p${index}`);
  const large = await calibratingCompany(people);
  const path = await convened(large, people, { members: ['mia', 'bo'] });
  await large.mia.get(`${path}/board`);
  // Its own time of a processor: others may have the machine for a while.
  const begun = process.cpuUsage();
  const { body } = await large.mia.get(`${path}/board`);
  const { user, system } = process.cpuUsage(begun);
  expect(body['items']).toHaveLength(200);
  expect((user + system) / 1_000).toBeLessThan(3_000);
  await large.close();
});
