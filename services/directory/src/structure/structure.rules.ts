import { reject, spansOf, tableEntries, valueOn, withEntry } from '@plumbline/kernel';
import type { Day, Rejection, Span, Timeline } from '@plumbline/kernel';
import { findCycle, named } from './structure.cycles.ts';
import { lineEntries, postOf, unitOf } from './structure.ts';
import type { Placed, Post, Structure, Unit } from './structure.ts';

export const unknownUnit = (unit: string, field: string): Rejection =>
  reject('structure/unknown-unit', `There is no unit "${unit}".`, field);

export const unknownPost = (post: string, field: string): Rejection =>
  reject('structure/unknown-post', `There is no post "${post}".`, field);

/** The days on which a new entry would hold: from its own until the next one. */
export function spanFrom<Value>(timeline: Timeline<Value>, from: Day, value: Value): Span<Value> {
  const [span] = spansOf(withEntry(timeline, from, value), from);
  return span ?? { from, until: undefined, value };
}

/** What changes something on a day needs it to be there on that day. */
export function refuseAbsent(
  kind: 'unit' | 'post',
  id: string,
  { established, closed }: Placed,
  day: Day,
  field: string,
): Rejection | undefined {
  if (day < established) {
    const detail = `The ${kind} "${id}" is there since ${established}. Give that day or a later one.`;
    return reject('structure/before-its-establishment', detail, field);
  }
  if (valueOn(closed, day) !== true) return undefined;
  return reject(`structure/${kind}-closed`, `The ${kind} "${id}" is closed on ${day}.`, field);
}

/** What is in a unit needs it to be there on every day on which it is there itself. */
export function refusePlacement(
  structure: Structure,
  inner: Placed,
  { value: unit, from, until }: Span<string | null>,
  field: string,
): Rejection | undefined {
  if (unit === null) return undefined;
  const outer = unitOf(structure, unit);
  if (outer === undefined) return unknownUnit(unit, field);
  if (from < outer.established) return refuseAbsent('unit', unit, outer, from, field);
  const day = strandedSince(inner, outer, from, until);
  if (day === undefined) return undefined;
  return reject('structure/unit-closed', `The unit "${unit}" is closed on ${day}.`, field);
}

/** The first of these days on which the inner one is open though the outer one is not. */
function strandedSince(
  inner: Pick<Placed, 'closed'>,
  outer: Pick<Placed, 'closed'>,
  from: Day,
  until: Day | undefined,
): Day | undefined {
  for (const shut of spansOf(outer.closed, from, until)) {
    if (!shut.value) continue;
    if (valueOn(inner.closed, shut.from) !== true) return shut.from;
    const open = spansOf(inner.closed, shut.from, shut.until).find(({ value }) => !value);
    if (open !== undefined) return open.from;
  }
  return undefined;
}

/** A unit is closed when nothing is in it any more, on that day and as long as it is closed. */
export function refuseOccupied(
  structure: Structure,
  id: string,
  unit: Unit,
  closed: Timeline<boolean>,
  field: string,
): Rejection | undefined {
  const isWithin = (inner: Placed, places: Timeline<string | null>): boolean =>
    spansOf(places).some(({ value, from, until }) => {
      return value === id && strandedSince(inner, { closed }, from, until) !== undefined;
    });
  const within: string[] = [];
  for (const [name] of tableEntries(unit.posts)) {
    const post = postOf(structure, name);
    if (post !== undefined && isWithin(post, post.unit)) within.push(`post ${name}`);
  }
  for (const [name] of tableEntries(unit.units)) {
    const child = unitOf(structure, name);
    if (child !== undefined && isWithin(child, child.parent)) within.push(`unit ${name}`);
  }
  if (within.length === 0) return undefined;
  const detail = `The unit "${id}" still has ${named(within.sort())}. Move or close them first.`;
  return reject('structure/unit-not-empty', detail, field);
}

/** No unit is within itself, on any of the days. */
export function refuseUnitCycle(
  structure: Structure,
  unit: string,
  spans: readonly Span<string | null>[],
  field: string,
): Rejection | undefined {
  const cycle = findCycle(unit, spans, (id) => unitOf(structure, id)?.parent ?? []);
  if (cycle === undefined) return undefined;
  const detail = `From ${cycle.on} on the unit would be within itself: ${named(cycle.names)}.`;
  return reject('structure/unit-cycle', detail, field);
}

/** Nobody answers to themselves, over whomever, on any of the days. */
export function refuseLineCycle(
  structure: Structure,
  post: string,
  line: string,
  spans: readonly Span<string | null>[],
  field: string,
): Rejection | undefined {
  if (spans.some(({ value }) => value === post)) {
    return reject('structure/reports-to-itself', 'A post does not report to itself.', field);
  }
  const entriesOf = (found: Post | undefined) =>
    found === undefined ? [] : lineEntries(found, line);
  const cycle = findCycle(post, spans, (id) => entriesOf(postOf(structure, id)));
  if (cycle === undefined) return undefined;
  const detail = `From ${cycle.on} on the post would report to itself: ${named(cycle.names)}.`;
  return reject('structure/line-cycle', detail, field);
}

/** Who is reported to is a post that is there on the day when the line begins. */
export function refuseManager(
  structure: Structure,
  manager: string | null,
  from: Day,
  field: string,
): Rejection | undefined {
  if (manager === null) return undefined;
  const post = postOf(structure, manager);
  if (post === undefined) return unknownPost(manager, field);
  return refuseAbsent('post', manager, post, from, field);
}

/** A head is an open post of the unit, or of one within it, on the day when it becomes the head. */
export function refuseHead(
  structure: Structure,
  unit: string,
  head: string | null,
  from: Day,
  field: string,
): Rejection | undefined {
  if (head === null) return undefined;
  const post = postOf(structure, head);
  if (post === undefined) return unknownPost(head, field);
  const absent = refuseAbsent('post', head, post, from, field);
  if (absent !== undefined) return absent;
  let place: string | null | undefined = valueOn(post.unit, from);
  while (place !== unit && place !== null && place !== undefined) {
    place = valueOn(unitOf(structure, place)?.parent ?? [], from);
  }
  if (place === unit) return undefined;
  const detail = `The post "${head}" is neither in the unit "${unit}" nor below it on ${from}.`;
  return reject('structure/head-of-another-unit', detail, field);
}
