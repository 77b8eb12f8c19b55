import { clearText } from '@plumbline/kernel';
import type * as Command from './strategy.commands.ts';
import type { StrategyFact } from './strategy.ts';

/** The example histories of a strategy: two years of a service desk that wants to be near. */
export const strategyId = '5d2f1b74-9a3c-5e6d-8b1f-4c5a6d7e8f90';
export const owner = 'unit:service';
export const signalId = 'act-raise';

const words = {
  title: 'Near to every customer',
  'theme.near': 'Answers the same day',
  'theme.lean': 'Less to hand over',
};
const near = { id: 'near', perspective: 'customer', weight: 3 } as const;
const lean = { id: 'lean', perspective: 'process', weight: 1 } as const;
const skilled = { id: 'skilled', perspective: 'growth', weight: 2 } as const;
const plan = { from: '2026-01-01', until: '2028-01-01', themes: [near, lean] } as const;

const asked = (act: string, at: string) => ({ act, strategyId, at, now: at });
const told = (act: string, at: string) => ({ act, strategyId, at });

export const publish: Command.PublishStrategy = {
  type: 'PublishStrategy',
  ...asked('act-publish', '2025-12-01T09:00:00.000Z'),
  owner,
  ...plan,
  words,
};
export const published = {
  type: 'StrategyPublished',
  ...told('act-publish', '2025-12-01T09:00:00.000Z'),
  owner,
  ...plan,
  text: clearText(owner, words),
} as const satisfies StrategyFact;

export const revise: Command.ReviseStrategy = {
  type: 'ReviseStrategy',
  ...asked('act-revise', '2026-06-01T09:00:00.000Z'),
  themes: [near, skilled],
  words: { 'theme.skilled': 'Everybody can answer' },
  reason: 'Handing over is solved.',
};
export const revised = {
  type: 'StrategyRevised',
  ...told('act-revise', '2026-06-01T09:00:00.000Z'),
  owner,
  ...plan,
  themes: [near, skilled],
  before: plan,
  text: clearText(owner, {
    'theme.skilled': 'Everybody can answer',
    reason: 'Handing over is solved.',
  }),
} as const satisfies StrategyFact;

export const raise: Command.RaiseSignal = {
  type: 'RaiseSignal',
  ...asked(signalId, '2026-03-10T09:00:00.000Z'),
  kind: 'regulation',
  themeId: 'near',
  what: 'Answers are due within a day by law.',
};
export const raised = {
  type: 'StrategySignalRaised',
  ...told(signalId, '2026-03-10T09:00:00.000Z'),
  signalId,
  kind: 'regulation',
  themeId: 'near',
  text: clearText(owner, { what: 'Answers are due within a day by law.' }),
} as const satisfies StrategyFact;

export const retire: Command.RetireStrategy = {
  type: 'RetireStrategy',
  ...asked('act-retire', '2026-11-15T09:00:00.000Z'),
  on: '2027-01-01',
  reason: 'The desk joins another unit.',
};
export const retired = {
  type: 'StrategyRetired',
  ...told('act-retire', '2026-11-15T09:00:00.000Z'),
  on: '2027-01-01',
  text: clearText(owner, { reason: 'The desk joins another unit.' }),
} as const satisfies StrategyFact;
