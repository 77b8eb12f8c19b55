import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { PublishRulePack } from './rule-pack.commands.ts';
import { rulePackDecider } from './rule-pack.decide.ts';
import { publish, yearly } from './rule-pack.histories.ts';
import type { RulePackFact } from './rule-pack.ts';

/** Anybody publishes anything, in any order: two contents of each of some versions. */
const commands: fc.Arbitrary<readonly PublishRulePack[]> = fc.array(
  fc
    .record({ act: fc.nat(20), version: fc.nat(6), days: fc.integer({ min: 1, max: 2 }) })
    .map(({ act, version, days }): PublishRulePack => ({
      ...{ ...publish, act: `act-${act}`, hash: `${version}-${days}` },
      pack: { ...yearly, version, daysMin: days },
    })),
  { maxLength: 40, size: 'max' },
);

describe('whoever publishes what, a rule pack', () => {
  it('has versions without a gap, each of which stays what it was; a repeat decides nothing', () => {
    let longest = 0;
    fc.assert(
      fc.property(commands, (all) => {
        const facts: RulePackFact[] = [];
        for (const command of all) {
          const before = fold(rulePackDecider, rulePackDecider.initial, facts);
          const decided = rulePackDecider.decide(command, before);
          if (isRejection(decided)) continue;
          repeatDecidesNothing(rulePackDecider, command, before, decided);
          facts.push(...decided);
          const after = fold(rulePackDecider, rulePackDecider.initial, facts);
          const known = after.stage === 'none' ? [] : after.versions;
          expect(known.map(({ version }) => version)).toEqual(known.map((_, at) => at + 1));
          const earlier = before.stage === 'none' ? [] : before.versions;
          expect(known.slice(0, earlier.length)).toEqual(earlier);
        }
        longest = Math.max(longest, facts.length);
      }),
      { numRuns: 200 },
    );
    expect(longest).toBeGreaterThan(3);
  });
});
