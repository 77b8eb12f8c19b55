import { emptyTable, tableGet, tableWith, withEntry, withoutEntry } from '@plumbline/kernel';
import type { Day, Instant, Table, Text, Timeline } from '@plumbline/kernel';

/**
 * What is recorded of units, posts and the lines between them. This is a storage contract: a change
 * of meaning is a new version.
 *
 * `at` is when the act holds, `from` is the day on which what it says begins: the two differ when
 * something is planned, or told late. All that people wrote is in `text`.
 */
export type StructureFact =
  | (Act & { type: 'UnitEstablished'; unit: string; parent: string | null; from: Day } & Worded)
  | (Act & { type: 'UnitMoved'; unit: string; parent: string | null; from: Day })
  | (Act & { type: 'UnitHeaded'; unit: string; post: string | null; from: Day })
  | (Act & { type: 'UnitRenamed'; unit: string } & Worded)
  | (Act & { type: 'UnitClosed'; unit: string; from: Day })
  | (Act & { type: 'PostEstablished'; post: string } & PostPlan & Worded)
  | (Act & { type: 'PostMoved'; post: string; unit: string; from: Day })
  | (Act & { type: 'PostRetitled'; post: string } & Worded)
  | (Act & { type: 'PostClosed'; post: string; from: Day })
  | (Act & { type: 'ReportingLineChanged'; post: string } & LineEntry & Worded)
  | (Act & { type: 'StructureCorrected' } & Correction & Worded);

interface Act {
  readonly act: string;
  readonly at: Instant;
}

interface Worded {
  readonly text: Text;
}

export interface PostPlan {
  readonly unit: string;
  readonly manager: string | null;
  /** How many people it stands for: 1 for a post of one, more for a group of like posts. */
  readonly fte: number;
  readonly grade: string | null;
  readonly from: Day;
}

export interface LineEntry {
  /** `solid`, in which everybody has one manager at most, or `dotted:<code>`, each by itself. */
  readonly line: string;
  readonly manager: string | null;
  readonly from: Day;
}

export interface Correction {
  readonly of: { readonly kind: 'unit' | 'post'; readonly id: string };
  /** `parent`, `head`, `unit`, `closed` or `line:<line>`. */
  readonly field: string;
  /** The day of the entry that was wrong. */
  readonly from: Day;
  /** What stands there instead; null: there never was such an entry. */
  readonly to: { readonly from: Day; readonly value: string | boolean | null } | null;
}

export interface Structure {
  readonly units: Table<Unit>;
  readonly posts: Table<Post>;
  /** Acts that were recorded: what repeats one decides nothing. */
  readonly acts: Table<true>;
}

/** Of units and posts alike. */
export interface Placed {
  readonly established: Day;
  /** True from the first day on which it is no more. */
  readonly closed: Timeline<boolean>;
}

export interface Unit extends Placed {
  readonly parent: Timeline<string | null>;
  readonly head: Timeline<string | null>;
  /** All that were ever placed in it; who is in it on a day is for their own timelines to say. */
  readonly posts: Table<true>;
  readonly units: Table<true>;
}

export interface Post extends Placed {
  readonly fte: number;
  readonly grade: string | null;
  readonly unit: Timeline<string>;
  readonly lines: Readonly<Record<string, Timeline<string | null>>>;
}

export const solidLine = 'solid';

export const initialStructure: Structure = {
  units: emptyTable,
  posts: emptyTable,
  acts: emptyTable,
};

export const unitOf = (structure: Structure, unit: string): Unit | undefined =>
  tableGet(structure.units, unit);

export const postOf = (structure: Structure, post: string): Post | undefined =>
  tableGet(structure.posts, post);

/** Whether an act was recorded before. */
export const hasAct = (structure: Structure, act: string): boolean =>
  tableGet(structure.acts, act) === true;

export function evolveStructure(structure: Structure, fact: StructureFact): Structure {
  const changed = change(structure, fact);
  if (hasAct(structure, fact.act)) return changed;
  return { ...changed, acts: tableWith(changed.acts, fact.act, true) };
}

function change(structure: Structure, fact: StructureFact): Structure {
  switch (fact.type) {
    case 'UnitEstablished':
      return unitEstablished(structure, fact);
    case 'UnitMoved':
      return alter(structure, unitCalled(fact.unit), 'parent', fact.from, fact.parent);
    case 'UnitHeaded':
      return alter(structure, unitCalled(fact.unit), 'head', fact.from, fact.post);
    case 'UnitClosed':
      return alter(structure, unitCalled(fact.unit), 'closed', fact.from, true);
    case 'PostEstablished':
      return postEstablished(structure, fact);
    case 'PostMoved':
      return alter(structure, postCalled(fact.post), 'unit', fact.from, fact.unit);
    case 'PostClosed':
      return alter(structure, postCalled(fact.post), 'closed', fact.from, true);
    case 'ReportingLineChanged':
      return alter(structure, postCalled(fact.post), fieldOf(fact.line), fact.from, fact.manager);
    case 'StructureCorrected':
      return corrected(structure, fact);
    case 'UnitRenamed':
    case 'PostRetitled':
      return structure;
  }
}

