import { msPerDay, type EpochMs } from '@plumbline/kernel';
import { quantile, type Estimate } from '@plumbline/statistics';

/** From signals of a strategy to the goals that answer them, from plain documents in any order. */
export interface ReplanLatencyInput {
  readonly signals: readonly Signal[];
  /** Amendments of goals that cite a signal. */
  readonly amendments: readonly CitingAmendment[];
  readonly until: EpochMs;
}

export type SignalKind = 'market' | 'customer' | 'regulation' | 'technology' | 'internal';

export interface Signal {
  readonly signalId: string;
  readonly kind: SignalKind;
  readonly raisedAt: EpochMs;
}

export interface CitingAmendment {
  readonly goalId: string;
  readonly signalId: string;
  readonly at: EpochMs;
}

/** Days from a signal to the first amendment of each goal that cites it. n: goals and signals. */
export interface ReplanLatency {
  readonly median: Estimate;
  readonly p90: Estimate;
  /** Oldest signal first. */
  readonly signals: readonly SignalLine[];
  /** Signals that no goal has answered yet: in no quantile, as their latency is not known. */
  readonly open: readonly (Signal & { readonly ageDays: number })[];
  /** Amendments dated before the signal that they cite, which they cannot be an answer to. */
  readonly before: number;
}

export interface SignalLine extends Signal {
  /** Fastest first. */
  readonly answers: readonly { readonly goalId: string; readonly days: number }[];
}

export function replanLatency({ signals, amendments, until }: ReplanLatencyInput): ReplanLatency {
  const raised = [...new Map(signals.map((one) => [one.signalId, one])).values()]
    .filter((one) => one.raisedAt <= until)
    .sort((one, other) => {
      return one.raisedAt - other.raisedAt || (one.signalId < other.signalId ? -1 : 1);
    });
  const times = new Map(raised.map((one) => [one.signalId, one.raisedAt]));
  const firstOf = new Map(raised.map((one) => [one.signalId, new Map<string, EpochMs>()]));
  const early = new Set<string>();
  for (const { goalId, signalId, at } of amendments) {
    const [raisedAt, first] = [times.get(signalId), firstOf.get(signalId)];
    if (raisedAt === undefined || first === undefined || at > until) continue;
    if (at < raisedAt) early.add(`${goalId} ${signalId} ${at}`);
    else first.set(goalId, Math.min(at, first.get(goalId) ?? at));
  }
  const lines = raised.map((signal) => {
    const answers = [...(firstOf.get(signal.signalId) ?? [])].map(([goalId, at]) => {
      return { goalId, days: (at - signal.raisedAt) / msPerDay };
    });
    return { ...signal, answers: answers.sort(fastestFirst) };
  });
  const days = lines.flatMap((one) => one.answers.map((answer) => answer.days));
  const open = raised.filter((one) => firstOf.get(one.signalId)?.size === 0);
  return {
    median: quantile('replan-latency-p50@1', days, 0.5),
    p90: quantile('replan-latency-p90@1', days, 0.9),
    signals: lines,
    open: open.map((one) => ({ ...one, ageDays: (until - one.raisedAt) / msPerDay })),
    before: early.size,
  };
}

type Answer = SignalLine['answers'][number];

function fastestFirst(one: Answer, other: Answer): number {
  return one.days - other.days || (one.goalId < other.goalId ? -1 : 1);
}
