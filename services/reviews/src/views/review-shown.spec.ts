import { describe, expect, it } from '@jest/globals';
import type { Position, Recorded } from '@plumbline/kernel';
import * as example from '../review/review.histories.ts';
import type { ReviewFact } from '../review/review.ts';
import { reviewSheet, type ReviewSheet } from './review-sheet.ts';
import { shownTo, type Eye } from './review-shown.ts';

const { opened, invited, peerSubmitted, managerSubmitted, selfSubmitted } = example;
const { reviewScored, finalised, shared, reopened, lapsed } = example;

function sheetAfter(...facts: readonly ReviewFact[]): ReviewSheet {
  let sheet: ReviewSheet | undefined;
  for (const [revision, fact] of facts.entries()) {
    const id = `fact-${revision}`;
    const place = { revision, position: String(revision) as Position, recordedAt: revision };
    const by = 'by' in fact ? fact.by : 'policy';
    const recorded: Recorded<ReviewFact> = {
      ...{ fact, id, tenant: 'acme', stream: 's', effectiveAt: fact.at, ...place },
      ...{ actor: { sub: by, via: 'http' }, commandId: fact.act },
      ...{ correlationId: fact.act, causationId: fact.act },
    };
    sheet = reviewSheet.fold(sheet, recorded, fact.reviewId);
  }
  if (sheet === undefined) throw new Error('It was opened.');
  return sheet;
}
const asks = (role: 'peer' | 'upward', ...people: readonly string[]): ReviewFact[] =>
  people.map((reviewer) => ({ ...invited, act: `ask-${reviewer}`, role, reviewer }));
const gives = (role: 'peer' | 'upward', ...people: readonly string[]): ReviewFact[] =>
  people.map((by) => ({ ...peerSubmitted, act: `by-${by}`, role, by }));
const rolesSeen = (sheet: ReviewSheet, eyes: readonly Eye[], me: string) =>
  shownTo(sheet, eyes, me).sections.map(({ role, author }) => [role, author]);

describe('the sheet of a review', () => {
  it('is found by what is asked, and by nothing else', () => {
    const { cycleId: cycle } = opened;
    const found = { subject: 'ada', cycle, manager: 'mia' };
    expect(reviewSheet.index(sheetAfter(opened, ...asks('peer', 'bo')))).toEqual({
      ...{ ...found, owing: ['bo', 'mia', 'ada'], pending: ['manager', 'invitation'] },
      ...{ unsettled: cycle, finalised: [] },
    });
    const ended = sheetAfter(opened, selfSubmitted, managerSubmitted, reviewScored, finalised);
    expect(reviewSheet.index(ended)).toEqual({
      ...{ ...found, owing: [], pending: [], unsettled: [], finalised: cycle },
    });
  });

  it('does not grow with commands: it repeats none of them', () => {
    expect(sheetAfter(opened, selfSubmitted, managerSubmitted).review.acts).toEqual({});
  });
});