function unitEstablished(
  structure: Structure,
  { unit, parent, from }: StructureFact & { type: 'UnitEstablished' },
): Structure {
  const entry = [{ from, value: parent }];
  const none = { head: [], closed: [], posts: emptyTable, units: emptyTable };
  const units = tableWith(structure.units, unit, { established: from, parent: entry, ...none });
  return { ...structure, units: withMember(units, 'units', parent, unit) };
}

function postEstablished(
  structure: Structure,
  { post, unit, manager, fte, grade, from }: StructureFact & { type: 'PostEstablished' },
): Structure {
  const lines = { [solidLine]: [{ from, value: manager }] };
  const plan = { fte, grade, unit: [{ from, value: unit }], lines };
  const placed = { established: from, closed: [], ...plan };
  const posts = tableWith(structure.posts, post, placed);
  return { ...structure, posts, units: withMember(structure.units, 'posts', unit, post) };
}

function withMember(
  units: Table<Unit>,
  kind: 'units' | 'posts',
  into: string | null,
  member: string,
): Table<Unit> {
  const unit = into === null ? undefined : tableGet(units, into);
  if (into === null || unit === undefined || tableGet(unit[kind], member) === true) return units;
  return tableWith(units, into, { ...unit, [kind]: tableWith(unit[kind], member, true) });
}

type Subject = Correction['of'];

const unitCalled = (id: string): Subject => ({ kind: 'unit', id });
const postCalled = (id: string): Subject => ({ kind: 'post', id });

/** What a field of a unit or post holds on a day: a code, none, or whether it is closed. */
export type FieldValue = string | boolean | null;

/** The name that a reporting line has as a field of a post. */
export const fieldOf = (line: string): string => `line:${line}`;

/** The line that a field stands for; undefined for the other fields. */
export const lineOf = (field: string): string | undefined =>
  field.startsWith('line:') ? field.slice('line:'.length) : undefined;

/** The entries of a field; undefined when there is no such unit, post or field of it. */
export function timelineOf(
  structure: Structure,
  { kind, id }: Subject,
  field: string,
): Timeline<FieldValue> | undefined {
  const unit = kind === 'unit' ? unitOf(structure, id) : undefined;
  const post = kind === 'post' ? postOf(structure, id) : undefined;
  if (field === 'closed') return (unit ?? post)?.closed;
  if (field === 'parent') return unit?.parent;
  if (field === 'head') return unit?.head;
  if (field === 'unit') return post?.unit;
  const line = lineOf(field);
  return line === undefined || post === undefined ? undefined : lineEntries(post, line);
}

/** The entries of a reporting line, of which a post may have none. */
export const lineEntries = ({ lines }: Post, line: string): Timeline<string | null> =>
  (Object.hasOwn(lines, line) ? lines[line] : undefined) ?? [];

function alter(
  structure: Structure,
  subject: Subject,
  field: string,
  from: Day,
  value: FieldValue,
): Structure {
  const before = timelineOf(structure, subject, field);
  if (before === undefined) return structure;
  return withTimeline(structure, subject, field, withEntry(before, from, value), value);
}

function corrected(
  structure: Structure,
  { of, field, from, to }: StructureFact & { type: 'StructureCorrected' },
): Structure {
  const before = timelineOf(structure, of, field);
  if (before === undefined) return structure;
  const timeline = correctedTimeline(before, from, to);
  return withTimeline(structure, of, field, timeline, to?.value ?? null);
}

/** The entries as they read once one of them is corrected. */
export function correctedTimeline(
  timeline: Timeline<FieldValue>,
  from: Day,
  to: Correction['to'],
): Timeline<FieldValue> {
  const others = withoutEntry(timeline, from);
  return to === null ? others : withEntry(others, to.from, to.value);
}

/** With other entries of one field; `into` is the unit that one of them newly places it in. */
function withTimeline(
  structure: Structure,
  { kind, id }: Subject,
  field: string,
  timeline: Timeline<FieldValue>,
  into: FieldValue,
): Structure {
  if (kind === 'unit') {
    const unit = { ...unitOf(structure, id), [field]: timeline } as Unit;
    const units = tableWith(structure.units, id, unit);
    if (field !== 'parent') return { ...structure, units };
    return { ...structure, units: withMember(units, 'units', into as string | null, id) };
  }
  const post = postOf(structure, id) as Post;
  const line = lineOf(field);
  const lines = line === undefined ? {} : { lines: { ...post.lines, [line]: timeline } };
  const changed = line === undefined ? { ...post, [field]: timeline } : { ...post, ...lines };
  const posts = tableWith(structure.posts, id, changed as Post);
  if (field !== 'unit') return { ...structure, posts };
  return { ...structure, posts, units: withMember(structure.units, 'posts', into as string, id) };
}
