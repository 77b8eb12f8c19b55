import type { RulePack } from '@plumbline/scoring';
import { yearlyPack as yearly } from '../settings.examples.ts';
import type { PublishRulePack } from './rule-pack.commands.ts';
import type { RulePackFact } from './rule-pack.ts';

/**
 * The example histories of a rule pack: a year is scored of goals, customers, the manager and
 * three peers at least; a year later, peers weigh less.
 */
export const packId = 'yearly';
export { yearly };

const asked = (act: string, at: string) => ({ act, packId, at, now: at });

export const publish: PublishRulePack = {
  type: 'PublishRulePack',
  ...asked('act-pack-1', '2026-01-05T09:00:00.000Z'),
  ...{ pack: yearly, hash: 'a1'.repeat(32) },
};
export const published = {
  type: 'RulePackPublished',
  ...{ act: 'act-pack-1', packId, version: 1, hash: publish.hash, pack: yearly },
  at: '2026-01-05T09:00:00.000Z',
} as const satisfies RulePackFact;

export const fewerPeers: RulePack = {
  ...yearly,
  version: 2,
  parts: {
    ...yearly.parts,
    all: {
      kind: 'weighed',
      of: [
        { part: 'goals', weight: 50 },
        { part: 'customers', weight: 10 },
        { part: 'manager', weight: 30 },
        { part: 'peers', weight: 10 },
      ],
    },
  },
};
export const publishNext: PublishRulePack = {
  type: 'PublishRulePack',
  ...asked('act-pack-2', '2027-01-04T09:00:00.000Z'),
  ...{ pack: fewerPeers, hash: 'b2'.repeat(32) },
};
export const publishedNext = {
  type: 'RulePackPublished',
  ...{ act: 'act-pack-2', packId, version: 2, hash: publishNext.hash, pack: fewerPeers },
  at: '2027-01-04T09:00:00.000Z',
} as const satisfies RulePackFact;
