import { describe, expect, it } from '@jest/globals';
import * as the from '../customer-response/customer-response.histories.ts';
import type { CustomerResponseFact } from '../customer-response/customer-response.ts';
import { loopOf, responseSheet } from './response-sheet.ts';
import { documentsOf, recordedFact } from './responses.testing.ts';

function sheetOf(...facts: CustomerResponseFact[]) {
  const sheet = documentsOf(responseSheet, facts).get(the.responseId);
  if (sheet === undefined) throw new Error('There is no sheet.');
  return sheet;
}

describe('the sheet of a response', () => {
  it('has what was recorded, with what the customer wrote as a quotation', () => {
    const { text, type: _, act: __, at, ...recording } = the.recorded;
    expect(sheetOf(the.recorded)).toMatchObject({
      ...recording,
      ...{ stage: 'recorded', recordedAt: at, shares: [], loop: null, revision: 0 },
      comment: { $said: 'fact-0', field: 'comment' },
      texts: { 'fact-0': text },
    });
  });

  it('has every attribution, dispute and settlement, with who said so', () => {
    const sheet = sheetOf(the.recorded, the.attributed, the.disputed, the.settled);
    expect(sheet).toMatchObject({
      shares: the.sharesInPart,
      attributions: [{ before: [], shares: the.firstShares, by: { sub: 'cy' }, reason: null }],
      disputes: [
        {
          ...{ person: 'ada', share: 0.6, reason: { $said: 'fact-2' } },
          settled: { outcome: 'partly', before: the.firstShares, shares: the.sharesInPart },
        },
      ],
    });
    expect(responseSheet.index(sheet)).toMatchObject({ person: ['ada', 'bo'], unit: ['desk'] });
  });

  it('is found by where it is from and whether somebody has to go back to the customer', () => {
    const open = sheetOf(the.recorded);
    expect(responseSheet.index(open)).toEqual({
      ...{ location: 'office-north', touchpoint: 'counter', channel: 'mail' },
      ...{ source: 'after-visit', unit: [], person: [], loop: 'open' },
    });
    const closed = sheetOf(the.recorded, the.loopClosed);
    expect([open, closed].map(loopOf)).toEqual(['open', 'closed']);
    const gone = sheetOf(the.recorded, the.withdrawn);
    expect([loopOf(gone), responseSheet.index(gone).loop]).toEqual([undefined, []]);
    expect(gone).toMatchObject({ stage: 'withdrawn', withdrawn: { at: the.withdrawn.at } });
    const nowhere = sheetOf({ ...the.recorded, location: null });
    expect(responseSheet.index(nowhere)).not.toHaveProperty('location');
  });

  it('is recorded anew after it was withdrawn, and says so', () => {
    const anew = { ...the.recorded, act: 'anew', at: the.withdrawn.at, location: 'elsewhere' };
    const { attributed, disputed, settled } = the;
    const sheet = sheetOf(the.recorded, attributed, disputed, settled, the.withdrawn, anew);
    expect(sheet).toMatchObject({
      ...{ stage: 'recorded', withdrawn: null, location: 'elsewhere', shares: [], revision: 5 },
      disputes: [{ person: 'ada', settled: { outcome: 'partly' } }],
      withdrawnBefore: [{ at: the.withdrawn.at, reason: { $said: 'fact-4' } }],
      comment: { $said: 'fact-5', field: 'comment' },
    });
    expect(loopOf(sheet)).toBe('open');
  });

  it('is not made of what comes before the recording', () => {
    expect(documentsOf(responseSheet, [the.attributed]).size).toBe(0);
    const note = { type: 'FeedbackGiven', noteId: 'n' } as never;
    expect(responseSheet.keys(recordedFact(note, 0))).toEqual([]);
  });
});
