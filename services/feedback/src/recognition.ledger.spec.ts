import { describe, expect, it } from '@jest/globals';
import type { StoredFact } from '@plumbline/event-log';
import fc from 'fast-check';
import { feedbackCodec, type FeedbackFact } from './facts.ts';
import type { Caller } from './feedback.testing.ts';
import { idsOf } from './http/company.testing.ts';
import { recognising, type Recognising } from './http/recognition.testing.ts';
import { balancesOf, overdrawn, trialBalance, type Balances } from './recognition/ledger.ts';
import { AllowanceMonths } from './recognition.months.ts';
import { RecognitionReactions } from './recognition.reactions.ts';

type Name = 'ada' | 'bo' | 'cy' | 'mia';
const names = ['ada', 'bo', 'cy', 'mia'] as const;

/** What somebody does next, or what happens to them. */
type Step =
  | {
      readonly do: 'give';
      readonly by: Name;
      readonly to: readonly Name[];
      readonly points: number;
    }
  | { readonly do: 'redeem'; readonly by: Name }
  | { readonly do: 'decide'; readonly outcome: 'fulfil' | 'decline' }
  | { readonly do: 'deliver' }
  | { readonly do: 'wait'; readonly days: number };

const someone = fc.constantFrom(...names);
const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('give' as const),
        by: someone,
        to: fc.subarray([...names], { minLength: 1, maxLength: 3 }),
        points: fc.integer({ min: 0, max: 51 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('redeem' as const), by: someone }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('decide' as const),
        outcome: fc.constantFrom('fulfil' as const, 'decline' as const),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ do: 'deliver' as const }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.constantFrom(1, 40) }),
    },
  ),
  { minLength: 10, maxLength: 25, size: 'max' },
);

/** In which each of the things happens that could upset the ledger. */
const eventful: readonly Step[] = [
  { do: 'give', by: 'ada', to: ['bo', 'cy'], points: 40 },
  { do: 'redeem', by: 'bo' },
  { do: 'deliver' },
  { do: 'decide', outcome: 'decline' },
  { do: 'wait', days: 40 },
  { do: 'give', by: 'ada', to: ['mia'], points: 50 },
  { do: 'redeem', by: 'mia' },
  { do: 'decide', outcome: 'fulfil' },
];

describe('the ledger of points, over the real service', () => {
  it('adds up whatever people do, and says what the facts say', async () => {
    const seen = { given: 0, redeemed: 0, expired: 0 };
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const at = await recognising();
        try {
          for (const step of all) await take(at, step);
          await at.settled();
          const facts = await factsOf(at);
          const balances = balancesOf(facts.filter((fact) => 'legs' in fact));
          expect([trialBalance(balances), overdrawn(balances)]).toEqual([0, []]);
          await expectShown(at, balances);
          count(seen, facts);
        } finally {
          await at.close();
        }
      }),
      { numRuns: 6, examples: [[[...eventful]]] },
    );
    // It could not fail if nothing ever happened.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });
});

async function take(at: Recognising, step: Step): Promise<void> {
  const by = (name: Name): Caller => at[name];
  switch (step.do) {
    case 'give':
      await at.give(by(step.by), { receivers: step.to, points: step.points });
      return;
    case 'redeem':
      await at.settled();
      await by(step.by).post('/redemptions', { reward: 'mug' });
      return;
    case 'decide': {
      await at.settled();
      const [id = ''] = idsOf(await at.hr.get('/redemptions?open=true'));
      const { outcome } = step;
      await at.hr.post(`/redemptions/${id}/decide`, { outcome, reason: 'There are none.' });
      return;
    }
    case 'deliver': {
      const facts = await at.published('feedback.RecognitionGiven');
      await at.web.app.get(RecognitionReactions).recognitionGiven(facts.toReversed() as never);
      return;
    }
    case 'wait':
      at.clock.advance(step.days * 86_400_000);
      await at.settled();
      await at.web.app.get(AllowanceMonths).expire();
  }
}

async function factsOf({ log }: Recognising): Promise<readonly FeedbackFact[]> {
  const { facts } = await log.readAll(null, { limit: 1_000, context: 'feedback' });
  return facts.map((stored: StoredFact) => feedbackCodec.decode(stored).fact);
}

/** The views show the balances of the facts, now and as they are folded anew. */
async function expectShown(at: Recognising, balances: Balances): Promise<void> {
  const { body } = await at.auditor.get('/points/ledger');
  const byKind = new Map<string, number>();
  for (const [account, points] of balances) {
    const [kind = ''] = account.split(':');
    byKind.set(kind, (byKind.get(kind) ?? 0) + points);
  }
  const accounts = body['accounts'] as { kind: string; balance: number }[];
  expect(accounts.map(({ kind, balance }) => [kind, balance])).toEqual(
    accounts.map(({ kind }) => [kind, byKind.get(kind) ?? 0]),
  );
  expect(body).toMatchObject({ sum: 0, inTransit: 0 });
  const anew = await at.auditor.get(`/points/ledger?asOf=${String(await at.log.head())}`);
  expect(anew.body).toEqual({ ...body, position: anew.body['position'] });
  for (const name of names) {
    const { earned } = await at.pointsOf(at[name]);
    expect([name, earned]).toEqual([name, balances.get(`earned:${name}`) ?? 0]);
  }
}

function count(
  seen: { given: number; redeemed: number; expired: number },
  facts: readonly FeedbackFact[],
): void {
  const of = (type: FeedbackFact['type']) => facts.filter((fact) => fact.type === type).length;
  seen.given += of('RecognitionGiven');
  seen.redeemed += of('RewardRedeemed');
  seen.expired += of('AllowanceExpired');
}
