import type { Breakdown, SatisfactionRow } from '../api/types.ts';
import type { CustomersSearch } from '../search.ts';

/** What a page is of that names no span: the eleven months before this one, and this one. */
export function spanOf(today: string): { readonly from: string; readonly until: string } {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const from = new Date(Date.UTC(year, month - 12)).toISOString().slice(0, 10);
  return { from, until: today };
}

/** By what a part is broken down next. */
const order: readonly Breakdown[] = ['location', 'touchpoint', 'channel', 'month', 'day'];

function nextBy(by: Breakdown, search: CustomersSearch): Breakdown {
  if (by === 'month') return 'day';
  const isTaken = (one: Breakdown) => one === by || (one in search && one !== 'day');
  return order.find((one) => !isTaken(one)) ?? 'day';
}

/**
 * The page of one row, broken down further; undefined where there is none: what is hidden stays
 * so, and what names nothing cannot be asked for.
 */
export function drillInto(
  { of, tier }: Pick<SatisfactionRow, 'of' | 'tier'>,
  by: Breakdown,
  search: CustomersSearch,
): CustomersSearch | undefined {
  if (of === null || tier === 'hidden') return undefined;
  const { page: _, ...rest } = search;
  if (by === 'month') return { ...rest, ...monthSpan(of, search), by: 'day' };
  if (by === 'day') {
    const day = { ...rest, from: of, until: of };
    return { ...day, by: nextBy('day', day) };
  }
  return { ...rest, [by]: of, by: nextBy(by, search) };
}

/** Of the month as far as it lies within the span. */
function monthSpan(month: string, { from = '', until = '9999' }: CustomersSearch) {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  const first = `${month}-01`;
  return { from: first > from ? first : from, until: last < until ? last : until };
}

/** The parts of a page's address that narrow it, each with what is left without it. */
export function narrowings(search: CustomersSearch) {
  const names = ['location', 'touchpoint', 'channel'] as const;
  return names.flatMap((name) => {
    const value = search[name];
    if (value === undefined) return [];
    const { [name]: _, page: __, ...rest } = search;
    return [{ name, value, without: { ...rest, by: name } as CustomersSearch }];
  });
}
