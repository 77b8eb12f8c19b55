import type { Score, Survey, SurveyQuestion, SurveyResults } from '../api/types.ts';

export type QuestionResults = SurveyResults['questions'][number];

/** What is shown of a question, of all answers or of a group. */
export interface Figures {
  readonly n: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly favourable?: Score;
  readonly enps?: Score;
}

/** Undefined where it is hidden. */
export function figuresOf(shown: object): Figures | undefined {
  return 'n' in shown && 'counts' in shown ? (shown as Figures) : undefined;
}

export function scoreOf({ favourable, enps }: Figures): Score | undefined {
  return favourable ?? enps;
}

export interface CountLine {
  readonly value: string;
  readonly label: string | null;
  readonly count: number;
}

/** How often each value was given, those that nobody gave among them, in the order of the scale. */
export function countLines(
  { kind, options }: SurveyQuestion,
  { counts }: Figures,
): readonly CountLine[] {
  const of = (value: string, label: string | null = value) => {
    return { value, label, count: counts[value] ?? 0 };
  };
  if (kind === 'choice') return options.map(({ id, text }) => of(id, text ?? id));
  const [min, max] = kind === 'enps' ? [0, 10] : [1, 5];
  return Array.from({ length: max - min + 1 }, (_, index) => of(String(min + index)));
}

/** Why something is not shown. */
export function hiddenText(threshold: number): string {
  return `Hidden: of fewer than ${threshold} answers, or somebody else’s could be worked out from it.`;
}

export function questionOf(
  { questions }: Pick<Survey, 'questions'>,
  id: string,
): SurveyQuestion | undefined {
  return questions.find((one) => one.id === id);
}
