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
};

/** The stream that an example is of: a month of one person's readers. */
export function accessStreamOf(): string {
  return 'access.log-acme.1c6f2b90-3a7d-5e48-8b15-6d9e0f2a4c73';
}
