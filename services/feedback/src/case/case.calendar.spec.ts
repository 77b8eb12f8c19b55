import { describe, expect, it } from '@jest/globals';
import { specification } from '@plumbline/kernel/spec';
import type { Calendar } from './business-time.ts';
import { serviceCaseDecider } from './case.decide.ts';
import { berlin, open } from './case.histories.ts';
import { aheadMinutesMax, behindMinutesMax, codeLengthMax, holidaysMax } from './case.rules.ts';
import { hoursMax, targetWeeksMax, transitionsMax } from './case.rules.ts';

const { given } = specification(serviceCaseDecider);
const accepted = (facts: readonly unknown[]) => expect(facts).toHaveLength(1);
const openedBy = (calendar: Partial<Calendar>) =>
  given().when({ ...open, calendar: { ...berlin, ...calendar } });
const ofHours = (...edges: readonly (readonly [from: number, until: number])[]) =>
  openedBy({ week: edges.map(([from, until]) => ({ from, until })) });

describe('the opening hours of a case', () => {
  it('are whole minutes of a week, in order and apart', () => {
    ofHours([0, 10_080]).thenSatisfies(accepted);
    ofHours([0, 1_000], [1_000, 10_080]).thenSatisfies(accepted);
    for (const bad of [[-1, 5] as const, [5, 5] as const, [0, 10_081] as const]) {
      ofHours(bad).rejects('case/hours-not-possible', '/calendar/week/0');
    }
    ofHours([0.5, 5]).rejects('case/hours-not-possible');
    ofHours([0, 1_000], [999, 2_000]).rejects('case/hours-not-possible', '/calendar/week/1');
  });

  it('are some, and not too many', () => {
    const many = Array.from(
      { length: hoursMax },
      (_, index) => [index * 2, index * 2 + 1] as const,
    );
    ofHours(...many).thenSatisfies(accepted);
    ofHours(...many, [10_000, 10_001]).rejects('case/too-many-hours', '/calendar/week');
    ofHours().rejects('case/never-open', '/calendar/week');
  });

  it('are those of a zone with a name', () => {
    openedBy({ zone: 'x'.repeat(codeLengthMax) }).thenSatisfies(accepted);
    openedBy({ zone: 'x'.repeat(codeLengthMax + 1) }).rejects('case/text-too-long');
    openedBy({ zone: '' }).rejects('case/text-missing', '/calendar/zone');
  });
});

describe('the holidays of a case', () => {
  it('are each given once, in order', () => {
    const [first, second] = ['2026-04-03', '2026-04-06'];
    openedBy({ holidays: [] }).thenSatisfies(accepted);
    const disorder = 'case/holidays-out-of-order';
    openedBy({ holidays: [second, first] }).rejects(disorder, '/calendar/holidays/1');
    openedBy({ holidays: [first, first] }).rejects(disorder, '/calendar/holidays/1');
  });

  it('are not too many', () => {
    const holidays = Array.from({ length: holidaysMax + 1 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    );
    openedBy({ holidays: holidays.slice(1) }).thenSatisfies(accepted);
    openedBy({ holidays }).rejects('case/too-many-holidays', '/calendar/holidays');
  });
});

describe('the offsets of a case', () => {
  const changes = (...days: readonly number[]) =>
    days.map((day) => ({
      at: new Date(Date.UTC(2026, 0, day)).toISOString(),
      utcOffsetMinutes: 0,
    }));

  it('change in the order of their times', () => {
    openedBy({ transitions: [] }).thenSatisfies(accepted);
    for (const transitions of [changes(2, 1), changes(1, 1)]) {
      openedBy({ transitions }).rejects('case/transitions-out-of-order', '/calendar/transitions/1');
    }
  });

  it('change not too often', () => {
    const transitions = changes(...Array.from({ length: transitionsMax + 1 }, (_, day) => day));
    openedBy({ transitions: transitions.slice(1) }).thenSatisfies(accepted);
    openedBy({ transitions }).rejects('case/too-many-transitions', '/calendar/transitions');
  });

  it('are those that clocks have somewhere', () => {
    for (const utcOffsetMinutes of [-behindMinutesMax, aheadMinutesMax]) {
      openedBy({ utcOffsetMinutes }).thenSatisfies(accepted);
    }
    for (const utcOffsetMinutes of [-behindMinutesMax - 1, aheadMinutesMax + 1, 0.5]) {
      const offset = 'case/offset-not-possible';
      openedBy({ utcOffsetMinutes }).rejects(offset, '/calendar/utcOffsetMinutes');
      const transitions = [...changes(1), { ...changes(2)[0], utcOffsetMinutes }] as never;
      openedBy({ transitions }).rejects(offset, '/calendar/transitions/1/utcOffsetMinutes');
    }
  });
});

describe('the targets of a case', () => {
  const promising = (firstResponse: number | null, resolution: number | null) =>
    given().when({ ...open, targets: { firstResponse, resolution } });

  it('are whole minutes, or none', () => {
    promising(1, null).thenSatisfies(accepted);
    promising(null, null).thenSatisfies(accepted);
    for (const target of [0, -1, 0.5, Number.NaN]) {
      promising(target, 60).rejects('case/target-not-positive', '/targets/firstResponse');
      promising(60, target).rejects('case/target-not-positive', '/targets/resolution');
    }
  });

  it('are opening hours of some years at most, so that they do run out', () => {
    const most = targetWeeksMax * 5 * 480;
    promising(60, most).thenSatisfies(accepted);
    promising(60, most + 1).rejects('case/target-too-long', '/targets/resolution');
  });
});
