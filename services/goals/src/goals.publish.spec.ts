import { describe, expect, it } from '@jest/globals';
import { closed, publishedSchemas } from '@plumbline/contracts/published';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as alignment from './alignment/alignment.histories.ts';
import * as experiment from './experiment/experiment.histories.ts';
import type { GoalsFact } from './facts.ts';
import * as the from './goal/goal.histories.ts';
import { publish } from './goals.publish.ts';
import * as kpi from './kpi/kpi.histories.ts';
import * as strategy from './strategy/strategy.histories.ts';

const goalFacts = [
  the.drafted,
  the.activated,
  the.checkedIn,
  the.corrected,
  the.targetAmended,
  the.weightAmended,
  the.periodAmended,
  the.keyResultAdded,
  the.keyResultDropped,
  the.visibilityChanged,
  the.transferred,
  the.closed,
  the.withdrawn,
];
const kpiFacts = [kpi.defined, kpi.measured, kpi.redefined];
const planFacts = [
  ...[strategy.published, strategy.revised, strategy.retired, strategy.raised],
  ...[alignment.aligned, alignment.teamAligned, alignment.unaligned],
  ...[experiment.submitted, experiment.creditAmended, experiment.started],
  ...[experiment.concluded, experiment.settled, experiment.reused],
];
const facts: readonly GoalsFact[] = [...goalFacts, ...kpiFacts, ...planFacts];

describe('the gate of goals', () => {
  it('lets out what others may build on, and keeps drafts in', () => {
    const names = [...goalFacts, ...kpiFacts].map((fact) => publish(fact)?.type ?? null);
    expect(names).toEqual([
      null,
      'goals.GoalActivated.v1',
      'goals.ProgressCheckedIn.v1',
      'goals.CheckInCorrected.v1',
      'goals.TargetAmended.v1',
      'goals.WeightAmended.v1',
      'goals.PeriodAmended.v1',
      'goals.KeyResultAdded.v1',
      'goals.KeyResultDropped.v1',
      'goals.VisibilityChanged.v1',
      'goals.GoalTransferred.v1',
      'goals.GoalClosed.v1',
      null,
      'goals.KpiDefined.v1',
      'goals.KpiMeasured.v1',
      'goals.KpiDefined.v1',
    ]);
    for (const fact of planFacts) expect(publish(fact)?.type).toBe(`goals.${fact.type}.v1`);
  });

  it('says of a goal who may see it where that is not everybody', () => {
    expect(publish(the.activated)?.data).not.toHaveProperty('visibility');
    const hidden = publish({ ...the.activated, visibility: 'private' } as GoalsFact);
    expect(hidden?.data).toHaveProperty('visibility', 'private');
    expect(errorsOf(hidden?.type ?? '', hidden?.data ?? {})).toEqual([]);
  });

  it('lets no written word out', () => {
    const out = JSON.stringify(facts.map((fact) => publish(fact)));
    const written = facts.flatMap((fact) => {
      return 'text' in fact && 'fields' in fact.text ? Object.values(fact.text.fields) : [];
    });
    expect(written.length).toBeGreaterThan(25);
    for (const words of written) expect(out).not.toContain(words);
  });

  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const errorsOf = (type: string, data: object) => {
    const schema = publishedSchemas[type];
    if (schema === undefined) return `${type} has no schema`;
    return ajv.validate(closed(schema), data) ? [] : ajv.errors;
  };

  it('lets out what the contract names, and nothing else', () => {
    const out = facts.flatMap((fact) => publish(fact) ?? []);
    const named = Object.keys(publishedSchemas).filter((type) => type.startsWith('goals.'));
    expect(new Set(out.map(({ type }) => type))).toEqual(new Set(named));
    for (const { type, data } of out) expect([type, errorsOf(type, data)]).toEqual([type, []]);
  });

  it('would be caught letting out more, or something else', () => {
    const { type, data } = publish(the.closed) ?? { type: '', data: {} };
    const caught = (more: object) => expect(errorsOf(type, { ...data, ...more })).toHaveLength(1);
    caught({ lesson: 'Ask customers first.' });
    caught({ grade: 'Well done' });
    caught({ score: null });
  });
});
