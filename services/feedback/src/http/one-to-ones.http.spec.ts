import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaPointsMax } from '../one-to-one/one-to-one.rules.ts';
import { codeOf, company, idsOf, type Company } from './company.testing.ts';

const nobody = '00000000-0000-5000-8000-000000000000';
const meeting = { with: 'ada', on: '2026-04-01', agenda: ['The night shift', 'A course'] };

describe('a one-to-one over HTTP', () => {
  let at: Company;
  beforeAll(async () => {
    at = await company();
  });
  afterAll(() => at.close());

  const held = (told: object = {}, by: Company['ada'] = at.mia) =>
    at.made(by.post('/feedback/one-to-ones', { ...meeting, ...told }));
  const read = async (id: string, by: Company['ada'] = at.ada) => {
    await at.settled();
    return by.get(`/feedback/one-to-ones/${id}`);
  };

  it('is recorded with what was agreed; either of the two goes on with it', async () => {
    const first = await at.mia.post('/feedback/one-to-ones', meeting);
    const id = String(first.body['id']);
    const path = `/feedback/one-to-ones/${id}`;
    expect(first).toMatchObject({ status: 201, headers: { location: path } });
    const [course, nurse] = [
      await at.made(
        at.ada.post(`${path}/actions`, { owner: 'ada', due: '2026-04-20', action: 'A course' }),
      ),
      await at.made(
        at.ada.post(`${path}/actions`, { owner: 'mia', due: '2026-04-20', action: 'Ask' }),
      ),
    ];
    at.clock.advance(60_000);
    expect((await at.mia.post(`${path}/actions/${course}/complete`, {})).status).toBe(200);
    const reason = 'The ward closes.';
    expect((await at.mia.post(`${path}/actions/${nurse}/drop`, { reason })).status).toBe(200);
    const mended = { on: '2026-03-31', reason: 'It was the Tuesday.' };
    expect((await at.ada.post(`${path}/correct`, mended)).status).toBe(200);
    const answer = await read(id);
    expect(answer).toMatchObject({ status: 200, headers: { etag: '"5"' } });
    const ended = { at: '2026-04-01T09:01:00.000Z', by: { sub: 'mia' } };
    expect(answer.body['oneToOne']).toMatchObject({
      ...{ people: ['mia', 'ada'], about: 'ada', on: '2026-03-31', agenda: meeting.agenda },
      corrections: [
        { from: '2026-04-01', to: '2026-03-31', reason: mended.reason, by: { sub: 'ada' } },
      ],
      actions: [
        { id: course, owner: 'ada', action: 'A course', stage: 'completed', ended },
        { id: nurse, owner: 'mia', action: 'Ask', stage: 'dropped', ended: { ...ended, reason } },
      ],
    });
    const then = await at.mia.get(`${path}?asOf=${String(first.body['position'])}`);
    expect(then.body['oneToOne']).toMatchObject({ on: '2026-04-01', actions: [] });
  });

  it('is about the one who reports to the other, whoever records it', async () => {
    const aboutOf = async (by: Company['ada'], other: string) => {
      const { body } = await read(await held({ with: other }, by), by);
      return (body['oneToOne'] as { about: string }).about;
    };
    expect(await aboutOf(at.mia, 'ada')).toBe('ada');
    expect(await aboutOf(at.ada, 'mia')).toBe('ada');
    expect(await aboutOf(at.eve, 'ada')).toBe('ada');
    expect(await aboutOf(at.ada, 'bo')).toBe('ada');
    expect(await aboutOf(at.bo, 'ada')).toBe('bo');
  });

  it('is for the two alone: neither HR, nor an auditor, nor who is above knows of it', async () => {
    const path = `/feedback/one-to-ones/${await held()}`;
    await at.settled();
    const roles = ['hr-partner', 'auditor', 'administrator'];
    const others = [at.eve, at.cy, at.bo, at.as('hr', { roles })];
    for (const other of others) {
      expect((await other.get(path)).status).toBe(404);
      expect(idsOf(await other.get('/feedback/one-to-ones?with=ada'))).not.toContain(
        path.slice('/feedback/one-to-ones/'.length),
      );
      const attempts = await Promise.all([
        other.post(`${path}/correct`, { on: '2026-03-31', reason: 'x' }),
        other.post(`${path}/actions`, { owner: 'ada', due: '2026-04-20', action: 'x' }),
        other.post(`${path}/actions/${nobody}/complete`, {}),
      ]);
      for (const one of attempts) {
        expect([one.status, ...codeOf(one)]).toEqual([404, 'one-to-one/not-found', undefined]);
      }
    }
    const { facts } = await at.log.readAll(null, { limit: 1_000 });
    const stored = facts.filter(({ type }) => type.startsWith('feedback.OneToOne'));
    expect(stored.length).toBeGreaterThan(0);
    expect(await at.published('feedback.OneToOne')).toEqual([]);
  });

  it('is held and read in person only', async () => {
    await at.directory('directory.DelegationGranted.v1', {
      ...{ person: 'mia', delegation: 'd1', to: 'cy', from: '2026-04-01', until: '2026-04-30' },
      actions: null,
    });
    const behalf = { 'on-behalf-of': 'mia' };
    const inPerson = ['permission/in-person-only', 'header:On-Behalf-Of'];
    const post = await at.cy.post('/feedback/one-to-ones', meeting, behalf);
    expect(codeOf(post)).toEqual(inPerson);
    expect(codeOf(await at.cy.get('/feedback/one-to-ones', behalf))).toEqual(inPerson);
  });

  it('has no field for what one keeps to oneself', async () => {
    const answer = await at.mia.post('/feedback/one-to-ones', { ...meeting, notes: 'Mine.' });
    expect([answer.status, ...codeOf(answer)]).toEqual([422, 'request/invalid-body', '/notes']);
  });

  it('is listed with whom', async () => {
    const own = await company();
    const made = (other: string) =>
      own.made(own.mia.post('/feedback/one-to-ones', { ...meeting, with: other }));
    const [one, two] = [await made('ada'), await made('cy')];
    await own.settled();
    const ids = async (query = '', by = own.mia) =>
      idsOf(await by.get(`/feedback/one-to-ones${query}`)).toSorted();
    expect(await ids()).toEqual([one, two].toSorted());
    expect(await ids('?with=cy')).toEqual([two]);
    expect(await ids('', own.cy)).toEqual([two]);
    expect(await ids('', own.eve)).toEqual([]);
    await own.close();
  });

  it.each([
    [{ with: 'mia' }, 'one-to-one/with-oneself', '/with'],
    [{ with: 'zoe' }, 'one-to-one/unknown-person', '/with'],
    [{ on: '2026-04-03' }, 'one-to-one/in-the-future', '/on'],
    [{ agenda: [' '] }, 'request/invalid-body', '/agenda'],
    [{ agenda: ['x'.repeat(501)] }, 'request/invalid-body', '/agenda'],
    [
      { agenda: Array.from({ length: agendaPointsMax + 1 }, () => 'x') },
      'request/invalid-body',
      '/agenda',
    ],
  ])('refuses %j as %s', async (told, code, field) => {
    const answer = await at.mia.post('/feedback/one-to-ones', { ...meeting, ...told });
    expect([answer.status, ...codeOf(answer)]).toEqual([422, code, field]);
  });

  it('takes as many points as are allowed', async () => {
    const agenda = Array.from({ length: agendaPointsMax }, () => 'x'.repeat(500));
    expect((await at.mia.post('/feedback/one-to-ones', { ...meeting, agenda })).status).toBe(201);
  });
});
