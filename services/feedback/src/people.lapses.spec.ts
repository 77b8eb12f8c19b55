import { afterEach, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { until } from '@plumbline/kernel/testing';
import { feedbackPorts } from './feedback.ports.ts';
import { company, type Company } from './http/company.testing.ts';
import { lapsePageMax, RequestLapses } from './people.lapses.ts';
import { overEverywhereAt } from './request/request.decide.ts';

describe('requests that are past due', () => {
  let at: Company;
  afterEach(() => at.close());

  const asking = { from: 'bo', due: '2026-04-15', question: 'How was it?' };
  const ask = (told: object = {}) =>
    at.made(at.ada.post('/feedback/requests', { ...asking, ...told }));
  const stageOf = async (id: string) => {
    await at.settled();
    const { body } = await at.ada.get(`/feedback/requests/${id}`);
    return (body['request'] as { stage: string }).stage;
  };
  const lapses = () => at.web.app.get(RequestLapses);

  it('lapse once the day is over everywhere, and not a moment before', async () => {
    at = await company();
    const id = await ask();
    const later = await ask({ due: '2026-04-16' });
    await at.settled();
    const over = Date.parse(overEverywhereAt('2026-04-15'));
    expect(over).toBe(Date.parse('2026-04-16T12:00:00.000Z'));
    at.clock.set(new Date(over - 1).toISOString());
    expect(await lapses().lapse()).toBe(0);
    at.clock.advance(1);
    expect(await lapses().lapse()).toBe(1);
    expect([await stageOf(id), await stageOf(later)]).toEqual(['lapsed', 'open']);
    const { body } = await at.ada.get(`/feedback/requests/${id}`);
    const by = { sub: 'lapse-when-due', via: 'policy:lapse-when-due' };
    expect(body['request']).toMatchObject({
      outcomes: [{ stage: 'lapsed', at: '2026-04-16T12:00:00.000Z', by }],
    });
    expect(await lapses().lapse()).toBe(0);
  });

  it('lapse once, whichever and however many processes look', async () => {
    at = await company();
    const id = await ask();
    await at.settled();
    at.clock.set('2026-04-20T09:00:00.000Z');
    const all = await Promise.all([lapses().lapse(), lapses().lapse(), lapses().lapse()]);
    expect(all.reduce((one, other) => one + other)).toBe(1);
    at.clock.advance(1_000);
    // The view may be behind: the request itself says no.
    expect(await lapses().lapse()).toBe(0);
    expect(await stageOf(id)).toBe('lapsed');
    const { body } = await at.ada.get(`/feedback/requests/${id}`);
    expect((body['request'] as { outcomes: object[] }).outcomes).toHaveLength(1);
  });

  it('lapse also where there are more than one page of them', async () => {
    at = await company();
    const many = lapsePageMax + 1;
    for (let n = 0; n < many; n += 1) await ask();
    await at.settled();
    at.clock.set('2026-04-20T09:00:00.000Z');
    expect(await lapses().lapse()).toBe(many);
  });

  it('are answered still, and those that were declined stay so', async () => {
    at = await company();
    const [one, two] = [await ask(), await ask()];
    await at.bo.post(`/feedback/requests/${two}/decline`, {});
    await at.settled();
    at.clock.set('2026-04-20T09:00:00.000Z');
    expect(await lapses().lapse()).toBe(1);
    const note = { subject: 'ada', visibility: 'public', kind: 'praise', message: 'Late.' };
    await at.made(at.bo.post('/feedback/notes', { ...note, links: [{ request: one }] }));
    expect([await stageOf(one), await stageOf(two)]).toEqual(['answered', 'declined']);
  });

  it('are looked through when a process starts', async () => {
    at = await company();
    const id = await ask();
    await at.settled();
    at.clock.set('2026-04-20T09:00:00.000Z');
    const { app } = at.web;
    const started = new RequestLapses(app.get(CommandBus), app.get(feedbackPorts));
    started.onApplicationBootstrap();
    await until(async () => (await stageOf(id)) === 'lapsed');
    await started.onModuleDestroy();
  });

  it('are looked through no more once the process stops', async () => {
    at = await company();
    await ask();
    await at.settled();
    at.clock.set('2026-04-20T09:00:00.000Z');
    await lapses().onModuleDestroy();
    expect(await lapses().lapse()).toBe(0);
  });
});
