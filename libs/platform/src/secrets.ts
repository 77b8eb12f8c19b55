import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { systemClock, type Clock } from '@plumbline/kernel';
import { generateLocalKey, signLocalToken, type LocalKey } from '@plumbline/web/local-token';
import { dataFolder, FolderError, keepSecret, readSecret } from './data-folder.ts';
import { replaceSecret, type DataFolder } from './data-folder.ts';

/** What the folder keeps secret, as it is in force. */
export interface Secrets {
  /** 32 bytes under which every tenant's key lies. */
  readonly rootKey: Uint8Array;
  readonly localKey: LocalKey;
}

export const defaultTenant = 'main';
export const adminSubject = 'admin';
/**
 * What the first token of an installation may: run it, and bring in what there is. It is named role
 * by role, because an administrator as such neither reads nor changes the records of others.
 */
export const adminRoles = ['administrator', 'goal-manager', 'importer'] as const;
export const adminTokenTtlSeconds = 90 * 86_400;
/** A token that has less time left is written anew at the start. */
export const adminTokenRenewSeconds = 30 * 86_400;

/** Reads the secrets of a folder, and makes those of a fresh one. */
export async function openSecrets(folder: DataFolder): Promise<Secrets> {
  const rootKey = rootKeyOf(folder);
  const kept = readSecret(folder.localIssuerKey);
  const text = kept ?? keepSecret(folder.localIssuerKey, JSON.stringify(await generateLocalKey()));
  return { rootKey, localKey: JSON.parse(text) as LocalKey };
}

/** The root key of a folder; undefined when it has none yet. */
export function readRootKey({ rootKey: path }: DataFolder): Uint8Array | undefined {
  const text = readSecret(path);
  return text === undefined ? undefined : rootKeyFrom(text, path);
}

function rootKeyFrom(text: string, path: string): Uint8Array {
  if (!/^[0-9a-f]{64}\s*$/.test(text)) throw new FolderError(`${path} does not hold a root key.`);
  return Buffer.from(text.trim(), 'hex');
}

function rootKeyOf(folder: DataFolder): Uint8Array {
  const { rootKey: path, log } = folder;
  const kept = readRootKey(folder);
  // A new root key beside an old log would leave everything sealed unreadable, without a word.
  if (kept === undefined && existsSync(log)) {
    throw new FolderError(`${path} is missing although there is a log; restore it from a backup.`);
  }
  return kept ?? rootKeyFrom(keepSecret(path, randomBytes(32).toString('hex')), path);
}

export interface LocalTokenRequest {
  readonly dataDir: string;
  readonly sub: string;
  readonly tenant?: string;
  readonly roles: readonly string[];
  readonly expiresInSeconds: number;
  readonly clock?: Clock;
}

/** Signs a token with the key of a data folder. No server is needed, only the right to read it. */
export async function issueLocalToken(request: LocalTokenRequest): Promise<string> {
  const { dataDir, sub, roles, tenant = defaultTenant, clock = systemClock } = request;
  const { localIssuerKey } = dataFolder(dataDir);
  const text = readSecret(localIssuerKey);
  if (text === undefined) {
    throw new FolderError(`${dataDir} holds no local issuer key; start the server there once.`);
  }
  const { privateKey } = JSON.parse(text) as LocalKey;
  const ttlSeconds = request.expiresInSeconds;
  return signLocalToken(privateKey, { sub, tenant, roles, ttlSeconds, nowMs: clock.now() });
}

/**
 * Writes the administrator's token when there is none, or none that lives on for a while, or one
 * of an earlier version, which names fewer roles.
 */
export async function ensureAdminToken(
  folder: DataFolder,
  options: { readonly tenant: string; readonly clock: Clock },
): Promise<'written' | 'kept'> {
  const kept = readSecret(folder.adminToken);
  const nowSeconds = options.clock.now() / 1_000;
  const { expiry, roles } = kept === undefined ? noClaims : claimsOf(kept);
  const isWhole = adminRoles.every((role) => roles.includes(role));
  if (isWhole && expiry > nowSeconds + adminTokenRenewSeconds) return 'kept';
  const token = await issueLocalToken({
    dataDir: folder.path,
    sub: adminSubject,
    tenant: options.tenant,
    roles: [...adminRoles],
    expiresInSeconds: adminTokenTtlSeconds,
    clock: options.clock,
  });
  replaceSecret(folder.adminToken, `${token}\n`);
  return 'written';
}

const noClaims: { readonly expiry: number; readonly roles: readonly unknown[] } = {
  expiry: 0,
  roles: [],
};

/** What an own token says, unverified; nothing of one that cannot be read. */
function claimsOf(token: string): typeof noClaims {
  try {
    const [, payload = ''] = token.trim().split('.');
    const text = Buffer.from(payload, 'base64url').toString();
    const { exp, roles } = JSON.parse(text) as { exp?: unknown; roles?: unknown };
    return {
      expiry: typeof exp === 'number' ? exp : 0,
      roles: Array.isArray(roles) ? roles : [],
    };
  } catch {
    return noClaims;
  }
}
