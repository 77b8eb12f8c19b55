import { describe, expect, it } from '@jest/globals';
import { toInstant, type Instant } from '@plumbline/kernel';
import fc from 'fast-check';
import { linesOf } from './evidence.lines.ts';
import { lateEvidence, manifestOf, pinnedLines } from './evidence.manifest.ts';
import { evidenceAt } from './evidence.measured.ts';
import { copyOf, goal, joined, note, positionOf, recorded, response } from './evidence.testing.ts';
import { said, scope, type Said } from './evidence.testing.ts';

const times = fc
  .integer({ min: 0, max: 400 })
  .map((day) => toInstant(Date.parse('2025-12-20') + day * 86_400_000));
const people = fc.constantFrom('person:ada', 'person:bo');
const goalIds = fc.constantFrom('g1', 'g2', 'g3');
const ids = fc.constantFrom('r1', 'r2', 'r3', 'r4');

/** What others publish, in any order: also what those contexts would never do. */
const anyFact: fc.Arbitrary<Said> = fc.oneof(
  fc.tuple(goalIds, people, times).map((of) => goal.activated(...of)),
  fc
    .tuple(goalIds, fc.constantFrom('kr1', 'kr2'), fc.integer({ min: -10, max: 150 }), times)
    .map((of) => goal.checkedIn(...of)),
  fc.tuple(goalIds, people, times).map((of) => goal.transferred(...of)),
  fc.tuple(goalIds, fc.constantFrom(null, 0.4), times).map((of) => goal.closed(...of)),
  fc.tuple(goalIds, fc.integer({ min: 1, max: 200 }), times).map((of) => goal.amended(...of)),
  fc.tuple(ids, fc.constantFrom('ada', 'bo'), times).map((of) => note.given(...of)),
  fc.tuple(ids, times).map((of) => note.retracted(...of)),
  fc
    .tuple(ids, times, fc.option(fc.integer({ min: 0, max: 10 })), people, people)
    .map(([id, at, score, to, from]) =>
      response.attributed(id, at.slice(0, 10), score, [to], [from]),
    ),
  fc
    .tuple(ids, fc.integer({ min: 0, max: 10 }), times)
    .map(([id, score, at]) => response.disputed(id, '2026-03-03', score, at)),
);
const log = fc.array(anyFact, { minLength: 1, maxLength: 40 }).map((all) => [joined, ...all]);
const pin: fc.Arbitrary<readonly [readonly Said[], number]> = log.chain((all) =>
  fc.tuple(fc.constant(all), fc.integer({ min: 1, max: all.length })),
);
const numRuns = 150;

describe('a manifest', () => {
  it('is the same of a copy that was kept up with, and of one that was filled anew', () => {
    const pages = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 6 });
    fc.assert(
      fc.property(pin, pages, ([all, upTo], stored) => {
        const kept = copyOf(
          all,
          stored.toSorted((a, b) => a - b),
        );
        const position = positionOf(upTo - 1);
        expect(manifestOf(kept, scope, position)).toEqual(manifestOf(copyOf(all), scope, position));
      }),
      { numRuns },
    );
  });

  it('is the same at the pin and however much later, and whatever the order of documents', () => {
    fc.assert(
      fc.property(pin, ([all, upTo]) => {
        const position = positionOf(upTo - 1);
        const then = manifestOf(copyOf(all.slice(0, upTo)), scope, position);
        const { goals, notes, responses, person } = copyOf(all);
        const turned = {
          ...{ goals: goals.toReversed(), notes: notes.toReversed() },
          ...{ responses: responses.toReversed(), person: person.toReversed() },
        };
        expect(manifestOf(turned, scope, position)).toEqual(then);
      }),
      { numRuns },
    );
  });

  it('pins evidence that does not move, whatever is recorded later', () => {
    fc.assert(
      fc.property(pin, times, ([all, upTo], asOf) => {
        const then = copyOf(all.slice(0, upTo));
        const manifest = manifestOf(then, scope, positionOf(upTo - 1));
        const before = pinnedLines(manifest, then, scope);
        const later = pinnedLines(manifest, copyOf(all), scope);
        expect(later).toEqual(before);
        expect(later.every(({ holds }) => holds)).toBe(true);
        expect(evidenceAt(later, 'ada', asOf)).toEqual(evidenceAt(before, 'ada', asOf));
      }),
      { numRuns },
    );
  });

  it('does not hold once a pinned fact reads differently, or is gone', () => {
    const given = [goal.activated('g1'), goal.checkedIn('g1', 'kr1', 40, '2026-05-01T00:00:00Z')];
    const manifest = manifestOf(copyOf(given), scope, positionOf(1));
    const forged = [given[0], goal.checkedIn('g1', 'kr1', 90, '2026-05-01T00:00:00Z')] as Said[];
    for (const other of [forged, given.slice(0, 1), []]) {
      const [line] = pinnedLines(manifest, copyOf(other), scope);
      expect(line?.holds).toBe(false);
    }
  });
});

