import { expect, test } from '@jest/globals';
import type { ReviewLine } from '../api/types.ts';
import { FormReader } from './form-reader.ts';
import {
  chosenOf,
  nothingTyped,
  readyByManager,
  sessionOf,
  sessionReviewsMax,
  withAll,
} from './session-draft.ts';

const review = (
  id: string,
  manager: string | null,
  stage: ReviewLine['stage'] = 'manager-submitted',
) => ({ id, subject: `s-${id}`, manager, stage });

const groups = readyByManager(
  [
    ...[review('r3', 'mo'), review('r1', 'mo'), review('r2', 'ann', 'calibrated')],
    ...[review('r4', 'mo', 'opened'), review('r5', 'mo', 'in-calibration')],
    ...[review('r6', 'mo', 'finalised'), review('r7', 'mo', null), review('me', 'mo')],
  ],
  's-me',
);

test('what can be compared is grouped by who measured it; nobody puts in an own review', () => {
  expect(groups.map(({ manager, reviews }) => [manager, ...reviews.map(({ id }) => id)])).toEqual([
    ['ann', 'r2'],
    ['mo', 'r1', 'r3'],
  ]);
  expect(readyByManager([], 's-me')).toEqual([]);
});

test('a group is taken in and out whole, and what is chosen has one order', () => {
  const [ann, mo] = groups;
  const all = withAll(withAll(new Set(), mo?.reviews ?? [], true), ann?.reviews ?? [], true);
  expect(chosenOf(groups, all).map(({ id }) => id)).toEqual(['r2', 'r1', 'r3']);
  const rest = withAll(all, mo?.reviews ?? [], false);
  expect(chosenOf(groups, rest).map(({ id }) => id)).toEqual(['r2']);
  expect(chosenOf(groups, new Set(['elsewhere']))).toEqual([]);
});

test('who leads it is left out where nobody was named', () => {
  const typed = { ...nothingTyped, title: ' Desk ', members: ['hr'], chosen: new Set(['r1']) };
  const form = new FormReader();
  const at = { cycleId: 'c1', groups };
  const body = { cycleId: 'c1', title: 'Desk', members: ['hr'], reviews: ['r1'] };
  expect(sessionOf(form, typed, at)).toEqual(body);
  expect(sessionOf(form, { ...typed, moderator: 'mo ' }, at)).toEqual({ ...body, moderator: 'mo' });
  expect(form.problems).toEqual([]);
});

test('a session of nothing, or of more than can be looked at, is said at its field', () => {
  const none = new FormReader();
  sessionOf(none, nothingTyped, { cycleId: 'c1', groups });
  expect(none.problems.map(({ field }) => field)).toEqual(['/reviews', '/title']);
  const problemsOf = (count: number) => {
    const many = readyByManager(
      Array.from({ length: count }, (_, at) => review(`r${at}`, 'mo')),
      'me',
    );
    const chosen = withAll(
      new Set(),
      many.flatMap(({ reviews }) => reviews),
      true,
    );
    const form = new FormReader();
    sessionOf(form, { ...nothingTyped, title: 'All', chosen }, { cycleId: 'c1', groups: many });
    return form.problems;
  };
  expect(problemsOf(sessionReviewsMax)).toEqual([]);
  expect(problemsOf(sessionReviewsMax + 1)).toMatchObject([{ field: '/reviews' }]);
});
