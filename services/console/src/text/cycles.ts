import type { ReviewCycle, ReviewLine } from '../api/types.ts';
import { stageTexts as reviewStageTexts } from './reviews.ts';

export type CycleStage = ReviewCycle['stage'];
export type CycleStep = 'launch' | 'collect' | 'calibrate' | 'lock' | 'release' | 'close';

export const cycleStageTexts: Readonly<Record<CycleStage, string>> = {
  planned: 'Planned',
  launched: 'Launched, reviews are being opened',
  collecting: 'Being written',
  calibrating: 'Being compared',
  locked: 'Locked',
  released: 'Released',
  closed: 'Closed',
  cancelled: 'Cancelled',
};

interface StepText {
  readonly step: CycleStep;
  readonly label: string;
  /** What comes of it, and what is needed before. */
  readonly meaning: string;
  readonly done: string;
}

const steps: Readonly<Partial<Record<CycleStage, StepText>>> = {
  planned: {
    step: 'launch',
    label: 'Launch it',
    meaning:
      'It pins who is in it, who answers for which days, form and rule pack, and up to where facts ' +
      'count. Reviews open by themselves. The first day on which something is due must not be over.',
    done: 'It is launched.',
  },
  launched: {
    step: 'collect',
    label: 'Begin to collect',
    meaning: 'It comes by itself once reviews are open. Only if it does not, it is done by hand.',
    done: 'Reviews are written.',
  },
  collecting: {
    step: 'calibrate',
    label: 'Begin to compare',
    meaning:
      'Nothing is written from then on, and nobody joins any more. Sessions are convened, ratings ' +
      'are overridden with a reason, and reviews are finalised.',
    done: 'Ratings are compared.',
  },
  calibrating: {
    step: 'lock',
    label: 'Lock it',
    meaning: 'Each review must be finalised, declared not rated, or withdrawn: without exception.',
    done: 'It is locked.',
  },
  locked: {
    step: 'release',
    label: 'Release it',
    meaning: 'From then on managers share each review with whom it is about.',
    done: 'It is released.',
  },
  released: {
    step: 'close',
    label: 'Close it',
    meaning: 'It is over. A review is changed after that by being reopened alone.',
    done: 'It is closed.',
  },
};

/** The one step that a stage leads on to; none where it is over. */
export function stepAfter({ stage }: Pick<ReviewCycle, 'stage'>): StepText | undefined {
  return steps[stage];
}

/** Late joiners are bound to the pin of the launch, as long as reviews are written. */
export function takesJoiners({ stage }: Pick<ReviewCycle, 'stage'>): boolean {
  return stage === 'launched' || stage === 'collecting';
}

export function canBeCancelled({ stage }: Pick<ReviewCycle, 'stage'>): boolean {
  return ['planned', 'launched', 'collecting', 'calibrating'].includes(stage);
}

export interface StageCount {
  readonly text: string;
  readonly n: number;
}

type ReviewStage = NonNullable<ReviewLine['stage']>;

/** How many reviews stand where, in the order in which reviews go. */
export function countsOf(reviews: readonly Pick<ReviewLine, 'stage'>[]): readonly StageCount[] {
  const stages = Object.keys(reviewStageTexts) as readonly ReviewStage[];
  return stages.flatMap((stage) => {
    const n = reviews.filter((one) => one.stage === stage).length;
    return n === 0 ? [] : [{ text: reviewStageTexts[stage], n }];
  });
}

const beforeFinal: ReadonlySet<ReviewLine['stage']> = new Set([
  ...(['opened', 'self-submitted', 'manager-submitted', 'in-calibration', 'calibrated'] as const),
]);

/** What a lock waits for: reviews that are neither finalised nor ended. */
export function unsettledOf<Line extends Pick<ReviewLine, 'stage'>>(
  reviews: readonly Line[],
): readonly Line[] {
  return reviews.filter(({ stage }) => beforeFinal.has(stage));
}

export function populationText(
  { population: { units } }: Pick<ReviewCycle, 'population'>,
  names: ReadonlyMap<string, string | null>,
): string {
  if (units === null) return 'everybody';
  return units
    .map((one) => one.replace(/^unit:/, ''))
    .map((unit) => names.get(unit) ?? unit)
    .join(', ');
}

export function peersText({ peers: { mode, min } }: Pick<ReviewCycle, 'peers'>): string {
  if (mode === 'named') return `by name, ${min} at least`;
  return `without names, nothing of fewer than ${min}`;
}
