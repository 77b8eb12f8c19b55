import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { factCodec, type StoredFact } from '@plumbline/event-log';
import { openSqliteLog } from '@plumbline/event-log/sqlite';
import { clearText, derivedId, manualClock, systemClock, type Text } from '@plumbline/kernel';
import { dataFolder } from '@plumbline/platform';
import { createSealer } from '@plumbline/privacy';
import { openSqliteKeyStore } from '@plumbline/privacy/sqlite';

interface Noted {
  readonly type: 'Noted';
  readonly text: Text;
}
const notes = factCodec<Noted>({ context: 'notes', versions: { Noted: 1 } });
export const rootKey = Buffer.alloc(32, 7);

export function keepRootKey(folder: string, key: Uint8Array): void {
  mkdirSync(join(folder, 'keys'), { recursive: true });
  writeFileSync(dataFolder(folder).rootKey, Buffer.from(key).toString('hex'), { mode: 0o600 });
}

/** Records a command for each text, and erases the second person. */
export async function record(folder: string, texts: readonly string[]): Promise<void> {
  const clock = manualClock('2026-03-01T08:00:00.000Z');
  const log = openSqliteLog({ path: dataFolder(folder).log, clock });
  const keys = openSqliteKeyStore({ path: dataFolder(folder).subjectKeys });
  const sealer = createSealer({ keys, rootKey });
  for (const [no, note] of texts.entries()) {
    const stream = `notes.note-acme.${derivedId(note)}`;
    const commandId = derivedId('command', note);
    const about = {
      ...{ tenant: 'acme', commandId, fingerprint: 'asked', actor: { sub: 'ada', via: 'test' } },
      ...{ correlationId: commandId, causationId: commandId },
      effectiveAt: '2026-03-01T08:00:00.000Z' as const,
    };
    const fact: Noted = { type: 'Noted', text: clearText(`person:${no}`, { note }) };
    const facts = await notes.encode([fact], { ...about, stream }, sealer);
    const { tenant, fingerprint } = about;
    await log.append({ tenant, stream, expected: 'none', commandId, fingerprint, facts });
    clock.advance(1_000);
  }
  await keys.destroy('acme', 'person:1');
  await keys.close();
  await log.close();
}

export async function factsIn(folder: string): Promise<readonly StoredFact[]> {
  const log = openSqliteLog({ path: dataFolder(folder).log, clock: systemClock });
  const { facts } = await log.readAll(null, { limit: 1_000 });
  await log.close();
  return facts;
}

/** The texts of a folder as they open there; `gone` where the key is destroyed. */
export async function textsIn(folder: string): Promise<string[]> {
  const keys = openSqliteKeyStore({ path: dataFolder(folder).subjectKeys });
  const sealer = createSealer({ keys, rootKey });
  const opened: string[] = [];
  for (const stored of await factsIn(folder)) {
    const { fact, tenant } = notes.decode(stored);
    if (!('box' in fact.text)) throw new Error('A stored text is in clear.');
    opened.push((await sealer.open(tenant, fact.text))?.['note'] ?? 'gone');
  }
  await keys.close();
  return opened;
}
