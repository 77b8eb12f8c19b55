import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allowanceOf, balanceOf, balancesOf, changeOf, earnedBy } from './ledger.ts';
import { overdrawn, posting, trialBalance, type LedgerAccount } from './ledger.ts';
import { declined, expired, fulfilled, received, recognised } from './points.histories.ts';
import { redeemed } from './points.histories.ts';

const anyAccount = fc.constantFrom<LedgerAccount>(
  ...(['issuer', 'transit', 'rewards'] as const),
  ...['ada', 'bo'].flatMap((person) => [allowanceOf(person), earnedBy(person)]),
);
const anyPosting = fc
  .tuple(anyAccount, anyAccount, fc.integer({ min: 0, max: 1_000_000 }))
  .map(([from, to, points]) => ({ type: 'Posted', legs: posting(from, to, points) }));

describe('a posting', () => {
  it('debits one account and credits the other', () =>
    expect(posting('issuer', allowanceOf('ada'), 5)).toEqual([
      { account: 'issuer', points: -5 },
      { account: 'allowance:ada', points: 5 },
    ]));

  it('of nothing has no legs', () => expect(posting('issuer', 'transit', 0)).toEqual([]));

  it('changes each of its accounts by its points, and no other', () => {
    const legs = posting(earnedBy('ada'), 'rewards', 5);
    expect(changeOf(legs, earnedBy('ada'))).toBe(-5);
    expect(changeOf(legs, 'rewards')).toBe(5);
    expect(changeOf(legs, earnedBy('bo'))).toBe(0);
    expect(changeOf(posting('transit', 'transit', 5), 'transit')).toBe(0);
  });
});

describe('balances', () => {
  it('are those of the example, in the end and on the way', () => {
    const way = balancesOf([...recognised, received, redeemed]);
    expect([...way].sort()).toEqual([
      ['allowance:ada', 20],
      ['earned:bo', 10],
      ['issuer', -100],
      ['rewards', 30],
      ['transit', 40],
    ]);
    const end = balancesOf([...recognised, received, redeemed, declined, fulfilled, expired]);
    expect([...end].sort()).toEqual([
      ['allowance:ada', 0],
      ['earned:bo', 40],
      ['issuer', -80],
      ['rewards', 0],
      ['transit', 40],
    ]);
  });

  it('of what nothing touched are 0', () => {
    expect(balanceOf(balancesOf([]), 'transit')).toBe(0);
    expect(trialBalance(balancesOf([]))).toBe(0);
  });

  it('do not depend on the order of the facts, and their sum is 0', () => {
    fc.assert(
      fc.property(fc.array(anyPosting, { maxLength: 40 }), fc.nat(), (postings, turn) => {
        const by = postings.length === 0 ? 0 : turn % postings.length;
        const turned = [...postings.slice(by), ...postings.slice(0, by)].toReversed();
        expect(new Map(balancesOf(turned))).toEqual(new Map(balancesOf(postings)));
        expect(trialBalance(balancesOf(postings))).toBe(0);
      }),
    );
  });
});

describe('what is wrong', () => {
  it('shows in the trial balance: a leg without its other', () =>
    expect(
      trialBalance(balancesOf([{ type: 'Lost', legs: [{ account: 'transit', points: 5 }] }])),
    ).toBe(5));

  it('shows in the accounts that are below zero, of which the issuer may be', () => {
    expect(overdrawn(balancesOf(recognised))).toEqual([]);
    expect(overdrawn(balancesOf([received, redeemed]))).toEqual(['transit']);
    expect(overdrawn(balancesOf([redeemed]))).toEqual(['earned:bo']);
  });
});
