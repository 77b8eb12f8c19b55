import type { Breakdown, Stage } from './api/types.ts';
import type { SortKey } from './goals/goal-list.ts';

/** What the address of a list of goals says. Every value may be missing; a wrong one is dropped. */
export interface GoalsSearch {
  readonly period?: string;
  readonly owner?: string;
  readonly stage?: Stage;
  readonly q?: string;
  readonly sort?: SortKey;
  readonly down?: true;
  readonly page?: number;
  /** A day: how things stood in the world at its end. */
  readonly on?: string;
}

/** What the address of a goal says: the instant it is looked at, in one of the two times. */
export interface GoalSearch {
  readonly asOf?: string;
  readonly effectiveAt?: string;
}

/** What the address of the map says: what is counted, and the instant. */
export interface MapSearch extends GoalSearch {
  readonly owner?: string;
  readonly unit?: string;
  readonly period?: string;
}

/** What the address of people and units says. */
export interface PeopleSearch {
  readonly unit?: string;
  readonly q?: string;
  readonly page?: number;
  /** A day: how the organisation stood on it. */
  readonly on?: string;
  /** Those who have left, or units that are closed, as well. */
  readonly gone?: true;
  /** Everybody below, not only those who answer directly. */
  readonly all?: true;
}

/** What the address of satisfaction says: which question, of which part, broken down by what. */
export interface CustomersSearch extends GoalSearch {
  readonly metric?: string;
  /** As in `1..5`, of a question that was asked on several. */
  readonly scale?: string;
  readonly from?: string;
  readonly until?: string;
  readonly by?: Breakdown;
  readonly location?: string;
  readonly touchpoint?: string;
  readonly channel?: string;
  readonly unit?: string;
  readonly page?: number;
}

/** What the address of feedback says. */
export interface FeedbackSearch {
  readonly view?: FeedbackView;
}

export type FeedbackView = 'requests' | 'one-to-ones';

/** What the address of surveys says: those that are launched when missing. */
export interface SurveysSearch {
  readonly stage?: 'closed' | 'all';
}

export interface SurveySearch {
  /** The tag of a language. */
  readonly lang?: string;
}

/** What the address of the wall says: whose recognition is shown; everybody's when missing. */
export interface RecognitionSearch {
  readonly whose?: 'to' | 'by';
}

/** What the address of calibration says: sessions that run when missing. */
export interface CalibrationSearch {
  readonly stage?: 'locked' | 'all';
}

/** What the address of one session says: the board when missing. */
export interface CalibrationViewSearch {
  readonly view?: 'figures';
}

/** What the address of service cases says: those that are not resolved when missing. */
export interface CasesSearch {
  readonly stage?: 'running' | 'paused' | 'resolved' | 'all';
  readonly unit?: string;
  readonly overdue?: true;
}

/** What the address of single responses says: of which part, and whose. */
export interface ResponsesSearch {
  readonly location?: string;
  readonly touchpoint?: string;
  readonly channel?: string;
  readonly unit?: string;
  readonly loop?: 'open' | 'closed';
  readonly mine?: true;
}

/** What the address of control charts says: charts, or signals in which state. */
export interface ChartsSearch {
  readonly view?: 'signals';
  readonly unit?: string;
  readonly mine?: true;
  /** Those that wait to be explained when missing. */
  readonly stage?: 'overdue' | 'explained' | 'all';
}

/** What the address of releases says: of which metric, and of days in which span. */
export interface ReleasesSearch {
  readonly metric?: string;
  readonly from?: string;
  readonly until?: string;
}

/** What the address of associations says: which question, on which days. */
export type AssociationsSearch = Pick<CustomersSearch, 'metric' | 'scale' | 'from' | 'until'> & {
  /** Recognition, unless it is said. */
  readonly between?: 'engagement';
};

type Raw = Readonly<Record<string, unknown>>;

const stages: readonly string[] = ['draft', 'active', 'closed', 'withdrawn'];
const sortKeys: readonly string[] = [
  'title',
  'owner',
  'kind',
  'progress',
  'measures',
  'pace',
  'grade',
];

export function goalsSearch(raw: Raw): GoalsSearch {
  const { period, owner, stage, q, sort, down, page, on } = raw;
  return {
    ...(isText(period) ? { period } : {}),
    ...(isText(owner) ? { owner } : {}),
    ...(isText(stage) && stages.includes(stage) ? { stage: stage as Stage } : {}),
    ...(isText(q) ? { q } : {}),
    ...(isText(sort) && sortKeys.includes(sort) ? { sort: sort as SortKey } : {}),
    ...(isTrue(down) ? { down: true as const } : {}),
    ...pageOf(page),
    ...dayOf(on),
  };
}

export function mapSearch({ owner, unit, period, ...raw }: Raw): MapSearch {
  return {
    ...(isText(owner) ? { owner } : {}),
    ...(isText(unit) ? { unit } : {}),
    ...(isText(period) ? { period } : {}),
    ...goalSearch(raw),
  };
}

