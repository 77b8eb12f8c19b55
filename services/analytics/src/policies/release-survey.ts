import { isReleaseDue } from '@plumbline/disclosure';
import type { FeedbackPublished } from '@plumbline/contracts';
import type { Position } from '@plumbline/kernel';
import type { Scale } from '../measure.ts';
import type { SurveyRef } from '../metric-release/source.ts';
import type { SurveyQuestion, SurveyTerms } from '../views/survey-terms.ts';

/** What is released of a survey, and by what. */
export interface SurveyRelease {
  readonly metric: string;
  readonly source: SurveyRef;
  readonly from: string;
  readonly until: string;
  readonly dimensions: readonly string[];
}

/** The fact after which something of a survey is released. */
export interface Counted {
  readonly position: Position;
  readonly data: FeedbackPublished['feedback.ParticipationCounted.v1'];
}

/**
 * What of a survey is released once it was counted who took part. The answers are released when the
 * survey has ended, once and all of them: what is shown half-way is known for good, and more would
 * have to be withheld at the end beside it. Participation is released while it lasts, as somebody
 * may have to be reminded, and its groups are the same in every count: the first counts, every few
 * later ones, and the last.
 */
export function releasesDue(
  terms: SurveyTerms,
  { position, data }: Counted,
): readonly SurveyRelease[] {
  const count = terms.counts.findIndex((one) => one.position === position) + 1;
  const isDue = data.last || isReleaseDue(Math.max(1, count));
  return [
    // Of a survey by link nobody was asked by name.
    ...(isDue && data.groups.length > 0 ? [participation(terms)] : []),
    // Too few answered, and nothing is ever said of them.
    ...(data.last && terms.batches > 0 ? answersOf(terms) : []),
  ];
}

function participation(terms: SurveyTerms): SurveyRelease {
  const { surveyId: survey } = terms;
  const scale = { min: 0, max: 1 };
  const metric = 'participation';
  return releaseOf(terms, metric, {
    ...{ kind: 'survey-participation', survey, question: metric, scale },
  });
}

function answersOf(terms: SurveyTerms): readonly SurveyRelease[] {
  const { surveyId: survey } = terms;
  return terms.questions.flatMap((question) => {
    const asked = askedIn(question);
    if (asked === undefined) return [];
    const { metric, scale } = asked;
    return [releaseOf(terms, metric, { kind: 'survey', survey, question: question.id, scale })];
  });
}

function releaseOf(
  { opens: from, closes: until, dimensions }: SurveyTerms,
  metric: string,
  source: SurveyRef,
): SurveyRelease {
  return { metric, source, from, until, dimensions: dimensions.map(({ name }) => name) };
}

/** What people wrote is in no figure. */
function askedIn({
  kind,
  options,
}: SurveyQuestion): { readonly metric: string; readonly scale: Scale } | undefined {
  switch (kind) {
    case 'rating':
      return { metric: 'favourable', scale: { min: 1, max: 5 } };
    case 'enps':
      return { metric: 'enps', scale: { min: 0, max: 10 } };
    case 'choice':
      return { metric: 'distribution', scale: { min: 0, max: options.length - 1 } };
    case 'comment':
      return undefined;
  }
}
