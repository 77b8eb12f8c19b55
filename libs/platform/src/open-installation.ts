import { existsSync } from 'node:fs';
import type { RestorableLog } from '@plumbline/event-log';
import { systemClock, type Clock } from '@plumbline/kernel';
import type { AnswerStaging, KeyStore } from '@plumbline/privacy';
import type { Config, Servers } from './config.ts';
import { dataFolder, FolderError, makeFolder, type DataFolder } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { readRootKey } from './secrets.ts';

/** What is moved of an installation: everything else is made from it, or begins anew. */
export interface Installation {
  readonly log: RestorableLog;
  readonly keys: KeyStore;
  /** What a look through the whole log finds wrong; nothing where there is no file to look into. */
  check(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** The same with the answers that wait, which are not moved. */
interface OpenedSource extends Installation {
  /** How many wait, and in how many surveys. */
  waiting(): Promise<Waiting>;
}

interface Waiting {
  readonly answers: number;
  readonly surveys: number;
}

/** An installation that takes what is imported. */
export interface OpenedTarget extends Installation {
  readonly rootKey: Uint8Array;
}

export interface OpenInstallationOptions {
  readonly config: Pick<Config, 'store' | 'servers' | 'dataDir'>;
  readonly clock?: Clock;
}

/**
 * Opens what is exported. A folder with a log is locked: nobody else runs over it meanwhile. Others
 * cannot be kept from servers: there, what is recorded after the beginning is not exported.
 *
 * Answers of surveys that wait are not moved: a copy of them would outlast their release. So an
 * installation in which some wait is not exported; when their survey is closed they wait no more.
 * The keys of tickets stay behind too: a survey that is open gives none out in its new place.
 */
export async function openSource(options: OpenInstallationOptions): Promise<Installation> {
  const { config } = options;
  const folder = dataFolder(config.dataDir);
  if (config.store === 'sqlite' && !existsSync(folder.log)) {
    throw new FolderError(`${folder.path} holds no log; say where the data is.`);
  }
  const opened = await open(options, folder);
  const { answers, surveys } = await opened.waiting();
  if (answers === 0) return opened;
  await opened.close();
  throw new FolderError(
    `${answers} answers of ${surveys} surveys wait to be released, and are not moved; ` +
      'close these surveys before.',
  );
}

/**
 * Opens what is imported into: the folder is made when it is not there. Its root key must be there
 * already, as a new one would open none of the texts.
 */
export async function openTarget(options: OpenInstallationOptions): Promise<OpenedTarget> {
  const folder = dataFolder(options.config.dataDir);
  makeFolder(folder);
  // Their places would be taken for places of the log that comes.
  const isLeftOver = !existsSync(folder.log) && [folder.views, folder.desk].some(existsSync);
  if (options.config.store === 'sqlite' && isLeftOver) {
    throw new FolderError(`${folder.path} holds views of another log; take an empty folder.`);
  }
  const rootKey = readRootKey(folder);
  if (rootKey === undefined) {
    throw new FolderError(
      `${folder.rootKey} is missing; copy it there from the installation that was exported.`,
    );
  }
  return { ...(await open(options, folder)), rootKey };
}

async function open(options: OpenInstallationOptions, folder: DataFolder): Promise<OpenedSource> {
  const { config, clock = systemClock } = options;
  switch (config.store) {
    case 'sqlite':
      return openEmbedded(folder, clock);
    case 'servers':
      if (config.servers === undefined) throw new FolderError('No servers are named.');
      return openOnServers(config.servers);
    case 'memory':
      throw new FolderError('What is kept in memory ends with its process; it cannot be moved.');
  }
}

async function openEmbedded(folder: DataFolder, clock: Clock): Promise<OpenedSource> {
  const { openSqliteLog } = await import('@plumbline/event-log/sqlite');
  const { openSqliteAnswerStaging } = await import('@plumbline/privacy/sqlite-answer-staging');
  const { openSqliteKeyStore } = await import('@plumbline/privacy/sqlite');
  const lock = lockFolder(folder);
  try {
    const keys = openSqliteKeyStore({ path: folder.subjectKeys });
    const log = openSqliteLog({ path: folder.log, clock });
    return {
      ...{ log, keys },
      check: async () => (await log.check()).findings,
      waiting: async () => {
        if (!existsSync(folder.staging)) return { answers: 0, surveys: 0 };
        const staging = openSqliteAnswerStaging({ path: folder.staging });
        try {
          return await waitingIn(staging);
        } finally {
          await staging.close();
        }
      },
      close: async () => {
        await keys.close();
        await log.close();
        lock.release();
      },
    };
  } catch (cause) {
    lock.release();
    throw cause;
  }
}

async function openOnServers(servers: Servers): Promise<OpenedSource> {
  const { openFactsOnServers } = await import('./open-servers.ts');
  const { log, keys, staging, close } = await openFactsOnServers(servers);
  return { log, keys, check: async () => [], waiting: () => waitingIn(staging), close };
}

async function waitingIn(staging: AnswerStaging): Promise<Waiting> {
  let [answers, surveys] = [0, 0];
  for (const { survey } of await staging.list()) {
    const count = await staging.count(survey);
    answers += count;
    if (count > 0) surveys += 1;
  }
  return { answers, surveys };
}
