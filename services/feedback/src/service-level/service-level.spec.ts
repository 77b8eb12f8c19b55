import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing, specification } from '@plumbline/kernel/spec';
import { serviceLevelDecider } from './service-level.decide.ts';
import * as the from './service-level.histories.ts';
import { holidaysMax, hoursMax, minutesPerWeek, nameLengthMax } from './service-level.rules.ts';
import { reasonLengthMax, targetWeeksMax, versionsMax } from './service-level.rules.ts';
import { zoneLengthMax } from './service-level.rules.ts';
import { initialLevel, versionAt, type OpeningTimes } from './service-level.ts';
import type { ServiceLevel, ServiceLevelFact } from './service-level.ts';

const { given } = specification(serviceLevelDecider);
const { define, defined, revise, revised, office, targets } = the;

const accepted = (facts: readonly unknown[]) => expect(facts).toHaveLength(1);
const later = { act: 'later', at: '2026-06-01T00:00:00.000Z', now: '2026-06-01T00:00:00.000Z' };
const openedBy = (opening: Partial<OpeningTimes>) =>
  given().when({ ...define, opening: { ...office, ...opening } });
const ofHours = (...edges: readonly (readonly [from: number, until: number])[]) =>
  openedBy({ week: edges.map(([from, until]) => ({ from, until })) });
const promising = (firstResponse: number | null, resolution: number | null) =>
  given().when({ ...define, targets: { firstResponse, resolution } });

describe('defining a service level', () => {
  it('says what is promised, and when the service is open', () => {
    given().when(define).then(defined);
  });

  it('happens once, and first', () => {
    given(defined)
      .when({ ...define, act: 'again' })
      .rejects('service-level/already-defined');
    given().when(revise).rejects('service-level/not-found');
  });

  it('has a name, not too long', () => {
    const named = (name: string) => given().when({ ...define, words: { name } });
    named('x'.repeat(nameLengthMax)).thenSatisfies(accepted);
    named('x'.repeat(nameLengthMax + 1)).rejects('service-level/text-too-long', '/name');
    named(' ').rejects('service-level/text-missing', '/name');
  });

  it('is of a zone with a name', () => {
    openedBy({ zone: 'x'.repeat(zoneLengthMax) }).thenSatisfies(accepted);
    openedBy({ zone: 'x'.repeat(zoneLengthMax + 1) }).rejects('service-level/text-too-long');
    openedBy({ zone: '' }).rejects('service-level/text-missing', '/opening/zone');
  });
});

