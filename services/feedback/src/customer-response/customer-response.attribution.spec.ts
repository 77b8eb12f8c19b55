import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { customerResponseDecider, disputesMax } from './customer-response.decide.ts';
import { attribute, attributed, dispute, disputed } from './customer-response.histories.ts';
import {
  firstShares,
  record,
  recorded,
  responseId,
  settle,
} from './customer-response.histories.ts';
import { settled, sharesInPart } from './customer-response.histories.ts';
import { sharesMax } from './customer-response.shares.ts';
import { hasOpenDispute, initialResponse } from './customer-response.ts';
import type { CustomerResponseFact, Shares } from './customer-response.ts';

const { given } = specification(customerResponseDecider);
const accepted = (facts: readonly unknown[]) => expect(facts).toHaveLength(1);
const later = { act: 'later', at: '2026-05-18T09:00:00.000Z' };
const open = [recorded, attributed, disputed] as const;
const over = [...open, settled] as const;

describe('attributing a response', () => {
  const attributedTo = (shares: Shares) => given(recorded).when({ ...attribute, shares });
  const each = (...parts: number[]) =>
    parts.map((share, index) => ({ person: `p${index}`, share }));

  it('gives shares of it to people and units', () =>
    given(recorded).when(attribute).then(attributed));

  it('comes with the recording, where it is known at once', () => {
    const known = { ...record, attribution: firstShares };
    const { act, at } = recorded;
    const isSo = [recorded, { ...attributed, act, at }] as const;
    given()
      .when(known)
      .then(...isSo);
    const again = { ...known, act: 'again', at: later.at };
    given(...isSo)
      .when({ ...again, attribution: firstShares.toReversed() })
      .nothing();
    given(...isSo, { ...attributed, ...later, before: firstShares, shares: [] })
      .when(again)
      .nothing();
    for (const attribution of [[], firstShares.slice(1)]) {
      given(...isSo)
        .when({ ...again, attribution })
        .rejects('response/already-recorded');
    }
    given(recorded, attributed).when(again).rejects('response/already-recorded');
    given()
      .when({ ...known, attribution: each(0.5, 0) })
      .rejects('response/share-not-positive', '/attribution/1/share');
    given()
      .when({ ...known, attribution: each(1, 0.1) })
      .rejects('response/shares-exceed-one', '/attribution');
  });

  it('gives one at most in all, to a millionth', () => {
    attributedTo(each(1)).thenSatisfies(accepted);
    attributedTo(each(0.2)).thenSatisfies(accepted);
    attributedTo(each(0.1, 0.1, 0.1, 0.7)).thenSatisfies(accepted);
    attributedTo(each(1 / 3, 1 / 3, 1 / 3)).thenSatisfies(accepted);
    attributedTo(each(0.5, 0.500_001)).rejects('response/shares-exceed-one', '/shares');
  });

  it('gives nobody nothing, nobody two shares, and shares to not too many', () => {
    for (const share of [0, -0.1, 0.000_000_4, Number.NaN]) {
      const field = '/shares/1/share';
      attributedTo(each(0.5, share)).rejects('response/share-not-positive', field);
    }
    attributedTo([...each(0.1), ...each(0.1)]).rejects('response/attributed-twice');
    attributedTo([...each(0.1), { unit: 'p0', share: 0.1 }]).thenSatisfies(accepted);
    const many = Array.from({ length: sharesMax }, () => 0.01);
    attributedTo(each(...many)).thenSatisfies(accepted);
    attributedTo(each(...many, 0.01)).rejects('response/too-many-shares');
  });

  it('goes to those who have a name', () => {
    for (const holder of [{ unit: '' }, { unit: 'a\u007fb' }, { person: 'a b' }, { person: '' }]) {
      attributedTo([...each(0.5), { ...holder, share: 0.5 }]).rejects(
        'response/not-a-code',
        '/shares/1',
      );
    }
    attributedTo([{ unit: 'service desk', share: 1 }]).thenSatisfies(accepted);
  });

  it('is changed with a reason, as what it was is kept', () => {
    const shares = each(1);
    const change = { ...attribute, ...later, shares };
    given(recorded, attributed).when(change).rejects('response/text-missing', '/reason');
    given(recorded, attributed)
      .when({ ...change, reason: 'Wrong desk.' })
      .then({
        ...{ ...attributed, ...later, before: firstShares, shares },
        text: { of: `response:${responseId}`, fields: { reason: 'Wrong desk.' } },
      });
    given(recorded, attributed)
      .when({ ...change, shares: [], reason: 'Nobody’s.' })
      .thenSatisfies(accepted);
    given(recorded, { ...attributed, shares: [] })
      .when(change)
      .rejects('response/text-missing');
  });

  it('that is so already is no fact, in whatever order', () => {
    given(recorded)
      .when({ ...attribute, shares: [] })
      .nothing();
    given(recorded, attributed)
      .when({ ...attribute, ...later, shares: [...firstShares].toReversed() })
      .nothing();
  });

  it('does not come before the response, or before what it changes', () => {
    given().when(attribute).rejects('response/not-found');
    given(recorded)
      .when({ ...attribute, at: '2026-05-07T01:59:59.999Z' })
      .rejects('response/before-its-latest-change', '/effectiveAt');
    given(recorded, { ...attributed, at: later.at })
      .when({ ...attribute, act: 'b', shares: each(1), reason: 'Late.' })
      .rejects('response/before-its-latest-change');
  });
});

