import { describe, expect, it } from '@jest/globals';
import type { Position, Recorded } from '@plumbline/kernel';
import fc from 'fast-check';
import type { ReviewsFact } from '../facts.ts';
import * as the from '../review/review.histories.ts';
import type { ReviewFact } from '../review/review.ts';
import { reviewRecord, type ReviewRecord } from './review-record.ts';
import { hearerOf, toldRevision, toldRevisions, type Hearer } from './review-revision.ts';
import { reviewSheet, type ReviewSheet } from './review-sheet.ts';

/** A life from the first to the last, of which any beginning is one as well. */
const life: readonly ReviewFact[] = [
  ...[the.opened, the.invited, the.selfSubmitted, the.peerSubmitted, the.managerSubmitted],
  ...[the.reviewScored, the.entered, the.calibrated, the.overridden, the.finalised, the.shared],
  ...[the.disputed, the.resolved, the.reopened, the.reviewScored, the.finalised, the.shared],
];

function recordedOf(fact: ReviewFact, revision: number): Recorded<ReviewsFact> {
  const position = String(revision) as Position;
  return {
    ...{ fact, id: `fact-${revision}`, tenant: 'acme', stream: 's', revision, position },
    ...{ recordedAt: Date.parse(fact.at), effectiveAt: fact.at, actor: { sub: 'x', via: 'http' } },
    ...{ commandId: fact.act, correlationId: fact.act, causationId: fact.act },
  };
}

function folded(facts: readonly ReviewFact[]) {
  let sheet: ReviewSheet | undefined;
  let record: ReviewRecord | undefined;
  for (const [revision, fact] of facts.entries()) {
    sheet = reviewSheet.fold(sheet, recordedOf(fact, revision), the.reviewId);
    record = reviewRecord.fold(record, recordedOf(fact, revision), the.reviewId);
  }
  if (sheet === undefined || record === undefined) throw new Error('It was opened.');
  return { sheet, items: record.items };
}

const subject = hearerOf(['subject'], the.ada);
const manager = hearerOf(['manager', 'writer'], the.mia);
const peer = hearerOf(['writer'], 'cy');
const toldAt = (count: number, hearer: Hearer) =>
  toldRevision(folded(life.slice(0, count)).sheet.told, hearer);
const upTo = (last: ReviewFact) => life.indexOf(last) + 1;

describe('the revision of a review, as it is told', () => {
  it('is that of the newest fact that one is told of, for everybody at any time', () => {
    const modes = fc.constantFrom('named' as const, 'anonymous' as const);
    const hearers = fc.constantFrom(subject, manager, peer, hearerOf(['writer', 'scope'], 'cy'));
    const counts = fc.integer({ min: 1, max: life.length });
    fc.assert(
      fc.property(modes, hearers, counts, (mode, hearer, count) => {
        const facts = life.slice(1, count);
        const { sheet, items } = folded([{ ...the.opened, peers: { mode, min: 3 } }, ...facts]);
        const last = [...toldRevisions(items, hearer, mode).values()].at(-1);
        expect(toldRevision(sheet.told, hearer)).toBe(last);
      }),
    );
  });

  it('tells its subject by sharing alone how it came to its rating', () => {
    const before = toldAt(upTo(the.managerSubmitted), subject);
    for (const last of [the.entered, the.calibrated, the.overridden, the.finalised]) {
      expect(toldAt(upTo(last), subject)).toBe(before);
    }
    expect(toldAt(upTo(the.finalised), manager)).toBe(before + 5);
    expect(toldAt(upTo(the.shared), subject)).toBe(before + 6);
    // What was shared before stays told while another revision is decided.
    const reopened = toldAt(upTo(the.reopened), subject);
    expect(toldAt(life.length - 1, subject)).toBe(reopened);
    expect(toldAt(life.length, subject)).toBe(life.length - 2);
  });

  it('tells who only writes of their own part alone', () => {
    expect([toldAt(1, peer), toldAt(upTo(the.invited), peer)]).toEqual([0, 0]);
    const written = toldAt(upTo(the.peerSubmitted), peer);
    expect(written).toBe(1);
    expect(toldAt(life.length, peer)).toBe(written);
  });
});
