import type { Instant, Text } from '@plumbline/kernel';

/**
 * What is recorded of the reward programme of a company, one stream for all of it. The names of
 * values and rewards, and why the programme was revised, are in `text`.
 */
export type ProgrammeFact =
  | (Act & { type: 'ProgrammeDefined'; text: Text } & Terms)
  | (Act & { type: 'ProgrammeRevised'; before: Terms; text: Text } & Terms);

interface Act {
  readonly act: string;
  readonly programmeId: string;
  readonly at: Instant;
}

/** What holds now. What is withdrawn is not among it, and stays known by its id. */
export interface Terms {
  /** The ids of what the company stands for: a recognition is for one of them. */
  readonly values: readonly string[];
  /** Points that each person may give in a month (UTC). A change counts from the next grant. */
  readonly monthlyAllowance: number;
  /** Points that one person may get by one recognition, at most. */
  readonly pointsPerRecognitionMax: number;
  readonly rewards: readonly Reward[];
}

export interface Reward {
  readonly id: string;
  readonly cost: number;
}

export type Programme = { readonly stage: 'none' } | LiveProgramme;

export interface LiveProgramme extends Terms {
  readonly stage: 'defined';
  readonly programmeId: string;
  /** All that there ever was, so that old recognitions can be read; a reward at its last cost. */
  readonly knownValues: readonly string[];
  readonly knownRewards: readonly Reward[];
  /** Since when the newest terms hold. */
  readonly alteredAt: Instant;
  readonly acts: Readonly<Record<string, true>>;
}

export const initialProgramme: Programme = { stage: 'none' };

export function evolveProgramme(programme: Programme, fact: ProgrammeFact): Programme {
  const before = programme.stage === 'none' ? nothingKnown : programme;
  const terms = termsOf(fact);
  const { values, rewards } = terms;
  const gone = before.knownRewards.filter(({ id }) => rewards.every((one) => one.id !== id));
  return {
    ...{ stage: 'defined', programmeId: fact.programmeId, ...terms },
    knownValues: [...new Set([...before.knownValues, ...values])],
    knownRewards: [...gone, ...rewards],
    alteredAt: fact.at,
    acts: { ...before.acts, [fact.act]: true },
  };
}

const nothingKnown = { knownValues: [], knownRewards: [], acts: {} };

export function termsOf(terms: Terms): Terms {
  const { values, monthlyAllowance, pointsPerRecognitionMax, rewards } = terms;
  return { values, monthlyAllowance, pointsPerRecognitionMax, rewards };
}

/** What a reward costs now; null when it is not, or no more, to be had. */
export function costOf({ rewards }: Terms, rewardId: string): number | null {
  return rewards.find(({ id }) => id === rewardId)?.cost ?? null;
}
