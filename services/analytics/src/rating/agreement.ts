import { intraclassCorrelation, krippendorffAlpha } from '@plumbline/statistics';
import type { Estimate, IntraclassForm } from '@plumbline/statistics';

/** What one rater gave one subject; who the rater is, where that is told. */
export interface RaterRating {
  readonly subject: string;
  readonly rater: string;
  readonly rating: number;
}

export interface Agreement {
  /** Over all subjects with two ratings at least. */
  readonly alpha: Estimate & { readonly band: AlphaBand | null };
  /** Of one rating, and of the mean of all, in the block of raters that was taken. */
  readonly single: Estimate & { readonly band: IntraclassBand | null };
  readonly average: Estimate & { readonly band: IntraclassBand | null };
  readonly raters: number;
  /** How raters and subjects meet in that block. */
  readonly design: 'same-raters' | 'raters-of-their-own' | 'none';
}

/** Koo and Li (2016) for the one, Krippendorff (2004) for the other. */
export type IntraclassBand = 'poor' | 'moderate' | 'good' | 'excellent';
export type AlphaBand = 'not-to-be-relied-on' | 'tentative' | 'reliable';

/** So many subjects at least, or a coefficient is of nobody in particular. */
export const subjectsMin = 5;

/**
 * How far raters agree. Where some raters have all rated the same subjects, ICC(2,1) and ICC(2,k)
 * of the largest such block; else ICC(1,1) and ICC(1,k) of the subjects with the most common number
 * of ratings, which takes severity of raters for error. Krippendorff's alpha needs neither.
 *
 * `given` is what each subject was given, whoever gave it; `named` tells who did, where that is
 * told. Under `subjectsMin` subjects nothing is worked out: all are null.
 */
export function agreementOf(
  given: readonly (readonly number[])[],
  named: readonly RaterRating[] = [],
): Agreement {
  const compared = given.filter((ratings) => ratings.length > 1);
  const enough = compared.length >= subjectsMin ? compared : [];
  const alpha = krippendorffAlpha(enough, 'interval');
  const same = sameRaters(named);
  const [design, block] =
    same.length >= subjectsMin
      ? (['same-raters', same] as const)
      : (['raters-of-their-own', mostCommonNumber(enough)] as const);
  const isEnough = block.length >= subjectsMin;
  const [one, all]: readonly IntraclassForm[] =
    design === 'same-raters' ? ['2-1', '2-k'] : ['1-1', '1-k'];
  const banded = (form: IntraclassForm) => {
    const estimate = intraclassCorrelation(isEnough ? block : [], form);
    return { ...estimate, band: intraclassBand(estimate.value) };
  };
  return {
    alpha: { ...alpha, band: alphaBand(alpha.value) },
    ...{ single: banded(one ?? '1-1'), average: banded(all ?? '1-k') },
    raters: isEnough ? (block[0]?.length ?? 0) : 0,
    design: isEnough ? design : 'none',
  };
}

export function intraclassBand(value: number | null): IntraclassBand | null {
  if (value === null) return null;
  if (value >= 0.9) return 'excellent';
  if (value >= 0.75) return 'good';
  return value >= 0.5 ? 'moderate' : 'poor';
}

export function alphaBand(value: number | null): AlphaBand | null {
  if (value === null) return null;
  if (value >= 0.8) return 'reliable';
  return value >= 0.667 ? 'tentative' : 'not-to-be-relied-on';
}

/** Of the sets of raters that have rated subjects together, the one with the most subjects. */
function sameRaters(named: readonly RaterRating[]): readonly (readonly number[])[] {
  const bySubject = new Map<string, Map<string, number>>();
  for (const { subject, rater, rating } of named) {
    const own = bySubject.get(subject) ?? new Map<string, number>();
    bySubject.set(subject, own.set(rater, rating));
  }
  const byRaters = new Map<string, (readonly number[])[]>();
  for (const own of bySubject.values()) {
    if (own.size < 2) continue;
    const sorted = [...own].toSorted(([rater], [other]) => (rater < other ? -1 : 1));
    const raters = JSON.stringify(sorted.map(([rater]) => rater));
    byRaters.set(raters, [...(byRaters.get(raters) ?? []), sorted.map(([, rating]) => rating)]);
  }
  return largest(byRaters.values());
}

function mostCommonNumber(given: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const byNumber = new Map<number, (readonly number[])[]>();
  for (const ratings of given) {
    byNumber.set(ratings.length, [...(byNumber.get(ratings.length) ?? []), ratings]);
  }
  return largest(byNumber.values());
}

function largest<One>(lists: Iterable<readonly One[]>): readonly One[] {
  return [...lists].toSorted((one, other) => other.length - one.length)[0] ?? [];
}
