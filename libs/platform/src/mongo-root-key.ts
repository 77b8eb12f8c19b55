import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { collectionOf, durable, isDuplicate, type Connection } from '@plumbline/mongo';
import { FolderError, type DataFolder } from './data-folder.ts';
import { openSecrets, type Secrets } from './secrets.ts';

interface CheckRecord {
  readonly _id: string;
  readonly check: string;
}

const id = 'root-key';

/**
 * The secrets of an installation whose processes may lie on several machines: all of them must have
 * the root key that it was begun with. What one wrote under another key could be read by nobody
 * else, so that such a process does not start; nor does one make a key where there is one already.
 */
export async function openSharedSecrets(
  connection: Connection,
  folder: DataFolder,
): Promise<Secrets> {
  const checks = collectionOf<CheckRecord>(connection, 'installation');
  const begun = await checks.findOne({ _id: id });
  if (begun !== null && !existsSync(folder.rootKey)) {
    throw new FolderError(
      `${folder.rootKey} is missing, and this installation has one; bring it here.`,
    );
  }
  const secrets = await openSecrets(folder);
  const check = createHmac('sha256', secrets.rootKey).update('plumbline root key').digest('hex');
  const kept = begun ?? (await keptFirst());
  if (kept.check === check) return secrets;
  throw new FolderError(`${folder.rootKey} is not the root key that this installation has.`);

  async function keptFirst(): Promise<CheckRecord> {
    const record = { _id: id, check };
    try {
      await checks.insertOne(record, durable);
      return record;
    } catch (cause) {
      // Another process began it in the same moment.
      const first = isDuplicate(cause) ? await checks.findOne({ _id: id }) : null;
      if (first === null) throw cause;
      return first;
    }
  }
}
