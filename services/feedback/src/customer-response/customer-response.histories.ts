import { clearText } from '@plumbline/kernel';
import type * as Command from './customer-response.commands.ts';
import type { CustomerResponseFact } from './customer-response.ts';

/**
 * The example histories of a response: a customer answers two days after a visit. It is attributed
 * to Ada, Bo and their desk; Ada disputes her share, which is halved. Somebody calls the customer.
 */
export const responseId = '6c1e9b54-3f7a-5d28-8b40-1a9c5e7d2f63';
const customer = `response:${responseId}`;

const asked = (act: string, at: string) => ({ act, responseId, at, now: at });
const told = (act: string, at: string) => ({ act, responseId, at });

const visit = {
  source: 'after-visit',
  transaction: 'visit-4711',
  occurredOn: '2026-05-04',
  answeredAt: '2026-05-06T18:20:00.000Z',
  touchpoint: 'counter',
  channel: 'mail',
  location: 'office-north',
} as const;

export const record: Command.RecordResponse = {
  type: 'RecordResponse',
  ...asked('act-record', '2026-05-07T02:00:00.000Z'),
  ...visit,
  answers: [
    { metric: 'nps', score: 9 },
    { metric: 'csat', score: 4 },
    { metric: 'ces', score: null, noAnswer: 'blank' },
    { metric: 'waiting', scale: { min: 0, max: 3 }, score: 2 },
  ],
  comment: 'Ada was kind, but I had to come twice.',
};
export const recorded = {
  type: 'CustomerResponseRecorded',
  ...told('act-record', '2026-05-07T02:00:00.000Z'),
  ...visit,
  answers: [
    { metric: 'nps', scale: { min: 0, max: 10 }, score: 9 },
    { metric: 'csat', scale: { min: 1, max: 5 }, score: 4 },
    { metric: 'ces', scale: { min: 1, max: 7 }, score: null, noAnswer: 'blank' },
    { metric: 'waiting', scale: { min: 0, max: 3 }, score: 2 },
  ],
  text: clearText(customer, { comment: 'Ada was kind, but I had to come twice.' }),
} as const satisfies CustomerResponseFact;

const { source, occurredOn, touchpoint, channel, location } = visit;
/** What facts repeat of it, so that it can be counted elsewhere. */
export const counted = {
  ...{ source, occurredOn, touchpoint, channel, location },
  answers: recorded.answers,
} as const;

export const firstShares = [
  { person: 'ada', share: 0.6 },
  { person: 'bo', share: 0.2 },
  { unit: 'desk', share: 0.2 },
] as const;

export const attribute: Command.AttributeResponse = {
  type: 'AttributeResponse',
  ...asked('act-attribute', '2026-05-08T09:00:00.000Z'),
  shares: firstShares,
};
export const attributed = {
  type: 'ResponseAttributed',
  ...told('act-attribute', '2026-05-08T09:00:00.000Z'),
  before: [],
  shares: firstShares,
  counted,
  openDisputes: 0,
  text: clearText(customer, {}),
} as const satisfies CustomerResponseFact;

export const dispute: Command.DisputeAttribution = {
  type: 'DisputeAttribution',
  ...asked('act-dispute', '2026-05-11T09:00:00.000Z'),
  by: 'ada',
  reason: 'The first visit was on my day off.',
};
export const disputed = {
  type: 'AttributionDisputed',
  ...told('act-dispute', '2026-05-11T09:00:00.000Z'),
  by: 'ada',
  share: 0.6,
  shares: firstShares,
  counted,
  openDisputes: 1,
  text: clearText('person:ada', { reason: 'The first visit was on my day off.' }),
} as const satisfies CustomerResponseFact;

export const sharesInPart = [
  { person: 'ada', share: 0.3 },
  { person: 'bo', share: 0.5 },
  { unit: 'desk', share: 0.2 },
] as const;

export const settle: Command.SettleAttribution = {
  type: 'SettleAttribution',
  ...asked('act-settle', '2026-05-13T09:00:00.000Z'),
  person: 'ada',
  by: 'cy',
  outcome: 'partly',
  shares: sharesInPart,
  reason: 'One visit of the two.',
};
export const settled = {
  type: 'AttributionSettled',
  ...told('act-settle', '2026-05-13T09:00:00.000Z'),
  person: 'ada',
  by: 'cy',
  outcome: 'partly',
  before: firstShares,
  shares: sharesInPart,
  counted,
  openDisputes: 0,
  text: clearText('person:ada', { reason: 'One visit of the two.' }),
} as const satisfies CustomerResponseFact;

export const closeLoop: Command.CloseLoop = {
  type: 'CloseLoop',
  ...asked('act-close', '2026-05-12T15:00:00.000Z'),
  cause: 'incomplete-papers',
  by: 'bo',
  reason: 'Called them; the list of papers was out of date.',
};
export const loopClosed = {
  type: 'LoopClosed',
  ...told('act-close', '2026-05-12T15:00:00.000Z'),
  cause: 'incomplete-papers',
  by: 'bo',
  text: clearText(customer, { reason: 'Called them; the list of papers was out of date.' }),
} as const satisfies CustomerResponseFact;

export const withdraw: Command.WithdrawResponse = {
  type: 'WithdrawResponse',
  ...asked('act-withdraw', '2026-05-20T09:00:00.000Z'),
  reason: 'It belongs to another office.',
};
export const withdrawn = {
  type: 'ResponseWithdrawn',
  ...told('act-withdraw', '2026-05-20T09:00:00.000Z'),
  shares: [],
  counted,
  openDisputes: 0,
  text: clearText(customer, { reason: 'It belongs to another office.' }),
} as const satisfies CustomerResponseFact;
