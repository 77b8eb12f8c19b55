import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { names } from './cast.ts';
import { units } from './company.ts';
import { followedOf, isThere, leadOf, peopleMax, peopleOf, teamsOf } from './crowd.ts';
import { yearOfMerging, yearsPlayed } from './crowd.ts';
import { placesIn } from './crowd-work.ts';
import { castSize, planOf } from './plan.ts';
import { yearsBefore } from './years.ts';

const colleagues = fc.integer({ min: 0, max: peopleMax - castSize });
const runs = { numRuns: 25 };

describe('the colleagues around the cast', () => {
  it('are as many as are wanted, each with a name, an id and a post of their own', () => {
    fc.assert(
      fc.property(colleagues, (count) => {
        const people = teamsOf(count).flatMap(peopleOf);
        const ids = people.map(({ person }) => person);
        expect(people).toHaveLength(count);
        expect(new Set([...ids, ...Object.keys(names)]).size).toBe(count + castSize);
        expect(new Set(people.map(({ post }) => post)).size).toBe(count);
        expect(people.map(({ person, name }) => [person, name === ''])).toEqual(
          ids.map((person) => [person, false]),
        );
      }),
      runs,
    );
  });

  it('are the same ones in a larger company: whom one follows does not hang on the number', () => {
    fc.assert(
      fc.property(colleagues, (count) => {
        const people = teamsOf(count)
          .flatMap(peopleOf)
          .map(({ person }) => person);
        const all = teamsOf(peopleMax)
          .flatMap(peopleOf)
          .map(({ person }) => person);
        expect(people).toEqual(all.slice(0, count));
        expect(followedOf(teamsOf(count))).toBe(count < 2 ? undefined : 'bruno-2');
      }),
      runs,
    );
  });

  it('answer to somebody who is there from the first day to the last', () => {
    fc.assert(
      fc.property(colleagues, (count) => {
        const teams = teamsOf(count);
        const leads = new Set(teams.map(({ lead }) => lead.person));
        const wrong = teams.filter((team) => {
          const { lead, into } = team;
          const next = leadOf(team, teams, true);
          const isRight = leads.has(next) && (into === null) === (next === lead.person);
          return !isRight || lead.joins !== null || lead.leaves !== null;
        });
        expect(wrong).toEqual([]);
        const above = new Set([...leads, ...Object.keys(names)]);
        const lost = placesIn(teams, 2).filter(({ manager, person }) => {
          return !above.has(manager) || manager === person;
        });
        expect(lost).toEqual([]);
      }),
      runs,
    );
  });

  it('join and leave, some in every year, and never whoever is moved in it', () => {
    const people = teamsOf(200).flatMap(peopleOf);
    for (let year = 0; year < yearsPlayed; year += 1) {
      expect(people.filter(({ joins }) => joins === year).length).toBeGreaterThan(5);
      expect(people.filter(({ leaves }) => leaves === year).length).toBeGreaterThan(5);
    }
    const moved = teamsOf(200).filter(({ into }) => into !== null);
    expect(moved.length).toBeGreaterThan(0);
    for (const { leaves } of moved.flatMap(peopleOf)) expect(leaves).not.toBe(yearOfMerging);
    const [one] = people.filter(({ leaves }) => leaves === 1);
    if (one === undefined) throw new Error('Nobody leaves.');
    expect([0, 1, 2].map((year) => isThere(one, year))).toEqual([true, true, false]);
  });

  it('are spread over all units', () => {
    expect(new Set(teamsOf(100).map(({ unit }) => unit)).size).toBe(units.length);
  });

  it('leave the cast as it is: what is played of it is played as well', () => {
    const alone = planOf('plumbline', '2026-08-20').flat();
    const within = new Map(
      planOf('plumbline', '2026-08-20', { people: 60 })
        .flat()
        .map((thread) => [thread.name, thread]),
    );
    for (const thread of alone) expect(within.get(thread.name)).toEqual(thread);
  });
});

describe('the years', () => {
  it.each([
    ['2026-10-01', ['2023-10-01', '2024-09-30'], ['2025-10-01', '2026-09-30']],
    ['2027-01-01', ['2024-01-01', '2024-12-31'], ['2026-01-01', '2026-12-31']],
    ['2028-04-01', ['2025-04-01', '2026-03-31'], ['2027-04-01', '2028-03-31']],
  ])('before the quarter from %s follow each other', (start, [first], last) => {
    const years = yearsBefore({ name: '', start, end: start });
    expect(years).toHaveLength(yearsPlayed);
    expect(years[0]?.start).toBe(first);
    expect([years.at(-1)?.start, years.at(-1)?.end]).toEqual(last);
    for (const [at, { end }] of years.entries()) {
      const next = years[at + 1]?.start ?? start;
      expect(Date.parse(next) - Date.parse(end)).toBe(86_400_000);
    }
  });
});
