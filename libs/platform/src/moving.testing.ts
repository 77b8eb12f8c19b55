import { factCodec, readAllFactsMax, streamName } from '@plumbline/event-log';
import type { EventLog, FactPage, RestorableLog, StoredFact } from '@plumbline/event-log';
import { openMemoryLog } from '@plumbline/event-log/memory';
import { clearText, derivedId, manualClock, toInstant } from '@plumbline/kernel';
import type { ManualClock, Position, Text } from '@plumbline/kernel';
import { createSealer, type KeyEntry, type KeyStore } from '@plumbline/privacy';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import { createProjector, projected, type View } from '@plumbline/views';
import { openMemoryViewStore } from '@plumbline/views/memory';

/** The example of these tests: notes about people, of whom some are erased. */
export interface Noted {
  readonly type: 'Noted';
  readonly value: number;
  readonly text?: Text;
}

export const notes = factCodec<Noted>({ context: 'notes', versions: { Noted: 1 } });

const sheet: View<{ readonly values: readonly number[]; readonly last: string }, Noted> = {
  name: 'note-sheet',
  version: 1,
  context: 'notes',
  keys: ({ stream }) => [stream],
  index: () => ({}),
  fold: (before, { fact, recordedAt }) => {
    return { values: [...(before?.values ?? []), fact.value], last: toInstant(recordedAt) };
  },
};

export const rootKey = Buffer.alloc(32, 7);

/** A log with its keys; the clock stands still between two commands. */
export interface Notebook {
  readonly log: RestorableLog;
  readonly keys: KeyStore;
  readonly clock: ManualClock;
  /** Records one command of some notes, all about one person. */
  note(command: NoteCommand): Promise<void>;
}

export interface NoteCommand {
  readonly tenant: string;
  readonly person: string;
  readonly texts: readonly (string | null)[];
}

export function notebook(
  log: (clock: ManualClock) => RestorableLog = (clock) => openMemoryLog({ clock }),
  keys: KeyStore = openMemoryKeyStore(),
): Notebook {
  const clock = manualClock('2026-01-05T08:00:00.000Z');
  const opened = log(clock);
  const sealer = createSealer({ keys, rootKey });
  let commands = 0;
  return {
    ...{ log: opened, keys, clock },
    note: async ({ tenant, person, texts }) => {
      const stream = streamName('notes', 'note', tenant, derivedId(person));
      commands += 1;
      const commandId = derivedId('command', String(commands));
      const about = {
        ...{
          tenant,
          commandId,
          fingerprint: `asked-${commands}`,
          actor: { sub: 'ada', via: 'test' },
        },
        ...{
          effectiveAt: toInstant(clock.now()),
          correlationId: commandId,
          causationId: commandId,
        },
      };
      const facts = texts.map((text, index): Noted => {
        const noted = { type: 'Noted', value: commands * 100 + index } as const;
        return text === null ? noted : { ...noted, text: clearText(person, { note: text }) };
      });
      const encoded = await notes.encode(facts, { ...about, stream }, sealer);
      const expected = (await opened.read(stream)).at(-1)?.revision ?? 'none';
      const { fingerprint } = about;
      await opened.append({ tenant, stream, expected, commandId, fingerprint, facts: encoded });
    },
  };
}

/** A history with two tenants, commands of several facts, texts, and a person who is erased. */
export async function written(book: Notebook): Promise<Notebook> {
  const ada = { tenant: 'acme', person: 'person:ada' };
  const bo = { tenant: 'acme', person: 'person:bo' };
  await book.note({ ...ada, texts: ['Zwölf \u2028 ☃', null] });
  await book.note({ ...bo, texts: ['soon gone'] });
  book.clock.advance(86_400_000);
  await book.note({ tenant: 'other', person: 'person:ada', texts: ['another Ada'] });
  await book.note({ ...ada, texts: [null, 'amended', null] });
  book.clock.advance(86_400_000);
  await book.keys.destroy('acme', 'person:bo');
  await book.note({ ...bo, texts: [null] });
  return book;
}

export async function everything(log: Pick<EventLog, 'readAll'>): Promise<StoredFact[]> {
  const facts: StoredFact[] = [];
  let after: Position | null = null;
  for (;;) {
    const page: FactPage = await log.readAll(after, { limit: readAllFactsMax });
    facts.push(...page.facts);
    if (page.atHead) return facts;
    after = page.next;
  }
}

/** All of a fact but its position, which is the engine's own. */
export function seen(fact: StoredFact) {
  const { id, type, tenant, stream, revision, recordedAt, body, bodyHash, sealed } = fact;
  const part = sealed && Buffer.from(sealed).toString('hex');
  return { id, type, tenant, stream, revision, recordedAt, body, bodyHash, part };
}

/** The texts of a log, as they open there; `gone` where the key is destroyed. */
export async function texts({ log, keys }: Pick<Notebook, 'log' | 'keys'>): Promise<string[]> {
  const sealer = createSealer({ keys, rootKey });
  const opened: string[] = [];
  for (const stored of await everything(log)) {
    const { fact, tenant } = notes.decode(stored);
    if (fact.text === undefined || !('box' in fact.text)) continue;
    opened.push((await sealer.open(tenant, fact.text))?.['note'] ?? 'gone');
  }
  return opened;
}

export async function keysIn(keys: KeyStore): Promise<readonly KeyEntry[]> {
  const entries = await keys.list(null, 1_000);
  const nameOf = ({ tenant, subject }: KeyEntry) => `${tenant} ${subject}`;
  return entries.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

/** The documents that a view comes to over a log, watermarks left out: they are positions. */
export async function documents(log: EventLog): Promise<string[]> {
  const store = openMemoryViewStore();
  const views = [projected(sheet, notes)];
  const projector = createProjector({ log, store, clock: manualClock('2026-02-01'), views });
  await projector.start();
  await projector.catchUp();
  const live = await store.live(sheet.name);
  const docs = live === undefined ? [] : await store.scan(live, null, 1_000);
  await projector.stop();
  return docs.map(({ tenant, key, body }) => `${tenant} ${key} ${body}`);
}
