import type { ReviewEvidence } from '../api/types.ts';
import {
  answersText,
  intervalText,
  metricTexts,
  scoreText,
} from '../customers/satisfaction-text.ts';
import { factTitle } from './history.ts';
import { dayText, instantText } from './times.ts';

type PinnedGoal = ReviewEvidence['goals'][number];
type CustomerFigure = ReviewEvidence['customers']['figures'][number];
type LateFact = ReviewEvidence['late'][number];

/** How a pinned goal stands to whom the review is about, beside how far it was. */
export function goalText({ isOwn, kind, period, closed }: PinnedGoal): string {
  const whose = isOwn ? '' : ', not theirs at the pin: read, and not counted';
  const ended = closed === null ? '' : `, closed as ${closed.grade}`;
  return `${kind}, ${period.name}${ended}${whose}`;
}

export function questionText({ metric, scale }: CustomerFigure): string {
  return `${metricTexts[metric] ?? metric}, ${scale.min} to ${scale.max}`;
}

/** The value with its number and interval; of too few answers there is none to be shown. */
export function customerText(figure: CustomerFigure, locale?: string): string {
  if (figure.tier === 'hidden') return `${answersText(figure.n, null)}: too few to be shown`;
  const interval = intervalText(figure, locale);
  const between = interval === undefined ? '' : `, 95% interval ${interval}`;
  const few = figure.tier === 'indicative' ? ', indicative' : '';
  return `${scoreText(figure, locale)}${between}, ${answersText(figure.n, null)}${few}`;
}

/** `goals.ProgressCheckedIn.v1` as it is told. */
export function publishedTitle(type: string): string {
  return factTitle(type.split('.')[1] ?? type);
}

export function lateText(fact: LateFact, locale?: string): string {
  const { recordedAt, actor } = fact;
  return `${heldText(fact, locale)}, recorded ${instantText(recordedAt, locale)} by ${actor}`;
}

function heldText({ effectiveAt, days }: LateFact, locale?: string): string {
  if (days === null) return `holds since ${instantText(effectiveAt, locale)}`;
  const { from, to } = days;
  if (to === null) return `since ${dayText(from, locale)}`;
  const first = dayText(from, locale);
  return from === to ? `of ${first}` : `of ${first} to ${dayText(to, locale)}`;
}

/** The goal that a late fact is of; undefined where it is of something else. */
export function goalOf({ source, stream }: LateFact): string | undefined {
  return source === 'goals' ? stream.split('.').at(-1) : undefined;
}
