import { describe, expect, it } from '@jest/globals';
import { desk, house, joiner, leaver, mover, names, onLeave, peopleIn, seats } from './cast.ts';
import { units } from './company.ts';
import { planOf } from './plan.ts';
import { keptOf } from './script.ts';
import { monthsOf, quartersUntil, weeksWithin, type DemoPeriod } from './periods.ts';

const today = '2026-08-20';

describe('the company of the demo', () => {
  const plan = planOf('plumbline', today);
  const threads = plan.flat();
  const steps = threads.flatMap((thread) => thread.steps);
  const commandsOf = (path: RegExp) => steps.filter((step) => path.test(step.path));

  it('has some forty people, each with a name and in one unit', () => {
    const people = units.flatMap((unit) => unit.people);
    expect(units).toHaveLength(6);
    expect(people).toHaveLength(40);
    expect(new Set(people).size).toBe(40);
    for (const unit of units) expect(unit.people).toContain(unit.lead);
    expect(Object.keys(names).toSorted()).toEqual([...people, house.lead, joiner].toSorted());
    expect(seats.map(({ person }) => person).toSorted()).toEqual(
      [...people, house.lead].toSorted(),
    );
  });

  it('has places of which each answers to one that is named before it', () => {
    const before = new Set<string | null>([null]);
    for (const { post, manager } of seats) {
      expect(before).toContain(manager);
      expect(before).not.toContain(post);
      before.add(post);
    }
    expect(seats.filter(({ unit }) => unit === desk.id)).toHaveLength(desk.people.length);
  });

  it('is the same for the same seed and day, and another for another seed', () => {
    expect(planOf('plumbline', today)).toEqual(plan);
    expect(planOf('other', today)).not.toEqual(plan);
  });

  it('plays every kind of command, and nothing in the future', () => {
    const commands = new Set(steps.map(({ path }) => path.split('/').at(-1)));
    for (const command of [
      ...['goals', 'kpis', 'activate', 'redraft', 'withdraw', 'check-ins'],
      ...['correct', 'amend', 'transfer', 'close', 'measurements'],
      ...['people', 'structure', 'move', 'depart', 'leaves', 'delegations', 'roles'],
      ...['reorganisations', 'strategies', 'signals', 'alignments'],
      ...['ideas', 'experiment', 'conclude', 'settle', 'reuse'],
      ...['notes', 'widen', 'retract', 'requests', 'decline'],
      ...['one-to-ones', 'actions', 'complete', 'drop'],
      ...['reward-programme', 'recognitions', 'redemptions', 'decide'],
      ...['import', 'attribute', 'dispute', 'service-levels', 'revise'],
      ...['rule-packs', 'review-templates', 'review-cycles', 'launch'],
      ...['sections', 'draft', 'invitations', 'override', 'calibrate', 'calibration-sessions'],
      ...['adjustments', 'decide', 'lock', 'finalise', 'release', 'share', 'acknowledge'],
      ...['dispute', 'resolve'],
      ...['control-charts', 'metric-releases', 'surveys', 'answers'],
      ...['cases', 'respond', 'pause', 'resume', 'resolve', 'reopen'],
    ]) {
      expect(commands).toContain(command);
    }
    // What is done in reviews is done now, and says so itself.
    const isNow = /^\/(reviews|review-cycles|calibration-sessions)\b/;
    const told = steps.filter(({ path, finds }) => finds === undefined && !isNow.test(path));
    const times = told.flatMap(({ body, lines }) => {
      return lines?.map((one) => one.body['answeredAt'] ?? one.body['to']) ?? [body['effectiveAt']];
    });
    for (const at of times) {
      expect(Date.parse(String(at))).toBeLessThanOrEqual(Date.parse(today));
    }
  });

  it.each<[day: string, people: number]>([
    [today, 42],
    ['2026-07-01', 42],
    ['2026-09-30', 42],
    ['2028-02-29', 42],
    ['2027-01-03', 42],
    [today, 43],
    [today, 60],
    ['2028-02-29', 200],
  ])(
    'never names an id that no earlier step, or scene, has given (%s, %d people)',
    (day, people) => {
      const before = new Set<string>();
      for (const scene of planOf('plumbline', day, { people })) {
        const given = scene.flatMap(({ name, steps: those }) => {
          const own = new Set<string>();
          for (const step of those) {
            const { path, body, finds = {} } = step;
            const text = `${path}${JSON.stringify(body)}${JSON.stringify(finds)}`;
            const missing = [...text.matchAll(/\{([\w/:.-]+)\}/g)].filter(([, id = '']) => {
              return !own.has(id) && !before.has(id);
            });
            expect(missing.map(([id]) => id)).toEqual([]);
            for (const kept of keptOf(step)) own.add(kept).add(`${name}:${kept}`);
          }
          return [...own].filter((id) => id.startsWith(`${name}:`));
        });
        for (const id of given) before.add(id);
      }
      expect(before.size).toBeGreaterThan(400);
    },
  );

  it('has goals of a person only in the quarters in which that person is there', () => {
    const goals = threads.map(({ name }) => name).filter((name) => /^\d{4}-Q\d\/\w+$/.test(name));
    const quartersOf = (person: string) => goals.filter((name) => name.endsWith(`/${person}`));
    expect(goals.length).toBeGreaterThan(40);
    expect(quartersOf(leaver)).not.toContain(`2026-Q3/${leaver}`);
    expect(quartersOf(joiner)).not.toContain(`2026-Q1/${joiner}`);
    const [sales, product] = units;
    if (sales === undefined || product === undefined) throw new Error('no units');
    expect(peopleIn(sales, 1)).toEqual(expect.arrayContaining([leaver, mover]));
    expect(peopleIn(sales, 0)).not.toContain(mover);
    expect(peopleIn(product, 0)).toEqual(expect.arrayContaining([joiner, mover]));
  });

  it('aligns goals before any is closed, with shares of one at most', () => {
    const order = plan.map((scene) => scene.flatMap(({ steps: those }) => those));
    const at = (path: RegExp) =>
      order.findIndex((those) => those.some((one) => path.test(one.path)));
    expect(at(/^\/alignments$/)).toBeGreaterThan(at(/\/activate$/));
    expect(at(/\/close$/)).toBeGreaterThan(at(/^\/alignments$/));
    const shares = new Map<string, number>();
    for (const { body } of commandsOf(/^\/alignments$/)) {
      const child = String(body['child']);
      shares.set(child, (shares.get(child) ?? 0) + Number(body['share'] ?? 0));
    }
    expect(Math.max(...shares.values())).toBe(1);
    const modes = commandsOf(/^\/alignments$/).map(({ body }) => body['mode']);
    expect(new Set(modes)).toEqual(new Set(['contributes', 'supports']));
  });

  it('has a stand-in act for who is away, on the days on which the server lets them', () => {
    const stoodIn = steps.filter((step) => step.for !== undefined);
    expect(stoodIn.length).toBeGreaterThan(5);
    for (const { as, for: of, body } of stoodIn) {
      expect([as, of]).toEqual([desk.lead, onLeave]);
      expect(String(body['effectiveAt']) >= '2026-07-01').toBe(true);
    }
    const past = planOf('plumbline', today, { clockDay: '2026-11-24' }).flat();
    expect(past.flatMap((thread) => thread.steps).filter((step) => step.for)).toEqual([]);
  });

  it('has amendments that answer a signal, and private goals', () => {
    const answers = commandsOf(/\/amend$/).filter(({ body }) => body['signal'] !== undefined);
    expect(answers.length).toBeGreaterThan(1);
    const hidden = commandsOf(/^\/goals$/).filter(({ body }) => body['visibility'] === 'private');
    expect(hidden.length).toBeGreaterThan(3);
    for (const { body } of hidden) expect(body['owner']).toMatch(/^person:/);
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

  it('have twelve or thirteen whole weeks', () => {
    const weeksOf = (day: string) => weeksWithin(quartersUntil(day, 1)[0] ?? never());
    const never = (): DemoPeriod => {
      throw new Error('no quarter');
    };
    expect(weeksOf('2026-02-10')).toHaveLength(12);
    expect(weeksOf('2026-02-10')[0]).toBe('2026-W02');
    expect(weeksOf('2026-08-20').at(-1)).toBe('2026-W39');
    expect(weeksOf('2024-02-10')[0]).toBe('2024-W01');
  });
});
