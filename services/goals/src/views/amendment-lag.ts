import { msPerDay, startOfDay, type Day, type EpochMs } from '@plumbline/kernel';
import { quantile, type Estimate } from '@plumbline/statistics';

/** How long plans lag behind what they hang on, from plain documents in any order. */
export interface AmendmentLagInput {
  readonly pairs: readonly AlignedPair[];
  /** Amendments of goals and revisions of strategies, by the id of either. */
  readonly amendments: readonly { readonly of: string; readonly at: EpochMs }[];
  /** When a child was aligned, by its id: to another parent is a re-plan too. */
  readonly alignments: readonly { readonly child: string; readonly at: EpochMs }[];
  readonly until: EpochMs;
}

/** A goal and what it is aligned to: another goal, or a strategy by one of its themes. */
export interface AlignedPair {
  readonly alignmentId: string;
  readonly child: string;
  readonly parent: string;
  readonly from: Day;
  /** The first day on which it is no more. */
  readonly until: Day | null;
  /** Since when the child is closed or withdrawn. */
  readonly childOverAt: EpochMs | null;
}

/**
 * Days from an amendment of the parent to the first amendment or alignment of the child at that
 * time or after it. Amendments of the parent that one re-plan answers are one wait, from the
 * first of them.
 */
export interface AmendmentLag {
  readonly median: Estimate;
  readonly p90: Estimate;
  readonly answered: readonly AnsweredWait[];
  /** Not answered by `until`: in no quantile, as their lag is not known yet. Oldest first. */
  readonly waiting: readonly OpenWait[];
  /** Waits that ended without a re-plan: the child was over, or aligned there no more. */
  readonly lapsed: number;
}

interface Wait {
  readonly alignmentId: string;
  readonly child: string;
  readonly parent: string;
  readonly amendedAt: EpochMs;
}
export interface AnsweredWait extends Wait {
  readonly replannedAt: EpochMs;
  readonly days: number;
}
export interface OpenWait extends Wait {
  readonly ageDays: number;
}

export function amendmentLag(input: AmendmentLagInput): AmendmentLag {
  const { pairs, until } = input;
  const amendedAt = timesBy(input.amendments, (one) => one.of, until);
  const alignedAt = timesBy(input.alignments, (one) => one.child, until);
  const answered: AnsweredWait[] = [];
  const waiting: OpenWait[] = [];
  let lapsed = 0;
  for (const pair of new Map(pairs.map((one) => [one.alignmentId, one])).values()) {
    const { alignmentId, child, parent } = pair;
    const end = endOf(pair);
    const amendments = (amendedAt.get(parent) ?? []).filter((at) => {
      return at >= Date.parse(startOfDay(pair.from)) && at < end;
    });
    const replans = merged(amendedAt.get(child) ?? [], alignedAt.get(child) ?? []);
    for (const { from, to } of waits(amendments, replans)) {
      const wait = { alignmentId, child, parent, amendedAt: from };
      // To be aligned elsewhere on the day on which it ends here is the answer to it.
      if (to !== null && to < end + msPerDay) {
        answered.push({ ...wait, replannedAt: to, days: (to - from) / msPerDay });
      } else if (end <= until) lapsed += 1;
      else waiting.push({ ...wait, ageDays: (until - from) / msPerDay });
    }
  }
  const days = answered.map((one) => one.days);
  return {
    median: quantile('amendment-lag-p50@1', days, 0.5),
    p90: quantile('amendment-lag-p90@1', days, 0.9),
    answered: answered.sort(oldestFirst),
    waiting: waiting.sort(oldestFirst),
    lapsed,
  };
}

function oldestFirst(one: Wait, other: Wait): number {
  return one.amendedAt - other.amendedAt || (one.alignmentId < other.alignmentId ? -1 : 1);
}

/** From when on the child does not hang on the parent any more. */
function endOf({ until, childOverAt }: AlignedPair): EpochMs {
  const ends = until === null ? Number.POSITIVE_INFINITY : Date.parse(startOfDay(until));
  return Math.min(ends, childOverAt ?? Number.POSITIVE_INFINITY);
}

/** Times by a key, ascending and each once, without those after `until`. */
function timesBy<T extends { readonly at: EpochMs }>(
  all: readonly T[],
  keyOf: (one: T) => string,
  until: EpochMs,
): ReadonlyMap<string, readonly EpochMs[]> {
  const times = new Map<string, Set<EpochMs>>();
  for (const one of all) {
    if (one.at > until) continue;
    const key = keyOf(one);
    times.set(key, (times.get(key) ?? new Set()).add(one.at));
  }
  return new Map([...times].map(([key, seen]) => [key, merged([...seen], [])]));
}

function merged(one: readonly EpochMs[], other: readonly EpochMs[]): EpochMs[] {
  return [...one, ...other].sort((a, b) => a - b);
}

/** Each amendment that is not yet waited for, with the first re-plan that does not precede it. */
function waits(amendments: readonly EpochMs[], replans: readonly EpochMs[]) {
  const found: { from: EpochMs; to: EpochMs | null }[] = [];
  let answered = Number.NEGATIVE_INFINITY;
  let next = 0;
  for (const from of amendments) {
    if (from <= answered) continue;
    while ((replans[next] ?? Number.POSITIVE_INFINITY) < from) next += 1;
    const to = replans[next] ?? null;
    found.push({ from, to });
    answered = to ?? Number.POSITIVE_INFINITY;
  }
  return found;
}
