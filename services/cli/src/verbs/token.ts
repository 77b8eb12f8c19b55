import { readSeconds } from '../duration.ts';
import { exitCodes, usageError, type ExitCode } from '../exit.ts';
import { print, type Io } from '../io.ts';
import { localToken } from '../issuer.ts';
import { urlOf, type CommonOptions } from '../settings.ts';

export interface TokenOptions extends CommonOptions {
  readonly as: string;
  readonly tenant?: string;
  readonly roles?: readonly string[];
  readonly expires: string;
  readonly link?: boolean;
}

/** `token --as <person>`: signs with the key of the data folder; no server is asked. */
export async function tokenVerb(options: TokenOptions, io: Io): Promise<ExitCode> {
  const seconds = readSeconds(options.expires);
  if (seconds === undefined) {
    throw usageError('token/expires', `"${options.expires}" is no time: say 30m, 8h or 7d.`);
  }
  const roles = options.roles ?? [];
  const { as: sub, tenant } = options;
  const token = await localToken({ sub, tenant, roles, expiresInSeconds: seconds }, options, io);
  const expiresAt = new Date(io.clock.now() + seconds * 1_000).toISOString();
  const link = consoleLink(urlOf(options, io), token);
  const document = { token, sub, roles, expiresAt, link };
  print(io, options.json === true, document, [options.link === true ? link : token]);
  return exitCodes.ok;
}

/** The fragment stays in the browser: it is sent to no server, and is in no server's log. */
export function consoleLink(url: string, token: string): string {
  return `${url.replace(/\/+$/, '')}/#token=${token}`;
}
