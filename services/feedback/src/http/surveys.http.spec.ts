import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from './company.testing.ts';
import { askedCompany, people, survey, type Asked } from './surveys.company.testing.ts';

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
      ...{
        tickets: { segments: {} },
        audience: { kind: 'people', units: ['desk', 'lab', 'shop'] },
      },
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
