import type { FactOf, FeedbackPublished } from '@plumbline/contracts';

/** What is folded here: what the context of customers' responses lets others see. */
export type FeedbackFact = FactOf<FeedbackPublished>;

/** What figures count of a response, and by what. */
export type Counted = Omit<FeedbackPublished['feedback.CustomerResponseRecorded.v1'], 'responseId'>;
/** Whose work it tells of. */
export type Shares = FeedbackPublished['feedback.ResponseAttributed.v1']['shares'];

/** One question. With a score it was answered; without one it was asked, and counts as that. */
type Answer = Counted['answers'][number];
/** Whole numbers, both within. */
export type Scale = Answer['scale'];
export type NoAnswer = NonNullable<Answer['noAnswer']>;

/**
 * What was answered to one question on one day, as counts in cells, so that figures of any span
 * and any part of it are summed from a document for each day and not from one for each response.
 */
export interface CountedDay {
  readonly metric: string;
  readonly scale: Scale;
  /** In a document of a month: the month, as in `2025-01`. */
  readonly day: string;
  /** In the order of their names. A list, as it is copied at every fact. */
  readonly cells: readonly NamedCell[];
}

interface NamedCell {
  readonly name: string;
  readonly counts: Counts;
}

/**
 * How often each score was given, and each cause of none: an outcome, then its count, as in
 * `[9, 2, 'blank', 1]`. No count is 0. Not in pairs: those take five times the memory, and most of
 * what a year of days holds is these.
 */
export type Counts = readonly (number | NoAnswer)[];

/** One way of counting a response: once more, or once less. */
export interface Count {
  readonly counted: Counted;
  readonly by: 1 | -1;
  /** The names of the cell. */
  readonly names: readonly string[];
}

/** What the name of a cell says. */
export interface CellNames {
  readonly location: string | null;
  readonly touchpoint: string;
  readonly channel: string;
  readonly source: string;
  /** Whom it is attributed to, as in `person:ada`, and whether one of them disputes it. */
  readonly holders: readonly string[];
  readonly isDisputed: boolean;
}

/** Stands in no code and no unit (it is no printable character), and takes one byte in JSON. */
const separator = '\u007f';
const disputed = '!';

export function namesOf({ location, touchpoint, channel, source }: Counted): readonly string[] {
  return [location ?? '', touchpoint, channel, source];
}

/** With whose work it tells of: a response of several is one cell, so that a sum has it once. */
export function namesWith(
  counted: Counted,
  shares: Shares,
  openDisputes: number,
): readonly string[] {
  const holders = shares.map(({ of }) => of).toSorted();
  return [...namesOf(counted), openDisputes > 0 ? disputed : '', ...holders];
}

/** The keys of the documents of a response, one for each question. */
export function dayKeys({ answers, occurredOn }: Counted): readonly string[] {
  return answers.map((answer) => dayKey(answer, occurredOn));
}

export function monthKeys({ answers, occurredOn }: Counted): readonly string[] {
  return answers.map((answer) => dayKey(answer, ofMonth(occurredOn)));
}

export const ofMonth = (day: string): string => day.slice(0, 7);
const ofDay = (day: string): string => day;

function dayKey({ metric, scale }: Answer, day: string): string {
  return `${metric} ${scale.min}..${scale.max} ${day}`;
}

/** Days of one question are found by the month. */
export function monthOf(metric: string, day: string): string {
  return `${metric} ${ofMonth(day)}`;
}

/** Months of one question are found by the year. */
export function yearOf(metric: string, day: string): string {
  return `${metric} ${day.slice(0, 4)}`;
}

export const indexOf = ({ metric, day }: CountedDay) => ({ month: monthOf(metric, day) });

/** A day, or a month, with the counts of a fact; undefined when nothing is left of it. */
export function counting(
  before: CountedDay | undefined,
  counts: readonly Count[],
  key: string,
  spanOf: (day: string) => string = ofDay,
): CountedDay | undefined {
  let after = before;
  for (const one of counts) {
    const { occurredOn, answers } = one.counted;
    const day = spanOf(occurredOn);
    const answer = answers.find((it) => dayKey(it, day) === key);
    if (answer !== undefined) after = withCount(after, day, one, answer);
  }
  return after;
}

function withCount(
  span: CountedDay | undefined,
  day: string,
  { by, names }: Count,
  { metric, scale, score, noAnswer = 'blank' }: Answer,
): CountedDay | undefined {
  const name = names.join(separator);
  const before = span?.cells ?? [];
  const place = placeOf(before, name);
  const known = before[place];
  const isThere = known?.name === name;
  const counts = added(isThere ? known.counts : [], score ?? noAnswer, by);
  const cell = counts.length === 0 ? [] : [{ name, counts }];
  const cells = before.toSpliced(place, isThere ? 1 : 0, ...cell);
  return cells.length === 0 ? undefined : { metric, scale, day, cells };
}

/** Where a name stands among those that are sorted, or would. */
function placeOf(cells: readonly NamedCell[], name: string): number {
  let [from, to] = [0, cells.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((cells[middle]?.name ?? '') < name) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Without what comes to nothing, so that what was taken back leaves nothing behind. */
function added(counts: Counts, outcome: number | NoAnswer, by: number): Counts {
  const others: (number | NoAnswer)[] = [];
  let count = by;
  for (const [one, before] of outcomesIn(counts)) {
    if (one === outcome) count += before;
    else others.push(one, before);
  }
  return count === 0 ? others : [...others, outcome, count];
}

/** Each outcome with its count. */
export function outcomesIn(counts: Counts): readonly (readonly [number | NoAnswer, number])[] {
  return Array.from({ length: counts.length / 2 }, (_, no) => {
    return [counts[2 * no] as number | NoAnswer, Number(counts[2 * no + 1])];
  });
}

/** Reads the names of cells: days have the same ones again and again, and each is read once. */
export function cellReader(): (name: string) => CellNames {
  const known = new Map<string, CellNames>();
  return (name) => {
    const names = known.get(name) ?? namesIn(name);
    known.set(name, names);
    return names;
  };
}

function namesIn(name: string): CellNames {
  const [location = '', touchpoint = '', channel = '', source = '', mark = '', ...holders] =
    name.split(separator);
  return {
    location: location === '' ? null : location,
    ...{ touchpoint, channel, source, holders, isDisputed: mark === disputed },
  };
}

/** Every cause that there is for no answer, in the order in which they are told. */
export const noAnswers: readonly NoAnswer[] = [
  'blank',
  'not-applicable',
  'do-not-know',
  'declined',
  'dismissed',
];
