import { house } from './cast.ts';
import type { DemoPeriod } from './periods.ts';
import { dayAfter, msPerDay, Script, type Thread } from './script.ts';

/** What the strategy wants, from four sides. */
export const themes = [
  { id: 'margin', name: 'Healthy margins', perspective: 'financial', weight: 2 },
  { id: 'customers', name: 'Customers who stay', perspective: 'customer', weight: 3 },
  { id: 'flow', name: 'Short ways', perspective: 'process' },
  { id: 'skills', name: 'People who grow', perspective: 'growth' },
] as const;

export type Theme = (typeof themes)[number]['id'];

const strategyName = 'strategy';
export const strategyId = `{${strategyName}:strategy}`;

/** The signal of the quarter before; some units amend their first goal because of it. */
export const firstSignal = `{${strategyName}:signal}`;
export const answering: ReadonlySet<string> = new Set(['sales', 'product']);

export interface Telling {
  readonly seed: string;
  readonly now: number;
  /** All that are played, oldest first, and the last two of them. */
  readonly quarters: readonly DemoPeriod[];
  readonly current: DemoPeriod;
  readonly previous: DemoPeriod;
}

export function strategyThread({ now, current, previous }: Telling): Thread {
  const script = new Script({ now, as: house.lead });
  const before = Date.parse(previous.start);
  const strategy = { owner: `unit:${house.id}`, title: 'Closer to those who use it' };
  const from = dayAfter(before, -100);
  script.add(before - 110 * msPerDay, '/strategies', { ...strategy, from, themes }, 'strategy');
  const signals = '/strategies/{strategy}/signals';
  const cheaper = 'A rival offers the same at four fifths of the price.';
  const first = { kind: 'market', themeId: 'customers', what: cheaper };
  script.add(before + 21 * msPerDay, signals, first, 'signal', 'dana');
  const rule = 'From next year on, parts must be repairable for ten years.';
  const second = { kind: 'regulation', themeId: 'flow', what: rule };
  script.add(Date.parse(current.start) + 5 * msPerDay, signals, second, undefined, 'dmitri');
  return { name: strategyName, steps: script.steps };
}

/** Ideas and what became of them: one refuted, one adopted, one under way, one only told. */
export function ideaThread({ now, previous, current }: Telling): Thread {
  const script = new Script({ now, as: 'jun' });
  const before = Date.parse(previous.start);
  const day = (days: number): number => before + days * msPerDay;
  const offer = {
    title: 'A first hour with a guide',
    description: 'Somebody of ours sits beside new customers, on a call, for their first hour.',
    credit: [
      { person: 'jun', share: 0.6 },
      { person: 'maria', share: 0.4 },
    ],
    signal: firstSignal,
  };
  script.add(day(24), '/ideas', offer, 'guide');
  const guided = {
    hypothesis: { metric: 'activation', direction: 'increase', threshold: 55, unit: '%' },
    statement: 'With a guide, more than half of the new accounts are active after a week.',
    until: dayAfter(before, 60),
  };
  script.add(day(28), '/ideas/{guide}/experiment', guided);
  const refuted = 'They liked the hour, and came back no more often. The first invoice decides.';
  const result = { outcome: 'refuted', value: 49, lesson: refuted };
  script.add(day(61), '/ideas/{guide}/conclude', result);
  const declined = { outcome: 'declined', reason: 'Kind, dear, and without effect.' };
  script.add(day(63), '/ideas/{guide}/settle', declined, undefined, 'hana');

  script.add(day(30), '/ideas', { title: 'Build only what changed' }, 'build', 'sven');
  const faster = {
    hypothesis: { metric: 'build.minutes', direction: 'decrease', threshold: 10, unit: 'min' },
    statement: 'A build that leaves out what did not change takes less than ten minutes.',
    until: dayAfter(before, 70),
  };
  script.add(day(35), '/ideas/{build}/experiment', faster, undefined, 'sven');
  const lesson = 'Seven minutes, once the caches are warm. Cold ones take as long as before.';
  const held = { outcome: 'supported', value: 7, lesson };
  script.add(day(68), '/ideas/{build}/conclude', held, undefined, 'sven');
  const adopted = { outcome: 'adopted', reason: 'All teams build that way from now on.' };
  script.add(day(72), '/ideas/{build}/settle', adopted, undefined, 'noor');
  const reusing = { by: { goal: `{${current.name}/product/goal-1:goal}` } };
  script.add(
    Date.parse(current.start) + msPerDay,
    '/ideas/{guide}/reuse',
    reusing,
    undefined,
    'hana',
  );

  script.add(day(80), '/ideas', { title: 'Repairs at the customer’s door' }, 'doors', 'zoe');
  const visits = {
    hypothesis: { metric: 'reopened-cases', direction: 'decrease', threshold: 12, unit: 'cases' },
    statement: 'What is repaired where it is used comes back half as often.',
    until: current.end,
  };
  script.add(day(85), '/ideas/{doors}/experiment', visits, undefined, 'zoe');
  script.add(day(86), '/ideas', { title: 'A library of spare parts' }, undefined, 'gita');
  return { name: 'ideas', steps: script.steps };
}