describe('what unnamed reviewers gave', () => {
  const some = (peers: readonly string[], below: readonly string[]) =>
    sheetAfter(
      ...[opened, ...asks('peer', ...peers), ...asks('upward', ...below)],
      ...[...gives('peer', ...peers), ...gives('upward', ...below), managerSubmitted],
    );
  const seen = (sheet: ReviewSheet) => rolesSeen(sheet, ['manager'], 'mia');
  const own = ['manager', 'mia'];

  it('is shown of enough, by none of their names', () => {
    expect(seen(some(['a', 'b', 'c'], []))).toEqual([own, ...Array(3).fill(['peer', null])]);
    const two = some(['a', 'b'], []);
    expect(seen(two)).toEqual([own]);
    expect(shownTo(two, ['manager'], 'mia').withheld).toEqual([{ role: 'peer', why: 'too-few' }]);
  });

  it('goes together where each group is too small, and is hidden where both are still', () => {
    expect(seen(some(['a', 'b'], ['c']))).toEqual([own, ...Array(3).fill(['other', null])]);
    expect(seen(some(['a'], ['c']))).toEqual([own]);
    // One beside a group of enough would be known by being the rest.
    expect(seen(some(['a', 'b', 'c'], ['d']))).toEqual([own, ...Array(3).fill(['peer', null])]);
  });

  it('is not shown one by one: not before all are in, and the manager has written', () => {
    const three = ['a', 'b', 'c'];
    const open = sheetAfter(
      ...[opened, ...asks('peer', ...three, 'd'), ...gives('peer', ...three), managerSubmitted],
    );
    expect(seen(open)).toEqual([own]);
    expect(shownTo(open, ['scope'], 'eve').withheld).toEqual([{ role: 'peer', why: 'not-all-in' }]);
    const before = sheetAfter(opened, ...asks('peer', ...three), ...gives('peer', ...three));
    expect(rolesSeen(before, ['scope'], 'eve')).toEqual([]);
    const over = sheetAfter(
      ...[opened, ...asks('peer', ...three, 'd'), ...gives('peer', ...three), managerSubmitted],
      { ...lapsed, reviewer: 'd' },
    );
    expect(seen(over)).toHaveLength(4);
  });

  it('says neither when it came, nor to what it refers', () => {
    const shown = shownTo(some(['a', 'b', 'c'], []), ['scope'], 'eve');
    for (const { role, at, by, evidence } of shown.sections) {
      if (role === 'peer') expect([at, by, evidence]).toEqual([null, null, []]);
    }
    expect(shown.invitations.map(({ stage }) => stage)).toEqual([null, null, null]);
  });

  it('is of people whom calibrators are not told, where they are told no names', () => {
    const invited = (sheet: ReviewSheet, ...eyes: readonly Eye[]) =>
      shownTo(sheet, eyes, 'cal').invitations.map(({ reviewer }) => reviewer);
    const unnamed = some(['a', 'b', 'c'], []);
    expect(invited(unnamed, 'calibrator')).toEqual([]);
    expect(invited(unnamed, 'calibrator', 'scope')).toEqual(['a', 'b', 'c']);
    expect(invited(some(['a', 'b', 'cal'], []), 'writer', 'calibrator')).toEqual(['cal']);
    const byName = { ...opened, peers: { mode: 'named' as const, min: 1 } };
    expect(
      invited(sheetAfter(byName, ...asks('peer', 'a'), managerSubmitted), 'calibrator'),
    ).toEqual(['a']);
  });

  it('is by name where that was said, but to auditors', () => {
    const byName = { ...opened, peers: { mode: 'named' as const, min: 1 } };
    const sheet = sheetAfter(byName, ...asks('peer', 'a'), ...gives('peer', 'a'), managerSubmitted);
    expect(seen(sheet)).toContainEqual(['peer', 'a']);
    expect(rolesSeen(sheet, ['auditor'], 'aud')).toContainEqual(['peer', null]);
    expect(shownTo(sheet, ['auditor'], 'aud').invitations).toEqual([]);
  });
});

describe('the subject', () => {
  const life = [opened, selfSubmitted, managerSubmitted, reviewScored, finalised] as const;

  it('reads the own section, and the rest once it is shared', () => {
    expect(rolesSeen(sheetAfter(...life), ['subject'], 'ada')).toEqual([['self', 'ada']]);
    expect(shownTo(sheetAfter(...life), ['subject'], 'ada').result).toBeNull();
    const told = sheetAfter(...life, shared);
    expect(rolesSeen(told, ['subject'], 'ada')).toEqual([
      ['self', 'ada'],
      ['manager', 'mia'],
    ]);
    expect(shownTo(told, ['subject'], 'ada').result?.rating).toBe(finalised.rating);
  });

  it.each([
    ['finalised', [finalised]],
    ['not-rated', [example.notRated]],
    ['in-calibration', [example.entered]],
  ])('is told that it is %s once that is shared, as others are at once', (stage, decided) => {
    const begun = [opened, selfSubmitted, managerSubmitted, reviewScored, ...decided];
    const stageFor = (eye: Eye, me: string, ...facts: readonly ReviewFact[]) =>
      shownTo(sheetAfter(...begun, ...facts), [eye], me).stage;
    expect(stageFor('subject', 'ada')).toBeNull();
    expect(stageFor('manager', 'mia')).toBe(stage);
    expect(stageFor('writer', 'cy')).toBeNull();
    if (stage === 'in-calibration') return;
    expect(stageFor('subject', 'ada', shared)).toBe(stage === 'finalised' ? 'shared' : stage);
    const again = [shared, reopened, { ...example.notRated, act: 'again', revision: 2 }];
    expect(stageFor('subject', 'ada', ...again)).toBeNull();
  });

  it('goes on reading what was shared while it is written anew, whatever roles they have', () => {
    const again = { ...managerSubmitted, act: 'again', ratings: [] };
    const sheet = sheetAfter(...life, shared, reopened, again);
    const eyes: readonly Eye[] = ['subject', 'scope', 'auditor'];
    const shown = shownTo(sheet, eyes, 'ada');
    expect(shown.sections.find(({ role }) => role === 'manager')?.ratings).toEqual(
      managerSubmitted.ratings,
    );
    expect(shown.result?.final).toMatchObject({ rating: finalised.rating });
    const manager = shownTo(sheet, ['manager'], 'mia').sections.find(({ role }) => {
      return role === 'manager';
    });
    expect(manager?.ratings).toEqual([]);
  });
});
