import { clearText, entryAt, reject, same, spansOf } from '@plumbline/kernel';
import type { Decision, Rejection, Timeline } from '@plumbline/kernel';
import type { CorrectStructure, Told } from './structure.commands.ts';
import { subjectOfPost } from './structure.posts.ts';
import { refuseHead, refuseLineCycle, refuseManager, refuseOccupied } from './structure.rules.ts';
import { refusePlacement, refuseUnitCycle, unknownPost, unknownUnit } from './structure.rules.ts';
import { correctedTimeline, lineOf, postOf, timelineOf, unitOf } from './structure.ts';
import type { FieldValue, Placed, Structure, StructureFact } from './structure.ts';
import { subjectOf } from './structure.units.ts';

/** Puts one entry right. All that it makes of the days, also of those past, must be in order. */
export function correct(
  change: CorrectStructure,
  structure: Structure,
  told: Told,
): Decision<StructureFact> {
  const { of, field, from, to, reason } = change;
  const unit = of.kind === 'unit' ? unitOf(structure, of.id) : undefined;
  const post = of.kind === 'post' ? postOf(structure, of.id) : undefined;
  const found = unit ?? post;
  if (found === undefined) {
    return of.kind === 'unit' ? unknownUnit(of.id, '/of/id') : unknownPost(of.id, '/of/id');
  }
  const entries = timelineOf(structure, of, field) ?? [];
  const entry = entryAt(entries, from);
  if (entry === undefined) {
    const detail = `The ${of.kind} "${of.id}" has no entry of "${field}" that begins on ${from}.`;
    return reject('structure/unknown-entry', detail, '/from');
  }
  if (same(to, entry)) return []; // Already so.
  const timeline = correctedTimeline(entries, from, to);
  const refused = refuseEntry(change, found, entries) ?? refuseOutcome(change, structure, timeline);
  if (refused !== undefined) return refused;
  const subject = post === undefined ? subjectOf(of.id) : subjectOfPost(post);
  const text = clearText(subject, { reason });
  return [{ type: 'StructureCorrected', ...told, of, field, from, to, text }];
}

/** The entry by itself. */
function refuseEntry(
  { field, from, to }: CorrectStructure,
  { established }: Placed,
  entries: Timeline<FieldValue>,
): Rejection | undefined {
  const isFirst = (field === 'unit' || field === 'parent') && entries[0]?.from === from;
  if (isFirst && to?.from !== from) {
    const detail = `The entry of ${from} says since when it is there. Correct its value, not its day.`;
    return reject('structure/first-entry', detail, '/to');
  }
  if (to === null) return undefined;
  if (to.from < established) {
    const detail = `It is there since ${established}. Give that day or a later one.`;
    return reject('structure/before-its-establishment', detail, '/to/from');
  }
  if (to.from !== from && entryAt(entries, to.from) !== undefined) {
    const detail = `There is an entry of ${to.from} already. Correct that one too.`;
    return reject('structure/entry-exists', detail, '/to/from');
  }
  const isBoolean = typeof to.value === 'boolean';
  if (isBoolean === (field === 'closed') && (field !== 'unit' || to.value !== null)) {
    return undefined;
  }
  const wanted = field === 'closed' ? 'true or false' : 'a code';
  return reject('structure/wrong-value', `The field "${field}" holds ${wanted}.`, '/to/value');
}

/** What comes of it, on all days. */
function refuseOutcome(
  { of, field, to }: CorrectStructure,
  structure: Structure,
  timeline: Timeline<FieldValue>,
): Rejection | undefined {
  const { id } = of;
  const at = to === null ? '/to' : '/to/value';
  const line = lineOf(field);
  if (field === 'closed') return refuseClosing(of, structure, timeline as Timeline<boolean>);
  const places = timeline as Timeline<string | null>;
  const value = (to?.value ?? null) as string | null;
  if (line !== undefined) {
    return (
      refuseLineCycle(structure, id, line, spansOf(places), at) ??
      refuseManager(structure, value, to?.from ?? '', at)
    );
  }
  if (field === 'head') return refuseHead(structure, id, value, to?.from ?? '', at);
  const found = of.kind === 'unit' ? unitOf(structure, id) : postOf(structure, id);
  const stranded = found === undefined ? undefined : refusePlaces(structure, found, places, at);
  if (stranded !== undefined || of.kind === 'post') return stranded;
  return refuseUnitCycle(structure, id, spansOf(places), at);
}

/** Other days of being closed: neither it nor what is in it may be left in a closed unit. */
function refuseClosing(
  { kind, id }: CorrectStructure['of'],
  structure: Structure,
  closed: Timeline<boolean>,
): Rejection | undefined {
  const at = '/to';
  if (kind === 'unit') {
    const unit = unitOf(structure, id);
    if (unit === undefined) return undefined;
    const occupied = refuseOccupied(structure, id, unit, closed, at);
    return occupied ?? refusePlaces(structure, { ...unit, closed }, unit.parent, at);
  }
  const post = postOf(structure, id);
  if (post === undefined) return undefined;
  return refusePlaces(structure, { ...post, closed }, post.unit, at);
}

function refusePlaces(
  structure: Structure,
  inner: Placed,
  places: Timeline<string | null>,
  field: string,
): Rejection | undefined {
  for (const span of spansOf(places)) {
    const refused = refusePlacement(structure, inner, span, field);
    if (refused !== undefined) return refused;
  }
  return undefined;
}
