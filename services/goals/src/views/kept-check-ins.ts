import { same, type Actor, type EpochMs, type Instant } from '@plumbline/kernel';
import type { Said } from '@plumbline/views';

/** A check-in as readers see it. */
export interface CheckInLine extends UsualCheckIn {
  readonly id: string;
  readonly at: Instant;
  readonly recordedAt: EpochMs;
  readonly value: number | null;
  readonly confidence: number | null;
  readonly by: Actor;
}

/** What most check-ins have in common. */
interface UsualCheckIn {
  readonly done: readonly string[] | null;
  readonly narrative: Said | null;
  readonly late: boolean;
  readonly withdrawn: boolean;
  readonly source: string;
  readonly corrections: readonly CorrectionLine[];
}

export interface CorrectionLine {
  readonly at: Instant;
  readonly recordedAt: EpochMs;
  readonly by: Actor;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: Said | null;
}

const usual: UsualCheckIn = {
  ...{ done: null, narrative: null, late: false, withdrawn: false },
  ...{ source: 'person', corrections: [] },
};

/**
 * A check-in as a sheet keeps it: a list, as names would be most of it, with only what is not usual
 * by name. A goal has many of them, and with each one all are written again.
 */
export type KeptCheckIn = readonly [
  id: string,
  at: Instant,
  /** How long after `at` it was recorded. */
  recordedAfterMs: number,
  value: number | null,
  confidence: number | null,
  /** Null: as of the one before. */
  by: Actor | null,
  unusual?: Partial<UsualCheckIn>,
];

export function checkInsOf(kept: readonly KeptCheckIn[]): CheckInLine[] {
  let last: Actor = { sub: '', via: '' };
  return kept.map(([id, at, afterMs, value, confidence, by, unusual]) => {
    last = by ?? last;
    const recordedAt = Date.parse(at) + afterMs;
    return { ...usual, ...unusual, id, at, recordedAt, value, confidence, by: last };
  });
}

export function withCheckIn(kept: readonly KeptCheckIn[], line: CheckInLine): KeptCheckIn[] {
  const { id, at, recordedAt, value, confidence, by } = line;
  const before = kept.findLast(([, , , , , of]) => of !== null)?.[5];
  const afterMs = recordedAt - Date.parse(at);
  const unusual = unusualOf(line);
  const actor = same(before, by) ? null : by;
  return unusual === undefined
    ? [...kept, [id, at, afterMs, value, confidence, actor]]
    : [...kept, [id, at, afterMs, value, confidence, actor, unusual]];
}

export interface CorrectedTo {
  readonly value: number | null;
  readonly done: readonly string[] | null;
  readonly confidence: number | null;
}

/** A check-in corrected; to nothing: withdrawn, which keeps what it said. */
export function withCorrection(
  kept: readonly KeptCheckIn[],
  checkInId: string,
  to: CorrectedTo | null,
  correction: CorrectionLine,
): KeptCheckIn[] {
  return kept.map((one) => {
    const [id, at, afterMs, value, confidence, by, unusual] = one;
    if (id !== checkInId) return one;
    const corrections = [...(unusual?.corrections ?? []), correction];
    const said = to ?? { value, confidence, done: unusual?.done ?? null };
    const now = { ...usual, ...unusual, done: said.done, withdrawn: to === null, corrections };
    return [id, at, afterMs, said.value, said.confidence, by, unusualOf(now) ?? {}];
  });
}

function unusualOf(line: UsualCheckIn): Partial<UsualCheckIn> | undefined {
  const { done, narrative, late, withdrawn, source, corrections } = line;
  const isUsual =
    done === null && narrative === null && !late && !withdrawn && corrections.length === 0;
  if (isUsual && source === usual.source) return undefined;
  return {
    ...(done === null ? {} : { done }),
    ...(narrative === null ? {} : { narrative }),
    ...(late ? { late } : {}),
    ...(withdrawn ? { withdrawn } : {}),
    ...(source === usual.source ? {} : { source }),
    ...(corrections.length === 0 ? {} : { corrections }),
  };
}
