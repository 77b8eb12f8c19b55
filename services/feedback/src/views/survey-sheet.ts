import type { Day, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { FeedbackFact } from '../facts.ts';
import { launchOf, participantsOf, type Launch, type SurveyFact } from '../survey/survey.ts';

/** One survey: what it promised and asks, and how many took part. Nobody is named in it. */
export interface SurveySheet extends Quoting {
  readonly surveyId: string;
  readonly owner: string;
  readonly stage: 'launched' | 'closed';
  readonly launchedAt: Instant;
  readonly closedOn: Day | null;
  readonly launch: Launch;
  /** The threshold of the launch, by which its groups were made. */
  readonly groupThreshold: number;
  /** By the names of text fields, as in `question.<id>.<language>`. */
  readonly words: Readonly<Record<string, Said>>;
  /** By the end of the last day that was counted: nobody sees who takes part just now. */
  readonly participants: number;
  readonly revision: number;
}

export const surveySheet: View<SurveySheet, FeedbackFact> = {
  name: 'survey-sheet',
  version: 3,
  context: 'feedback',
  keys: ({ fact }) => (isOfSheet(fact) ? [fact.surveyId] : []),
  fold: (sheet, recorded) => {
    return isOfSheet(recorded.fact) ? foldSurvey(sheet, recorded as Recorded<SurveyFact>) : sheet;
  },
  index: ({ stage, launch }) => ({ stage, kind: launch.kind }),
};

const types: ReadonlySet<string> = new Set<SurveyFact['type']>([
  'SurveyLaunched',
  'ThresholdRaised',
  'SurveyClosed',
  'ParticipationCounted',
]);

function isOfSheet(fact: FeedbackFact): fact is SurveyFact {
  return types.has(fact.type);
}

function foldSurvey(
  sheet: SurveySheet | undefined,
  { fact, id, revision }: Recorded<SurveyFact>,
): SurveySheet | undefined {
  if (fact.type === 'SurveyLaunched') return launched(fact, id, revision);
  if (sheet === undefined) return undefined;
  switch (fact.type) {
    case 'ParticipationCounted':
      return { ...sheet, participants: participantsOf(fact), revision };
    case 'ThresholdRaised':
      return { ...sheet, launch: { ...sheet.launch, ...fact.to }, revision };
    case 'SurveyClosed':
      return { ...sheet, stage: 'closed', closedOn: fact.on, revision };
  }
}

function launched(
  fact: SurveyFact & { type: 'SurveyLaunched' },
  id: string,
  revision: number,
): SurveySheet {
  const { surveyId, owner, at: launchedAt, text } = fact;
  const names = 'has' in text ? text.has : Object.keys(text.fields);
  const words = names.flatMap((name) => {
    const said = quote(id, text, name);
    return said === null ? [] : [[name, said] as const];
  });
  return {
    ...{ surveyId, owner, launchedAt, stage: 'launched', closedOn: null, launch: launchOf(fact) },
    groupThreshold: fact.threshold,
    ...{ words: Object.fromEntries(words), participants: 0, revision },
    texts: withText({}, id, text),
  };
}

/** The text of something in a language, or in the default one where that has none. */
export function wordIn(
  { words, launch }: Pick<SurveySheet, 'words' | 'launch'>,
  name: string,
  language: string,
): Said | null {
  return words[`${name}.${language}`] ?? words[`${name}.${launch.defaultLanguage}`] ?? null;
}
