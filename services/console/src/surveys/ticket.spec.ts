import { createPrivateKey, generateKeyPairSync, privateDecrypt, verify } from 'node:crypto';
import { constants, createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { demandSameKeys, drawTicket, signedTicket, TicketProblem } from './blinding.ts';
import { checkWords, keyListText, keyOfGroup, labelOf, ticketMessage } from './ticket.ts';

const surveyId = '6b0f2f5e-4a63-5d0c-8a57-1d2b9c4e7f30';
const nonce = 'ab'.repeat(32);

describe('a ticket', () => {
  test('is blinded as the service reads it, whatever the order of its segments', () => {
    const segments = { unit: 'sales', grade: 'ä' };
    expect(ticketMessage({ surveyId, segments, nonce })).toBe(
      `["plumbline-survey-ticket",1,"${surveyId}","[[\\"grade\\",\\"ä\\"],[\\"unit\\",\\"sales\\"]]","${nonce}"]`,
    );
    expect(labelOf({ b: '1', a: '2' })).toBe(labelOf({ a: '2', b: '1' }));
    expect(labelOf({})).toBe('[]');
  });

  test('is signed by the key of its group', () => {
    const keys = [
      { segments: {}, publicKey: 'one' },
      { segments: { unit: 'lab' }, publicKey: 'two' },
    ];
    expect(keyOfGroup(keys, { unit: 'lab' })?.publicKey).toBe('two');
    expect(keyOfGroup(keys, {})?.publicKey).toBe('one');
    expect(keyOfGroup(keys, { unit: 'shop' })).toBeUndefined();
  });

  test('has a digest of keys that does not hang on their order, and can be read out', () => {
    const keys = [
      { segments: { unit: 'lab' }, publicKey: 'two' },
      { segments: {}, publicKey: 'one' },
    ];
    const text = keyListText(keys);
    expect(text).toBe(String.raw`[["[[\"unit\",\"lab\"]]","two"],["[]","one"]]`.replace(/\s/g, ''));
    expect(keyListText(keys.toReversed())).toBe(text);
    expect(checkWords('3f0a91c277de1b40ffff')).toBe('3f0a 91c2 77de 1b40');
  });
});

describe('blinding', () => {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  const key = { segments: { unit: 'lab' }, publicKey: pair.publicKey.toString('base64') };

  /** What the server does with what it is sent: one operation with its key. */
  const signed = (blinded: string): string => {
    const priv = createPrivateKey({ key: pair.privateKey, format: 'der', type: 'pkcs8' });
    const padding = constants.RSA_NO_PADDING;
    return privateDecrypt({ key: priv, padding }, Buffer.from(blinded, 'base64')).toString(
      'base64',
    );
  };

  test('gives a ticket that is signed, of which the server has seen nothing', async () => {
    const drawn = await drawTicket(surveyId, key);
    const ticket = await signedTicket(drawn, signed(drawn.blinded));
    expect(ticket).toMatchObject({ surveyId, segments: { unit: 'lab' } });
    expect(ticket.nonce).toMatch(/^[0-9a-f]{64}$/);
    const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
    const message = Buffer.from(ticketMessage(ticket));
    const publicKey = { key: pair.publicKey, format: 'der', type: 'spki', ...pss } as const;
    expect(verify('sha384', message, publicKey, Buffer.from(ticket.signature, 'base64'))).toBe(
      true,
    );
    expect(drawn.blinded).not.toBe(ticket.signature);
    // The same ticket blinded anew looks like any other.
    expect((await drawTicket(surveyId, key)).blinded).not.toBe(drawn.blinded);
  });

  test('is outlived by what a reload finds: what was kept is what it was', async () => {
    const drawn = await drawTicket(surveyId, key);
    const kept = JSON.parse(JSON.stringify(drawn)) as typeof drawn;
    await expect(signedTicket(kept, signed(drawn.blinded))).resolves.toMatchObject({
      nonce: drawn.ticket.nonce,
    });
  });

  test('finds out a signature of something else, and a key that not all have', async () => {
    const drawn = await drawTicket(surveyId, key);
    const other = await drawTicket(surveyId, key);
    await expect(signedTicket(drawn, signed(other.blinded))).rejects.toThrow(TicketProblem);
    const digest = createHash('sha256')
      .update(keyListText([key]))
      .digest('hex');
    await expect(demandSameKeys([key], digest)).resolves.toBeUndefined();
    const strange = [{ ...key, publicKey: `${key.publicKey.slice(0, -4)}AAAA` }];
    await expect(demandSameKeys(strange, digest)).rejects.toThrow(/could be told apart/);
    await expect(demandSameKeys([], digest)).rejects.toThrow(TicketProblem);
  });
});