describe('late evidence', () => {
  /** Whose a goal was after some facts, told anew. */
  const ownersOf = (all: readonly Said[], of: string): readonly string[] => {
    let owners: readonly string[] = [];
    for (const { fact } of all.filter((one) => one.of === of)) {
      if (fact.type === 'goals.GoalActivated.v1') owners = [fact.data.owner];
      if (fact.type === 'goals.GoalTransferred.v1' && owners.length > 0) {
        owners = [...owners, fact.data.to];
      }
    }
    return owners;
  };

  const isOfAda = (all: readonly Said[], upTo: number, { of, fact }: Said): boolean => {
    const isHers = (some: readonly Said[]) => ownersOf(some, of).includes('person:ada');
    if (fact.type.startsWith('goals.')) return isHers(all) || isHers(all.slice(0, upTo));
    return linesOf(copyOf(all), scope).some(({ facts }) => facts.some((one) => one.stream === of));
  };

  it('is exactly what tells of days up to the pin and was recorded after it', () => {
    fc.assert(
      fc.property(pin, ([all, upTo]) => {
        const facts = recorded(all);
        const asOf = toInstant(facts[upTo - 1]?.recordedAt ?? 0);
        const manifest = manifestOf(copyOf(all.slice(0, upTo)), scope, positionOf(upTo - 1));
        const late = lateEvidence(manifest, copyOf(all), scope, asOf).map(({ fact }) => fact.id);
        const inLines = new Set(
          linesOf(copyOf(all), scope).flatMap((line) => line.facts.map(({ id }) => id)),
        );
        const expected = facts.filter(({ id, effectiveAt, fact }, place) => {
          const one = all[place];
          const isHers = one !== undefined && isOfAda(all, upTo, one) && inLines.has(id);
          // Of an interaction, whenever it was told: the lines are of the period.
          const since = 'counted' in fact.data ? fact.data.counted.occurredOn : effectiveAt;
          return isHers && place >= upTo && since <= asOf;
        });
        expect(late).toEqual(expected.map(({ id }) => id));
      }),
      { numRuns },
    );
  });

  it('is a goal that was begun before and recorded after, and none that begins later', () => {
    const asOf: Instant = '2026-07-01T00:00:00.000Z';
    const manifest = manifestOf(copyOf([joined]), scope, positionOf(0));
    const all = [joined, goal.activated('g1'), goal.activated('g2', 'person:bo')];
    const future = goal.activated('g3', 'person:ada', '2026-07-02T00:00:00.000Z');
    const late = lateEvidence(manifest, copyOf([...all, future]), scope, asOf);
    expect(late.map(({ fact }) => fact.stream)).toEqual(['goals.goal-acme.g1']);
  });

  describe('is asked by the day that it tells of, whenever it was entered', () => {
    const asOf: Instant = '2026-11-30T20:00:00.000Z';
    /** The days that are told of each late fact; null: since it was effective. */
    const lateOf = (...after: readonly Said[]) => {
      const manifest = manifestOf(copyOf([joined]), scope, positionOf(0));
      const late = lateEvidence(manifest, copyOf([joined, ...after]), scope, asOf);
      return late.map(({ days }) => days);
    };
    const now = '2026-11-30T20:30:00.000Z';
    const leave = (from: string, until: string | null) =>
      said('directory.person-acme.ada', now, {
        type: 'directory.LeaveRecorded.v1',
        data: { person: 'ada', leave: 'l1', from, until },
      });
    const changed = (until: string | null) =>
      said('directory.person-acme.ada', now, {
        type: 'directory.LeaveChanged.v1',
        data: { person: 'ada', leave: 'l1', until },
      });

    it('a leave, by its days that are of the period and before the pin', () => {
      expect(lateOf(leave('2026-02-01', '2026-11-15'))).toEqual([
        { from: '2026-02-01', to: '2026-11-15' },
      ]);
      expect(lateOf(leave('2025-11-01', null))).toHaveLength(1);
      expect(lateOf(leave('2026-11-30', '2026-12-05'))).toHaveLength(1);
      expect(lateOf(leave('2026-12-01', '2026-12-05'))).toEqual([]);
      expect(lateOf(leave('2025-11-01', '2025-12-31'))).toEqual([]);
    });

    it('the change of a leave, by the days between the two ends', () => {
      const planned = leave('2026-12-20', '2027-03-01');
      expect(lateOf(planned, changed('2027-01-10'))).toEqual([]);
      const begun = leave('2026-06-01', '2026-12-31');
      expect(lateOf(begun, changed('2026-09-30')).at(-1)).toEqual({
        ...{ from: '2026-09-30', to: '2026-12-31' },
      });
      expect(lateOf(begun, changed(null))).toHaveLength(1);
    });

    it('that somebody joined, moved or left, or that this was wrong, by its day', () => {
      const moved = (from: string) =>
        said('directory.person-acme.ada', now, {
          type: 'directory.PersonMoved.v1',
          data: { person: 'ada', post: 'buyer', from },
        });
      const left = (from: string) =>
        said('directory.person-acme.ada', now, {
          type: 'directory.PersonLeft.v1',
          data: { person: 'ada', from },
        });
      const wrong = (from: string, instead: string) =>
        said('directory.person-acme.ada', now, {
          type: 'directory.PersonCorrected.v1',
          data: { person: 'ada', field: 'presence', from, to: { from: instead, holds: true } },
        });
      expect(lateOf(moved('2026-03-01'))).toEqual([{ from: '2026-03-01', to: null }]);
      expect(lateOf(moved('2026-12-01'))).toEqual([]);
      expect(lateOf(left('2026-11-30'), left('2026-12-01'))).toHaveLength(1);
      expect(lateOf(wrong('2027-01-01', '2026-04-01'))).toHaveLength(1);
      expect(lateOf(wrong('2027-01-01', '2027-02-01'))).toEqual([]);
    });

    it('an answer, by when the interaction was, also where it came in after the pin', () => {
      const entered = (occurredOn: string) => ({
        ...response.attributed(`r-${occurredOn}`, occurredOn, 9),
        effectiveAt: now,
      });
      expect(lateOf(entered('2026-05-20'))).toEqual([{ from: '2026-05-20', to: '2026-05-20' }]);
      expect(lateOf(entered('2026-12-01'))).toEqual([]);
      expect(lateOf(entered('2025-12-31'))).toEqual([]);
    });
  });
});
