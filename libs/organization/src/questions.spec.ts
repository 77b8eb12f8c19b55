import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OrganizationFact } from './facts.ts';
import { at, fact, told } from './organization.testing.ts';
import { relationsTo } from './relation.ts';

const units = ['a', 'b', 'c', 'd', 'e'];
const posts = ['p', 'q', 'r', 's', 't'];
const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];

const day = fc.constantFrom(...days);
const unit = fc.constantFrom(...units);
const post = fc.constantFrom(...posts);
const orNone = (one: fc.Arbitrary<string>) => fc.option(one, { freq: 5 });

/** Any of them, in any order: also units in a circle, which the directory lets nobody make. */
const change: fc.Arbitrary<OrganizationFact> = fc.oneof(
  fc
    .tuple(unit, orNone(unit), day)
    .map(([unit, parent, from]) => fact('UnitEstablished', { unit, parent, from })),
  fc
    .tuple(unit, orNone(unit), day)
    .map(([unit, parent, from]) => fact('UnitMoved', { unit, parent, from })),
  fc.tuple(unit, day).map(([unit, from]) => fact('UnitClosed', { unit, from })),
  fc
    .tuple(post, unit, orNone(post), day)
    .map(([post, unit, manager, from]) =>
      fact('PostEstablished', { post, unit, manager, fte: 1, from }),
    ),
  fc.tuple(post, unit, day).map(([post, unit, from]) => fact('PostMoved', { post, unit, from })),
  fc.tuple(post, day).map(([post, from]) => fact('PostClosed', { post, from })),
  fc
    .tuple(post, orNone(post), day)
    .map(([post, manager, from]) =>
      fact('ReportingLineChanged', { post, line: 'solid', manager, from }),
    ),
  fc
    .tuple(post, orNone(post), day)
    .map(([person, post, from]) => fact('PersonJoined', { person: `of-${person}`, post, from })),
);

const asked = fc.array(change, { minLength: 1, maxLength: 40 }).chain((history) =>
  fc.record({
    history: fc.constant(history),
    on: day,
    known: fc.integer({ min: 1, max: history.length }).map(at),
  }),
);

describe('what is asked of a few is what is so among all:', () => {
  it('the units within a unit', () => {
    fc.assert(
      fc.property(asked, ({ history, on, known }) => {
        const organization = told(...history);
        const all = organization.units(on, known).map((one) => one.unit);
        expect(all).toEqual(all.toSorted());
        for (const one of [...units, 'nowhere']) {
          const within = all.filter((below) => organization.unitIsWithin(below, one, on, known));
          expect(organization.unitsWithin(one, on, known)).toEqual(within);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the posts of a unit, and those that report to a post', () => {
    fc.assert(
      fc.property(asked, ({ history, on, known }) => {
        const organization = told(...history);
        const all = organization.posts(on, known);
        expect(all.map((one) => one.post)).toEqual(all.map((one) => one.post).toSorted());
        for (const unit of [...units, undefined]) {
          for (const manager of [...posts, 'nobody', undefined]) {
            const filter = {
              ...(unit === undefined ? {} : { unit }),
              ...(manager === undefined ? {} : { manager }),
            };
            const fit = all
              .filter((one) => unit === undefined || one.unit === unit)
              .filter((one) => manager === undefined || one.manager === manager);
            expect(organization.posts(on, known, filter)).toEqual(fit);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('names that came later, in their place', () => {
    const organization = told(
      fact('UnitEstablished', { unit: 'm', parent: null, from: '2026-01-01' }),
    );
    expect(organization.units('2026-02-01').map((one) => one.unit)).toEqual(['m']);
    for (const [position, unit] of ['z', 'a'].entries()) {
      const later = fact('UnitEstablished', { unit, parent: null, from: '2026-01-01' });
      organization.apply({ ...later, position: at(position + 2) });
    }
    expect(organization.units('2026-02-01').map((one) => one.unit)).toEqual(['a', 'm', 'z']);
  });

  it('the managers of a person, who are among those above', () => {
    fc.assert(
      fc.property(asked, ({ history, on, known }) => {
        const organization = told(...history);
        const people = organization.people();
        for (const one of people) {
          const managers = organization.managersOf(one, on, known);
          const those = people.filter((other) =>
            relationsTo(organization, other, `person:${one}`, on, known).has('manager'),
          );
          expect(those).toEqual(managers.filter((other) => other !== one));
        }
      }),
      { numRuns: 300 },
    );
  });
});
