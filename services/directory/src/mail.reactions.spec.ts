import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReviewsPublished } from '@plumbline/contracts';
import type { PublishedFact } from '@plumbline/feed';
import type { Position } from '@plumbline/kernel';
import { openSmtpPostbox } from '@plumbline/mail/smtp';
import { SMTPServer } from 'smtp-server';
import { companyApp, type Company } from './http/company.testing.ts';
import { MailReactions, PostboxAway } from './mail.reactions.ts';

type Issued = PublishedFact<ReviewsPublished['reviews.ReminderIssued.v1']>;

let at: Company;
let server: SMTPServer;
let reactions: MailReactions;
const taken: { readonly to: string; readonly text: string }[] = [];
let refusal: number | undefined;

beforeAll(async () => {
  server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onRcptTo: (_, __, done) =>
      done(
        refusal === undefined
          ? undefined
          : Object.assign(new Error('No.'), { responseCode: refusal }),
      ),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const [to] = envelope.rcptTo;
        taken.push({ to: to?.address ?? '', text: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const postbox = openSmtpPostbox({
    ...{ url: `smtp://127.0.0.1:${port}`, from: 'due@firm.example' },
    consoleUrl: 'https://people.firm.example',
  });
  at = await companyApp({ postbox });
  reactions = at.web.app.get(MailReactions, { strict: false });
});
afterAll(async () => {
  await at.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

let ids = 0;
const reminder = (person: string, until = '2026-04-01T18:00:00.000Z'): Issued => ({
  ...{ id: `6f2a9b63-7d1e-5c8f-8b54-1d8e3fac2a${(ids += 1) + 10}`, tenant: 'acme' },
  ...{ type: 'reviews.ReminderIssued.v1', stream: 'reviews.reminders-acme.x', revision: 0 },
  position: '1' as Position,
  ...{ recordedAt: '2026-04-01T09:00:00.000Z', effectiveAt: '2026-04-01T09:00:00.000Z' },
  ...{ actor: 'remind-of-what-is-due', correlationId: 'c', causationId: 'c' },
  data: {
    ...{ person, day: '2026-04-01', zone: 'UTC', until },
    tasks: [
      { urgency: 'asked', what: 'peer', review: null, session: null, due: '2026-04-20' },
      { urgency: 'overdue', what: 'self', review: 'r1', session: null, due: '2026-03-31' },
    ],
  },
});
const outcomes = async (fact: Issued) => {
  const { facts } = await at.log.readAll(null, { limit: 5_000, context: 'directory' });
  const own = facts.filter(({ body }) => body.includes(`"letter":"${fact.id}"`));
  return own.map(({ body, type }) => {
    const { data } = JSON.parse(body) as { data: { outcome?: string; code?: string | null } };
    return [type.split('.')[1], data.outcome ?? data.code].filter(Boolean).join(' ');
  });
};

describe('a reminder by mail', () => {
  it('reaches the address of the person, in fixed words, and once', async () => {
    const fact = reminder('ada');
    await reactions.reminderIssued([fact]);
    await reactions.reminderIssued([fact]);
    expect(taken).toHaveLength(1);
    expect(taken[0]?.to).toBe('ada@firm.example');
    const text = (taken[0]?.text ?? '').replaceAll('=\r\n', '').replaceAll('\r\n', '\n');
    expect(text).toContain('Subject: 2 things are waiting for you');
    expect(text).toContain(
      '- overdue: your own part of your review (last day 2026-03-31)\n- to do',
    );
    expect(text).toContain('Open: https://people.firm.example');
    expect(text).not.toContain('Name of');
    expect(await outcomes(fact)).toEqual(['LetterAttempted', 'LetterSettled sent']);
  });

  it('is sent once where two processes are given it at once', async () => {
    taken.length = 0;
    const fact = reminder('sam');
    await Promise.all([reactions.reminderIssued([fact]), reactions.reminderIssued([fact])]);
    expect(taken).toHaveLength(1);
  });

  it('is tried again where the server does not take mail now', async () => {
    taken.length = 0;
    const fact = reminder('dora');
    refusal = 451;
    await expect(reactions.reminderIssued([fact])).rejects.toThrow(PostboxAway);
    refusal = undefined;
    await reactions.reminderIssued([fact]);
    expect(taken.map(({ to }) => to)).toEqual(['dora@firm.example']);
    expect(await outcomes(fact)).toEqual([
      ...['LetterAttempted', 'LetterDeferred 451', 'LetterAttempted', 'LetterSettled sent'],
    ]);
  });

  it('is given up where the server refuses it, where it is too late, and without an address', async () => {
    taken.length = 0;
    const [refused, late, unknown] = [
      ...[reminder('wim'), reminder('wim', '2026-04-01T09:00:00.000Z'), reminder('nobody')],
    ] as const;
    refusal = 550;
    await reactions.reminderIssued([refused]);
    refusal = undefined;
    await reactions.reminderIssued([refused, late, unknown]);
    expect(taken).toEqual([]);
    expect(await outcomes(refused)).toEqual(['LetterAttempted', 'LetterSettled refused']);
    expect(await outcomes(late)).toEqual(['LetterSettled too-late']);
    expect(await outcomes(unknown)).toEqual(['LetterSettled no-address']);
  });
});
