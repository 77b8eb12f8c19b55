import { describe, expect, it } from '@jest/globals';
import { units } from './company.ts';
import { planOf } from './plan.ts';
import { monthsOf, quartersUntil } from './periods.ts';

describe('the company of the demo', () => {
  const plan = planOf('plumbline', '2026-08-20');
  const steps = plan.flatMap((thread) => thread.steps);

  it('has some forty people in six units, each in one', () => {
    const people = units.flatMap((unit) => unit.people);
    expect(units).toHaveLength(6);
    expect(people).toHaveLength(40);
    expect(new Set(people).size).toBe(40);
    for (const unit of units) expect(unit.people).toContain(unit.lead);
  });

  it('is the same for the same seed and day, and another for another seed', () => {
    expect(planOf('plumbline', '2026-08-20')).toEqual(plan);
    expect(planOf('other', '2026-08-20')).not.toEqual(plan);
  });

  it('plays every kind of command, and nothing in the future', () => {
    const commands = new Set(steps.map(({ path }) => path.split('/').at(-1)));
    for (const command of ['goals', 'kpis', 'activate', 'redraft', 'withdraw', 'check-ins']) {
      expect(commands).toContain(command);
    }
    for (const command of ['correct', 'amend', 'transfer', 'close', 'measurements']) {
      expect(commands).toContain(command);
    }
    for (const { body } of steps) {
      expect(Date.parse(String(body['effectiveAt']))).toBeLessThanOrEqual(Date.parse('2026-08-20'));
    }
  });

  it('never names an id that no earlier step of its thread has given', () => {
    for (const thread of plan) {
      const given = new Set<string>();
      for (const { path, body, keeps } of thread.steps) {
        const names = [...`${path}${JSON.stringify(body)}`.matchAll(/\{([a-z]+\d*)\}/g)];
        for (const [, name] of names) expect(given).toContain(name);
        if (keeps !== undefined) given.add(keeps);
      }
    }
  });
});

describe('quarters', () => {
  it('end with the one that the day lies in', () => {
    expect(quartersUntil('2026-01-01', 2)).toEqual([
      { name: '2025-Q4', start: '2025-10-01', end: '2025-12-31' },
      { name: '2026-Q1', start: '2026-01-01', end: '2026-03-31' },
    ]);
    expect(quartersUntil('2025-12-31', 1)[0]?.name).toBe('2025-Q4');
  });

  it('have three months', () => {
    const [quarter] = quartersUntil('2024-02-10', 1);
    if (quarter === undefined) throw new Error('no quarter');
    expect(monthsOf(quarter).map(({ end }) => end)).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
    ]);
  });
});
