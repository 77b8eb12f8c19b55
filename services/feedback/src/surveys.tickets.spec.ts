import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { blindedTicket } from './surveys.client.testing.ts';
import {
  digestOfKeys,
  isSigned,
  keyOfGroup,
  linkTicket,
  newTicketKeys,
} from './surveys.tickets.ts';
import { readLinkTicket, signatureBytes, signBlinded, signTicket } from './surveys.tickets.ts';
import type { TicketKey } from './surveys.tickets.ts';

const surveyId = '6b0f2f5e-4a63-5d0c-8a57-1d2b9c4e7f30';
const desk = { unit: 'desk' };

describe('a ticket', () => {
  let key: TicketKey;
  let other: TicketKey;
  beforeAll(async () => {
    [key, other] = (await newTicketKeys([desk, {}])) as [TicketKey, TicketKey];
  });

  it('is signed without being seen, as a client of RFC 9474 has it', async () => {
    const { ticket, blinded, finalize } = await blindedTicket(surveyId, key);
    const signed = signBlinded(key, blinded);
    const signature = await finalize(signed ?? Buffer.alloc(0));
    expect(isSigned(key, ticket, signature)).toBe(true);
    // What the server has seen and what it is shown later have no byte in common but by chance.
    expect(blinded.equals(signature)).toBe(false);
    expect(signBlinded(key, blinded)?.equals(signed ?? Buffer.alloc(0))).toBe(true);
    expect(isSigned(other, ticket, signature)).toBe(false);
    expect(isSigned(key, { ...ticket, segments: {} }, signature)).toBe(false);
    expect(isSigned(key, { ...ticket, nonce: 'ff'.repeat(32) }, signature)).toBe(false);
  });

  it('that was signed by another key is found out by the client', async () => {
    for (;;) {
      const { blinded, finalize } = await blindedTicket(surveyId, key);
      const signed = signBlinded(other, blinded);
      if (signed === undefined) continue; // By chance it is beyond the modulus of the other.
      await expect(finalize(signed)).rejects.toThrow('invalid signature');
      return;
    }
  });

  it.each([
    ['is too short', Buffer.alloc(signatureBytes - 1, 1)],
    ['is too long', Buffer.alloc(signatureBytes + 1, 1)],
    ['is not below the modulus', Buffer.alloc(signatureBytes, 0xff)],
  ])('is not signed when what was blinded %s', (_, blinded) => {
    expect(signBlinded(key, blinded)).toBeUndefined();
  });

  it('of a link fits into a word', () => {
    const ticket = { surveyId, segments: {}, nonce: randomBytes(32).toString('hex') };
    const word = linkTicket(ticket, signTicket(other, ticket));
    expect(word).toMatch(/^[\w.-]{400,420}$/);
    const read = readLinkTicket(surveyId, word);
    expect([read.ticket, isSigned(other, read.ticket, read.signature)]).toEqual([ticket, true]);
    const strange = readLinkTicket(surveyId, 'x');
    expect(isSigned(other, strange.ticket, strange.signature)).toBe(false);
  });

  it('has keys with one digest, in whatever order they are listed', () => {
    expect(digestOfKeys([key, other])).toBe(digestOfKeys([other, key]));
    expect(digestOfKeys([key])).not.toBe(digestOfKeys([other]));
    expect(keyOfGroup([key, other], { unit: 'desk' })).toBe(key);
    expect(keyOfGroup([key, other], { unit: 'lab' })).toBeUndefined();
  });
});
