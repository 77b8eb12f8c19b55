import { describe, it } from '@jest/globals';
import { specification } from '@plumbline/kernel/spec';
import { kpiDecider } from './kpi.decide.ts';
import { define, defined, firstQuarter, measure, measured } from './kpi.histories.ts';
import { redefine, redefined } from './kpi.histories.ts';

const { given } = specification(kpiDecider);

describe('defining a KPI', () => {
  it('starts at version 1', () => given().when(define).then(defined));

  it('is refused for one that exists', () =>
    given(defined)
      .when({ ...define, act: 'again' })
      .rejects('kpi/already-defined'));

  it('refuses a line without a way, milestones, and a key result without its goal', () => {
    const still = { kind: 'increase', start: 1, target: 1 } as const;
    given()
      .when({ ...define, measure: still })
      .rejects('measure/start-equals-target');
    const steps = { kind: 'milestones', milestones: [{ id: 'a', weight: 1 }] } as const;
    given()
      .when({ ...define, measure: steps })
      .rejects('kpi/measure-of-key-result');
    const { goalId: _, ...alone } = define;
    given()
      .when({ ...alone, keyResultId: 'kr1' })
      .rejects('kpi/key-result-without-goal');
  });
});

describe('redefining', () => {
  it('adds a version, with a reason; readings before it keep theirs', () =>
    given(defined, measured).when(redefine).then(redefined));

  it('cannot hold before the KPI does; a reading can', () => {
    const at = '2021-09-01T00:00:00.000Z';
    given(defined)
      .when({ ...redefine, at })
      .rejects('kpi/before-its-definition', '/effectiveAt');
    given(defined)
      .when({ ...measure, at })
      .then({ ...measured, at } as typeof measured);
  });
});

describe('recording a measurement', () => {
  it('keeps the value, its period and the version of the definition', () =>
    given(defined).when(measure).then(measured));

  it('keeps a second one for the same period beside the first', () =>
    given(defined, measured)
      .when({ ...measure, act: 'act-measure-2', value: 13_000 })
      .then({ ...measured, act: 'act-measure-2', value: 13_000 } as typeof measured));

  it('keeps a report without a value as such', () =>
    given(defined)
      .when({ ...measure, value: null })
      .then({ ...measured, value: null } as typeof measured));

  it('flags as late what comes more than 30 days after the end of its period', () => {
    given(defined)
      .when({ ...measure, now: '2022-01-30T23:59:59.999Z' })
      .then(measured);
    given(defined)
      .when({ ...measure, now: '2022-01-31T00:00:00.000Z' })
      .then({ ...measured, late: true } as typeof measured);
  });

  it('is judged against what the reading says, where that fits the measure', () => {
    given(defined)
      .when({ ...measure, against: { target: 70_000 } })
      .then({ ...measured, against: { target: 70_000 } } as typeof measured);
    given(defined)
      .when({ ...measure, against: { target: 0 } })
      .rejects('measure/start-equals-target');
    given(defined)
      .when({ ...measure, against: { low: 1 } })
      .rejects('kpi/against-another-kind');
  });

  it('does not repeat a target that the definition has already', () =>
    given(defined)
      .when({ ...measure, against: { start: 0, target: 76_000 } })
      .then(measured));

  it('needs a KPI, and a period in order', () => {
    given().when(measure).rejects('kpi/not-found');
    const period = { ...firstQuarter, end: '2021-09-01' };
    given(defined)
      .when({ ...measure, period })
      .rejects('period/ends-before-it-starts');
  });
});
