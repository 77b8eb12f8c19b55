import { describe, expect, it } from '@jest/globals';
import { surveyId } from './survey.histories.ts';
import { refuseTicket, spentTicket, ticketMessage, type Ticket } from './ticket.ts';

const ticket: Ticket = {
  surveyId,
  segments: { unit: 'desk', tenure: 'new' },
  nonce: 'a7'.repeat(32),
};
const fresh = () => false;

describe('a ticket', () => {
  it('is good for an answer to its survey', () => {
    expect(refuseTicket(ticket, surveyId, fresh)).toBeUndefined();
    expect(refuseTicket(ticket, 'another', fresh)).toMatchObject({
      code: 'ticket/of-another-survey',
      field: '/ticket/surveyId',
    });
  });

  it('is good for one answer', () => {
    const spent = new Set([spentTicket(ticket)]);
    const isSpent = (one: string) => spent.has(one);
    expect(refuseTicket(ticket, surveyId, isSpent)?.code).toBe('ticket/spent');
    const other = { ...ticket, nonce: 'b7'.repeat(32) };
    expect(refuseTicket(other, surveyId, isSpent)).toBeUndefined();
  });

  it.each(['', 'a7'.repeat(31), 'a7'.repeat(33), 'A7'.repeat(32), `${'a7'.repeat(31)}g0`])(
    'has a nonce of 32 bytes, and "%s" is none',
    (nonce) =>
      expect(refuseTicket({ ...ticket, nonce }, surveyId, fresh)?.code).toBe(
        'ticket/nonce-malformed',
      ),
  );

  it('says which survey and which group it is of, in one way only', () => {
    const message = ticketMessage(ticket);
    const turned = { ...ticket, segments: { tenure: 'new', unit: 'desk' } };
    expect(ticketMessage(turned)).toBe(message);
    expect(spentTicket(turned)).toBe(spentTicket(ticket));
    const others: readonly Ticket[] = [
      { ...ticket, surveyId: 'another' },
      { ...ticket, segments: { unit: 'desk' } },
      { ...ticket, nonce: 'b7'.repeat(32) },
    ];
    expect(others.map(ticketMessage)).not.toContain(message);
    expect(others.map(spentTicket)).not.toContain(spentTicket(ticket));
  });

  it('that is spent is kept without what it says', () => {
    expect(spentTicket(ticket)).not.toContain(ticket.nonce.slice(0, 8));
    expect(spentTicket(ticket)).not.toContain('desk');
  });
});
