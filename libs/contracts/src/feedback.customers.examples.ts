import type { customerSchemas } from './feedback.customers.ts';
import type { Shape } from './schema.ts';

const responseId = '6c1e9b54-3f7a-5d28-8b40-1a9c5e7d2f63';
const person = '5b1f0e7c';
const visit = {
  ...{ responseId, source: 'after-visit', occurredOn: '2026-05-04' },
  ...{ touchpoint: 'counter', channel: 'mail' },
};
const scale = { min: 0, max: 10 };
const shares = [
  { of: `person:${person}`, share: 0.6 },
  { of: 'unit:service-desk', share: 0.2 },
];

const counted = {
  ...{ source: 'after-visit', occurredOn: '2026-05-04', touchpoint: 'counter', channel: 'mail' },
  location: 'office-north',
  answers: [{ metric: 'nps', scale, score: 9 }],
};

type Published = typeof customerSchemas;

/** Examples of every fact of customers' responses, by what they show. */
export const customerExamples: {
  readonly [Type in keyof Published]: Readonly<Record<string, Shape<Published[Type]>>>;
} = {
  'feedback.CustomerResponseRecorded.v1': {
    answered: {
      ...visit,
      location: 'office-north',
      answers: [
        { metric: 'nps', scale, score: 9 },
        { metric: 'waiting', scale: { min: 0, max: 3 }, score: null, noAnswer: 'blank' },
      ],
    },
    dismissed: {
      ...visit,
      location: null,
      answers: [{ metric: 'nps', scale, score: null, noAnswer: 'dismissed' }],
    },
  },
  'feedback.ResponseAttributed.v1': {
    inShares: { responseId, shares, before: [], counted, openDisputes: 0 },
    toNobody: { responseId, shares: [], before: shares, counted, openDisputes: 0 },
  },
  'feedback.AttributionDisputed.v1': {
    byOneOfThem: { responseId, person, shares, counted, openDisputes: 1 },
  },
  'feedback.AttributionSettled.v1': {
    inTheirFavour: {
      ...{ responseId, person, outcome: 'upheld', shares: shares.slice(1), before: shares },
      ...{ counted, openDisputes: 0 },
    },
  },
  'feedback.LoopClosed.v1': { withACause: { responseId, cause: 'incomplete-papers' } },
  'feedback.ResponseWithdrawn.v1': {
    recordedByMistake: { responseId, shares, counted, openDisputes: 0 },
  },
};

/** The stream that an example is of. */
export function customerStreamOf(_type: string): string {
  return `feedback.customer-response-acme.${responseId}`;
}
