import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { PublishTemplate } from './template.commands.ts';
import { templateDecider } from './template.decide.ts';
import { publish, words, yearly } from './template.histories.ts';
import type { TemplateFact } from './template.ts';

/** Anybody publishes anything, in any order: two contents of each of some versions. */
const commands: fc.Arbitrary<readonly PublishTemplate[]> = fc.array(
  fc
    .record({ act: fc.nat(20), version: fc.nat(5), title: fc.constantFrom('A', 'B') })
    .map(({ act, version, title }): PublishTemplate => ({
      ...{ ...publish, act: `act-${act}`, hash: `${version}-${title}` },
      ...{ template: { ...yearly, version }, words: { ...words, 'title.en': title } },
    })),
  { maxLength: 40, size: 'max' },
);

describe('whoever publishes what, a template', () => {
  it('has versions without a gap, each of which stays what it was; a repeat decides nothing', () => {
    let longest = 0;
    fc.assert(
      fc.property(commands, (all) => {
        const facts: TemplateFact[] = [];
        for (const command of all) {
          const before = fold(templateDecider, templateDecider.initial, facts);
          const decided = templateDecider.decide(command, before);
          if (isRejection(decided)) continue;
          repeatDecidesNothing(templateDecider, command, before, decided);
          facts.push(...decided);
        }
        const after = fold(templateDecider, templateDecider.initial, facts);
        const known = after.stage === 'none' ? [] : after.versions;
        expect(known.map(({ version }) => version)).toEqual(known.map((_, at) => at + 1));
        expect(known.map(({ hash }) => hash)).toEqual(facts.map(({ hash }) => hash));
        longest = Math.max(longest, facts.length);
      }),
      { numRuns: 200 },
    );
    expect(longest).toBeGreaterThan(3);
  });
});
