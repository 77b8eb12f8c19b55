import type { Day, Instant, Text } from '@plumbline/kernel';

/**
 * What is recorded of a reorganisation: many posts of a unit that move on one day. This is a
 * storage contract: a change of meaning is a new version. The reasons are in `text`.
 */
export type ReorganisationFact =
  | (Act & { type: 'ReorganisationOrdered'; text: Text } & Order)
  | (Act & { type: 'ReorganisationStepped'; step: number } & StepOutcome)
  | (Act & { type: 'ReorganisationCompleted'; done: number; refused: number })
  | (Act & { type: 'ReorganisationStopped'; text: Text });

interface Act {
  readonly act: string;
  readonly reorganisation: string;
  readonly at: Instant;
}

export interface Order {
  readonly unit: string;
  /** The day on which all of it takes effect. */
  readonly from: Day;
  readonly moves: readonly Move[];
}

/** Where one post goes: into a unit, under a manager (null: under none), or both. */
export interface Move {
  readonly post: string;
  readonly unit?: string;
  readonly manager?: string | null;
}

export interface StepOutcome {
  /** How many moves of this step were carried out, or had been so already. */
  readonly done: number;
  readonly refused: readonly RefusedMove[];
}

export interface RefusedMove {
  readonly post: string;
  readonly code: string;
}

export type Reorganisation = { readonly stage: 'none' } | LiveReorganisation;

export interface LiveReorganisation extends Order {
  readonly stage: 'ordered' | 'under-way' | 'completed' | 'stopped';
  readonly reorganisation: string;
  /** Steps that are through; the first is 1. */
  readonly steps: number;
  readonly done: number;
  readonly refused: number;
  /** Acts that were recorded: what repeats one decides nothing. */
  readonly acts: Readonly<Record<string, true>>;
}

export const initialReorganisation: Reorganisation = { stage: 'none' };

export function evolveReorganisation(
  state: Reorganisation,
  fact: ReorganisationFact,
): Reorganisation {
  if (fact.type === 'ReorganisationOrdered') {
    const { act, reorganisation, unit, from, moves } = fact;
    const none = { steps: 0, done: 0, refused: 0 };
    return { stage: 'ordered', reorganisation, unit, from, moves, ...none, acts: { [act]: true } };
  }
  if (state.stage === 'none') return state;
  const acts = { ...state.acts, [fact.act]: true as const };
  switch (fact.type) {
    case 'ReorganisationStepped': {
      const done = state.done + fact.done;
      const refused = state.refused + fact.refused.length;
      return { ...state, stage: 'under-way', steps: fact.step, done, refused, acts };
    }
    case 'ReorganisationCompleted':
      return { ...state, stage: 'completed', acts };
    case 'ReorganisationStopped':
      return { ...state, stage: 'stopped', acts };
  }
}
