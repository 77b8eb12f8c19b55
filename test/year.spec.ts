import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, dayFromToday, done, type Answered, type Caller } from './support/caller.ts';
import { serve, type Served } from './support/served.ts';
import { yearCompany, type YearCompany } from './support/year.ts';

/**
 * A year of ada: she joins, changes her manager twice, is away, stands in for her manager and
 * leaves. What holds by days is told of the past; what is done today is done by her and the others.
 */
const managers = ['mia', 'dan', 'nia'];
const others = ['eve', 'bo'];
/** Days (from today) under each of her managers, and today. */
const under = { mia: -300, dan: -200, nia: -100, now: 0 };
const today = dayFromToday(0);

interface Could {
  readonly permitted: boolean;
  readonly rule: string;
}
type Review = Readonly<Record<string, unknown>>;
interface Kept {
  readonly stage: string;
  readonly position: string;
  readonly review: Review;
}

describe('a year of a person', () => {
  let served: Served;
  let company: YearCompany;
  let auditor: Caller;
  const goals = { ofMia: '', ofDan: '', now: '', bo: '', cy: '' };
  const kept: Kept[] = [];

  const ada = () => company.of('ada');

  const could = async (reader: string, action: string, days: number, asOf?: string) => {
    const about = 'subject=person:ada&kind=private&stage=active';
    const known = asOf === undefined ? '' : `&asOf=${asOf}`;
    const query = `reader=${reader}&action=${action}&${about}&on=${dayFromToday(days)}${known}`;
    const { could: answer } = await done(auditor.get(`/access?${query}`));
    return (answer as Could).rule;
  };

  /** Who of all could read and change her private goal on a day, and by which rule. */
  const table = async (days: number, asOf?: string): Promise<Record<string, readonly string[]>> => {
    const rows = [...managers, ...others].map(async (reader) => {
      const asked = ['goal/read', 'goal/change'].map((it) => could(reader, it, days, asOf));
      return [reader, await Promise.all(asked)] as const;
    });
    return Object.fromEntries(await Promise.all(rows));
  };

  const neither = ['permission/goal-read', 'permission/goal-change'];
  const both = ['goal/read:manager:private', 'goal/change:manager'];
  const managedBy = (manager: string | undefined, isThere = true) => ({
    ...Object.fromEntries(managers.map((one) => [one, one === manager ? both : neither])),
    eve: isThere ? ['goal/read:above:private', 'permission/goal-change'] : neither,
    bo: neither,
  });

  /** All that can be asked of her year, as it was known at a position. */
  const review = async (asOf: string): Promise<Review> => {
    const tables = Object.values(under).map((days) => table(days, asOf));
    const known = `asOf=${asOf}&effectiveAt=${today}`;
    const goalsOf = `/goals?owner=person:ada&${known}`;
    const paths = [`/people/ada?${known}`, goalsOf, `/posts/agent?${known}`];
    const read = paths.map(async (path) => {
      const { status, body } = await auditor.get(path);
      // Each answer has a trace of its own when it is a problem.
      return { status, body: { ...body, traceId: undefined } };
    });
    return { tables: await Promise.all(tables), read: await Promise.all(read) };
  };

  /** Ends a stage: what is known now is to be found again when more has become known. */
  const keep = async (stage: string): Promise<void> => {
    await served.caughtUp();
    const position = (await served.head()) ?? '';
    kept.push({ stage, position, review: await review(position) });
  };

  const codeOf = ({ status, body }: Answered) => [status, body['code']];

  beforeAll(async () => {
    served = await serve({}, ['directory', 'goals']);
    company = await yearCompany(served);
    auditor = await callerOf(served, 'otto', 'auditor');
    await served.caughtUp();
  });

  afterAll(() => served?.close());

  it('begins with nobody who could read her, for she is not here', async () => {
    expect(await table(under.mia)).toEqual(managedBy(undefined, false));
    await keep('before');
  });

  it('she joins, and is read by her manager and those above', async () => {
    const joined = { person: 'ada', name: 'Ada of the year', post: 'seller' };
    await done(company.hr.post('/people', { ...joined, from: dayFromToday(-360) }));
    await served.caughtUp();
    goals.ofMia = await company.privateGoal(ada(), 'Under mia', -250);
    for (const days of Object.values(under)) expect(await table(days)).toEqual(managedBy('mia'));
    expect(await table(-361)).toEqual(managedBy(undefined, false));
    await keep('joined');
  });

  it('she moves: from that day on the other manager reads her, and the former one no more', async () => {
    await done(company.hr.post('/people/ada/move', { post: 'agent', from: dayFromToday(-240) }));
    await served.caughtUp();
    goals.ofDan = await company.privateGoal(ada(), 'Under dan', -130);
    expect(await table(-241)).toEqual(managedBy('mia'));
    expect(await table(-240)).toEqual(managedBy('dan'));
    expect(await table(under.now)).toEqual(managedBy('dan'));
    await keep('moved');
  });

  it('her post gets another manager, and so does she', async () => {
    const line = { type: 'ChangeReportingLine', post: 'agent', line: 'solid' };
    const change = { ...line, manager: 'service-lead', from: dayFromToday(-120) };
    await done(company.admin.post('/structure', { changes: [change] }));
    await served.caughtUp();
    goals.now = await company.privateGoal(ada(), 'Of these days');
    expect(await table(under.mia)).toEqual(managedBy('mia'));
    expect(await table(-121)).toEqual(managedBy('dan'));
    expect(await table(-120)).toEqual(managedBy('nia'));
    expect(await table(under.now)).toEqual(managedBy('nia'));
    await keep('reported to another');
  });

  it('she is away, which changes nothing of who answers for her', async () => {
    const leave = { kind: 'parental', from: dayFromToday(-60), until: dayFromToday(-40) };
    await done(company.of('nia').post('/people/ada/leaves', leave));
    await served.caughtUp();
    const away = async (days: number) => {
      const at = `effectiveAt=${dayFromToday(days)}`;
      const { person } = await done(company.of('bo').get(`/people/ada?${at}`));
      return (person as { away: boolean }).away;
    };
    expect(await Promise.all([-61, -60, -40, -39].map(away))).toEqual([false, true, true, false]);
    expect(await table(-50)).toEqual(managedBy('nia'));
    const refused = await company.of('mia').post('/people/ada/leaves', leave);
    expect(codeOf(refused)).toEqual([403, 'permission/leave-record']);
    await keep('away');
  });

  it('she stands in for her manager, with both names, and for nobody a day longer', async () => {
    const [nia, cy] = [company.of('nia'), company.of('cy')];
    goals.cy = await company.privateGoal(cy, 'Of a colleague');
    const forNia = { 'on-behalf-of': 'nia' };
    const checkIn = (value: number) =>
      ada().post(`/goals/${goals.cy}/check-ins`, { keyResultId: 'kr1', value }, forNia);
    const grant = (from: number, until: number) => {
      const days = { from: dayFromToday(from), until: dayFromToday(until) };
      return done(nia.post('/people/nia/delegations', { to: 'ada', ...days }));
    };
    await grant(-100, -1);
    await served.caughtUp();
    expect(codeOf(await checkIn(3))).toEqual([403, 'permission/no-delegation']);
    await grant(0, 0);
    await served.caughtUp();
    expect((await checkIn(4)).status).toBe(201);
    expect(codeOf(await ada().get(`/goals/${goals.cy}`))).toEqual([403, 'permission/goal-read']);
    const { items } = await done(ada().get(`/goals/${goals.cy}/history`, forNia));
    const acts = items as { type: string; by: object }[];
    expect(acts.at(-1)?.by).toMatchObject({ sub: 'ada', onBehalfOf: 'nia' });
    const own = { keyResultId: 'kr1', value: 5 };
    expect(codeOf(await ada().post(`/goals/${goals.now}/check-ins`, own, forNia))).toEqual([
      ...[403, 'permission/own-record-as-delegate'],
    ]);
    await keep('stood in');
  });

  it('she has a role within a unit, and reads there what she reads nowhere else', async () => {
    goals.bo = await company.privateGoal(company.of('bo'), 'Of the desk');
    const role = { role: 'goal-manager', unit: 'desk', from: dayFromToday(-30), until: null };
    expect(codeOf(await ada().post('/people/bo/roles', role))[1]).toBe('permission/role-grant');
    await done(company.admin.post('/people/ada/roles', role));
    await served.caughtUp();
    expect((await ada().get(`/goals/${goals.bo}`)).status).toBe(200);
    expect(codeOf(await ada().get(`/goals/${goals.cy}`))).toEqual([403, 'permission/goal-read']);
    await keep('entrusted');
  });

  const readableBy = async (person: string): Promise<readonly string[]> => {
    const { items } = await done(company.of(person).get('/goals?owner=person:ada'));
    return (items as { title: string }[]).map(({ title }) => title).toSorted();
  };
  const stillReadable = async () => {
    await served.caughtUp();
    expect(await readableBy('mia')).toEqual(['Under mia']);
    expect(await readableBy('dan')).toEqual(['Under dan']);
    expect(await readableBy('nia')).toEqual(['Of these days', 'Under dan', 'Under mia']);
    expect(await readableBy('bo')).toEqual([]);
    const refused = await company.of('mia').get(`/goals/${goals.now}`);
    expect(codeOf(refused)).toEqual([403, 'permission/goal-read']);
    expect(codeOf(await company.admin.get(`/goals/${goals.now}`))).toEqual(codeOf(refused));
    const amend = { title: 'Another', reason: 'A former manager would like it.' };
    for (const former of ['mia', 'dan']) {
      const changed = await company.of(former).post(`/goals/${goals.now}/amend`, amend);
      expect(codeOf(changed)).toEqual([403, 'permission/goal-change']);
    }
  };

  it('former managers keep the goals that were closed in their time, and nothing else', async () => {
    await stillReadable();
  });

  it('she can list who has read her, and by which rule; others who have read them', async () => {
    const readersOf = async (person: string) => {
      const { items } = await done(company.of(person).get(`/people/${person}/readers?limit=1000`));
      return items as readonly Readonly<Record<string, string>>[];
    };
    await served.caughtUp();
    const seen = (await readersOf('ada')).map(({ by, rule, record }) => [by, rule, record]);
    const [now, ofMia, ofDan] = [goals.now, goals.ofMia, goals.ofDan].map((id) => `goal:${id}`);
    expect(seen).toEqual(
      expect.arrayContaining([
        ['nia', 'goal/read:manager:private', now],
        ['mia', 'goal/read:manager:then', ofMia],
        ['dan', 'goal/read:manager:then', ofDan],
      ]),
    );
    expect(seen.filter(([by]) => ['ada', 'bo', 'root'].includes(by ?? ''))).toEqual([]);
    expect(seen.filter(([by, , record]) => by === 'mia' && record !== ofMia)).toEqual([]);
    const ofCy = (await readersOf('cy')).filter(({ by }) => by === 'ada');
    expect(ofCy).toMatchObject([
      { onBehalfOf: 'nia', rule: 'goal/read:manager:private', record: `goal:${goals.cy}` },
    ]);
    expect(codeOf(await company.of('nia').get('/people/ada/readers'))).toEqual([
      ...[403, 'permission/readers-read'],
    ]);
  });

  it('she leaves: her goals stay, her roles and what she was entrusted with do not', async () => {
    const leaving = { from: today, reason: 'She goes elsewhere.' };
    await done(company.hr.post('/people/ada/depart', leaving));
    await stillReadable();
    expect(await table(under.now)).toEqual(managedBy('nia'));
    const gone = [403, 'permission/has-left'];
    const forNia = { 'on-behalf-of': 'nia' };
    expect(codeOf(await ada().get(`/goals/${goals.bo}`))).toEqual(gone);
    expect(codeOf(await ada().get(`/goals/${goals.now}`))).toEqual(gone);
    expect(codeOf(await ada().get(`/goals/${goals.cy}`, forNia))).toEqual(gone);
    const { person } = await done(company.of('nia').get('/people/ada'));
    const details = { standsInFor: [] };
    expect(person).toMatchObject({ present: false, post: null, managers: ['nia'], details });
    expect((await company.of('nia').get(`/goals/${goals.now}`)).status).toBe(200);
    await keep('left');
  });

  it('answers of any point are the same as they were then', async () => {
    expect(kept.map(({ stage }) => stage)).toHaveLength(8);
    for (const { stage, position, review: then } of kept) {
      expect({ stage, review: await review(position) }).toEqual({ stage, review: then });
    }
    const [before, joined, moved] = kept.map(({ position }) => position);
    expect(await table(under.dan, before)).toEqual(managedBy(undefined, false));
    expect(await table(under.dan, joined)).toEqual(managedBy('mia'));
    expect(await table(under.nia, moved)).toEqual(managedBy('dan'));
  });
});
