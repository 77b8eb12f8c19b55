import { crossed, guardComments, isReleaseDue, lotsOfGrowth } from '@plumbline/disclosure';
import type { Counts, CrossedCell, Dimension } from '@plumbline/disclosure';
import { isRejection, type Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { FeedbackFact } from '../facts.ts';
import { labelOf, type Segments } from '../survey/answer.ts';
import type { AnswersReleased } from '../survey/answers.ts';
import { placesOf, type Launch } from '../survey/survey.ts';

/**
 * Which comments of a survey may be read as those of which group. It is decided from release to
 * release, each beside all earlier ones: a comment that was read as one of all, and is read as one
 * of a small unit later, would tell by the difference of who is not in that unit.
 */
export interface SurveyReadable {
  readonly surveyId: string;
  readonly segments: Launch['segments'];
  readonly commentThreshold: number;
  /** The groups that answers carry, by their labels. */
  readonly groups: Readonly<Record<string, Segments>>;
  /** How many answers were in by now, by label. */
  readonly counts: Counts;
  readonly batches: number;
  /** Oldest first. */
  readonly releases: readonly ReadableRelease[];
}

interface ReadableRelease {
  /** So many batches are in it. */
  readonly batches: number;
  readonly counts: Counts;
  /** Ids of cells whose comments may be read. */
  readonly shown: readonly string[];
}

type Told = Extract<
  FeedbackFact,
  { type: 'SurveyLaunched' | 'ThresholdRaised' | 'SurveyClosed' | 'AnswersReleased' }
>;

export const surveyReadable: View<SurveyReadable, FeedbackFact> = {
  name: 'survey-readable',
  version: 1,
  context: 'feedback',
  keys: ({ fact }) => (isTold(fact) ? [fact.surveyId] : []),
  fold: (before, { fact }: Recorded<FeedbackFact>) =>
    isTold(fact) ? folded(before, fact) : before,
  index: () => ({}),
};

const types: ReadonlySet<string> = new Set<Told['type']>([
  ...(['SurveyLaunched', 'ThresholdRaised', 'SurveyClosed', 'AnswersReleased'] as const),
]);

function isTold(fact: FeedbackFact): fact is Told {
  return types.has(fact.type);
}

function folded(before: SurveyReadable | undefined, fact: Told): SurveyReadable | undefined {
  if (fact.type === 'SurveyLaunched') {
    const { surveyId, segments, commentThreshold } = fact;
    const nothing = { groups: {}, counts: {}, batches: 0, releases: [] };
    return { surveyId, segments, commentThreshold, ...nothing };
  }
  if (before === undefined) return undefined;
  switch (fact.type) {
    case 'AnswersReleased': {
      const after = counted(before, fact);
      return fact.last || isReleaseDue(after.batches) ? released(after) : after;
    }
    case 'ThresholdRaised':
      return released({ ...before, commentThreshold: fact.to.commentThreshold });
    case 'SurveyClosed':
      return released(before);
  }
}

function counted(before: SurveyReadable, { answers, batch }: AnswersReleased): SurveyReadable {
  const [groups, counts] = [{ ...before.groups }, { ...before.counts }];
  for (const { segments } of answers) {
    const label = labelOf(segments);
    groups[label] = segments;
    counts[label] = (counts[label] ?? 0) + 1;
  }
  return { ...before, groups, counts, batches: batch };
}

/** One more release, where there is something that is in none. */
function released(before: SurveyReadable): SurveyReadable {
  const { batches, counts, releases, commentThreshold } = before;
  if ((releases.at(-1)?.batches ?? 0) === batches) return before;
  const cells = cellsOf(before);
  const asked = {
    cells,
    lots: lotsOfGrowth([...releases.map((one) => one.counts), counts]),
    earlier: releases.map(({ shown }) => cells.filter(({ id }) => shown.includes(id))),
  };
  const decided = guardComments(asked, commentThreshold);
  // Of a survey with too many groups nothing is read: who launched it may have asked for fewer.
  const shown = isRejection(decided)
    ? []
    : decided.flatMap(({ cell, comments }) => (comments.shown ? [cell] : []));
  return { ...before, releases: [...releases, { batches, counts, shown }] };
}

/** Above every value of an attribute; no value is empty. */
const top = '';

function cellsOf({ segments, groups }: Pick<SurveyReadable, 'segments' | 'groups'>) {
  const dimensions = segments.map((segment): Dimension => {
    const parents = placesOf(segment).map(({ value, parent }) => [value, parent ?? top] as const);
    return { name: segment.id, parents: new Map([[top, null], ...parents]) };
  });
  const atoms = Object.entries(groups).map(([id, carried]) => ({
    ...{ id, segments: segments.map((one) => valueOf(carried, one.id)) },
  }));
  return crossed(dimensions, atoms);
}

function valueOf(segments: Segments, attribute: string): string {
  return Object.hasOwn(segments, attribute) ? (segments[attribute] ?? top) : top;
}

/** The group that a comment may be read as one of, or null: it may not be read. */
export type GroupToRead = (batch: number, segments: Segments) => Segments | null;

/**
 * As it was released last, and by the threshold that holds now: what a release of a time of less
 * showed is not shown any more.
 */
export function readableGroups(
  readable: SurveyReadable | undefined,
  commentThreshold: number,
): GroupToRead {
  const last = readable?.releases.at(-1);
  if (readable === undefined || last === undefined) return () => null;
  const { segments } = readable;
  const shown = cellsOf(readable)
    .filter(({ id, atoms }) => {
      const n = atoms.reduce((sum, atom) => sum + (last.counts[atom] ?? 0), 0);
      return last.shown.includes(id) && n >= commentThreshold;
    })
    // The narrowest first; which of two that cross is taken says nothing of the comment.
    .toSorted((one, other) => other.level - one.level || (one.id < other.id ? -1 : 1));
  return (batch, carried) => {
    if (batch > last.batches) return null;
    const label = labelOf(carried);
    const cell = shown.find(({ atoms }) => atoms.includes(label));
    return cell === undefined ? null : segmentsOf(segments, cell);
  };
}

function segmentsOf(attributes: Launch['segments'], { segments }: CrossedCell): Segments {
  const named = attributes.flatMap(({ id }, at) => {
    const value = segments[at] ?? top;
    return value === top ? [] : [[id, value] as const];
  });
  return Object.fromEntries(named);
}
