import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { openSmtpPostbox } from './smtp.ts';

const mail = {
  ...{ id: 'fact-1', to: 'ada@firm.example', subject: 'Two things', text: 'Line one\n.\nLine two' },
};
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const postboxAt = (port: number) =>
  openSmtpPostbox({
    url: `smtp://127.0.0.1:${port}`,
    ...{ from: 'Plumbline <due@firm.example>', consoleUrl: 'https://people.firm.example' },
  });

const no = (responseCode: number) => Object.assign(new Error('No.'), { responseCode });

/** A real server of mail, with what it has taken. */
async function smtpServer(refusal?: { at: 'rcpt' | 'data'; code: number }) {
  const taken: string[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onRcptTo: (_, __, done) => done(refusal?.at === 'rcpt' ? no(refusal.code) : undefined),
    onData: (stream, _, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusal?.at === 'data') return done(no(refusal.code));
        taken.push(Buffer.concat(chunks).toString());
        return done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: (server.server.address() as AddressInfo).port, taken };
}

describe('mail over SMTP', () => {
  it('is taken as it is, under the id of what it passes on', async () => {
    const { port, taken } = await smtpServer();
    expect(await postboxAt(port).post(mail)).toEqual({ outcome: 'sent', code: null });
    const [raw = ''] = taken;
    expect(raw).toContain('Message-ID: <fact-1@');
    expect(raw).toContain('From: Plumbline <due@firm.example>');
    expect(raw).toContain('To: ada@firm.example');
    expect(raw).toContain('Auto-Submitted: auto-generated');
    expect(raw.replaceAll('\r\n', '\n')).toContain('Line one\n.\nLine two');
  });

  it.each([
    ['rcpt', 550, 'refused'],
    ['rcpt', 450, 'away'],
    ['data', 554, 'refused'],
    ['data', 451, 'away'],
  ] as const)('that is answered at %s with %s is %s', async (at, code, outcome) => {
    const { port, taken } = await smtpServer({ at, code });
    expect(await postboxAt(port).post(mail)).toEqual({ outcome, code: String(code) });
    expect(taken).toEqual([]);
  });

  it('is away where nobody listens', async () => {
    const { port } = await smtpServer();
    await closers.pop()?.();
    expect(await postboxAt(port).post(mail)).toMatchObject({ outcome: 'away' });
  });

  it('is unknown where the connection breaks when it may have been taken', async () => {
    const answers: readonly (readonly [RegExp, string])[] = [
      ...([[/^EHLO/, '250 hello'] as const, [/^(MAIL|RCPT)/, '250 ok'] as const] as const),
      [/^DATA/, '354 go on'],
    ];
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('220 here\r\n');
      socket.on('data', (chunk) => {
        const text = chunk.toString();
        const answer = answers.find(([pattern]) => pattern.test(text));
        if (answer === undefined) socket.destroy();
        else socket.write(`${answer[1]}\r\n`);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const { port } = server.address() as AddressInfo;
    expect(await postboxAt(port).post(mail)).toMatchObject({ outcome: 'unknown' });
  });

  it('takes no other address out of a name that holds one', async () => {
    const { port, taken } = await smtpServer();
    const strange = {
      ...mail,
      to: 'a@x.example,eve@evil.example',
      subject: 'x\r\nBcc: eve@evil.example',
    };
    await postboxAt(port).post(strange);
    expect(taken.join('\n')).not.toMatch(/^Bcc:/m);
  });
});
