import { collectionOf, idSeparator, type Collection, type Connection } from '@plumbline/mongo';
import type { EpochMs, Position } from '@plumbline/kernel';
import type { IndexedValue } from './reader.ts';
import type { Generation } from './view-store.ts';

/** A generation of a view: who may write it, and how far it is. Its `_id` names its collection. */
export interface GenerationRecord extends Generation {
  readonly _id: string;
  readonly fence: number;
  readonly checkpoint: Position | null;
}

/** Which generation of a view is read; its `_id` is the view. */
export interface LiveRecord extends Generation {
  readonly _id: string;
}

/**
 * A document of a view. Its body is the text that the view made of it, so that no key of it can be
 * one that the server gives a meaning. Without a body it is a tombstone, which no reader sees.
 */
export interface DocRecord {
  readonly _id: string;
  readonly tenant: string;
  readonly key: string;
  /** The watermark as a text: texts are equal or not, whatever the order of their sources. */
  readonly wm: string;
  /** The fence of the writer who wrote it last. */
  readonly fence: number;
  readonly body: string | null;
  /** What it is found by, each as `index=value`; the empty entry finds all that are there. */
  readonly at: readonly string[];
  /** When it became a tombstone, and by a fact up to where. */
  readonly died?: EpochMs;
  readonly until?: Position;
}

export interface ParkedRecord {
  readonly _id: string;
  readonly view: string;
  readonly tenant: string;
  readonly key: string;
  readonly reason: string;
  readonly at: EpochMs;
  readonly attempts: number;
  readonly fence: number;
}

/** One parked fact: a document by itself, as there is no limit to how many wait behind a key. */
export interface ParkedFactRecord {
  readonly _id: string;
  readonly parked: string;
  readonly position: Position;
  readonly fact: string;
  readonly fence: number;
}

export interface ViewCollections {
  readonly generations: Collection<GenerationRecord>;
  readonly live: Collection<LiveRecord>;
  readonly parked: Collection<ParkedRecord>;
  readonly parkedFacts: Collection<ParkedFactRecord>;
  docs(generation: Generation): Collection<DocRecord>;
}

export function viewCollections(connection: Connection): ViewCollections {
  return {
    generations: collectionOf(connection, 'view_generations'),
    live: collectionOf(connection, 'view_live'),
    parked: collectionOf(connection, 'view_parked'),
    parkedFacts: collectionOf(connection, 'view_parked_facts'),
    docs: (generation) => collectionOf(connection, collectionName(generation)),
  };
}

/** As in `goal-sheet_v2_b1`: each generation is a collection of its own, and dropped as one. */
export function collectionName({ view, version, build }: Generation): string {
  return `${view}_v${version}_b${build}`;
}

/** Ids sort as tenant and key do. */
export function docId(tenant: string, key: string): string {
  return `${tenant}${idSeparator}${key}`;
}

export const anyEntry = '';

export function entryOf({ index, value }: IndexedValue): string {
  return `${index}=${value}`;
}

/** The entries of a document that is there. */
export function entriesOf(index: Readonly<Record<string, string | readonly string[]>>): string[] {
  const entries = Object.entries(index).flatMap(([name, values]) => {
    return [values].flat().map((value) => entryOf({ index: name, value }));
  });
  return [anyEntry, ...new Set(entries)];
}

/** Plain indexes, which every server has; made once for a generation. */
export async function indexDocs(docs: Collection<DocRecord>): Promise<void> {
  await docs.createIndex({ tenant: 1, at: 1, key: 1 });
  await docs.createIndex({ died: 1 }, { sparse: true });
}

export async function indexParked({ parked, parkedFacts }: ViewCollections): Promise<void> {
  await parked.createIndex({ view: 1 });
  await parkedFacts.createIndex({ parked: 1, position: 1 });
}
