import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clearText, fold, isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing, specification } from '@plumbline/kernel/spec';
import type { ProgrammeCommand } from './programme.commands.ts';
import { programmeDecider } from './programme.decide.ts';
import { define, defined, revise, revised, revisedTerms, terms } from './programme.histories.ts';
import { monthlyAllowanceMax, nameLengthMax, reasonLengthMax } from './programme.rules.ts';
import { rewardCostMax, rewardsMax, valuesMax } from './programme.rules.ts';
import { costOf, initialProgramme, termsOf, type ProgrammeFact } from './programme.ts';

const { given } = specification(programmeDecider);
const accepted = (facts: readonly ProgrammeFact[]) => expect(facts).toHaveLength(1);
const ids = (count: number) => Array.from({ length: count }, (_, index) => `id${index}`);
const named = (kind: string, all: readonly string[]) =>
  Object.fromEntries(all.map((id) => [`${kind}.${id}`, `Name of ${id}`]));

describe('defining the programme', () => {
  it('records values, allowance and rewards, and their names as the company’s words', () =>
    given().when(define).then(defined));

  it('is done once', () =>
    given(defined)
      .when({ ...define, act: 'another' })
      .rejects('programme/already-defined'));

  it('needs a value, and none twice', () => {
    given()
      .when({ ...define, values: [] })
      .rejects('programme/no-values', '/values');
    given()
      .when({ ...define, values: ['care', 'care'] })
      .rejects('programme/value-twice', '/values');
  });

  it('needs no reward, and takes none twice', () => {
    const { 'value.care': care, 'value.craft': craft } = define.words;
    given()
      .when({ ...define, rewards: [], words: { 'value.care': care, 'value.craft': craft } })
      .thenSatisfies(accepted);
    given()
      .when({ ...define, rewards: [...terms.rewards, { id: 'mug', cost: 1 }] })
      .rejects('programme/reward-twice', '/rewards');
  });

  it('takes as many values as allowed, and not one more', () => {
    const values = ids(valuesMax);
    const rewardless = { ...define, rewards: [] };
    given()
      .when({ ...rewardless, values, words: named('value', values) })
      .thenSatisfies(accepted);
    given()
      .when({ ...rewardless, values: [...values, 'more'] })
      .rejects('programme/too-many-values', '/values');
  });

  it('takes as many rewards as allowed, and not one more', () => {
    const rewards = ids(rewardsMax).map((id) => ({ id, cost: 1 }));
    const words = { ...named('value', terms.values), ...named('reward', ids(rewardsMax)) };
    given()
      .when({ ...define, rewards, words })
      .thenSatisfies(accepted);
    given()
      .when({ ...define, rewards: [...rewards, { id: 'more', cost: 1 }], words })
      .rejects('programme/too-many-rewards', '/rewards');
  });
});

describe('points of the programme', () => {
  it.each(['monthlyAllowance', 'pointsPerRecognitionMax'])('%s: whole, within limits', (field) => {
    for (const points of [0, 1, monthlyAllowanceMax]) {
      given()
        .when({ ...define, [field]: points })
        .thenSatisfies(accepted);
    }
    for (const points of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, monthlyAllowanceMax + 1]) {
      given()
        .when({ ...define, [field]: points })
        .rejects('programme/points-out-of-range', `/${field}`);
    }
  });

  it('a reward costs something, in whole points, within its limit', () => {
    const costing = (cost: number) => {
      return { ...define, rewards: [terms.rewards[1], { id: 'mug', cost }] };
    };
    for (const cost of [1, rewardCostMax]) given().when(costing(cost)).thenSatisfies(accepted);
    for (const cost of [0, -1, 1.5, Number.NaN, rewardCostMax + 1]) {
      given().when(costing(cost)).rejects('programme/cost-out-of-range', '/rewards/1/cost');
    }
  });
});

describe('names', () => {
  const reworded = (words: ProgrammeCommand['words']) => {
    return { ...define, words: { ...define.words, ...words } };
  };

  it('are needed for all that is new', () => {
    given()
      .when(reworded({ 'value.craft': undefined }))
      .rejects('programme/name-missing', '/words/value.craft');
    given()
      .when(reworded({ 'reward.mug': undefined }))
      .rejects('programme/name-missing', '/words/reward.mug');
    given(defined)
      .when({ ...revise, words: {} })
      .rejects('programme/name-missing', '/words/value.courage');
  });

  it('are of something, and of some length', () => {
    given()
      .when(reworded({ 'value.cash': 'Cash' }))
      .rejects('programme/name-of-unknown', '/words/value.cash');
    given()
      .when(reworded({ reason: 'None is asked for.' }))
      .rejects('programme/name-of-unknown');
    given()
      .when(reworded({ 'value.care': 'x'.repeat(nameLengthMax) }))
      .thenSatisfies(accepted);
    for (const name of ['', ' ', 'x'.repeat(nameLengthMax + 1)]) {
      given()
        .when(reworded({ 'value.care': name }))
        .rejects('programme/name-length', '/words/value.care');
    }
  });
});

