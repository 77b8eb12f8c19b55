import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { micro } from '@plumbline/scoring';
import { yearlyTemplate as yearly } from '../settings.examples.ts';
import { answerLengthMax, refuseAnswers, unansweredOf, type Answers } from './template.answers.ts';
import { itemsFor, reviewerRoles, type ReviewerRole } from './template.ts';

const manager = (ratings: Answers['ratings'], texts: Answers['texts'] = {}) =>
  refuseAnswers(yearly, 'manager', { ratings, texts })?.code;
const growth = { item: 'growth', rating: 4 * micro };

describe('answers', () => {
  it('are to what the role is asked, each once, at the anchors', () => {
    expect(manager([growth], { summary: 'Well done.' })).toBeUndefined();
    expect(manager([{ ...growth, rating: 3.5 * micro }])).toBe('section/rating-not-an-anchor');
    expect(manager([{ ...growth, rating: Number.NaN }])).toBe('section/rating-not-an-anchor');
    expect(manager([growth, growth])).toBe('section/item-twice');
    for (const item of ['teamwork', 'summary', 'constructor', '']) {
      expect(manager([{ ...growth, item }])).toBe('section/item-not-asked');
    }
    expect(manager([], { growth: 'A lot' })).toBe('section/item-not-asked');
    expect(manager([], { keep: 'All' })).toBe('section/item-not-asked');
  });

  it('are texts that are seen, and not too long', () => {
    expect(manager([], { summary: 'x'.repeat(answerLengthMax) })).toBeUndefined();
    expect(manager([], { summary: 'x'.repeat(answerLengthMax + 1) })).toBe('section/text-length');
    expect(manager([], { summary: ' ' })).toBe('section/text-length');
  });

  it('are none of a role that is not asked', () => {
    const alone = { ...yearly, sections: yearly.sections.slice(1, 2) };
    const refused = refuseAnswers(alone, 'peer', { ratings: [], texts: {} });
    expect(refused?.code).toBe('section/role-not-asked');
  });

  it('whatever is drawn of what a role is asked, are taken, and lack what is not drawn', () => {
    const drawn = fc.constantFrom(...reviewerRoles).chain((role) => {
      const items = itemsFor(yearly, role);
      const some = fc.subarray([...items]);
      return fc.tuple(fc.constant<ReviewerRole>(role), some, fc.nat(4));
    });
    fc.assert(
      fc.property(drawn, ([role, some, at]) => {
        const rating = yearly.scale.anchors[at] ?? micro;
        const answers: Answers = {
          ratings: some.flatMap(({ id, kind }) =>
            kind === 'rating' ? [{ item: id, rating }] : [],
          ),
          texts: Object.fromEntries(
            some.flatMap(({ id, kind }) => (kind === 'text' ? [[id, 'Some words']] : [])),
          ),
        };
        expect(refuseAnswers(yearly, role, answers)).toBeUndefined();
        const lacking = itemsFor(yearly, role).filter((one) => one.required && !some.includes(one));
        expect(unansweredOf(yearly, role, answers)).toEqual(lacking.map(({ id }) => id));
      }),
      { numRuns: 200 },
    );
  });
});
