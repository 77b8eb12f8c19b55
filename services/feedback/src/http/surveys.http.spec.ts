import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { msPerDay } from '@plumbline/kernel';
import { codeOf } from './company.testing.ts';
import { askedCompany, byLink, people, survey, type Asked } from './surveys.company.testing.ts';

describe('a survey over HTTP', () => {
  let asked: Asked;
  let surveyId: string;
  beforeAll(async () => {
    asked = await askedCompany();
    surveyId = await asked.launched();
  });
  afterAll(() => asked.close());

  const survey1 = async (person = 'd1', query = '') =>
    (await asked.as(person).get(`/surveys/${surveyId}${query}`)).body['survey'];

  it('is launched by HR partners, and shows what it asks and promises', async () => {
    const refused = await asked.as('d1').post('/surveys', survey);
    expect([refused.status, codeOf(refused)[0]]).toEqual([403, 'permission/survey-launch']);
    expect(await survey1()).toMatchObject({
      id: surveyId,
      ...{ mode: 'anonymous', stage: 'launched', threshold: 3, participants: 0, language: 'en' },
      ...{ title: 'How are we?', segments: [{ id: 'unit', values: ['desk', 'lab', 'shop'] }] },
      questions: [
        { id: 'pride', text: 'I am proud to work here.' },
        { id: 'recommend' },
        { id: 'place', options: [{ id: 'home', text: 'At home' }, { id: 'office' }] },
        { id: 'why' },
      ],
      tickets: { segments: {} },
      revision: 0,
    });
    expect(await survey1('d1', '?lang=de')).toMatchObject({
      language: 'de',
      questions: [{ text: 'Ich bin stolz, hier zu arbeiten.' }, {}, {}, { text: 'Why?' }],
    });
    expect(await survey1('d1', '?lang=de-AT')).toMatchObject({ language: 'de' });
    expect(await survey1('d1', '?lang=fr')).toMatchObject({ language: 'en' });
    const list = await asked.as('d1').get('/surveys?stage=launched&kind=pulse');
    expect(list.body['items']).toMatchObject([{ id: surveyId, title: 'How are we?' }]);
    expect((await asked.as('d1').get('/surveys?stage=closed')).body['items']).toEqual([]);
  });

  it('has keys for groups of at least as many as were promised', async () => {
    // Two in the shop are fewer than three: they join the smallest of the others.
    const all = await Promise.all(
      ['d1', 'l1', 's1'].map(
        async (one) => (await survey1(one)) as unknown as { tickets: { segments: object } },
      ),
    );
    expect(all.map(({ tickets }) => tickets.segments)).toEqual([
      { unit: 'all' },
      { unit: 'lab' },
      { unit: 'all' },
    ]);
  });

  it('takes answers from nobody, and releases them together', async () => {
    for (const [no, person] of people['lab']?.entries() ?? []) {
      const given = await asked.answer(surveyId, person, {
        ratings: { pride: no < 4 ? 5 : 2, recommend: 9 },
        comments: no === 0 ? { why: 'The people.' } : {},
      });
      expect([given.status, given.body]).toEqual([202, { accepted: true }]);
    }
    await asked.released();
    expect(await asked.left(surveyId)).toEqual({ lab: 3 });
  });
});

describe('of who is asked in a survey, and who takes part,', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askedCompany();
  });
  afterAll(() => asked.close());

  const shown = async (surveyId: string, query = '') => {
    const found = await asked.as('bo').get(`/surveys/${surveyId}${query}`);
    return (found.body['survey'] as { participants?: unknown } | undefined)?.participants;
  };
  const turned = async () => {
    await asked.turned();
    await asked.released();
  };
  const takePart = async (surveyId: string, those: readonly string[]) => {
    for (const one of those) await asked.answerSoon(surveyId, one, { ratings: { pride: 4 } });
    await turned();
  };

  it('names are for who may launch it; others learn how many, and whether they are', async () => {
    const named = { kind: 'people', people: ['person:d1', 'person:d2', 'person:l1'], units: [] };
    const surveyId = await asked.launched({ audience: named, segments: [] });
    const audienceFor = async (who: Asked['hr']) => {
      const { body } = await who.get(`/surveys/${surveyId}`);
      const { audience, tickets } = body['survey'] as Record<'audience' | 'tickets', object>;
      return [audience, (tickets as { segments: unknown }).segments];
    };
    expect(await audienceFor(asked.hr)).toEqual([{ ...named, invited: 3 }, null]);
    for (const [person, segments] of [
      ['d1', {}],
      ['bo', null],
    ] as const) {
      const told = [{ kind: 'people', invited: 3 }, segments];
      expect(await audienceFor(asked.as(person))).toEqual(told);
    }
    const link = await asked.launched(byLink);
    const { body } = await asked.as('bo').get(`/surveys/${link}`);
    expect(body['survey']).toMatchObject({ audience: { kind: 'link', invited: null } });
  });

  it('nobody sees the moment, as days are counted when they are over; nor how few', async () => {
    const surveyId = await asked.launched();
    await takePart(surveyId, ['d1', 'd2', 'd3', 'd4']);
    expect(await shown(surveyId)).toBe(0);
    asked.clock.advance(msPerDay);
    await turned();
    expect(await shown(surveyId)).toBeNull();
    await takePart(surveyId, ['d5']);
    expect(await shown(surveyId)).toBeNull();
    asked.clock.advance(msPerDay);
    await turned();
    expect(await shown(surveyId)).toBe(5);
    const listed = (await asked.as('bo').get('/surveys')).body['items'] as { id: string }[];
    expect(listed.find(({ id }) => id === surveyId)).toMatchObject({ participants: 5 });
    // Nor at any point of what was recorded.
    const { facts } = await asked.log.readAll(null, { limit: 1_000 });
    const then = new Set<unknown>();
    for (const { position } of facts) then.add(await shown(surveyId, `?asOf=${position}`));
    expect([...then]).toEqual([undefined, 0, null, 5]);
  });

  it('the count is a revision of it, by which it can be changed', async () => {
    const surveyId = await asked.launched();
    await takePart(surveyId, ['d1']);
    asked.clock.advance(msPerDay);
    await turned();
    const { headers } = await asked.hr.get(`/surveys/${surveyId}`);
    const higher = { threshold: 4, reason: 'Units are small.' };
    const ifMatch = { 'if-match': String(headers['etag']) };
    const raised = await asked.hr.post(`/surveys/${surveyId}/raise-threshold`, higher, ifMatch);
    expect(raised.status).toBe(200);
  });
});
