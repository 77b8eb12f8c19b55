import type { Day, Instant } from '@plumbline/kernel';
import type { EvidenceFact, EvidenceScope, Line, Placed } from './evidence.lines.ts';
import type { PersonEvidence } from './views/evidence-people.ts';
import type { ResponseEvidence } from './views/evidence-responses.ts';

/** Days that a fact tells of; both are within. Null: of all days from the first one on. */
export interface ToldDays {
  readonly from: Day;
  readonly to: Day | null;
}

/**
 * Which days a fact of a line tells of. A leave that is entered in December may be one of spring,
 * and so may an answer of a customer: when it was entered says nothing of that. Null of goals and
 * feedback: what they say holds since it was effective.
 */
export function toldDays(line: Line, fact: Placed<EvidenceFact>): ToldDays | null {
  if (line.source === 'goals' || line.source === 'feedback') return null;
  if (line.source === 'directory') return daysOfPerson(line, fact as Placed<PersonEvidence>);
  const { occurredOn } = (fact as Placed<ResponseEvidence>).data.counted;
  return { from: occurredOn, to: occurredOn };
}

/** Whether some of these days are of the period, and before a pin or on its day. */
export function areOfPeriod(
  { from, to }: ToldDays,
  asOf: Instant,
  { period }: EvidenceScope,
): boolean {
  const pinned = asOf.slice(0, 10);
  const last = pinned < period.to ? pinned : period.to;
  return from <= last && (to === null || to >= period.from);
}

function daysOfPerson(line: Line, fact: Placed<PersonEvidence>): ToldDays {
  switch (fact.type) {
    case 'directory.LeaveRecorded.v1':
      return { from: fact.data.from, to: fact.data.until };
    case 'directory.LeaveChanged.v1':
      return daysChanged(endBefore(line, fact), fact.data.until);
    case 'directory.PersonCorrected.v1': {
      const { from, to } = fact.data;
      return { from: to !== null && to.from < from ? to.from : from, to: null };
    }
    default:
      return { from: fact.data.from, to: null };
  }
}

/** From the earlier one of two ends to the later one; null is none. */
function daysChanged(before: Day | null, now: Day | null): ToldDays {
  if (before === null || now === null) return { from: before ?? now ?? '', to: null };
  return before < now ? { from: before, to: now } : { from: now, to: before };
}

/** When a leave was to end before a fact changed that. */
function endBefore({ facts }: Line, change: Placed<PersonEvidence>): Day | null {
  const all = facts as readonly Placed<PersonEvidence>[];
  const before = all.findLast(
    (one) => one.place < change.place && leaveOf(one) === leaveOf(change),
  );
  return before !== undefined && 'until' in before.data ? before.data.until : null;
}

function leaveOf({ data }: PersonEvidence): string | undefined {
  return 'leave' in data ? data.leave : undefined;
}
