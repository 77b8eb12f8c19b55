import type { CalibrationFigures, CalibrationRow, CalibrationSession } from '../api/types.ts';
import { numberText, shareText } from './figures.ts';
import type { NameOf } from './owners.ts';

export type ReasonCode = CalibrationRow['proposals'][number]['reasonCode'];

export const reasonTexts: Readonly<Record<ReasonCode, string>> = {
  'rater-severe': 'Its manager rates severely',
  'rater-lenient': 'Its manager rates leniently',
  'alike-elsewhere': 'Others did as much, and are rated otherwise',
  'evidence-overlooked': 'Evidence was overlooked',
  'evidence-overweighed': 'Evidence was given too much weight',
  'goals-harder-than-others': 'The goals were harder than those of others',
  'goals-easier-than-others': 'The goals were easier than those of others',
  circumstances: 'Circumstances that nobody could help',
  'scale-misread': 'The scale was read otherwise',
};

export const reasonOptions = (Object.keys(reasonTexts) as ReasonCode[]).map((value) => {
  return { value, label: reasonTexts[value] };
});

/** Of an override the code may be another one: then it is shown as it is. */
export function reasonText(code: string): string {
  return Object.hasOwn(reasonTexts, code) ? reasonTexts[code as ReasonCode] : code;
}

export const stepTexts: Readonly<
  Record<NonNullable<CalibrationFigures['waterfall']>[number]['stage'], string>
> = {
  manager: 'As managers left it',
  calibrated: 'Calibrated',
  appealed: 'Changed when it was reopened',
  final: 'Changed when it was finalised',
};

export const hiddenTexts: Readonly<Record<string, string>> = {
  'below-threshold': 'too few people',
  complementary: 'it would give a small group away',
  overlap: 'it would give a small group away',
  'across-releases': 'it would give a small group away',
};

/** A rating on its scale, of its millionths; what is not there is said in words. */
export function ratingText(micro: number | null, locale?: string): string {
  return micro === null ? 'not rated' : numberText(Math.round(micro / 100) / 10_000, locale);
}

/** A mean of ratings, to two digits: more of them are of no meaning. */
export function meanText(micro: number | null, locale?: string): string {
  return micro === null ? 'not rated' : numberText(Math.round(micro / 10_000) / 100, locale);
}

export function meanShiftText(micro: number, locale?: string): string {
  return shiftText(Math.round(micro / 10_000) * 10_000, locale);
}

/** By how much, with its sign; a minus is a minus, and not a hyphen. */
export function shiftText(micro: number, locale?: string): string {
  const size = numberText(Math.round(Math.abs(micro) / 100) / 10_000, locale);
  if (micro === 0) return '0';
  return `${micro > 0 ? '+' : '\u2212'}${size}`;
}

/** What a rating rests on, part by part; a part that is missing is said to be. */
export function partsText({ score }: CalibrationRow, locale?: string): string {
  if (score === null) return 'no score';
  const told = score.parts
    .filter(({ weight }) => weight !== null || score.parts.length === 1)
    .map(({ part, share }) => {
      return `${part} ${share === null ? 'missing' : shareText(share / 1_000_000, locale)}`;
    });
  return told.length === 0 ? 'no parts' : told.join(', ');
}

/** How much is pinned for a review: records of each source. */
export function evidenceText({ evidence }: CalibrationRow): string {
  if (evidence.length === 0) return 'nothing pinned';
  return evidence.map(({ source, streams }) => `${streams} in ${source}`).join(', ');
}

export function changeText(change: CalibrationSession['changes'][number], nameOf: NameOf): string {
  const { members = [], member = '', from = '', to = '', reviews = 0 } = change;
  switch (change.kind) {
    case 'members-added':
      return `${members.map(nameOf).join(', ')} joined`;
    case 'member-excused':
      return `${nameOf(member)} takes part no more`;
    case 'moderator-replaced':
      return `${nameOf(to)} leads it instead of ${nameOf(from)}`;
    case 'reviews-added':
      return `${reviews} more ${reviews === 1 ? 'review' : 'reviews'}`;
    case 'review-left-out':
      return change.cause === 'in-another-session'
        ? '1 review is in another session'
        : '1 review cannot be compared any more';
  }
}

/** The rows of a board that are looked at, in the order that is asked for. */
export type BoardOrder = 'person' | 'manager' | 'rating' | 'change';
export type BoardShown = 'all' | 'proposed' | 'changed';

export interface BoardView {
  readonly shown: BoardShown;
  readonly order: BoardOrder;
  /** People are in the order of what they are called. */
  readonly nameOf: NameOf;
}

export function boardRows(
  rows: readonly CalibrationRow[],
  { shown, order, nameOf }: BoardView,
): readonly CalibrationRow[] {
  const isShown = (row: CalibrationRow) => {
    if (shown === 'proposed') return row.proposals.some(({ decided }) => decided === null);
    return shown === 'all' || changeOf(row) !== 0;
  };
  const byPerson = (one: CalibrationRow, other: CalibrationRow) =>
    nameOf(one.subject).localeCompare(nameOf(other.subject));
  const managerOf = ({ manager }: CalibrationRow) => (manager === null ? '' : nameOf(manager));
  const byOrder = {
    person: byPerson,
    manager: (one: CalibrationRow, other: CalibrationRow) =>
      managerOf(one).localeCompare(managerOf(other)),
    rating: (one: CalibrationRow, other: CalibrationRow) => (other.after ?? 0) - (one.after ?? 0),
    change: (one: CalibrationRow, other: CalibrationRow) => changeOf(other) - changeOf(one),
  }[order];
  return rows.filter(isShown).toSorted((one, other) => byOrder(one, other) || byPerson(one, other));
}

export function changeOf({ before, after }: CalibrationRow): number {
  return before === null || after === null ? 0 : after - before;
}
