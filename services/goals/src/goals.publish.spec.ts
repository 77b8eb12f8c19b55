import { describe, expect, it } from '@jest/globals';
import * as the from './goal/goal.histories.ts';
import { publish } from './goals.publish.ts';
import * as kpi from './kpi/kpi.histories.ts';

const goalFacts = [
  the.drafted,
  the.activated,
  the.checkedIn,
  the.corrected,
  the.targetAmended,
  the.transferred,
  the.closed,
  the.withdrawn,
];
const kpiFacts = [kpi.defined, kpi.measured, kpi.redefined];

describe('the gate of goals', () => {
  it('lets out what others may build on, and keeps drafts in', () => {
    const names = [...goalFacts, ...kpiFacts].map((fact) => publish(fact)?.type ?? null);
    expect(names).toEqual([
      null,
      'goals.GoalActivated.v1',
      'goals.ProgressCheckedIn.v1',
      'goals.CheckInCorrected.v1',
      'goals.TargetAmended.v1',
      'goals.GoalTransferred.v1',
      'goals.GoalClosed.v1',
      null,
      'goals.KpiDefined.v1',
      'goals.KpiMeasured.v1',
      'goals.KpiDefined.v1',
    ]);
  });

  it('lets no written word out', () => {
    const out = JSON.stringify([...goalFacts, ...kpiFacts].map((fact) => publish(fact)));
    const written = [...goalFacts, ...kpiFacts].flatMap((fact) => {
      return 'text' in fact && 'fields' in fact.text ? Object.values(fact.text.fields) : [];
    });
    expect(written.length).toBeGreaterThan(10);
    for (const words of written) expect(out).not.toContain(words);
  });
});
