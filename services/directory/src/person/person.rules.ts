import { msPerDay, reject, spansOf, toInstant, valueOn } from '@plumbline/kernel';
import type { Day, Rejection } from '@plumbline/kernel';
import type { Asked } from './person.commands.ts';
import type { CorrectedEntry, KnownPerson, Leave, PersonField } from './person.ts';

/** What every fact of a person carries. */
export function placed({ act, person, at }: Asked) {
  return { act, person, at };
}

/** Whose key seals what is written of a person. */
export function sealedOf({ person }: Asked): string {
  return `person:${person}`;
}

export function isHere({ presence }: KnownPerson, day: Day): boolean {
  return valueOn(presence, day) === true;
}

/** Whether a person is here on every day, both within. */
export function isHereThroughout({ presence }: KnownPerson, from: Day, until: Day): boolean {
  const spans = spansOf(presence, from, dayAfter(until));
  return spans[0]?.from === from && spans.every(({ value }) => value);
}

export function refuseAway(person: KnownPerson, day: Day): Rejection | undefined {
  if (isHere(person, day)) return undefined;
  return reject('person/not-here', `They are not here on ${day}. Give a day on which they are.`);
}

/** An end is the last day, so that what lasts one day ends on the day on which it starts. */
export function refuseEnd(from: Day, until: Day | null): Rejection | undefined {
  if (until === null || until >= from) return undefined;
  const detail = `It starts on ${from}. Give that day or a later one for the end.`;
  return reject('person/ends-before-it-starts', detail, '/until');
}

/** Nobody is on two leaves on one day: days of absence would count twice. */
export function refuseOverlap(leaves: readonly Leave[], asked: Leave): Rejection | undefined {
  const other = leaves.find((one) => one.leave !== asked.leave && overlap(one, asked));
  if (other === undefined) return undefined;
  const until = other.until === null ? 'without an end' : `until ${other.until}`;
  const detail = `A leave from ${other.from} ${until} is recorded already. Change its end first.`;
  return reject('person/leaves-overlap', detail, other.from < asked.from ? '/from' : '/until');
}

/** A post is named or there is none; presence is yes or no. */
export function refuseValue(field: PersonField, to: CorrectedEntry | null): Rejection | undefined {
  const isBoolean = typeof to?.value === 'boolean';
  if (to === null || isBoolean === (field === 'presence')) return undefined;
  const detail =
    field === 'post' ? 'Give a post, or null for none.' : 'Give true for here, false for away.';
  return reject('person/value-of-another-kind', detail, '/to/value');
}

export function unknownEntry(detail: string, field: string): Rejection {
  return reject('person/unknown-entry', detail, field);
}

/** How many days there are from one to another, both within. */
export function daysWithin(from: Day, until: Day): number {
  return (Date.parse(until) - Date.parse(from)) / msPerDay + 1;
}

function overlap(one: Leave, other: Leave): boolean {
  return startsBy(one, other.until) && startsBy(other, one.until);
}

function startsBy({ from }: Leave, until: Day | null): boolean {
  return until === null || from <= until;
}

function dayAfter(day: Day): Day {
  return toInstant(Date.parse(day) + msPerDay).slice(0, 10);
}
