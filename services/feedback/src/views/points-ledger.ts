import type { View } from '@plumbline/views';
import type { FeedbackFact } from '../facts.ts';
import type { Leg } from '../recognition/ledger.ts';
import type { Month } from '../recognition/points.ts';

/**
 * The turnover of all accounts of a kind in a month (UTC, of the time in the world): sums only,
 * of nobody alone.
 */
export interface LedgerMonth {
  readonly kind: AccountKind;
  readonly month: Month;
  readonly debit: number;
  readonly credit: number;
  /** Legs of postings. */
  readonly legs: number;
}

export const accountKinds = ['issuer', 'allowance', 'transit', 'earned', 'rewards'] as const;
export type AccountKind = (typeof accountKinds)[number];

export const pointsLedger: View<LedgerMonth, FeedbackFact> = {
  name: 'points-ledger',
  version: 1,
  context: 'feedback',
  keys: ({ fact }) => {
    const kinds = new Set(legsOf(fact).map(kindOf));
    const month = 'at' in fact ? fact.at.slice(0, 7) : '';
    return [...kinds].map((kind) => `${month} ${kind}`);
  },
  fold: (sum, { fact }, key) => {
    const [month = '', kind = ''] = key.split(' ');
    const posted = legsOf(fact).filter((leg) => kindOf(leg) === kind);
    const { debit = 0, credit = 0, legs = 0 } = sum ?? {};
    return {
      ...{ kind: kind as AccountKind, month, legs: legs + posted.length },
      debit: posted.reduce((all, { points }) => all + Math.max(0, -points), debit),
      credit: posted.reduce((all, { points }) => all + Math.max(0, points), credit),
    };
  },
  index: () => ({}),
};

function legsOf(fact: FeedbackFact): readonly Leg[] {
  return 'legs' in fact ? fact.legs : [];
}

function kindOf({ account }: Leg): string {
  return account.split(':', 1)[0] ?? account;
}

/** All accounts of a kind, over some months. */
export interface KindBalance {
  readonly kind: AccountKind;
  readonly debit: number;
  readonly credit: number;
  readonly balance: number;
}

export interface TrialBalance {
  readonly accounts: readonly KindBalance[];
  /** It is 0, always: anything else is a defect. */
  readonly sum: number;
  /** What was given and has not been received yet. */
  readonly inTransit: number;
}

export function trialBalanceOf(months: readonly LedgerMonth[]): TrialBalance {
  const accounts = accountKinds.map((kind): KindBalance => {
    const ofKind = months.filter((one) => one.kind === kind);
    const debit = ofKind.reduce((sum, one) => sum + one.debit, 0);
    const credit = ofKind.reduce((sum, one) => sum + one.credit, 0);
    return { kind, debit, credit, balance: credit - debit };
  });
  const transit = accounts.find(({ kind }) => kind === 'transit');
  return {
    accounts,
    sum: accounts.reduce((sum, { balance }) => sum + balance, 0),
    inTransit: transit?.balance ?? 0,
  };
}
