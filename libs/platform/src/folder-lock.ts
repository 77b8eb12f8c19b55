import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'libsql';
import { FolderError, FolderInUse, type DataFolder } from './data-folder.ts';

export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder for this process alone, or throws. It is a lock of the operating system (that
 * of an SQLite file held in exclusive mode), so it is gone with the process however that ends:
 * nothing stale is left to be removed by hand after a kill.
 */
export function lockFolder({ path, lock }: DataFolder): FolderLock {
  const db = new Database(lock, { timeout: 0 });
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    const code = (cause as { code?: unknown }).code;
    if (code === 'SQLITE_BUSY' || code === 'SQLITE_BUSY_SNAPSHOT') {
      throw new FolderInUse(`DATA_DIR ${path} is in use by another Plumbline${holder(lock)}.`);
    }
    throw new FolderError(`DATA_DIR ${path} cannot be locked (${String(code)}).`, { cause });
  }
  // For the message of the next one only: the lock itself is the operating system's.
  writeFileSync(`${lock}.pid`, `${process.pid}\n`, { mode: 0o600 });
  return {
    release: () => {
      if (db.open) db.close();
    },
  };
}

function holder(lock: string): string {
  try {
    return ` (process ${Number(readFileSync(`${lock}.pid`, 'utf8'))})`;
  } catch {
    return '';
  }
}
