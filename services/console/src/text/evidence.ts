import type { ReviewEvidence } from '../api/types.ts';
import {
  answersText,
  intervalText,
  metricTexts,
  scoreText,
} from '../customers/satisfaction-text.ts';
import { factTitle } from './history.ts';
import { instantText } from './times.ts';

type PinnedGoal = ReviewEvidence['goals'][number];
type CustomerFigure = ReviewEvidence['customers']['figures'][number];
type LateFact = ReviewEvidence['late'][number];

/** Of fewer answers nobody is rated; the server has the same limit. */
const answersMin = 5;

/** How a pinned goal stands to whom the review is about, beside how far it was. */
export function goalText({ isOwn, kind, period, closed }: PinnedGoal): string {
  const whose = isOwn ? '' : ', not theirs at the pin: read, and not counted';
  const ended = closed === null ? '' : `, closed as ${closed.grade}`;
  return `${kind}, ${period.name}${ended}${whose}`;
}

export function questionText({ metric, scale }: CustomerFigure): string {
  return `${metricTexts[metric] ?? metric}, ${scale.min} to ${scale.max}`;
}

/** The value with its number and interval; of too few answers nobody is rated. */
export function customerText(figure: CustomerFigure, locale?: string): string {
  const interval = intervalText(figure, locale);
  const between = interval === undefined ? '' : `, 95% interval ${interval}`;
  const few = figure.n < answersMin ? ': too few to rate anybody' : '';
  return `${scoreText(figure, locale)}${between}, ${answersText(figure.n, null)}${few}`;
}

/** `goals.ProgressCheckedIn.v1` as it is told. */
export function publishedTitle(type: string): string {
  return factTitle(type.split('.')[1] ?? type);
}

export function lateText(fact: LateFact, locale?: string): string {
  const { effectiveAt, recordedAt, actor } = fact;
  const held = instantText(effectiveAt, locale);
  return `holds since ${held}, recorded ${instantText(recordedAt, locale)} by ${actor}`;
}

/** The goal that a late fact is of; undefined where it is of something else. */
export function goalOf({ source, stream }: LateFact): string | undefined {
  return source === 'goals' ? stream.split('.').at(-1) : undefined;
}
