import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing, specification } from '@plumbline/kernel/spec';
import { draftDecider } from './draft.decide.ts';
import * as the from './draft.histories.ts';
import { draftItemsMax, draftsMax, draftWordsLengthMax } from './draft.rules.ts';
import type { DraftSaved } from './draft.ts';

const { given } = specification(draftDecider);
const { save, saved, goOn, wentOn } = the;
const one = (facts: readonly unknown[]) => expect(facts).toHaveLength(1);

describe('saving a draft', () => {
  it('keeps each state, of which the newest counts', () => {
    given().when(save).then(saved);
    given(saved).when(goOn).then(wentOn);
    const state = fold(draftDecider, draftDecider.initial, [saved, wentOn]);
    expect(state).toMatchObject({ stage: 'saved', ratings: wentOn.ratings, text: wentOn.text });
  });

  it('may empty it again', () => {
    given(saved, wentOn)
      .when({ ...save, act: 'act-3', ratings: [], words: {} })
      .then({ ...saved, act: 'act-3', ratings: [] });
  });

  it('holds so many items, and texts that are seen and not too long', () => {
    const ratings = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ item: `q${at}`, rating: at }));
    const words = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`q${at}`, 'Words']));
    given()
      .when({ ...save, ratings: ratings(draftItemsMax), words: words(draftItemsMax) })
      .thenSatisfies(one);
    for (const more of [
      { ratings: ratings(draftItemsMax + 1) },
      { words: words(draftItemsMax + 1) },
    ]) {
      given()
        .when({ ...save, ...more })
        .rejects('draft/too-many-items');
    }
    given()
      .when({ ...save, words: { summary: 'x'.repeat(draftWordsLengthMax) } })
      .thenSatisfies(one);
    for (const summary of ['', ' \u200b', 'x'.repeat(draftWordsLengthMax + 1)]) {
      given()
        .when({ ...save, words: { summary } })
        .rejects('draft/text-length', '/texts');
    }
  });

  it('has an end', () => {
    const all = Array.from({ length: draftsMax }, (_, at): DraftSaved => {
      return { ...saved, act: `act-${at}` };
    });
    given(...all.slice(1))
      .when(goOn)
      .thenSatisfies(one);
    given(...all)
      .when(goOn)
      .rejects('draft/too-many-versions');
  });

  it('whatever is saved in any order, the last that was new is what it is', () => {
    const commands = fc.array(
      fc.record({ act: fc.nat(12), points: fc.integer({ min: 1, max: 5 }) }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(commands, (all) => {
        const facts: DraftSaved[] = [];
        for (const { act, points } of all) {
          const command = { ...save, act: `act-${act}`, ratings: [{ item: 'q', rating: points }] };
          const before = fold(draftDecider, draftDecider.initial, facts);
          const decided = draftDecider.decide(command, before);
          if (isRejection(decided)) throw new Error(decided.code);
          repeatDecidesNothing(draftDecider, command, before, decided);
          facts.push(...decided);
        }
        expect(facts.every(({ act }, at) => act !== facts[at - 1]?.act)).toBe(true);
        const state = fold(draftDecider, draftDecider.initial, facts);
        expect(state).toMatchObject({ ratings: facts.at(-1)?.ratings });
      }),
      { numRuns: 200 },
    );
  });
});
