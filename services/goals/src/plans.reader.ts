import type { Reading } from '@plumbline/access';
import { endOfDay, isDay, readInstant, toInstant } from '@plumbline/kernel';
import type { Day, EpochMs, Instant, Position } from '@plumbline/kernel';
import type { Organization } from '@plumbline/organization';
import { findDocsMax, type Times, type View, type ViewReader } from '@plumbline/views';
import type { GoalsFact } from './facts.ts';
import { aboutGoal } from './goals.permission.ts';
import type { GoalsPorts } from './goals.ports.ts';
import { alignmentEdge, type AlignmentLine } from './views/alignment-edge.ts';
import { goalSheet, type GoalSheet } from './views/goal-sheet.ts';
import { strategySheet, type StrategySheet } from './views/strategy-sheet.ts';

export type AskedTimes = Times & { readonly readAfter?: Position };

/**
 * Goals, alignments, strategies and the organisation at one point: all of them as recorded by one
 * position, and of one day. Nothing is read before it is asked for.
 */
export interface Plans {
  readonly position: Position | null;
  /** The instant (ms) at which figures are to be taken, and its day. */
  readonly until: EpochMs;
  readonly on: Day;
  readonly goals: ViewReader<GoalSheet>;
  sheets(): Promise<readonly GoalSheet[]>;
  /** By what is recorded: alignments say themselves from which day they hold, and until when. */
  edges(): Promise<ViewReader<AlignmentLine>>;
  strategies(): Promise<readonly StrategySheet[]>;
  /** Another view, by both times. */
  view<Doc>(view: View<Doc, GoalsFact>): Promise<ViewReader<Doc>>;
  /** A goal as it stands now, also when an earlier point is asked for. */
  standing(goalId: string): Promise<GoalSheet | undefined>;
  readonly units: UnitsOfDay;
  /** Whether the caller may see goals; as they stand now, also of an earlier point. */
  seer(): Promise<(node: GoalSheet) => boolean>;
}

/** The organisation of the day, as it was known at the point. */
export interface UnitsOfDay {
  /** Every unit with the one above it. */
  all(): ReadonlyMap<string, string | null>;
  /** The unit of an owner; of a person, the one of that day. */
  of(owner: string): string | null;
  /** Whether an owner is of a unit or of one below it. */
  isWithin(owner: string, unit: string): boolean;
}

export async function openPlans(
  ports: GoalsPorts,
  tenant: string,
  times: AskedTimes,
  reading: Reading,
): Promise<Plans> {
  const { views, clock, access } = ports;
  const goals = await views.of(goalSheet, tenant, times);
  const { position } = goals;
  const until = untilOf(times, clock.now());
  const on = toInstant(until).slice(0, 10);
  const isEarlier = times.asOf !== undefined || times.effectiveAt !== undefined;
  // The other views are read as of the same position, or where they stand now: not before it.
  const recorded: AskedTimes = isEarlier
    ? { asOf: position ?? times.asOf ?? toInstant(0) }
    : position === null
      ? {}
      : { readAfter: position };
  const { effectiveAt } = times;
  const both = effectiveAt === undefined ? recorded : { ...recorded, effectiveAt };
  return {
    ...{ position, until, on, goals },
    sheets: () => allOf(goals),
    edges: () => views.of(alignmentEdge, tenant, recorded),
    strategies: async () => {
      const sheets = await allOf(await views.of(strategySheet, tenant, recorded));
      if (effectiveAt === undefined) return sheets;
      return strategiesThen(sheets, await views.of(strategySheet, tenant, both), on, effectiveAt);
    },
    view: (view) => views.of(view, tenant, both),
    standing: async (goalId) =>
      (isEarlier ? await views.of(goalSheet, tenant, {}) : goals).get(goalId),
    units: unitsOf(
      access.organizationOf(tenant),
      on,
      times.asOf === undefined || position === null ? undefined : position,
    ),
    seer: async () => {
      const now = isEarlier ? await views.of(goalSheet, tenant, {}) : goals;
      const standing = isEarlier ? await byId(now) : undefined;
      return seerOf(reading, standing);
    },
  };
}

/**
 * Strategies as they were to be read at an earlier time in the world. From which day one holds,
 * and from which it is retired, it says itself, whenever that was decided.
 */
async function strategiesThen(
  sheets: readonly StrategySheet[],
  then: ViewReader<StrategySheet>,
  on: Day,
  effectiveAt: Instant,
): Promise<readonly StrategySheet[]> {
  const read = await Promise.all(
    sheets.map(async (sheet) => {
      const before = await then.get(sheet.strategyId);
      if (before === undefined && sheet.from > on) return [];
      const signals = sheet.signals.filter((one) => one.raisedAt <= effectiveAt);
      return [{ ...(before ?? sheet), retiredOn: sheet.retiredOn, signals }];
    }),
  );
  return read.flat();
}

async function byId(reader: ViewReader<GoalSheet>): Promise<ReadonlyMap<string, GoalSheet>> {
  return new Map((await allOf(reader)).map((one) => [one.goalId, one]));
}

function seerOf(reading: Reading, standing: ReadonlyMap<string, GoalSheet> | undefined) {
  const seen = new Map<string, boolean>();
  return (node: GoalSheet): boolean => {
    const { goalId } = node;
    const known = seen.get(goalId);
    if (known !== undefined) return known;
    const about = aboutGoal(standing?.get(goalId) ?? node);
    const sees = reading.sees('goal/read', about, `goal:${goalId}`);
    seen.set(goalId, sees);
    return sees;
  };
}

function unitsOf(organization: Organization, on: Day, known: Position | undefined): UnitsOfDay {
  const units = new Map<string, string | null>();
  const of = (owner: string): string | null => {
    if (owner.startsWith('unit:')) return owner.slice('unit:'.length);
    const found = units.get(owner);
    if (found !== undefined) return found;
    const unit = organization.unitOf(owner.slice(owner.indexOf(':') + 1), on, known);
    units.set(owner, unit);
    return unit;
  };
  return {
    of,
    all: () => new Map(organization.units(on, known).map(({ unit, parent }) => [unit, parent])),
    isWithin: (owner, ancestor) => {
      const unit = of(owner);
      if (unit === null || unit === ancestor) return unit === ancestor;
      return organization.unitIsWithin(unit, ancestor, on, known);
    },
  };
}

export async function allOf<Doc>(
  reader: ViewReader<Doc>,
  by: Parameters<ViewReader<Doc>['find']>[0] = 'all',
): Promise<readonly Doc[]> {
  const docs: Doc[] = [];
  let page: { limit: number; after?: string } = { limit: findDocsMax };
  for (;;) {
    const found = await reader.find(by, page);
    for (const { doc } of found.docs) docs.push(doc);
    if (found.next === undefined) return docs;
    page = { limit: findDocsMax, after: found.next };
  }
}

/** Figures are taken at `effectiveAt`; else at an `asOf` that is a time; else now. */
export function untilOf({ asOf, effectiveAt }: Times, now: EpochMs): EpochMs {
  const instant: Instant | undefined = effectiveAt ?? (asOf && readInstant(asOf));
  if (instant === undefined) return now;
  const ms = Date.parse(isDay(instant) ? endOfDay(instant) : instant);
  return Number.isNaN(ms) ? now : ms;
}