const breakdowns: readonly string[] = ['location', 'touchpoint', 'channel', 'day', 'month', 'unit'];

export function customersSearch({ metric, scale, from, until, by, page, ...raw }: Raw) {
  const { location, touchpoint, channel, unit } = raw;
  return {
    ...(isText(metric) ? { metric } : {}),
    ...(isText(scale) ? { scale } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(until) ? { until } : {}),
    ...(isText(by) && breakdowns.includes(by) ? { by: by as Breakdown } : {}),
    ...(isText(location) ? { location } : {}),
    ...(isText(touchpoint) ? { touchpoint } : {}),
    ...(isText(channel) ? { channel } : {}),
    ...(isText(unit) ? { unit } : {}),
    ...pageOf(page),
    ...goalSearch(raw),
  } satisfies CustomersSearch as CustomersSearch;
}

export function feedbackSearch({ view }: Raw): FeedbackSearch {
  return view === 'requests' || view === 'one-to-ones' ? { view } : {};
}

export function surveysSearch({ stage }: Raw): SurveysSearch {
  return stage === 'closed' || stage === 'all' ? { stage } : {};
}

export function surveySearch({ lang }: Raw): SurveySearch {
  return isText(lang) && /^[A-Za-z0-9-]{1,32}$/.test(lang) ? { lang } : {};
}

const caseStages: readonly string[] = ['running', 'paused', 'resolved', 'all'];

export function casesSearch({ stage, unit, overdue }: Raw): CasesSearch {
  return {
    ...(isText(stage) && caseStages.includes(stage)
      ? { stage: stage as NonNullable<CasesSearch['stage']> }
      : {}),
    ...(isText(unit) ? { unit } : {}),
    ...(isTrue(overdue) ? { overdue: true as const } : {}),
  };
}

export function responsesSearch({ location, touchpoint, channel, unit, loop, mine }: Raw) {
  return {
    ...(isText(location) ? { location } : {}),
    ...(isText(touchpoint) ? { touchpoint } : {}),
    ...(isText(channel) ? { channel } : {}),
    ...(isText(unit) ? { unit } : {}),
    ...(loop === 'open' || loop === 'closed' ? { loop } : {}),
    ...(isTrue(mine) ? { mine: true as const } : {}),
  } satisfies ResponsesSearch as ResponsesSearch;
}

export function calibrationViewSearch({ view }: Raw): CalibrationViewSearch {
  return view === 'figures' ? { view } : {};
}

export function calibrationSearch({ stage }: Raw): CalibrationSearch {
  return stage === 'locked' || stage === 'all' ? { stage } : {};
}

const signalStages: readonly string[] = ['overdue', 'explained', 'all'];

export function chartsSearch({ view, unit, mine, stage }: Raw): ChartsSearch {
  return {
    ...(view === 'signals' ? { view } : {}),
    ...(isText(unit) ? { unit } : {}),
    ...(isTrue(mine) ? { mine: true as const } : {}),
    ...(isText(stage) && signalStages.includes(stage)
      ? { stage: stage as NonNullable<ChartsSearch['stage']> }
      : {}),
  };
}

export function releasesSearch({ metric, from, until }: Raw): ReleasesSearch {
  return {
    ...(isText(metric) ? { metric } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(until) ? { until } : {}),
  };
}

export function associationsSearch(raw: Raw): AssociationsSearch {
  const { between, metric, scale, from, until } = raw;
  return {
    ...(between === 'engagement' ? { between } : {}),
    ...(isText(metric) ? { metric } : {}),
    ...(isText(scale) ? { scale } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(until) ? { until } : {}),
  };
}

export function recognitionSearch({ whose }: Raw): RecognitionSearch {
  return whose === 'to' || whose === 'by' ? { whose } : {};
}

export function peopleSearch({ unit, q, page, on, gone, all }: Raw): PeopleSearch {
  return {
    ...(isText(unit) ? { unit } : {}),
    ...(isText(q) ? { q } : {}),
    ...pageOf(page),
    ...dayOf(on),
    ...(isTrue(gone) ? { gone: true as const } : {}),
    ...(isTrue(all) ? { all: true as const } : {}),
  };
}

function pageOf(page: unknown): { readonly page?: number } {
  const number = Number(page);
  return Number.isInteger(number) && number > 1 ? { page: number } : {};
}

function dayOf(on: unknown): { readonly on?: string } {
  return isDay(on) ? { on } : {};
}

function isDay(value: unknown): value is string {
  return isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function isTrue(value: unknown): boolean {
  return value === 'true' || value === true;
}

export function goalSearch({ asOf, effectiveAt }: Raw): GoalSearch {
  if (isText(asOf)) return { asOf };
  return isText(effectiveAt) ? { effectiveAt } : {};
}

/** Plain `name=value`: the router's own way writes JSON, and would quote a period named 2026. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search.replace(/^\?/, '')));
}

export function stringifySearch(values: Record<string, unknown>): string {
  const entries = Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]): [string, string] => [name, String(value)]);
  const text = new URLSearchParams(entries).toString();
  return text === '' ? '' : `?${text}`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
