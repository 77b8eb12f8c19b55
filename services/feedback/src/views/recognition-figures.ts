import { displayTier, giniCoefficient, pairReciprocity, proportion } from '@plumbline/statistics';
import type { DisplayTier, Edge, Estimate, Proportion } from '@plumbline/statistics';
import type { RecognitionLine } from './recognition-wall.ts';

/** How recognition is spread over some people. Null where there are too few to show anything. */
export interface RecognitionFigures {
  readonly people: number;
  readonly tier: DisplayTier;
  /** Recognitions that one of the people got, whoever gave them. */
  readonly recognitions: number | null;
  /** The share of the people who were recognised at least once. */
  readonly coverage: Proportion | null;
  /** Of the points that the people got, with a 0 for who got none. */
  readonly concentration: Estimate | null;
  /** Of the pairs among the people themselves. */
  readonly reciprocity: Estimate | null;
}

/** Who and how many of them got what of the recognitions, whoever they came from. */
export function recognitionFigures(
  people: readonly string[],
  recognitions: Iterable<RecognitionLine>,
): RecognitionFigures {
  const tier = displayTier(people.length);
  if (tier === 'hidden') return hiddenFigures(people.length);
  const points = new Map(people.map((person) => [person, 0]));
  const recognised = new Set<string>();
  const edges: Edge[] = [];
  let count = 0;
  for (const { giver, receivers, points: each } of recognitions) {
    const among = receivers.filter(({ person }) => points.has(person));
    if (among.length > 0) count += 1;
    for (const { person } of among) {
      recognised.add(person);
      points.set(person, (points.get(person) ?? 0) + each);
      if (points.has(giver)) edges.push({ from: giver, to: person });
    }
  }
  return {
    ...{ people: people.length, tier, recognitions: count },
    coverage: proportion('recognition-coverage@1', recognised.size, people.length),
    concentration: giniCoefficient([...points.values()]),
    reciprocity: pairReciprocity(edges),
  };
}

/** Of so many people nothing else is told. */
export function hiddenFigures(people: number): RecognitionFigures {
  const none = { recognitions: null, coverage: null, concentration: null, reciprocity: null };
  return { people, tier: 'hidden', ...none };
}
