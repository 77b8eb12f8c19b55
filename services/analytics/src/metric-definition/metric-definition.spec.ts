import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { builtInMetrics } from './built-in.ts';
import { metricDefinitionDecider } from './metric-definition.decide.ts';
import * as the from './metric-definition.histories.ts';
import { dimensionsMax, minNFloor, minNMax, nameLengthMax } from './metric-definition.rules.ts';
import { versionsMax } from './metric-definition.rules.ts';
import type { MetricDefinitionFact } from './metric-definition.ts';

const { given } = specification(metricDefinitionDecider);
const { define, defined, revise, revised } = the;
const accepted = (facts: readonly unknown[]) => expect(facts).toHaveLength(1);

describe('defining a metric', () => {
  it('says how it is counted', () => {
    given().when(define).then(defined);
  });

  it('happens once, and first', () => {
    given(defined)
      .when({ ...define, act: 'again' })
      .rejects('metric/already-defined');
    given().when(revise).rejects('metric/not-found');
  });

  it.each(['', 'Baggage', 'bag gage', '-x', 'x'.repeat(nameLengthMax + 1), 'x\u0000'])(
    'refuses the name %j',
    (name) => {
      given()
        .when({ ...define, name })
        .rejects('metric/name-not-a-code', '/name');
    },
  );

  it('leaves alone what everybody means the same by', () => {
    for (const name of builtInMetrics.keys()) {
      given()
        .when({ ...define, name })
        .rejects('metric/built-in', '/name');
      given()
        .when({ ...revise, name })
        .rejects('metric/built-in', '/name');
    }
    given()
      .when({ ...define, name: 'x'.repeat(nameLengthMax) })
      .thenSatisfies(accepted);
  });

  it('needs as many answers as no figure is shown without, and not too many', () => {
    const of = (minN: number) => given().when({ ...define, minN });
    of(minNFloor).thenSatisfies(accepted);
    of(minNMax).thenSatisfies(accepted);
    for (const minN of [minNFloor - 1, minNMax + 1, 7.5, Number.NaN]) {
      of(minN).rejects('metric/min-n-out-of-range', '/minN');
    }
  });

  it('may name its question and dimensions, by codes', () => {
    const all = { ...define, question: null, dimensions: null };
    given()
      .when(all)
      .then({ ...defined, question: null, dimensions: null });
    given()
      .when({ ...define, question: 'Q 7' })
      .rejects('metric/question-not-a-code', '/question');
    const many = Array.from({ length: dimensionsMax + 1 }, (_, one) => `d${one}`);
    given()
      .when({ ...define, dimensions: many.slice(1) })
      .thenSatisfies(accepted);
    for (const dimensions of [many, ['unit', 'unit'], ['a unit']]) {
      given()
        .when({ ...define, dimensions })
        .rejects('metric/dimensions-not-possible', '/dimensions');
    }
  });
});

describe('revising a metric', () => {
  it('makes a version, and keeps what is left out', () => {
    given(defined).when(revise).then(revised);
  });

  it('makes none without a change', () => {
    given(defined)
      .when({ ...revise, minN: 5 })
      .nothing();
    given(defined, revised).when(revise).nothing();
  });

  it('never lowers how many answers a group must have', () => {
    given(defined, revised)
      .when({ ...revise, act: 'lower', minN: 9 })
      .rejects('metric/min-n-lowered', '/minN');
  });

  it('has an end', () => {
    const many = Array.from({ length: versionsMax }, (_, index): MetricDefinitionFact => {
      return { ...defined, act: `act-${index}`, version: index + 1, question: `q${index}` };
    });
    given(...many.slice(1))
      .when(revise)
      .thenSatisfies(accepted);
    given(...many)
      .when(revise)
      .rejects('metric/too-many-versions');
  });

  it('leaves earlier versions to be found', () => {
    const { initial } = metricDefinitionDecider;
    const state = fold(metricDefinitionDecider, initial, [defined, revised]);
    expect(state).toMatchObject({ versions: [{ minN: 5 }, { minN: 10, version: 2 }] });
  });
});
