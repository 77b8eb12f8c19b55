import { describe, expect, it } from '@jest/globals';
import type { Position, Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import * as session from '../calibration-session/calibration-session.histories.ts';
import type { ReviewsFact } from '../facts.ts';
import * as review from '../review/review.histories.ts';
import { calibrationRow } from './calibration-row.ts';
import { calibrationSheet, proposalsOn, type CalibrationSheet } from './calibration-sheet.ts';

const million = 1_000_000;
const reviewId = session.adasReview;
type AnyFact = Extract<ReviewsFact, { readonly at: string }>;

function folded<Doc>(view: View<Doc, ReviewsFact>, key: string, ...facts: readonly AnyFact[]): Doc {
  let doc: Doc | undefined;
  for (const [revision, fact] of facts.entries()) {
    const recorded: Recorded<ReviewsFact> = {
      ...{ fact, id: `fact-${revision}`, tenant: 't', stream: 'reviews.one-t.x', revision },
      position: String(revision + 1).padStart(20, '0') as Position,
      ...{ recordedAt: 0, effectiveAt: fact.at, actor: { sub: 'x', via: 'http' } },
      ...{ commandId: 'c', correlationId: 'c', causationId: 'c' },
    };
    if (view.keys(recorded).includes(key)) doc = view.fold(doc, recorded, key);
  }
  if (doc === undefined) throw new Error('there is no document');
  return doc;
}

describe('the sheet of a session', () => {
  const sheetOf = (...facts: readonly AnyFact[]) =>
    folded(calibrationSheet, session.sessionId, session.convened, ...facts);

  it('tells who takes part, and is found by them, by its cycle and stage', () => {
    const sheet = sheetOf();
    expect(sheet).toMatchObject({
      ...{ title: { $said: 'fact-0', field: 'title' }, subjects: ['ada', 'bo', 'cy'] },
      ...{ stage: 'running' },
    });
    expect(calibrationSheet.index(sheet)).toEqual({
      ...{ person: ['hana', 'cy', 'mia'], cycle: session.cycleId, stage: 'running' },
    });
  });

  it('tells who came and went, and why', () => {
    const { membersAdded, excused, replaced, reviewsAdded } = session;
    const sheet = sheetOf(membersAdded, excused, replaced, reviewsAdded);
    expect(sheet).toMatchObject({
      ...{ moderator: 'mia', members: ['cy', 'noor'], subjects: ['ada', 'bo', 'cy', 'dan'] },
      changes: [
        { kind: 'members-added', members: ['noor'] },
        { kind: 'member-excused', member: 'mia', reason: { $said: 'fact-2', field: 'reason' } },
        { kind: 'moderator-replaced', from: 'hana', to: 'mia' },
        { kind: 'reviews-added', reviews: 1 },
      ],
    });
  });

  it('tells that a review is not in it, and whom it does not look at', () => {
    const sheet = sheetOf(session.leftOut);
    expect(sheet).toMatchObject({
      ...{ subjects: ['ada', 'cy'], revision: 1 },
      changes: [{ kind: 'review-left-out', cause: 'in-another-session' }],
    });
    expect(JSON.stringify(sheet.changes)).not.toMatch(/"bo"|reviewId/);
  });

  it('counts proposals, and holds nothing of what was said of anybody', () => {
    const { proposed, accepted, turnedDown, locked } = session;
    const all = (sheet: CalibrationSheet) => proposalsOn(sheet, () => true);
    expect(all(sheetOf())).toEqual({ open: 0, accepted: 0, rejected: 0 });
    expect(all(sheetOf(proposed))).toEqual({ open: 1, accepted: 0, rejected: 0 });
    const sheet = sheetOf(proposed, accepted, locked);
    expect(sheet).toMatchObject({ stage: 'locked', lockedAt: locked.at });
    expect(all(sheet)).toEqual({ open: 0, accepted: 1, rejected: 0 });
    expect(proposalsOn(sheet, (subject) => subject !== 'ada').accepted).toBe(0);
    expect(all(sheetOf(proposed, turnedDown))).toEqual({ open: 0, accepted: 0, rejected: 1 });
    expect(Object.keys(sheet.texts)).toEqual(['fact-0', 'fact-3']);
    expect(sheet.closing).toEqual({ $said: 'fact-3', field: 'note' });
  });
});

describe('the row of a review', () => {
  const { sessionId } = session;
  const of = <Fact extends object>(fact: Fact) => ({ ...fact, reviewId });
  const entered = { ...of(review.entered), sessionId };
  const calibrated = { ...of(review.calibrated), sessionId, to: rating(5) };
  const rated = [of(review.opened), of(review.reviewScored)] as const;
  const inSession = [...rated, session.convened, entered] as const;
  const proposed = { ...session.proposed, from: rating(4), to: rating(5) };
  const rowOf = (...facts: readonly AnyFact[]) => folded(calibrationRow, reviewId, ...facts);

  function rating(value: number): number {
    return value * million;
  }

  it('is there before its session, and knows what the review rests on', () => {
    const row = rowOf(of(review.opened));
    expect(row).toMatchObject({ evidence: { goals: 1 }, manager: 'mia', before: null });
    // In how many months there is feedback is not told: some of it is for others alone.
    const entries = review.opened.manifest.entries.flatMap((goal) => {
      return [goal, { ...goal, source: 'feedback', stream: 'feedback.note 2026-03' }];
    });
    const manifest = { ...review.opened.manifest, entries };
    expect(rowOf(of({ ...review.opened, manifest })).evidence).toEqual({ goals: 1 });
    expect(rowOf(...rated)).toMatchObject({ before: rating(4), rating: rating(4), sessions: [] });
    expect(calibrationRow.index(rowOf(...inSession))).toEqual({
      ...{ session: [sessionId], cycle: review.opening.cycleId },
    });
  });

  it('takes what its manager left until it comes into a session, and never after', () => {
    const overridden = of(review.overridden);
    expect(rowOf(...rated, overridden).before).toBe(4_500_000);
    const anew = { ...of(review.reviewScored), act: 'anew', total: rating(3) };
    const beside = rowOf(...rated, overridden, anew);
    expect([beside.before, beside.rating, beside.score?.total]).toEqual([
      ...[4_500_000, 4_500_000, rating(3)],
    ]);
    const final = { ...of(review.finalised), rating: 4_500_000 };
    const reopened = rowOf(...rated, overridden, final, of(review.reopened), anew);
    expect(reopened.rating).toBe(rating(3));
    const later = rowOf(...inSession, overridden);
    expect([later.before, later.rating]).toEqual([rating(4), 4_500_000]);
    const moved = rowOf(...rated, of(review.reassigned), session.convened, entered);
    expect(moved.manager).toBe('mo');
    expect(rowOf(...inSession, of(review.reassigned)).manager).toBe('mia');
  });

  it('holds what was proposed with the note, and what was decided', () => {
    const row = rowOf(...inSession, proposed, session.accepted, calibrated);
    expect(row.proposals).toMatchObject([
      {
        ...{ from: rating(4), to: rating(5), by: 'cy', note: { $said: 'fact-4', field: 'note' } },
        decided: { accepted: true, by: 'hana', note: null },
      },
    ]);
    expect(row.decisions).toEqual([
      { stage: 'calibrated', sessionId, decidedBy: 'hana', to: rating(5) },
    ]);
    expect(row.entered).toEqual({ [sessionId]: { rating: rating(4), decisions: 0 } });
    expect(row.rating).toBe(rating(5));
    expect(rowOf(...inSession, proposed, session.turnedDown).decisions).toEqual([]);
  });

  it('tells what was set after it was reopened as an appeal', () => {
    const done = [...inSession, proposed, session.accepted, calibrated] as const;
    const final = { ...of(review.finalised), rating: rating(5) };
    const first = rowOf(...done, final);
    expect([first.end, first.decisions.at(-1)]).toEqual([
      ...['finalised', { stage: 'final', to: rating(5) }],
    ]);
    const again = { ...of(review.finalised), rating: rating(3), revision: 2 };
    const second = rowOf(...done, final, of(review.reopened), again);
    expect(second.decisions.slice(-2)).toEqual([
      { stage: 'appealed', to: rating(3) },
      { stage: 'final', to: rating(3) },
    ]);
    const same = rowOf(...done, final, of(review.reopened), { ...again, rating: rating(5) });
    expect(same.decisions.slice(-2).map(({ stage }) => stage)).toEqual(['final', 'final']);
    expect(rowOf(...done, final, of(review.reopened))).toMatchObject({ end: null, reopened: 1 });
  });

  it('is on the board of each session that looks at it, and of none that it is not in', () => {
    const other = { ...session.leftOut, reviewId, subject: 'ada', sessionId: 'other' };
    const named = { ...session.convened, sessionId: 'other' };
    const both = [...rated, session.convened, named] as const;
    expect(rowOf(...both).sessions).toEqual([sessionId, 'other']);
    expect(rowOf(...both, entered, other).sessions).toEqual([sessionId]);
    // What came in stays, and what is added again is there again.
    expect(rowOf(...inSession, { ...other, sessionId }).sessions).toEqual([sessionId]);
    const again = {
      ...session.reviewsAdded,
      sessionId: 'other',
      reviews: [{ reviewId, subject: 'ada' }],
    };
    expect(rowOf(...both, entered, other, calibrated, again).sessions).toEqual([
      sessionId,
      'other',
    ]);
    expect(rowOf(...both, other, { ...entered, sessionId: 'other' }).sessions).toContain('other');
  });

  it('says that a review ended without a rating', () => {
    expect(rowOf(...inSession, of(review.withdrawn)).end).toBe('withdrawn');
    expect(rowOf(...rated, of(review.notRated)).end).toBe('not-rated');
  });
});
