import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { pointsDecider } from './points.decide.ts';
import { allowanceOf, posting } from './ledger.ts';
import { decline, declined, fulfil, fulfilled, received, redeem } from './points.histories.ts';
import { granted, redeemed } from './points.histories.ts';
import { reasonLengthMax } from './points.rules.ts';
import { initialPoints, type PointsFact } from './points.ts';

const { given } = specification(pointsDecider);
const one = (facts: readonly PointsFact[]) => expect(facts).toHaveLength(1);
const earned = (...history: readonly PointsFact[]) =>
  fold(pointsDecider, initialPoints, history).earned;

describe('redeeming a reward', () => {
  it('takes its cost from what was earned', () => given(received).when(redeem).then(redeemed));

  it('takes no more than was earned, to the last point', () => {
    given(received)
      .when({ ...redeem, cost: 40 })
      .thenSatisfies(one);
    given(received)
      .when({ ...redeem, cost: 41 })
      .rejects('points/earned-exceeded', '/reward');
    given().when(redeem).rejects('points/earned-exceeded');
    given(received, redeemed)
      .when({ ...redeem, act: 'another', redemptionId: 'another' })
      .rejects('points/earned-exceeded');
    given(received, redeemed)
      .when({ ...redeem, act: 'another', redemptionId: 'another', cost: 10 })
      .thenSatisfies(one);
  });

  it('takes nothing of the allowance, which is for others', () =>
    given({ ...granted, person: 'bo', legs: posting('issuer', allowanceOf('bo'), 100) })
      .when(redeem)
      .rejects('points/earned-exceeded'));

  it('is of the catalogue, at a cost in whole points', () => {
    given(received)
      .when({ ...redeem, cost: null })
      .rejects('redemption/unknown-reward', '/reward');
    for (const cost of [-1, 0.5, Number.NaN]) {
      given(received)
        .when({ ...redeem, cost })
        .rejects('points/not-whole', '/cost');
    }
  });

  it('is done by whose points they are, or a delegate of theirs', () => {
    given(received)
      .when({ ...redeem, by: 'eve', onBehalfOf: 'bo' })
      .then({ ...redeemed, by: 'eve' });
    given(received)
      .when({ ...redeem, by: 'eve' })
      .rejects('points/not-own-account');
  });

  it('is refused under an id that is taken, and a retry decides nothing', () => {
    given(received, redeemed)
      .when({ ...redeem, act: 'another', cost: 1 })
      .rejects('redemption/already-exists');
    given(received, redeemed).when(redeem).nothing();
  });
});

describe('deciding on a redemption', () => {
  it('fulfils it, which moves nothing more', () => {
    given(received, redeemed).when(fulfil).then(fulfilled);
    expect(earned(received, redeemed, fulfilled)).toBe(10);
  });

  it('or declines it, with a reason, and all of its cost goes back', () => {
    given(received, redeemed).when(decline).then(declined);
    expect(earned(received, redeemed, declined)).toBe(40);
  });

  it('refunds what was paid, whatever the reward costs by then', () =>
    given(received, { ...redeemed, cost: 25 })
      .when(decline)
      .thenSatisfies(([fact]) => expect(fact).toMatchObject({ points: 25 })));

  it('happens once', () => {
    for (const first of [fulfilled, declined]) {
      for (const second of [fulfil, decline]) {
        given(received, redeemed, first)
          .when({ ...second, act: 'another' })
          .rejects('redemption/already-decided');
      }
    }
  });

  it('is another’s: not of who redeemed, nor through or as a delegate', () => {
    const delegated: PointsFact = { ...redeemed, by: 'eve' };
    for (const decide of [fulfil, decline]) {
      const refused = [
        given(received, redeemed).when({ ...decide, by: 'bo' }),
        given(received, redeemed).when({ ...decide, by: 'bo', onBehalfOf: 'dee' }),
        given(received, redeemed).when({ ...decide, by: 'dee', onBehalfOf: 'bo' }),
        given(received, delegated).when({ ...decide, by: 'bo' }),
        given(received, delegated).when({ ...decide, by: 'eve' }),
        given(received, delegated).when({ ...decide, by: 'dee', onBehalfOf: 'eve' }),
        given(received, redeemed, fulfilled).when({ ...decide, act: 'another', by: 'bo' }),
      ];
      for (const one of refused) one.rejects('redemption/decided-by-redeemer');
    }
    given(received, redeemed)
      .when({ ...fulfil, by: 'eve', onBehalfOf: 'dee' })
      .then(fulfilled);
  });

  it('is of one that there is, and not before it', () => {
    given(received).when(fulfil).rejects('redemption/not-found');
    given(received, redeemed)
      .when({ ...fulfil, redemptionId: 'other' })
      .rejects('redemption/not-found');
    given(received, redeemed)
      .when({ ...fulfil, at: redeemed.at })
      .then({ ...fulfilled, at: redeemed.at });
    given(received, redeemed)
      .when({ ...fulfil, at: '2026-07-10T08:59:59.999Z' })
      .rejects('redemption/before-its-redemption', '/effectiveAt');
  });

  it('says why it is declined, within a limit', () => {
    const because = (reason: string) => {
      return { ...decline, decision: { outcome: 'decline', reason } } as const;
    };
    given(received, redeemed)
      .when(because('x'.repeat(reasonLengthMax)))
      .thenSatisfies(one);
    for (const reason of ['', ' ', 'x'.repeat(reasonLengthMax + 1)]) {
      given(received, redeemed)
        .when(because(reason))
        .rejects('redemption/reason-length', '/reason');
    }
  });

  it('of facts about a redemption that is not there changes nothing else', () => {
    const stray = fold(pointsDecider, initialPoints, [{ ...fulfilled, redemptionId: 'stray' }]);
    expect({ ...stray, acts: null }).toEqual({ ...initialPoints, acts: null });
  });
});
