import { clearText } from '@plumbline/kernel';
import type { DefineKpi, RecordMeasurement, RedefineKpi } from './kpi.decide.ts';
import type { KpiFact } from './kpi.ts';

/** The example histories of a KPI: export clients assisted, quarter by quarter. */
export const kpiId = '7a2d9b63-8e4f-5c7b-8d2e-3f5a7b9c1d2e';
export const goalId = '3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d';
export const unit = 'unit:exports';
export const firstQuarter = { name: 'FY2022-Q1', start: '2021-10-01', end: '2021-12-31' };
export const secondQuarter = { name: 'FY2022-Q2', start: '2022-01-01', end: '2022-03-31' };

const clients = { kind: 'increase', start: 0, target: 76_000 } as const;
const words = { name: 'Export clients assisted', formula: 'Count of clients in the quarter' };

export const define: DefineKpi = {
  type: 'DefineKpi',
  act: 'act-define',
  kpiId,
  at: '2021-10-01T00:00:00.000Z',
  now: '2021-10-01T00:00:00.000Z',
  owner: unit,
  goalId,
  measure: clients,
  words,
};
export const defined: KpiFact = {
  type: 'KpiDefined',
  act: 'act-define',
  kpiId,
  at: '2021-10-01T00:00:00.000Z',
  owner: unit,
  goalId,
  version: 1,
  measure: clients,
  text: clearText(unit, words),
};

export const measure: RecordMeasurement = {
  type: 'RecordMeasurement',
  act: 'act-measure-1',
  kpiId,
  at: '2021-12-31T23:59:59.999Z',
  now: '2022-01-10T00:00:00.000Z',
  period: firstQuarter,
  value: 12_905,
  source: 'import',
};
export const measured: KpiFact = {
  type: 'KpiMeasured',
  act: 'act-measure-1',
  kpiId,
  at: '2021-12-31T23:59:59.999Z',
  goalId,
  version: 1,
  measure: clients,
  period: firstQuarter,
  value: 12_905,
  late: false,
  source: 'import',
  text: clearText(unit, {}),
};

export const redefine: RedefineKpi = {
  type: 'RedefineKpi',
  act: 'act-redefine',
  kpiId,
  at: '2022-01-15T00:00:00.000Z',
  now: '2022-01-15T00:00:00.000Z',
  measure: { kind: 'increase', start: 0, target: 80_000 },
  words: { reason: 'The programme grew.' },
};
export const redefined: KpiFact = {
  type: 'KpiRedefined',
  act: 'act-redefine',
  kpiId,
  at: '2022-01-15T00:00:00.000Z',
  goalId,
  version: 2,
  measure: { kind: 'increase', start: 0, target: 80_000 },
  text: clearText(unit, { reason: 'The programme grew.' }),
};
