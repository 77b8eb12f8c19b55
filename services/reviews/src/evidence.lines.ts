import type { Day, Position } from '@plumbline/kernel';
import type { Copied } from './views/evidence-copy.ts';
import type { GoalEvidence } from './views/evidence-goals.ts';
import type { NoteEvidence } from './views/evidence-notes.ts';
import type { PersonEvidence } from './views/evidence-people.ts';
import { holdersIn, type ResponseEvidence } from './views/evidence-responses.ts';

/** A stream of another context as far as it was copied, its facts in the order of revisions. */
export interface CopiedStream<Fact> {
  readonly of: string;
  readonly stream: string;
  readonly facts: readonly Copied<Fact>[];
}

/** All that reviews keep of what others have published about one person. */
export interface EvidenceCopy {
  readonly goals: readonly CopiedStream<GoalEvidence>[];
  readonly notes: readonly CopiedStream<NoteEvidence>[];
  readonly responses: readonly CopiedStream<ResponseEvidence>[];
  readonly person: readonly CopiedStream<PersonEvidence>[];
}

/** Whose review it is, and of which days; both are within. */
export interface EvidenceScope {
  readonly subject: string;
  readonly period: { readonly from: Day; readonly to: Day };
}

export const evidenceSources = ['goals', 'feedback', 'customers', 'directory'] as const;
export type EvidenceSource = (typeof evidenceSources)[number];

export type EvidenceFact = GoalEvidence | NoteEvidence | ResponseEvidence | PersonEvidence;

/** A fact with its place in a line: a manifest pins a line up to such a place. */
export type Placed<Fact> = Copied<Fact> & { readonly place: number; readonly stream: string };

/**
 * Facts that are pinned together. A line of one goal or person is a stream, and its places are
 * revisions. What there is much of, notes and responses of customers, is a line a month, of every
 * stream that tells of the subject: its places are counted from 0 in the order of the log. Facts
 * only ever come to the end of a line, so that what was pinned of it stays what it is.
 */
export interface Line<Fact = EvidenceFact> {
  readonly source: EvidenceSource;
  readonly stream: string;
  readonly facts: readonly Placed<Fact>[];
}

/** Everything that could count for somebody's review, in one order; empty lines are left out. */
export function linesOf(copy: EvidenceCopy, scope: EvidenceScope): readonly Line[] {
  const lines: readonly Line[] = [
    ...copy.goals.map((one) => streamLine('goals', one)),
    ...notesByMonth(copy.notes, scope),
    ...responsesByMonth(copy.responses, scope),
    ...copy.person.map((one) => streamLine('directory', one)),
  ];
  return lines
    .filter(({ facts }) => facts.length > 0)
    .toSorted((a, b) => {
      const order = evidenceSources.indexOf(a.source) - evidenceSources.indexOf(b.source);
      return order === 0 ? (a.stream < b.stream ? -1 : 1) : order;
    });
}

/** The copy as it was at a position, whatever was recorded since. */
export function copyAt(copy: EvidenceCopy, position: Position): EvidenceCopy {
  const upTo = <Fact>(streams: readonly CopiedStream<Fact>[]) =>
    streams.flatMap((one) => {
      const facts = one.facts.filter((fact) => fact.position <= position);
      return facts.length === 0 ? [] : [{ ...one, facts }];
    });
  const { goals, notes, responses, person } = copy;
  return {
    ...{ goals: upTo(goals), notes: upTo(notes) },
    ...{ responses: upTo(responses), person: upTo(person) },
  };
}

function streamLine<Fact>(
  source: EvidenceSource,
  { stream, facts }: CopiedStream<Fact>,
): Line<Fact> {
  return { source, stream, facts: facts.map((one) => ({ ...one, stream, place: one.revision })) };
}

function notesByMonth(
  streams: readonly CopiedStream<NoteEvidence>[],
  { subject, period }: EvidenceScope,
): readonly Line<NoteEvidence>[] {
  const months = new Map<string, Unplaced<NoteEvidence>[]>();
  for (const { stream, facts } of streams) {
    const given = facts.find(({ type }) => type === 'feedback.FeedbackGiven.v1');
    if (given?.type !== 'feedback.FeedbackGiven.v1' || given.data.subject !== subject) continue;
    const day = given.effectiveAt.slice(0, 10);
    if (isWithin(day, period)) addTo(months, day, stream, facts);
  }
  return monthLines('feedback', 'feedback.note', months);
}

function responsesByMonth(
  streams: readonly CopiedStream<ResponseEvidence>[],
  { subject, period }: EvidenceScope,
): readonly Line<ResponseEvidence>[] {
  const months = new Map<string, Unplaced<ResponseEvidence>[]>();
  for (const { stream, facts } of streams) {
    for (const fact of facts) {
      const { occurredOn } = fact.data.counted;
      // Only what names the subject: a fact that names another comes to no line of this one.
      if (!holdersIn(fact).includes(`person:${subject}`)) continue;
      if (isWithin(occurredOn, period)) addTo(months, occurredOn, stream, [fact]);
    }
  }
  return monthLines('customers', 'feedback.customer-response', months);
}

type Unplaced<Fact> = Copied<Fact> & { readonly stream: string };

function addTo<Fact>(
  months: Map<string, Unplaced<Fact>[]>,
  day: Day,
  stream: string,
  facts: readonly Copied<Fact>[],
): void {
  const month = day.slice(0, 7);
  const there = months.get(month) ?? [];
  for (const fact of facts) there.push({ ...fact, stream });
  months.set(month, there);
}

function monthLines<Fact>(
  source: EvidenceSource,
  name: string,
  months: ReadonlyMap<string, readonly Unplaced<Fact>[]>,
): readonly Line<Fact>[] {
  return [...months].map(([month, facts]) => ({
    source,
    stream: `${name} ${month}`,
    facts: facts
      .toSorted((a, b) => (a.position < b.position ? -1 : 1))
      .map((fact, place) => ({ ...fact, place })),
  }));
}

function isWithin(day: Day, { from, to }: EvidenceScope['period']): boolean {
  return day >= from && day <= to;
}