describe('revising the programme', () => {
  it('says what held before, and why it does not any more', () =>
    given(defined).when(revise).then(revised));

  it('keeps what is not given', () => {
    const { type, act, programmeId, at, now, words, reason } = revise;
    const asked = { type, act, programmeId, at, now, words, reason } as const;
    given(defined)
      .when({ ...asked, monthlyAllowance: 200, words: {} })
      .then({
        ...revised,
        ...terms,
        monthlyAllowance: 200,
        text: clearText('programme:main', { reason }),
      });
  });

  it('may only give other names', () => {
    const words = { 'value.craft': 'Craftsmanship' };
    given(defined)
      .when({ ...revise, values: terms.values, rewards: terms.rewards, words })
      .thenSatisfies(([fact]) => expect(fact?.text).toMatchObject({ fields: words }));
  });

  it('to what it is, is no fact', () =>
    given(defined)
      .when({ ...revise, values: terms.values, rewards: terms.rewards, words: {} })
      .nothing());

  it('is held to the rules of a programme', () => {
    given(defined)
      .when({ ...revise, values: [] })
      .rejects('programme/no-values');
    given(defined)
      .when({ ...revise, monthlyAllowance: -1 })
      .rejects('programme/points-out-of-range');
  });

  it('needs a programme, and comes in the order of time', () => {
    given().when(revise).rejects('programme/not-found');
    given(defined)
      .when({ ...revise, at: '2026-01-05T08:59:59.999Z' })
      .rejects('programme/before-its-latest-change', '/effectiveAt');
    given(defined)
      .when({ ...revise, at: defined.at })
      .then({ ...revised, at: defined.at });
    given(defined, revised)
      .when({ ...revise, act: 'next', monthlyAllowance: 1, at: '2026-08-10T08:59:59.999Z' })
      .rejects('programme/before-its-latest-change');
  });

  it('says why, within a limit', () => {
    given(defined)
      .when({ ...revise, reason: 'x'.repeat(reasonLengthMax) })
      .thenSatisfies(accepted);
    for (const reason of ['', ' ', 'x'.repeat(reasonLengthMax + 1)]) {
      given(defined)
        .when({ ...revise, reason })
        .rejects('programme/reason-length', '/reason');
    }
  });
});

describe('what is withdrawn', () => {
  const after = (...history: readonly ProgrammeFact[]) => {
    const programme = fold(programmeDecider, initialProgramme, history);
    if (programme.stage === 'none') throw new Error('There is no programme.');
    return programme;
  };
  const withoutMug = { ...revised, rewards: [{ id: 'day-off', cost: 500 }] };

  it('holds no more, and stays known', () => {
    const programme = after(defined, withoutMug);
    expect(programme.values).toEqual(['care', 'courage']);
    expect(programme.knownValues).toEqual(['care', 'craft', 'courage']);
    expect(programme.rewards.map(({ id }) => id)).toEqual(['day-off']);
    expect(programme.knownRewards).toContainEqual({ id: 'mug', cost: 30 });
    expect(programme.knownRewards).toHaveLength(2);
  });

  it('has no cost any more, and what stays has its newest', () => {
    expect(costOf(after(defined), 'mug')).toBe(30);
    expect(costOf(after(defined, revised), 'mug')).toBe(40);
    expect(costOf(after(defined, withoutMug), 'mug')).toBeNull();
    expect(costOf(after(defined), 'cup')).toBeNull();
    expect(after(defined, revised).knownRewards).toEqual(revisedTerms.rewards);
  });

  it('comes back under its name', () =>
    given(defined, withoutMug)
      .when({ ...revise, act: 'back', values: ['craft'], rewards: terms.rewards, words: {} })
      .thenSatisfies(([fact]) => expect(termsOf(fact as never).values).toEqual(['craft'])));
});

describe('the laws of a programme, over any commands in any order', () => {
  const anyCommand: fc.Arbitrary<ProgrammeCommand> = fc
    .record({
      command: fc.constantFrom<ProgrammeCommand>(define, revise, revise),
      act: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      values: fc.subarray(['care', 'craft', 'courage']),
      rewards: fc.subarray(['mug', 'day-off']),
      cost: fc.integer({ min: 0, max: 3 }),
      hour: fc.integer({ min: 10, max: 19 }),
    })
    .map(({ command, act, values, rewards, cost, hour }) => {
      const words = { ...named('value', values), ...named('reward', rewards) };
      const given = { values, rewards: rewards.map((id) => ({ id, cost })), words };
      return { ...command, ...given, act, at: `2026-03-01T${hour}:00:00.000Z` };
    });

  it('a repeat decides nothing, and nothing that was known is forgotten', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 20 }), (commands) => {
        let programme = initialProgramme;
        const known = new Set<string>();
        for (const command of commands) {
          const decision = programmeDecider.decide(command, programme);
          if (isRejection(decision)) continue;
          repeatDecidesNothing(programmeDecider, command, programme, decision);
          programme = fold(programmeDecider, programme, decision);
          if (programme.stage === 'none') continue;
          for (const id of programme.values) known.add(id);
          for (const { id } of programme.rewards) known.add(id);
          const rewards = programme.knownRewards.map(({ id }) => id);
          expect(new Set([...programme.knownValues, ...rewards])).toEqual(known);
        }
      }),
      { numRuns: 300 },
    );
  });
});
