import { readFileSync } from 'node:fs';
import { dataFolder } from '@plumbline/platform';
import type { Client } from './client.ts';
import { createClient } from './client.ts';
import type { Io } from './io.ts';

/** Options that every verb has. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly url?: string;
  readonly token?: string;
  readonly dataDir?: string;
}

export const defaultUrl = 'http://127.0.0.1:3000';
export const defaultDataDir = './data';

export function urlOf(options: CommonOptions, io: Io): string {
  return options.url ?? io.env['PLUMBLINE_URL'] ?? defaultUrl;
}

export function dataDirOf(options: CommonOptions, io: Io): string {
  return options.dataDir ?? io.env['DATA_DIR'] ?? defaultDataDir;
}

/** The token to call with: as given, from the environment, or the folder's administrator token. */
export function tokenOf(options: CommonOptions, io: Io): string | undefined {
  const given = options.token ?? io.env['PLUMBLINE_TOKEN'];
  if (given !== undefined && given !== '') return given;
  try {
    return readFileSync(dataFolder(dataDirOf(options, io)).adminToken, 'utf8').trim();
  } catch {
    return undefined;
  }
}

export function clientOf(options: CommonOptions, io: Io): Client {
  const token = tokenOf(options, io);
  return createClient({
    url: urlOf(options, io),
    signal: io.signal,
    ...(token === undefined ? {} : { token }),
  });
}
