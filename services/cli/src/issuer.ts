import { issueLocalToken } from '@plumbline/platform';
import { CliError, usageError } from './exit.ts';
import type { Io } from './io.ts';
import { dataDirOf, type CommonOptions } from './settings.ts';

export interface TokenFor {
  readonly sub: string;
  readonly tenant?: string | undefined;
  readonly roles: readonly string[];
  readonly expiresInSeconds: number;
}

/** Signs a token with the key of the data folder, and says what is wrong where it cannot. */
export async function localToken(
  { tenant: given, ...claims }: TokenFor,
  options: CommonOptions,
  io: Io,
): Promise<string> {
  const tenant = given ?? io.env['PLUMBLINE_TENANT'];
  const dataDir = dataDirOf(options, io);
  const named = tenant === undefined || tenant === '' ? {} : { tenant };
  try {
    return await issueLocalToken({ dataDir, ...claims, ...named, clock: io.clock });
  } catch (error) {
    if (error instanceof RangeError) throw usageError('token/not-valid', error.message);
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined && (error as Error).name !== 'FolderError') throw error;
    throw new CliError('notAllowed', 'token/no-key', message);
  }
}
