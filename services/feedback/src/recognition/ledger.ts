/**
 * Double-entry bookkeeping of points. Each fact that moves points carries the legs of one posting:
 * a debit is negative, a credit positive, and their sum is 0, so that no point comes from nowhere.
 *
 *     granted    issuer → allowance        given     allowance → transit
 *     expired    allowance → issuer        received  transit → earned
 *     redeemed   earned → rewards          declined  rewards → earned
 *
 * Giver and receiver have a stream each and nothing is appended to both at once: `transit` holds
 * what has left the one and has not reached the other. Only `issuer` may be below zero; what it
 * is below by is all the points that are about.
 */
export interface Leg {
  readonly account: LedgerAccount;
  readonly points: number;
}

export type LedgerAccount =
  'issuer' | 'transit' | 'rewards' | `allowance:${string}` | `earned:${string}`;

export type Balances = ReadonlyMap<LedgerAccount, number>;

/** What a fold of the ledger needs of a fact; facts that move nothing have no legs. */
export interface Posted {
  readonly type: string;
  readonly legs?: readonly Leg[];
}

export function allowanceOf(person: string): LedgerAccount {
  return `allowance:${person}`;
}

export function earnedBy(person: string): LedgerAccount {
  return `earned:${person}`;
}

/** Points from one account to another; no points are no legs. */
export function posting(from: LedgerAccount, to: LedgerAccount, points: number): readonly Leg[] {
  if (points === 0) return [];
  return [
    { account: from, points: -points },
    { account: to, points },
  ];
}

/** What some legs change on one account. */
export function changeOf(legs: readonly Leg[], account: LedgerAccount): number {
  return legs.reduce((sum, leg) => (leg.account === account ? sum + leg.points : sum), 0);
}

/** The balances after all the facts, each given once: an account that nothing touched is not in. */
export function balancesOf(facts: Iterable<Posted>): Balances {
  const balances = new Map<LedgerAccount, number>();
  for (const { legs = [] } of facts) {
    for (const { account, points } of legs) {
      balances.set(account, (balances.get(account) ?? 0) + points);
    }
  }
  return balances;
}

export function balanceOf(balances: Balances, account: LedgerAccount): number {
  return balances.get(account) ?? 0;
}

/** The sum of all balances. It is 0, always: anything else is a defect of who wrote the legs. */
export function trialBalance(balances: Balances): number {
  let sum = 0;
  for (const points of balances.values()) sum += points;
  return sum;
}

/** The accounts that are below zero and may not be. */
export function overdrawn(balances: Balances): readonly LedgerAccount[] {
  return [...balances]
    .filter(([account, points]) => account !== 'issuer' && points < 0)
    .map(([account]) => account);
}
