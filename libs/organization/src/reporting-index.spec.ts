import { beforeAll, describe, expect, it } from '@jest/globals';
import { dayNumber } from './dated.ts';
import { dayOf, drawn, generatedHistory } from './generated.testing.ts';
import { fact, linesAfter, placed, replayed } from './organization.testing.ts';
import { createOrganization } from './organization.ts';
import { buildReportingIndex, reportingLevelsMax } from './reporting-index.ts';
import { createReporting, reportingDaysMax, walkDown, walkUp } from './reporting.ts';

describe('a million checks', () => {
  // Together a million, on organisations of several sizes, some days each, now and as known before.
  const sizes = [
    [10, 100_000],
    [1_000, 400_000],
    [20_000, 500_000],
  ] as const;
  const daysEach = 4;

  it('by the index are as by walking the long way', () => {
    let [asked, above] = [0, 0];
    for (const [people, checks] of sizes) {
      const history = generatedHistory(people, people);
      const { lines, names } = linesAfter(history);
      const draw = drawn(checks);
      for (let round = 0; round < daysEach; round += 1) {
        const on = dayOf(draw);
        const known = round % 2 === 0 ? history.length : history.length - draw(people / 10);
        const index = buildReportingIndex(lines, dayNumber(on), known);
        const long = replayed(history, on, known);
        for (let check = 0; check < checks / daysEach; check += 1) {
          // Near the top more often than not, so that many are above somebody.
          const one = draw(check % 2 === 0 ? people : Math.min(people, 50));
          const other = draw(people);
          const answer = index.isAbove(one, other);
          if (answer !== long.isAbove(names.nameOf(one), names.nameOf(other))) {
            throw new Error(`${one} and ${other} of ${people} on ${on} at ${known}: ${answer}`);
          }
          asked += 1;
          if (answer) above += 1;
        }
      }
    }
    expect(asked).toBe(1_000_000);
    // Neither answer is rare, so that an index that always says the same would be found out.
    expect(above).toBeGreaterThan(20_000);
    expect(above).toBeLessThan(980_000);
  });
});

describe('how far up somebody is looked for', () => {
  const day = dayNumber('2026-01-01');
  const chain = Array.from({ length: reportingLevelsMax + 2 }, (_, index) => [
    fact('PostEstablished', {
      ...{ post: `p${index}`, unit: 'unit:u', fte: 1, from: '2026-01-01' },
      manager: index === 0 ? null : `p${index - 1}`,
    }),
    fact('PersonJoined', { person: `n${index}`, post: `p${index}`, from: '2026-01-01' }),
  ]).flat();
  const { lines } = linesAfter(chain);
  const index = buildReportingIndex(lines, day, chain.length);

  it.each([
    [reportingLevelsMax, true],
    [reportingLevelsMax + 1, false],
  ])('%i levels: %s', (levels, found) => {
    expect(index.isAbove(0, levels)).toBe(found);
    expect(walkUp(lines, 0, levels, day, chain.length).found).toBe(found);
    expect([...(index.peopleBelow(0) ?? [])].includes(levels)).toBe(found);
    expect(walkDown(lines, 0, day, chain.length).people.includes(levels)).toBe(found);
    expect(index.depthOf(levels)).toBe(levels);
  });
});

describe('an index', () => {
  const history = generatedHistory(500, 7);
  const { lines } = linesAfter(history);
  const day = dayNumber('2025-06-01');

  /** Counts how often an index is built: it asks for the place of every person. */
  const watched = () => {
    let built = 0;
    const counting = {
      ...lines,
      people: () => lines.people(),
      posts: () => lines.posts(),
      place: (person: number, on: number, known: number) => {
        if (person === lines.people() - 1) built += 1;
        return lines.place(person, on, known);
      },
    };
    const state = { version: 0 };
    const reporting = createReporting(counting, () => state.version);
    return {
      state,
      built: () => built,
      ask: (times: number, on = day) => {
        for (let time = 0; time < times; time += 1) reporting.isAbove(0, 1, on, history.length);
      },
    };
  };

  it('is built once walks have taken as many steps as there are posts and people', () => {
    const { built, ask } = watched();
    ask(1);
    expect(built()).toBe(0);
    ask(lines.posts() + lines.people());
    expect(built()).toBe(1);
    ask(1_000);
    expect(built()).toBe(1);
  });

  it('is no answer after a change, nor for another day', () => {
    const { state, built, ask } = watched();
    ask(2_000);
    state.version = 1;
    ask(1);
    expect(built()).toBe(1);
    ask(2_000);
    expect(built()).toBe(2);
    ask(2_000, day + 1);
    expect(built()).toBe(3);
  });

  it.each([
    [reportingDaysMax, 0],
    [reportingDaysMax + 1, 1],
  ])('is kept for the last days: of %i, %i is built again', (days, again) => {
    const { built, ask } = watched();
    for (let later = 0; later < days; later += 1) ask(2_000, day + later);
    expect(built()).toBe(days);
    ask(2_000, day);
    expect(built()).toBe(days + again);
  });
});

describe('at 100,000 people', () => {
  const people = 100_000;
  const on = '2025-06-01';
  const checks = 20_000;
  const history = placed(generatedHistory(people, 3));
  const organization = createOrganization();
  beforeAll(() => {
    for (const one of history) organization.apply(one);
  });

  const msOf = (known: (typeof history)[number]['position']) => {
    const draw = drawn(5);
    const taken: number[] = [];
    let above = 0;
    for (let check = 0; check < checks; check += 1) {
      const [one, other] = [`person-${draw(50)}`, `person-${draw(people)}`];
      const begun = performance.now();
      if (organization.isAbove(one, other, on, known)) above += 1;
      taken.push(performance.now() - begun);
    }
    const sorted = taken.toSorted((one, other) => one - other);
    const mean = taken.reduce((sum, one) => sum + one, 0) / checks;
    return { above, mean, p99: sorted[Math.floor(checks * 0.99)] ?? 0 };
  };

  it('a check takes microseconds, by walking and by the index', () => {
    const known = history.at(-1)?.position;
    if (known === undefined) throw new Error('There is no history.');
    const walked = msOf(known);
    // Enough of them that the index is there.
    for (let round = 0; round < 3; round += 1) msOf(known);
    const indexed = msOf(known);
    expect(indexed.above).toBe(walked.above);
    expect(walked.above).toBeGreaterThan(0);
    for (const { mean, p99 } of [walked, indexed]) {
      expect(mean).toBeLessThan(1);
      expect(p99).toBeLessThan(5);
    }
    if (process.env['PRINT'] === '1') process.stdout.write(JSON.stringify({ walked, indexed }));
  });
});
