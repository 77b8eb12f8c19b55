import { describe, expect, it } from '@jest/globals';
import type { Position, Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { ActedFact, FeedbackFact } from '../facts.ts';
import * as the from '../recognition/points.histories.ts';
import { allowanceLeftView } from './allowance-left.ts';
import { pointsAccount, postingsKeptMax, type PointsSheet } from './points-account.ts';
import { pointsLedger, trialBalanceOf, type LedgerMonth } from './points-ledger.ts';
import { recognitionWall, wallKey } from './recognition-wall.ts';

const recorded = (fact: ActedFact, index: number): Recorded<FeedbackFact> => ({
  ...{ fact, id: `fact-${index}`, tenant: 'acme', stream: 's', revision: index },
  ...{ position: String(index).padStart(20, '0') as Position, recordedAt: 0 },
  ...{ effectiveAt: fact.at, actor: { sub: 'ada', via: 'http' } },
  ...{ commandId: fact.act, correlationId: fact.act, causationId: fact.act },
});

/** Every document of a view after some facts. */
function folded<Doc>(view: View<Doc, FeedbackFact>, facts: readonly ActedFact[]) {
  const docs = new Map<string, Doc>();
  for (const one of facts.map(recorded)) {
    for (const key of view.keys(one)) {
      const doc = view.fold(docs.get(key), one, key);
      if (doc === undefined) docs.delete(key);
      else docs.set(key, doc);
    }
  }
  return docs;
}

const july = [...the.recognised, the.received];
const august = [...july, the.redeemed, the.declined, the.expired];

describe('the views of points', () => {
  it('hold what each has to give and to redeem, and what waits for a decision', () => {
    const accounts = folded(pointsAccount, [...july, the.redeemed]);
    expect([...accounts.keys()]).toEqual(['ada', 'bo']);
    expect(accounts.get('ada')).toMatchObject({
      ...{ seen: '2026-07', granted: '2026-07', allowance: 20, earned: 0, pending: [] },
      postings: { n: 3, newest: [{ allowance: 20 }, { allowance: 60 }, { allowance: 100 }] },
    });
    const { redemptionId } = the;
    expect(accounts.get('bo')).toMatchObject({ earned: 10, pending: [{ redemptionId }] });
    expect(folded(pointsAccount, august).get('bo')).toMatchObject({ earned: 40, pending: [] });
    expect(folded(pointsAccount, august).get('ada')).toMatchObject({
      ...{ seen: '2026-08', granted: '2026-07', allowance: 0 },
    });
    const fulfilled = [...july, the.redeemed, the.fulfilled];
    expect(folded(pointsAccount, fulfilled).get('bo')).toMatchObject({ earned: 10, pending: [] });
  });

  it('keep the newest postings, and count all', () => {
    const times = (n: number) => {
      const facts = Array.from({ length: n }, () => the.received);
      return folded(pointsAccount, facts).get('bo') as PointsSheet;
    };
    const [within, beyond] = [times(postingsKeptMax), times(postingsKeptMax + 1)];
    expect(within.postings.newest).toHaveLength(postingsKeptMax);
    expect(within.postings).toMatchObject({ n: postingsKeptMax });
    expect(beyond.postings.newest).toHaveLength(postingsKeptMax);
    expect(beyond.postings).toMatchObject({ n: postingsKeptMax + 1 });
    expect(beyond.postings.newest.map(({ id }) => id)).not.toContain('fact-0');
  });

  it('sum every kind of account by month, and in all to nothing', () => {
    const months = [...folded(pointsLedger, august).values()];
    const of = (month: string): readonly LedgerMonth[] =>
      months.filter((one) => one.month === month);
    expect(trialBalanceOf(of('2026-07'))).toMatchObject({ sum: 0, inTransit: 40 });
    expect(trialBalanceOf(of('2026-08')).accounts).toEqual([
      { kind: 'issuer', debit: 0, credit: 20, balance: 20 },
      { kind: 'allowance', debit: 20, credit: 0, balance: -20 },
      { kind: 'transit', debit: 0, credit: 0, balance: 0 },
      { kind: 'earned', debit: 0, credit: 0, balance: 0 },
      { kind: 'rewards', debit: 0, credit: 0, balance: 0 },
    ]);
    expect(trialBalanceOf(months).accounts.map(({ balance }) => balance)).toEqual([
      ...[-80, 0, 40, 40, 0],
    ]);
  });

  it('name who has something left of a month, and nobody else', () => {
    expect(Object.fromEntries(folded(allowanceLeftView, july))).toEqual({
      '2026-07 ada': { person: 'ada', month: '2026-07', points: 20 },
    });
    expect(folded(allowanceLeftView, august).size).toBe(0);
    expect(folded(allowanceLeftView, [the.thanked('bo')]).size).toBe(0);
  });

  it('show one recognition to several as one, and the newest first', () => {
    const lines = [...folded(recognitionWall, july).values()];
    expect(lines).toHaveLength(1);
    expect(lines[0]?.receivers.map(({ person }) => person)).toEqual(['bo', 'cy']);
    const keys = ['9999-12-31', '2026-07-02', '2026-07-01', '1969-01-01', '0001-01-01'].map((on) =>
      wallKey(`${on}T00:00:00.000Z`, 'r'),
    );
    expect(keys).toEqual(keys.toSorted());
    expect(new Set(keys.map((key) => key.length)).size).toBe(1);
  });
});
