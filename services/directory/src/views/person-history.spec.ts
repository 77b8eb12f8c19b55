import { describe, expect, it } from '@jest/globals';
import * as the from '../person/person.histories.ts';
import { ordered } from '../reorganisation/reorganisation.histories.ts';
import { personHistory, type PersonHistory } from './person-history.ts';
import { recorded } from './views.histories.ts';

const historyOf = (...facts: Parameters<typeof recorded>[0]): PersonHistory => {
  let history: PersonHistory | undefined;
  for (const one of recorded(facts)) history = personHistory.fold(history, one, the.person);
  return history ?? { items: [], texts: {} };
};

describe('the history of a person', () => {
  it('has everything that was recorded, in its order', () => {
    const { items } = historyOf(...the.wholeStory);
    expect(items.map(({ type }) => type)).toEqual(the.wholeStory.map(({ type }) => type));
    expect(items.map(({ revision }) => revision)).toEqual(the.wholeStory.map((_, index) => index));
  });

  it('says who, when and what, and quotes the words', () => {
    const { items, texts } = historyOf(the.joined, the.departed);
    expect(items[1]).toEqual({
      ...{ factId: 'fact-1', type: 'PersonLeft', revision: 1, position: '0'.repeat(19) + '2' },
      ...{ recordedAt: Date.parse('2027-05-10T09:00:00Z'), by: { sub: 'hana', via: 'http' } },
      effectiveAt: '2027-05-10T09:00:00.000Z',
      data: { person: 'ada', from: '2027-07-01' },
      words: { reason: { $said: 'fact-1', field: 'reason' } },
    });
    expect(items[0]?.words).toEqual({
      name: { $said: 'fact-0', field: 'name' },
      mail: { $said: 'fact-0', field: 'mail' },
    });
    expect(Object.keys(texts)).toEqual(['fact-0', 'fact-1']);
  });

  it('has no words where none were said, and nothing in clear', () => {
    const { items } = historyOf(the.joined, the.moved);
    expect(items[1]).toMatchObject({ words: {}, data: { post: 'desk-01', from: '2026-06-01' } });
    expect(JSON.stringify(items)).not.toContain('Lovelace');
  });

  it('is of people only', () => {
    const [order, join] = recorded([ordered, the.joined]);
    expect(order && personHistory.keys(order)).toEqual([]);
    expect(join && personHistory.keys(join)).toEqual(['ada']);
  });
});
