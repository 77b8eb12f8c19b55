import { favourableShare, netPromoterScore, proportion } from '@plumbline/statistics';
import { fivePointPlaces, netPromoterPlaces } from '@plumbline/statistics';
import type { NetPromoterScore, Proportion, TopShare } from '@plumbline/statistics';
import type { Segments } from './survey/answer.ts';
import type { Question } from './survey/survey.ts';
import { shownCells, type Shown } from './views/survey-guard.ts';
import { sumOf, totalOf, type Counts, type GroupCounts } from './views/survey-results.ts';
import type { SurveyResults } from './views/survey-results.ts';
import type { SurveySheet } from './views/survey-sheet.ts';

/** A figure that would tell of fewer than were promised, or by difference of somebody else. */
export interface Hidden {
  readonly hidden: true;
}

export interface QuestionFigures {
  readonly n: number;
  readonly counts: Counts;
  readonly favourable?: TopShare;
  readonly enps?: NetPromoterScore;
}

export interface QuestionResults {
  readonly question: string;
  readonly kind: Question['kind'];
  readonly all: QuestionFigures | Hidden;
  readonly groups: readonly ({ readonly segments: Segments } & (QuestionFigures | Hidden))[];
}

export interface Results {
  readonly threshold: number;
  /** Answers that were released; others may wait. */
  readonly n: number;
  readonly participation: Proportion | null;
  readonly groups: readonly ({ readonly segments: Segments } & ({ readonly n: number } | Hidden))[];
  readonly questions: readonly QuestionResults[];
}

const hidden = { hidden: true } as const;
const noResults: Pick<SurveyResults, 'n' | 'groups'> = { n: 0, groups: {} };

/** What is shown of a survey, guarded by the threshold that holds now, whenever it was asked of. */
export function resultsOf(
  { launch, participants }: Pick<SurveySheet, 'launch' | 'participants'>,
  found: Pick<SurveyResults, 'n' | 'groups'> | undefined,
  { threshold, invited }: { readonly threshold: number; readonly invited: number | null },
): Results {
  const { n, groups } = found ?? noResults;
  const listed = Object.entries(groups).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const sizes = shownCells(
    listed.map(([label, group]) => ({ label, n: group.n })),
    threshold,
  );
  const rows = listed.map(([label, { segments, n: size }]) => {
    return { segments, ...(sizes.groups.has(label) ? { n: size } : hidden) };
  });
  const questions = launch.questions.filter(({ kind }) => kind !== 'comment');
  return {
    threshold,
    n,
    participation:
      invited === null ? null : proportion('survey-participation@1', participants, invited),
    groups: rows,
    questions: questions.map((one) => ofQuestion(one, listed, threshold)),
  };
}

type Listed = readonly (readonly [string, GroupCounts])[];

function ofQuestion(question: Question, listed: Listed, threshold: number): QuestionResults {
  const { id, kind } = question;
  const part = kind === 'choice' ? 'choices' : 'ratings';
  const counts = listed.map(([label, group]) => {
    const of = Object.hasOwn(group[part], id) ? group[part][id] : undefined;
    return { label, segments: group.segments, counts: of ?? {} };
  });
  const shown: Shown = shownCells(
    counts.map((one) => ({ label: one.label, n: totalOf(one.counts) })),
    threshold,
  );
  return {
    question: id,
    kind,
    all: shown.all ? figuresOf(question, sumOf(counts.map((one) => one.counts))) : hidden,
    groups: counts.map(({ label, segments, counts: of }) => {
      return { segments, ...(shown.groups.has(label) ? figuresOf(question, of) : hidden) };
    }),
  };
}

function figuresOf(question: Question, counts: Counts): QuestionFigures {
  const n = totalOf(counts);
  const places = (first: number, count: number) =>
    Array.from({ length: count }, (_, index) => counts[String(first + index)] ?? 0);
  switch (question.kind) {
    case 'rating':
      return { n, counts, favourable: favourableShare(places(1, fivePointPlaces)) };
    case 'enps': {
      return { n, counts, enps: netPromoterScore('enps@1', places(0, netPromoterPlaces)) };
    }
    default:
      return { n, counts };
  }
}
