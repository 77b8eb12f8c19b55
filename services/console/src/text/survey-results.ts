import type { Survey, SurveyFigure, SurveyIndex, SurveyQuestion } from '../api/types.ts';
import { suppressedText } from './releases.ts';
import { participationText } from './surveys.ts';

/** Of all answers, whichever unit they are of. */
export function wholeOf<One extends Pick<SurveyFigure, 'of'>>(
  figures: readonly One[],
): One | undefined {
  return figures.find(({ of }) => Object.keys(of).length === 0);
}

/** Of units. Of one alone there is nothing to compare. */
export function groupsOf<One extends Pick<SurveyFigure, 'of'>>(
  figures: readonly One[],
): readonly One[] {
  const groups = figures.filter(({ of }) => Object.keys(of).length > 0);
  return groups.length < 2 ? [] : groups;
}

export interface CountLine {
  readonly value: string;
  readonly label: string | null;
  readonly count: number;
}

/** How often each value was given, in the order of the scale; none where that is not told. */
export function countLines(
  { kind, options }: SurveyQuestion,
  { counts }: Pick<SurveyFigure, 'counts'>,
): readonly CountLine[] {
  if (counts === null) return [];
  const of = (value: string, label: string | null = value): CountLine => {
    const found = counts.find(({ score, option }) => (option ?? String(score)) === value);
    return { value, label, count: found?.count ?? 0 };
  };
  if (kind === 'choice') return options.map(({ id, text }) => of(id, text ?? id));
  const [min, max] = kind === 'enps' ? [0, 10] : [1, 5];
  return Array.from({ length: max - min + 1 }, (_, index) => of(String(min + index)));
}

/** Why something is not shown. */
export function withheldText(
  suppressed: SurveyFigure['suppressed'] | SurveyIndex['suppressed'],
  threshold: number,
): string {
  if (suppressed === 'too-few-for-an-index') return 'Hidden: an index is of 30 people or more.';
  return `Hidden: ${suppressedText(suppressed ?? 'below-threshold', threshold)}.`;
}

/** How many of those who were asked. */
export function tookPartText({ value, n }: Pick<SurveyFigure, 'value' | 'n'>): string {
  if (value === null || n === null) return 'How many take part is hidden';
  return participationText(Math.round(value * n), n);
}

export function questionOf(
  { questions }: Pick<Survey, 'questions'>,
  id: string,
): SurveyQuestion | undefined {
  return questions.find((one) => one.id === id);
}
