import { clearText, entryAt, reject, valueOn } from '@plumbline/kernel';
import type { Decision, Rejection } from '@plumbline/kernel';
import type * as Change from './structure.commands.ts';
import type { Told } from './structure.commands.ts';
import { refuseAbsent, refuseLineCycle, refuseManager } from './structure.rules.ts';
import { refusePlacement, spanFrom, unknownPost } from './structure.rules.ts';
import { lineEntries, postOf, solidLine } from './structure.ts';
import type { LineEntry, Post, Structure, StructureFact } from './structure.ts';
import { subjectOf } from './structure.units.ts';

type Decided = Decision<StructureFact>;

/** What is written of a post is sealed under the key of the unit that it is, or comes to be, in. */
export const subjectOfPost = (post: Post): string => subjectOf(post.unit.at(-1)?.value ?? '');

export function establishPost(
  change: Change.EstablishPost,
  structure: Structure,
  told: Told,
): Decided {
  const { post, unit, manager, fte, grade, from, title } = change;
  const found = postOf(structure, post);
  if (found !== undefined) {
    if (isAsEstablished(found, change)) return []; // Already so: imports say it again.
    return reject('structure/post-exists', `There is another post "${post}" already.`, '/post');
  }
  // Nobody reports to a post that is new: itself is the only one to make a cycle with.
  if (post === manager) return reportsToItself();
  const span = { from, until: undefined, value: unit };
  const refused =
    refusePlacement(structure, { established: from, closed: [] }, span, '/unit') ??
    refuseManager(structure, manager, from, '/manager');
  if (refused !== undefined) return refused;
  const text = clearText(subjectOf(unit), { title });
  return [{ type: 'PostEstablished', ...told, post, unit, manager, fte, grade, from, text }];
}

/** Its title is sealed, and is not compared. */
function isAsEstablished(found: Post, { unit, manager, fte, grade, from }: Change.EstablishPost) {
  const line = entryAt(lineEntries(found, solidLine), from);
  return (
    found.established === from &&
    found.fte === fte &&
    found.grade === grade &&
    entryAt(found.unit, from)?.value === unit &&
    line !== undefined &&
    line.value === manager
  );
}

export function movePost(change: Change.MovePost, structure: Structure, told: Told): Decided {
  const { post, unit, from } = change;
  const found = postOf(structure, post);
  if (found === undefined) return unknownPost(post, '/post');
  const refused =
    refuseAbsent('post', post, found, from, '/from') ??
    refusePlacement(structure, found, spanFrom(found.unit, from, unit), '/unit');
  if (refused !== undefined) return refused;
  if (valueOn(found.unit, from) === unit) return []; // Already so.
  return [{ type: 'PostMoved', ...told, post, unit, from }];
}

export function retitlePost(change: Change.RetitlePost, structure: Structure, told: Told): Decided {
  const { post, title } = change;
  const found = postOf(structure, post);
  if (found === undefined) return unknownPost(post, '/post');
  const text = clearText(subjectOfPost(found), { title });
  return [{ type: 'PostRetitled', ...told, post, text }];
}

/** Who reports to a post that is closed goes on to, as to one that nobody holds. */
export function closePost(change: Change.ClosePost, structure: Structure, told: Told): Decided {
  const { post, from } = change;
  const found = postOf(structure, post);
  if (found === undefined) return unknownPost(post, '/post');
  if (valueOn(found.closed, from) === true) return []; // Already so.
  const refused = refuseAbsent('post', post, found, from, '/from');
  return refused ?? [{ type: 'PostClosed', ...told, post, from }];
}

export function drawLine(
  change: Change.DrawReportingLine,
  structure: Structure,
  told: Told,
): Decided {
  const { post, line, manager, from } = change;
  const found = postOf(structure, post);
  if (found === undefined) return unknownPost(post, '/post');
  const present = valueOn(lineEntries(found, line), from) ?? null;
  if (present !== null && present !== manager) {
    return reject(
      'structure/second-manager',
      `In the line "${line}" the post "${post}" reports to "${present}" on ${from}. Change that.`,
      '/manager',
    );
  }
  return setLine({ post, line, manager, from }, found, structure, told);
}

export function changeLine(
  change: Change.ChangeReportingLine,
  structure: Structure,
  told: Told,
): Decided {
  const { post, line, manager, from, reason } = change;
  const found = postOf(structure, post);
  if (found === undefined) return unknownPost(post, '/post');
  return setLine({ post, line, manager, from }, found, structure, told, reason);
}

function setLine(
  entry: LineEntry & { readonly post: string },
  found: Post,
  structure: Structure,
  told: Told,
  reason?: string,
): Decided {
  const { post, line, manager, from } = entry;
  const entries = lineEntries(found, line);
  const span = spanFrom(entries, from, manager);
  const refused =
    refuseAbsent('post', post, found, from, '/from') ??
    refuseLineCycle(structure, post, line, [span], '/manager') ??
    refuseManager(structure, manager, from, '/manager');
  if (refused !== undefined) return refused;
  if ((valueOn(entries, from) ?? null) === manager) return []; // Already so.
  const text = clearText(subjectOfPost(found), { reason });
  return [{ type: 'ReportingLineChanged', ...told, ...entry, text }];
}

const reportsToItself = (): Rejection =>
  reject('structure/reports-to-itself', 'A post does not report to itself.', '/manager');
