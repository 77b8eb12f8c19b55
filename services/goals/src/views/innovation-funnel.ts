import { msPerDay, type EpochMs } from '@plumbline/kernel';
import { proportion, quantile, type Estimate, type Proportion } from '@plumbline/statistics';
import type { Signal, SignalKind } from './replan-latency.ts';

/** What becomes of ideas, from plain documents in any order. */
export interface InnovationFunnelInput {
  readonly ideas: readonly FunnelIdea[];
  readonly signals: readonly Pick<Signal, 'signalId' | 'kind'>[];
  /** Every amendment of a goal, by the act that made it, with the signal that it answers. */
  readonly amendments: readonly {
    readonly goalId: string;
    readonly act: string;
    readonly signalId: string | null;
  }[];
}

export interface FunnelIdea {
  readonly ideaId: string;
  readonly submittedAt: EpochMs;
  readonly settled: {
    readonly outcome: 'declined' | 'adopted' | 'withdrawn';
    readonly at: EpochMs;
  } | null;
  readonly experiment: {
    readonly startedAt: EpochMs;
    readonly concluded: { readonly outcome: Conclusion; readonly at: EpochMs } | null;
  } | null;
  /** Goals and ideas that reused its lesson. */
  readonly reusedBy: readonly string[];
}

export type Conclusion = 'supported' | 'refuted' | 'inconclusive';
const conclusions: readonly Conclusion[] = ['supported', 'refuted', 'inconclusive'];

export interface InnovationFunnel {
  readonly ideas: number;
  /** Of all ideas: those with an experiment, and those that were adopted, tried or not. */
  readonly tried: Proportion;
  readonly adopted: Proportion;
  /** Of the ideas that were tried. */
  readonly adoptedOfTried: Proportion;
  readonly settled: Readonly<Record<'declined' | 'adopted' | 'withdrawn' | 'open', number>>;
  /** Of concluded experiments. A failed one with a lesson is concluded as any other. */
  readonly conclusions: readonly { readonly outcome: Conclusion; readonly share: Proportion }[];
  readonly running: number;
  /** Days from the idea to its adoption, and from an experiment's start to its conclusion. */
  readonly adoptionDays: Quantiles;
  readonly experimentDays: Quantiles;
  readonly lessons: {
    /** Concluded experiments whose lesson was reused, of all that were concluded. */
    readonly reused: Proportion;
    /** How often lessons were reused: each goal or idea counts once for a lesson. */
    readonly uses: number;
  };
  /** Amendments that answer a signal of a kind, of all amendments. */
  readonly pivots: readonly { readonly kind: SignalKind; readonly rate: Proportion }[];
}

export interface Quantiles {
  readonly median: Estimate;
  readonly p90: Estimate;
}

export function innovationFunnel(input: InnovationFunnelInput): InnovationFunnel {
  const ideas = [...new Map(input.ideas.map((one) => [one.ideaId, one])).values()];
  const tried = ideas.filter((one) => one.experiment !== null);
  const adopted = ideas.filter(isAdopted);
  const outcomes = tried.flatMap(({ experiment }) => experiment?.concluded?.outcome ?? []);
  return {
    ideas: ideas.length,
    tried: proportion('ideas-tried@1', tried.length, ideas.length),
    adopted: proportion('ideas-adopted@1', adopted.length, ideas.length),
    adoptedOfTried: proportion('tried-adopted@1', tried.filter(isAdopted).length, tried.length),
    settled: {
      declined: settledAs(ideas, 'declined'),
      adopted: adopted.length,
      withdrawn: settledAs(ideas, 'withdrawn'),
      open: ideas.filter((one) => one.settled === null).length,
    },
    conclusions: conclusions.map((outcome) => {
      const count = outcomes.filter((one) => one === outcome).length;
      return { outcome, share: proportion('conclusion-share@1', count, outcomes.length) };
    }),
    running: tried.length - outcomes.length,
    ...daysOf(ideas),
    lessons: lessonsOf(tried),
    pivots: pivotsOf(input),
  };
}

function settledAs(ideas: readonly FunnelIdea[], outcome: string): number {
  return ideas.filter((one) => one.settled?.outcome === outcome).length;
}

function isAdopted({ settled }: FunnelIdea): boolean {
  return settled?.outcome === 'adopted';
}

function daysOf(ideas: readonly FunnelIdea[]) {
  const adoption = ideas.flatMap(({ submittedAt, settled }) => {
    return settled?.outcome === 'adopted' ? [(settled.at - submittedAt) / msPerDay] : [];
  });
  const experiments = ideas.flatMap(({ experiment }) => {
    const concluded = experiment?.concluded ?? null;
    return experiment === null || concluded === null
      ? []
      : [(concluded.at - experiment.startedAt) / msPerDay];
  });
  return {
    adoptionDays: quantilesOf('idea-adoption', adoption),
    experimentDays: quantilesOf('experiment-cycle', experiments),
  };
}

function quantilesOf(name: string, days: readonly number[]): Quantiles {
  return {
    median: quantile(`${name}-p50@1`, days, 0.5),
    p90: quantile(`${name}-p90@1`, days, 0.9),
  };
}

function lessonsOf(tried: readonly FunnelIdea[]): InnovationFunnel['lessons'] {
  const concluded = tried.filter((one) => (one.experiment?.concluded ?? null) !== null);
  const uses = concluded.map((one) => new Set(one.reusedBy).size);
  const reused = uses.filter((one) => one > 0).length;
  return {
    reused: proportion('lessons-reused@1', reused, concluded.length),
    uses: uses.reduce((sum, one) => sum + one, 0),
  };
}

/** An act that amends several things of a goal is one amendment, and one pivot. */
function pivotsOf({ signals, amendments }: InnovationFunnelInput): InnovationFunnel['pivots'] {
  const kinds = new Map(signals.map((one) => [one.signalId, one.kind]));
  const acts = new Map<string, SignalKind | null>();
  for (const { goalId, act, signalId } of amendments) {
    const key = `${goalId} ${act}`;
    const kind = signalId === null ? null : (kinds.get(signalId) ?? null);
    acts.set(key, kind ?? acts.get(key) ?? null);
  }
  const found = [...acts.values()];
  return signalKinds.map((kind) => {
    const count = found.filter((one) => one === kind).length;
    return { kind, rate: proportion('pivot-rate@1', count, found.length) };
  });
}

const signalKinds: readonly SignalKind[] = [
  'market',
  'customer',
  'regulation',
  'technology',
  'internal',
];