describe('the opening hours', () => {
  it('are whole minutes of a week, in order and apart', () => {
    ofHours([0, minutesPerWeek]).thenSatisfies(accepted);
    ofHours([0, 1_000], [1_000, minutesPerWeek]).thenSatisfies(accepted);
    const impossible = 'service-level/hours-not-possible';
    for (const bad of [
      [-1, 5],
      [5, 5],
      [0, minutesPerWeek + 1],
      [0.5, 5],
      [0, 5.5],
    ] as const) {
      ofHours(bad).rejects(impossible, '/opening/week/0');
    }
    ofHours([0, 1_000], [999, 2_000]).rejects(impossible, '/opening/week/1');
  });

  it('are some, and not too many', () => {
    const many = Array.from({ length: hoursMax }, (_, one) => [one * 2, one * 2 + 1] as const);
    ofHours(...many).thenSatisfies(accepted);
    ofHours(...many, [9_000, 9_001]).rejects('service-level/too-many-hours', '/opening/week');
    ofHours().rejects('service-level/never-open', '/opening/week');
  });

  it('leave out holidays, each a day that exists, in order', () => {
    const disorder = 'service-level/holidays-out-of-order';
    openedBy({ holidays: [] }).thenSatisfies(accepted);
    openedBy({ holidays: ['2026-04-06', '2026-04-03'] }).rejects(disorder, '/opening/holidays/1');
    openedBy({ holidays: ['2026-04-06', '2026-04-06'] }).rejects(disorder, '/opening/holidays/1');
    openedBy({ holidays: ['2026-02-29'] }).rejects(disorder, '/opening/holidays/0');
    const holidays = Array.from({ length: holidaysMax + 1 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    );
    openedBy({ holidays: holidays.slice(1) }).thenSatisfies(accepted);
    openedBy({ holidays }).rejects('service-level/too-many-holidays', '/opening/holidays');
  });
});

describe('the targets', () => {
  it('are whole minutes; one of the two is promised', () => {
    promising(1, null).thenSatisfies(accepted);
    promising(null, 1).thenSatisfies(accepted);
    promising(null, null).rejects('service-level/promises-nothing', '/targets');
    for (const target of [0, -1, 0.5, Number.NaN]) {
      const refused = 'service-level/target-not-positive';
      promising(target, 60).rejects(refused, '/targets/firstResponse');
      promising(60, target).rejects(refused, '/targets/resolution');
    }
  });

  it('are opening hours of some years at most', () => {
    const most = targetWeeksMax * 5 * 480;
    promising(60, most).thenSatisfies(accepted);
    promising(60, most + 1).rejects('service-level/target-too-long', '/targets/resolution');
  });
});

describe('revising a service level', () => {
  it('is a new version; what is left out stays', () => {
    given(defined).when(revise).then(revised);
    const opening = { ...office, zone: 'Europe/Paris' };
    const { targets: _, ...rest } = revise;
    given(defined)
      .when({ ...rest, opening })
      .then({ ...revised, targets, opening });
    given(defined)
      .when({ ...revise, opening: { ...office, week: [] } })
      .rejects('service-level/never-open');
  });

  it('is none where nothing is changed; another name is a change', () => {
    given(defined)
      .when({ ...revise, targets })
      .nothing();
    const words = { name: 'Basic', reason: 'The old name misled.' };
    given(defined)
      .when({ ...revise, targets, words })
      .thenSatisfies(([fact]) => {
        expect(fact).toMatchObject({ version: 2, targets, text: { fields: words } });
      });
  });

  it('takes a reason, and holds no earlier than what it replaces', () => {
    const saying = (words: { name?: string; reason: string }) =>
      given(defined).when({ ...revise, words });
    saying({ reason: 'x'.repeat(reasonLengthMax) }).thenSatisfies(accepted);
    saying({ reason: 'x'.repeat(reasonLengthMax + 1) }).rejects('service-level/text-too-long');
    saying({ reason: '' }).rejects('service-level/text-missing', '/reason');
    saying({ reason: 'x', name: '' }).rejects('service-level/text-missing', '/name');
    given(defined, revised)
      .when({ ...revise, act: 'other', at: defined.at })
      .rejects('service-level/before-its-latest-version', '/effectiveAt');
    given(defined)
      .when({ ...revise, at: defined.at })
      .thenSatisfies(accepted);
  });

  it('happens not too often', () => {
    const versions = Array.from({ length: versionsMax - 2 }, (_, index): ServiceLevelFact => {
      return { ...revised, act: `r${index}`, version: index + 2 };
    });
    const opening = { ...office, holidays: [] };
    given(defined, ...versions)
      .when({ ...revise, ...later, opening })
      .thenSatisfies(accepted);
    given(defined, ...versions, { ...revised, version: versionsMax })
      .when({ ...revise, ...later, opening })
      .rejects('service-level/too-many-versions');
  });
});

describe('the version of an instant', () => {
  const level = fold(serviceLevelDecider, initialLevel, [defined, revised]);
  const at = (instant: string) =>
    level.stage === 'defined' ? versionAt(level, instant)?.version : null;

  it('is the newest that holds by then', () => {
    expect(at('2025-12-31T23:59:59.999Z')).toBeUndefined();
    expect(at(defined.at)).toBe(1);
    expect(at('2026-03-31T23:59:59.999Z')).toBe(1);
    expect(at(revised.at)).toBe(2);
    expect(at(later.at)).toBe(2);
  });

  it('counts up by one, whatever is asked in which order', () => {
    let most = 0;
    const anyStep = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      minutes: fc.constantFrom(null, 60, 120),
    });
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
        let state: ServiceLevel = fold(serviceLevelDecider, initialLevel, [defined]);
        for (const [index, { day, minutes }] of steps.entries()) {
          const instant = `2026-05-${String(day).padStart(2, '0')}T00:00:00.000Z`;
          const command = {
            ...{ ...revise, act: `a${index}`, at: instant, now: instant },
            targets: { firstResponse: minutes, resolution: 960 },
          };
          const decision = serviceLevelDecider.decide(command, state);
          if (isRejection(decision)) continue;
          repeatDecidesNothing(serviceLevelDecider, command, state, decision);
          state = fold(serviceLevelDecider, state, decision);
        }
        if (state.stage === 'none') throw new Error('It was defined.');
        const { versions } = state;
        expect(versions.map(({ version }) => version)).toEqual(versions.map((_, n) => n + 1));
        expect(versions.map(({ since }) => since)).toEqual(
          versions.map(({ since }) => since).toSorted(),
        );
        most = Math.max(most, versions.length);
      }),
    );
    expect(most).toBeGreaterThan(2);
  });
});
