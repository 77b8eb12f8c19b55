import { same, type Actor, type EpochMs, type Instant } from '@plumbline/kernel';
import type { Said as Quoted } from '@plumbline/views';

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
  readonly narrative: Quoted | null;
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
  readonly reason: Quoted | null;
}

const usual: UsualCheckIn = {
  ...{ done: null, narrative: null, late: false, withdrawn: false },
  ...{ source: 'person', corrections: [] },
};

/**
 * The check-ins of a key result as a sheet keeps them: what each one has as one line of a text, and
 * beside it only what is not usual. A goal has many of them, and with each one all are written
 * again: a text is written in a fifth of the time of as many lists.
 */
export interface KeptCheckIns {
  readonly count: number;
  /** Id, `at`, how long after it it was recorded, value and confidence of each. */
  readonly lines: string;
  /** Who made them, from which one on. */
  readonly by: readonly (readonly [from: number, by: Actor])[];
  /** By the number of the check-in. */
  readonly unusual: Readonly<Record<number, Partial<UsualCheckIn>>>;
}

export const noCheckIns: KeptCheckIns = { count: 0, lines: '', by: [], unusual: {} };

export function checkInsOf({ count, lines, by, unusual }: KeptCheckIns): CheckInLine[] {
  if (count === 0) return [];
  let makers = 0;
  return lines.split(lineEnd).map((line, no) => {
    while ((by[makers + 1]?.[0] ?? count) <= no) makers += 1;
    const actor = by[makers]?.[1] ?? nobody;
    return { ...usual, ...unusual[no], ...said(line), by: actor };
  });
}

export function withCheckIn(kept: KeptCheckIns, line: CheckInLine): KeptCheckIns {
  const { count, lines } = kept;
  const unusual = unusualOf(line);
  const isSame = same(kept.by.at(-1)?.[1], line.by);
  return {
    count: count + 1,
    lines: count === 0 ? written(line) : `${lines}${lineEnd}${written(line)}`,
    by: isSame ? kept.by : [...kept.by, [count, line.by]],
    unusual: unusual === undefined ? kept.unusual : { ...kept.unusual, [count]: unusual },
  };
}

const lineEnd = ',';
const nobody: Actor = { sub: '', via: '' };

type Said = Pick<CheckInLine, 'id' | 'at' | 'recordedAt' | 'value' | 'confidence'>;

function written({ id, at, recordedAt, value, confidence }: Said): string {
  // A command's id has nothing to be escaped; one that was given by hand may have.
  const name = /[ ,%]/.test(id) ? encodeURIComponent(id) : id;
  return `${name} ${at} ${recordedAt - Date.parse(at)} ${value ?? ''} ${confidence ?? ''}`;
}

function said(line: string): Said {
  const [name = '', at = '', afterMs, value = '', confidence = ''] = line.split(' ');
  return {
    id: name.includes('%') ? decodeURIComponent(name) : name,
    at: at as Instant,
    recordedAt: Date.parse(at) + Number(afterMs),
    value: value === '' ? null : Number(value),
    confidence: confidence === '' ? null : Number(confidence),
  };
}

export interface CorrectedTo {
  readonly value: number | null;
  readonly done: readonly string[] | null;
  readonly confidence: number | null;
}

/** A check-in corrected; to nothing: withdrawn, which keeps what it said. */
export function withCorrection(
  kept: KeptCheckIns,
  checkInId: string,
  to: CorrectedTo | null,
  correction: CorrectionLine,
): KeptCheckIns {
  const corrected = checkInsOf(kept).map((one) => {
    if (one.id !== checkInId) return one;
    const corrections = [...one.corrections, correction];
    return { ...one, ...to, withdrawn: to === null, corrections };
  });
  return corrected.reduce(withCheckIn, noCheckIns);
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