describe('disputing a share', () => {
  it('is for those who have one', () => {
    given(recorded, attributed).when(dispute).then(disputed);
    given(recorded, attributed)
      .when({ ...dispute, by: 'bo' })
      .thenSatisfies(([fact]) => expect(fact).toMatchObject({ by: 'bo', share: 0.2 }));
    for (const by of ['cy', 'desk']) {
      given(recorded, attributed)
        .when({ ...dispute, by })
        .rejects('response/not-attributed', '/by');
    }
    given(recorded).when(dispute).rejects('response/not-attributed');
  });

  it('takes a reason', () =>
    given(recorded, attributed)
      .when({ ...dispute, reason: ' ' })
      .rejects('response/text-missing', '/reason'));

  it('happens once, and what is settled stands', () => {
    given(...open)
      .when({ ...dispute, ...later })
      .rejects('response/already-disputed');
    given(...over)
      .when({ ...dispute, ...later })
      .rejects('response/dispute-settled');
    given(...open)
      .when({ ...dispute, ...later, by: 'bo' })
      .thenSatisfies(([fact]) => expect(fact).toMatchObject({ openDisputes: 2 }));
  });

  it('freezes the attribution, and the use of the response for pay', () => {
    given(...open)
      .when({ ...attribute, ...later, shares: [], reason: 'Nobody’s.' })
      .rejects('response/dispute-open');
    const isOpen = (history: readonly CustomerResponseFact[]) => {
      const state = fold(customerResponseDecider, initialResponse, history);
      return state.stage !== 'none' && hasOpenDispute(state);
    };
    expect([[recorded, attributed], open, over].map(isOpen)).toEqual([false, true, false]);
  });

  it('happens as often as allowed over one response', () => {
    const history = (count: number) =>
      Array.from({ length: count }, (_, index): CustomerResponseFact[] => {
        const person = `p${index}`;
        return [
          { ...disputed, act: `d${index}`, by: person },
          { ...settled, act: `s${index}`, person, shares: firstShares },
        ];
      }).flat();
    given(recorded, attributed, ...history(disputesMax - 1))
      .when({ ...dispute, ...later })
      .thenSatisfies(accepted);
    given(recorded, attributed, ...history(disputesMax))
      .when({ ...dispute, ...later })
      .rejects('response/too-many-disputes');
  });
});

