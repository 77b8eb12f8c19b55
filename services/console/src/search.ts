import type { Stage } from './api/types.ts';
import type { SortKey } from './goals/goal-list.ts';

/** What the address of a list of goals says. Every value may be missing; a wrong one is dropped. */
export interface GoalsSearch {
  readonly period?: string;
  readonly owner?: string;
  readonly stage?: Stage;
  readonly q?: string;
  readonly sort?: SortKey;
  readonly down?: true;
  readonly page?: number;
  /** A day: how things stood in the world at its end. */
  readonly on?: string;
}

/** What the address of a goal says: the instant it is looked at, in one of the two times. */
export interface GoalSearch {
  readonly asOf?: string;
  readonly effectiveAt?: string;
}

type Raw = Readonly<Record<string, unknown>>;

const stages: readonly string[] = ['draft', 'active', 'closed', 'withdrawn'];
const sortKeys: readonly string[] = [
  'title',
  'owner',
  'kind',
  'progress',
  'measures',
  'pace',
  'grade',
];

export function goalsSearch(raw: Raw): GoalsSearch {
  const { period, owner, stage, q, sort, down, page, on } = raw;
  const pageNumber = Number(page);
  return {
    ...(isText(period) ? { period } : {}),
    ...(isText(owner) ? { owner } : {}),
    ...(isText(stage) && stages.includes(stage) ? { stage: stage as Stage } : {}),
    ...(isText(q) ? { q } : {}),
    ...(isText(sort) && sortKeys.includes(sort) ? { sort: sort as SortKey } : {}),
    ...(down === 'true' || down === true ? { down: true as const } : {}),
    ...(Number.isInteger(pageNumber) && pageNumber > 1 ? { page: pageNumber } : {}),
    ...(isText(on) && /^\d{4}-\d{2}-\d{2}$/.test(on) ? { on } : {}),
  };
}

export function goalSearch({ asOf, effectiveAt }: Raw): GoalSearch {
  if (isText(asOf)) return { asOf };
  return isText(effectiveAt) ? { effectiveAt } : {};
}

/** Plain `name=value`: the router's own way writes JSON, and would quote a period named 2026. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search.replace(/^\?/, '')));
}

export function stringifySearch(values: Record<string, unknown>): string {
  const entries = Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]): [string, string] => [name, String(value)]);
  const text = new URLSearchParams(entries).toString();
  return text === '' ? '' : `?${text}`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
