import { createTransport } from 'nodemailer';
import type { Posted, Postbox } from './index.ts';

export interface SmtpOptions {
  /** As in smtps://user:password@host:465. */
  readonly url: string;
  readonly from: string;
  readonly consoleUrl: string;
}

/** So long for a connection, a greeting, and between two answers. */
export const smtpWaitMsMax = 10_000;

/** Mail over SMTP. What is sent holds text alone: no file and no address is read for it. */
export function openSmtpPostbox({ url, from, consoleUrl }: SmtpOptions): Postbox {
  const transport = createTransport({
    url,
    connectionTimeout: smtpWaitMsMax,
    greetingTimeout: smtpWaitMsMax,
    socketTimeout: smtpWaitMsMax,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = new URL(url).hostname;
  return {
    consoleUrl,
    post: async ({ id, to, subject, text }) => {
      try {
        await transport.sendMail({
          ...{ from, to: { name: '', address: to }, subject, text },
          messageId: `<${id}@${host}>`,
          // Nobody's automatic answer is waited for.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { outcome: 'sent', code: null };
      } catch (cause) {
        return postedOf(cause as SmtpError);
      }
    },
  };
}

interface SmtpError {
  readonly message: string;
  readonly code?: string;
  readonly syscall?: string;
  readonly responseCode?: number;
}

/**
 * An answer of the server says that it was not taken, and so does a connection that never was.
 * Of one that broke the library does not say how far it was: then it may have been taken.
 */
function postedOf({ message, code, syscall, responseCode }: SmtpError): Posted {
  const told = String(responseCode ?? code ?? 'away');
  if (responseCode !== undefined && code !== 'EAUTH') {
    return { outcome: responseCode >= 500 ? 'refused' : 'away', code: told };
  }
  const neverThere = syscall === 'connect' || code === 'EDNS' || code === 'EAUTH';
  const neverAnswered = /^(Connection timeout|Greeting never received)/.test(message);
  return { outcome: neverThere || neverAnswered ? 'away' : 'unknown', code: told };
}
