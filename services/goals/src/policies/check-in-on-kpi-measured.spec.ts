import { describe, expect, it } from '@jest/globals';
import { checkInOnKpiMeasured } from './check-in-on-kpi-measured.ts';

describe('when a KPI is measured', () => {
  const period = { name: '2026-Q1', start: '2026-01-01', end: '2026-03-31' };
  const effectiveAt = '2026-04-02T08:00:00.000Z';
  const measured = {
    kpiId: 'kpi',
    version: 1,
    measurementId: 'm',
    period,
    value: 7,
    late: false,
  };
  const feeding = { ...measured, goalId: 'goal', keyResultId: 'kr1' };

  it('the key result that it feeds is checked in, as of the time of the reading', () => {
    expect(checkInOnKpiMeasured({ data: feeding, effectiveAt })).toEqual([
      {
        goalId: 'goal',
        keyResultId: 'kr1',
        value: 7,
        source: 'kpi:kpi',
        at: effectiveAt,
      },
    ]);
  });

  it('nothing follows for a KPI that feeds none, or for a reading without a value', () => {
    expect(checkInOnKpiMeasured({ data: measured, effectiveAt })).toEqual([]);
    expect(checkInOnKpiMeasured({ data: { ...measured, goalId: 'goal' }, effectiveAt })).toEqual(
      [],
    );
    expect(checkInOnKpiMeasured({ data: { ...feeding, value: null }, effectiveAt })).toEqual([]);
  });
});