describe('settling a dispute', () => {
  const { shares: _, ...whole } = settle;

  it('in part gives new shares', () =>
    given(...open)
      .when(settle)
      .then(settled));

  it('upheld leaves them none, rejected leaves all as it is', () => {
    given(...open)
      .when({ ...whole, outcome: 'upheld' })
      .then({ ...settled, outcome: 'upheld', shares: firstShares.slice(1) });
    given(...open)
      .when({ ...whole, outcome: 'rejected' })
      .then({ ...settled, outcome: 'rejected', shares: firstShares });
  });

  it('asks for shares in part only', () => {
    given(...open)
      .when({ ...whole, outcome: 'partly' })
      .rejects('response/shares-missing', '/shares');
    for (const outcome of ['upheld', 'rejected'] as const) {
      given(...open)
        .when({ ...settle, outcome })
        .rejects('response/shares-not-asked', '/shares');
    }
  });

  it('in part leaves them some, and less than they had', () => {
    const inPart = (share: number) =>
      given(...open).when({ ...settle, shares: [{ person: 'ada', share }] });
    inPart(0.000_001).thenSatisfies(accepted);
    inPart(0.599_999).thenSatisfies(accepted);
    for (const share of [0.6, 0.7]) inPart(share).rejects('response/not-in-part', '/shares');
    inPart(0).rejects('response/share-not-positive');
    given(...open)
      .when({ ...settle, shares: [{ person: 'bo', share: 0.5 }] })
      .rejects('response/not-in-part');
    given(...open)
      .when({ ...settle, shares: [...sharesInPart, { unit: 'x', share: 0.1 }] })
      .rejects('response/shares-exceed-one');
  });

  it('is done by somebody who has no share themselves', () => {
    for (const by of ['ada', 'bo']) {
      given(...open)
        .when({ ...settle, by })
        .rejects('response/settled-on-own-record', '/by');
    }
  });

  it('leaves other disputes as they are', () => {
    const both = [...open, { ...disputed, act: 'bo', by: 'bo', share: 0.2 }] as const;
    given(...both)
      .when(settle)
      .rejects('response/dispute-open', '/shares');
    const shares = [{ person: 'ada', share: 0.3 }, ...firstShares.slice(1)];
    given(...both)
      .when({ ...settle, shares })
      .then({ ...settled, shares, openDisputes: 1 });
    given(...both, { ...settled, shares })
      .when({ ...whole, ...later, person: 'bo', outcome: 'upheld' })
      .thenSatisfies(([fact]) => {
        expect(fact).toMatchObject({ before: shares, shares: [shares[0], shares[2]] });
      });
  });

  it('takes a dispute and a reason', () => {
    given(recorded, attributed).when(settle).rejects('response/not-disputed', '/person');
    given(...open)
      .when({ ...settle, person: 'bo' })
      .rejects('response/not-disputed');
    given(...open)
      .when({ ...settle, reason: ' ' })
      .rejects('response/text-missing', '/reason');
  });

  it('comes after the dispute, and before what comes of it', () => {
    given(...open)
      .when({ ...settle, at: '2026-05-11T08:59:59.999Z' })
      .rejects('response/before-its-latest-change', '/effectiveAt');
    given(...over)
      .when({ ...attribute, ...later, at: '2026-05-13T08:59:59.999Z', shares: [], reason: 'Late.' })
      .rejects('response/before-its-latest-change');
  });

  it('is so already, or final', () => {
    given(...over)
      .when({ ...settle, ...later })
      .nothing();
    given(...over)
      .when({ ...whole, ...later, outcome: 'upheld' })
      .rejects('response/dispute-settled');
    given(...over)
      .when({ ...settle, ...later, shares: [{ person: 'ada', share: 0.1 }] })
      .rejects('response/dispute-settled');
  });

  it('is not undone by attributing the response anew', () => {
    const anew = { ...attribute, ...later, reason: 'Looked again.' };
    given(...over)
      .when({ ...anew, shares: [{ person: 'ada', share: 0.300_001 }] })
      .rejects('response/share-settled', '/shares');
    given(...over)
      .when({ ...anew, shares: [{ person: 'ada', share: 0.3 }] })
      .thenSatisfies(accepted);
    const upheld = { ...settled, outcome: 'upheld', shares: firstShares.slice(1) } as const;
    given(...open, upheld)
      .when({ ...anew, shares: firstShares })
      .rejects('response/share-settled');
  });
});
