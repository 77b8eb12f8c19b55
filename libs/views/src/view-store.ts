import { Fault, type EpochMs, type Position } from '@plumbline/kernel';
import type { StoredFact } from '@plumbline/event-log';
import type { DocPage, FoundBy, PageRequest } from './reader.ts';

/**
 * Keeps the documents of views. A view is kept in generations: a rebuild fills a new one beside
 * the live one, which then takes its place.
 *
 * What a caller may rely on, of every adapter (`view-store.contract.ts` holds each one to it):
 * - `apply` is all or nothing for the pages it is given: documents, parked facts and checkpoint.
 *   (An engine without such transactions writes the checkpoint last, and the watermark of each
 *   document makes the repetition of a page change nothing.)
 * - A writer whose claim was taken over writes nothing more: `apply` throws `Fenced`.
 * - A document is written only over the one that it was folded from: its stored watermark must
 *   equal the one it was loaded with. Where it has the new watermark already, the page was applied
 *   before and nothing changes. Anything else throws `Stale`, as does a page that ends before the
 *   checkpoint: the writer reads checkpoint and documents again, and folds from there.
 * - What was written is there at the next read; tenants are apart in every key.
 */
export interface ViewStore {
  /** Takes over the writing of a generation, and makes it when it is not there. */
  claim(generation: Generation): Promise<Claim>;
  load(
    generation: Generation,
    keys: readonly DocKey[],
  ): Promise<readonly (StoredDoc | undefined)[]>;
  apply(pages: readonly AppliedPage[]): Promise<void>;
  /** Where the writer has got to; undefined for a generation that does not exist. */
  checkpoint(generation: Generation): Promise<Position | null | undefined>;
  get(generation: Generation, tenant: string, key: string): Promise<string | undefined>;
  /** Bodies in the order of their keys. */
  find(
    generation: Generation,
    tenant: string,
    by: FoundBy,
    page: PageRequest,
  ): Promise<DocPage<string>>;
  /** Every document of every tenant, in the order of tenant and key: for comparing generations. */
  scan(generation: Generation, after: DocKey | null, limit: number): Promise<readonly ScannedDoc[]>;
  /** How many documents of all tenants there are. */
  count(generation: Generation): Promise<number>;
  generations(view: string): Promise<readonly Generation[]>;
  live(view: string): Promise<Generation | undefined>;
  /** Makes a generation the one that is read. */
  promote(generation: Generation): Promise<void>;
  drop(generation: Generation): Promise<void>;
  parked(filter?: { readonly view?: string; readonly id?: string }): Promise<readonly Parked[]>;
  close(): Promise<void>;
}

/** What answering takes of a view store. */
export type ReadableViews = Pick<ViewStore, 'live' | 'checkpoint' | 'get' | 'find'>;

export interface Generation {
  readonly view: string;
  readonly version: number;
  /** From 1; each rebuild of a version adds one. */
  readonly build: number;
}

export interface Claim {
  readonly generation: Generation;
  /** Rises with every claim; only the newest may write. */
  readonly fence: number;
  readonly checkpoint: Position | null;
}

export interface DocKey {
  readonly tenant: string;
  readonly key: string;
}

/** How far each source has been folded into a document. One source here: the log. */
export type Watermark = Readonly<Record<string, Position>>;

export interface StoredDoc {
  /** Null: it is gone, and only how far it was folded is still known. */
  readonly body: string | null;
  readonly watermark: Watermark;
}

export interface ScannedDoc extends DocKey {
  readonly body: string;
}

export interface AppliedPage {
  readonly claim: Claim;
  readonly docs: readonly ChangedDoc[];
  /** Null: it has come to no place yet from which it could go on. */
  readonly checkpoint: Position | null;
  /** Facts that are put aside, after those that are parked under the same id already. */
  readonly park?: readonly NewlyParked[];
  /** Parked entries that are settled, and go with this page. */
  readonly settle?: readonly string[];
}

export interface ChangedDoc extends DocKey {
  /** Null: the document is gone. */
  readonly body: string | null;
  readonly index: Readonly<Record<string, string | readonly string[]>>;
  /** False: the index values are those that it was loaded with. */
  readonly reindex: boolean;
  readonly watermark: Watermark;
  /** The watermark it had when it was loaded; undefined when there was no document. */
  readonly loaded: Watermark | undefined;
}

export interface NewlyParked {
  readonly id: string;
  readonly view: string;
  readonly tenant: string;
  /** The document, or the stream when a fact cannot even be read. */
  readonly key: string;
  readonly reason: string;
  readonly at: EpochMs;
  readonly attempts: number;
  readonly facts: readonly StoredFact[];
}

/** Facts put aside, the one that could not be taken and all that came after it for its key. */
export type Parked = NewlyParked;

/** Another process has taken over; this one must stop writing. */
export class Fenced extends Fault {
  readonly code = 'views/fenced';
  readonly retriable = false;
}

/** What is stored is not what was loaded, or is further on: load again, and fold from there. */
export class Stale extends Fault {
  readonly code = 'views/stale';
  readonly retriable = true;
}

/** The server of the views cannot be reached now; whether a page was written is not known. */
export class ViewsUnavailable extends Fault {
  readonly code = 'views/unavailable';
  readonly retriable = true;
}

/** A watermark as a text that is equal when it is. */
export function watermarkText(watermark: Watermark): string {
  const sources = Object.keys(watermark);
  // Most have one source, which needs no order: written twice for each document of a page.
  if (sources.length < 2) return JSON.stringify(watermark);
  return JSON.stringify(watermark, sources.toSorted());
}

export function nameOf({ view, version, build }: Generation): string {
  return `${view}@${version}.${build}`;
}
