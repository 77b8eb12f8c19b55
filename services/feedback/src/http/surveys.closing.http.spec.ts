import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SurveyReleases } from '../surveys.releases.ts';
import { codeOf } from './company.testing.ts';
import { askedCompany, people, type Asked } from './surveys.company.testing.ts';

let asked: Asked;
beforeEach(async () => {
  asked = await askedCompany();
});
afterEach(() => asked.close());

const lab = people['lab'] ?? [];
const commentsOf = async (surveyId: string) =>
  (await asked.hr.get(`/surveys/${surveyId}/comments`)).body['items'];
const close = (surveyId: string, reason = 'All have answered.') =>
  asked.hr.post(`/surveys/${surveyId}/close`, { reason });

describe('a survey that is closed', () => {
  it('releases all that waits, as the last batch, and keeps nothing of it', async () => {
    const surveyId = await asked.launched();
    for (const person of [...lab.slice(0, 4), 's1']) {
      const comments = person === 's1' ? { why: 'Shops are cold.' } : {};
      await asked.answer(surveyId, person, { ratings: { pride: 4 }, comments });
    }
    await asked.released();
    expect(await asked.left(surveyId)).toEqual({});
    expect((await asked.hr.post(`/surveys/${surveyId}/close`, {})).status).toBe(422);
    expect((await close(surveyId)).status).toBe(200);
    await asked.released();
    // One of the shop alone joins those of the lab, and all five are of the unit of both.
    expect(await asked.left(surveyId)).toEqual({ all: 5 });
    expect(await commentsOf(surveyId)).toEqual([
      { question: 'why', segments: { unit: 'all' }, text: 'Shops are cold.' },
    ]);
    const late = await asked.as('l6').get(`/surveys/${surveyId}`);
    expect(late.body['survey']).toMatchObject({ stage: 'closed', tickets: { keys: [] } });
  });

  it('says nothing of too few', async () => {
    const surveyId = await asked.launched();
    for (const person of ['l1', 'l2']) {
      await asked.answer(surveyId, person, { ratings: { pride: 1 } });
    }
    await close(surveyId);
    await asked.released();
    const { facts } = await asked.log.readAll(null, { limit: 1_000, context: 'feedback' });
    expect(facts.filter(({ type }) => type.includes('AnswersReleased'))).toEqual([]);
  });

  it('takes no answer and gives no ticket any more', async () => {
    const surveyId = await asked.launched();
    const ticket = await asked.ticketOf(surveyId, 'l1');
    await close(surveyId);
    const before = await asked.handIn(surveyId, ticket, { ratings: { pride: 1 } });
    expect(codeOf(before)[0]).toMatch(/^survey\/(closed|not-found)$/);
    await asked.released();
    const after = await asked.handIn(surveyId, ticket, { ratings: { pride: 1 } });
    expect([after.status, codeOf(after)[0]]).toEqual([404, 'survey/not-found']);
    const taken = await asked
      .as('l2')
      .post(`/surveys/${surveyId}/participation`, { blindedTicket: 'A'.repeat(344) });
    expect(codeOf(taken)[0]).toBe('survey/closed');
  });

  it('is closed by itself after its last day', async () => {
    const surveyId = await asked.launched();
    for (const person of lab.slice(0, 3)) {
      await asked.answer(surveyId, person, { ratings: { pride: 4 } });
    }
    const releases = asked.web.app.get(SurveyReleases);
    asked.clock.set('2026-04-10T23:59:00.000Z');
    await releases.askAll();
    await asked.released();
    expect(await asked.left(surveyId)).toEqual({});
    asked.clock.set('2026-04-11T00:00:00.000Z');
    await releases.askAll();
    await asked.released();
    expect(await asked.left(surveyId)).toEqual({ lab: 3 });
    const { body } = await asked.as('d1').get(`/surveys/${surveyId}`);
    expect(body['survey']).toMatchObject({ stage: 'closed', closedOn: '2026-04-11' });
  });
});

describe('a threshold that is raised', () => {
  it('never goes down', async () => {
    const surveyId = await asked.launched();
    for (const person of lab) await asked.answer(surveyId, person, { ratings: { pride: 4 } });
    await asked.released();
    expect(await asked.left(surveyId)).toEqual({ lab: 3 });
    const path = `/surveys/${surveyId}/raise-threshold`;
    const lower = await asked.hr.post(path, { threshold: 2, reason: 'We are few.' });
    expect(codeOf(lower)[0]).toBe('survey/threshold-lowered');
    expect((await asked.hr.post(path, { threshold: 4, reason: 'We are few.' })).status).toBe(200);
    await close(surveyId);
    await asked.released();
    // Three wait, and four were promised at the end: they are gone.
    expect(await asked.left(surveyId)).toEqual({ lab: 3 });
  });
});

describe('comments', () => {
  it('are read by HR partners, from enough answers on, apart from ratings', async () => {
    const surveyId = await asked.launched({ commentThreshold: 6 });
    for (const person of lab) {
      await asked.answer(surveyId, person, {
        ratings: { pride: 4 },
        comments: { why: `Because, says one.` },
      });
    }
    await asked.released();
    expect(await commentsOf(surveyId)).toEqual([]);
    await close(surveyId);
    await asked.released();
    const items = (await commentsOf(surveyId)) as unknown as object[];
    expect(items).toHaveLength(6);
    expect(items[0]).toEqual({
      question: 'why',
      segments: { unit: 'lab' },
      text: 'Because, says one.',
    });
    expect((await asked.as('d1').get(`/surveys/${surveyId}/comments`)).status).toBe(403);
  });
});
