import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { StrategyCommand } from './strategy.commands.ts';
import { strategyDecider } from './strategy.decide.ts';
import { publish, raise, retire, revise } from './strategy.histories.ts';
import { evolveStrategy, initialStrategy, type Strategy } from './strategy.ts';

const theme = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  perspective: fc.constantFrom('customer' as const, 'growth' as const),
  weight: fc.constantFrom(0, 1, 2, 3, 4),
});
const day = fc.integer({ min: 10, max: 28 }).map((one) => `2026-03-${one}`);

/** Any command, with values that are often wrong, at times that are often out of order. */
const anyCommand: fc.Arbitrary<StrategyCommand> = fc
  .record({
    command: fc.constantFrom<StrategyCommand>(publish, revise, raise, retire),
    act: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    today: day,
    from: day,
    until: fc.oneof(day, fc.constant(null)),
    themes: fc.array(theme, { maxLength: 3 }),
  })
  .map(({ command, act, today, from, until, themes }) => {
    const asked = { ...command, act, at: `${today}T09:00:00.000Z` };
    switch (asked.type) {
      case 'PublishStrategy':
      case 'ReviseStrategy':
        return { ...asked, from, until, themes };
      case 'RaiseSignal':
        return { ...asked, themeId: themes[0]?.id ?? null };
      case 'RetireStrategy':
        return { ...asked, on: from };
    }
  });

describe('the laws of a strategy, over any commands in any order', () => {
  it('the same command again decides nothing, and what is retired keeps its plan', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 20 }), fc.boolean(), (any, isPublished) => {
        const commands = isPublished ? [{ ...publish, from: '2026-03-10' }, ...any] : any;
        let strategy: Strategy = initialStrategy;
        for (const command of commands) {
          const decision = strategyDecider.decide(command, strategy);
          if (isRejection(decision)) continue;
          repeatDecidesNothing(strategyDecider, command, strategy, decision);
          for (const fact of decision) {
            const before = strategy;
            strategy = evolveStrategy(strategy, fact);
            accepted += 1;
            if (before.stage !== 'retired') continue;
            const { acts: _, ...plan } = before;
            expect(strategy).toMatchObject(plan);
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(accepted).toBeGreaterThan(500);
  });
});
