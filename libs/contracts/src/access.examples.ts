import type { AccessPublished } from './access.ts';

/** Examples of every fact that `access` publishes, by what they show. */
export const accessExamples: {
  readonly [Type in keyof AccessPublished]: Readonly<Record<string, AccessPublished[Type]>>;
} = {
  'access.RecordViewed.v1': {
    byAManager: {
      ...{ subject: '5b1f0e7c', by: '9d3a2c41', action: 'goal/read', rule: 'managers-read' },
      record: 'goal:3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d',
    },
    byADelegate: {
      ...{ subject: '5b1f0e7c', by: 'c07e5d18', onBehalfOf: '9d3a2c41' },
      ...{ action: 'person/read', rule: 'managers-read', record: 'person:5b1f0e7c' },
    },
  },
  'access.ExportRequested.v1': {
    factsOfAType: {
      ...{ export: '0197c1f2-6f00-7c4e-9d5a-4f6c1a7b9e21', by: '9d3a2c41', what: 'facts/feedback' },
      ...{ format: 'csv', query: 'type=feedback.LoopClosed.v1&until=00000000000000001042' },
    },
    aTableForSomebodyElse: {
      ...{ export: '0197c1f2-6f00-7c4e-9d5a-4f6c1a7b9e22', by: 'c07e5d18', onBehalfOf: '9d3a2c41' },
      ...{ what: 'tables/goals', format: 'parquet', query: 'period=FY2026' },
    },
  },
  'access.ExportProduced.v1': {
    whole: {
      ...{ export: '0197c1f2-6f00-7c4e-9d5a-4f6c1a7b9e21', rows: 2_831, bytes: 512_004 },
      ...{ hash: '5f'.repeat(32), position: '00000000000000001042' },
    },
    ofAnEmptyLog: {
      ...{ export: '0197c1f2-6f00-7c4e-9d5a-4f6c1a7b9e22', rows: 0, bytes: 24 },
      ...{ hash: '0c'.repeat(32), position: null },
    },
  },
};

/** The stream that an example is of: a month of one person's readers, or one export. */
export function accessStreamOf(type: string): string {
  return type.startsWith('access.Export')
    ? 'access.export-acme.0197c1f2-6f00-7c4e-9d5a-4f6c1a7b9e21'
    : 'access.log-acme.1c6f2b90-3a7d-5e48-8b15-6d9e0f2a4c73';
}
