import { Inject, Injectable } from '@nestjs/common';
import { NotFound, type Instant, type Position } from '@plumbline/kernel';
import { reviewStream } from './cycles.facts.ts';
import { evidenceFor, type EvidenceOfReview } from './evidence.ts';
import { noteReaderOf } from './evidence.sight.ts';
import { renderedReview, type RenderedReview } from './rendered.model.ts';
import { reviewsPorts, type ReviewsPorts } from './reviews.ports.ts';
import { heardFields, listenerOf, toldStory, type Listener, type StateAt } from './story.ts';
import { hearerOf, toldRevisions } from './views/review-revision.ts';
import { differences, reviewRecord, standing } from './views/review-record.ts';
import type { Change, RecordItem, ReviewRecord } from './views/review-record.ts';
import type { ReviewSheet } from './views/review-sheet.ts';
import { shownTo, type Eye } from './views/review-shown.ts';
import { versionKey } from './views/rule-pack-sheet.ts';
import { templateVersion, type TemplateVersionSheet } from './views/template-sheet.ts';
import type { Texts } from '@plumbline/views';

/** A review as somebody sees it at a point, with the record that it comes from. */
export interface Replayed {
  readonly tenant: string;
  readonly me: string;
  readonly eyes: readonly Eye[];
  readonly sheet: ReviewSheet;
  readonly record: ReviewRecord;
  readonly position: Position | null;
}

/** What of the times a caller names: a point of the log, or a revision of the review. */
type Point = { readonly asOf: Instant | Position } | { readonly revision: number };

/** A point as it is written: a revision is a short number, and no position is. */
const revisionPattern = /^[1-9]\d{0,3}$/;

export function pointIn(text: string): Point {
  return revisionPattern.test(text) ? { revision: Number(text) } : { asOf: text };
}

/** Replays one review from its own stream, and from what was pinned for it. */
@Injectable()
export class Replay {
  constructor(@Inject(reviewsPorts) private readonly ports: ReviewsPorts) {}

  async record(
    tenant: string,
    reviewId: string,
    times: { readonly asOf?: Instant | Position; readonly effectiveAt?: Instant },
  ): Promise<{ readonly record: ReviewRecord; readonly position: Position | null }> {
    const streams = [reviewStream(tenant, reviewId)];
    const { doc, position } = await this.ports.views.fold(reviewRecord, reviewId, streams, times);
    if (doc === undefined) throw new NotFound('There is no such review at this point.');
    return { record: doc, position };
  }

  /** Where a revision of a review ended, or has got to. */
  async positionOf(tenant: string, reviewId: string, point: Point): Promise<Instant | Position> {
    if ('asOf' in point) return point.asOf;
    const { record } = await this.record(tenant, reviewId, {});
    let revision = 1;
    let last: Position | undefined;
    for (const { type, position } of record.items) {
      if (type === 'ReviewReopened') revision += 1;
      if (revision === point.revision) last = position;
    }
    if (last === undefined) throw new NotFound('The review has no such revision.');
    return last;
  }

  evidence({ tenant, sheet, position }: Replayed): Promise<EvidenceOfReview> {
    return evidenceFor(this.ports, tenant, sheet.review, position);
  }

  /** The review as it may be seen, with every text that it quotes still sealed. */
  async rendered(
    replayed: Replayed,
    language: string | undefined,
  ): Promise<{ readonly review: RenderedReview; readonly texts: Texts }> {
    const { tenant, me, eyes, sheet, record } = replayed;
    const { reviewId, template: pinned } = sheet.review;
    const template = await this.#template(tenant, versionKey(pinned.id, pinned.version));
    const review = renderedReview({
      ...{ tenant, stream: reviewStream(tenant, reviewId), sheet, template, language },
      ...{ shown: shownTo(sheet, eyes, me), items: record.items },
      notes: noteReaderOf(eyes, sheet.review, me),
      ...{ newest: newestTold(replayed), revisions: revisionsTold(replayed) },
      evidence: await this.evidence(replayed),
    });
    return { review, texts: { ...template?.texts, ...record.texts } };
  }

  /** What differs between two points, as far as it is for who asks. */
  async difference(
    from: Replayed,
    to: Replayed,
    listener: Listener,
  ): Promise<readonly Omit<Change, 'of'>[]> {
    const [before, after] = [await this.#heard(listener, from), await this.#heard(listener, to)];
    return differences(before, after)
      .map(({ field, before: was, after: is }) => ({ field, before: was, after: is }))
      .toSorted((a, b) => (a.field < b.field ? -1 : 1));
  }

  async #heard(listener: Listener, { tenant, record }: Replayed) {
    const shared = sharedIn(record.items, listener);
    if (shared === undefined || record.review.stage === 'none') {
      return heardFields(listener, stateOf(record));
    }
    const { reviewId } = record.review;
    const then = await this.record(tenant, reviewId, { asOf: shared.position });
    return heardFields(listener, stateOf(record), stateOf(then.record));
  }

  async #template(tenant: string, key: string): Promise<TemplateVersionSheet | undefined> {
    const reader = await this.ports.views.of(templateVersion, tenant, {});
    return reader.get(key);
  }
}

/**
 * Up to where somebody has read a review: the newest that is told to them, by the review as it was
 * then. That an unnamed reviewer has written moves it for nobody, whenever it was.
 */
function newestTold({ eyes, me, record: { review, items } }: Replayed): RecordItem | undefined {
  if (review.stage === 'none') return undefined;
  const told = toldStory(items, listenerOf(eyes, me, review, items)).at(-1);
  return items.find(({ factId }) => factId === told?.factId) ?? items[0];
}

/** The revisions of its facts, as they are told to somebody. */
export function revisionsTold(replayed: Replayed): ReadonlyMap<string, number> {
  const { me, eyes, sheet, record } = replayed;
  return toldRevisions(record.items, hearerOf(eyes, me), sheet.review.peers.mode);
}

function sharedIn(items: readonly RecordItem[], { sharedUpTo }: Listener): RecordItem | undefined {
  return items.findLast(({ type, revision }) => {
    return type === 'ReviewShared' && revision <= (sharedUpTo ?? -1);
  });
}

function stateOf(record: ReviewRecord): StateAt {
  return { fields: standing(record), revision: record.items.at(-1)?.revision ?? 0 };
}
