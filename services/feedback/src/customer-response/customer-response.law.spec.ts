import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejection, toInstant } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { CustomerResponseCommand } from './customer-response.commands.ts';
import { customerResponseDecider } from './customer-response.decide.ts';
import * as the from './customer-response.histories.ts';
import { initialResponse, type CustomerResponse, type Shares } from './customer-response.ts';

const people = ['ada', 'bo', 'cy', 'di'];
const anyShares = fc
  .array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 })
  .map((parts): Shares => {
    return parts.map((part, index) => ({ person: people[index] ?? '', share: part / 10 }));
  });

/** Any command, with values that are often wrong, at times that are now and then out of order. */
const anyCommand: fc.Arbitrary<CustomerResponseCommand> = fc
  .record({
    command: fc.constantFrom<CustomerResponseCommand>(
      ...[the.record, the.attribute, the.attribute, the.closeLoop, the.withdraw],
      ...Array.from({ length: 6 }, () => the.dispute),
      ...Array.from({ length: 9 }, () => the.settle),
    ),
    act: fc.integer({ min: 0, max: 40 }),
    hours: fc.integer({ min: 0, max: 30 }),
    who: fc.constantFrom(...people),
    by: fc.constantFrom(...people),
    shares: anyShares,
    outcome: fc.constantFrom(...(['upheld', 'rejected', 'partly', 'partly', 'partly'] as const)),
    left: fc.constantFrom(0, 0.05, 0.1, 0.6),
    score: fc.constantFrom(null, -1, 0, 6, 7.5, 10, 11, 99),
  })
  .map(({ command, act, hours, who, by, shares, outcome, left, score }) => {
    const at = toInstant(Date.parse(the.dispute.at) + hours * 3_600_000);
    const asked = { ...command, act: `${command.type}-${act}`, at, now: at };
    const { shares: _, ...whole } = the.settle;
    switch (asked.type) {
      case 'RecordResponse':
        return { ...asked, answers: [{ metric: 'nps', score, codes: codesOfNone }] };
      case 'AttributeResponse':
        return { ...asked, shares, reason: 'A reason.' };
      case 'DisputeAttribution':
        return { ...asked, by: who };
      case 'SettleAttribution': {
        const { act, at, now } = asked;
        const settled = { ...whole, act, at, now, person: who, by, outcome };
        const others = left < 0.1 ? [] : shares.slice(0, 1);
        const given = [{ person: who, share: left }, ...others];
        return outcome === 'partly' ? { ...settled, shares: given } : settled;
      }
      default:
        return asked;
    }
  });

const codesOfNone = [{ code: 99, means: 'not-applicable' }] as const;

type Look = (
  before: CustomerResponse,
  after: CustomerResponse,
  command: CustomerResponseCommand,
) => void;

function laterByIndex(command: CustomerResponseCommand, index: number): CustomerResponseCommand {
  const at = toInstant(Date.parse(command.at) + index * 24 * 3_600_000);
  return { ...command, at, now: at };
}

function play(commands: readonly CustomerResponseCommand[], look: Look): void {
  let response = initialResponse;
  for (const command of commands) {
    const decision = customerResponseDecider.decide(command, response);
    if (isRejection(decision)) continue;
    repeatDecidesNothing(customerResponseDecider, command, response, decision);
    const before = response;
    response = fold(customerResponseDecider, response, decision);
    if (decision.length > 0) look(before, response, command);
  }
}

describe('the laws of a response, over any commands in any order', () => {
  const many = fc
    .array(anyCommand, { minLength: 15, maxLength: 40 })
    .map((rest) => [the.record, the.attribute, ...rest.map(laterByIndex)]);
  const partOf = (shares: Shares, person: string) =>
    Math.round((shares.find((one) => 'person' in one && one.person === person)?.share ?? 0) * 1e6);

  it('shares are one at most, and are frozen by a dispute but for its own settlement', () => {
    let settled = 0;
    fc.assert(
      fc.property(many, (commands) => {
        play(commands, (before, after, command) => {
          if (before.stage === 'none' || after.stage === 'none') return;
          const total = after.shares.reduce((sum, { share }) => sum + Math.round(share * 1e6), 0);
          expect(total).toBeLessThanOrEqual(1e6);
          const disputing = before.disputes.filter((one) => one.settled === null);
          // With what is withdrawn, the dispute over it is over.
          if (disputing.length === 0 || before.stage === 'withdrawn') return;
          if (command.type !== 'SettleAttribution') expect(after.shares).toEqual(before.shares);
          for (const { by } of disputing) {
            if (command.type === 'SettleAttribution' && command.person === by) settled += 1;
            else expect(partOf(after.shares, by)).toBe(partOf(before.shares, by));
          }
        });
      }),
      { numRuns: 500 },
    );
    expect(settled).toBeGreaterThan(60);
  });

  it('nobody gets back what a dispute took from them, and nobody settles for themselves', () => {
    const outcomes = new Map<string, number>();
    fc.assert(
      fc.property(many, (commands) => {
        play(commands, (before, after, command) => {
          if (before.stage === 'none' || after.stage === 'none') return;
          for (const { by, settled } of after.disputes) {
            const left = settled === null ? 1e6 : partOf(settled.shares, by);
            expect(partOf(after.shares, by)).toBeLessThanOrEqual(left);
          }
          if (command.type !== 'SettleAttribution') return;
          expect(partOf(before.shares, command.by)).toBe(0);
          outcomes.set(command.outcome, (outcomes.get(command.outcome) ?? 0) + 1);
        });
      }),
      { numRuns: 500 },
    );
    for (const outcome of ['upheld', 'partly', 'rejected']) {
      expect([outcome, (outcomes.get(outcome) ?? 0) > 5]).toEqual([outcome, true]);
    }
  });

  it('every score is on its scale, and there is a cause exactly where there is none', () => {
    const seen = new Set<unknown>();
    fc.assert(
      fc.property(anyCommand, (command) => {
        play([command], (_, after) => {
          if (after.stage === 'none') return;
          for (const { score, scale, noAnswer } of after.recording.answers) {
            expect(score === null).toBe(noAnswer !== undefined);
            if (score !== null) expect(score).toBeLessThanOrEqual(scale.max);
            seen.add(score);
          }
        });
      }),
      { numRuns: 2_000 },
    );
    expect(seen).toEqual(new Set([null, 0, 6, 10]));
  });

  it('what is withdrawn, and what was recorded, never changes but by recording it anew', () => {
    let anew = 0;
    fc.assert(
      fc.property(many, (commands) => {
        play(commands, (before, after, command) => {
          if (before.stage === 'none' || after.stage === 'none') return;
          if (command.type === 'RecordResponse') {
            expect([before.stage, after.stage]).toEqual(['withdrawn', 'recorded']);
            expect(after.latestAt >= before.latestAt).toBe(true);
            anew += 1;
            return;
          }
          expect(before.stage).toBe('recorded');
          expect(after.recording).toBe(before.recording);
          if (before.loop !== null) expect(after.loop).toBe(before.loop);
        });
      }),
      { numRuns: 300 },
    );
    expect(anew).toBeGreaterThan(20);
  });
});
