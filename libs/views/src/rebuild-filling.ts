import type { StoredFact } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';
import { docName, foldInto, keysOf, readFacts } from './fold-page.ts';
import type { AnyView, Aside, ReadFact } from './fold-page.ts';
import { createLaterFacts } from './later-facts.ts';
import { createRebuildDocs } from './rebuild-docs.ts';
import { RebuildFailed } from './rebuild-faults.ts';
import type { RebuildLimits } from './rebuild-limits.ts';
import { isAfter, type Running } from './running.ts';
import type { Ground } from './rebuild.ts';
import type { Claim } from './view-store.ts';

/** How a generation is filled: what is known of it when it begins. */
export interface Beginning {
  readonly claim: Claim;
  readonly isEmpty: boolean;
  readonly limits: RebuildLimits;
}

/**
 * Folds page after page of the log, with the documents held open in between.
 *
 * When they hold too much, those go that had nothing for a while. Where they come back, as they do
 * when facts go round and round through all documents, each fact would cost a document that is read
 * and written. So the documents fall into parts by their names: of some parts they stay, and of the
 * others they go, and what comes for these is put off. Once the log is at its end the parts that
 * were put off are folded, one by one, so that each document is written once or twice, however many
 * there are.
 */
export function createFilling(ground: Ground, { view, codec }: Running, beginning: Beginning) {
  const { log, store, pageFacts, crashPoint } = ground;
  const { claim, isEmpty, limits } = beginning;
  const held = createRebuildDocs({ store, view, claim, limits, isEmpty, crashPoint });
  const later = createLaterFacts(limits.blockChars);
  let position = claim.checkpoint;
  let facts = 0;
  let factsWritten = 0;
  /** Parts from this one on are put off. */
  let staying = limits.parts;
  let taking: ReturnType<typeof later.take> | undefined;
  let taken = -1;
  let areManyGone = false;
  /** Documents have come back that were let go of: those that have nothing are not done yet. */
  let goRound = false;

  const isStaying = (name: string) => staying === limits.parts || partOf(name, limits) < staying;
  const isTaken = (name: string) => partOf(name, limits) === taken;

  const fold = async (read: readonly ReadFact[], seen: AnyView) => {
    await held.open(keysOf(seen, read));
    foldInto(seen, read, held.docs, failing);
  };

  const putOff = (read: readonly ReadFact[]) => {
    for (const { stored, recorded } of read) {
      if (recorded === undefined) continue;
      const names = view.keys(recorded).map((key) => docName(recorded.tenant, key));
      const parts = names.map((name) => partOf(name, limits)).filter((part) => part >= staying);
      for (const part of new Set(parts)) later.add(part, stored);
    }
  };

  /** Lets go of documents that had nothing for a while, and of more where they hold too much. */
  const makeRoom = async () => {
    const { chars, opened, returned } = held.measure();
    const areReturning = returned * 4 > opened;
    goRound ||= areReturning;
    const isTooMuch = chars > limits.openChars;
    const isLittle = chars * 4 < limits.openChars;
    if (isTooMuch && areReturning) staying = Math.ceil(staying / 4);
    if (isTooMuch || !(goRound || isLittle)) {
      await held.letGo((name, doc) => held.isIdle(doc) || !isStaying(name));
    }
    const left = isTooMuch ? held.charsOpen() / limits.openChars : 0;
    if (left > 1) staying = Math.max(1, Math.floor((staying * 3) / 4 / left));
    if (left > 1) await held.letGo((name) => !isStaying(name));
    held.nextStretch();
    areManyGone = held.goneHeld() >= limits.goneDocs;
  };

  const readOn = async (until: Position | undefined): Promise<boolean> => {
    const range = until === undefined ? {} : { until };
    const { context } = view;
    const page = await log.readAll(position, { limit: pageFacts, context, ...range });
    if (!isAfter(page.next, position)) return true;
    const read = readFacts(codec, page.facts);
    const isWhole = staying === limits.parts;
    await fold(read, isWhole ? view : seeing(view, isStaying));
    if (!isWhole) putOff(read);
    position = page.next;
    facts += page.facts.length;
    if (held.folded(charsOf(page.facts))) await makeRoom();
    return page.atHead;
  };

  const writeAll = async () => {
    // What is put off is behind: the checkpoint stays where it was.
    const isWhole = staying === limits.parts && taking === undefined;
    await held.writeAll(isWhole ? position : held.checkpoint());
    if (isWhole) [factsWritten, areManyGone] = [facts, false];
  };

  const takeNext = async (all: NonNullable<typeof taking>) => {
    const { done, value } = all.next();
    const isOther = done === true || value.part !== taken;
    if (isOther) await held.letGo(() => true);
    if (done === true) {
      [taking, taken, staying] = [undefined, -1, limits.parts];
      await writeAll();
      return;
    }
    taken = value.part;
    await fold(readFacts(codec, value.facts), seeing(view, isTaken));
    if (!held.folded(charsOf(value.facts))) return;
    if (held.measure().chars > limits.openChars) await held.letGo(() => true);
  };

  return {
    progress: () => {
      const waiting = facts === 0 ? 0 : Math.min(1, later.facts() / facts);
      return { facts, position, waiting };
    },
    writeAll,
    close: later.close,
    /** Folds one page. True when the log has no more, or none up to a position. */
    page: async (until?: Position): Promise<boolean> => {
      if (taking !== undefined) {
        await takeNext(taking);
        return false;
      }
      const isAtEnd = await readOn(until);
      if (staying < limits.parts) {
        const isEnough = areManyGone || later.chars() >= limits.laterChars;
        if (isAtEnd || isEnough) taking = later.take();
        return false;
      }
      const isTimeToWrite = areManyGone || facts - factsWritten >= limits.checkpointFacts;
      if (!isAtEnd && isTimeToWrite) await writeAll();
      return isAtEnd;
    },
  };
}

export type Filling = ReturnType<typeof createFilling>;

/** The view, for some of its documents. */
function seeing(view: AnyView, isSeen: (name: string) => boolean): AnyView {
  return {
    ...view,
    keys: (recorded) => view.keys(recorded).filter((key) => isSeen(docName(recorded.tenant, key))),
    fold: (before, recorded, key) => view.fold(before, recorded, key),
    index: (doc) => view.index(doc),
  };
}

/** FNV-1a: names that differ a little are far apart. */
function partOf(name: string, { parts }: RebuildLimits): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return ((hash ^ (hash >>> 16)) >>> 0) % parts;
}

function charsOf(facts: readonly StoredFact[]): number {
  return facts.reduce((sum, { body }) => sum + body.length, 0);
}

const failing: Aside = {
  parkedAs: () => undefined,
  park: (fact, _tenant, key, reason) => {
    throw new RebuildFailed(
      `The fact ${fact.id} (${fact.type}) at ${fact.position} cannot be folded into ${key}: ` +
        `${reason ?? 'unknown'}. What is live stays live.`,
    );
  },
};
