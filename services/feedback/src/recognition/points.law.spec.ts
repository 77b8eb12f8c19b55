import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import { allowanceOf, balanceOf, balancesOf, changeOf, earnedBy } from './ledger.ts';
import { overdrawn, trialBalance, type Posted } from './ledger.ts';
import { pointsDecider } from './points.decide.ts';
import { accountOf, anySteps, ask, commandOf, deliveries, people } from './points.testing.ts';
import { play, worldAfter, type World } from './points.testing.ts';

const runs = { numRuns: 120 };
const emptyWorld = (): World => worldAfter([]);
const factsOf = ({ log }: World) => log.map(({ fact }) => fact);
const transitOf = (world: World) => balanceOf(balancesOf(factsOf(world)), 'transit');

/** The books are in order after each fact, not only at the end of a decision. */
function expectBooksInOrder(facts: readonly Posted[]): void {
  const wrong = facts.flatMap((fact, index) => {
    const balances = balancesOf(facts.slice(0, index + 1));
    const sums = [trialBalance(balancesOf([fact])), trialBalance(balances)];
    const below = overdrawn(balances);
    return sums.every((sum) => sum === 0) && below.length === 0 ? [] : [{ index, sums, below }];
  });
  expect(wrong).toEqual([]);
}

function deliverAll(world: World, order: (count: number) => readonly number[]): void {
  const pending = deliveries(world);
  for (const index of order(pending.length)) {
    const command = pending[index % Math.max(1, pending.length)];
    if (command !== undefined) ask(world, command);
  }
}

const inOrder = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('the laws of points, over any commands by any people in any order', () => {
  it('the books are in order after every fact, and no balance is below zero', () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(anySteps, (steps) => {
        const world = emptyWorld();
        play(world, steps);
        expectBooksInOrder(factsOf(world));
        for (const { type } of factsOf(world)) kinds.set(type, (kinds.get(type) ?? 0) + 1);
      }),
      runs,
    );
    const all = ['AllowanceGranted', 'AllowanceExpired', 'RecognitionGiven', 'PointsReceived'];
    for (const kind of [...all, 'RewardRedeemed', 'RewardFulfilled', 'RewardDeclined']) {
      expect([kind, (kinds.get(kind) ?? 0) > 20]).toEqual([kind, true]);
    }
  });

  it('the same command again decides nothing', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const world = emptyWorld();
        for (const step of steps) {
          const command = commandOf(world, step);
          if (command === undefined) continue;
          const before = accountOf(world, command.person);
          const decided = pointsDecider.decide(command, before);
          if (!isRejection(decided)) {
            repeatDecidesNothing(pointsDecider, command, before, decided);
          }
          ask(world, command);
        }
      }),
      runs,
    );
  });

  it('what an account may spend is what the ledger says', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const world = emptyWorld();
        play(world, steps);
        const balances = balancesOf(factsOf(world));
        for (const person of people) {
          const { allowance, earned } = accountOf(world, person);
          expect(allowance).toBe(balanceOf(balances, allowanceOf(person)));
          expect(earned).toBe(balanceOf(balances, earnedBy(person)));
        }
      }),
      runs,
    );
  });

  it('nobody has what they gave, and nothing is decided twice or by who redeemed', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const world = emptyWorld();
        const accepted = play(world, steps);
        const decided = factsOf(world).flatMap((fact) => {
          if (fact.type === 'RecognitionGiven') expect(fact.receiver).not.toBe(fact.giver);
          if (fact.type !== 'RewardFulfilled' && fact.type !== 'RewardDeclined') return [];
          const by = accepted.find((one) => one.act === fact.act && one.person === fact.person);
          expect(by?.type === 'DecideReward' && by.by).not.toBe(fact.person);
          return [`${fact.person} ${fact.redemptionId}`];
        });
        expect(new Set(decided).size).toBe(decided.length);
      }),
      runs,
    );
  });

  it('each month has one allowance, in the order of months, and nothing is given of an older', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const world = emptyWorld();
        play(world, steps);
        for (const person of people) {
          let [granted, over, left] = ['', '', 0];
          for (const fact of factsOf(world).filter((one) => one.person === person)) {
            if ('legs' in fact) left += changeOf(fact.legs, allowanceOf(person));
            if (fact.type === 'AllowanceExpired') {
              expect([fact.month < fact.seen, fact.points > 0, left]).toEqual([true, true, 0]);
              over = fact.month;
            }
            if (fact.type === 'AllowanceGranted') {
              expect([fact.month > granted, left]).toEqual([true, fact.points]);
              granted = fact.month;
            }
            if (fact.type !== 'RecognitionGiven' || fact.points === 0) continue;
            expect(fact.month).toBe(granted);
            expect(fact.month > over).toBe(true);
          }
        }
      }),
      runs,
    );
  });
});

