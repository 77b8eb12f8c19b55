import { streamName } from '@plumbline/event-log';
import { derivedId } from '@plumbline/kernel';
import type { GoalSheet } from './views/goal-sheet.ts';

export const goalStream = (tenant: string, id: string): string =>
  streamName('goals', 'goal', tenant, id);

export const kpiStream = (tenant: string, id: string): string =>
  streamName('goals', 'kpi', tenant, id);

export const strategyStream = (tenant: string, id: string): string =>
  streamName('goals', 'strategy', tenant, id);

/** One for all of a tenant, as the rules are over all alignments. */
export const alignmentStream = (tenant: string): string =>
  streamName('goals', 'alignment', tenant, derivedId(tenant, 'alignment'));

/** An idea and its experiment are one record. */
export const ideaStream = (tenant: string, id: string): string =>
  streamName('goals', 'experiment', tenant, id);

/** The goal's stream, and those of the KPIs that tell of it by now. */
export function streamsOfGoal(
  tenant: string,
  { goalId, indicators }: Pick<GoalSheet, 'goalId' | 'indicators'>,
): readonly string[] {
  const kpis = Object.keys(indicators).map((id) => kpiStream(tenant, id));
  return [goalStream(tenant, goalId), ...kpis];
}
