import type { Guarded } from '@plumbline/disclosure';
import type { GuardedImpact } from '../rating/impact.ts';
import type { ScenarioScore } from '../rating/scenario.ts';
import type { ReviewFiguresAnswer } from '../review-figures.queries.ts';
import type { FairnessDto } from './review-figures.dto.ts';

/** More of those who would move are counted, and not named. */
export const moversMax = 1_000;

/** What every answer says of itself. Withheld figures are null, with the reason beside. */
function about({ position, threshold, about: of }: ReviewFiguresAnswer) {
  return { position, threshold, ...of };
}

export function distributionBody(answer: ReviewFiguresAnswer) {
  const { groups = [], unrated = 0 } = answer.distribution ?? {};
  const rows = groups.map(({ group, figure }) => {
    const none = { before: null, after: null, changed: null, meanShift: null };
    return { unit: group === '' ? null : group, ...opened(figure, none) };
  });
  const [total, ...others] = rows;
  const isByUnit = others.length > 1 || others[0]?.unit !== null;
  return { ...about(answer), unrated, total, rows: isByUnit ? others : [] };
}

export function nineBoxBody(answer: ReviewFiguresAnswer, item: string) {
  const { nineBox = null } = answer;
  if (nineBox === null) {
    const message =
      `The template of the cycle has no rating "${item}" by managers, so that there is no ` +
      'potential to set beside performance. Nothing else is taken for it.';
    return { ...about(answer), potential: null, message, ...withheld };
  }
  const { value, n, suppressed } = shownOf(nineBox);
  return {
    ...{ ...about(answer), potential: item, message: null, n, suppressed },
    ...{ unknown: value?.unknown ?? null, boxes: value?.boxes ?? null },
  };
}

const withheld = { n: null, suppressed: null, unknown: null, boxes: null };

export function agreementBody(
  answer: ReviewFiguresAnswer,
  on: { readonly part: string | null; readonly item: string | null },
) {
  const { agreement, severity = null } = answer.agreement ?? {};
  return {
    ...{ ...about(answer), ...on, ...agreement, severity },
    message:
      severity === null || severity.confounded === 0
        ? null
        : `${severity.confounded} raters share no subject with another: whether such a rater is ` +
          'severe, or the team is weak, the ratings do not tell, and no number is made of it.',
  };
}

export function impactBody(answer: ReviewFiguresAnswer, attribute: string, atLeast: number) {
  const { n = 0, ungrouped = 0, before, after } = answer.impact ?? {};
  return {
    ...{ ...about(answer), attribute, atLeast, n, ungrouped },
    ...{ before: before && groupsBody(before), after: after && groupsBody(after) },
  };
}

export function scenarioBody(
  answer: ReviewFiguresAnswer,
  instead: string,
  fairness: FairnessDto | undefined,
) {
  const { scenario } = answer;
  if (scenario === undefined) return about(answer);
  const { n, unscored, movers, impact } = scenario;
  const { attribute, atLeast } = fairness ?? {};
  return {
    // Whoever comes upon a number of it, in a file or a picture, must see what it is.
    ...{ scenario: true, ...about(answer), instead, n, unscored },
    ...{ before: opened(scenario.actual, noSpread), after: opened(scenario.instead, noSpread) },
    moved: movers.length,
    movers: movers.slice(0, moversMax).map(moverBody),
    fairness:
      impact === null
        ? null
        : {
            ...{ attribute, atLeast },
            ...{ before: groupsBody(impact.actual), after: groupsBody(impact.instead) },
          },
  };
}

const noSpread = { mean: null, counts: null };

function moverBody({ reviewId, subject, actual, instead }: ScenarioScore) {
  const difference = actual === null || instead === null ? null : instead - actual;
  return { review: reviewId, person: subject, before: actual, after: instead, difference };
}

function groupsBody({ reference, groups }: GuardedImpact) {
  return {
    reference,
    groups: groups.map(({ group, impact }) => {
      const none = { rate: null, impactRatio: null, p: null, isAdverse: null };
      return { group, ...opened(impact, none) };
    }),
  };
}

/** A figure with its count and no reason, or nothing of it and the reason. */
function opened<Figure extends object>(
  guarded: Guarded<Figure>,
  none: Readonly<Record<keyof Figure, null>>,
) {
  const { value, n, suppressed } = shownOf(guarded);
  return { n, suppressed, ...(value ?? none) };
}

function shownOf<Figure>(guarded: Guarded<Figure>) {
  return guarded.shown
    ? { value: guarded.value, n: guarded.n, suppressed: null }
    : { value: null, n: null, suppressed: guarded.reason };
}
