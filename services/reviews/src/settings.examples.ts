import { micro, type RulePack } from '@plumbline/scoring';
import type { ReviewTemplate } from './template/template.ts';

/**
 * A rule pack and a template that fit each other: the examples of the API, of the tests and of the
 * guides. A year is scored of goals, customers, the manager and three peers at least.
 */
const fromOneToFive = { min: micro, max: 5 * micro };
const share = { min: 0, max: micro };

export const yearlyPack: RulePack = {
  ...{ name: 'yearly', version: 1, total: 'all', daysMin: 90 },
  parts: {
    all: {
      kind: 'weighed',
      of: [
        { part: 'goals', weight: 40 },
        { part: 'customers', weight: 10 },
        { part: 'manager', weight: 30 },
        { part: 'peers', weight: 20 },
      ],
    },
    goals: { kind: 'rated', scale: share, ratingsMin: 1 },
    customers: { kind: 'rated', scale: share, ratingsMin: 1 },
    manager: { kind: 'rated', scale: fromOneToFive, ratingsMin: 1 },
    peers: { kind: 'rated', scale: fromOneToFive, ratingsMin: 3 },
  },
  rules: [],
  result: { scale: fromOneToFive, decimals: 2 },
};

const anchors = [1, 2, 3, 4, 5].map((one) => one * micro);

export const yearlyTemplate: ReviewTemplate = {
  ...{ name: 'yearly', version: 1, languages: ['en', 'de'], defaultLanguage: 'en' },
  scale: { name: 'one-to-five', min: micro, max: 5 * micro, anchors },
  sections: [
    {
      role: 'self',
      items: [
        { id: 'result', kind: 'rating', required: false },
        { id: 'proud', kind: 'text', required: true },
      ],
    },
    {
      role: 'manager',
      items: [
        { id: 'result', kind: 'rating', required: true, part: 'manager' },
        { id: 'growth', kind: 'rating', required: true, part: 'manager' },
        { id: 'summary', kind: 'text', required: true },
      ],
    },
    {
      role: 'peer',
      items: [
        { id: 'teamwork', kind: 'rating', required: true, part: 'peers' },
        { id: 'keep', kind: 'text', required: false },
      ],
    },
    { role: 'upward', items: [{ id: 'support', kind: 'text', required: false }] },
  ],
  inputs: [
    { part: 'goals', from: 'goals' },
    { part: 'customers', from: 'customers' },
  ],
};

export const yearlyWords: Readonly<Record<string, string>> = {
  ...{ 'title.en': 'The year', 'title.de': 'Das Jahr' },
  ...{ 'anchor.1000000.en': 'Far below', 'anchor.2000000.en': 'Below' },
  ...{ 'anchor.3000000.en': 'As agreed', 'anchor.4000000.en': 'Above' },
  'anchor.5000000.en': 'Far above',
  ...{ 'item.result.en': 'What was achieved', 'item.result.de': 'Was erreicht wurde' },
  ...{ 'item.proud.en': 'What are you proud of?', 'item.growth.en': 'What was learnt' },
  ...{ 'item.summary.en': 'In a few sentences', 'item.teamwork.en': 'Working together' },
  ...{ 'item.keep.en': 'What should stay?', 'item.support.en': 'What do you need?' },
};
