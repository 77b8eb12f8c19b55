import type { Survey, SurveyQuestion, SurveySummary } from '../api/types.ts';
import { shareText } from './figures.ts';
import { dayText } from './times.ts';

export const surveyKindTexts: Readonly<Record<SurveySummary['kind'], string>> = {
  pulse: 'Pulse',
  enps: 'eNPS',
  own: 'Own questions',
};

export const questionKindTexts: Readonly<Record<SurveyQuestion['kind'], string>> = {
  rating: 'Rating, 1 to 5',
  enps: 'Would recommend, 0 to 10',
  choice: 'One of several',
  comment: 'Comment',
};

type Dated = Pick<SurveySummary, 'stage' | 'opens' | 'closes' | 'closedOn'>;

/** Whether answers are taken on a day. */
export function isOpen({ stage, opens, closes }: Dated, today: string): boolean {
  return stage === 'launched' && opens <= today && today <= closes;
}

export function stageText(survey: Dated, today: string): string {
  const { stage, opens, closes, closedOn } = survey;
  if (stage === 'closed' || today > closes) return `closed on ${dayText(closedOn ?? closes)}`;
  return today < opens ? `opens on ${dayText(opens)}` : `open until ${dayText(closes)}`;
}

/** In words, as a share without what it is of can mislead; of few it is not told how many. */
export function participationText(
  participants: number | null,
  invited: number | undefined,
): string {
  if (participants === null) return 'a few people take part';
  const people = participants === 1 ? '1 person takes part' : `${participants} people take part`;
  if (invited === undefined) return people;
  if (invited === 0) return 'nobody is asked';
  return `${participants} of ${invited} take part (${shareText(participants / invited)})`;
}

/** How a survey stands, in one sentence. */
export function surveyText(survey: Dated & Pick<Survey, 'threshold'>, today: string): string {
  const { threshold } = survey;
  return `The survey is ${stageText(survey, today)}; nothing of fewer than ${threshold} answers is shown.`;
}

/** A language as it calls itself; its tag where that names nothing. */
export function languageName(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** Of a group that figures are of. */
export function groupText(
  segments: Readonly<Record<string, string>>,
  unitNames: ReadonlyMap<string, string | null>,
): string {
  const parts = Object.entries(segments).map(([id, value]) => {
    return id === 'unit' ? (unitNames.get(value) ?? value) : `${id} ${value}`;
  });
  return parts.length === 0 ? 'All others' : parts.join(', ');
}
