import type { Answer, Counted, NoAnswer, Scale } from '../customer-response/customer-response.ts';
import type { Shares } from '../customer-response/customer-response.ts';
import { holderOf } from '../customer-response/customer-response.shares.ts';

/**
 * What was answered to one question on one day, as counts in cells, so that figures of any span
 * and any part of it are summed from a document for each day and not from one for each response.
 */
export interface CountedDay {
  readonly metric: string;
  readonly scale: Scale;
  readonly day: string;
  /** Cells by location, and in it by their other names: a fold copies the cells of one location. */
  readonly places: Readonly<Record<string, Place>>;
}

type Place = Readonly<Record<string, Counts>>;

/** How often each score was given, and each cause of none. None of them is 0. */
export type Counts = Readonly<Record<string, number>>;

/** One way of counting a response: once more, or once less. */
export interface Count {
  readonly counted: Counted;
  readonly by: 1 | -1;
  /** The names of the cell within its location. */
  readonly names: readonly string[];
}

/** The names of a cell, with what was counted in it. */
export interface Cell {
  readonly location: string | null;
  readonly touchpoint: string;
  readonly channel: string;
  readonly source: string;
  /** Whom it is attributed to, as in `person:ada`, and whether one of them disputes it. */
  readonly holders: readonly string[];
  readonly isDisputed: boolean;
  readonly counts: Counts;
}

/** Stands in no code and no unit (it is no printable character), and takes one byte in JSON. */
const separator = '\u007f';
const disputed = '!';

export const namesOf = ({ touchpoint, channel, source }: Counted): readonly string[] => [
  touchpoint,
  channel,
  source,
];

/** With whose work it tells of: a response of several is one cell, so that a sum has it once. */
export function namesWith(
  counted: Counted,
  shares: Shares,
  openDisputes: number,
): readonly string[] {
  const holders = shares.map(holderOf).toSorted();
  return [...namesOf(counted), openDisputes > 0 ? disputed : '', ...holders];
}

/** The keys of the documents of a response, one for each question. */
export function dayKeys({ answers, occurredOn }: Counted): readonly string[] {
  return answers.map((answer) => dayKey(answer, occurredOn));
}

function dayKey({ metric, scale }: Answer, day: string): string {
  return `${metric} ${scale.min}..${scale.max} ${day}`;
}

/** Days of one question are found by the month. */
export function monthOf(metric: string, day: string): string {
  return `${metric} ${day.slice(0, 7)}`;
}

export const indexOf = ({ metric, day }: CountedDay) => ({ month: monthOf(metric, day) });

/** A day with the counts of a fact; undefined when nothing is left of it. */
export function counting(
  day: CountedDay | undefined,
  counts: readonly Count[],
  key: string,
): CountedDay | undefined {
  let after = day;
  for (const one of counts) {
    const { occurredOn, answers } = one.counted;
    const answer = answers.find((it) => dayKey(it, occurredOn) === key);
    if (answer !== undefined) after = withCount(after, one, answer);
  }
  return after;
}

function withCount(
  day: CountedDay | undefined,
  { counted, by, names }: Count,
  { metric, scale, score, noAnswer }: Answer,
): CountedDay | undefined {
  const [location, name] = [counted.location ?? '', names.join(separator)];
  const { places = {} } = day ?? {};
  const place = own(places, location) ?? {};
  const outcome = score === null ? String(noAnswer) : String(score);
  const cell = set(own(place, name) ?? {}, outcome, (own(place, name)?.[outcome] ?? 0) + by);
  const after = set(places, location, set(place, name, cell));
  return after === undefined
    ? undefined
    : { metric, scale, day: counted.occurredOn, places: after };
}

/** A copy with one more; without what comes to nothing, and undefined when nothing is left. */
function set<Value>(
  all: Readonly<Record<string, Value>>,
  name: string,
  value: Value | undefined,
): Readonly<Record<string, Value>> | undefined {
  if (value !== undefined && value !== 0) return { ...all, [name]: value };
  const { [name]: _, ...rest } = all;
  return Object.keys(rest).length === 0 ? undefined : rest;
}

/** A location may be called `constructor`. */
function own<Value>(all: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(all, name) ? all[name] : undefined;
}

export function cellsOf({ places }: CountedDay): readonly Cell[] {
  return Object.entries(places).flatMap(([location, place]) => {
    return Object.entries(place).map(([name, counts]) => cellOf(location, name, counts));
  });
}

function cellOf(location: string, name: string, counts: Counts): Cell {
  const [touchpoint = '', channel = '', source = '', mark = '', ...holders] = name.split(separator);
  return {
    location: location === '' ? null : location,
    ...{ touchpoint, channel, source, holders, isDisputed: mark === disputed, counts },
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
