import { describe, expect, it } from '@jest/globals';
import { displayTier, judge, limitsOf, signalsOf, type Subgroup } from '@plumbline/statistics';
import { quartersUntil, weeksWithin } from './periods.ts';
import { planOf } from './plan.ts';

interface Answer {
  readonly metric: string;
  readonly score?: number;
}

/** Customers let down in each week, as the server counts them. */
function weeksOf(day: string): ReadonlyMap<string, Subgroup> {
  const [first, ...others] = quartersUntil(day, 3);
  const weeks = [first, ...others].flatMap((one) => (one === undefined ? [] : [one]));
  const spanned = { name: '', start: weeks[0]?.start ?? '', end: weeks.at(-1)?.end ?? '' };
  const counted = new Map(weeksWithin(spanned).map((week) => [week, { successes: 0, trials: 0 }]));
  const lines = planOf('plumbline', day).flatMap((scene) =>
    scene.flatMap(({ steps }) =>
      steps.flatMap(({ path, lines: some = [] }) => (path.startsWith('/customer') ? some : [])),
    ),
  );
  for (const { body } of lines) {
    const on = String(body['occurredOn']);
    const [week = ''] = weeksWithin({ name: '', ...mondayToSunday(on) });
    const csat = (body['answers'] as readonly Answer[]).find(({ metric }) => metric === 'csat');
    const before = counted.get(week);
    if (before === undefined || csat?.score === undefined) continue;
    const successes = before.successes + (csat.score <= 2 ? 1 : 0);
    counted.set(week, { successes, trials: before.trials + 1 });
  }
  return counted;
}

function mondayToSunday(on: string): { readonly start: string; readonly end: string } {
  const at = Date.parse(on);
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * 86_400_000;
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return { start: day(monday), end: day(monday + 6 * 86_400_000) };
}

describe('the chart of the demo', () => {
  it.each(['2026-08-20', '2026-07-01', '2026-12-31', '2027-01-15', '2028-02-29'])(
    'has limits, and a signal of the week in which the shop was down (%s)',
    (day) => {
      const counted = weeksOf(day);
      const shown = ({ successes, trials }: Subgroup): Subgroup =>
        displayTier(trials) === 'hidden' ? { successes: 0, trials: 0 } : { successes, trials };
      const [first] = quartersUntil(day, 3);
      const baseline = first === undefined ? [] : weeksWithin(first);
      const points = baseline.map((week) =>
        shown(counted.get(week) ?? { successes: 0, trials: 0 }),
      );
      expect(points.filter(({ trials }) => trials > 0).length).toBeGreaterThanOrEqual(6);
      const limits = limitsOf({ chart: 'p', points });
      if (limits === undefined) throw new Error('The baseline has limits.');
      const judged = judge(limits, [...counted.values()].map(shown));
      const signals = signalsOf(['beyond-limit'], judged);
      const weeks = [...counted.keys()];
      const after = signals.filter(({ index }) => !baseline.includes(weeks[index] ?? ''));
      expect(after.map(({ side }) => side)).toContain('above');
      const worst = judged.map(({ value }) => value ?? 0);
      const outage = worst.indexOf(Math.max(...worst.slice(baseline.length)), baseline.length);
      expect(after.map(({ index }) => index)).toContain(outage);
    },
  );
});
