import { figure } from './figure.ts';
import { scoreInterval, type Proportion } from './proportion.ts';

/** One question of an engagement survey: how many answered it, and how many of these favourably. */
export interface EngagementItem {
  readonly favourable: number;
  readonly n: number;
}

/** An index over several questions. */
export interface EngagementIndex extends Proportion {
  /** Questions that it is of. */
  readonly items: number;
  /** Answers to all of them together, of which `successes` are favourable. */
  readonly answers: number;
}

/**
 * Engagement index: the favourable share of the answers to several questions of one survey, pooled,
 * so that a question that few have answered weighs as few. (The mean of the questions' shares would
 * be an average of averages.)
 *
 * `n` is how many people it rests on: the fewest answers that a question has. What one person
 * answers to several questions is alike, and several times as many answers are not as many people:
 * the 0.95 interval is Wilson's for `n`, as if all answers of a person were one. That is wide
 * enough however alike they are.
 *
 * Unit: share. Null without questions, and where one of them has no answers. Throws RangeError for
 * what is no count, and for more favourable answers than answers.
 */
export function engagementIndex(items: readonly EngagementItem[]): EngagementIndex {
  if (items.some(({ favourable, n }) => !isCount(favourable) || !isCount(n) || favourable > n)) {
    throw new RangeError('an item has counts, with no more favourable answers than answers');
  }
  const answers = items.reduce((sum, { n }) => sum + n, 0);
  const successes = items.reduce((sum, { favourable }) => sum + favourable, 0);
  const n = items.length === 0 ? 0 : Math.min(...items.map((one) => one.n));
  const value = n === 0 ? null : successes / answers;
  const { low, high } = value === null ? unknown : scoreInterval(value, n);
  return {
    ...figure('engagement-index@1', value, n),
    ...{ successes, answers, items: items.length, low, high },
  };
}

const unknown = { low: null, high: null };

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
