import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayNumber } from './dated.ts';
import type { OrganizationFact } from './facts.ts';
import { at, fact, linesAfter, placed, replayed, told } from './organization.testing.ts';
import { createOrganization } from './organization.ts';
import { buildReportingIndex } from './reporting-index.ts';
import { createReporting, walkDown, walkUp } from './reporting.ts';

const posts = ['a', 'b', 'c', 'd', 'e', 'f'];
const people = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];
const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'];

const day = fc.constantFrom(...days);
const post = fc.constantFrom(...posts);
const person = fc.constantFrom(...people);
const postOrNone = fc.option(post, { freq: 6 });

/** Of a post and one above it: any, or only those that come before it in the alphabet. */
type Pairs = fc.Arbitrary<readonly [string, string | null]>;
const anyPair: Pairs = fc.tuple(post, postOrNone);
const orderly: Pairs = anyPair.map(([one, other]) =>
  other === null || one === other ? [one, null] : one > other ? [one, other] : [other, one],
);

const change = (pairs: Pairs): fc.Arbitrary<OrganizationFact> =>
  fc.oneof(
    fc
      .tuple(pairs, day)
      .map(([[post, manager], from]) =>
        fact('PostEstablished', { post, unit: 'unit:u', manager, fte: 1, from }),
      ),
    fc
      .tuple(pairs, day)
      .map(([[post, manager], from]) =>
        fact('ReportingLineChanged', { post, line: 'solid', manager, from }),
      ),
    fc.tuple(pairs, day, day, fc.boolean()).map(([[id, value], from, other, isGone]) =>
      fact('StructureCorrected', {
        of: { kind: 'post', id },
        ...{ field: 'line:solid', from, to: isGone ? null : { from: other, value } },
      }),
    ),
    fc
      .tuple(person, postOrNone, day)
      .map(([person, post, from]) => fact('PersonJoined', { person, post, from })),
    fc
      .tuple(person, postOrNone, day)
      .map(([person, post, from]) => fact('PersonMoved', { person, post, from })),
    fc.tuple(person, day).map(([person, from]) => fact('PersonLeft', { person, from })),
    fc.tuple(person, day, fc.option(fc.tuple(day, fc.boolean()))).map(([person, from, to]) =>
      fact('PersonCorrected', {
        ...{ person, field: 'presence', from },
        to: to === null ? null : { from: to[0], holds: to[1] },
      }),
    ),
    fc.tuple(person, day, fc.option(fc.tuple(day, postOrNone))).map(([person, from, to]) =>
      fact('PersonCorrected', {
        ...{ person, field: 'post', from },
        to: to === null ? null : { from: to[0], value: to[1] },
      }),
    ),
    fc.tuple(post, day).map(([post, from]) => fact('PostClosed', { post, from })),
  );

/** Everybody somewhere to begin with, so that much of what follows changes an answer. */
const begun = posts.flatMap((post, index) => [
  fact('PostEstablished', {
    ...{ post, unit: 'unit:u', manager: index === 0 ? null : (posts[(index - 1) >> 1] ?? null) },
    ...{ fte: 1, from: '2026-01-01' },
  }),
  fact('PersonJoined', { person: people[index] ?? '', post, from: '2026-01-01' }),
]);

const historyOf = (pairs: Pairs) =>
  fc.array(change(pairs), { maxLength: 30 }).map((changes) => [...begun, ...changes]);

const askedOf = (pairs: Pairs) =>
  historyOf(pairs).chain((history) =>
    fc.record({
      history: fc.constant(history),
      on: day,
      known: fc.integer({ min: begun.length, max: history.length }),
    }),
  );

const pairsOfPeople = people.flatMap((one) => people.map((other) => [one, other] as const));

describe('who is above whom', () => {
  it('is the same by index, by walk and the long way, also when lines are in a circle', () => {
    fc.assert(
      fc.property(askedOf(anyPair), ({ history, on, known }) => {
        const { lines, names } = linesAfter(history);
        const long = replayed(history, on, known);
        const organization = told(...history);
        const reporting = createReporting({ ...lines, posts: () => 0 }, () => 0);
        const day = dayNumber(on);
        for (const [one, other] of pairsOfPeople) {
          const expected = long.isAbove(one, other);
          const [above, below] = [names.numberOf(one), names.numberOf(other)];
          expect(walkUp(lines, above, below, day, known).found).toBe(expected);
          expect(reporting.isAbove(above, below, day, known)).toBe(expected);
          expect(organization.isAbove(one, other, on, at(known))).toBe(expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('makes the manager, the reports and all below, by index and by walk', () => {
    fc.assert(
      fc.property(askedOf(orderly), ({ history, on, known }) => {
        const { lines, names } = linesAfter(history);
        const long = replayed(history, on, known);
        const organization = told(...history);
        const day = dayNumber(on);
        const index = buildReportingIndex(lines, day, known);
        for (const one of people) {
          const then = [on, at(known)] as const;
          expect(organization.managersOf(one, ...then)).toEqual(long.managersOf(one));
          expect(organization.reportsOf(one, ...then)).toEqual(
            people.filter((other) => long.isHere(other) && long.managersOf(other).includes(one)),
          );
          const below = people.filter((other) => long.isHere(other) && long.isAbove(one, other));
          expect(organization.below(one, ...then).toSorted()).toEqual(below);
          const post = lines.held(names.numberOf(one), day, known);
          if (post < 0) continue;
          expect([...(index.peopleBelow(post) ?? [])]).toEqual(
            walkDown(lines, post, day, known).people,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what was known', () => {
  it('is what an organisation would say that had heard no more', () => {
    fc.assert(
      fc.property(askedOf(anyPair), ({ history, on, known }) => {
        const all = told(...history);
        const then = told(...history.slice(0, known));
        for (const one of people) {
          expect(all.managersOf(one, on, at(known))).toEqual(then.managersOf(one, on));
          expect(all.postOf(one, on, at(known))).toBe(then.postOf(one, on));
          expect(all.isPresent(one, on, at(known))).toBe(then.isPresent(one, on));
        }
        expect(all.posts(on, at(known))).toEqual(then.posts(on));
      }),
    );
  });

  it('does not depend on when it was asked, nor on facts that come twice', () => {
    fc.assert(
      fc.property(historyOf(anyPair), day, (history, on) => {
        const [once, twice] = [told(...history), createOrganization()];
        for (const one of placed(history)) {
          twice.apply(one);
          twice.apply(one);
          twice.isAbove('p0', 'p1', on);
        }
        for (const [one, other] of pairsOfPeople) {
          expect(twice.isAbove(one, other, on)).toBe(once.isAbove(one, other, on));
        }
      }),
    );
  });
});