describe('the laws of delivery', () => {
  const anyOrder = fc.array(fc.nat(), { maxLength: 60 });

  it('transit holds what is not delivered, and nothing once all is, in whatever order', () => {
    let most = 0;
    fc.assert(
      fc.property(anySteps, anyOrder, (steps, order) => {
        const world = emptyWorld();
        play(world, steps);
        const before = factsOf(world);
        const sum = (type: string) =>
          before.reduce((all, one) => {
            return one.type === type && 'points' in one ? all + one.points : all;
          }, 0);
        expect(transitOf(world)).toBe(sum('RecognitionGiven') - sum('PointsReceived'));
        most = Math.max(most, transitOf(world));
        deliverAll(world, (count) => [...order, ...inOrder(count).toReversed()]);
        expect(transitOf(world)).toBe(0);
        expectBooksInOrder(factsOf(world));
      }),
      runs,
    );
    expect(most).toBeGreaterThan(0);
  });

  it('the order of delivery changes no balance', () => {
    fc.assert(
      fc.property(anySteps, anyOrder, (steps, order) => {
        const [one, other] = [emptyWorld(), emptyWorld()];
        for (const world of [one, other]) play(world, steps);
        deliverAll(one, inOrder);
        deliverAll(other, (count) => [...order, ...inOrder(count)]);
        expect(new Map(balancesOf(factsOf(other)))).toEqual(balancesOf(factsOf(one)));
      }),
      runs,
    );
  });

  it('retries and redeliveries at any time change nothing at all', () => {
    fc.assert(
      fc.property(anySteps, fc.infiniteStream(fc.nat({ max: 3 })), (steps, noise) => {
        const [quiet, loud] = [emptyWorld(), emptyWorld()];
        const done = [];
        for (const step of steps) {
          play(quiet, [step]);
          done.push(...play(loud, [step]));
          // Whatever was decided so far, the deliveries too, comes again now and then.
          for (const again of done) if (noise.next().value === 0) ask(loud, again);
        }
        expect(loud.log).toEqual(quiet.log);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the laws of crashes', () => {
  /** Where a decision ends: all of it is appended, or nothing. */
  const isEnd = ({ log }: World, count: number) => {
    const [last, next] = [log[count - 1]?.fact, log[count]?.fact];
    return next === undefined || last?.act !== next.act || last.person !== next.person;
  };
  const isTold = (world: World, { act }: { readonly act: string }) =>
    deliveries(world).some((one) => one.act === act);

  it('after any decision, the same commands again come to the same facts', () => {
    fc.assert(
      fc.property(anySteps, fc.nat(), (steps, cut) => {
        const world = emptyWorld();
        const accepted = play(world, steps);
        let count = cut % (world.log.length + 1);
        while (count > 0 && !isEnd(world, count)) count -= 1;
        const revived = worldAfter(world.log.slice(0, count));
        for (const command of accepted) expect(typeof ask(revived, command)).not.toBe('string');
        expect(revived.log).toEqual(world.log);
        expect(revived.accounts).toEqual(world.accounts);
      }),
      runs,
    );
  });

  it('after any fact, also within a decision, the books stay in order', () => {
    fc.assert(
      fc.property(anySteps, fc.nat(), (steps, cut) => {
        const world = emptyWorld();
        const accepted = play(world, steps);
        const revived = worldAfter(world.log.slice(0, cut % (world.log.length + 1)));
        for (const command of accepted) {
          // The policy follows the log, and a recognition may be lost with its decision.
          if (command.type !== 'ReceivePoints' || isTold(revived, command)) ask(revived, command);
        }
        deliverAll(revived, inOrder);
        expectBooksInOrder(factsOf(revived));
        expect(transitOf(revived)).toBe(0);
      }),
      runs,
    );
  });
});
