import { house } from './cast.ts';
import { units } from './company.ts';
import type { DemoPeriod } from './periods.ts';
import { randomOf } from './random.ts';
import { msPerDay, type Step, type Thread } from './script.ts';
import { strategyId, type Telling, type Theme } from './strategy.ts';

type Parent = { readonly goal: string } | { readonly strategy: string; readonly theme: Theme };
type Link = readonly [parent: Parent, share: number | null];

const theme = (name: Theme): Parent => ({ strategy: strategyId, theme: name });
const goalOf = (thread: string): string => `{${thread}:goal}`;

/** Which theme the first goal of a unit pulls on; the second pulls on a goal of the company. */
const themesOf: Readonly<Record<string, Theme>> = {
  sales: 'margin',
  product: 'customers',
  engineering: 'flow',
  support: 'customers',
  operations: 'flow',
  people: 'skills',
};

/** The goal of the company that is given up; these units pull on it. */
const givenUp = 3;
const stranded = ['operations', 'people'] as const;

/**
 * What pulls on what, quarter by quarter: people on their unit, units on the company and on the
 * themes. Some goals stay without a parent: a map that is full tells nothing.
 */
export function alignmentThread({ now, current }: Telling, goals: readonly Thread[]): Thread {
  const stoodInSince = Date.parse(current.start);
  const threads = new Map(goals.map((thread) => [thread.name, thread]));
  const steps = goals.flatMap((thread): Step[] => {
    const active = activationOf(thread);
    if (active === undefined) return [];
    const links = linksOf(thread.name).filter(([parent]) => isActive(parent, threads));
    return links.flatMap(([parent, share], index): Step[] => {
      const at = Date.parse(String(active.body['effectiveAt'])) + (index + 1) * msPerDay;
      if (at > now) return [];
      // Whoever answers for the goal in the end; before the delegation, the one who is away now.
      const { as, for: of } = thread.steps.at(-1) ?? active;
      const isStoodIn = of !== undefined && at >= stoodInSince;
      return [
        {
          ...(isStoodIn ? { as, for: of } : { as: of ?? as }),
          path: '/alignments',
          body: {
            ...{ child: goalOf(thread.name), parent },
            ...(share === null ? { mode: 'supports' } : { mode: 'contributes', share }),
            effectiveAt: new Date(at).toISOString(),
          },
          keeps: `${thread.name}/${index}`,
        },
      ];
    });
  });
  return { name: 'alignments', steps };
}

function activationOf({ steps }: Thread): Step | undefined {
  return steps.find(({ path }) => path.endsWith('/activate'));
}

/** A goal that is a draft still, or was withdrawn, is no parent. */
function isActive(parent: Parent, threads: ReadonlyMap<string, Thread>): boolean {
  if (!('goal' in parent)) return true;
  const thread = threads.get(parent.goal.slice(1, -':goal}'.length));
  return thread !== undefined && activationOf(thread) !== undefined;
}

function linksOf(name: string): readonly Link[] {
  const [period = '', owner = '', which] = name.split('/');
  const company = (number: number): Parent => ({
    goal: goalOf(`${period}/${house.id}/goal-${number}`),
  });
  if (owner === house.id) {
    if (which === `goal-${givenUp}`) return [[theme('flow'), 0.5]];
    return [[theme(which === 'goal-1' ? 'customers' : 'margin'), 1]];
  }
  const unit = units.find(({ id }) => id === owner);
  if (unit === undefined) return personalLinks(period, owner);
  if (which === 'indicators') return [[theme(themesOf[owner] ?? 'flow'), null]];
  if (which === 'goal-1') {
    return [
      [theme(themesOf[owner] ?? 'flow'), 0.6],
      [company(1), 0.4],
    ];
  }
  const isStranded = (stranded as readonly string[]).includes(owner);
  return [[company(isStranded ? givenUp : 2), 1]];
}

function personalLinks(period: string, person: string): readonly Link[] {
  const random = randomOf('alignments', period, person);
  const unit = units.find(({ people }) => people.includes(person));
  if (unit === undefined || !random.chance(0.8)) return [];
  const unitGoal = (number: number): Parent => ({
    goal: goalOf(`${period}/${unit.id}/goal-${number}`),
  });
  const number = random.pick([1, 2]);
  if (random.chance(0.15)) return [[unitGoal(number), null]];
  if (random.chance(0.75)) return [[unitGoal(number), 1]];
  return [
    [unitGoal(1), 0.5],
    [unitGoal(2), 0.25],
  ];
}

/** The company gives one of its goals up; one of the units that pulled on it finds another. */
export function retiringThread({ now, current }: Telling, goals: readonly Thread[]): Thread {
  const name = 'retiring';
  const parent = activeGoal(goals, `${current.name}/${house.id}/goal-${givenUp}`);
  if (parent === undefined) return { name, steps: [] };
  const last = Date.parse(String(parent.steps.at(-1)?.body['effectiveAt']));
  const at = Math.max(Date.parse(current.start) + 12 * msPerDay, last + msPerHour);
  if (at + msPerHour > now) return { name, steps: [] };
  const body = {
    ...{ score: 0, lesson: 'Sign the lease before the plan is told.' },
    ...{ postMortem: 'The lease fell through; we try again next year.' },
    effectiveAt: new Date(at).toISOString(),
  };
  const path = `/goals/${goalOf(parent.name)}/close`;
  const givingUp: Step = { as: house.lead, path, body };
  return { name, steps: [givingUp, ...realigning(current, at + msPerHour, goals)] };
}

const msPerHour = 3_600_000;

function realigning(current: DemoPeriod, at: number, goals: readonly Thread[]): Step[] {
  const [owner] = stranded;
  const lead = units.find(({ id }) => id === owner)?.lead ?? '';
  const child = activeGoal(goals, `${current.name}/${owner}/goal-2`);
  if (child === undefined) return [];
  const body = {
    reason: 'Safe work makes for short ways, workshop or not.',
    parent: theme('flow'),
    effectiveAt: new Date(at).toISOString(),
  };
  return [{ as: lead, path: `/alignments/{alignments:${child.name}/0}/move`, body }];
}

function activeGoal(goals: readonly Thread[], name: string): Thread | undefined {
  return goals.find((thread) => thread.name === name && activationOf(thread) !== undefined);
}
