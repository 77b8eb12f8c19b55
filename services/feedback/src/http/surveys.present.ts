import type { TextRef } from '@plumbline/kernel';
import { shownCountMin } from '@plumbline/statistics';
import { withRefs } from '@plumbline/views';
import type { Segments } from '../survey/answer.ts';
import type { Launch, Question } from '../survey/survey.ts';
import type { PublicTicketKey } from '../surveys.tickets.ts';
import { wordIn, type SurveySheet } from '../views/survey-sheet.ts';

/** A survey as it is shown: its questions in a language, still sealed. */
export function surveySummary(sheet: SurveySheet, lang: string | undefined) {
  const { surveyId: id, owner, stage, launchedAt, closedOn, launch } = sheet;
  const { kind, mode, threshold, commentThreshold, opens, closes, languages } = launch;
  const language = languageIn(launch, lang);
  return {
    ...{ id, owner, kind, mode, stage, launchedAt, closedOn, opens, closes },
    ...{ threshold, commentThreshold, languages, language },
    participants: participantsShown(sheet),
    title: wordOf(sheet, 'title', language),
    audience: launch.audience.kind,
  };
}

/** Of few it is not told how many they are: whoever knows some of them would know of the others. */
function participantsShown({ participants }: SurveySheet): number | null {
  return participants > 0 && participants < shownCountMin ? null : participants;
}

/** The language that is asked for, or another one of its family; else that of the survey. */
function languageIn(
  { languages, defaultLanguage }: Pick<Launch, 'languages' | 'defaultLanguage'>,
  lang: string = defaultLanguage,
): string {
  const familyOf = (one: string) => one.split('-')[0];
  const near = languages.find((one) => familyOf(one) === familyOf(lang));
  return languages.includes(lang) ? lang : (near ?? defaultLanguage);
}

/** What the caller is told besides the survey itself. */
export interface Telling {
  readonly keys: readonly PublicTicketKey[];
  /** Of the caller; null for who is not asked. */
  readonly segments: Segments | null;
  /** How many are asked; null where nobody is known. */
  readonly invited: number | null;
  /** Whether the caller sees who is asked, by name and by unit. */
  readonly seesAsked: boolean;
}

export function surveyDetail(sheet: SurveySheet, lang: string | undefined, telling: Telling) {
  const summary = surveySummary(sheet, lang);
  const { questions, segments, orgAsOf, audience, ticketKeys, defaultLanguage } = sheet.launch;
  const { keys, invited, seesAsked } = telling;
  return {
    ...{ ...summary, defaultLanguage, orgAsOf },
    audience: { ...(seesAsked ? audience : { kind: audience.kind }), invited },
    segments: segments.map(({ id, values }) => ({ id, values })),
    questions: questions.map((one) => questionIn(sheet, one, summary.language)),
    tickets: {
      digest: ticketKeys ?? null,
      keys: audience.kind === 'people' ? keys : [],
      segments: telling.segments,
    },
    revision: sheet.revision,
  };
}

export function questionIn(sheet: SurveySheet, question: Question, language: string) {
  const { id, kind, required } = question;
  const options = question.kind === 'choice' ? question.options : [];
  return {
    ...{ id, kind, required },
    text: wordOf(sheet, `question.${id}`, language),
    options: options.map((option) => ({
      id: option,
      text: wordOf(sheet, `option.${id}.${option}`, language),
    })),
  };
}

function wordOf(sheet: SurveySheet, name: string, language: string): TextRef | null {
  return withRefs(wordIn(sheet, name, language), sheet.texts) as TextRef | null;
}
