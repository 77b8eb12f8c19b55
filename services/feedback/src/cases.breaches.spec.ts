import { afterEach, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { until } from '@plumbline/kernel/testing';
import { breachPageMax, SlaBreaches } from './cases.breaches.ts';
import { feedbackPorts } from './feedback.ports.ts';
import { desk, targets, type Desk } from './http/cases.testing.ts';

interface Line {
  readonly type: string;
  readonly at: string;
  readonly breach: { readonly ranOutAt: string } | null;
}

describe('clocks that have run out', () => {
  let at: Desk;
  afterEach(() => at.close());

  const breaches = () => at.web.app.get(SlaBreaches);
  const mark = async (isSweep = true) => {
    await at.settled();
    const marked = await breaches().mark(isSweep);
    await at.settled();
    return marked;
  };
  const historyOf = async (id: string) => {
    await at.settled();
    return (await at.case(id))['history'] as Line[];
  };
  const breachesOf = async (id: string) =>
    (await historyOf(id)).flatMap(({ at, breach }) => (breach === null ? [] : [{ at, ...breach }]));

  /** Due on Friday at ten in the morning, and on Monday, in summer time, at four. */
  const friday = '2026-03-27T09:00:00.000Z';
  const monday = '2026-03-30T14:00:00.000Z';

  it('are breaches from the next millisecond on, each once', async () => {
    at = await desk();
    const id = await at.open();
    at.clock.set(friday);
    expect(await mark()).toBe(0);
    at.clock.advance(1);
    expect(await mark()).toBe(1);
    expect(await mark()).toBe(0);
    at.clock.set('2026-03-29T09:00:00.000Z');
    expect(await mark()).toBe(0);
    at.clock.set('2026-03-31T09:00:00.000Z');
    expect(await mark()).toBe(1);
    expect(await mark()).toBe(0);
    expect(await breachesOf(id)).toEqual([
      { at: '2026-03-27T09:00:00.001Z', clock: 'firstResponse', ranOutAt: friday },
      { at: '2026-03-30T14:00:00.001Z', clock: 'resolution', ranOutAt: monday },
    ]);
    const { by } = (await historyOf(id)).at(-1) as unknown as { by: object };
    expect(by).toEqual({ sub: 'mark-sla-breached', via: 'policy:mark-sla-breached' });
  });

  it('are found among those of the day and the day before, without looking at all', async () => {
    at = await desk();
    await at.open();
    at.clock.set('2026-03-28T23:00:00.000Z');
    expect(await mark(false)).toBe(1);
    // Four days later only a look at all of them finds the other one.
    at.clock.set('2026-04-03T09:00:00.000Z');
    expect(await mark(false)).toBe(0);
    expect(await mark()).toBe(1);
  });

  it('are none of those that were stopped in time, wait, or are promised nothing', async () => {
    at = await desk();
    const [done, waiting] = [await at.open(), await at.open()];
    const free = await at.open({ slaRef: await at.level({ targets: { firstResponse: 9_600 } }) });
    at.clock.set(friday);
    await at.bo.post(`/cases/${done}/resolve`, {});
    await at.bo.post(`/cases/${waiting}/pause`, { cause: 'customer' });
    at.clock.set('2026-04-01T09:00:00.000Z');
    expect(await mark()).toBe(0);
    await at.bo.post(`/cases/${waiting}/resume`, {});
    expect(await mark()).toBe(0);
    at.clock.advance(1);
    expect(await mark()).toBe(1);
    const [breach] = await breachesOf(waiting);
    expect(breach).toMatchObject({ clock: 'firstResponse', ranOutAt: friday });
    expect([await breachesOf(done), await breachesOf(free)]).toEqual([[], []]);
  });

  it('are those too that stopped late, before anybody looked', async () => {
    at = await desk();
    const id = await at.open();
    at.clock.set('2026-03-27T10:00:00.000Z');
    await at.bo.post(`/cases/${id}/respond`, {});
    expect(await mark()).toBe(1);
    expect(await breachesOf(id)).toEqual([
      { at: '2026-03-27T10:00:00.000Z', clock: 'firstResponse', ranOutAt: friday },
    ]);
  });

  it('are corrected by a response in time that is told after them, and may follow again', async () => {
    at = await desk();
    const [answered, stopped] = [await at.open(), await at.open()];
    at.clock.set('2026-03-27T12:00:00.000Z');
    expect(await mark()).toBe(2);
    const inTime = { effectiveAt: friday };
    expect((await at.bo.post(`/cases/${answered}/respond`, inTime)).status).toBe(200);
    const early = { cause: 'customer', effectiveAt: '2026-03-27T08:00:00.000Z' };
    expect((await at.bo.post(`/cases/${stopped}/pause`, early)).status).toBe(200);
    expect(await mark()).toBe(0);
    const typesOf = async (id: string) => (await historyOf(id)).map(({ type }) => type);
    const corrected = ['SlaBreached', 'CaseResponded', 'SlaBreachCorrected'];
    expect(await typesOf(answered)).toEqual(['CaseOpened', ...corrected]);
    expect(await at.case(answered)).toMatchObject({
      ...{ isOverdue: false, firstResponse: { met: true, isOverdue: false } },
    });
    // Of the other one an hour is left, which runs on from now.
    expect((await at.bo.post(`/cases/${stopped}/resume`, {})).status).toBe(200);
    at.clock.set('2026-03-27T13:00:00.001Z');
    expect(await mark()).toBe(1);
    expect(await mark()).toBe(0);
    expect((await breachesOf(stopped)).map(({ ranOutAt }) => ranOutAt)).toEqual([
      ...[friday, friday, '2026-03-27T13:00:00.000Z'],
    ]);
  });

  it('are recorded once, whichever and however many processes look', async () => {
    at = await desk();
    const id = await at.open();
    await at.settled();
    at.clock.set('2026-03-31T09:00:00.000Z');
    const { app } = at.web;
    const other = new SlaBreaches(app.get(CommandBus), app.get(feedbackPorts));
    const all = await Promise.all([breaches().mark(), other.mark(), breaches().mark()]);
    expect(all.reduce((sum, one) => sum + one)).toBe(2);
    at.clock.advance(60_000);
    // The view may be behind: the case itself decides nothing.
    expect(await other.mark()).toBe(0);
    expect(await breachesOf(id)).toHaveLength(2);
  });

  it('are found also where there are more than one page of them', async () => {
    at = await desk();
    const many = breachPageMax + 1;
    const slaRef = await at.level({ targets: { resolution: targets.resolution } });
    for (let n = 0; n < many; n += 1) await at.open({ slaRef });
    at.clock.set('2026-03-31T09:00:00.000Z');
    expect(await mark()).toBe(many);
  });

  it('are looked for when a process starts', async () => {
    at = await desk();
    const id = await at.open();
    await at.settled();
    at.clock.set('2026-03-31T09:00:00.000Z');
    const { app } = at.web;
    const started = new SlaBreaches(app.get(CommandBus), app.get(feedbackPorts));
    started.onApplicationBootstrap();
    await until(async () => (await breachesOf(id)).length === 2);
    await started.onModuleDestroy();
    expect(await started.mark()).toBe(0);
  });

  it('are looked for no more by a process that has stopped', async () => {
    at = await desk();
    const id = await at.open();
    await at.settled();
    at.clock.set('2026-03-31T09:00:00.000Z');
    const { app } = at.web;
    const stopped = new SlaBreaches(app.get(CommandBus), app.get(feedbackPorts));
    await stopped.onModuleDestroy();
    stopped.onApplicationBootstrap();
    expect(await stopped.mark()).toBe(0);
    expect(await breachesOf(id)).toEqual([]);
  });
});
