import { describe, expect, it } from '@jest/globals';
import * as the from './customer-response/customer-response.histories.ts';
import { publishOfCustomers } from './customers.publish.ts';

describe('what others are told of a response', () => {
  it('is scores and codes, and neither words nor the key of the interaction', () => {
    const { act: _, at: __, text, type, transaction, answeredAt, ...told } = the.recorded;
    expect(publishOfCustomers(the.recorded)).toEqual({ type: `feedback.${type}.v1`, data: told });
    const facts = [the.recorded, the.attributed, the.disputed, the.settled, the.loopClosed];
    const published = JSON.stringify([...facts, the.withdrawn].map(publishOfCustomers));
    for (const kept of [transaction, answeredAt, text.fields['comment'], 'day off', 'One visit']) {
      expect(published).not.toContain(kept);
    }
  });

  it('is whose work it tells of, and that somebody disputes it', () => {
    const { responseId } = the;
    const { counted } = the.attributed;
    expect(publishOfCustomers(the.attributed).data).toEqual({
      ...{ responseId, before: [], counted, openDisputes: 0 },
      shares: [
        { of: 'person:ada', share: 0.6 },
        { of: 'person:bo', share: 0.2 },
        { of: 'unit:desk', share: 0.2 },
      ],
    });
    expect(publishOfCustomers(the.disputed).data).toMatchObject({ responseId, person: 'ada' });
    expect(publishOfCustomers(the.settled).data).toMatchObject({
      person: 'ada',
      outcome: 'partly',
    });
    expect(publishOfCustomers(the.loopClosed).data).toEqual({
      ...{ responseId, cause: 'incomplete-papers' },
    });
  });

  it('has with every change what it takes out of the figures', () => {
    const { counted } = the.attributed;
    const { shares } = publishOfCustomers(the.attributed).data as { shares: unknown };
    const told = [the.disputed, the.settled, the.withdrawn].map((fact) => {
      return publishOfCustomers(fact).data;
    });
    expect(told).toEqual([
      { responseId: the.responseId, person: 'ada', shares, counted, openDisputes: 1 },
      expect.objectContaining({ before: shares, counted, openDisputes: 0 }),
      { responseId: the.responseId, shares: [], counted, openDisputes: 0 },
    ]);
  });
});
